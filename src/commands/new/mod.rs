//! `sheet new`: a new sheet, from options, from a file, or by an interview; and the rest of one
//! that is there, by its questions.

mod create;
mod like;
mod missing;
mod save;

mod hold;
mod review;

mod walk;

mod ask;
mod choice;
mod items;
mod line;
mod prose;
mod verdicts;

mod answers;
mod draft;
mod earlier;
mod interview;

pub(super) use create::run;
