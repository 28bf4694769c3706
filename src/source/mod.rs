//! YAML: trees with places, and edits in place.

pub mod comments;
pub mod decode;
pub mod edit;
pub mod kinds;
mod layout;
pub mod node;
pub mod parse;
mod quoted;
mod syntax;
pub mod tree;
