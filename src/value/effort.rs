//! The time that was worked: days or hours, not the time that passed.

use rust_decimal::Decimal;

use crate::lang::text;
use crate::text::fold::name_key;
use crate::value::parsed::{Parsed, normalise, says_nothing};
use crate::value::tokens;

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

/// The units, folded.
const DAYS: [&str; 7] = ["jour", "jours", "journee", "journees", "j", "day", "days"];
const HOURS: [&str; 5] = ["h", "heure", "heures", "hour", "hours"];

/// Words after the unit that say more about how much it was.
const JOINED: [&str; 7] = ["et", "and", "par", "a", "per", "+", ","];

/// Reads worked time as people write it: `28 jours de terrain`, `100 heures`, `2 demi-journées`.
pub fn parse(text: &str) -> Parsed<Effort> {
    let text = normalise(text);
    if says_nothing(&text) {
        return Parsed::Empty;
    }
    if text.starts_with(['-', '–']) {
        return unreadable();
    }
    let folded = name_key(&text);
    let words = tokens::tokens(&folded);
    let (Some(amount), Some(unit)) = (words.first().and_then(|word| amount(word)), words.get(1))
    else {
        return unreadable();
    };
    let (effort, used) = match (unit.as_str(), words.get(2).map(String::as_str)) {
        ("demi", Some("journee" | "journees")) => {
            (Effort { days: Some(amount / Decimal::TWO), ..Effort::default() }, 3)
        }
        (unit, _) if DAYS.contains(&unit) => {
            (Effort { days: Some(amount), ..Effort::default() }, 2)
        }
        (unit, _) if HOURS.contains(&unit) => {
            (Effort { hours: Some(amount), ..Effort::default() }, 2)
        }
        _ => return unreadable(),
    };
    let rest: Vec<&str> = words[used..].iter().map(String::as_str).collect();
    if let (Some(hours), Some(_)) = (hours(&rest), effort.days) {
        return Parsed::Exact(Effort { hours: Some(hours), ..effort });
    }
    let uncertain = rest.first().is_some_and(|word| JOINED.contains(word))
        || rest.iter().any(|word| word.contains(|c: char| c.is_ascii_digit()));
    let rest = rest.join(" ");
    if rest.is_empty() || WORKED.contains(&rest.as_str()) {
        return Parsed::Exact(effort);
    }
    let note = note(&text).to_owned();
    if uncertain {
        Parsed::Partial { value: effort, rest: note }
    } else {
        Parsed::Exact(Effort { note: Some(note), ..effort })
    }
}

/// The hours that stand behind days: `et 2 heures`, `2 h`.
fn hours(rest: &[&str]) -> Option<Decimal> {
    match rest {
        ["et" | "and" | ",", number, unit] | [number, unit] if HOURS.contains(unit) => {
            amount(number)
        }
        _ => None,
    }
}

/// What stands after the unit, as it was written.
fn note(text: &str) -> &str {
    let mut rest = text;
    loop {
        let Some(start) = rest.find(char::is_alphabetic) else {
            return text;
        };
        let word = &rest[start..];
        let end = word.find(|c: char| !c.is_alphabetic() && c != '-').unwrap_or(word.len());
        let folded = name_key(&word[..end]);
        let unit = folded.split(['-', ' ']).next_back().unwrap_or_default();
        rest = &word[end..];
        if DAYS.contains(&unit) || HOURS.contains(&unit) {
            return rest.trim();
        }
    }
}

/// Whether a folded text tells worked time rather than time that passes.
pub fn is_effort(folded: &str) -> bool {
    matches!(parse(folded), Parsed::Exact(_) | Parsed::Partial { .. })
}

fn amount(word: &str) -> Option<Decimal> {
    let plain = word.replace(',', ".");
    let decimal = crate::tree::number(&plain);
    decimal.or_else(|| tokens::number(word).map(Decimal::from))
}

fn unreadable() -> Parsed<Effort> {
    Parsed::invalid(text!(
        "expected days or hours worked, e.g. 28 days",
        "des jours ou des heures de travail sont attendus, par exemple 28 jours",
    ))
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
            ("1 200 heures", "", "1200", ""),
            ("1,200 hours", "", "1200", ""),
            ("3 jours et 2 heures", "3", "2", ""),
            ("deux jours de terrain", "2", "", "de terrain"),
            ("12 j de terrain", "12", "", "de terrain"),
        ] {
            let effort = parse(text).value().unwrap_or_else(|| panic!("{text}"));
            let number = |number: Option<Decimal>| {
                number.map(|n| n.normalize().to_string()).unwrap_or_default()
            };
            let found =
                (number(effort.days), number(effort.hours), effort.note.unwrap_or_default());
            assert_eq!(found, (days.to_owned(), hours.to_owned(), note.to_owned()), "{text}");
        }
        for text in ["1 journée et demie", "20 heures par semaine", "7h à 21h", "1h30"] {
            assert!(matches!(parse(text), Parsed::Partial { .. }), "{text}: {:?}", parse(text));
        }
        for text in ["", "beaucoup", "jours"] {
            assert_eq!(parse(text).value(), None, "{text}");
        }
    }
}
