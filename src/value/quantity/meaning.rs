//! What beside a quantity makes it no single quantity: a rate, a sum, a product, a range, a bound,
//! an alternative, a condition, a minus.

use crate::lang::{Text, text};
use crate::text::fold::name_key;
use crate::value::parsed::ParseError;
use crate::value::quantity::digits::{Grouping, refusal};
use crate::value::quantity::minus::{MINUS, is_minus};
use crate::value::quantity::number::{is_number_at, leading};
use crate::value::quantity::phrase::strip_any;
use crate::value::quantity::remarks::{beginning, without_remarks};

/// Why the words before a quantity, or those behind it, make it no single one; `units` are the
/// folded words for more of the same.
pub(in crate::value) fn no_single(before: &str, rest: &str, units: &[&str]) -> Option<ParseError> {
    if before.is_empty() && rest.is_empty() {
        return None;
    }
    let rest = without_remarks(beginning(rest));
    let before = beginning(before);
    let rest = rest.trim();
    // What is told once more in other words is the same quantity.
    let rest = &rest[..at_words(rest, &RESTATED).unwrap_or(rest.len())];
    let has =
        |phrases: &[&str]| at_words(before, phrases).is_some() || at_words(rest, phrases).is_some();
    let minus = strip_last(before, &["moins", "minus"]);
    let reason = if minus || is_minus(before) || rest.trim_end().strip_prefix(MINUS) == Some("") {
        NEGATIVE
    } else if has(&CONDITIONS) {
        CONDITION
    } else if at_words(before, &["entre", "between"]).is_some() || joins(rest, &RANGES) {
        RANGE
    } else if is_rate(rest) || has(&PERIODIC) {
        RATE
    } else if joins(rest, &TIMES) || followed(rest, &TIMES) || is_repeated(rest) {
        PRODUCT
    } else if followed(rest, &["ou", "or"]) {
        ALTERNATIVE
    } else if is_bound(before, rest) {
        BOUND
    } else if rest.contains('+') || joins(rest, &["et", "and", "plus", "&"]) || again(rest, units) {
        SUM
    } else {
        return None;
    };
    Some(refusal(reason, None))
}

pub(super) const RESTATED: [&str; 12] = [
    "soit",
    "dont",
    "i.e.",
    "=",
    "c'est a dire",
    "y compris",
    "comprenant",
    "including",
    "of which",
    "that is",
    "incl.",
    "included",
];
pub(super) const RANGES: [&str; 10] = ["a", "to", "jusqu'a", "-", "‑", "–", "—", "/", "→", "..."];
pub(super) const TIMES: [&str; 5] = ["x", "×", "*", "fois", "times"];
pub(super) const CONDITIONS: [&str; 12] = [
    "sauf",
    "hormis",
    "excepte",
    "except",
    "selon",
    "suivant",
    "depending on",
    "unless",
    "si",
    "if",
    "sous reserve",
    "subject to",
];
/// Words of a rate wherever they stand.
pub(super) const PERIODIC: [&str; 28] = [
    "chaque",
    "chacun",
    "chacune",
    "apiece",
    "each",
    "every",
    "mensuel",
    "mensuels",
    "mensuelle",
    "mensuelles",
    "annuel",
    "annuels",
    "annuelle",
    "annuelles",
    "hebdomadaire",
    "hebdomadaires",
    "trimestriel",
    "trimestrielle",
    "journalier",
    "journaliers",
    "journaliere",
    "quotidien",
    "quotidienne",
    "horaire",
    "monthly",
    "weekly",
    "daily",
    "yearly",
];
pub(super) const PER_AREA: [&str; 3] = ["au km", "au kilometre", "a l'hectare"];
/// Whoever pays or does is no unit: `payés par la commune`.
pub(super) const AGENTS: [&str; 14] = [
    "la ", "le ", "les ", "l'", "un ", "une ", "des ", "nos ", "notre ", "son ", "leur ", "the ",
    "cheque", "virement",
];
pub(super) const BOUNDS_BEFORE: [&str; 38] = [
    "dans la limite de",
    "limite a",
    "limited to",
    "moins de",
    "moins d'",
    "plus de",
    "plus d'",
    "jusqu'a",
    "jusque",
    "a partir de",
    "a partir d'",
    "a compter de",
    "au moins",
    "au plus",
    "au minimum",
    "au maximum",
    "maximum",
    "minimum",
    "max",
    "min",
    "maxi",
    "mini",
    "plafond",
    "plafonne",
    "inferieur",
    "superieur",
    "under",
    "over",
    "below",
    "above",
    "less than",
    "fewer than",
    "more than",
    "at least",
    "at most",
    "up to",
    "starting at",
    "starting from",
];
pub(super) const BOUNDS_BEHIND: [&str; 18] = [
    "maximum",
    "max",
    "maxi",
    "minimum",
    "mini",
    "au plus",
    "au moins",
    "at most",
    "at least",
    "et plus",
    "ou plus",
    "or more",
    "and more",
    "ou moins",
    "or less",
    "or fewer",
    "plafond",
    "plafonnes",
];

