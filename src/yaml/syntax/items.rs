//! Items and keys side by side.

use crate::yaml::syntax::refusal::Refusal;
use crate::yaml::syntax::slip::Found;

/// A line in the column of items that has no hyphen.
pub(super) fn missing_dash(refusal: &Refusal) -> Option<Found> {
    refusal.before_key().find_map(|line| {
        let above = refusal.above(line.number).next()?;
        let is_among = above.has_dash() && above.indent == line.indent;
        (is_among && !line.has_dash() && line.key.is_none() && line.indent > 0)
            .then(|| Found::at(line.whole()))
    })
}

/// `- …` in the column of keys that have their values, or a key in the column of items.
pub(super) fn among_keys(refusal: &Refusal) -> Option<Found> {
    let line = refusal.line;
    let mut above = refusal.above(line.number).filter(|above| above.indent <= line.indent);
    let above = above.next().filter(|above| above.indent == line.indent)?;
    let is_item = line.has_dash() && !above.has_dash() && !above.value().is_empty();
    let is_key = !line.has_dash() && line.key.is_some() && above.has_dash();
    (is_item || is_key).then(|| Found::at(line.whole()))
}
