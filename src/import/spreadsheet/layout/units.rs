//! What the heading of a column says for each value below it, and where it is written in one.

use rust_decimal::Decimal;

use crate::sheet::shape::Shape;
use crate::text::fold::name_key;
use crate::value::money::Currency;
use crate::value::quantity::has_magnitude;
use crate::value::{duration, effort, money};

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
pub(super) fn put(units: &[Unit], value: String, shape: Shape) -> String {
    let is_cost = matches!(shape, Shape::Cost);
    if is_cost && amount(&value).is_none() {
        return value;
    }
    units.iter().fold(value, |value, unit| match unit.sort {
        _ if says(&value, unit.sort) => value,
        Sort::Currency | Sort::Time => multiplied(value, unit, shape),
        Sort::Tax | Sort::Basis => format!("{value} {}", unit.written),
    })
}

/// A value with a unit behind its number, or behind all of it, where it then means just that; an
/// amount of which that cannot be known is left to be refused with its unit.
fn multiplied(value: String, unit: &Unit, shape: Shape) -> String {
    let places = [end_of_number(&value), Some(value.len())].into_iter().flatten();
    let mut written = places.map(|at| {
        let (before, after) = value.split_at(at);
        format!("{before} {}{after}", unit.written)
    });
    let means_that = |written: &String| match shape {
        Shape::Cost => {
            let one = amount(&format!("1 {}", unit.written));
            let product = amount(&value).zip(one).and_then(|(amount, one)| amount.checked_mul(one));
            product.is_some() && amount(written) == product
        }
        Shape::Duration => duration::parse(written).whole().is_some(),
        _ => effort::parse(written).whole().is_some(),
    };
    written.find(means_that).unwrap_or_else(|| match shape {
        Shape::Cost => format!("{value} {}", unit.written),
        _ => value,
    })
}

/// The amount of a text that is one and nothing else: without shares, and not free of charge.
fn amount(text: &str) -> Option<Decimal> {
    let cost = money::parse(text).whole().filter(|cost| cost.shares.is_empty())?;
    cost.amount.filter(|amount| *amount > Decimal::ZERO)
}

/// Where the first number in digits ends.
fn end_of_number(value: &str) -> Option<usize> {
    let first = value.find(|c: char| c.is_ascii_digit())?;
    let is_of_number = |c: char| c.is_ascii_digit() || c.is_whitespace() || ".,'’".contains(c);
    let number = value[first..].split(|c| !is_of_number(c)).next()?;
    Some(first + number.trim_end_matches(|c: char| !c.is_ascii_digit()).len())
}

/// Whether a value says something of this sort.
fn says(text: &str, sort: Sort) -> bool {
    let key = name_key(text);
    let mut words = key.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    match sort {
        Sort::Currency => {
            let currency = money::parse(text).whole().map(|cost| cost.currency);
            text.contains(['€', '$', '£'])
                || words.any(|word| ["eur", "euro", "euros"].contains(&word))
                || currency.is_some_and(|currency| currency != Currency::default())
                || has_magnitude(text)
        }
        Sort::Tax => {
            words.any(|word| ["ht", "ttc", "hors", "toutes", "taxe", "tva"].contains(&word))
        }
        Sort::Basis => words.any(|word| word.starts_with("budget")),
        Sort::Time => duration::parse(text).whole().is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::spreadsheet::layout::heading::heading;
    use crate::value::money::Tax;

    /// What an amount is with the unit of a heading.
    fn with_unit(above: &str, text: &str) -> Option<(Decimal, Option<Tax>)> {
        let cost = money::parse(&heading(above).value(text)).whole()?;
        Some((cost.amount?, cost.tax))
    }

    #[test]
    fn whatever_is_beside_an_amount_has_the_unit_of_its_heading() {
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
                let cost = with_unit("Coût (k€ HT)", &text);
                let may_be_refused = number == "douze";
                let expected = Some((Decimal::from(12_000), Some(Tax::Ht)));
                assert!(cost == expected || may_be_refused && cost.is_none(), "{text}: {cost:?}");
            }
        }
    }

    #[test]
    fn an_amount_that_says_how_many_thousands_is_not_multiplied_again() {
        for above in ["Coût (k€ HT)", "Coût (€ HT)"] {
            for (text, amount) in [
                ("deux millions", 2_000_000),
                ("2 millions", 2_000_000),
                ("1,2 million", 1_200_000),
                ("3 centaines", 300),
                ("12 mille", 12_000),
                ("12 k", 12_000),
                ("12 k€", 12_000),
                ("12 000 €", 12_000),
                ("12 000 euros", 12_000),
            ] {
                let expected = Some((Decimal::from(amount), Some(Tax::Ht)));
                assert_eq!(with_unit(above, text), expected, "{above}: {text}");
            }
            let francs = money::parse(&heading(above).value("12 francs suisses"));
            let francs = francs.whole().map(|cost| (cost.amount, cost.currency.code()));
            assert_eq!(francs, Some((Some(Decimal::from(12)), "CHF")), "{above}");
        }
        let half = Some((Decimal::from(12_500), Some(Tax::Ht)));
        assert_eq!(with_unit("Coût (k€ HT)", "12 ½"), half);
    }

    #[test]
    fn a_time_has_the_unit_of_its_heading() {
        for (text, whole) in [
            ("12", "12 jours"),
            ("environ 12", "environ 12 jours"),
            ("douze", "douze jours"),
            ("12 jours", "12 jours"),
            ("2 semaines", "2 semaines"),
            ("12 €", "12 €"),
            ("12 ou 14", "12 ou 14"),
            ("à définir", "à définir"),
        ] {
            assert_eq!(heading("Temps passé (jours)").value(text), whole, "{text}");
        }
    }
}