fn is_bound(before: &str, rest: &str) -> bool {
    let sign = before.contains(['<', '>', '≤', '≥']);
    // `dès 200 €`, `from €200`: only just before the number.
    let opens = strip_last(before, &["des", "from", "de", "d'"]);
    let behind = words(rest).any(|word| {
        strip_any(word, &BOUNDS_BEHIND).is_some_and(|after| !is_number_at(after.trim_start()))
    });
    sign || opens || at_words(before, &BOUNDS_BEFORE).is_some() || behind
}

/// Whether a text is one of these words alone.
fn strip_last(before: &str, phrases: &[&str]) -> bool {
    strip_any(before.trim(), phrases) == Some("")
}

/// Whether the text goes on with how often: `deux fois`.
fn is_repeated(rest: &str) -> bool {
    let times = leading(rest, Grouping::Guess).map_or(rest, |number| number.rest);
    strip_any(times.trim_start(), &["fois", "times", "twice"]).is_some()
}

/// Whether the text goes on with a stroke, `par` or an article and a unit: `/jour`, `par an`.
fn is_rate(rest: &str) -> bool {
    let per = words(rest).any(|word| {
        strip_any(word, &["par", "per"]).is_some_and(|unit| {
            let unit = unit.trim_start();
            unit.starts_with(char::is_lowercase) && !AGENTS.iter().any(|agent| begins(unit, agent))
        })
    });
    let stroke = rest.strip_prefix('/').is_some_and(|unit| {
        let unit = unit.trim_start();
        unit.starts_with(char::is_alphabetic) && !is_number_at(unit)
    });
    let article = strip_any(rest, &["de l'", "l'", "la", "le", "an", "the", "piece"])
        .or_else(|| rest.strip_prefix("a "))
        .is_some_and(|unit| !is_number_at(unit.trim_start()));
    per || stroke || article || strip_any(rest, &PER_AREA).is_some()
}

/// Whether a text begins with folded letters.
fn begins(text: &str, folded: &str) -> bool {
    name_key(&format!("{text}.")).starts_with(folded)
}

/// Whether the text begins with one of these and a number.
fn joins(rest: &str, marks: &[&str]) -> bool {
    strip_any(rest.trim_start_matches([',', ' ']), marks)
        .is_some_and(|after| counted(after.trim_start()))
}

/// Whether one of these words stands before a number anywhere.
fn followed(rest: &str, words_before: &[&str]) -> bool {
    words(rest)
        .any(|word| strip_any(word, words_before).is_some_and(|after| counted(after.trim_start())))
}

/// Whether a number stands here that is no percentage, with or without the sign of a currency.
fn counted(text: &str) -> bool {
    let text = text.trim_start_matches(['€', '$', '£', '~', '≈', ' ']);
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
    // `fin`, `début`: the other end of a range of dates has a word before it.
    is_number_at(text) && !digits.trim_start().starts_with('%')
}

/// Whether another number of the same unit follows.
fn again(rest: &str, units: &[&str]) -> bool {
    words(rest).any(|word| {
        let number = word.trim_start_matches(['€', '$', '£']);
        leading(number, Grouping::Guess).is_some_and(|number| {
            let unit = strip_any(number.rest.trim_start(), units).is_some();
            unit || word.starts_with(['€', '$', '£'])
        })
    })
}

/// Where one of these phrases stands in a text as words of their own.
fn at_words(text: &str, phrases: &[&str]) -> Option<usize> {
    words(text).find(|word| strip_any(word, phrases).is_some()).map(|word| text.len() - word.len())
}

/// What a text is from each of its words on.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.char_indices().filter_map(move |(at, letter)| {
        let before = text[..at].chars().next_back();
        let inside = |c: char| c.is_alphanumeric() || matches!(c, ',' | '.');
        let begins = match before {
            None => true,
            Some(before) if letter.is_ascii_digit() => !inside(before),
            Some(before) => !before.is_alphabetic(),
        };
        (letter != ' ' && begins).then(|| &text[at..])
    })
}

const NEGATIVE: Text = text!("a negative value", "une valeur négative");
const RATE: Text = text!(
    "a value per unit; write the total",
    "une valeur par unité (jour, personne…) ; écrivez le total",
);
const SUM: Text = text!("several values; write the total", "plusieurs valeurs ; écrivez le total");
const PRODUCT: Text =
    text!("a multiplication; write the result", "une multiplication ; écrivez le résultat");
const RANGE: Text =
    text!("a range; write a single value", "une fourchette ; écrivez une seule valeur");
const BOUND: Text = text!("a limit; write the value itself", "une limite ; écrivez la valeur même");
const ALTERNATIVE: Text =
    text!("two values to choose from; write one", "deux valeurs au choix ; écrivez-en une");
pub(in crate::value) const CONDITION: Text = text!(
    "it depends on a condition; write the value for this project",
    "cela dépend d'une condition ; écrivez la valeur pour ce projet",
);
