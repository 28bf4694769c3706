//! A label of the wiki within a value: a page that was cut at the wrong place.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use crate::finding::{Lint, Severity};
use crate::lang::{phrase, text};
use crate::portfolio::Location;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::shape::Shape;
use crate::sheet::wiki_labels::LABELS;
use crate::text::fold::{first_letter, name_key, search_key, starts_with_key};
use crate::text::scan::has_byte;
use crate::value::list::{self, KnownNames, Scope, words};
use crate::value::parsed::Parsed;
use crate::value::person::Person;
use crate::value::{count, date, duration, effort, money, quantity};

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
    let findings = context.all_texts().filter_map(|place| {
        let text = place.text;
        let several = || {
            let mut lines = text.lines();
            lines.find_map(|line| Some((line, label(line).or_else(|| inside(line))?)))
        };
        let found = may_hold(text).then(several).flatten();
        let (line, key) = found.or_else(|| one_word(text))?;
        let label = match key {
            "" => phrase!("wiki label", "libellé du wiki"),
            key => phrase!("the rest belongs in {key}", "la suite va dans {key}", key),
        };
        Some(FieldFinding::on(Location::passage(place.path(), line.trim(), 0), label))
    });
    findings.collect()
}

/// The first two words of the labels of several words, by their first letter: few lines begin with
/// any of them.
static HEADS: LazyLock<[Vec<&str>; 26]> = LazyLock::new(|| {
    let names = LABELS.iter().flat_map(|label| label.names);
    let two = |name: &'static str| {
        let name = name.strip_suffix(" *").unwrap_or(name);
        let mut spaces = name.match_indices(' ').map(|(place, _)| place);
        spaces.next()?;
        Some(&name[..spaces.next().unwrap_or(name.len())])
    };
    let all: BTreeSet<&str> = names.filter_map(|name| two(name)).collect();
    let of = |letter: char| all.iter().copied().filter(|head| head.starts_with(letter)).collect();
    std::array::from_fn(|index| of(char::from(b'a' + index as u8)))
});

/// No two first words are longer than this, in bytes, however they are spelt.
const MAX_HEAD: usize = 48;

/// The bytes at which one of those may begin: a capital, and the end of the line before.
static STARTS: LazyLock<[bool; 256]> = LazyLock::new(|| {
    let begins = |byte: u8| !HEADS[usize::from(byte - b'A')].is_empty();
    std::array::from_fn(|byte| match byte as u8 {
        byte @ b'A'..=b'Z' => begins(byte),
        byte => byte == b'\n' || byte >= 0xc3,
    })
});

/// Whether a label of several words may begin a line of a text, or stand within one.
fn may_hold(text: &str) -> bool {
    let starts = &*STARTS;
    let mut places = text.bytes().enumerate().filter(|(_, byte)| starts[usize::from(*byte)]);
    may_begin(text)
        || places.any(|(at, byte)| {
            (byte == b'\n' || begins_with_capital(text, at)) && may_begin(&text[at..])
        })
}

/// Whether a text may begin with a label of several words.
fn may_begin(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = text.chars().next().and_then(first_letter).and_then(|c| u8::try_from(c).ok());
    let index = first.map(|letter| usize::from(letter.wrapping_sub(b'a')));
    let Some(heads) = index.and_then(|index| HEADS.get(index)) else {
        return false;
    };
    heads.iter().any(|head| begins_alike(text, head)) && {
        let begins = folded_head(text, MAX_HEAD);
        heads.iter().any(|head| begins.starts_with(head))
    }
}

/// Whether a text begins with the letters of a head, as far as no other mark stands between them.
fn begins_alike(text: &str, head: &str) -> bool {
    let mut after_space = false;
    for (c, wanted) in text.chars().zip(head.chars()) {
        let same = c.to_ascii_lowercase() == wanted;
        if !same && (c.is_ascii_alphabetic() || c == ' ' && !after_space) {
            return false;
        }
        if !same && first_letter(c) != Some(wanted) {
            return !c.is_alphabetic();
        }
        after_space = c == ' ';
    }
    true
}

