//! Tables, as people read them in a terminal.

mod columns;
mod draw;
mod folded;

pub(super) use draw::draw;
