//! A cell of a document: its text, and its value where that says more.

use chrono::NaiveDate;

use crate::import::spreadsheet::file::grid::{Aside, GridCell};
use crate::import::spreadsheet::file::ods::looks::Looks;
use crate::import::spreadsheet::file::xml::Element;
use crate::value::date;
use crate::value::number_format::general;
use crate::value::parsed::Parsed;

/// A cell that is being read.
pub(super) struct OpenCell {
    pub text: String,
    pub comment: String,
    /// The addresses that it leads to.
    pub links: Vec<String>,
    /// How many cells it stands for.
    pub repeated: usize,
    /// How many columns and rows it covers.
    pub spanned: (usize, usize),
    /// The sort of its value, and the value.
    kind: String,
    value: Option<String>,
    is_formula: bool,
    pub is_struck: bool,
}

impl OpenCell {
    pub(super) fn of(element: &Element, looks: &Looks) -> OpenCell {
        let kind = element.attribute("office:value-type").unwrap_or_default();
        let value = match kind.as_str() {
            "date" => "office:date-value",
            "time" => "office:time-value",
            "boolean" => "office:boolean-value",
            "string" => "office:string-value",
            _ => "office:value",
        };
        let at = |name: &str| element.number(name).unwrap_or(1).max(1);
        let formula = element.attribute("table:formula");
        let link = formula.as_deref().and_then(Aside::address_in);
        OpenCell {
            text: String::new(),
            comment: String::new(),
            links: link.map(str::to_owned).into_iter().collect(),
            repeated: at("table:number-columns-repeated"),
            spanned: (at("table:number-columns-spanned"), at("table:number-rows-spanned")),
            value: element.attribute(value),
            kind,
            is_formula: formula.is_some(),
            is_struck: looks.is_struck(element),
        }
    }

    /// The cell as it is shown.
    pub(super) fn shown(self, column: usize) -> GridCell {
        let mut asides = Vec::new();
        let mut text = self.text;
        match self.value {
            Some(value) if text.trim().is_empty() && self.kind != "string" => {
                let number = value.parse().map(|number| general(number).text);
                text = number.unwrap_or_else(|_| value.trim_end_matches("T00:00:00").to_owned());
                asides.push(Aside::NotShown);
            }
            Some(value) if self.kind == "date" => {
                if let Some((day, more)) = day(&text, &value) {
                    text = day;
                    asides.extend(more.map(Aside::Value));
                }
            }
            Some(value) if text.trim().is_empty() => text = value,
            Some(value) => {
                asides.extend(more_than_shown(&text, &value, &self.kind).map(Aside::Value))
            }
            None if text.trim().is_empty() && self.is_formula => asides.push(Aside::NoValue),
            None => {}
        }
        if self.is_struck && !text.trim().is_empty() {
            asides.push(Aside::Struck);
        }
        asides.extend(self.links.iter().filter_map(|link| Aside::link(link, &text)));
        if !self.comment.is_empty() {
            asides.push(Aside::Comment(self.comment));
        }
        GridCell { column, text, asides }
    }
}

/// The text of a day, and the day where less of it is shown; the day itself where its text would be
/// read as another: `10/10/23`.
fn day(text: &str, value: &str) -> Option<(String, Option<String>)> {
    let (value, time) = value.split_once('T').unwrap_or((value, ""));
    let day = NaiveDate::parse_from_str(value, "%Y-%m-%d").ok()?;
    match date::parse(text) {
        Parsed::Exact(read) if read.first() == day && read.last() == day => {
            Some((text.to_owned(), None))
        }
        Parsed::Exact(read) if read.first() <= day && day <= read.last() => {
            let hides_day = read.first() != day;
            Some((text.to_owned(), hides_day.then(|| value.to_owned())))
        }
        _ if time.trim_start_matches(['0', ':', '.']).is_empty() => Some((value.to_owned(), None)),
        _ => None,
    }
}

/// The value of a number of which fewer digits are shown.
fn more_than_shown(text: &str, value: &str, kind: &str) -> Option<String> {
    let number: f64 = value.parse().ok()?;
    let is_part = |c: &char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let digits: String = text.chars().filter(is_part).collect();
    let read: f64 = digits.trim_matches([',', '.']).replace(',', ".").parse().ok()?;
    let whole = if kind == "percentage" { number.abs() * 100.0 } else { number.abs() };
    ((read - whole).abs() > 1e-9 * whole.max(1.0)).then(|| general(number).text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_the_day_that_it_is() {
        let day = |text, value| day(text, value).expect("a day");
        let own = |text: &str| (text.to_owned(), None);
        assert_eq!(day("01/03/2023", "2023-03-01"), own("01/03/2023"));
        assert_eq!(day("03/01/2023", "2023-03-01"), own("2023-03-01"), "the month first");
        assert_eq!(day("mars 2023", "2023-03-01"), own("mars 2023"));
        assert_eq!(day("mars 2023", "2023-03-15"), ("mars 2023".into(), Some("2023-03-15".into())));
        assert_eq!(day("mercredi", "2023-03-01T00:00:00"), own("2023-03-01"));
    }

    #[test]
    fn digits_that_are_not_shown_are_kept() {
        for (text, value, kind, more) in [
            ("9 500,50 €", "9500.5", "currency", None),
            ("9 501 €", "9500.5", "currency", Some("9500,5")),
            ("40,00 %", "0.4", "percentage", None),
            ("01990", "1990", "float", None),
            ("oui", "1", "float", None),
        ] {
            assert_eq!(more_than_shown(text, value, kind).as_deref(), more, "{text}");
        }
    }
}
