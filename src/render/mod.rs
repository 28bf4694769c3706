//! Edge: a report → bytes. What is shown was decided before; here is only how.

mod format;
mod formats;

mod escape;
mod style;

mod text;

mod diff;
mod snippet;
mod table;
mod wrap;

mod csv;
mod dialect;
mod html;
mod json;
mod markdown;

mod github;
mod gitlab;
mod junit;
mod sarif;
mod short;

pub use dialect::{DIALECTS, Dialect};
pub use format::{Format, Reader};
pub use formats::{FORMATS, csv_in, find};
pub use json::{list as json_list, texts as json_texts, tree as json_tree};
pub use snippet::snippet;
pub use style::Style;
pub use wrap::wrap_message;
