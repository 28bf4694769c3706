//! Numbers with their units, one after the other, each smaller than the one before: `1 an et 3
//! mois`, `3 jours et 2 heures`.

use rust_decimal::Decimal;

use crate::value::parsed::Parsed;
use crate::value::quantity::digits::Grouping;
use crate::value::quantity::number::{Number, leading};
use crate::value::quantity::phrase::{strip_any, strip_named};

/// So many of one unit.
#[derive(Clone, Debug)]
pub(in crate::value) struct Part<U> {
    pub number: Parsed<Decimal>,
    pub about: bool,
    pub unit: U,
}

/// Units that only English has: before them a comma sets thousands apart.
pub(super) const ENGLISH: [&str; 10] =
    ["day", "days", "hour", "hours", "week", "weeks", "month", "months", "year", "years"];

/// Reads the parts at the beginning of a text, and gives what stands behind them; `units` are
/// folded words, the greater unit the greater value.
pub(in crate::value) fn series<'t, U: Copy + PartialOrd>(
    text: &'t str,
    units: &[(&str, U)],
) -> (Vec<Part<U>>, &'t str) {
    let mut parts: Vec<Part<U>> = Vec::new();
    let mut rest = text;
    loop {
        let next = rest.trim_start();
        let next = if parts.is_empty() {
            next
        } else {
            strip_any(next, &["et", "and", ","]).unwrap_or(next).trim_start()
        };
        match part(next, units) {
            Some((part, after)) if parts.last().is_none_or(|last| part.unit < last.unit) => {
                parts.push(part);
                rest = after;
            }
            _ => return (parts, rest.trim()),
        }
    }
}

/// A number with its unit: `3 jours et demi`, `une journée`, `10 j.`.
fn part<'t, U: Copy>(text: &'t str, units: &[(&str, U)]) -> Option<(Part<U>, &'t str)> {
    let Number { reading, about, rest } = leading(text, Grouping::Guess)?;
    let named = rest.trim_start();
    let (unit, after) = strip_named(named, units)?;
    let reading = match reading {
        Parsed::Invalid(_) if strip_any(named, &ENGLISH).is_some() => {
            leading(text, Grouping::English)?.reading
        }
        reading => reading,
    };
    // `week-end` is no week.
    let mut joined = after.strip_prefix('-').unwrap_or_default().chars();
    if joined.next().is_some_and(char::is_alphabetic) {
        return None;
    }
    let dotted = after.strip_prefix('.').unwrap_or(after);
    let half = strip_any(dotted.trim_start(), &["et demie", "et demi", "and a half", "½", "1/2"]);
    Some(match (half, reading) {
        (Some(after), Parsed::Exact(number)) => {
            let half = Decimal::ONE / Decimal::TWO;
            let number = (number + half).normalize();
            (Part { number: Parsed::Exact(number), about, unit }, after)
        }
        (_, number) => (Part { number, about, unit }, dotted),
    })
}

/// What the parts of a series are together: doubtful where one of them is, refused where one of them
/// is; `None` where they have no sum.
pub(in crate::value) fn total<U: Copy, T>(
    parts: &[Part<U>],
    sum: impl FnOnce(&[(Decimal, U)]) -> Option<T>,
) -> Option<Parsed<T>> {
    let mut amounts = Vec::with_capacity(parts.len());
    let mut doubt = None;
    for part in parts {
        match &part.number {
            Parsed::Exact(number) => amounts.push((*number, part.unit)),
            Parsed::Uncertain { value, reason } => {
                doubt = Some(reason.clone());
                amounts.push((*value, part.unit));
            }
            Parsed::Invalid(refusal) => return Some(Parsed::Invalid(refusal.clone())),
            Parsed::Empty | Parsed::Partial { .. } => return None,
        }
    }
    let value = sum(&amounts)?;
    Some(match doubt {
        Some(reason) => Parsed::Uncertain { value, reason },
        None => Parsed::Exact(value),
    })
}
