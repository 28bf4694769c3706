//! The whole answer of `import`.

use crate::finding::Diagnostic;
use crate::lang::choice::Choice;
use crate::lang::{Lang, Text, text};
use crate::report::import::{
    ImportState, NotImported, PlacedColumn, Proposal, account, columns, keys, not_imported,
};
use crate::report::{Block, Cell, Column, DiagnosticGroups, Report, Table, Tone};

/// All that an import gives.
#[derive(Clone, Debug, Default)]
pub struct ImportAnswer {
    pub proposals: Vec<Proposal>,
    pub columns: Vec<PlacedColumn>,
    /// What stands in the files and is no project.
    pub not_imported: Vec<NotImported>,
    /// What is to be said of files, and of entries that gave no sheet.
    pub diagnostics: Vec<Diagnostic>,
    pub gone: Vec<Gone>,
}

/// A sheet whose entry is no longer in its source.
#[derive(Clone, Debug)]
pub struct Gone {
    pub id: String,
    pub path: String,
    /// Its id in the source.
    pub entry: String,
}

/// So many new sheets are shown whole.
pub const MAX_SHOWN: usize = 3;

/// The report of all drafts.
pub fn report(answer: &ImportAnswer, lang: Lang) -> Report {
    let proposals = answer.proposals.as_slice();
    let mut report = Report::new("import");
    let new = proposals.iter().filter(|proposal| proposal.state == ImportState::New);
    if new.clone().count() <= MAX_SHOWN {
        for proposal in new {
            let subtitle = String::new();
            report.blocks.push(Block::Title { text: proposal.path.clone(), subtitle });
            report.blocks.push(Block::Verbatim { key: None, text: proposal.yaml.clone() });
        }
    }
    if !answer.columns.is_empty() {
        headed(&mut report, COLUMNS, columns::table(&answer.columns, lang), lang);
    }
    headed(&mut report, FIELDS, account::understood(proposals, lang), lang);
    let rows: Vec<&keys::KeyRow> = proposals.iter().flat_map(|proposal| &proposal.keys).collect();
    headed(&mut report, KEYS, keys::table(&rows, lang), lang);
    headed(&mut report, KEPT, account::kept(proposals, lang), lang);
    report.blocks.push(Block::Table(account::left_out(proposals, lang)));
    headed(&mut report, NOT_IMPORTED, not_imported::table(&answer.not_imported, lang), lang);
    let all = proposals.iter().flat_map(|proposal| &proposal.diagnostics);
    let diagnostics: Vec<Diagnostic> = all.chain(&answer.diagnostics).cloned().collect();
    if !diagnostics.is_empty() {
        report.blocks.push(Block::Heading(CHECK.get(lang).to_owned()));
    }
    let groups = DiagnosticGroups::readable(&diagnostics);
    report.blocks.push(Block::Diagnostics { key: "findings", diagnostics, groups });
    headed(&mut report, GONE, Table::of("gone", &answer.gone, &GONE_COLUMNS, lang), lang);
    headed(&mut report, SHEETS, Table::of("sheets", proposals, &SHEET_COLUMNS, lang), lang);
    report
}

/// Adds a table under its heading, which stands over nothing where there are no rows.
fn headed(report: &mut Report, heading: Text, table: Table, lang: Lang) {
    if !table.rows.is_empty() {
        report.blocks.push(Block::Heading(heading.get(lang).to_owned()));
    }
    report.blocks.push(Block::Table(table));
}

const COLUMNS: Text = text!("Columns", "Colonnes");
const FIELDS: Text = text!("Recognised fields", "Champs reconnus");
const KEYS: Text = text!("What differs", "Ce qui diffère");
const KEPT: Text = text!(
    "Not fully understood, kept under `extra`",
    "Pas entièrement compris, gardé sous `extra`",
);
const NOT_IMPORTED: Text = text!("Not taken for projects", "Pas pris pour des projets");
const CHECK: Text = text!("To check", "À vérifier");
const GONE: Text =
    text!("No longer in the source (the sheets stay)", "Plus dans la source (les fiches restent)",);
const SHEETS: Text = text!("Sheets", "Fiches");

const GONE_COLUMNS: [Column<Gone>; 3] = [
    Column::for_machines("id", |gone, _| Cell::text(&gone.id)),
    Column::new("path", text!("Sheet", "Fiche"), |gone, _| Cell::text(&gone.path)),
    Column::new("entry", text!("Entry", "Entrée du wiki"), |gone, _| Cell::text(&gone.entry)),
];

const SHEET_COLUMNS: [Column<Proposal>; 8] = [
    Column::for_machines("id", |proposal, _| Cell::text(&proposal.sheet.id)),
    Column::new("path", text!("Sheet", "Fiche"), |proposal, _| {
        Cell::text(&proposal.path).with_tone(Tone::Strong)
    }),
    Column::for_machines("source", |proposal, _| Cell::text(&proposal.from)),
    Column::for_machines("entry", |proposal, _| {
        proposal.entry.as_ref().map_or_else(Cell::empty, Cell::text)
    }),
    Column::new("state", text!("State", "État"), |proposal, lang| {
        let state = proposal.state;
        Cell::labelled(state.code(), state.label(), lang).with_tone(state.tone())
    }),
    Column::new("fields", text!("Fields", "Champs"), |proposal: &Proposal, lang| {
        Cell::count(proposal.filled, lang)
    })
    .numeric(),
    Column::for_machines("labels", |proposal: &Proposal, lang| {
        Cell::count(proposal.left_out.len(), lang)
    })
    .numeric(),
    Column::for_machines("yaml", |proposal, _| match proposal.yaml.as_str() {
        "" => Cell::empty(),
        yaml => Cell::text(yaml),
    }),
];
