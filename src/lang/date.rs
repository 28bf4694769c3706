//! Dates for people: `1 March 2023`, `1er mars 2023`, `spring 2023`, `mars 2023`.

use crate::lang::{Lang, Text, text};

/// The months in order, as they are written within a date.
pub const MONTHS: [Text; 12] = [
    text!("January", "janvier"),
    text!("February", "février"),
    text!("March", "mars"),
    text!("April", "avril"),
    text!("May", "mai"),
    text!("June", "juin"),
    text!("July", "juillet"),
    text!("August", "août"),
    text!("September", "septembre"),
    text!("October", "octobre"),
    text!("November", "novembre"),
    text!("December", "décembre"),
];

/// The seasons in the order of ISO 8601-2 (EDTF): 21 spring, 22 summer, 23 autumn, 24 winter.
pub const SEASONS: [Text; 4] = [
    text!("spring", "printemps"),
    text!("summer", "été"),
    text!("autumn", "automne"),
    text!("winter", "hiver"),
];

/// The quarters and half-years of ISO 8601-2 (EDTF), with their numbers.
pub const TERMS: [(u8, Text); 6] = [
    (33, text!("first quarter of", "1er trimestre")),
    (34, text!("second quarter of", "2e trimestre")),
    (35, text!("third quarter of", "3e trimestre")),
    (36, text!("fourth quarter of", "4e trimestre")),
    (40, text!("first half of", "1er semestre")),
    (41, text!("second half of", "2e semestre")),
];

/// The days of the week from Monday on.
pub const WEEKDAYS: [Text; 7] = [
    text!("Monday", "lundi"),
    text!("Tuesday", "mardi"),
    text!("Wednesday", "mercredi"),
    text!("Thursday", "jeudi"),
    text!("Friday", "vendredi"),
    text!("Saturday", "samedi"),
    text!("Sunday", "dimanche"),
];

/// Writes a day: `1 March 2023`, `1er mars 2023`. `month` counts from 1.
pub fn day(year: i32, month: u32, day: u32, lang: Lang) -> String {
    let first = lang == Lang::Fr && day == 1;
    let ordinal = if first { "er" } else { "" };
    format!("{day}{ordinal} {}", self::month(year, month, lang))
}

/// Writes a month of a year: `March 2023`, `mars 2023`. `month` counts from 1 to 12.
pub fn month(year: i32, month: u32, lang: Lang) -> String {
    format!("{} {year}", MONTHS[(month as usize - 1) % 12].get(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_a_month_is_an_ordinal_in_french() {
        assert_eq!(day(2023, 3, 1, Lang::Fr), "1er mars 2023");
        assert_eq!(day(2023, 10, 10, Lang::Fr), "10 octobre 2023");
        assert_eq!(day(2023, 3, 1, Lang::En), "1 March 2023");
    }
}
