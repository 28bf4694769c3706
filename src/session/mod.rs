//! What commands share: functions that each take the [`Context`] first.

pub mod context;
mod exit;

pub mod config;
pub mod query_args;
pub mod sheets;

pub mod find_sheet;
pub mod ids;

pub mod apply;
pub mod assignment;
pub mod changes;
pub mod drafts;
pub mod revision;

pub mod findings;

pub use context::{Context, output_error};
pub use exit::Exit;
