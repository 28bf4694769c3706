//! JSON: a report as the contract has it, any tree, and the texts that stand in some.

mod report;
mod texts;
mod tree;

pub(super) use report::{render, render_lines};
pub use texts::texts;
pub use tree::tree;
