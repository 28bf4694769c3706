//! The form: the questions of the interview in one HTML file, for people without a terminal. It
//! makes a text that `sheet import` takes, and sends nothing.

mod document;
mod names;
mod question;
mod words;

pub(super) use document::render;
pub(super) use words::Words;
