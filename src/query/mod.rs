//! Which ones? One language for every command: `year:2023 cost>5000 -status:abandoned "porte à
//! porte"`.
//!
//! A text is parsed into what stands there ([`parse`]), its keys and values are resolved once
//! ([`understand`], [`want`]) and its names followed ([`names`]), and the [`Query`] is then asked
//! of each sheet ([`predicate`]).

pub mod parse;
pub mod understand;
pub mod unknown_key;
pub mod want;

pub mod names;
pub mod predicate;
pub mod sort;

pub use predicate::{Comparison, Measure, Query};
pub use unknown_key::parse_key;
