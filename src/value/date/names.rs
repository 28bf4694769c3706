//! The names of months, seasons, quarters, half-years and days, in both languages, folded.

use std::sync::LazyLock;

use crate::lang::date::{MONTHS, SEASONS, WEEKDAYS};
use crate::text::fold::name_key;

static MONTH_NAMES: LazyLock<[[String; 2]; 12]> =
    LazyLock::new(|| MONTHS.map(|month| month.both().map(name_key)));
static SEASON_NAMES: LazyLock<[[String; 2]; 4]> =
    LazyLock::new(|| SEASONS.map(|season| season.both().map(name_key)));
static WEEKDAY_NAMES: LazyLock<[[String; 2]; 7]> =
    LazyLock::new(|| WEEKDAYS.map(|day| day.both().map(name_key)));

/// A name is shortened to this many letters at least.
pub(super) const SHORTEST: usize = 3;

/// The number of a season by its name, as EDTF counts: 21 is spring.
pub(super) fn season_named(word: &str) -> Option<u8> {
    let named =
        (21..).zip(SEASON_NAMES.iter()).find(|(_, names)| names.iter().any(|name| name == word));
    named.map(|(number, _)| number)
}

/// The number of a month by its name, whole or shortened so far that it is still one month's.
pub(super) fn month_named(word: &str) -> Option<u32> {
    let mut months = (1..).zip(MONTH_NAMES.iter()).filter(|(_, names)| {
        word.len() >= SHORTEST && names.iter().any(|name| name.starts_with(word))
    });
    let (number, _) = months.next()?;
    months.next().is_none().then_some(number)
}

/// The day of the week by its name, whole or shortened, from 0 for Monday.
pub(super) fn weekday_named(word: &str) -> Option<u32> {
    let mut days = (0..).zip(WEEKDAY_NAMES.iter()).filter(|(_, names)| {
        word.len() >= SHORTEST && names.iter().any(|name| name.starts_with(word))
    });
    days.next().map(|(number, _)| number)
}

pub(super) const ORDINALS: [(&str, u8); 14] = [
    ("premier", 1),
    ("premiere", 1),
    ("first", 1),
    ("deuxieme", 2),
    ("second", 2),
    ("seconde", 2),
    ("troisieme", 3),
    ("third", 3),
    ("quatrieme", 4),
    ("fourth", 4),
    ("cinquieme", 5),
    ("fifth", 5),
    ("dernier", 0),
    ("last", 0),
];

/// The place that an ordinal names: `2e`, `troisième`, `second`; the last one is 0.
pub(super) fn ordinal(word: &str) -> Option<u8> {
    let named = ORDINALS.iter().find(|(name, _)| *name == word).map(|(_, place)| *place);
    named.or_else(|| without_ordinal(word).parse().ok())
}

/// A number without the ending that makes it an ordinal: `1er`, `2nd`.
pub(super) fn without_ordinal(word: &str) -> &str {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let endings = ["er", "ere", "re", "e", "eme", "nd", "nde", "st", "rd", "th"];
    if endings.contains(&&word[digits.len()..]) { digits } else { word }
}

/// The units that [`term`] knows, but for single letters.
pub(super) const TERM_UNITS: [&str; 5] = ["trimestre", "trim", "quarter", "semestre", "half"];

/// The number in EDTF of a quarter or half-year, by its unit and its place.
pub(super) fn term(unit: &str, place: u8) -> Option<Option<u8>> {
    let (first, last) = match unit {
        "trimestre" | "trim" | "quarter" | "t" | "q" => (33, 4),
        "semestre" | "half" | "h" | "s" => (40, 2),
        _ => return None,
    };
    let place = if place == 0 { last } else { place };
    Some((1..=last).contains(&place).then(|| first + place - 1))
}
