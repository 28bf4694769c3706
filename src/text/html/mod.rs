//! HTML → plain text: of a text that people typed with tags in it, of a message, and of a page.

mod elements;
mod page;

mod message;
mod plain;

pub use message::{document, is_page, message};
pub use plain::{Plain, plain};
