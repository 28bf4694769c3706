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

/// As many times an id that nobody has is compared with one that a sheet has, and hardly more often.
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

    /// For how many ids that nobody has the nearest is looked for among all.
    fn max_suggestions(&self) -> usize {
        MAX_COMPARED.div_ceil(self.0.len().max(1))
    }

    /// The id that was probably meant by one that nobody has, in the sheet of another.
    fn nearest(&self, id: &str, own: &str) -> Option<&'a str> {
        let itself = self.find(&id.to_lowercase());
        itself.or_else(|| nearest_other(id, &self.0)).filter(|near| *near != own)
    }

    /// The ids that a sheet names and nobody has; for the first of them the nearest is looked for.
    fn unknown(&self, fact: &SheetFacts, with_suggestion: usize) -> Vec<Finding> {
        let unknown = fact.references().filter(|(id, _)| self.find(id).is_none());
        unknown
            .enumerate()
            .map(|(number, (id, at))| {
                let label = text!("no sheet has this id", "aucune fiche n'a cet identifiant");
                let finding = Finding::new(&RULE.lint, at, label);
                let near = (number < with_suggestion).then(|| self.nearest(id, &fact.id)).flatten();
                match near {
                    Some(near) => finding.with_help(did_you_mean(near)),
                    None => finding,
                }
            })
            .collect()
    }
}
