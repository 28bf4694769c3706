//! A workbook: a line for each sheet, and tabs for what a sheet has several of.

mod cell;
mod read;
mod tab;
mod tabs;
mod write;

pub(super) use read::{is_mine, texts};
pub(super) use write::write;
