//! Why a text is no YAML, in words for people: the slip is looked for in the text round the place
//! where the parser stopped. Nothing else of what the parser says is known here.

pub mod line;
mod refusal;
mod slip;

mod block_text;
mod brackets;
mod colons;
mod conflict;
mod escapes;
mod indentation;
mod items;
mod quotes;
mod signs;
mod spaces;

mod diagnose;
mod slips;

pub use diagnose::{UNREADABLE, finding, slip_at};
pub use refusal::Refusal;
pub use slip::{Found, Rewrite, Slip};
pub use slips::{MISSING_BEFORE_BRACKET, MISSING_SPACE, NO_BREAK_SPACE, SLIPS};
pub use spaces::unparted;
