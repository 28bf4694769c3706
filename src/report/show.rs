//! What `show` says: the whole of one sheet, made to be read.

use std::collections::{HashMap, HashSet};

use crate::lang::choice::Choice;
use crate::lang::{Lang, Text, phrase, text};
use crate::report::{Block, Cell, FieldCell, FieldLayout, Header, Report, Table, Tone, Visible};
use crate::sheet::Sheet;
use crate::sheet::completeness::{Step, completeness};
use crate::sheet::field::Field;
use crate::sheet::fields::write_command::fill;
use crate::sheet::fields::{self, FIELDS};
use crate::sheet::key::Key;
use crate::sheet::lesson_address::{address, number};
use crate::sheet::model::{Lessons, Unread};
use crate::sheet::section::Section;
use crate::sheet::shape::Shape;
use crate::tree::Tree;
use crate::value::any::Value;

const EXTRA: Text = text!("Other fields", "Autres champs");
const UNREAD: Text = text!("Not understood", "Pas compris");

/// The report of one sheet: a title, then its fields by section; what is empty is left out.
pub fn report(sheet: &Sheet, lang: Lang) -> Report {
    let title = Block::Title { text: sheet.name().to_owned(), subtitle: sheet.id.clone() };
    let mut report = Report::new("show").with(title);
    let identity = FIELDS
        .iter()
        .filter(|field| in_title(field.key))
        .map(|field| FieldCell::for_machines(field.key, Cell::details(&(field.get)(sheet), lang)));
    report.blocks.push(Block::Fields { key: "sheet", fields: identity.collect() });
    for section in Section::SHOWN {
        let written =
            FIELDS.iter().filter(|field| field.section == section && !in_title(field.key));
        let fields: Vec<FieldCell> = written
            .map(|field| (field, (field.get)(sheet)))
            .filter(|(_, value)| !value.is_missing())
            .map(|(field, value)| {
                let label = field.label.get(lang).to_owned();
                let shown = cell_of(field.key, label, field.shape, &value, lang);
                let shown = numbered(shown, &sheet.lessons);
                match Key::Field(field).derived(sheet) {
                    Some(source) => {
                        let data = field.stored(sheet).tree();
                        let cell = Cell { data, ..shown.cell }.marked(source, lang);
                        FieldCell { cell, ..shown }
                    }
                    None => shown,
                }
            })
            .collect();
        push(&mut report, section.label().get(lang), fields);
    }
    let field = |key: &str, label: &str, tree| {
        cell_of(key, label.to_owned(), Shape::Line, &Value::of_tree(tree), lang)
    };
    let kept = sheet.extra.iter().map(|(key, tree)| field(&format!("extra.{key}"), key, tree));
    let own = sheet.own.iter().map(|(key, tree)| field(key, key, tree));
    push(&mut report, EXTRA.get(lang), kept.chain(own).collect());
    push(&mut report, UNREAD.get(lang), unread(sheet, lang));
    let (reached, _) = completeness(sheet);
    let step = FieldCell::for_machines("completeness", Cell::text(reached.code()));
    report.blocks.push(Block::Fields { key: "sheet", fields: vec![step] });
    report
}

/// What to write next, for whoever keeps the sheet; none where nothing is missing.
pub fn next_step(sheet: &Sheet, lang: Lang) -> Option<Block> {
    let (reached, missing) = completeness(sheet);
    let missing = missing?;
    let line = phrase!(
        "Step {number} of {steps}, {step}. Next to write: {missing}",
        "Étape {number} sur {steps}, {step}. À écrire ensuite : {missing}",
        number = reached as usize + 1,
        steps = Step::ALL.len(),
        step = reached.label(),
        missing = missing.label,
    );
    let authors = sheet.lessons.authors();
    let silent = sheet.team.iter().find(|person| !authors.may_contain(&person.name));
    let who = silent.map(|person| person.name.as_str()).filter(|_| missing.key == "lessons.words");
    let line = match fill(&sheet.id, missing.key, who, lang) {
        Some(command) => phrase!("{line}:\n  {command}", "{line} :\n  {command}", line, command),
        None => line,
    };
    Some(Block::Line(line.get(lang).to_owned(), Tone::Muted))
}

/// The report of several sheets for people: one after the other.
pub fn in_turn(reports: impl IntoIterator<Item = Report>) -> Report {
    let mut all = Report::new("show");
    all.blocks = reports.into_iter().flat_map(|report| report.blocks).collect();
    all
}

