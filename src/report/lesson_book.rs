//! The lessons of many sheets as a book: a chapter for each tool.

use std::collections::BTreeMap;

use crate::lang::{Lang, Text, text};
use crate::report::{Block, Cell, FieldCell, FieldLayout, Report};
use crate::sheet::fields;
use crate::sheet::rev::Exported;
use crate::text::fold::search_key;
use crate::value::any::Record;

const NO_TOOL: Text = text!("Without a tool", "Sans outil");

/// The kinds of lessons, in the order of a chapter.
const KINDS: [&str; 3] = ["lessons.nuggets", "lessons.difficulties", "lessons.surprises"];

/// The items of a chapter, by the kind of lesson.
type Chapter = BTreeMap<usize, Vec<String>>;

/// The report. A lesson that names no tool is about those of its project; each ends with where it
/// was learnt.
pub fn report(sheets: &[Exported], lang: Lang) -> Report {
    let mut chapters: BTreeMap<(bool, String), (String, Chapter)> = BTreeMap::new();
    for Exported { sheet, .. } in sheets {
        for (path, lesson) in sheet.lessons.all() {
            let kind = KINDS.iter().position(|kind| path.starts_with(kind)).unwrap_or_default();
            let item = format!("{} ({}, {})", lesson.details(lang), sheet.name(), sheet.id);
            let own = if lesson.tools.is_empty() { &sheet.tools } else { &lesson.tools };
            let none = [NO_TOOL.get(lang).to_owned()];
            let tools = if own.is_empty() { none.as_slice() } else { own };
            for tool in tools {
                let place = (own.is_empty(), search_key(tool));
                let chapter =
                    chapters.entry(place).or_insert_with(|| (tool.clone(), Chapter::new()));
                chapter.1.entry(kind).or_default().push(item.clone());
            }
        }
    }
    let mut report = Report::new("export");
    for (tool, chapter) in chapters.into_values() {
        report.blocks.push(Block::Heading(tool));
        let fields = chapter.into_iter().filter_map(|(kind, items)| {
            let label = fields::find(KINDS[kind])?.label.get(lang);
            let cell = Cell::text_only(items.join("\n"));
            Some(FieldCell::new(KINDS[kind], label, cell).with_layout(FieldLayout::Items(items)))
        });
        report.blocks.push(Block::Fields { key: "lessons", fields: fields.collect() });
    }
    report
}
