//! A sheet that another one names and that is not there.

use std::collections::HashSet;

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

/// At most so many ids that nobody has are compared with all others.
const MAX_SUGGESTIONS: usize = 100;

fn check(facts: &[&SheetFacts], report: &mut dyn FnMut(usize, Finding)) {
    let ids: HashSet<&str> = facts.iter().map(|fact| &*fact.id).collect();
    let known = KnownIds::of(ids);
    let mut with_suggestion = MAX_SUGGESTIONS;
    for (index, fact) in facts.iter().enumerate() {
        for finding in known.unknown(fact, with_suggestion) {
            report(index, finding);
            with_suggestion = with_suggestion.saturating_sub(1);
        }
    }
}

/// What is reported of the sheets that one names, among these ids.
pub fn among<'a>(fact: &SheetFacts, ids: impl Iterator<Item = &'a str>) -> Vec<Finding> {
    KnownIds::of(ids.collect()).unknown(fact, MAX_SUGGESTIONS)
}

/// The ids of a collection.
struct KnownIds<'a> {
    ids: HashSet<&'a str>,
    /// In order, so that the nearest is the same one however often it is asked.
    sorted: Vec<&'a str>,
}

impl<'a> KnownIds<'a> {
    fn of(ids: HashSet<&'a str>) -> KnownIds<'a> {
        let mut sorted: Vec<&str> = ids.iter().copied().collect();
        sorted.sort_unstable();
        KnownIds { ids, sorted }
    }

    /// The id that was probably meant by one that nobody has, in the sheet of another.
    fn nearest(&self, id: &str, own: &str) -> Option<&'a str> {
        let itself = self.ids.get(id.to_lowercase().as_str()).copied();
        itself.or_else(|| nearest_other(id, &self.sorted)).filter(|near| *near != own)
    }

    /// The ids that a sheet names and nobody has; for the first of them the nearest is looked for.
    fn unknown(&self, fact: &SheetFacts, with_suggestion: usize) -> Vec<Finding> {
        let unknown = fact.references().filter(|(id, _)| !self.ids.contains(id));
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
