//! What stands in two sheets.

use std::collections::{HashMap, HashSet};

use crate::rules::facts::{SheetFacts, TextHash};
use crate::text::Span;

/// What stands in a sheet and in an earlier one, too: the sheet, the place, the earlier sheet.
pub(super) fn find_repeats(
    facts: &[SheetFacts],
    marks: fn(&SheetFacts) -> &[TextHash],
) -> Vec<(usize, Span, usize)> {
    let all = facts.iter().map(|fact| marks(fact).len()).sum();
    let mut first: HashMap<u64, usize> = HashMap::with_capacity(all);
    let related = facts.iter().map(|fact| fact.related.iter().map(|related| &*related.name));
    let related: Vec<HashSet<&str>> = related.map(Iterator::collect).collect();
    let names = |one: usize, other: usize| related[one].contains(&*facts[other].id);
    let mut found = Vec::new();
    for (index, fact) in facts.iter().enumerate() {
        for mark in marks(fact) {
            let earlier = *first.entry(mark.hash).or_insert(index);
            if earlier < index && !names(index, earlier) && !names(earlier, index) {
                found.push((index, mark.at, earlier));
            }
        }
    }
    found
}
