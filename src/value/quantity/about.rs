//! The words and signs for *about*.

use crate::lang::{Text, text};
use crate::value::quantity::phrase::strip_any;

/// Why a value that cannot say *about* is doubtful.
pub(in crate::value) const APPROXIMATE: Text =
    text!("approximate, kept as an exact value", "valeur approchée, gardée comme exacte");

pub(super) const ABOUT: [&str; 43] = [
    "environ",
    "env.",
    "env",
    "a peu pres",
    "pres de",
    "pres d'",
    "proche de",
    "aux alentours de",
    "aux alentours d'",
    "aux environs de",
    "autour de",
    "autour d'",
    "de l'ordre de",
    "dans les",
    "approximativement",
    "presque",
    "quelque",
    "grosso modo",
    "plus ou moins",
    "estimes a",
    "estime a",
    "estimee",
    "estimes",
    "estime",
    "estimation",
    "estimated at",
    "estimated",
    "estimate",
    "approximately",
    "approx.",
    "approx",
    "around",
    "about",
    "roughly",
    "nearly",
    "almost",
    "some",
    "circa",
    "ca.",
    "or so",
    "more or less",
    "+/-",
    "+/–",
];

pub(super) const SIGNS: [char; 5] = ['~', '≈', '±', '≃', '∼'];

/// The words round a quantity, in a text and in what it is without its *about*: those before and
/// the rest behind.
pub(in crate::value) fn around(text: &str, head: &str, rest: &str) -> String {
    let before = text.strip_suffix(head).unwrap_or_default();
    format!("{} {rest}", before.trim()).trim().to_owned()
}

/// What stands behind a word or a sign for *about* at the beginning of a text.
pub(in crate::value) fn strip_about(text: &str) -> Option<&str> {
    text.strip_prefix(SIGNS).or_else(|| strip_any(text, &ABOUT)).map(str::trim_start)
}
