//! What becomes of each key of a sheet that is there: what it says, and what the source says.

use crate::lang::choice::{Choice, choices};
use crate::lang::{Lang, Phrase, text};
use crate::report::{Cell, Column, Table, Tone};
use crate::sheet::Sheet;
use crate::sheet::key::Key;
use crate::sheet::merge::{Merged, Outcome};
use crate::text::clip::clip;
use crate::tree::Tree;
use crate::value::any::Value;

/// What becomes of a key of a sheet.
#[derive(Clone, Debug)]
pub struct KeyRow {
    pub id: String,
    pub path: String,
    pub merged: Merged,
    /// The words of what the sheet says, and of what the source says.
    pub words: [Phrase; 2],
    /// Whether the change is on the disk.
    pub written: bool,
}

choices! {
    /// What becomes of a key, in words.
    KeyState {
        New: "new", "new", "nouvelle";
        Changed: "changed", "changed there", "modifiée là-bas";
        Kept: "kept", "changed here, kept", "modifiée ici, gardée";
        Emptied: "emptied", "empty there, kept", "vide là-bas, gardée";
        Conflict: "conflict", "conflict", "conflit";
    }
}

impl KeyState {
    fn of(outcome: Outcome) -> Option<KeyState> {
        match outcome {
            Outcome::Identical => None,
            Outcome::New => Some(KeyState::New),
            Outcome::Changed => Some(KeyState::Changed),
            Outcome::Kept => Some(KeyState::Kept),
            Outcome::Emptied => Some(KeyState::Emptied),
            Outcome::Conflict => Some(KeyState::Conflict),
        }
    }

    const fn tone(self) -> Tone {
        match self {
            KeyState::New | KeyState::Changed => Tone::Plain,
            KeyState::Kept | KeyState::Emptied => Tone::Muted,
            KeyState::Conflict => Tone::Error,
        }
    }
}

/// The table of all keys that are not the same here and there.
pub(super) fn table(rows: &[&KeyRow], lang: Lang) -> Table {
    let rows = rows.iter().filter(|row| row.merged.outcome != Outcome::Identical);
    Table::of("changes", rows.copied(), &COLUMNS, lang)
}

const COLUMNS: [Column<KeyRow>; 7] = [
    Column::new("id", text!("Sheet", "Fiche"), |row, _| {
        Cell::text(&row.id).with_tone(Tone::Strong)
    }),
    Column::for_machines("path", |row, _| Cell::text(&row.path)),
    Column::new("key", text!("Key", "Clé"), |row, lang| {
        let label = Key::find(&row.merged.key).map(|key| key.label().get(lang).to_owned());
        Cell {
            text: label.unwrap_or_else(|| row.merged.key.clone()),
            ..Cell::text(&row.merged.key)
        }
    }),
    Column::new("before", text!("In the sheet", "Dans la fiche"), |row, lang| {
        value(&row.merged.ours, &row.words[0], lang)
    }),
    Column::new("after", text!("In the source", "Dans la source"), |row, lang| {
        value(&row.merged.theirs, &row.words[1], lang)
    }),
    Column::new("outcome", text!("State", "État"), |row, lang| {
        KeyState::of(row.merged.outcome).map_or_else(Cell::empty, |state| {
            Cell::labelled(state.code(), state.label(), lang).with_tone(state.tone())
        })
    }),
    Column::for_machines("written", |row, _| Cell::data(Tree::flag(row.written))),
];

/// A value by its beginning; machines get the whole.
fn value(tree: &Tree, words: &Phrase, lang: Lang) -> Cell {
    const MAX_LENGTH: usize = 120;
    let words = words.get(lang).split_whitespace().collect::<Vec<_>>().join(" ");
    Cell { text: clip(&words, MAX_LENGTH).into_owned(), ..Cell::data(tree.clone()) }
}

/// What a sheet says under a key, in words; of what could not be read, as it is written.
pub fn words(sheet: &Sheet, key: &str, written: &Tree) -> Phrase {
    let found = Key::find(key).filter(|key| !key.stored(sheet).is_missing());
    Phrase::per_lang(|lang| match &found {
        Some(key) => key.stored(sheet).echo(lang),
        None => Value::of_tree(written).echo(lang),
    })
}
