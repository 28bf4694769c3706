//! Both languages: what people read, written side by side.
//!
//! Every text is one value, the compiler is the translator's checklist: a text that lacks one of
//! them does not compile.

mod language;
pub mod text;
pub mod typography;

pub mod common;

pub mod choice;
pub mod date;
pub mod list;
pub mod number;
pub mod plural;

pub use language::Lang;
pub use text::{Phrase, Text};
pub(crate) use text::{phrase, text};
