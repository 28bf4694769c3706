//! Exports of a wiki (YesWiki, its Bazar forms): JSON in all its shapes, and CSV.
//!
//! What the wiki says by itself of an entry (its id, its dates, where it stands on a map) is taken out
//! by name; all else is a table, whose columns the form's schema labels.

mod form;
mod json;
mod shapes;

mod place;
mod system;

mod cell;
mod codes;
mod rights;

mod of_json;
mod of_table;

pub(crate) use form::{Form, form, form_among};
pub(super) use of_json::{NAME_JSON, read_json, recognizes_json};
pub(super) use of_table::{NAME_CSV, read_csv, recognizes_csv};
