//! `sheet new`: a new sheet, from options, from a file, or by an interview.

mod create;
mod save;

mod interview;

mod ask;
mod earlier;
mod question;

pub(super) use create::run;
