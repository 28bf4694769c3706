//! Whether a project is done.

use crate::rules::rule::CheckContext;
use crate::value::status::Status;

/// The field that says that the project is done, if it is: its status, else the date of its end,
/// else that of its start.
pub fn done_field(context: &CheckContext) -> Option<&'static str> {
    let sheet = context.sheet;
    if sheet.current_status() != Some(Status::Done) {
        return None;
    }
    Some(match (sheet.status, sheet.dates.end) {
        (Some(_), _) => "status",
        (None, Some(_)) => "dates.end",
        (None, None) => "dates.start",
    })
}
