//! A label of the wiki within a value: a page that was cut at the wrong place.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::finding::{Lint, Severity};
use crate::lang::{phrase, text};
use crate::portfolio::Location;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::sheet::wiki_labels::LABELS;
use crate::text::fold::name_key;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "label-in-value",
        severity: Severity::Warning,
        title: text!("wiki label inside a value", "libellé du wiki dans une valeur"),
        why: text!(
            "The value was pasted with a label; what follows the label probably belongs in \
             another field.",
            "La valeur a été collée avec un libellé ; la suite appartient sans doute à un autre \
             champ.",
        ),
        help: text!(
            "move what follows to its own key, and delete the label",
            "déplacez la suite sous sa propre clé, et supprimez le libellé",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
description:
  request: |
    Décider du plan de la place.
    ⟦Outils utilisés dans ce projet⟧
    Un forum.
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
description:
  request: Décider du plan de la place.
tools:
  - Forum ouvert
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let findings = context.texts.iter().filter_map(|place| {
        let text = place.text;
        let (line, key) = text.lines().find_map(|line| Some((line, label(line)?)))?;
        let label = match key {
            "" => phrase!("wiki label", "libellé du wiki"),
            key => phrase!("the rest belongs in {key}", "la suite va dans {key}", key),
        };
        Some(FieldFinding::on(Location::passage(place.path(), line.trim(), 0), label))
    });
    findings.collect()
}

/// The first words of the labels: most lines begin with none of them.
static FIRST: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let names = LABELS.iter().flat_map(|label| label.names);
    names.filter_map(|name| name.split(' ').next()).map(str::to_owned).collect()
});

/// The key of the label that a line is, alone or with its value behind a colon. Labels of one
/// word are words that people write, too.
fn label(line: &str) -> Option<&'static str> {
    if line.len() > 120 || !line.trim().contains(' ') {
        return None;
    }
    let first = line.split_whitespace().next().unwrap_or_default();
    if first.len() > 16 || !FIRST.contains(&name_key(first)) {
        return None;
    }
    let head = line.split(':').next().unwrap_or(line);
    let folded = name_key(head.trim().trim_end_matches(['!', '?', '*', ' ']));
    let is_label = |name: &str| match name.split_once(" *") {
        Some((head, "")) => {
            folded.strip_prefix(head).is_some_and(|rest| rest.starts_with(' '))
                && head.contains(' ')
        }
        _ => name.contains(' ') && name == folded,
    };
    LABELS.iter().find(|label| label.names.iter().any(|name| is_label(name))).map(|label| label.key)
}
