//! The time that was worked: days or hours, not the time that passed.

use rust_decimal::Decimal;

use crate::lang::fold::fold_letters;
use crate::lang::{Lang, number, plural};
use crate::sheet::reading::{Reading, normalise, says_nothing};
use crate::sheet::value::{Record, Value};
use crate::sheet::words;

/// Worked time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effort {
    pub days: Option<Decimal>,
    pub hours: Option<Decimal>,
    /// What the worked time was: `de terrain`.
    pub note: Option<String>,
}

/// Words after “jours” that say nothing but that they were worked.
const WORKED: [&str; 8] =
    ["homme", "hommes", "personne", "travail", "de travail", "travailles", "person", "man"];

/// Reads worked time as people write it: `28 jours de terrain`, `100 heures`, `2 demi-journées`.
pub fn read(text: &str) -> Reading<Effort> {
    let text = normalise(text);
    if says_nothing(&text) {
        return Reading::Missing;
    }
    if text.starts_with(['-', '–']) {
        return unreadable();
    }
    let folded = fold_letters(&text);
    let words = words::tokens(&folded);
    let (Some(amount), Some(unit)) = (words.first().and_then(|word| amount(word)), words.get(1))
    else {
        return unreadable();
    };
    let (effort, used) = match (unit.as_str(), words.get(2).map(String::as_str)) {
        ("demi", Some("journee" | "journees")) => {
            (Effort { days: Some(amount / Decimal::TWO), ..Effort::default() }, 3)
        }
        ("jour" | "jours" | "journee" | "journees" | "j" | "day" | "days", _) => {
            (Effort { days: Some(amount), ..Effort::default() }, 2)
        }
        ("h" | "heure" | "heures" | "hour" | "hours", _) => {
            (Effort { hours: Some(amount), ..Effort::default() }, 2)
        }
        _ => return unreadable(),
    };
    let rest = words[used..].join(" ");
    let note = match rest.is_empty() || WORKED.contains(&rest.as_str()) {
        true => None,
        false => Some(note(&text)),
    };
    Reading::Clear(Effort { note, ..effort })
}

/// What stands after the unit, as it was written.
fn note(text: &str) -> String {
    let unit =
        ["jours", "jour", "journées", "journée", "heures", "heure", "days", "day", "hours", "hour"];
    let lower = text.to_lowercase();
    let after = unit.iter().find_map(|unit| lower.find(unit).map(|at| at + unit.len()));
    after.and_then(|at| text.get(at..)).unwrap_or(text).trim().to_owned()
}

/// Whether a folded text tells worked time rather than time that passes.
pub fn is_effort(folded: &str) -> bool {
    matches!(read(folded), Reading::Clear(_))
}

fn amount(word: &str) -> Option<Decimal> {
    let plain = word.replace(',', ".");
    let decimal = crate::source::tree::number(&plain);
    decimal.or_else(|| words::number(word).map(Decimal::from))
}

fn unreadable() -> Reading<Effort> {
    Reading::refused(
        "not worked time in days or hours",
        "pas un temps de travail en jours ou en heures",
    )
}

impl Record for Effort {
    fn members(&self) -> Vec<(&'static str, Value<'_>)> {
        vec![
            ("days", Value::number(self.days)),
            ("hours", Value::number(self.hours)),
            ("note", Value::text(&self.note)),
        ]
    }

    fn short(&self, lang: Lang) -> String {
        let count = |amount: &Option<Decimal>, noun: plural::Noun| {
            amount.map(|amount| {
                let one = amount <= Decimal::ONE;
                let word = if one { noun.one } else { noun.many };
                format!(
                    "{}\u{a0}{}",
                    number::decimal(&amount.normalize().to_string(), lang),
                    word.say(lang)
                )
            })
        };
        let parts =
            [count(&self.days, plural::DAY), count(&self.hours, plural::HOUR), self.note.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_time_is_read_as_people_write_it() {
        for (text, days, hours, note) in [
            ("28 jours de terrain", "28", "", "de terrain"),
            ("12 jours-homme", "12", "", ""),
            ("100 heures", "", "100", ""),
            ("100h", "", "100", ""),
            ("2 demi-journées", "1", "", ""),
            ("3,5 jours", "3.5", "", ""),
        ] {
            let effort = read(text).value().unwrap_or_else(|| panic!("{text}"));
            let number = |number: Option<Decimal>| {
                number.map(|n| n.normalize().to_string()).unwrap_or_default()
            };
            let found =
                (number(effort.days), number(effort.hours), effort.note.unwrap_or_default());
            assert_eq!(found, (days.to_owned(), hours.to_owned(), note.to_owned()), "{text}");
        }
        for text in ["", "beaucoup", "jours"] {
            assert_eq!(read(text).value(), None, "{text}");
        }
    }
}
