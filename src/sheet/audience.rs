//! What an audience may read of a sheet, and the texts that it may not.

use std::collections::HashSet;

use crate::lang::choice::{Choice, choices};
use crate::lang::{Lang, Text};
use crate::sheet::Sheet;
use crate::sheet::fields::{self, FIELDS};
use crate::sheet::key::Key;
use crate::sheet::lesson_address;
use crate::sheet::model::{ImportSource, Unread};
use crate::sheet::part::Part;
use crate::sheet::shape::Shape;
use crate::text::wanted::Wanted;
use crate::tree::Tree;
use crate::value::any::{Value, members};
use crate::value::document::Document;
use crate::value::lesson::{Lesson, Word};
use crate::value::money::Cost;
use crate::value::organisation::Organisation;
use crate::value::own::Own;
use crate::value::visibility::Visibility;

choices! {
    /// For whom something leaves the collection.
    Audience {
        Public: "public", "everybody", "tout le monde";
        Members: "members", "members", "membres";
        All: "all", "nothing left out", "sans rien retirer";
    }
}

/// The key under which a sheet or a part of it says who may see it.
const VISIBILITY: &str = "visibility";

impl Audience {
    /// Whether it may read what is for these.
    pub fn reads(self, visibility: Visibility) -> bool {
        let least = match self {
            Audience::Public => Visibility::Public,
            Audience::Members => Visibility::Members,
            Audience::All => Visibility::Private,
        };
        visibility <= least
    }
}

impl Sheet {
    /// For whom it is as a whole: its members, where it does not say; where that could not be
    /// understood, nobody else.
    pub fn visible_to(&self) -> Visibility {
        if self.unread.iter().any(|unread| unread.key == VISIBILITY) {
            return Visibility::Private;
        }
        self.visibility.unwrap_or(Visibility::Members)
    }

    /// What an audience may read of it, which does not name the `hidden` sheets, by their ids;
    /// nothing, where it is not for them.
    pub fn readable(&self, audience: Audience, hidden: &HashSet<String>) -> Option<Sheet> {
        if !audience.reads(self.visible_to()) {
            return None;
        }
        let may = Reader { audience, hidden, unread: &self.unread };
        let mut kept = self.clone();
        may.read_items("lessons.nuggets", &mut kept.lessons.nuggets);
        may.read_items("lessons.difficulties", &mut kept.lessons.difficulties);
        may.read_items("lessons.surprises", &mut kept.lessons.surprises);
        may.read_items("lessons.words", &mut kept.lessons.words);
        may.read_items("documents", &mut kept.documents);
        for organisation in kept.commissioners.iter_mut().chain(&mut kept.partners) {
            may.read_organisation(organisation);
        }
        for moment in &mut kept.description.moments {
            may.read_own(&mut moment.own);
        }
        for person in kept.team.iter_mut().chain(&mut kept.members) {
            may.read_own(&mut person.own);
        }
        kept.cost.shares.iter_mut().for_each(|share| may.read_own(&mut share.own));
        may.read_ids(&mut kept.related);
        may.read_ids(&mut kept.applied);
        if !may.read_field("source") {
            kept.source = ImportSource::default();
        }
        may.read_own(&mut kept.own);
        may.read_own(&mut kept.extra);
        // A value of which a part is not understood means nothing without that part.
        if !may.read_field("unread") && self.known_cost().is_none() {
            kept.cost = Cost::default();
        }
        kept.unread.retain(|unread| may.read_unread(unread));
        Some(kept)
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

/// What one audience may read of one sheet.
struct Reader<'a> {
    audience: Audience,
    hidden: &'a HashSet<String>,
    unread: &'a [Unread],
}

/// An item that says itself for whom it is.
trait Item {
    fn visibility(&self) -> Option<Visibility>;
    fn own(&mut self) -> &mut Own;
    /// The ids of sheets that it names.
    fn ids(&mut self) -> Vec<&mut Vec<String>> {
        Vec::new()
    }
}

impl Item for Lesson {
    fn visibility(&self) -> Option<Visibility> {
        self.visibility
    }

    fn own(&mut self) -> &mut Own {
        &mut self.own
    }

    fn ids(&mut self) -> Vec<&mut Vec<String>> {
        vec![&mut self.confirmed_in, &mut self.contradicted_in]
    }
}

impl Item for Word {
    fn visibility(&self) -> Option<Visibility> {
        self.visibility
    }

    fn own(&mut self) -> &mut Own {
        &mut self.own
    }
}

impl Item for Document {
    fn visibility(&self) -> Option<Visibility> {
        self.visibility
    }

