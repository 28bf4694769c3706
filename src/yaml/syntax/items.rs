//! Items and keys side by side.

use crate::yaml::syntax::line::Line;
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

/// `* …` in the place of `- …`, as in a message or in Markdown.
pub(super) fn star(refusal: &Refusal) -> Option<Found> {
    let line = refusal.line;
    let text = line.content().strip_prefix("* ").filter(|_| !line.has_dash())?;
    let is_there = refusal.byte() == line.content;
    let at = line.span(line.content..line.content + 1);
    let item = format!("{}- {text}", &line.text[..line.content]);
    // By itself it may be prose below its key.
    let beside = |other: Option<Line>| {
        other.is_some_and(|other| other.has_dash() && other.indent == line.indent)
    };
    let is_certain =
        beside(refusal.above(line.number).next()) || beside(refusal.below(line.number).next());
    is_there.then(|| Found::at(at).with_line(&line, item, is_certain))
}

/// `- …` in the column of keys that have their values, or a key in the column of items.
pub(super) fn among_keys(refusal: &Refusal) -> Option<Found> {
    let line = refusal.line;
    let is_below = refusal.above(line.number).next()?.indent > line.indent;
    let mut above = refusal.above(line.number).filter(|above| above.indent <= line.indent);
    let above = above.next().filter(|above| above.indent == line.indent)?;
    let has_value = is_below || !above.value().is_empty();
    let is_item = line.has_dash() && !above.has_dash() && has_value;
    let is_key = !line.has_dash() && line.key.is_some() && above.has_dash();
    (is_item || is_key).then(|| Found::at(line.whole()))
}
