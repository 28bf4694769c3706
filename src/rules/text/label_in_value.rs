//! A label of the wiki within a value: a page that was cut at the wrong place.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::finding::{Lint, Severity};
use crate::lang::{phrase, text};
use crate::portfolio::Location;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::sheet::wiki_labels::LABELS;
use crate::text::fold::{first_letter, name_key};

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

/// The first two words of the labels of several words: few lines begin with any of them.
static HEADS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let names = LABELS.iter().flat_map(|label| label.names);
    let two = |name: &'static str| {
        let name = name.strip_suffix(" *").unwrap_or(name);
        let mut spaces = name.match_indices(' ').map(|(place, _)| place);
        spaces.next()?;
        Some(&name[..spaces.next().unwrap_or(name.len())])
    };
    names.filter_map(|name| two(name)).collect()
});

/// The letters that those begin with.
static LETTERS: LazyLock<BTreeSet<char>> =
    LazyLock::new(|| HEADS.iter().filter_map(|head| head.chars().next()).collect());

/// No two first words are longer than this, in bytes, however they are spelt.
const MAX_HEAD: usize = 48;

/// The key of the label that a line is, alone or with its value behind a colon. Labels of one
/// word are words that people write, too.
fn label(line: &str) -> Option<&'static str> {
    if line.len() > 120 {
        return None;
    }
    if !first_letter(line.trim_start()).is_some_and(|letter| LETTERS.contains(&letter)) {
        return None;
    }
    let end = (0..=line.len().min(MAX_HEAD)).rfind(|end| line.is_char_boundary(*end));
    let begins = name_key(&line[..end.unwrap_or_default()]);
    if !HEADS.iter().any(|head| begins.starts_with(head)) {
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
