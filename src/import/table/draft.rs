//! An entry whose columns are known → the draft of a sheet.

use crate::finding::Finding;
use crate::import::page::{self, Line, Page, Section, put_extra};
use crate::import::table::unread::unread_to_extra;
use crate::import::table::{Cell, CellValue, Column, Entry, Note, Target};
use crate::import::{Draft, EntryText, ForeignText, ImportOptions};
use crate::sheet::model::ImportSource;
use crate::text::Span;
use crate::tree::Tree;

/// Makes the draft of a sheet: an entry is read as a page on which each value stands behind its
/// label, so that what people write means the same wherever they write it.
pub(in crate::import) fn draft(
    entry: &Entry,
    columns: &[Column],
    options: &ImportOptions,
) -> Draft {
    let laid: Vec<Laid> = laid_out(entry, columns);
    let fields = laid.iter().filter_map(|laid| {
        let field = laid.column.field().filter(|_| !laid.cell.value.is_empty())?;
        let is_itemised = matches!(laid.cell.value, CellValue::Items(_));
        Some(Section::of_field(field, laid.name(), laid.lines(), is_itemised))
    });
    let page = Page {
        title: None,
        around: Vec::new(),
        sections: fields.collect(),
        doubts: Vec::new(),
        is_labelled: false,
    };
    let mut draft = page::draft(&page, options);
    unread_to_extra(&mut draft);
    for laid in &laid {
        if matches!(laid.column.target, Target::Extra) && !laid.cell.value.is_empty() {
            put_extra(&mut draft.sheet, laid.label(), kept(&laid.cell.value));
        }
        for (beside, text) in &laid.cell.beside {
            let label = format!("{} ({})", laid.label(), beside.word());
            put_extra(&mut draft.sheet, &label, Tree::text(text));
            let (label, number) = (laid.label().to_owned(), laid.first);
            draft.kept.push(ForeignText { label, number, text: text.clone() });
        }
        let span = laid.lines().first().map_or(Span::TOP, Line::span);
        draft.findings.extend(laid.cell.notes.iter().map(|note| finding(note, span)));
    }
    let first = laid.first().map_or(Span::TOP, |laid| laid.name().span());
    draft.findings.extend(entry.notes.iter().map(|note| finding(note, first)));
    draft.findings.sort_by_key(|finding| finding.span);
    draft.sheet.source =
        ImportSource { id: entry.id.clone(), url: entry.url.clone(), ..ImportSource::default() };
    let texts: Vec<String> = laid.into_iter().flat_map(|laid| laid.texts).collect();
    draft.entry = Some(EntryText { name: entry.name.clone(), text: texts.join("\n") });
    draft
}

fn finding(note: &Note, span: Span) -> Finding {
    Finding::new(note.lint, span, note.label.clone())
}

/// A cell on the lines of the page.
struct Laid<'e> {
    cell: &'e Cell,
    column: &'e Column,
    /// The number of its first line.
    first: u32,
    /// Its lines, the label before the first.
    texts: Vec<String>,
    /// How many bytes the label takes.
    behind: usize,
}

fn laid_out<'e>(entry: &'e Entry, columns: &'e [Column]) -> Vec<Laid<'e>> {
    let mut next = 1;
    let cells = entry.cells.iter().filter_map(|cell| {
        let column = columns.get(cell.column)?;
        let says = !cell.value.is_empty() || !cell.beside.is_empty();
        (says && !matches!(column.target, Target::Nowhere)).then_some((cell, column))
    });
    cells
        .map(|(cell, column)| {
            let label = format!("{}: ", column.shown().replace('\n', " "));
            let behind = label.len();
            let value = cell.value.text();
            let shown =
                if value.is_empty() { cell.beside.first().map(|(_, text)| text) } else { None };
            let text = label + shown.unwrap_or(&value);
            let texts: Vec<String> = text.split('\n').map(str::to_owned).collect();
            let first = next;
            next += texts.len() as u32;
            Laid { cell, column, first, texts, behind }
        })
        .collect()
}

impl Laid<'_> {
    fn label(&self) -> &str {
        self.column.shown()
    }

    fn name(&self) -> Line<'_> {
        Line { number: self.first, column: 0, text: self.label() }
    }

    /// The lines of the value.
    fn lines(&self) -> Vec<Line<'_>> {
        let lines = self.texts.iter().zip(self.first..);
        lines
            .enumerate()
            .map(|(index, (text, number))| {
                let start = if index == 0 { self.behind } else { 0 };
                let column = text[..start].chars().count();
                Line { number, column, text: &text[start..] }
            })
            .collect()
    }
}

/// A value as it stands in `extra`.
fn kept(value: &CellValue) -> Tree {
    match value {
        CellValue::Text(text) => Tree::text(text.trim()),
        CellValue::Items(items) if items.len() == 1 => Tree::text(&items[0]),
        CellValue::Items(items) => Tree::List(items.iter().map(Tree::text).collect()),
    }
}
