//! What `init` says: each file that it made, or found.

use crate::lang::{Lang, Text, text};
use crate::report::{Block, Cell, Column, Report, Table, Tone};

/// A file of a new collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreatedFile {
    pub path: String,
    pub state: FileState,
    /// What it is for.
    pub purpose: Text,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileState {
    /// It would be written, but this is a dry run.
    New,
    Written,
    /// It was there, and stays as it is.
    Kept,
    /// It was there, written by another version.
    Renewed,
}

impl FileState {
    const fn code(self) -> &'static str {
        match self {
            FileState::New => "new",
            FileState::Written => "written",
            FileState::Kept => "kept",
            FileState::Renewed => "renewed",
        }
    }

    const fn label(self) -> Text {
        match self {
            FileState::New => text!("to be created", "à créer"),
            FileState::Written => text!("created", "créé"),
            FileState::Kept => text!("already there, unchanged", "déjà là, inchangé"),
            FileState::Renewed => text!("written again", "réécrit"),
        }
    }

    const fn tone(self) -> Tone {
        match self {
            FileState::New | FileState::Written | FileState::Renewed => Tone::Good,
            FileState::Kept => Tone::Muted,
        }
    }
}

/// The report of all files.
pub fn report(files: &[CreatedFile], lang: Lang) -> Report {
    Report::new("init").with(Block::Table(Table::of("files", files, &COLUMNS, lang)))
}

const COLUMNS: [Column<CreatedFile>; 3] = [
    Column::new("path", text!("File", "Fichier"), |file, _| {
        Cell::text(&file.path).with_tone(Tone::Strong)
    }),
    Column::new("state", text!("State", "État"), |file, lang| {
        Cell::labelled(file.state.code(), file.state.label(), lang).with_tone(file.state.tone())
    }),
    Column::for_people(text!("What for", "Pour"), |file: &CreatedFile, lang| {
        Cell::text(file.purpose.get(lang)).with_tone(Tone::Muted)
    }),
];
