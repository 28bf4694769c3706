//! The lessons of many sheets as a book: a chapter for each tool, what several sheets say once.

use crate::lang::{Lang, phrase, plural};
use crate::report::{Block, Cell, FieldCell, FieldLayout, Report};
use crate::sheet::by_tool::{NO_TOOL, SharedLesson, by_tool};
use crate::sheet::model::Lessons;
use crate::sheet::rev::Exported;
use crate::sheet::{Sheet, fields};
use crate::text::fold::search_key;
use crate::value::any::Record;
use crate::value::evidence::Evidence;
use crate::value::lesson::Lesson;

/// The report; each lesson ends with how many sheets say it, and which.
pub fn report(sheets: &[Exported], lang: Lang) -> Report {
    let sheets: Vec<&Sheet> = sheets.iter().map(|exported| &exported.sheet).collect();
    let mut report = Report::new("export");
    for told in by_tool(&sheets, search_key).into_iter().filter(|told| !told.is_silent()) {
        report.blocks.push(Block::Heading(told.tool.unwrap_or(NO_TOOL.get(lang)).to_owned()));
        let sorts = Lessons::SORTS.into_iter().zip(told.sorts);
        let fields =
            sorts.filter(|(_, lessons)| !lessons.is_empty()).filter_map(|(key, lessons)| {
                let label = fields::find(key)?.label.get(lang);
                let items: Vec<String> =
                    lessons.iter().map(|one| item(one, &sheets, lang)).collect();
                let cell = Cell::text_only(items.join("\n"));
                Some(FieldCell::new(key, label, cell).with_layout(FieldLayout::Items(items)))
            });
        report.blocks.push(Block::Fields { key: "lessons", fields: fields.collect() });
    }
    report
}

/// What a lesson says, with what several sheets know of it together.
fn item(lesson: &SharedLesson, sheets: &[&Sheet], lang: Lang) -> String {
    let Some((_, first)) = lesson.said.first() else { return String::new() };
    let Evidence { confirmed_in, contradicted_in, .. } = &lesson.evidence;
    let (confirmed_in, contradicted_in) = (confirmed_in.to_vec(), contradicted_in.to_vec());
    let action = lesson.said.iter().find_map(|(_, one)| one.action.clone());
    let whole = Lesson { confirmed_in, contradicted_in, action, ..(*first).clone() };
    let names: Vec<String> = lesson
        .said
        .iter()
        .map(|(number, _)| format!("{}, {}", sheets[*number].name(), sheets[*number].id))
        .collect();
    let names = names.join(" ; ");
    let count = plural::SHEET.phrase(lesson.evidence.sheets());
    let whole = whole.details(lang);
    let item =
        phrase!("{whole} ({count}: {names})", "{whole} ({count} : {names})", whole, count, names);
    item.get(lang).to_owned()
}
