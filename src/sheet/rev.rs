//! What is kept of a sheet for an audience, with a digest that tells whether it has changed since.

use std::collections::HashSet;

use crate::lang::choice::{self, Choice};
use crate::sheet::Sheet;
use crate::sheet::audience::Audience;
use crate::sheet::merge::incoming;
use crate::tree::Tree;
use crate::tree::said::digest;

/// The key of the digest in an export.
pub const REV: &str = "_rev";

/// What leaves the collection of a sheet.
#[derive(Clone, Debug)]
pub struct Exported {
    /// What the audience may read of it.
    pub sheet: Sheet,
    pub rev: String,
}

impl Exported {
    /// What an audience may read of a sheet, if anything; as [`Sheet::readable`].
    pub fn of(sheet: &Sheet, audience: Audience, hidden: &HashSet<String>) -> Option<Exported> {
        let sheet = sheet.readable(audience, hidden)?;
        Some(Exported { rev: rev(&sheet, audience), sheet })
    }
}

/// For whom something was exported, and a digest of all that it said: `members-1a2b3c4d`.
fn rev(kept: &Sheet, audience: Audience) -> String {
    let own = Tree::Map(kept.own.clone());
    let said = incoming(kept).into_iter().chain([("own".to_owned(), own)]);
    let digest = digest(&Tree::Map(said.collect())).unwrap_or_default();
    format!("{}-{digest}", audience.code())
}

/// The audience that such a digest names.
pub fn audience_of(rev: &str) -> Option<Audience> {
    choice::parse(rev.split_once('-')?.0)
}
