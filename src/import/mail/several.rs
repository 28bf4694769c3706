//! Which answer belongs to which line, where a reply holds several lines that bring one back.

use crate::import::mail::stretches::Stretch;
use crate::sheet::ask::Tag;
use crate::sheet::field::Field;

/// Whether these lines ask more than one thing.
pub(super) fn is_several(tags: &[Tag]) -> bool {
    let mut names = tags.iter().map(Tag::to_string);
    let first = names.next();
    names.any(|name| Some(name) != first)
}

/// The line of each stretch that says something, none where it is no answer: by the question right
/// above it, whose line is the next one; else where one stands below each line, or, of lines without
/// questions, above each. Nothing where that cannot be known.
pub(super) fn placed(
    said: &[(&Stretch, String)],
    tags: &[Tag],
    asked: &[&'static Field],
) -> Option<Vec<Option<Tag>>> {
    let tag = |at: usize| tags.get(at).cloned();
    let stretches: Vec<&Stretch> = said.iter().map(|(stretch, _)| *stretch).collect();
    if stretches.iter().any(|stretch| stretch.below.is_some()) {
        let answered = stretches.iter().map(|stretch| match stretch.below {
            Some(question) => {
                let tag = tag(stretch.tags)?;
                (tag.field.key == asked[question].key).then_some(Some(tag))
            }
            None => Some(None),
        });
        return answered.collect();
    }
    let gaps: Vec<usize> = stretches.iter().map(|stretch| stretch.tags).collect();
    if stretches.iter().any(|stretch| stretch.is_unmarked) {
        return None;
    }
    if gaps.iter().copied().eq(1..=tags.len()) {
        return Some(gaps.iter().map(|gap| tag(gap - 1)).collect());
    }
    let is_above = asked.is_empty() && gaps.iter().copied().eq(0..tags.len());
    is_above.then(|| gaps.iter().map(|gap| tag(*gap)).collect())
}
