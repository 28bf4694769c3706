//! The book of lessons: what the sheets have learnt, by tool, in one HTML file to read and print.

mod chapters;
mod document;
mod words;

pub(super) use document::render;
pub(super) use words::Words;
