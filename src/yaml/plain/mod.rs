//! The way sheets are mostly written, read several times faster than YAML as a whole: [`read`]
//! answers with the very tree that the general parser makes, places included, or not at all.
//!
//! Its own are: block mappings and lists, text on one line, quoted text without escapes, text below
//! `|` and `>`, lists and mappings of texts between brackets on one line, and comments. Everything
//! else, and every error, is left to the general parser. A debug build compares the two trees
//! whenever this one answers.

mod block;
mod find;
mod flow;
mod lines;
mod scalar;

pub use block::read;

/// As many items as most lists have, so that few grow.
const TYPICAL_ITEMS: usize = 4;
