//! What `init` says: each file that it made, or found.

use crate::lang::{Lang, Text, text};
use crate::report::{Block, Cell, Column, Report, Table, Tone};

/// A file of a new collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreatedFile {
    pub path: String,
    /// Whether it was written now; else it was there, and stays as it is.
    pub written: bool,
}

/// The report of all files; of a dry run, what would become of them.
pub fn report(files: &[CreatedFile], dry_run: bool, lang: Lang) -> Report {
    let get = |text: Text| text.get(lang);
    let columns = vec![
        Column::new("path", get(text!("File", "Fichier"))),
        Column::new("state", get(text!("State", "État"))),
    ];
    let rows = files
        .iter()
        .map(|file| {
            let (code, words, tone) = match file.written {
                true if dry_run => ("new", get(text!("to be created", "à créer")), Tone::Good),
                true => ("written", get(text!("created", "créé")), Tone::Good),
                false => (
                    "kept",
                    get(text!("already there, unchanged", "déjà là, inchangé")),
                    Tone::Muted,
                ),
            };
            vec![
                Cell::text(&file.path).with_tone(Tone::Strong),
                Cell { text: words.to_owned(), ..Cell::text(code).with_tone(tone) },
            ]
        })
        .collect();
    Report::new("init").with(Block::Table(Table::new("files", columns, rows)))
}
