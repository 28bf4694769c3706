//! What stands under a column and could not be read as its field: kept where nobody takes it for
//! a value of that field.

use crate::import::page::put_extra;
use crate::import::{Draft, ForeignText};
use crate::sheet::fields;

/// Moves values that could not be read to `extra`, each under the label of its column: in a table,
/// a whole column may hold what a program has spoilt.
pub(super) fn unread_to_extra(draft: &mut Draft) {
    let unread = std::mem::take(&mut draft.sheet.unread);
    for unread in unread {
        let field = fields::find(&unread.key).filter(|field| field.key == unread.key);
        let of_field = |key: &str| field.is_some_and(|field| field.key == key);
        let found = draft.understood.iter().position(|read| of_field(read.key));
        let Some(place) = found.filter(|_| field.is_some_and(|field| !field.shape.is_list()))
        else {
            draft.sheet.unread.push(unread);
            continue;
        };
        let read = draft.understood.remove(place);
        put_extra(&mut draft.sheet, &read.label, unread.value);
        let number = read.lines.first().map_or(1, |line| line.number);
        draft.kept.push(ForeignText { label: read.label, number, text: read.written });
    }
}
