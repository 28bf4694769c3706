//! The labels that a page may have: those of the wiki, and every other word for a field.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::section::Section;
use crate::sheet::shape::Shape;
use crate::sheet::wiki_labels::LABELS;
use crate::text::fold::search_key;

/// A label that is known.
#[derive(Clone, Copy)]
pub(in crate::import) struct Label {
    /// The field that it names; a heading names none.
    pub field: Option<&'static Field>,
    pub is_of_wiki: bool,
    /// Whether people only call the field so: a label where what follows reads as its value.
    pub is_wording: bool,
    /// Where it stands on the wiki's page.
    pub place: Option<usize>,
}

impl Label {
    pub(super) fn key(&self) -> &'static str {
        self.field.map_or("", |field| field.key)
    }

    pub(super) fn content(&self) -> Content {
        self.field.map_or(Content::Nothing, Content::of)
    }
}

/// What follows a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Nothing that a field can hold.
    Nothing,
    /// A value of one line.
    Line,
    /// A value of one line or several: names, amounts with shares.
    Names,
    /// Paragraphs.
    Prose,
    /// Items.
    Items,
}

impl Content {
    pub(super) fn of(field: &Field) -> Content {
        if field.section == Section::About {
            return Content::Nothing;
        }
        match field.shape {
            // People rather tell how it turned out than choose a word.
            _ if field.key == "outcome.level" => Content::Prose,
            Shape::Prose => Content::Prose,
            Shape::Cost | Shape::Effort | Shape::People | Shape::Organisations => Content::Names,
            Shape::Lines | Shape::Lessons | Shape::Words | Shape::Moments | Shape::Documents => {
                Content::Items
            }
            _ => Content::Line,
        }
    }

    /// Whether people write sentences here.
    pub(super) fn is_text(self) -> bool {
        matches!(self, Content::Prose | Content::Items)
    }
}

/// Every name of a label, folded.
static NAMES: LazyLock<HashMap<String, Label>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for (place, row) in LABELS.iter().enumerate() {
        let label = Label {
            field: fields::find(row.key),
            is_of_wiki: true,
            is_wording: false,
            place: Some(place),
        };
        for name in row.names {
            names.insert(folded(name), label);
        }
    }
    for field in fields::written() {
        let place = LABELS.iter().position(|row| row.key == field.key);
        let label = Label { field: Some(field), is_of_wiki: false, is_wording: false, place };
        for name in field.labels() {
            names.entry(folded(name)).or_insert(label);
        }
    }
    names
});

/// What people call a field too, folded.
static WORDINGS: LazyLock<HashMap<String, Label>> = LazyLock::new(|| {
    let label =
        |field| Label { field: Some(field), is_of_wiki: false, is_wording: true, place: None };
    let wordings = fields::written()
        .flat_map(|field| field.more.wordings.iter().map(move |name| (folded(name), label(field))));
    wordings.collect()
});

/// The same without the words that say nothing.
static BARE: LazyLock<HashMap<String, Label>> = LazyLock::new(|| {
    let mut bare = HashMap::new();
    let fields = NAMES.iter().filter(|(_, label)| label.field.is_some());
    for (name, label) in fields {
        let held: &mut Label = bare.entry(without_small_words(name)).or_insert(*label);
        held.is_of_wiki |= label.is_of_wiki && held.key() == label.key();
    }
    bare
});

/// The beginnings of the names that an organisation's name ends.
static STEMS: LazyLock<Vec<(String, Label)>> = LazyLock::new(|| {
    let names = LABELS.iter().flat_map(|row| row.names);
    let stems = names.filter_map(|name| name.strip_suffix(" *")).map(folded);
    stems.filter_map(|stem| Some((stem.clone(), *NAMES.get(&stem)?))).collect()
});

/// The first words of all names, one, two, three of them…: most lines begin with none.
static BEGINNINGS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let beginnings = |name: &String| {
        let spaces = name.match_indices(' ').map(|(at, _)| at).chain([name.len()]);
        spaces.map(|end| name[..end].to_owned()).collect::<Vec<_>>()
    };
    NAMES.keys().chain(BARE.keys()).chain(WORDINGS.keys()).flat_map(beginnings).collect()
});

/// A text as labels are compared: without the marks that join its words.
fn folded(text: &str) -> String {
    search_key(&text.replace('/', " "))
}

/// Words that stand in a label without saying which it is, as [`search_key`] folds them.
const SMALL_WORDS: [&str; 19] = [
    "le", "la", "les", "l", "de", "du", "des", "d", "ce", "sur", "dan", "nos", "notre", "projet",
    "the", "of", "our", "this", "project",
];

fn without_small_words(key: &str) -> String {
    let words: Vec<&str> = key.split(' ').filter(|word| !SMALL_WORDS.contains(word)).collect();
    words.join(" ")
}

