//! `sheet schema`: what a sheet may be, and `sheet.yaml`, for editors and other programs.

mod mark;
mod write;

pub(super) use mark::outdated;
pub(super) use write::{
    EDITOR_LINE, FILE, SETTINGS_FILE, editor_line, run, settings_line, settings_text, text,
    with_editor_line,
};
