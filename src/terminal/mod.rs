//! Edge: the only door to the person: what is answered, said and asked, and how wide it may be.

mod environment;
mod output;

pub mod answer;
pub mod editor;
pub mod prompt;

mod line;
mod nowhere;
mod watch;

pub use environment::{current_dir, drafts, language, named_dir, threads};
pub use output::{Colour, Terminal};
