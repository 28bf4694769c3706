//! How every text of a page was read, and what was not understood.

use crate::lang::{Lang, Text, text};
use crate::report::import::{Kept, Proposal};
use crate::report::{Cell, Column, Table, Tone, Visible};
use crate::sheet::key::Key;
use crate::text::clip::clip;

/// A page, and one of its fields: label, key and text.
type FieldOfPage<'a> = (&'a Proposal, &'a (String, &'static str, String));

/// An entry, and one of its texts that went to `extra`.
type KeptText<'a> = (&'a Proposal, &'a Kept);

/// The fields whose labels were found on pages.
pub(super) fn understood(proposals: &[Proposal], lang: Lang) -> Table {
    let rows: Vec<FieldOfPage> = proposals
        .iter()
        .flat_map(|proposal| proposal.fields.iter().map(move |field| (proposal, field)))
        .collect();
    let columns = [
        Column::new("source", PAGE, |(proposal, _): &FieldOfPage, _| Cell::text(&proposal.from)),
        Column::new("label", text!("Label", "Libellé"), |(_, (label, ..)), _| {
            Cell::text(label).with_tone(Tone::Muted)
        }),
        Column::new("key", text!("Key", "Clé"), |(_, (_, key, _)), _| Cell::text(*key)),
        Column::new("written", text!("On the page", "Sur la page"), |(_, (.., written)), _| {
            clipped(Cell::text(written))
        }),
        Column::new("read", text!("Read as", "Lu comme"), |(proposal, (_, key, _)), lang| {
            let value = Key::find(key).map(|key| Cell::details(&key.value(&proposal.sheet), lang));
            let unread = text!("not understood", "pas compris").get(lang);
            let read = value.filter(|cell| !cell.text.is_empty());
            clipped(read.unwrap_or_else(|| Cell::text_only(unread).with_tone(Tone::Error)))
        }),
    ];
    sources_for_people(Table::of("understood", &rows, &columns, lang), proposals)
}

/// A long text by its beginning; machines get the whole.
fn clipped(cell: Cell) -> Cell {
    const MAX_LENGTH: usize = 90;
    Cell { text: clip(&cell.text, MAX_LENGTH).into_owned(), ..cell }
}

/// What went to `extra` because it was not understood.
pub(super) fn kept(proposals: &[Proposal], lang: Lang) -> Table {
    let rows: Vec<KeptText> = proposals
        .iter()
        .flat_map(|proposal| proposal.kept.iter().map(move |kept| (proposal, kept)))
        .collect();
    let columns = [
        Column::new("source", PAGE, |(proposal, _): &KeptText, _| Cell::text(&proposal.from)),
        Column::new("entry", text!("Entry", "Entrée"), |(proposal, _): &KeptText, _| {
            proposal.entry.as_ref().map_or_else(Cell::empty, Cell::text)
        }),
        Column::new("line", text!("Line", "Ligne"), |(_, kept): &KeptText, lang| {
            kept.line.map_or_else(Cell::empty, |line| Cell::count(line as usize, lang))
        })
        .numeric(),
        Column::new("label", text!("Label", "Libellé"), |(_, kept), _| Cell::text(&kept.label)),
        Column::new("text", text!("Text", "Texte"), |(_, kept), _| clipped(Cell::text(&kept.text))),
    ];
    let mut table =
        sources_for_people(Table::of("notUnderstood", &rows, &columns, lang), proposals);
    let has_words = table.has_words();
    for index in [1, 2] {
        if !has_words[index] {
            table.headers[index].visible = Visible::Machines;
        }
    }
    table
}

/// What was left out of entries on purpose, for machines: that a cell says that there is nothing.
pub(super) fn left_out(proposals: &[Proposal], lang: Lang) -> Table {
    let entries = proposals.iter().filter(|proposal| proposal.entry.is_some());
    let rows: Vec<KeptText> = entries
        .flat_map(|proposal| proposal.left_out.iter().map(move |text| (proposal, text)))
        .collect();
    let columns = [
        Column::for_machines("source", |(proposal, _): &KeptText, _| Cell::text(&proposal.from)),
        Column::for_machines("entry", |(proposal, _): &KeptText, _| {
            proposal.entry.as_ref().map_or_else(Cell::empty, Cell::text)
        }),
        Column::for_machines("label", |(_, text), _| Cell::text(&text.label)),
        Column::for_machines("text", |(_, text), _| Cell::text(&text.text)),
    ];
    Table::of("leftOut", &rows, &columns, lang)
}

const PAGE: Text = text!("Page", "Page");

/// People read which file a text comes from only where there are several.
fn sources_for_people(mut table: Table, proposals: &[Proposal]) -> Table {
    let first = proposals.first().map(|proposal| &proposal.from);
    if proposals.iter().all(|proposal| Some(&proposal.from) == first) && !is_several(proposals) {
        table.headers[0].visible = Visible::Machines;
    }
    table
}

/// Whether one file holds several pages, which only their place tells apart.
fn is_several(proposals: &[Proposal]) -> bool {
    proposals.len() > 1 && proposals.iter().all(|proposal| proposal.entry.is_none())
}
