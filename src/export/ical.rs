//! The projects in a calendar. Source: RFC 5545.

use anyhow::Result;
use chrono::NaiveDate;

use crate::export::export_format::{ExportOptions, Made};
use crate::lang::{Lang, Phrase, phrase, plural};
use crate::sheet::fields;
use crate::sheet::rev::Exported;

/// What tells our own calendars from others.
pub(super) const MARK: &str = "PRODID:-//sheet//sheet export//";

/// The bytes of a line.
const LONGEST: usize = 75;

/// An event for each sheet that has dates: from the first possible day to the last one.
pub(super) fn calendar(sheets: &[Exported], options: &ExportOptions) -> Result<Made> {
    let code = options.lang.code().to_uppercase();
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!("{MARK}{code}"),
        "CALSCALE:GREGORIAN".to_owned(),
    ];
    lines.extend(options.organisation.map(|name| format!("X-WR-CALNAME:{}", escaped(name))));
    let mut undated = 0;
    for exported in sheets {
        let event = event(exported, options);
        undated += usize::from(event.is_none());
        lines.extend(event.into_iter().flatten());
    }
    lines.push("END:VCALENDAR".to_owned());
    let bytes = lines.iter().flat_map(|line| folded(line).into_bytes()).collect();
    let remarks = if undated > 0 { vec![without_dates(undated)] } else { Vec::new() };
    Ok(Made { bytes, remarks })
}

fn event(Exported { sheet, rev }: &Exported, options: &ExportOptions) -> Option<Vec<String>> {
    let period = sheet.period();
    let first = period.first().or(period.last())?;
    let last = period.last().unwrap_or(first).max(first);
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@sheet", escaped(&sheet.id)),
        // Not today: the same sheets give the same bytes.
        format!("DTSTAMP:{}T000000Z", day(first)),
        format!("DTSTART;VALUE=DATE:{}", day(first)),
        format!("DTEND;VALUE=DATE:{}", day(last.succ_opt()?)),
        format!("SUMMARY:{}", escaped(sheet.name())),
    ];
    let places = [&sheet.territory.name, &sheet.territory.address];
    let places: Vec<&str> = places.into_iter().flatten().map(String::as_str).collect();
    if !places.is_empty() {
        lines.push(format!("LOCATION:{}", escaped(&places.join(", "))));
    }
    if let Some((north, east)) = sheet.territory.latitude.zip(sheet.territory.longitude) {
        lines.push(format!("GEO:{north};{east}"));
    }
    let described =
        ["summary", "dates.start", "dates.end"].map(|key| words(key, sheet, options.lang));
    let described: Vec<String> = described.into_iter().flatten().collect();
    if !described.is_empty() {
        lines.push(format!("DESCRIPTION:{}", escaped(&described.join("\n"))));
    }
    lines.push(format!("X-SHEET-REV:{}", escaped(rev)));
    lines.push("END:VEVENT".to_owned());
    Some(lines)
}

/// What a sheet says under a key, in words; a whole date stands in the event already.
fn words(key: &str, sheet: &crate::sheet::Sheet, lang: Lang) -> Option<String> {
    let field = fields::find(key)?;
    let value = (field.get)(sheet);
    let words = value.details(lang);
    let is_text = matches!(value, crate::value::any::Value::Text(_));
    let is_whole = matches!(value, crate::value::any::Value::Date(date) if date.is_whole());
    let label = field.label;
    let said = phrase!("{label}: {words}", "{label} : {words}", label, words);
    match (words.is_empty() || is_whole, is_text) {
        (true, _) => None,
        (false, true) => Some(words),
        (false, false) => Some(said.get(lang).to_owned()),
    }
}

fn day(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// A text within a property.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A line cut into pieces of at most so many bytes, each but the first behind a space.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out + "\r\n"
}

/// Every text of a calendar.
pub(super) fn texts(bytes: &[u8], give: &mut dyn FnMut(&str)) {
    let text = String::from_utf8_lossy(bytes).replace("\r\n ", "");
    let values = text.lines().filter_map(|line| Some(line.split_once(':')?.1));
    let plain = |value: &str| {
        let mut out = String::new();
        let mut letters = value.chars();
        while let Some(letter) = letters.next() {
            match (letter, letter == '\\') {
                (_, true) => match letters.next() {
                    Some('n') => out.push('\n'),
                    other => out.extend(other),
                },
                (letter, false) => out.push(letter),
            }
        }
        out
    };
    values.for_each(|value| give(&plain(value)));
}

fn without_dates(count: usize) -> Phrase {
    let sheets = plural::SHEET.phrase(count);
    phrase!(
        "{sheets} without a date, not in the calendar",
        "{sheets} sans date, hors du calendrier",
        sheets,
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_text_is_found_again_in_short_lines(text in "[aé€,;\\\\\n ]{0,200}") {
            let line = folded(&format!("SUMMARY:{}", escaped(&text)));
            prop_assert!(line.split("\r\n").all(|piece| piece.len() <= LONGEST));
            let mut found = Vec::new();
            texts(line.as_bytes(), &mut |text| found.push(text.to_owned()));
            prop_assert_eq!(found, [text]);
        }
    }
}