    fn own(&mut self) -> &mut Own {
        &mut self.own
    }
}

impl Reader<'_> {
    /// Whether the audience may read a field that says nothing else, by the table.
    fn read_field(&self, key: &str) -> bool {
        self.audience.reads(usual(key))
    }

    fn read_part(&self, part: &Part) -> bool {
        self.audience.reads(part.visibility)
    }

    /// Leaves the items of a field that are for this audience. Where it could not be understood for
    /// whom one is, those that do not say it are for nobody else.
    fn read_items<T: Item>(&self, key: &str, items: &mut Vec<T>) {
        let ours = |unread: &&Unread| {
            unread.key.strip_prefix(key).is_some_and(|rest| rest.starts_with(['[', '.']))
        };
        let unclear = self.unread.iter().filter(ours).any(says_for_whom);
        let usual = if unclear { Visibility::Private } else { usual(key) };
        items.retain(|item| self.audience.reads(item.visibility().unwrap_or(usual)));
        for item in items {
            self.read_own(item.own());
            item.ids().into_iter().for_each(|ids| self.read_ids(ids));
        }
    }

    fn read_organisation(&self, organisation: &mut Organisation) {
        let Organisation { contact, own, .. } = organisation;
        if Shape::Organisations
            .parts()
            .iter()
            .any(|part| part.key == "contact" && !self.read_part(part))
        {
            *contact = None;
        }
        self.read_own(own);
    }

    fn read_own(&self, own: &mut Own) {
        if !self.read_field("own") {
            own.clear();
        }
    }

    /// What was not understood is for nobody else where it may say for whom something is.
    fn read_unread(&self, unread: &Unread) -> bool {
        let least = if says_for_whom(unread) { Visibility::Private } else { usual("unread") };
        self.audience.reads(least)
    }

    fn read_ids(&self, ids: &mut Vec<String>) {
        ids.retain(|id| !self.hidden.contains(lesson_address::split(id).0));
    }
}

/// For whom a field is where nothing else is said, by the table.
fn usual(key: &str) -> Visibility {
    fields::find(key).map_or(Visibility::Private, |field| field.more.visibility)
}

/// Whether something that was not understood may say for whom a value is.
fn says_for_whom(unread: &Unread) -> bool {
    unread.key.rsplit('.').next().is_some_and(is_visibility) || holds_visibility(&unread.value)
}

fn holds_visibility(tree: &Tree) -> bool {
    match tree {
        Tree::Map(pairs) => {
            pairs.iter().any(|(key, value)| is_visibility(key) || holds_visibility(value))
        }
        Tree::List(items) => items.iter().any(holds_visibility),
        Tree::Missing | Tree::Text { .. } => false,
    }
}

/// Whether people call who may see a value so.
fn is_visibility(key: &str) -> bool {
    let mut parts = Shape::Lessons.parts().iter();
    parts.any(|part| part.key == VISIBILITY && part.is_called(key))
}

/// Texts that must not leave the collection.
pub struct LeftOut(Wanted);

impl LeftOut {
    /// The texts of whole sheets that no word of what is kept, or of the program, contains.
    pub fn of<'s>(
        sheets: impl Iterator<Item = (&'s Sheet, Option<&'s Sheet>)>,
        lang: Lang,
    ) -> LeftOut {
        let sheets: Vec<(&Sheet, Option<&Sheet>)> = sheets.collect();
        let mut out = HashSet::new();
        for (whole, readable) in &sheets {
            let there = readable.map(Sheet::written_texts).unwrap_or_default();
            out.extend(whole.written_texts().into_iter().filter(|text| !there.contains(text)));
        }
        if out.is_empty() {
            return LeftOut(Wanted::default());
        }
        let readable = sheets.iter().filter_map(|(_, readable)| *readable);
        let mut kept: HashSet<String> =
            readable.flat_map(|sheet| sheet.shown_words(lang)).collect();
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
        self.0.within(text).next()
    }
}

/// What is shorter tells nothing by itself, and stands in many a word.
const LEAST: usize = 3;

/// Every label, and every word that can be chosen, in both languages.
fn program_words() -> impl Iterator<Item = &'static str> {
    let both = |text: Text| [text.en, text.fr];
    FIELDS.iter().flat_map(move |field| {
        let parts = field.shape.parts().iter();
        let shapes = parts.clone().map(|part| part.shape).chain([field.shape]);
        let chosen = shapes.flat_map(|shape| match shape {
            Shape::Choice(all) => all(),
            _ => Vec::new(),
        });
        let chosen = chosen.flat_map(|choice| choice.names());
        let parts = parts.map(|part| part.key);
        let labels = both(field.label).into_iter().chain(both(field.section.label()));
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
