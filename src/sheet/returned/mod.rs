//! Cells of an export that come back, and what becomes of their sheet.

pub mod cells;
pub mod changes;
mod items;
pub mod short;
mod typed;
mod weave;

pub use cells::{CellColumn, columns};
pub use changes::{Cells, changes, edited};
pub use items::{ItemLine, LIST, NUMBER, OfItems, with_items};
