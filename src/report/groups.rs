//! What `summarize --by` and `facets` say: sheets grouped by the values of keys, with counts and
//! money.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::lang::{Lang, Phrase, Text};
use crate::query::group::Label;
use crate::query::sort::Rank;
use crate::report::purse::{Purse, median};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::sheet::Sheet;
use crate::source::tree::Tree;

/// What of a sheet is counted and added up in its groups, kept when the sheet is gone.
#[derive(Clone, Debug)]
pub struct Member {
    /// For each key that is grouped by, the values under which the sheet stands.
    pub labels: Vec<Vec<Label>>,
    pub reached: u64,
    pub money: Option<Money>,
    /// The days of the project in each of its years, for spreading its money.
    pub days: Vec<(i32, u32)>,
}

/// An amount, and what it can be divided by.
#[derive(Clone, Debug)]
pub struct Money {
    pub purse: Purse,
    pub amount: Decimal,
    pub estimated: bool,
    pub inhabitants: Option<Decimal>,
    /// Days from start to end, else as declared.
    pub days: Option<Decimal>,
    /// Days worked; seven hours are one.
    pub effort: Option<Decimal>,
}

/// Hours of a day worked.
const HOURS: Decimal = Decimal::from_parts(7, 0, 0, false, 0);

/// Days of a mean month: 365.25 / 12.
const MONTH: Decimal = Decimal::from_parts(304_375, 0, 0, false, 4);

impl Member {
    /// Takes from a sheet what is counted and added up.
    pub fn of(sheet: &Sheet, labels: Vec<Vec<Label>>) -> Member {
        let period = sheet.dates.period();
        let whole = sheet.dates.start.zip(sheet.dates.end);
        let whole = whole.filter(|(start, end)| start.is_whole() && end.is_whole());
        let between = whole.map(|(start, end)| (end.first() - start.first()).num_days() + 1);
        let declared = sheet.dates.duration.map(|duration| duration.approximate_days().into());
        let worked = sheet.effort.days.or(sheet.effort.hours.map(|hours| hours / HOURS));
        let positive = |number: &Decimal| *number > Decimal::ZERO;
        let money = sheet.cost.amount.map(|amount| Money {
            purse: Purse::of(&sheet.cost),
            amount,
            estimated: sheet.cost.estimated,
            inhabitants: sheet.territory.population.map(Decimal::from).filter(positive),
            days: between.map(Decimal::from).or(declared).filter(positive),
            effort: worked.filter(positive),
        });
        let days = match (period.first(), period.last()) {
            (Some(first), Some(last)) => days_of_years(first, last),
            _ => Vec::new(),
        };
        Member { labels, reached: sheet.participation.reached.unwrap_or(0), money, days }
    }
}

/// How many days of a period lie in each of its years.
fn days_of_years(first: NaiveDate, last: NaiveDate) -> Vec<(i32, u32)> {
    let in_year = |year: i32| {
        let start = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(first).max(first);
        let end = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(last).min(last);
        (year, u32::try_from((end - start).num_days() + 1).unwrap_or(0))
    };
    (first.year()..=last.year()).map(in_year).collect()
}

/// The sheets of one value.
#[derive(Clone, Debug)]
struct Group {
    label: Option<Label>,
    sheets: usize,
    reached: u64,
    purses: BTreeMap<Purse, Vec<Money>>,
}

/// How the money of a project of several years counts by year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Years {
    /// All of it in the first.
    First,
    /// By the days in each.
    Spread,
}

