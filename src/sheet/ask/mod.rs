//! One question to each person: who is asked what, in which words, and the line that brings the
//! answer back.

mod owed;

mod candidates;
mod choose;

mod action_mark;
mod private_mark;
mod readers;
mod tag;
mod template;
mod verdict;

mod message;

pub use action_mark::{lesson_typed, with_action, with_actions};
pub use candidates::{Candidate, candidates};
pub use choose::choose;
pub use message::Message;
pub use owed::{Owed, owed, people};
pub use private_mark::{begins_with_private_mark, without_private_mark};
pub use readers::{can_be_private, readers};
pub use tag::{Tag, debrief_line, find as find_tag, find_all as find_tags, find_debrief};
pub use template::{ends_before_tag, is_lead, is_ours, may_be_ours};
pub use verdict::verdict;
