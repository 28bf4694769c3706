//! A tree becomes a sheet: each value in its type, what is wrong reported at its place, what
//! cannot be read kept as it is written.

mod dates;
mod decoder;
mod group;
mod list;
mod members;
mod report;
mod sheet;
mod value;

pub use decoder::Decoder;
pub use members::Members;
pub use sheet::{Decoded, decode, decode_knowing};
