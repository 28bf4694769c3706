//! The lists of a sheet, each with the word for one of its items, as people add them.

use crate::lang::{Text, text};
use crate::sheet::field::Field;
use crate::sheet::fields::written;

/// The people who worked on the project.
pub const TEAM: &str = "team";

/// The other members of the cooperative, who are added by a word of their own only.
pub const COOPERATIVE: &str = "members";

/// Every list that somebody adds to, with the word for an item: a member is one of the team.
pub fn addable() -> impl Iterator<Item = (&'static Field, Text)> {
    let lists = written().filter(|field| field.shape.is_list() && field.key != COOPERATIVE);
    lists.map(|field| match field.key {
        TEAM => (field, text!("member", "membre")),
        _ => (field, Text { en: field.short, fr: field.short_fr }),
    })
}

/// The word with which people add to a list, and the option that goes with it; none for what is no
/// list.
pub fn word_of(field: &Field) -> Option<(Text, &'static str)> {
    let (key, option) = match field.key {
        COOPERATIVE => (TEAM, " --cooperative"),
        key => (key, ""),
    };
    addable().find(|(list, _)| list.key == key).map(|(_, word)| (word, option))
}
