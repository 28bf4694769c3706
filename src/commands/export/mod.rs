//! `sheet export`: sheets that leave the collection, each audience with what it may read.

mod back;
mod chosen;
mod made;
mod run;

pub(super) use back::back;
pub(super) use chosen::{Asked, Chosen, chosen, refuse_private};
pub(super) use run::run;
