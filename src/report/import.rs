//! What `import` says: the sheet that it would make, how every value was read, and what was not
//! understood.

use crate::finding::Diagnostic;
use crate::lang::{Lang, Text, text};
use crate::report::{Block, Cell, Column, DiagnosticGroups, GroupBy, Report, Table, Tone};
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
        report.blocks.push(Block::Verbatim { key: "", text: proposal.yaml.clone() });
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
    report.with(Block::Table(sheets(proposals, lang)))
}

fn understood(proposals: &[Proposal], lang: Lang) -> Table {
    let columns = vec![
        Column::new("source", page(proposals, lang)),
        Column::new("label", text!("Label", "Libellé").get(lang)),
        Column::new("key", text!("Key", "Clé").get(lang)),
        Column::new("written", text!("On the page", "Sur la page").get(lang)),
        Column::new("read", text!("Read as", "Lu comme").get(lang)),
    ];
    let row = |proposal: &Proposal, (label, key, written): &(String, &'static str, String)| {
        let value = Key::find(key).map(|key| Cell::details(&key.value(&proposal.sheet), lang));
        let read = value.filter(|cell| !cell.text.is_empty());
        let unread = || {
            Cell::text_only(text!("not understood", "pas compris").get(lang)).with_tone(Tone::Error)
        };
        vec![
            Cell::text(&proposal.from),
            Cell::text(label).with_tone(Tone::Muted),
            Cell::text(*key),
            clipped(Cell::text(written)),
            clipped(read.unwrap_or_else(unread)),
        ]
    };
    let rows = proposals.iter().flat_map(|one| one.fields.iter().map(move |field| row(one, field)));
    Table::new("understood", columns, rows.collect())
}

/// The name of the column of the pages, where there are several.
fn page(proposals: &[Proposal], lang: Lang) -> &'static str {
    match proposals {
        [] | [_] => "",
        _ => text!("Page", "Page").get(lang),
    }
}

/// A long text by its beginning; machines get the whole.
fn clipped(cell: Cell) -> Cell {
    const MAX_LENGTH: usize = 90;
    Cell { text: clip(&cell.text, MAX_LENGTH).into_owned(), ..cell }
}

fn kept(proposals: &[Proposal], lang: Lang) -> Table {
    let columns = vec![
        Column::new("source", page(proposals, lang)),
        Column::new("line", text!("Line", "Ligne").get(lang)).numeric(),
        Column::new("text", text!("Text", "Texte").get(lang)),
    ];
    let rows = proposals.iter().flat_map(|proposal| {
        proposal.kept.iter().map(|(line, text)| {
            vec![Cell::text(&proposal.from), Cell::count(*line as usize, lang), Cell::text(text)]
        })
    });
    Table::new("notUnderstood", columns, rows.collect())
}

fn sheets(proposals: &[Proposal], lang: Lang) -> Table {
    let columns = vec![
        Column::new("id", ""),
        Column::new("path", text!("Sheet", "Fiche").get(lang)),
        Column::new("state", text!("State", "État").get(lang)),
        Column::new("fields", text!("Fields", "Champs").get(lang)).numeric(),
        Column::new("labels", text!("Labels recognised", "Libellés reconnus").get(lang)).numeric(),
        Column::new("yaml", ""),
    ];
    Table::new(
        "sheets",
        columns,
        proposals
            .iter()
            .map(|proposal| {
                let state = Cell::text(proposal.state.code());
                vec![
                    Cell::text(&proposal.sheet.id),
                    Cell::text(&proposal.path).with_tone(Tone::Strong),
                    Cell {
                        text: proposal.state.label().get(lang).to_owned(),
                        tone: proposal.state.tone(),
                        ..state
                    },
                    Cell::count(proposal.fields.len(), lang),
                    Cell::count(proposal.labels, lang),
                    Cell::text(&proposal.yaml),
                ]
            })
            .collect(),
    )
}
