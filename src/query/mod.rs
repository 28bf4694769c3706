//! Which ones? One language for every command: `year:2023 cost>5000 -status:abandoned "porte à
//! porte"`.
//!
//! A text is parsed into an expression ([`parse`]), whose keys and values are resolved once
//! ([`resolve`], [`literal`]) and whose named queries are followed ([`compile()`]); the [`Query`] is
//! then asked of each sheet ([`predicate`]).

pub mod expr;
pub mod scope;

pub mod comparison;
pub mod free_words;
pub mod literal;
pub mod matcher;
pub mod moment;
pub mod money_word;
mod predicate;

pub mod error;
pub mod foreign_sign;
pub mod parse;

pub mod names;
pub mod resolve;
pub mod unknown_key;

pub mod compile;
pub mod sort;
mod years;

pub use compile::{bare_keys, compile, stop_words, view_findings, view_named};
pub use parse::joined_terms;
pub use predicate::Query;
pub use scope::Scope;
pub use unknown_key::parse_key;
