//! The debrief of a project on one sheet of paper: what is known, and room to write.

mod document;
mod words;

pub use document::render;
pub(super) use words::Words;
