//! Values without places: what a key holds, what is to become of it, and what several say once.

pub mod change;
pub mod flat;
pub mod list_change;
pub mod merge;
pub mod model;
mod once;
pub mod said;

pub use change::Change;
pub use model::{Tree, number, same};
pub(crate) use once::once;
