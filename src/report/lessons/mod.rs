//! Lessons seen from elsewhere: both sides of a tool, a project that has failed, what became of them.

pub mod counts;
pub mod premortem;
pub mod sides;