/// The report of several sheets for machines: a row for each, with the keys of all.
pub fn as_rows(reports: &[Report]) -> Report {
    let fields: Vec<Vec<&FieldCell>> = reports.iter().map(fields_of).collect();
    let mut keys: Vec<&str> = Vec::new();
    let mut known: HashSet<&str> = HashSet::new();
    for field in fields.iter().flatten() {
        keys.extend(Some(field.key.as_str()).filter(|key| known.insert(key)));
    }
    let rows = fields.iter().map(|fields| {
        let by_key: HashMap<&str, &Cell> =
            fields.iter().map(|field| (field.key.as_str(), &field.cell)).collect();
        keys.iter()
            .map(|key| by_key.get(key).map_or_else(Cell::empty, |cell| (*cell).clone()))
            .collect()
    });
    let rows = rows.collect();
    let headers = keys.into_iter().map(Header::for_machines).collect();
    Report::new("show").with(Block::Table(Table::new("sheets", headers, rows)))
}

fn fields_of(report: &Report) -> Vec<&FieldCell> {
    let fields = report.blocks.iter().filter_map(|block| match block {
        Block::Fields { fields, .. } => Some(fields),
        _ => None,
    });
    fields.flatten().filter(|field| field.visible.to_machines()).collect()
}

fn push(report: &mut Report, heading: &str, fields: Vec<FieldCell>) {
    if !fields.is_empty() {
        report.blocks.push(Block::Heading(heading.to_owned()));
        report.blocks.push(Block::Fields { key: "sheet", fields });
    }
}

/// What could not be read: for people each by its path, for machines one object of paths.
fn unread(sheet: &Sheet, lang: Lang) -> Vec<FieldCell> {
    let mut fields: Vec<FieldCell> = sheet
        .unread
        .iter()
        .map(|Unread { key, value }| {
            let field = cell_of("", key.clone(), Shape::Line, &Value::of_tree(value), lang);
            let cell = field.cell.with_tone(Tone::Error);
            FieldCell { visible: Visible::People, cell, ..field }
        })
        .collect();
    let beside: Vec<(&Field, Value)> = fields::beside_unread(sheet).collect();
    for (field, value) in &beside {
        let text = field.label.get(lang).to_owned();
        let shown = cell_of("", text, field.shape, &Value::of_tree(&value.tree()), lang);
        fields.push(FieldCell { visible: Visible::People, ..shown });
    }
    if !fields.is_empty() {
        let pairs = sheet.unread.iter().map(|Unread { key, value }| (key.clone(), value.clone()));
        let beside = beside.iter().map(|(field, value)| (field.key.to_owned(), value.tree()));
        let pairs = pairs.chain(beside);
        fields.push(FieldCell::for_machines("unread", Cell::data(Tree::Map(pairs.collect()))));
    }
    fields
}

fn cell_of(key: &str, label: String, shape: Shape, value: &Value, lang: Lang) -> FieldCell {
    let mut cell = Cell::details(value, lang);
    let layout = match (shape, value) {
        (Shape::Prose, _) => FieldLayout::Prose,
        (_, Value::List(items))
            if !shape.is_prose() && items.iter().all(|item| is_word(&item.details(lang))) =>
        {
            cell.text = cell.text.replace('\n', ", ");
            FieldLayout::Line
        }
        (_, Value::List(_)) => FieldLayout::Items(value.items(lang)),
        _ if cell.text.contains('\n') => FieldLayout::Prose,
        _ => FieldLayout::Line,
    };
    FieldCell::new(key, label, cell).with_layout(layout)
}

/// Lessons with their numbers, by which they are named elsewhere; any other field as it is.
fn numbered(cell: FieldCell, lessons: &Lessons) -> FieldCell {
    let FieldLayout::Items(items) = cell.layout else {
        return cell;
    };
    let items = items.into_iter().enumerate();
    let items = items.map(|(index, item)| match number(lessons, &cell.key, index) {
        Some(number) => format!("{item} ({})", address("", number)),
        None => item,
    });
    FieldCell { layout: FieldLayout::Items(items.collect()), ..cell }
}

/// Whether the title says it already, so that only machines are given it as a field.
fn in_title(key: &str) -> bool {
    matches!(key, "id" | "title")
}

/// Whether an item is so short that several may stand on one line.
fn is_word(item: &str) -> bool {
    item.chars().count() <= 32 && !item.contains([',', '\n'])
}
