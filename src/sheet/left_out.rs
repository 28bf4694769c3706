//! The texts of sheets that an audience may not read, wherever they would leave in.

use std::collections::HashSet;

use crate::lang::Lang;
use crate::sheet::Sheet;
use crate::sheet::fields::{self, FIELDS};
use crate::sheet::key::Key;
use crate::sheet::shape::Shape;
use crate::text::wanted::Wanted;
use crate::tree::Tree;
use crate::value::any::{Value, members};

/// Texts that must not leave the collection, and the sheets that do.
pub struct LeftOut<'s> {
    wanted: Wanted,
    kept: Vec<&'s Sheet>,
    lang: Lang,
}

impl<'s> LeftOut<'s> {
    /// Those texts of [`Sheet::without`] that are long enough to tell something, and what is kept.
    pub fn of(
        texts: impl IntoIterator<Item = String>,
        kept: impl IntoIterator<Item = &'s Sheet>,
        lang: Lang,
    ) -> LeftOut<'s> {
        let texts = texts.into_iter().filter(|text| text.trim().chars().count() >= LEAST);
        LeftOut { wanted: Wanted::of(texts), kept: kept.into_iter().collect(), lang }
    }

    /// Whether nothing was left out that could leave.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// One of these texts that stands in what leaves, and that no word of the sheets that are kept, or
    /// of the program, contains. `read` gives every text that leaves.
    pub fn leak(&self, read: impl FnOnce(&mut dyn FnMut(&str))) -> Option<&str> {
        if self.is_empty() {
            return None;
        }
        let mut found = HashSet::new();
        read(&mut |text| found.extend(self.wanted.within(text)));
        // Only what is found is looked for in what is kept, and is nearly always written there.
        let found = without_those_in(found, |look| {
            program_words().for_each(&mut *look);
            self.kept.iter().for_each(|sheet| sheet.each_written_text(look));
        });
        let found = without_those_in(found, |look| {
            for sheet in &self.kept {
                sheet.shown_words(self.lang).iter().for_each(|word| look(word));
            }
        });
        found.into_iter().min()
    }
}

/// Those of these texts that no word contains; `read` gives every word.
fn without_those_in(
    mut texts: HashSet<&str>,
    read: impl FnOnce(&mut dyn FnMut(&str)),
) -> HashSet<&str> {
    if !texts.is_empty() {
        let wanted = Wanted::of(texts.iter().map(|text| (*text).to_owned()));
        read(&mut |word| {
            for text in wanted.within(word) {
                texts.remove(text);
            }
        });
    }
    texts
}

impl Sheet {
    /// Every text that stands in it and not in what is kept of it.
    pub fn without(&self, kept: Option<&Sheet>) -> HashSet<String> {
        if kept == Some(self) {
            return HashSet::new();
        }
        let there = kept.map(Sheet::written_texts).unwrap_or_default();
        let mut texts = self.written_texts();
        texts.retain(|text| !there.contains(text));
        texts
    }

    /// Every text that stands in it, as it is written.
    pub fn written_texts(&self) -> HashSet<String> {
        let mut texts = HashSet::new();
        self.each_written_text(&mut |text| {
            texts.insert(text.to_owned());
        });
        texts
    }

    /// Gives the same one after the other.
    fn each_written_text(&self, give: &mut dyn FnMut(&str)) {
        give(&self.id);
        for field in fields::written() {
            each_text(&field.stored(self), give);
        }
        let unread = self.unread.iter().map(|unread| &unread.value);
        let kept = self.own.iter().chain(&self.extra).map(|(_, tree)| tree);
        for tree in kept.chain(unread) {
            each_text(&Value::of_tree(tree), give);
        }
    }

    /// All the words in which it is shown: its values for machines, and for people in a language.
    pub fn shown_words(&self, lang: Lang) -> HashSet<String> {
        let mut words = HashSet::new();
        for field in FIELDS {
            let value = Key::Field(field).value(self);
            words.extend([value.details(lang), value.summary(lang)]);
            scalars(Key::Field(field).data(self), &mut words);
        }
        words
    }
}

/// What is shorter tells nothing by itself, and stands in many a word.
const LEAST: usize = 3;

/// Every label, and every word that can be chosen, in both languages.
fn program_words() -> impl Iterator<Item = &'static str> {
    FIELDS.iter().flat_map(move |field| {
        let parts = field.shape.parts().iter();
        let shapes = parts.clone().map(|part| part.shape).chain([field.shape]);
        let chosen = shapes.flat_map(|shape| match shape {
            Shape::Choice(all) => all(),
            _ => Vec::new(),
        });
        let chosen = chosen.flat_map(|choice| choice.names());
        let parts = parts.map(|part| part.key);
        let labels = field.label.both().into_iter().chain(field.section.label().both());
        [field.key].into_iter().chain(labels).chain(parts).chain(chosen)
    })
}

/// Gives every text of a value, those of its members too.
fn each_text(value: &Value, give: &mut dyn FnMut(&str)) {
    match value {
        Value::Text(text) => give(text),
        Value::List(items) => items.iter().for_each(|item| each_text(item, give)),
        Value::Record(record) => {
            members(*record).iter().for_each(|(_, value)| each_text(value, give));
        }
        Value::Cost(cost) => members(*cost).iter().for_each(|(_, value)| each_text(value, give)),
        Value::Map(pairs) => pairs.iter().for_each(|(_, value)| each_text(value, give)),
        _ => {}
    }
}

/// Every single value of a tree.
fn scalars(tree: Tree, all: &mut HashSet<String>) {
    match tree {
        Tree::Missing => {}
        Tree::Text { text, .. } => drop(all.insert(text)),
        Tree::List(items) => items.into_iter().for_each(|item| scalars(item, all)),
        Tree::Map(pairs) => pairs.into_iter().for_each(|(_, value)| scalars(value, all)),
    }
}
