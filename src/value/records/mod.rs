//! The members of each value that has some, and the words that name it.

mod amounts;
mod document;
mod names;
mod told;
