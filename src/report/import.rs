//! What `import` says: the sheet that it would make, how every value was read, and what was not
//! understood.

use crate::finding::Diagnostic;
use crate::lang::{Lang, Text, text};
use crate::report::{Block, Cell, Column, DiagnosticGroups, GroupBy, Report, Table, Tone, Visible};
use crate::sheet::Sheet;
use crate::sheet::key::Key;
use crate::text::clip::clip;

/// A draft with all that is to be said of it.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The path of the foreign text.
    pub from: String,
    /// The path of the sheet.
    pub path: String,
    pub state: ImportState,
    pub sheet: Sheet,
    pub yaml: String,
    /// Label, key and text of every field that was found.
    pub fields: Vec<(String, &'static str, String)>,
    /// Line and text of what went to `extra`.
    pub kept: Vec<(u32, String)>,
    /// How many lines were labels, and left out.
    pub labels: usize,
    pub diagnostics: Vec<Diagnostic>,
}

/// What became of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportState {
    New,
    Written,
    /// The sheet of that name says the same.
    Same,
    /// There is a sheet of that name.
    Exists,
}

impl ImportState {
    const fn code(self) -> &'static str {
        match self {
            ImportState::New => "new",
            ImportState::Written => "written",
            ImportState::Same => "same",
            ImportState::Exists => "exists",
        }
    }

    const fn label(self) -> Text {
        match self {
            ImportState::New => text!("new", "nouvelle"),
            ImportState::Written => text!("saved", "enregistrée"),
            ImportState::Same => text!("unchanged", "inchangée"),
            ImportState::Exists => text!("already exists", "existe déjà"),
        }
    }

    const fn tone(self) -> Tone {
        match self {
            ImportState::New | ImportState::Same => Tone::Plain,
            ImportState::Written => Tone::Good,
            ImportState::Exists => Tone::Error,
        }
    }
}

/// The report of all drafts.
pub fn report(proposals: &[Proposal], lang: Lang) -> Report {
    let get = |text: Text| text.get(lang).to_owned();
    let mut report = Report::new("import");
    for proposal in proposals.iter().filter(|proposal| proposal.state == ImportState::New) {
        report.blocks.push(Block::Title { text: proposal.path.clone(), subtitle: String::new() });
        report.blocks.push(Block::Verbatim { key: None, text: proposal.yaml.clone() });
    }
    report.blocks.push(Block::Heading(get(text!("Recognised fields", "Champs reconnus"))));
    report.blocks.push(Block::Table(understood(proposals, lang)));
    let kept = kept(proposals, lang);
    if !kept.rows.is_empty() {
        report.blocks.push(Block::Heading(get(text!(
            "Not fully understood, kept under `extra`",
            "Pas entièrement compris, gardé sous `extra`",
        ))));
    }
    report.blocks.push(Block::Table(kept));
    let diagnostics: Vec<Diagnostic> =
        proposals.iter().flat_map(|proposal| proposal.diagnostics.clone()).collect();
    if !diagnostics.is_empty() {
        report.blocks.push(Block::Heading(get(text!("To check", "À vérifier"))));
    }
    let groups = DiagnosticGroups::by(GroupBy::File);
    report.blocks.push(Block::Diagnostics { key: "findings", diagnostics, groups });
    report.blocks.push(Block::Heading(get(text!("Sheets", "Fiches"))));
    report.with(Block::Table(Table::of("sheets", proposals, &SHEETS, lang)))
}

/// A page, and one of its fields: label, key and text.
type FieldOfPage<'a> = (&'a Proposal, &'a (String, &'static str, String));

/// A page, and one of the lines that went to `extra`.
type KeptLine<'a> = (&'a Proposal, &'a (u32, String));

fn understood(proposals: &[Proposal], lang: Lang) -> Table {
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
    pages_for_people(Table::of("understood", &rows, &columns, lang), proposals)
}

/// A long text by its beginning; machines get the whole.
fn clipped(cell: Cell) -> Cell {
    const MAX_LENGTH: usize = 90;
    Cell { text: clip(&cell.text, MAX_LENGTH).into_owned(), ..cell }
}

fn kept(proposals: &[Proposal], lang: Lang) -> Table {
    let rows: Vec<KeptLine> = proposals
        .iter()
        .flat_map(|proposal| proposal.kept.iter().map(move |kept| (proposal, kept)))
        .collect();
    let columns = [
        Column::new("source", PAGE, |(proposal, _): &KeptLine, _| Cell::text(&proposal.from)),
        Column::new("line", text!("Line", "Ligne"), |(_, (line, _)): &KeptLine, lang| {
            Cell::count(*line as usize, lang)
        })
        .numeric(),
        Column::new("text", text!("Text", "Texte"), |(_, (_, text)), _| Cell::text(text)),
    ];
    pages_for_people(Table::of("notUnderstood", &rows, &columns, lang), proposals)
}

const PAGE: Text = text!("Page", "Page");

/// People read which page a line comes from only where there are several.
fn pages_for_people(mut table: Table, proposals: &[Proposal]) -> Table {
    if proposals.len() <= 1 {
        table.headers[0].visible = Visible::Machines;
    }
    table
}

const SHEETS: [Column<Proposal>; 6] = [
    Column::for_machines("id", |proposal, _| Cell::text(&proposal.sheet.id)),
    Column::new("path", text!("Sheet", "Fiche"), |proposal, _| {
        Cell::text(&proposal.path).with_tone(Tone::Strong)
    }),
    Column::new("state", text!("State", "État"), |proposal, lang| {
        let state = proposal.state;
        Cell::labelled(state.code(), state.label(), lang).with_tone(state.tone())
    }),
    Column::new("fields", text!("Fields", "Champs"), |proposal: &Proposal, lang| {
        Cell::count(proposal.fields.len(), lang)
    })
    .numeric(),
    Column::new(
        "labels",
        text!("Labels recognised", "Libellés reconnus"),
        |proposal: &Proposal, lang| Cell::count(proposal.labels, lang),
    )
    .numeric(),
    Column::for_machines("yaml", |proposal, _| Cell::text(&proposal.yaml)),
];
