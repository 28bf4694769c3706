//! How most sheets spell a name.

use std::collections::{HashMap, HashSet};

use crate::finding::{Finding, Lint};
use crate::lang::phrase;
use crate::rules::facts::{SheetFacts, SpelledName};
use crate::tree::once;

/// How often a spelling is used, and where first.
struct Spelling<'a> {
    key: u64,
    name: &'a str,
    count: usize,
    first: usize,
}

/// The spelling of a name that most sheets use, and whether there are others.
struct Usual<'a> {
    spelling: &'a Spelling<'a>,
    alone: bool,
}

/// Every name that most sheets spell otherwise: names are one where their keys are the same. Of
/// two spellings used as often, the one that comes first is the right one.
pub(super) fn spelled_twice(
    lint: &'static Lint,
    facts: &[&SheetFacts],
    named: fn(&SheetFacts) -> &[SpelledName],
    report: &mut dyn FnMut(usize, Finding),
) {
    let each = facts.iter().enumerate();
    let each = each.flat_map(|(index, fact)| named(fact).iter().map(move |one| (index, one)));
    let spellings: Vec<Spelling> = once(
        each,
        |(_, one)| (one.name.key, &*one.name.text),
        |(first, one)| Spelling { key: one.name.key, name: &one.name.text, count: 1, first },
        |spelling, _| spelling.count += 1,
    );
    let mut usual: HashMap<u64, Usual> = HashMap::new();
    for spelling in &spellings {
        let weight = |spelling: &Spelling| (spelling.count, usize::MAX - spelling.first);
        let known = usual.entry(spelling.key).and_modify(|known| known.alone = false);
        let known = known.or_insert(Usual { spelling, alone: true });
        if weight(spelling) >= weight(known.spelling) {
            known.spelling = spelling;
        }
    }
    usual.retain(|_, usual| !usual.alone);
    for (index, fact) in facts.iter().enumerate() {
        let mut reported: HashSet<&str> = HashSet::new();
        for one in named(fact) {
            let usual = usual.get(&one.name.key).map(|usual| usual.spelling);
            let Some(usual) = usual.filter(|usual| *usual.name != *one.name.text) else {
                continue;
            };
            if reported.insert(&one.name.text) {
                let (name, path) = (usual.name, &facts[usual.first].path);
                let label = phrase!("`{name}` in {path}", "`{name}` dans {path}", name, path);
                report(index, Finding::new(lint, one.at, label));
            }
        }
    }
}
