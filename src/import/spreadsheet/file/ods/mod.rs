//! Documents of LibreOffice (ODS, and FODS in one piece). Source: OpenDocument 1.3, part 3.

mod cell;
mod looks;
mod read;

pub(super) use read::read;
