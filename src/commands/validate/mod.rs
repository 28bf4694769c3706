//! `sheet validate`: every finding of every sheet, and `--fix`.

mod run;

mod check;
mod fix;
mod scope;

pub(super) use run::run;
