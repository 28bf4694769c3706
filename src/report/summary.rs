//! What `summarize` says: how many, how much, with whom, when.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::lang::choice::Choice;
use crate::lang::{Lang, Text, text};
use crate::report::count_bar::CountBar;
use crate::report::{Block, Cell, FieldCell, Header, Report, Table, Tone, money};
use crate::sheet::Sheet;
use crate::stats::allocation::AskedYears;
use crate::stats::cost::{CostStats, CostsByGroup, ProjectCost};
use crate::stats::grouping::Grouping;
use crate::stats::groups::{Group, groups};
use crate::text::fold::name_key;
use crate::tree::Tree;
use crate::value::status::Status;

/// The sums over the sheets that were asked.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    sheets: usize,
    /// Of each territory, by its folded name.
    inhabitants: BTreeMap<String, u64>,
    reached: u64,
    statuses: BTreeMap<Option<Status>, usize>,
    years: BTreeMap<i32, usize>,
    undated: usize,
    /// The team of each sheet, as a [`Grouping`] numbers its people.
    teams: Vec<Vec<u32>>,
    money: CostsByGroup,
    uncosted: usize,
}

/// What of a sheet is added up, kept when the sheet is gone.
#[derive(Clone, Debug)]
pub struct SheetStats {
    territory: Option<(String, u64)>,
    reached: u64,
    status: Option<Status>,
    years: Option<(i32, i32)>,
    team: Vec<u32>,
    cost: Option<ProjectCost>,
}

/// Takes from a sheet what is added up; `team` numbers its people.
pub fn facts(sheet: &Sheet, team: &Grouping, asked: &AskedYears) -> SheetStats {
    let period = sheet.period();
    SheetStats {
        territory: sheet.territory.population.map(|population| {
            (name_key(sheet.territory.name.as_deref().unwrap_or_default()), population)
        }),
        reached: sheet.participation.reached.unwrap_or(0),
        status: sheet.current_status(),
        years: period.first().zip(period.last()).map(|(first, last)| (first.year(), last.year())),
        team: team.value_ids(sheet),
        cost: asked.cost(sheet),
    }
}

impl Totals {
    /// Adds one sheet. A project counts in each year that its dates touch; its money counts once. A
    /// territory counts once, however many projects it has, with its greatest population.
    pub fn add(&mut self, facts: &SheetStats) {
        self.sheets += 1;
        if let Some((name, population)) = &facts.territory {
            let known = self.inhabitants.entry(name.clone()).or_default();
            *known = (*known).max(*population);
        }
        self.reached = self.reached.saturating_add(facts.reached);
        *self.statuses.entry(facts.status).or_default() += 1;
        match facts.years {
            Some((first, last)) => {
                (first..=last).for_each(|year| *self.years.entry(year).or_default() += 1)
            }
            None => self.undated += 1,
        }
        self.teams.push(facts.team.clone());
        match &facts.cost {
            Some(cost) => self.money.entry(cost.group).or_default().push(cost.clone()),
            None => self.uncosted += 1,
        }
    }
}

/// The report of the sums; `team` has numbered the people.
pub fn report(sums: &Totals, team: &Grouping, asked: &AskedYears, lang: Lang) -> Report {
    let line = |key: &str, label: Text, number: u64| {
        FieldCell::new(key, label.get(lang), Cell::count(number as usize, lang))
    };
    let mut fields = vec![line("sheets", text!("Sheets", "Fiches"), sums.sheets as u64)];
    let inhabitants = sums.inhabitants.values().copied().fold(0, u64::saturating_add);
    if inhabitants > 0 {
        let label = text!("Inhabitants of these territories", "Habitants de ces territoires");
        fields.push(line("inhabitants", label, inhabitants));
    }
    if sums.reached > 0 {
        fields.push(line(
            "reached",
            text!("People reached", "Personnes rencontrées"),
            sums.reached,
        ));
    }
    if sums.uncosted > 0 {
        fields.push(line("uncosted", text!("Without a cost", "Sans coût"), sums.uncosted as u64));
    }
    if sums.undated > 0 {
        fields.push(line("undated", text!("Without a date", "Sans date"), sums.undated as u64));
    }
    let mut report = Report::new("summarize").with(Block::Fields { key: "summary", fields });
    push(&mut report, text!("Costs", "Coûts"), money(sums, lang), lang);
    let counted = asked.counted().filter(|_| !sums.money.is_empty());
    report.blocks.extend(counted.map(|counted| money::counted(counted, lang)));
    push(&mut report, text!("By status", "Par statut"), statuses(sums, lang), lang);
    push(&mut report, text!("By year", "Par année"), years(sums, asked, lang), lang);
    push(&mut report, text!("By person", "Par personne"), people(sums, team, lang), lang);
    report
}

fn push(report: &mut Report, heading: Text, table: Table, lang: Lang) {
    if !table.rows.is_empty() {
        report.blocks.push(Block::Heading(heading.get(lang).to_owned()));
        report.blocks.push(Block::Table(table));
    }
}

fn money(sums: &Totals, lang: Lang) -> Table {
    let costs: Vec<Option<CostStats>> = sums.money.values().map(|all| CostStats::of(all)).collect();
    Table::of("money", &costs, &money::COLUMNS, lang)
}

fn statuses(sums: &Totals, lang: Lang) -> Table {
    let unknown = text!("(none)", "(sans valeur)");
    let mut rows: Vec<(Cell, usize)> = sums
        .statuses
        .iter()
        .map(|(status, count)| {
            let name = match status {
                Some(status) => Cell::labelled(status.code(), status.label(), lang),
                None => Cell::text_only(unknown.get(lang)).with_tone(Tone::Muted),
            };
            (name, *count)
        })
        .collect();
    rows.rotate_left(usize::from(sums.statuses.contains_key(&None)));
    bars("statuses", Header::new("status", text!("Status", "Statut").get(lang)), rows, lang)
}

/// The years that were asked for, of those that the projects touch.
fn years(sums: &Totals, asked: &AskedYears, lang: Lang) -> Table {
    let rows = sums
        .years
        .iter()
        .filter(|(year, _)| asked.accepts(**year))
        .map(|(year, count)| {
            (Cell { data: Tree::number(year), ..Cell::text(year.to_string()) }, *count)
        })
        .collect();
    bars("years", Header::new("year", text!("Year", "Année").get(lang)), rows, lang)
}

fn people(sums: &Totals, team: &Grouping, lang: Lang) -> Table {
    let teams: Vec<&[u32]> = sums.teams.iter().map(Vec::as_slice).collect();
    let people = groups(&teams, team).into_iter();
    let row = |group: Group| Some((Cell::text(group.label?.get(lang)), group.sheets.len()));
    let rows = people.filter_map(row).collect();
    bars("people", Header::new("person", text!("Person", "Personne").get(lang)), rows, lang)
}

/// A table of counts, each with a bar as long as its share of the greatest.
fn bars(key: &'static str, name: Header, rows: Vec<(Cell, usize)>, lang: Lang) -> Table {
    let counts: Vec<usize> = rows.iter().map(|(_, count)| *count).collect();
    let names = rows.into_iter().map(|(name, _)| vec![name]).collect();
    Table::new(key, vec![name], names).beside(Table::of(
        key,
        &CountBar::of_each(&counts),
        &CountBar::COLUMNS,
        lang,
    ))
}
