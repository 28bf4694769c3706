//! `sheet schema`: what a sheet may be, and `sheet.yaml`, for editors and other programs.

mod files;
mod mark;
mod write;

pub(super) use files::{
    EDITOR_LINE, FILE, SETTINGS_FILE, editor_line, settings_line, with_editor_line,
};
pub(super) use mark::outdated;
pub(super) use write::{run, settings_text, text};
