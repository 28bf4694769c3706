//! YAML: trees with places, and edits in place.

pub mod arena;
pub mod codes;
pub mod comments;
pub mod decode;
pub mod edit;
mod layout;
mod mapping;
pub mod node;
pub mod parse;
pub mod plain;
pub mod quoted;
mod slice;
pub mod syntax;
