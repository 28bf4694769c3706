//! What stands in two sheets.

use std::collections::HashMap;

use crate::rules::facts::{SheetFacts, TextHash, names_by_sheet};
use crate::text::Span;

/// Tells what stands in a sheet and in an earlier one, too: the sheet, the place, the earlier sheet.
pub(super) fn find_repeats(
    facts: &[&SheetFacts],
    marks: fn(&SheetFacts) -> &[TextHash],
    mut tell: impl FnMut(usize, Span, usize),
) {
    let all = facts.iter().map(|fact| marks(fact).len()).sum();
    let mut first: HashMap<u64, usize> = HashMap::with_capacity(all);
    let related = names_by_sheet(facts, |fact| &fact.related);
    let names = |one: usize, other: usize| {
        related.get(&one).is_some_and(|related| related.contains(&*facts[other].id))
    };
    for (index, fact) in facts.iter().enumerate() {
        for mark in marks(fact) {
            let earlier = *first.entry(mark.hash).or_insert(index);
            if earlier < index && !names(index, earlier) && !names(earlier, index) {
                tell(index, mark.at, earlier);
            }
        }
    }
}
