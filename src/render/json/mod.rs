//! JSON: a report as the contract has it, any tree, a long list, and the texts that stand in some.

mod list;
mod report;
mod texts;
mod tree;

pub use list::list;
pub(super) use report::{render, render_lines};
pub use texts::texts;
pub use tree::tree;
