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

/// Texts that must not leave the collection.
pub struct LeftOut(Wanted);

impl LeftOut {
    /// Those texts of [`Sheet::without`] that no word of the sheets that are kept, or of the program,
    /// contains.
    pub fn of<'s>(
        texts: impl IntoIterator<Item = String>,
        kept: impl IntoIterator<Item = &'s Sheet>,
        lang: Lang,
    ) -> LeftOut {
        let mut out: HashSet<String> = texts.into_iter().collect();
        if out.is_empty() {
            return LeftOut(Wanted::default());
        }
        let mut kept: HashSet<String> =
            kept.into_iter().flat_map(|sheet| sheet.shown_words(lang)).collect();
        out.retain(|text| text.trim().chars().count() >= LEAST && !kept.contains(text));
        let wanted = Wanted::of(out);
        if wanted.is_empty() {
            return LeftOut(wanted);
        }
        kept.extend(program_words().map(str::to_owned));
        let contained = kept.iter().flat_map(|word| wanted.within(word)).map(str::to_owned);
        let contained = contained.collect();
        LeftOut(wanted.without(&contained))
    }

    /// Whether nothing was left out that could leave.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One of these texts that stands in a text which leaves.
    pub fn within(&self, text: &str) -> Option<&str> {
        self.0.within(text).into_iter().next()
    }
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
        let mut texts = HashSet::from([self.id.clone()]);
        for field in fields::written() {
            gather(&field.stored(self), &mut texts);
        }
        let unread = self.unread.iter().map(|unread| &unread.value);
        let kept = self.own.iter().chain(&self.extra).map(|(_, tree)| tree);
        for tree in kept.chain(unread) {
            gather(&Value::of_tree(tree), &mut texts);
        }
        texts
    }

    /// All the words in which it is shown: its values for machines, and for people in a language.
    pub fn shown_words(&self, lang: Lang) -> HashSet<String> {
        let mut words = HashSet::new();
        for field in FIELDS {
            let value = Key::Field(field).value(self);
            words.extend([value.details(lang), value.summary(lang)]);
            scalars(&Key::Field(field).data(self), &mut words);
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

/// Every text of a value, those of its members too.
fn gather(value: &Value, texts: &mut HashSet<String>) {
    match value {
        Value::Text(text) => drop(texts.insert((*text).to_owned())),
        Value::List(items) => items.iter().for_each(|item| gather(item, texts)),
        Value::Record(record) => {
            members(*record).iter().for_each(|(_, value)| gather(value, texts));
        }
        Value::Cost(cost) => members(*cost).iter().for_each(|(_, value)| gather(value, texts)),
        Value::Map(pairs) => pairs.iter().for_each(|(_, value)| gather(value, texts)),
        _ => {}
    }
}

/// Every single value of a tree.
fn scalars(tree: &Tree, all: &mut HashSet<String>) {
    match tree {
        Tree::Missing => {}
        Tree::Text { text, .. } => drop(all.insert(text.clone())),
        Tree::List(items) => items.iter().for_each(|item| scalars(item, all)),
        Tree::Map(pairs) => pairs.iter().for_each(|(_, value)| scalars(value, all)),
    }
}
