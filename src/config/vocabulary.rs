//! The names that a collection uses for its tools or its people.

use std::collections::{HashMap, HashSet};

use crate::text::fold::name_key;
use crate::text::nearest::nearest;

/// The names that a collection uses for its tools or its people; empty where it has not said.
#[derive(Debug, Default)]
pub struct Vocabulary {
    names: Vec<String>,
    /// The e-mail address of each, where it is given.
    emails: Vec<Option<String>>,
    aliases: Vec<String>,
    /// Which name each folded name or alias means.
    meant: HashMap<String, usize>,
}

impl Vocabulary {
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// The names and their aliases.
    pub fn spelt(&self) -> impl Iterator<Item = &str> {
        self.names.iter().chain(&self.aliases).map(String::as_str)
    }

    /// The name that a written one means, by itself or by an alias, whatever its accents.
    pub fn canonical_name(&self, written: &str) -> Option<&str> {
        let index = *self.meant.get(&name_key(written))?;
        Some(&self.names[index])
    }

    /// The e-mail address of the person that a written name means.
    pub fn email(&self, written: &str) -> Option<&str> {
        self.emails.get(*self.meant.get(&name_key(written))?)?.as_deref()
    }

    /// The name that was probably meant.
    pub fn near(&self, written: &str) -> Option<&str> {
        nearest(written, self.names.iter().map(String::as_str))
    }

    /// Every spelling, folded, of the names of which one spelling is meant.
    pub fn spellings(&self, is_meant: impl Fn(&str) -> bool) -> HashSet<String> {
        let meant: HashSet<usize> =
            self.meant.iter().filter(|(word, _)| is_meant(word)).map(|(_, index)| *index).collect();
        let all = self.meant.iter().filter(|(_, index)| meant.contains(index));
        all.map(|(word, _)| word.clone()).collect()
    }

    pub(super) fn add(&mut self, name: String, aliases: Vec<String>, email: Option<String>) {
        for alias in aliases.iter().chain([&name]) {
            self.meant.insert(name_key(alias), self.names.len());
        }
        self.names.push(name);
        self.emails.push(email);
        self.aliases.extend(aliases);
    }
}
