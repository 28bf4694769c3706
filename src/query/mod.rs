//! Which ones? One language for every command: `year:2023 cost>5000 -status:abandoned "porte à
//! porte"`.
//!
//! A text is parsed into an expression ([`parse`]), whose keys and values are resolved once
//! ([`resolve`], [`matcher`]) and whose named queries are followed ([`compile()`]); the [`Query`] is
//! then asked of each sheet ([`predicate`]).

pub mod expr;
pub mod free_words;
mod predicate;

pub mod error;
pub mod parse;

pub mod matcher;
pub mod names;
pub mod resolve;
pub mod unknown_key;

pub mod compile;
pub mod sort;

pub use compile::{compile, named_query_findings};
pub use predicate::Query;
pub use unknown_key::parse_key;
