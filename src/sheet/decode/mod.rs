//! A tree becomes a sheet: each value in its type, what is wrong reported at its place, what
//! cannot be read kept as it is written.

mod dates;
mod decoder;
mod list;
mod member;
mod members;
mod report;
mod sheet;

pub use decoder::Decoder;
pub use members::Members;
pub use sheet::{Decoded, decode, decode_knowing};