/// The groups by the first key, in their order.
fn groups(members: &[Member], by_year: Option<Years>) -> Vec<Group> {
    let mut index: BTreeMap<String, usize> = BTreeMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for member in members {
        let labels = member.labels.first().map_or(&[][..], Vec::as_slice);
        let shares = shares(member, labels, by_year);
        let none = [None];
        let labels: Vec<Option<&Label>> = match labels.is_empty() {
            true => none.to_vec(),
            false => labels.iter().map(Some).collect(),
        };
        for (label, share) in labels.into_iter().zip(shares) {
            let same = label.map_or(String::new(), |label| label.same.clone());
            let at = *index.entry(same).or_insert(groups.len());
            if at == groups.len() {
                let label = label.cloned();
                groups.push(Group { label, sheets: 0, reached: 0, purses: BTreeMap::new() });
            }
            groups[at].sheets += 1;
            groups[at].reached = groups[at].reached.saturating_add(member.reached);
            if let Some(money) = share {
                groups[at].purses.entry(money.purse).or_default().push(money);
            }
        }
    }
    groups.sort_by(|one, other| order(one).cmp(&order(other)));
    groups
}

/// Values with an order of their own keep it; names come by how often they are used. What says
/// nothing comes last.
fn order(group: &Group) -> (bool, usize, Option<&Rank>) {
    let rank = group.label.as_ref().map(|label| &label.rank);
    let count = match rank {
        Some(Rank::Text(_)) => usize::MAX - group.sheets,
        _ => 0,
    };
    (rank.is_none(), count, rank)
}

/// The money that counts under each label of a member: all of it, except by year.
fn shares(member: &Member, labels: &[Label], by_year: Option<Years>) -> Vec<Option<Money>> {
    let Some(money) = &member.money else {
        return vec![None; labels.len().max(1)];
    };
    match by_year.filter(|_| labels.len() > 1) {
        None => vec![Some(money.clone()); labels.len().max(1)],
        Some(Years::First) => {
            let mut shares = vec![None; labels.len()];
            shares[0] = Some(money.clone());
            shares
        }
        Some(Years::Spread) => {
            let all: u32 = member.days.iter().map(|(_, days)| days).sum();
            let mut left = money.amount;
            let mut shares: Vec<Option<Money>> = Vec::new();
            for (number, (_, days)) in member.days.iter().enumerate() {
                let part = money.amount * Decimal::from(*days) / Decimal::from(all.max(1));
                // The last year takes what rounding has left, so that nothing is lost.
                let amount = if number + 1 == member.days.len() { left } else { part.round_dp(2) };
                left -= amount;
                let days = Some(Decimal::from(*days));
                shares.push(Some(Money { amount, days, effort: None, ..money.clone() }));
            }
            shares.resize(labels.len(), None);
            shares
        }
    }
}

/// The report of the groups by one key: a line for each value and purse.
pub fn by(members: &[Member], (key, label): (&str, Phrase), years: Years, lang: Lang) -> Report {
    let by_year = (key == "year").then_some(years);
    let groups = groups(members, by_year);
    let say = |en, fr| Text::new(en, fr).say(lang);
    let columns = vec![
        Column::new(key, label.say(lang)),
        Column::new("sheets", say("Sheets", "Fiches")).numeric(),
        Column::new("", ""),
        Column::new("reached", say("Reached", "Touchées")).numeric(),
        Column::new("costed", say("With a cost", "Chiffrées")).numeric(),
        Column::new("total", say("Total", "Total")).numeric(),
        Column::new("basis", say("Basis", "Nature")),
        Column::new("currency", ""),
        Column::new("tax", ""),
        Column::new("median", say("Median", "Médiane")).numeric(),
        Column::new("least", say("Least", "Minimum")).numeric(),
        Column::new("most", say("Most", "Maximum")).numeric(),
        Column::new("perInhabitant", say("Per inhabitant", "Par habitant")).numeric(),
        Column::new("perMonth", say("Per month", "Par mois")).numeric(),
        Column::new("perEffortDay", say("Per day worked", "Par jour travaillé")).numeric(),
    ];
    let greatest = groups.iter().map(|group| group.sheets).max().unwrap_or(1).max(1);
    let mut rows = Vec::new();
    for group in &groups {
        let purses: Vec<Option<(&Purse, &Vec<Money>)>> = match group.purses.is_empty() {
            true => vec![None],
            false => group.purses.iter().map(Some).collect(),
        };
        for (number, purse) in purses.into_iter().enumerate() {
            rows.push(row(group, number > 0, purse, greatest, lang));
        }
    }
    Report::new("summarize").with(Block::Table(said(Table::new("groups", columns, rows))))
}

