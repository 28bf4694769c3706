//! What `fmt` says: every value that is brought to its canonical form, or would be, and every one
//! that is left as it is written.

use crate::lang::{Lang, Phrase, text};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::text::clip::clip;
use crate::tree::{Change, Tree};

/// One value of one sheet.
#[derive(Clone, Debug)]
pub struct Formatted {
    pub path: String,
    pub key: String,
    pub written: Tree,
    /// What brings it to its canonical form, or why it is left as it is written.
    pub canonical: Result<Change, Phrase>,
    /// Whether it has a canonical form that cannot be written without a loss.
    pub refused: bool,
}

/// The report of all values that are not in canonical form.
pub fn report(values: &[Formatted], lang: Lang) -> Report {
    Report::new("fmt").with(Block::Table(Table::of("values", values, &COLUMNS, lang)))
}

const COLUMNS: [Column<Formatted>; 6] = [
    Column::new("path", text!("Sheet", "Fiche"), |value, _| {
        Cell::text(&value.path).with_tone(Tone::Strong)
    }),
    Column::new("key", text!("Key", "Clé"), |value, _| Cell::text(&value.key)),
    Column::new("written", text!("Now", "Actuel"), |value, _| {
        let text = match &value.canonical {
            Ok(Change::Items(items)) => items_of(&value.written, items),
            _ => words(&value.written),
        };
        Cell { text, data: value.written.clone(), tone: Tone::Plain }
    }),
    Column::new("canonical", text!("Canonical form", "Forme standard"), |value, lang| match &value
        .canonical
    {
        Ok(change) => words_and_data(&value.written, change),
        Err(why) => {
            let left = text!("not changed:", "pas modifié :").get(lang);
            Cell::text_only(format!("{left} {}", why.get(lang))).with_tone(Tone::Error)
        }
    }),
    Column::for_machines("safe", |value, _| Cell::data(Tree::flag(value.canonical.is_ok()))),
    Column::for_machines("why", |value, _| {
        let why = value.canonical.as_ref().err();
        why.map_or_else(Cell::empty, |why| Cell::data(Tree::text(why.get(Lang::En))))
    }),
];

/// The canonical form: for people what changes, for machines the whole value.
fn words_and_data(written: &Tree, change: &Change) -> Cell {
    match (change, written) {
        (Change::Set(value), _) => {
            Cell { text: words(value), data: value.clone(), tone: Tone::Plain }
        }
        (Change::Items(items), Tree::List(old)) => {
            let mut all = old.clone();
            for (index, item) in items {
                if let Some(slot) = all.get_mut(*index) {
                    *slot = item.clone();
                }
            }
            let changed = items.iter().map(|(_, item)| words(item)).collect::<Vec<_>>();
            Cell { text: changed.join(" | "), data: Tree::List(all), tone: Tone::Plain }
        }
        _ => Cell::text_only(""),
    }
}

/// The items of a list that change, as they are written.
fn items_of(written: &Tree, items: &[(usize, Tree)]) -> String {
    let Tree::List(all) = written else {
        return words(written);
    };
    let old = items.iter().filter_map(|(index, _)| all.get(*index)).map(words);
    old.collect::<Vec<_>>().join(" | ")
}

/// How many characters of a value are shown.
const MAX_LENGTH: usize = 60;

/// A value by its texts, as far as a line holds them.
fn words(tree: &Tree) -> String {
    match tree {
        Tree::Missing => String::new(),
        Tree::Text { text, .. } => clip(text, MAX_LENGTH).into_owned(),
        Tree::List(items) => items.iter().map(words).collect::<Vec<_>>().join(" | "),
        Tree::Map(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| format!("{key}: {}", words(value)));
            pairs.collect::<Vec<_>>().join(", ")
        }
    }
}
