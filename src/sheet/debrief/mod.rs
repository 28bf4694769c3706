//! What a team goes through at the end of its project: the facts of its sheet, the lessons that it
//! meant to apply, four questions; and how what is written there is known again.

mod questions;
mod words;

mod facts;
mod ticks;

mod page;

pub use facts::{Fact, facts, is_as_shown};
pub use page::{Page, TickedLesson, read};
pub use questions::{DebriefQuestion, QUESTIONS};
pub use ticks::VERDICTS;
pub use words::{FACTS, GAP, HOW, KEEP, LESSONS, PRIVATE, READERS, TITLE};
