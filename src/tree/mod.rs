//! Values without places: what a key holds, and what is to become of it.

pub mod change;
pub mod plain;

pub use change::Change;
pub use plain::{Tree, number, same};
