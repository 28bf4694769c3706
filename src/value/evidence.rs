//! What the sheets know of a lesson together: which say it, where it held and where it did not; and
//! the order in which lessons are shown everywhere.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::lang::Phrase;
use crate::value::lesson::{Lesson, found_in};

/// What is known of a lesson that one sheet says, or several; each list holds an id once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    pub said_in: Vec<String>,
    pub confirmed_in: Vec<String>,
    pub contradicted_in: Vec<String>,
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
        add(&mut evidence.confirmed_in, &lesson.confirmed_in);
        add(&mut evidence.contradicted_in, &lesson.contradicted_in);
        evidence
    }

    /// Of what a sheet says, and is no lesson.
    pub fn said_by(id: &str) -> Evidence {
        Evidence { said_in: vec![id.to_owned()], ..Evidence::default() }
    }

    /// Adds what other sheets know of the same.
    pub fn join(&mut self, other: &Evidence) {
        add(&mut self.said_in, &other.said_in);
        add(&mut self.confirmed_in, &other.confirmed_in);
        add(&mut self.contradicted_in, &other.contradicted_in);
        self.acts |= other.acts;
    }

    /// How many sheets say it or confirm it.
    pub fn sheets(&self) -> usize {
        let ids = self.said_in.iter().chain(&self.confirmed_in);
        ids.collect::<HashSet<_>>().len()
    }

    pub fn rank(&self) -> Rank {
        (Reverse(self.sheets()), !self.acts)
    }

    /// Where it held, and where it did not, as people are told.
    pub fn found(&self) -> Vec<Phrase> {
        found_in(&self.confirmed_in, &self.contradicted_in)
    }
}

fn add(known: &mut Vec<String>, ids: &[String]) {
    for id in ids {
        if !known.contains(id) {
            known.push(id.clone());
        }
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
}
