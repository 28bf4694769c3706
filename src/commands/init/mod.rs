//! `sheet init`: a collection to begin with.

mod ci;
mod create;

pub(super) use create::run;
