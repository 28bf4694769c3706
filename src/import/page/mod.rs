//! A page of the wiki, copied and pasted as text: lines → labels → sections → draft.
//!
//! A line that may be a label is a [`candidate`]; which of them are labels is a [`choice`], and
//! what stands between two of them is a section. No line is lost: it is in a field, in `extra`, or
//! it is a label.

mod vocabulary;

mod candidate;
mod items;
mod lines;

mod choice;
mod foot;
mod sections;

mod links;
mod markup;
mod team;

mod speakers;

mod headings;

mod doubts;
mod draft;
mod tree;

mod read;

pub(super) use doubts::MARKUP;
pub(super) use draft::{draft, put_extra};
pub(super) use lines::Line;
pub(super) use read::{NAME, read, recognizes};
pub(super) use sections::{Page, Section};
pub(super) use vocabulary::labelled;
