//! A label of the wiki within a value: a page that was cut at the wrong place.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::finding::{Lint, Severity};
use crate::lang::{phrase, text};
use crate::portfolio::Location;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::sheet::wiki_labels::LABELS;
use crate::text::fold::{name_key, starts_with_key};
use crate::value::{duration, money};

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
        let within =
            text.lines().find_map(|line| Some((line, label(line).or_else(|| inside(line))?)));
        let (line, key) = within.or_else(|| above_value(text))?;
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

/// The first letters of those: hardly a sentence begins with them.
static BEGINNINGS: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| HEADS.iter().filter_map(|head| head.get(..BEGINNING)).collect());

/// So many letters are looked at before more of a line is folded.
const BEGINNING: usize = 6;

/// No two first words are longer than this, in bytes, however they are spelt.
const MAX_HEAD: usize = 48;

/// Whether a text may begin with a label of several words.
fn may_begin(text: &str) -> bool {
    let letters = folded_head(text, 2 * BEGINNING);
    letters.get(..BEGINNING).is_some_and(|letters| BEGINNINGS.contains(letters)) && {
        let begins = folded_head(text, MAX_HEAD);
        HEADS.iter().any(|head| begins.starts_with(head))
    }
}

/// The beginning of a text, folded: at most so many bytes of it.
fn folded_head(text: &str, bytes: usize) -> String {
    let end = (0..=text.len().min(bytes)).rfind(|end| text.is_char_boundary(*end));
    name_key(&text[..end.unwrap_or_default()])
}

/// The key of the label that a line is, alone or with its value behind a colon. Labels of one
/// word are words that people write, too.
fn label(line: &str) -> Option<&'static str> {
    if line.len() > 120 || !may_begin(line.trim_start()) {
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

/// The key of the label that stands within a line, before its value: with a capital, and with a
/// colon or a number behind it, unless no sentence has as many words of a label.
fn inside(line: &str) -> Option<&'static str> {
    let mut starts = line.char_indices().filter(|(at, c)| {
        let before = line[..*at].chars().next_back();
        c.is_uppercase() && !before.is_some_and(char::is_alphanumeric)
    });
    starts
        .find_map(|(at, _)| {
            let rest = Some(&line[at..]).filter(|rest| may_begin(rest))?;
            LABELS.iter().find(|label| label.names.iter().any(|name| stands_at(rest, name)))
        })
        .map(|label| label.key)
}

/// Whether a text begins with a label of several words, and goes on with its value.
fn stands_at(text: &str, name: &str) -> bool {
    let name = name.strip_suffix(" *").unwrap_or(name);
    if !name.contains(' ') || !starts_with_key(text, name) {
        return false;
    }
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    let Some(end) = ends.take(name.len() + 1).find(|end| name_key(&text[..*end]) == name) else {
        return false;
    };
    let rest = text[end..].trim_start_matches(['!', '?', '*', ' ', '\u{a0}', '\u{202f}']);
    let is_long = name.split(' ').count() >= 4 || name.ends_with("methodo");
    let apart = !text[end..].starts_with(char::is_alphanumeric);
    apart
        && !rest.is_empty()
        && (is_long || rest.starts_with(|c: char| c == ':' || c.is_ascii_digit()))
}

/// A label of one word alone on its line, and its key, where the next line reads as its value.
fn above_value(text: &str) -> Option<(&str, &'static str)> {
    if !text.contains('\n') {
        return None;
    }
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).peekable();
    while let Some(line) = lines.next() {
        let word = line.trim().trim_end_matches([':', ' ', '\u{a0}']);
        let next = lines.peek().map_or("", |next| next.trim());
        if word.len() > MAX_WORD || word.contains(' ') || next.is_empty() {
            continue;
        }
        let reads = match name_key(word).as_str() {
            "cout" | "budget" => money::parse(next).whole().is_some(),
            "duree" => duration::parse(next).whole().is_some(),
            _ => false,
        };
        if reads {
            let key = if name_key(word) == "duree" { "dates.duration" } else { "cost" };
            return Some((line, key));
        }
    }
    None
}

/// No label of one word is longer, in bytes.
const MAX_WORD: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_of_several_words_may_begin_a_text_however_it_is_spelt() {
        let names = LABELS.iter().flat_map(|label| label.names);
        for name in names.map(|name| name.strip_suffix(" *").unwrap_or(name)) {
            let spelt = [name.to_uppercase(), name.replace(' ', "-"), name.replace(' ', "\u{a0} ")];
            for text in spelt {
                assert_eq!(may_begin(&text), name.contains(' '), "{text}");
            }
        }
    }

    #[test]
    fn labels_are_found_within_a_line_and_sentences_are_not() {
        for (line, key) in [
            ("Les pépites méthodo ! Aller au marché", Some("lessons.nuggets")),
            ("Parler. Outils utilisés dans ce projet un forum", Some("tools")),
            ("Parler. Demande client : un forum", Some("description.request")),
            ("Cela commence. Date de début 01.03.2023", Some("dates.start")),
            ("Documents produits par les élèves", None),
            ("Le nombre d'habitants : 12", None),
            ("Une demande client qui change", None),
        ] {
            assert_eq!(inside(line), key, "{line}");
        }
        assert_eq!(above_value("Parler.\nCoût\n900 € HT").map(|(_, key)| key), Some("cost"));
        assert_eq!(above_value("Coût\nUne question difficile"), None);
    }
}
