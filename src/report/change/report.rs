//! The report of sheets that were changed, line by line and as a table.

use crate::lang::{Lang, Phrase, phrase};
use crate::report::change::difference::{Difference, differences};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::sheet::Sheet;
use crate::tree::Tree;
use crate::yaml::comments::Comment;

/// A sheet before and after a change.
#[derive(Debug)]
pub struct Revised<'a> {
    /// The path of its file, as it is shown.
    pub path: &'a str,
    pub before: &'a Sheet,
    pub after: &'a Sheet,
    /// The comments that went with what they stood beside.
    pub gone: Vec<Comment>,
    /// Whether the change is on the disk.
    pub written: bool,
}

/// The report of some sheets that were changed, or would be; `name` is that of the command. Where
/// nobody named them, or there are several, each is reported by its path.
pub fn report(name: &'static str, sheets: &[Revised], named: bool, lang: Lang) -> Report {
    let mut report = Report::new(name);
    let mut changes = Vec::new();
    for sheet in sheets {
        if sheets.len() > 1 || !named {
            report.blocks.push(Block::Line(sheet.path.to_owned(), Tone::Strong));
        }
        let mut lines = Vec::new();
        for difference in differences(sheet.before, sheet.after) {
            lines.push(difference.words(&sheet.after.id, lang));
            changes.push(Change::of(sheet, &difference));
        }
        for comment in &sheet.gone {
            lines.push(also_removed(comment).get(lang).to_owned());
        }
        if !lines.is_empty() {
            report.blocks.push(Block::Line(lines.join("\n"), Tone::Plain));
        }
    }
    report.with(table(&changes, lang))
}

/// That a comment went with what it stood beside.
pub fn also_removed(Comment { line, text }: &Comment) -> Phrase {
    phrase!(
        "Comment also removed (line {line}): {text}",
        "Commentaire retiré en même temps (ligne {line}) : {text}",
        line,
        text,
    )
}

/// That a sheet has another id, for machines.
pub fn renamed(old: &str, new: &str, path: &str, written: bool, lang: Lang) -> Block {
    let (id, path, key) = (new.to_owned(), path.to_owned(), "id".to_owned());
    let (before, after) = (Tree::text(old), Tree::text(new));
    table(&[Change { id, path, key, before, after, written }], lang)
}

/// A change as machine formats have it.
struct Change {
    id: String,
    path: String,
    key: String,
    before: Tree,
    after: Tree,
    written: bool,
}

impl Change {
    fn of(sheet: &Revised, difference: &Difference) -> Change {
        Change {
            id: sheet.after.id.clone(),
            path: sheet.path.to_owned(),
            key: difference.key.clone(),
            before: difference.before.tree(),
            after: difference.after.tree(),
            written: sheet.written,
        }
    }
}

fn table(changes: &[Change], lang: Lang) -> Block {
    Block::Table(Table::of("changes", changes, &COLUMNS, lang))
}

const COLUMNS: [Column<Change>; 6] = [
    Column::for_machines("id", |change, _| Cell::text(&change.id)),
    Column::for_machines("path", |change, _| Cell::text(&change.path)),
    Column::for_machines("key", |change, _| Cell::text(&change.key)),
    Column::for_machines("before", |change, _| Cell::data(change.before.clone())),
    Column::for_machines("after", |change, _| Cell::data(change.after.clone())),
    Column::for_machines("written", |change, _| Cell::data(Tree::flag(change.written))),
];
