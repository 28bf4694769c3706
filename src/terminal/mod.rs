//! Edge: the only door to the person: what is answered, said and asked, and how wide it may be.

mod environment;
mod output;

pub(crate) mod answer;
pub(crate) mod editor;
pub(crate) mod progress;
pub(crate) mod prompt;

mod guard;
mod line;
mod menu;
mod null_device;
mod pager;
mod program;

pub(crate) use environment::{current_dir, drafts, language, named_dir, threads};
pub(crate) use output::{Colour, Paging, Terminal};
