//! A sheet that another one names and that is not there.

use crate::finding::{Finding, Lint, Severity};
use crate::lang::common::did_you_mean;
use crate::lang::text;
use crate::rules::{Check, Rule, SheetFacts};
use crate::text::nearest::nearest_other;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "unknown-related",
        severity: Severity::Error,
        title: text!("link to a sheet that does not exist", "lien vers une fiche qui n'existe pas",),
        why: text!(
            "These are ids of other sheets: this one is mistyped, or the sheet was renamed by \
             hand.",
            "Ce sont les identifiants d'autres fiches : celui-ci est mal tapé, ou la fiche a \
             été renommée à la main.",
        ),
        help: text!(
            "use an existing id: sheet list --columns id,title",
            "prenez un identifiant existant : sheet list --columns id,title",
        ),
        bad: "\
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
related:
  - ⟦la-place⟧
# projects/place.yaml
title: La place
territory:
  name: Perpète
",
        good: "\
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
related:
  - place
# projects/place.yaml
title: La place
territory:
  name: Perpète
",
    },
    check: Check::Collection(check),
};

/// The most comparisons of an unknown id with a known one, over the whole collection: each costs the
/// count of edits between them.
const MAX_COMPARED: usize = 1_000_000;

fn check(facts: &[&SheetFacts], report: &mut dyn FnMut(usize, Finding)) {
    let known = KnownIds::of(facts.iter().map(|fact| &*fact.id));
    let mut with_suggestion = known.max_suggestions();
    for (index, fact) in facts.iter().enumerate() {
        for finding in known.unknown(fact, with_suggestion) {
            report(index, finding);
            with_suggestion = with_suggestion.saturating_sub(1);
        }
    }
}

/// What is reported of the sheets that one names, among these ids.
pub fn among<'a>(fact: &SheetFacts, ids: impl Iterator<Item = &'a str>) -> Vec<Finding> {
    let known = KnownIds::of(ids);
    known.unknown(fact, known.max_suggestions())
}

/// The ids of a collection, in order: the nearest is the same one however often it is asked.
struct KnownIds<'a>(Vec<&'a str>);

impl<'a> KnownIds<'a> {
    fn of(ids: impl Iterator<Item = &'a str>) -> KnownIds<'a> {
        let mut sorted: Vec<&str> = ids.collect();
        sorted.sort_unstable();
        sorted.dedup();
        KnownIds(sorted)
    }

    fn find(&self, id: &str) -> Option<&'a str> {
        Some(self.0[self.0.binary_search(&id).ok()?])
    }

    /// For how many unknown ids the nearest is looked for, so that `MAX_COMPARED` is hardly passed.
    fn max_suggestions(&self) -> usize {
        MAX_COMPARED.div_ceil(self.0.len().max(1))
    }

    /// The id that was probably meant by one that nobody has, in the sheet of another.
    fn nearest(&self, id: &str, own: &str, is_compared: bool) -> Option<&'a str> {
        let itself = self.find(&id.to_lowercase());
        let other = || if is_compared { nearest_other(id, &self.0) } else { None };
        itself.or_else(other).filter(|near| *near != own)
    }

    /// The ids that a sheet names and nobody has; for the first of them the nearest is looked for.
    fn unknown(&self, fact: &SheetFacts, with_suggestion: usize) -> Vec<Finding> {
        let unknown = fact.references().filter(|(id, _)| self.find(id).is_none());
        unknown
            .enumerate()
            .map(|(number, (id, at))| {
                let label = text!("no sheet has this id", "aucune fiche n'a cet identifiant");
                let finding = Finding::new(&RULE.lint, at, label);
                match self.nearest(id, &fact.id, number < with_suggestion) {
                    Some(near) => finding.with_help(did_you_mean(near)),
                    None => finding,
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_ids_the_fewer_are_compared() {
        let ids: Vec<String> = (0..2 * MAX_COMPARED / 1000).map(|id| format!("s-{id}")).collect();
        let known = |count: usize| KnownIds::of(ids[..count].iter().map(String::as_str));
        for count in [0, 1, 10, 1000, 2000] {
            let known = known(count);
            let compared = known.max_suggestions() * count;
            assert!(compared < MAX_COMPARED + count.max(1), "{count}: {compared}");
        }
        let known = known(20);
        assert_eq!(known.nearest("s-1x", "", true), Some("s-1"));
        assert_eq!(known.nearest("s-1x", "", false), None);
        assert_eq!(known.nearest("S-1", "", false), Some("s-1"));
    }
}
