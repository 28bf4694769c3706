//! What commands share: functions that each take the [`Context`] first.

pub(crate) mod context;
mod exit;
mod failure;

pub(crate) mod config;
pub(crate) mod query_args;
pub(crate) mod readable;
pub(crate) mod selection;
pub(crate) mod sheets;

pub(crate) mod find_sheet;
pub(crate) mod ids;
pub(crate) mod lesson_address;
pub(crate) mod lesson_verdict;
pub(crate) mod logo;
pub(crate) mod targets;

pub(crate) mod apply;
pub(crate) mod assignment;
pub(crate) mod changes;
pub(crate) mod drafts;
pub(crate) mod revision;
pub(crate) mod saving;
mod typed_dates;

pub(crate) mod findings;
pub(crate) mod item_question;
pub(crate) mod names;

pub(crate) use context::{Context, output_error, say};
pub(crate) use exit::Exit;
pub(crate) use failure::Failure;
