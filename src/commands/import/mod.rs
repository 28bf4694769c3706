//! `sheet import FILE…`: sheets from foreign files; shown first, written with `--write`.

mod other_kind;
mod read;
mod refuse;

mod replies;

mod alike;
mod propose;
mod settle;
mod update;
mod wanted;

mod save;

mod columns;
mod run;

pub(super) use run::run;
