//! What an audience may read of a sheet.

use std::collections::HashSet;

use crate::lang::choice::{Choice, choices};
use crate::sheet::Sheet;
use crate::sheet::fields;
use crate::sheet::lesson_address;
use crate::sheet::model::{ImportSource, Lessons, Unread};
use crate::sheet::part::Part;
use crate::sheet::shape::Shape;
use crate::tree::Tree;
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
        let Lessons { nuggets, difficulties, surprises, left_out, .. } = &mut kept.lessons;
        for (key, lessons) in Lessons::SORTS.into_iter().zip([nuggets, difficulties, surprises]) {
            let hidden = may.read_items(key, lessons).into_iter();
            left_out.extend(hidden.map(|index| (key, index)));
        }
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

    /// Leaves the items of a field that are for this audience, and gives the indexes of the others.
    /// Where it could not be understood for whom one is, those that do not say it are for nobody else.
    fn read_items<T: Item>(&self, key: &str, items: &mut Vec<T>) -> Vec<usize> {
        let ours = |unread: &&Unread| {
            unread.key.strip_prefix(key).is_some_and(|rest| rest.starts_with(['[', '.']))
        };
        let unclear = self.unread.iter().filter(ours).any(says_for_whom);
        let usual = if unclear { Visibility::Private } else { usual(key) };
        let reads = |item: &T| self.audience.reads(item.visibility().unwrap_or(usual));
        let hidden = items.iter().enumerate().filter(|(_, item)| !reads(item));
        let hidden = hidden.map(|(index, _)| index).collect();
        items.retain(reads);
        for item in items {
            self.read_own(item.own());
            item.ids().into_iter().for_each(|ids| self.read_ids(ids));
        }
        hidden
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
