//! HTML → plain text: of a text that people typed with tags in it, and of a message.

mod elements;
mod page;

mod message;
mod plain;

pub use message::{is_page, message};
pub use plain::{Plain, plain};
