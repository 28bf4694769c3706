//! What was learnt, and how it turned out.

pub mod confirmed_elsewhere;
pub mod done_without_lesson;
pub mod done_without_outcome;
pub mod done_without_tool;
pub mod lesson_without_action;
pub mod one_sided_lessons;
pub mod unknown_lesson;
pub mod unknown_tool;
