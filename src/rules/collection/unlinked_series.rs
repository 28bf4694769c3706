//! An earlier sheet of the same territory that is not linked.

use std::collections::HashMap;

use crate::finding::{Finding, Lint, Severity};
use crate::lang::{phrase, text};
use crate::rules::{Check, Rule, SheetFacts};
use crate::text::shell::shell_quote;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "unlinked-series",
        severity: Severity::Hint,
        title: text!(
            "earlier sheet of the same territory, not linked",
            "fiche antérieure du même territoire, non liée",
        ),
        why: text!(
            "Projects in the same territory build on each other; a reader of one should find the \
             one before.",
            "Les projets d'un même territoire se suivent ; depuis l'un, on doit pouvoir trouver \
             le précédent.",
        ),
        help: text!("add its id under `related:`", "ajoutez son identifiant sous `related:`"),
        bad: "\
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
dates:
  start: 2023-07
# projects/place.yaml
title: La place
territory:
  name: ⟦trifouilly⟧
dates:
  start: 2024-07
",
        good: "\
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
dates:
  start: 2023-07
# projects/place.yaml
title: La place
territory:
  name: Trifouilly
dates:
  start: 2024-07
related:
  - forum
",
    },
    check: Check::Collection(check),
};

fn check(facts: &[&SheetFacts], report: &mut dyn FnMut(usize, Finding)) {
    let mut territories: HashMap<u64, Vec<usize>> = HashMap::new();
    for (index, fact) in facts.iter().enumerate().filter(|(_, fact)| fact.first.is_some()) {
        if let Some(territory) = fact.territory {
            territories.entry(territory).or_default().push(index);
        }
    }
    let mut unlinked = Vec::new();
    for mut series in territories.into_values() {
        series.sort_by_key(|index| (facts[*index].first, *index));
        unlinked.extend(series.windows(2).map(|pair| (pair[1], pair[0])).filter(
            |(after, before)| {
                let (before, after) = (facts[*before], facts[*after]);
                let linked = after.names(before) || before.names(after);
                !linked && before.first < after.first
            },
        ));
    }
    unlinked.sort_unstable();
    for (index, before) in unlinked {
        let (after, id) = (facts[index], &facts[before].id);
        let label = phrase!("earlier sheet: {id}", "fiche antérieure : {id}", id);
        let finding = Finding::new(&RULE.lint, after.territory_at, label);
        let help = phrase!(
            "link it: sheet add related {later} {id}",
            "liez-la : sheet add related {later} {id}",
            later = shell_quote(&after.id),
            id = shell_quote(id),
        );
        report(index, finding.with_help(help));
    }
}