/// The label that a text is, however it is spelt.
pub(super) fn find(text: &str) -> Option<Label> {
    let text = text.trim();
    let (end, key) = beginnings(text).pop().filter(|_| text.len() <= MAX_LENGTH)?;
    let label = exact(&key).or_else(|| of_organisation(text, &key).copied());
    label.filter(|_| end == text.len())
}

/// The field that people call so too, where a text is none of its labels.
pub(super) fn called(text: &str) -> Option<Label> {
    WORDINGS.get(&folded(text)).copied()
}

/// The field whose label a text is, however it is spelt.
pub(in crate::import) fn labelled(text: &str) -> Option<&'static Field> {
    find(text)?.field
}

/// The longest label with which the words of a text begin, others behind it, and where it ends.
pub(super) fn longest(text: &str) -> Option<(usize, Label)> {
    let goes_on = |end: usize| text[..end].ends_with([',', ';', '.']);
    let ends = beginnings(text).into_iter().rev().filter(|(end, _)| *end < text.len());
    let mut ends = ends.filter(|(end, key)| !goes_on(*end) && !ends_in_article(key));
    ends.find_map(|(end, key)| {
        let name = &text[..end];
        // The name of an organisation ends where a text begins.
        let begins = || !text[end..].trim_start().starts_with(char::is_lowercase);
        let of_organisation = || of_organisation(name, &key).copied().filter(|_| begins());
        Some((end, exact(&key).or_else(of_organisation)?))
    })
}

/// Whether the last word rather begins what follows: `Demande client La …`.
fn ends_in_article(key: &str) -> bool {
    let last = key.rsplit(' ').next().unwrap_or(key);
    last.len() <= 3 && SMALL_WORDS.contains(&last)
}

/// The words with which a text begins, where a label may begin so: one, two, three of them…, and
/// where each of these ends.
fn beginnings(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut key = String::new();
    let mut start = 0;
    let spaces = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    for end in spaces.chain([text.len()]).take_while(|end| *end <= MAX_LENGTH) {
        let word = folded(&text[start..end]);
        start = end;
        if !word.is_empty() {
            key = if key.is_empty() { word } else { key + " " + &word };
        }
        if !may_go_on(&key) {
            break;
        }
        found.push((end, key.clone()));
    }
    found
}

fn may_go_on(key: &str) -> bool {
    let of_organisation = |(stem, _): &(String, Label)| key.starts_with(stem.as_str());
    let bare = without_small_words(key);
    BEGINNINGS.contains(key)
        || STEMS.iter().any(of_organisation)
        || bare.is_empty()
        || BEGINNINGS.contains(&bare)
}

/// The label of a folded name.
fn exact(key: &str) -> Option<Label> {
    let found = NAMES.get(key).or_else(|| BARE.get(&without_small_words(key)));
    found.copied().filter(|_| !key.is_empty())
}

/// No label is longer, in bytes.
pub(super) const MAX_LENGTH: usize = 120;

/// Whether the first word of a text begins a label.
pub(super) fn may_begin(text: &str) -> bool {
    let mut words = text.split(|c: char| c.is_whitespace() || c == ':');
    let word = words.find(|word| !word.is_empty());
    word.is_some_and(|word| word.len() <= MAX_LENGTH && may_go_on(&folded(word)))
}

/// `Proposition Machin`, with whatever organisation's name.
fn of_organisation<'l>(text: &str, key: &str) -> Option<&'l Label> {
    let (_, label) = STEMS.iter().find(|(stem, _)| {
        let name = key.strip_prefix(stem.as_str()).and_then(|rest| rest.strip_prefix(' '));
        name.is_some_and(|name| name.split(' ').count() <= 3)
    })?;
    let last = text.split_whitespace().next_back()?;
    let is_name = !text.contains([':', '?', '!', '\t', '|']);
    let label = Some(label).filter(|_| is_name)?;
    last.starts_with(char::is_uppercase).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_found_however_it_is_spelt() {
        for (text, key) in [
            ("Commanditaire·s", "commissioners"),
            ("Structure(s) partenaire(s)", "partners"),
            ("DURÉE DU PROJET", "dates.duration"),
            ("Date de début du projet", "dates.start"),
            ("Ce qui m’a étonné·e / marqué·e", "lessons.surprises"),
            ("Proposition Machin", "description.proposal"),
            ("Avec quel·les membres de Machin", "members"),
            ("Le petit mot de l'équipe", "lessons.words"),
            ("Client request", "description.request"),
            ("Le Territoire", ""),
        ] {
            assert_eq!(find(text).map(|label| label.key()), Some(key), "{text}");
        }
        for text in ["Proposition de valeur", "Le projet", "Une belle année", ""] {
            assert!(find(text).is_none(), "{text}");
        }
    }
}
