//! What a merge of git left behind.

use crate::yaml::syntax::refusal::Refusal;
use crate::yaml::syntax::slip::Found;

const MARKERS: [&str; 3] = ["<<<<<<< ", "||||||| ", ">>>>>>> "];

/// The first line of a conflict.
pub(super) fn marker(refusal: &Refusal) -> Option<Found> {
    let lines = refusal.source.text().lines();
    let is_marker = |line: &str| MARKERS.iter().any(|marker| line.starts_with(marker));
    let index = lines.into_iter().position(is_marker)?;
    Some(Found::at(refusal.line_at(index as u32 + 1).whole()))
}
