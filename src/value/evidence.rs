//! What the sheets know of a lesson together: which say it, where it held and where it did not; and
//! the order in which lessons are shown everywhere.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Deref;

use crate::lang::Phrase;
use crate::value::lesson::{Lesson, found_in};

/// What is known of a lesson that one sheet says, or several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    pub said_in: SheetIds,
    pub confirmed_in: SheetIds,
    pub contradicted_in: SheetIds,
    /// Whether it says what to do.
    pub acts: bool,
}

/// The place of a lesson among others, the first shown first: that which most other sheets say or
/// confirm, then that which says what to do. Where it did not hold is marked, and hides nothing.
pub type Rank = (Reverse<usize>, bool);

impl Evidence {
    /// What the sheet of an id knows of a lesson of its own.
    pub fn of(id: &str, lesson: &Lesson) -> Evidence {
        let mut evidence = Evidence { acts: lesson.action.is_some(), ..Evidence::said_by(id) };
        evidence.confirmed_in.add(&lesson.confirmed_in);
        evidence.contradicted_in.add(&lesson.contradicted_in);
        evidence
    }

    /// Of what a sheet says, and is no lesson.
    pub fn said_by(id: &str) -> Evidence {
        let said_in = SheetIds { ids: vec![id.to_owned()], index: None };
        Evidence { said_in, ..Evidence::default() }
    }

    /// Adds what other sheets know of the same.
    pub fn join(&mut self, other: &Evidence) {
        self.said_in.add(&other.said_in);
        self.confirmed_in.add(&other.confirmed_in);
        self.contradicted_in.add(&other.contradicted_in);
        self.acts |= other.acts;
    }

    /// How many sheets say it or confirm it.
    pub fn sheets(&self) -> usize {
        let only_confirm = self.confirmed_in.iter().filter(|id| !self.said_in.has(id));
        self.said_in.len() + only_confirm.count()
    }

    pub fn rank(&self) -> Rank {
        (Reverse(self.sheets()), !self.acts)
    }

    /// Where it held, and where it did not, as people are told.
    pub fn found(&self) -> Vec<Phrase> {
        // A sheet that says it needs not confirm it.
        let others = self.confirmed_in.iter().filter(|id| !self.said_in.has(id));
        found_in(&others.cloned().collect::<Vec<_>>(), &self.contradicted_in)
    }
}

/// Ids of sheets in the order in which they were met, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetIds {
    ids: Vec<String>,
    /// The same, once they are more than a few.
    // Boxed, because most have none, and there are many.
    #[expect(clippy::box_collection)]
    index: Option<Box<HashSet<String>>>,
}

/// As many ids as are looked through one by one.
const FEW: usize = 16;

impl SheetIds {
    fn add(&mut self, ids: &[String]) {
        for id in ids {
            if self.has(id) {
                continue;
            }
            self.ids.push(id.clone());
            if self.ids.len() > FEW {
                let index = self.index.get_or_insert_default();
                index.extend(self.ids[index.len()..].iter().cloned());
            }
        }
    }

    fn has(&self, id: &str) -> bool {
        match &self.index {
            None => self.ids.iter().any(|known| known == id),
            Some(index) => index.contains(id),
        }
    }
}

impl Deref for SheetIds {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.ids
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_other_sheets_say_or_confirm_comes_first_each_counted_once() {
        let lesson = |confirmed: &[&str], contradicted: &[&str], action: Option<&str>| Lesson {
            action: action.map(str::to_owned),
            confirmed_in: confirmed.iter().map(|id| (*id).to_owned()).collect(),
            contradicted_in: contradicted.iter().map(|id| (*id).to_owned()).collect(),
            ..Lesson::of("t")
        };
        let mut twice = Evidence::of("a", &lesson(&["b", "b"], &["x"], None));
        twice.join(&Evidence::of("b", &lesson(&["a"], &["x", "y"], None)));
        assert_eq!((twice.sheets(), twice.contradicted_in.len()), (2, 2));
        let acting = Evidence::of("c", &lesson(&[], &["x", "y"], Some("do")));
        let silent = Evidence::of("d", &lesson(&[], &[], None));
        let mut all = [&silent, &acting, &twice];
        all.sort_by_key(|one| one.rank());
        assert_eq!(all, [&twice, &acting, &silent]);
    }

    #[test]
    fn however_many_each_is_there_once_in_the_order_in_which_it_was_met() {
        let mut all = Evidence::default();
        let ids: Vec<String> = (0..60).map(|number| (number * 7 % 40).to_string()).collect();
        ids.iter().for_each(|id| all.join(&Evidence::said_by(id)));
        assert_eq!(*all.said_in, ids[..40]);
        all.confirmed_in.add(&["3".to_owned(), "41".to_owned()]);
        assert_eq!(all.sheets(), 41);
    }
}
