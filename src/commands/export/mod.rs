//! `sheet export`: sheets that leave the collection, each audience with what it may read.

mod chosen;
mod made;
mod run;

pub(super) use run::run;
