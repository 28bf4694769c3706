//! Is it right? What every sheet of a collection is checked for: one file per rule, by subject.

mod done;
pub mod facts;
mod name_key;
mod repeats;
pub mod rule;
mod spellings;
mod vocabulary;

pub mod collection;
pub mod dates;
pub mod documents;
pub mod lessons;
pub mod money;
pub mod people;
pub mod text;

pub mod check;
pub mod fix;
pub mod remedy;
pub mod table;

pub use check::{check, check_across, private_data};
pub use collection::unknown_related::among as unknown_related;
pub use done::done_field;
pub use facts::{NamedSpan, SheetFacts, SpelledName, of as facts};
pub use fix::fixed;
pub use lessons::unknown_lesson::UNKNOWN_LESSON;
pub use name_key::Name;
pub use remedy::with_command;
pub use rule::{Check, CheckContext, CheckOptions, Checked, FieldFinding, Rule, UsedIgnores};
pub use table::{RULES, adjustable, lints};