/// The beginning of a text, folded: at most so many bytes of it.
fn folded_head(text: &str, bytes: usize) -> String {
    let end = (0..=text.len().min(bytes)).rfind(|end| text.is_char_boundary(*end));
    name_key(&text[..end.unwrap_or_default()])
}

/// The key of the label that a line is, alone or with its value behind a colon. Labels of one
/// word are words that people write, too.
fn label(line: &str) -> Option<&'static str> {
    if line.len() > 120 || !may_begin(line) {
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
    // A capital is one byte, or begins with one that is none of ASCII.
    let bytes = line.bytes().enumerate();
    let mut starts = bytes.filter(|(at, byte)| {
        (byte.is_ascii_uppercase() || *byte >= 0xc3) && begins_with_capital(line, *at)
    });
    starts
        .find_map(|(at, _)| {
            let rest = Some(&line[at..]).filter(|rest| may_begin(rest))?;
            LABELS.iter().find(|label| label.names.iter().any(|name| stands_at(rest, name)))
        })
        .map(|label| label.key)
}

/// Whether a word with a capital begins at a byte of a line that begins a character.
fn begins_with_capital(line: &str, at: usize) -> bool {
    let (before, rest) = line.split_at(at);
    rest.starts_with(char::is_uppercase) && !before.ends_with(char::is_alphanumeric)
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

/// The fields that a label of one word names: by the word, folded.
static ONE_WORD: LazyLock<HashMap<String, &'static Field>> = LazyLock::new(|| {
    let of_fields = fields::written()
        .flat_map(|field| field.labels().chain([field.short_fr]).map(move |name| (name, field)));
    let of_page = LABELS.iter().filter_map(|label| Some((label, fields::find(label.key)?)));
    let of_page = of_page.flat_map(|(label, field)| label.names.iter().map(move |n| (*n, field)));
    let named = of_fields.chain(of_page).map(|(name, field)| (name_key(name), field));
    named.filter(|(name, _)| !name.contains(' ')).collect()
});

/// A label of one word, and its key, where what stands behind its colon, or on the next line if it
/// is alone on its own, reads as its value: they are words that people write, too.
fn one_word(text: &str) -> Option<(&str, &'static str)> {
    if !(has_byte(text, b'\n') || has_byte(text, b':')) {
        return None;
    }
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).peekable();
    while let Some(line) = lines.next() {
        let (head, behind) = line.split_once(':').unwrap_or((line, ""));
        let mark = |c: char| c.is_whitespace() || matches!(c, '*' | '#' | '=' | '!' | '?');
        let word = head.trim_matches(mark);
        let next = lines.peek().map_or("", |next| *next);
        let value = if behind.trim_matches(['*', ' ']).is_empty() { next } else { behind };
        if word.len() > MAX_WORD || word.contains(' ') || value.is_empty() {
            continue;
        }
        if let Some(field) = ONE_WORD.get(&name_key(word))
            && reads_as(field.shape, value.trim_matches(['*', ' ', '\t', '\u{a0}']))
        {
            return Some((line, field.key));
        }
    }
    None
}

/// No label of one word is longer, in bytes.
const MAX_WORD: usize = 24;

