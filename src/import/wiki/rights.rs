//! What an export holds that was made without the rights to read all: nothing under many columns.

use crate::finding::Finding;
use crate::import::codes::EXPORT_WITHOUT_RIGHTS;
use crate::import::table::Column;
use crate::import::wiki::form::Form;
use crate::lang::{list, phrase};
use crate::text::Span;

/// From so many columns on, one half of them empty is no chance.
const MANY: usize = 6;

/// What is to be said of columns that are empty in every entry: that the form does not show them
/// to everybody, or that they are too many.
pub(super) fn finding(columns: &[Column], entries: usize, forms: &[Form]) -> Option<Finding> {
    let empty: Vec<&Column> = columns.iter().filter(|column| column.filled == 0).collect();
    let is_closed = |column: &&Column| {
        let fields = forms.iter().filter_map(|form| form.field(&column.name));
        fields.into_iter().any(|field| !field.is_open)
    };
    let closed: Vec<&Column> = empty.iter().copied().filter(is_closed).collect();
    let is_bare = entries > 1 && columns.len() >= MANY && empty.len() * 2 >= columns.len();
    let told = if is_bare { empty } else { closed };
    if told.is_empty() || entries == 0 {
        return None;
    }
    let names: Vec<&str> = told.iter().map(|column| column.shown()).collect();
    let names = list::and(&names);
    let label =
        phrase!("empty in every entry: {names}", "vide dans toutes les entrées : {names}", names,);
    Some(Finding::new(&EXPORT_WITHOUT_RIGHTS, Span::TOP, label))
}
