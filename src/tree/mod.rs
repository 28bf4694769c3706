//! Values without places: what a key holds, and what is to become of it.

pub mod change;
pub mod merge;
pub mod model;

pub use change::Change;
pub use model::{Tree, number, same};
