//! What the heading of a column says for each value below it, and where it is written in one.

use rust_decimal::Decimal;

use crate::sheet::shape::Shape;
use crate::text::fold::name_key;
use crate::value::money::{self, Currency};
use crate::value::quantity::strip_about;

/// What holds for each value below a heading: `k€`, `HT`, `mois`.
#[derive(Clone, Copy)]
pub(super) struct Unit {
    written: &'static str,
    pub sort: Sort,
}

/// What may stand in a heading for every value, folded, and how it is written behind one.
const UNITS: [(&str, &str, Sort); 23] = [
    ("k€", "k€", Sort::Currency),
    ("keur", "k€", Sort::Currency),
    ("€", "€", Sort::Currency),
    ("euro", "€", Sort::Currency),
    ("euros", "€", Sort::Currency),
    ("eur", "€", Sort::Currency),
    ("chf", "CHF", Sort::Currency),
    ("ht", "HT", Sort::Tax),
    ("h.t.", "HT", Sort::Tax),
    ("ttc", "TTC", Sort::Tax),
    ("t.t.c.", "TTC", Sort::Tax),
    ("previsionnel", "budget", Sort::Basis),
    ("prevu", "budget", Sort::Basis),
    ("jours", "jours", Sort::Time),
    ("jour", "jours", Sort::Time),
    ("j", "jours", Sort::Time),
    ("semaines", "semaines", Sort::Time),
    ("mois", "mois", Sort::Time),
    ("months", "mois", Sort::Time),
    ("ans", "ans", Sort::Time),
    ("annees", "ans", Sort::Time),
    ("heures", "heures", Sort::Time),
    ("h", "heures", Sort::Time),
];

/// What sort of unit it is; there is one of each sort, written in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    Currency,
    Tax,
    Basis,
    Time,
}

impl Unit {
    /// The one that a word of a heading is, folded.
    pub(super) fn named(word: &str) -> Option<Unit> {
        let (_, written, sort) = UNITS.iter().find(|(known, ..)| *known == word)?;
        Some(Unit { written, sort: *sort })
    }

    /// Whether values of a shape have such a unit.
    pub(super) fn fits(self, shape: Shape) -> bool {
        match shape {
            Shape::Cost => self.sort != Sort::Time,
            Shape::Duration | Shape::Effort => self.sort == Sort::Time,
            _ => false,
        }
    }
}

/// A value with the units of its heading, but for those of which it says something by itself.
pub(super) fn put(units: &[Unit], mut value: String, shape: Shape) -> String {
    let Some(end) = end_of_number(&value, shape) else {
        return value;
    };
    let units: Vec<&Unit> = units.iter().filter(|unit| !says(&value, unit.sort)).collect();
    for unit in units {
        // What multiplies a number is written behind it, what is said of it behind all.
        let multiplies = matches!(unit.sort, Sort::Currency | Sort::Time);
        let at = if multiplies { end } else { value.len() };
        value.insert_str(at, &format!(" {}", unit.written));
    }
    value
}

/// Where the number of a value ends, where that is one amount or one time.
fn end_of_number(value: &str, shape: Shape) -> Option<usize> {
    let is_cost = matches!(shape, Shape::Cost);
    let Some(first) = value.find(|c: char| c.is_ascii_digit()) else {
        // `douze`
        let in_words = is_cost && money::parse(value).whole()?.amount > Some(Decimal::ZERO);
        return in_words.then_some(value.len());
    };
    let is_of_number = |c: char| c.is_ascii_digit() || c.is_whitespace() || ".,'’".contains(c);
    let number = value[first..].split(|c| !is_of_number(c)).next()?;
    let end = first + number.trim_end_matches(|c: char| !c.is_ascii_digit()).len();
    let is_one = if is_cost {
        money::parse(value).whole().is_some_and(|cost| cost.shares.is_empty())
    } else {
        let bare = strip_about(value).unwrap_or(value);
        bare.trim_start_matches(['(', '-', '+', '~', ' ']).trim_end() == &value[first..end]
    };
    is_one.then_some(end)
}

/// Whether a value says something of this sort.
fn says(text: &str, sort: Sort) -> bool {
    let key = name_key(text);
    let has_sign = text.contains(['€', '$', '£']);
    let mut words = key.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let is_thousands = |word: &str| ["k", "ke", "keur", "mille", "milliers", "m"].contains(&word);
    match sort {
        Sort::Currency => {
            has_sign || words.any(|word| is_thousands(word) || Currency::is_named(word))
        }
        Sort::Tax => {
            words.any(|word| ["ht", "ttc", "hors", "toutes", "taxe", "tva"].contains(&word))
        }
        Sort::Basis => words.any(|word| word.starts_with("budget")),
        Sort::Time => strip_about(&key).unwrap_or(&key).contains(char::is_alphabetic),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::spreadsheet::layout::heading::heading;
    use crate::value::money::Tax;

    #[test]
    fn whatever_stands_beside_an_amount_has_the_unit_of_its_heading() {
        let heading = heading("Coût (k€ HT)");
        for beside in [
            "N",
            "environ N",
            "env. N",
            "~N",
            "~ N",
            "N env.",
            "N environ",
            "N (estimé)",
            "N facturé",
            "N valorisé",
            "N budget",
            "budget N",
            "facturé : N",
            "N HT environ",
            "N, estimé",
            "Total : N",
        ] {
            for number in ["12", "12,0", "12.0", "douze"] {
                let text = beside.replace('N', number);
                let cost = money::parse(&heading.value(&text)).whole();
                let cost = cost.map(|cost| (cost.amount, cost.tax));
                let is_free = number == "douze" && !matches!(beside, "N" | "environ N");
                let expected = Some((Some(Decimal::from(12_000)), Some(Tax::Ht)));
                assert!(cost == expected || is_free && cost.is_none(), "{text}: {cost:?}");
            }
        }
    }
}
