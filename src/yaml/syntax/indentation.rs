//! Lines that stand in no column of those above.

use crate::yaml::syntax::line::Line;
use crate::yaml::syntax::refusal::Refusal;
use crate::yaml::syntax::slip::Found;

/// An item to the left of those above it.
pub(super) fn item(refusal: &Refusal) -> Option<Found> {
    let line = refusal.line;
    if !line.has_dash() || refusal.byte() > line.content {
        return None;
    }
    let above = || refusal.above(line.number).take_while(|above| above.indent > line.indent);
    let items = || above().filter(Line::has_dash);
    let other = items().next()?;
    let follows_value = above().next().is_some_and(|above| !above.value().is_empty());
    // Between the items of a list and those of another around it, it may belong to either.
    let owner = refusal.above(line.number).find(|above| above.indent <= line.indent);
    let is_one_list = owner.is_some_and(|owner| {
        let outer = refusal.above(owner.number).find(|above| above.indent < owner.indent);
        let is_inner = outer.is_some_and(|outer| outer.has_dash());
        !owner.has_dash() && owner.value().is_empty() && !is_inner
    });
    let is_certain =
        follows_value && is_one_list && items().all(|item| item.indent == other.indent);
    let at = line.span(line.indent..line.indent + 1);
    Some(Found::at(at).with_line(&line, line.indented(other.indent), is_certain))
}

/// A key of an item that is not in the column of its first key.
pub(super) fn member(refusal: &Refusal) -> Option<Found> {
    let line = refusal.line;
    if line.key.is_none() || line.has_dash() || refusal.byte() > line.value {
        return None;
    }
    let item =
        refusal.above(line.number).find(|above| above.has_dash() || above.indent < line.indent)?;
    let is_member = item.has_dash() && item.key.is_some();
    if !is_member || !(item.indent..item.content).contains(&line.indent) {
        return None;
    }
    // It may as well be a key of the mapping to which the list belongs, and stand too far right.
    let owner = refusal.above(item.number).find(|above| above.indent <= item.indent)?;
    let is_certain = item.content - line.indent < line.indent - owner.indent;
    let at = line.span(line.content..line.content + line.key?.len());
    Some(Found::at(at).with_line(&line, line.indented(item.content), is_certain))
}

/// A key or an item in a column where no other begins.
pub(super) fn unaligned(refusal: &Refusal) -> Option<Found> {
    let above = refusal.above(refusal.line.number).next()?;
    misplaced(refusal).filter(|_| above.indent > refusal.line.indent)
}

/// The first key of a sheet, where it is indented and those below are not.
pub(super) fn first_key(refusal: &Refusal) -> Option<Found> {
    let line = refusal.line;
    let mut above = refusal.above(line.number);
    let first = above.next().filter(|first| first.key.is_some() && !first.has_dash())?;
    let is_alone = above.next().is_none() && first.indent > 0;
    let is_key = line.indent == 0 && line.key.is_some() && !line.has_dash();
    (is_alone && is_key).then(|| {
        let at = first.span(first.content..first.value.max(first.content + 1));
        Found::at(at).with_line(&first, first.indented(0), true)
    })
}

/// Any other key or item that is refused where it begins.
pub(super) fn misplaced(refusal: &Refusal) -> Option<Found> {
    let line = refusal.line;
    let is_due = line.key.is_some() || line.has_dash();
    (is_due && refusal.byte() <= line.value.max(line.content)).then(|| Found::at(line.whole()))
}
