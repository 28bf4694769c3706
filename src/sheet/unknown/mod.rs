//! The keys that no field has: the user's own are kept, the others are reported with the field that
//! was meant.

mod own;
mod siblings;
mod slip;
mod suggest;
mod walk;

pub use own::{EXTRA, is_own, own};
pub use walk::{UnknownKeys, keys};
