//! The lessons of many sheets as a book: a chapter for each tool.

use crate::lang::Lang;
use crate::report::{Block, Cell, FieldCell, FieldLayout, Report};
use crate::sheet::by_tool::{NO_TOOL, by_tool};
use crate::sheet::model::Lessons;
use crate::sheet::rev::Exported;
use crate::sheet::{Sheet, fields};
use crate::text::fold::search_key;
use crate::value::any::Record;

/// The report; each lesson ends with where it was learnt.
pub fn report(sheets: &[Exported], lang: Lang) -> Report {
    let sheets: Vec<&Sheet> = sheets.iter().map(|exported| &exported.sheet).collect();
    let mut report = Report::new("export");
    for told in by_tool(&sheets, search_key).into_iter().filter(|told| !told.is_silent()) {
        report.blocks.push(Block::Heading(told.tool.unwrap_or(NO_TOOL.get(lang)).to_owned()));
        let sorts = Lessons::SORTS.into_iter().zip(told.sorts);
        let fields =
            sorts.filter(|(_, lessons)| !lessons.is_empty()).filter_map(|(key, lessons)| {
                let label = fields::find(key)?.label.get(lang);
                let items = lessons.into_iter().map(|(number, lesson)| {
                    let sheet = sheets[number];
                    format!("{} ({}, {})", lesson.details(lang), sheet.name(), sheet.id)
                });
                let items: Vec<String> = items.collect();
                let cell = Cell::text_only(items.join("\n"));
                Some(FieldCell::new(key, label, cell).with_layout(FieldLayout::Items(items)))
            });
        report.blocks.push(Block::Fields { key: "lessons", fields: fields.collect() });
    }
    report
}