/// The row of a group and a purse; what stands in the row above already is not said again.
fn row(
    group: &Group,
    again: bool,
    purse: Option<(&Purse, &Vec<Money>)>,
    greatest: usize,
    lang: Lang,
) -> Vec<Cell> {
    let name = match &group.label {
        Some(label) => {
            let words = label.words.say(lang).to_owned();
            Cell { words, data: label.data.clone(), tone: Tone::Strong }
        }
        None => Cell::words(UNSAID.say(lang)).with_tone(Tone::Muted),
    };
    let bar = Cell::words("").with_tone(Tone::Bar((group.sheets * 100 / greatest) as u8));
    let reached = match group.reached {
        0 => Cell::words(""),
        reached => Cell::count(reached as usize, lang),
    };
    let mut row = vec![name, Cell::count(group.sheets, lang), bar, reached];
    if again {
        for cell in &mut row {
            *cell = Cell { words: String::new(), tone: Tone::Plain, ..cell.clone() };
        }
    }
    let Some((purse, all)) = purse else {
        row.resize(15, Cell::words(""));
        return row;
    };
    let mut amounts: Vec<Decimal> = all.iter().map(|money| money.amount).collect();
    let total: Decimal = amounts.iter().sum();
    let middle = median(&mut amounts);
    let (least, most) = (amounts[0], amounts[amounts.len() - 1]);
    let estimated = all.iter().any(|money| money.estimated);
    let cell = |amount: Decimal| purse.cell(amount, estimated, lang);
    let per = |part: fn(&Money) -> Option<Decimal>, unit: Decimal| {
        let told: Vec<(Decimal, Decimal)> =
            all.iter().filter_map(|money| Some((money.amount, part(money)?))).collect();
        let (amount, parts) = told
            .iter()
            .fold((Decimal::ZERO, Decimal::ZERO), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        match parts > Decimal::ZERO {
            true => cell((amount * unit / parts).round_dp(2)),
            false => Cell::words(""),
        }
    };
    row.push(Cell::count(amounts.len(), lang));
    row.push(cell(total).with_tone(Tone::Strong));
    row.extend(purse.cells(lang));
    row.extend([cell(middle), cell(least), cell(most)]);
    row.push(per(|money| money.inhabitants, Decimal::ONE));
    row.push(per(|money| money.days, MONTH));
    row.push(per(|money| money.effort, Decimal::ONE));
    row
}

const UNSAID: Text = Text::new("(not said)", "(non dit)");

/// A table without the columns that say nothing in any row; machines still get what they hold.
fn said(mut table: Table) -> Table {
    for (index, column) in table.columns.iter_mut().enumerate() {
        let empty = table
            .rows
            .iter()
            .all(|row| row[index].words.is_empty() && !matches!(row[index].tone, Tone::Bar(_)));
        if empty {
            column.label = String::new();
        }
    }
    // Where all is of one basis, the amounts need not say it.
    table
}

/// The report of two keys: how many sheets stand under each pair. `crossed` is for people, one
/// column for each value of the second key; machines get a line for each pair.
pub fn across(
    members: &[Member],
    keys: [(String, Phrase); 2],
    same_key: bool,
    crossed: bool,
    lang: Lang,
) -> Report {
    let mut firsts = groups(members, None);
    let second: Vec<Member> = members
        .iter()
        .map(|member| Member { labels: member.labels[1..].to_vec(), ..member.clone() })
        .collect();
    let mut seconds = groups(&second, None);
    if same_key {
        // Nobody works with nobody.
        firsts.retain(|group| group.label.is_some());
        seconds.retain(|group| group.label.is_some());
    }
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    let same = |labels: &[Label]| -> Vec<String> {
        match labels {
            [] => vec![String::new()],
            labels => labels.iter().map(|label| label.same.clone()).collect(),
        }
    };
    for member in members {
        for one in same(&member.labels[0]) {
            for other in same(&member.labels[1]) {
                if !(same_key && one == other) {
                    *counts.entry((one.clone(), other)).or_default() += 1;
                }
            }
        }
    }
    let id = |group: &Group| group.label.as_ref().map_or(String::new(), |label| label.same.clone());
    let name = |group: &Group| match &group.label {
        Some(label) => {
            let words = label.words.say(lang).to_owned();
            Cell { words, data: label.data.clone(), tone: Tone::Strong }
        }
        None => Cell::words(UNSAID.say(lang)).with_tone(Tone::Muted),
    };
    let count = |one: &Group, other: &Group| counts.get(&(id(one), id(other))).copied();
    let [(first_key, first_label), (second_key, second_label)] = keys;
    let table = match crossed {
        true => {
            let mut columns = vec![Column::new(first_key, first_label.say(lang))];
            columns
                .extend(seconds.iter().map(|group| Column::new("", name(group).words).numeric()));
            let row = |one: &Group| {
                let cells = seconds.iter().map(|other| match count(one, other) {
                    Some(count) => Cell::count(count, lang),
                    None => Cell::words("·").with_tone(Tone::Muted),
                });
                std::iter::once(name(one)).chain(cells).collect()
            };
            Table::new("pairs", columns, firsts.iter().map(row).collect())
        }
        false => {
            let second_key = if same_key { "with".to_owned() } else { second_key };
            let columns = vec![
                Column::new(first_key, first_label.say(lang)),
                Column::new(second_key, second_label.say(lang)),
                Column::new("sheets", Text::new("Sheets", "Fiches").say(lang)).numeric(),
            ];
            let pairs = firsts.iter().flat_map(|one| {
                seconds.iter().filter_map(move |other| Some((one, other, count(one, other)?)))
            });
            let row = |(one, other, count): (&Group, &Group, usize)| {
                vec![name(one), name(other), Cell::count(count, lang)]
            };
            Table::new("pairs", columns, pairs.map(row).collect())
        }
    };
    Report::new("summarize").with(Block::Table(table))
}

/// The report of several keys, each with its values and how many sheets stand under them.
/// `most` values are shown of each.
pub fn facets(members: &[Member], keys: &[(String, Phrase)], most: usize, lang: Lang) -> Report {
    let mut report = Report::new("facets");
    let columns = vec![
        Column::new("key", Text::new("Key", "Clé").say(lang)),
        Column::new("value", Text::new("Value", "Valeur").say(lang)),
        Column::new("sheets", Text::new("Sheets", "Fiches").say(lang)).numeric(),
        Column::new("", " "),
    ];
    let mut rows = Vec::new();
    for (number, (key, label)) in keys.iter().enumerate() {
        let of_key: Vec<Member> = members
            .iter()
            .map(|member| Member { labels: vec![member.labels[number].clone()], ..member.clone() })
            .collect();
        let groups = groups(&of_key, None);
        let greatest = groups.iter().map(|group| group.sheets).max().unwrap_or(1).max(1);
        let shown = groups.iter().filter(|group| group.label.is_some()).take(most);
        for (place, group) in shown.enumerate() {
            let Some(value) = &group.label else {
                continue;
            };
            let words = value.words.say(lang).to_owned();
            let name = if place == 0 { label.say(lang).to_owned() } else { String::new() };
            rows.push(vec![
                Cell { words: name, data: Tree::text(key), tone: Tone::Muted },
                Cell { words, data: value.data.clone(), tone: Tone::Strong },
                Cell::count(group.sheets, lang),
                Cell::words("").with_tone(Tone::Bar((group.sheets * 100 / greatest) as u8)),
            ]);
        }
    }
    report.blocks.push(Block::Table(Table::new("facets", columns, rows)));
    report
}
