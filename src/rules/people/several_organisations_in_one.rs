//! One commissioner, partner, tool or target group that is probably two.

use crate::finding::{Lint, Severity};
use crate::lang::{Phrase, text};
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::sheet::shape::Shape;
use crate::value::list;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "several-organisations-in-one",
        severity: Severity::Hint,
        title: text!(
            "probably several names on one line",
            "sans doute plusieurs noms sur une ligne",
        ),
        why: text!(
            "Two organisations or tools on one line are searched and counted as a third one, which \
             does not exist.",
            "Deux organisations ou deux outils sur une ligne sont cherchés et comptés comme un \
             troisième, qui n'existe pas.",
        ),
        help: text!("put each on its own `- …` line", "mettez chacun sur sa propre ligne `- …`"),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
commissioners:
  - ⟦Habitat 74 et Ville de Trifouilly⟧
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
commissioners:
  - Habitat 74
  - Ville de Trifouilly
  - Département de Saône et Loire
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let sheet = context.sheet;
    let named = context
        .texts
        .iter()
        .filter(|place| matches!(place.field.shape, Shape::Organisations | Shape::Lines));
    let several = named.filter_map(|place| {
        let kind = place.field.shape.kind()?;
        let known = context.config.known.of(place.field.more.names);
        let parts = list::pieces(place.text, kind, known);
        let path = (parts.len() > 1).then(|| place.path())?;
        let certain = !sheet.uncertain.contains(&path);
        certain.then(|| FieldFinding::at(path, Phrase::untranslated(parts.join(" | "))))
    });
    several.collect()
}
