//! What do we say? Each report is what one command answers, made of what was counted or found.

mod diagnostic_groups;
mod model;
mod table;

pub mod list;
pub mod show;
pub mod summary;

pub mod count_bar;
pub mod groups;
pub mod money;
pub mod timeline;

pub mod ask;
pub mod brief;
pub mod checklist;
pub mod debrief;
pub mod digest;
pub mod lessons;
pub mod overview;
pub mod passages;
pub mod todo;

pub mod change;
pub mod explain;
pub mod export;
pub mod fmt;
pub mod import;
pub mod init;
pub mod lesson_book;
pub mod new;
pub mod validate;

pub use diagnostic_groups::{DiagnosticGroups, GroupBy};
pub use model::{Block, FieldCell, FieldLayout, Report};
pub use table::{AxisSpan, Cell, Tone};
pub use table::{Column, Header, Highlights, PassageRow, Rows, Table, Visible};
