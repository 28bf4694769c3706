//! `sheet validate`: every finding of every sheet, and `--fix`.

mod run;

mod fix;
mod scope;

pub(super) use run::run;
