//! A file's text: its lines and places, and what can be done with letters.

pub mod clip;
pub mod digest;
pub mod encoding;
pub mod fold;
pub mod hash;
pub mod html;
pub mod links;
pub mod mailto;
pub mod nearest;
pub mod path;
pub mod pattern;
pub mod position;
pub mod sanitize;
pub mod scan;
pub mod shell;
pub mod source;
pub mod stem;
pub mod wanted;

pub use position::{Position, Span};
pub use source::Source;
