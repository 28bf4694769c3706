//! `sheet init`: a collection to begin with.

mod ci;
mod create;
mod editor;
mod renew;

pub(super) use create::{make, run};
