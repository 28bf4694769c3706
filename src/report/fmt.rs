//! What `fmt` says: every value that is brought to its canonical form, or would be.

use crate::lang::{Lang, Text};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::source::tree::Tree;

/// One value of one sheet.
#[derive(Clone, Debug)]
pub struct Formatted {
    pub path: String,
    pub key: String,
    pub written: Tree,
    pub canonical: Tree,
    /// Whether the place could be changed without touching others.
    pub safe: bool,
}

/// The report of all values that are not in canonical form.
pub fn report(values: &[Formatted], lang: Lang) -> Report {
    let say = |en, fr| Text::new(en, fr).say(lang);
    let columns = vec![
        Column::new("path", say("Sheet", "Fiche")),
        Column::new("key", say("Key", "Clé")),
        Column::new("written", say("Written", "Écrit")),
        Column::new("canonical", say("Canonical", "Canonique")),
        Column::new("safe", say("", "")),
    ];
    let cell = |tree: &Tree| Cell { words: words(tree), data: tree.clone(), tone: Tone::Plain };
    let row = |value: &Formatted| {
        let tone = if value.safe { Tone::Plain } else { Tone::Wrong };
        let safe = Tree::Text { text: value.safe.to_string(), plain: true };
        let canonical = match value.safe {
            true => cell(&value.canonical),
            false => {
                Cell { words: say("by hand", "à la main").to_owned(), ..cell(&value.canonical) }
            }
        };
        vec![
            Cell::text(&value.path).with_tone(Tone::Strong),
            Cell::text(&value.key),
            cell(&value.written),
            canonical.with_tone(tone),
            Cell { data: safe, ..Cell::words("") },
        ]
    };
    let rows = values.iter().map(row).collect();
    Report::new("fmt").with(Block::Table(Table::new("values", columns, rows)))
}

/// A value by its texts, as far as a line holds them.
fn words(tree: &Tree) -> String {
    match tree {
        Tree::Missing => String::new(),
        Tree::Text { text, .. } => text.chars().take(60).collect(),
        Tree::List(items) => items.iter().map(words).collect::<Vec<_>>().join(" | "),
        Tree::Map(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| format!("{key}: {}", words(value)));
            pairs.collect::<Vec<_>>().join(", ")
        }
    }
}