/// Whether a text can hardly be anything but a value of this shape. Any line may be a title and any
/// sentence a request, so that neither is told by its look.
fn reads_as(shape: Shape, text: &str) -> bool {
    match shape {
        Shape::Cost => money::parse(text).whole().is_some(),
        Shape::Effort => effort::parse(text).whole().is_some(),
        Shape::Date => date::parse(text).whole().is_some() || date::span(text).is_some(),
        Shape::Duration => duration::parse(text).whole().is_some(),
        Shape::Count(unit) => count::parse(text, unit).whole().is_some(),
        Shape::Code(code) => code.check(text).is_ok(),
        Shape::Decimal => quantity::signed(text).whole().is_some(),
        Shape::Choice(all) => {
            let text = search_key(text);
            all().into_iter().any(|choice| choice.names().any(|name| search_key(name) == text))
        }
        Shape::Line => text.starts_with(|c: char| c.is_ascii_digit()),
        Shape::Organisations => words::is_organisation(text),
        Shape::People => {
            let people = list::read::<Person>(text, Scope::Field, &KnownNames::default());
            people.iter().all(|judged| match &judged.outcome {
                Parsed::Exact(person) => people.len() > 1 || !person.first_name_only(),
                _ => false,
            })
        }
        Shape::Lines | Shape::Lessons | Shape::Words | Shape::Moments | Shape::Documents => {
            text.starts_with(['-', '•', '–'])
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
    }

    /// A value of each shape that is told by its look, and a line that is none.
    fn examples(shape: Shape) -> Option<(&'static str, &'static str)> {
        Some(match shape {
            Shape::Cost => ("900 € HT", "Une question difficile"),
            Shape::Effort => ("12 jours", "Les jours heureux"),
            Shape::Date => ("1er mars 2023", "En mars, la place"),
            Shape::Duration => ("9 mois", "Un mois de trop"),
            Shape::Count(_) => ("1 400", "Un peu plus"),
            Shape::Decimal => ("46,2", "Presque rien"),
            Shape::Choice(all) => (all().first()?.code, "Rien de tel"),
            Shape::Line => ("12 rue des Oies", "Une rue"),
            Shape::Organisations => ("Ville de Bourg", "Une ville à vivre"),
            Shape::People => ("Alix Durand, Sam Petit", "Tous ont parlé"),
            Shape::Lines | Shape::Lessons | Shape::Words | Shape::Moments | Shape::Documents => {
                ("- Un forum", "Un forum a eu lieu")
            }
            _ => return None,
        })
    }

    #[test]
    fn a_label_of_one_word_is_one_where_what_follows_reads_as_its_value() {
        let mut seen = 0;
        for (label, field) in ONE_WORD.iter() {
            let Some((value, prose)) = examples(field.shape) else { continue };
            seen += 1;
            let found = |text: String| one_word(&text).map(|(_, key)| key);
            let alone = format!("Parler.\n{label}\n{value}\n");
            assert_eq!(found(alone), Some(field.key), "{label}");
            let marked = format!("Parler.\n\n**{} :**\n\n{value}", label.to_uppercase());
            assert_eq!(found(marked), Some(field.key), "{label}");
            assert_eq!(found(format!("{label} : {value}")), Some(field.key), "{label}");
            assert_eq!(found(format!("{label}\n{prose}")), None, "{label}");
            assert_eq!(found(format!("{label} : {prose}")), None, "{label}");
            assert_eq!(found(format!("{label} {value}")), None, "{label}");
        }
        assert!(seen > 40, "{seen}");
    }

    proptest! {
        #[test]
        fn no_label_is_missed_at_a_glance(
            before in "(Parler\\. |un forum|É|- |\\*\\*|\n| ){0,3}",
            name in prop::sample::select(LABELS.iter().flat_map(|label| label.names.iter()).copied().collect::<Vec<_>>()),
            capital in any::<bool>(),
            behind in "( \\*| ?!| ?:|\n| 12| un forum){0,3}",
        ) {
            let (first, rest) = name.split_at(name.chars().next().map_or(0, char::len_utf8));
            let first = if capital { first.to_uppercase() } else { first.to_owned() };
            let text = format!("{before}{first}{rest}{behind}");
            let found = text.lines().any(|line| label(line).or_else(|| inside(line)).is_some());
            prop_assert!(!found || may_hold(&text), "{text:?}");
        }
    }
}
