//! The domain: a project's sheet and its fields, without files, terminal or clap. The whole is
//! lenient, its atoms are strict: a sheet under work may lack anything, but a
//! [`crate::value::date::Date`] or a [`crate::value::money::Cost`] that exists is valid.

pub mod model;
pub mod part;
pub mod section;
pub mod shape;

pub mod ask;
pub mod audience;
pub mod by_tool;
pub mod canonical;
pub mod codes;
pub mod completeness;
pub mod current_status;
pub mod debrief;
pub mod decode;
mod derived_end;
pub mod edit;
pub mod field;
pub mod fields;
pub mod key;
pub mod known;
pub mod left_out;
pub mod lesson_address;
pub mod loss;
pub mod merge;
pub mod questions;
pub mod rank;
pub mod returned;
pub mod rev;
pub mod row;
pub mod schema;
pub mod texts;
pub mod unknown;
pub mod wiki_labels;
pub mod write;
pub use model::Sheet;
