//! What a sheet may be, as a JSON Schema, for editors and other programs. Source: JSON Schema,
//! draft 2020-12, with the `errorMessage` and `enumDescriptions` that editors read beside it.
//!
//! It is made from the same tables as everything else, and as exact as a schema can be: it accepts
//! what is read without an error, and refuses what is not, in words of our own.

pub mod form;
pub mod message;
mod sheet;
mod value;

pub mod codes;

pub use sheet::schema;
pub use value::SchemaOptions;
