//! What `summarize --by` and `facets` say: sheets grouped by the values of keys, with counts and
//! money.

use std::collections::HashMap;

use crate::lang::{Lang, Phrase, Text, phrase, text};
use crate::report::{Block, Cell, Column, FieldCell, FieldLayout, Report, Table, Tone, money};
use crate::stats::cost::CostsByGroup;
use crate::stats::group_value::GroupValue;
use crate::stats::grouping::Grouping;
use crate::stats::groups::{
    Group, GroupedSheet, YearAllocation, allocated_cost, groups, keep_largest, max_groups,
    value_ids,
};

/// The report of the groups by one key: a line for each value and sort of money.
pub fn by(members: &[GroupedSheet], key: &Grouping, years: YearAllocation, lang: Lang) -> Report {
    let years = key.is_by_year().then_some(years);
    let groups = groups(&value_ids(members, 0), key);
    let mut columns = vec![
        Column::new(key.key.name(), key.key.label().get(lang)),
        Column::new("sheets", SHEETS.get(lang)).numeric(),
        Column::new("", "").optional(),
        Column::new("reached", REACHED.get(lang)).numeric().optional(),
    ];
    columns.extend(money::columns(lang));
    let greatest = groups.iter().map(|group| group.sheets.len()).max().unwrap_or(1);
    let mut rows = Vec::new();
    for group in &groups {
        let members = || group.sheets.iter().map(|(number, place)| (&members[*number], *place));
        let count = group.sheets.len();
        let mut costs = CostsByGroup::new();
        for cost in members().filter_map(|(member, place)| allocated_cost(member, place, years)) {
            costs.entry(cost.group).or_default().push(cost);
        }
        let reached = members().fold(0_u64, |sum, (member, _)| sum.saturating_add(member.reached));
        let row = [
            group_label(group.label.as_ref(), lang),
            Cell::count(count, lang),
            bar(count, greatest),
            if reached == 0 { Cell::text_only("") } else { Cell::count(reached as usize, lang) },
        ];
        // A line for each group; where there is none, one all the same.
        let nothing = (costs.is_empty()).then(Vec::new);
        for (number, cost) in costs.values().chain(&nothing).enumerate() {
            // What stands in the row above already is not said again.
            let row = row
                .iter()
                .map(|cell| if number > 0 { cell.clone().data_only() } else { cell.clone() });
            rows.push(row.chain(money::cells(cost, lang)).collect());
        }
    }
    let several = members.iter().any(|member| member.value_ids[0].len() > 1);
    let note = match years {
        Some(YearAllocation::First) => FIRST,
        Some(YearAllocation::Spread) => SPREAD,
        None => EACH,
    };
    let report = Report::new("summarize").with(Block::Table(Table::new("groups", columns, rows)));
    if several { report.with(Block::Line(note.get(lang).to_owned(), Tone::Muted)) } else { report }
}

const SHEETS: Text = text!("Sheets", "Fiches");
const REACHED: Text = text!("People reached", "Personnes rencontrées");
const NO_VALUE: Text = text!("(none)", "(sans valeur)");
const EACH: Text = text!(
    "A sheet with several values is counted, with its full cost, under each of them.",
    "Une fiche à plusieurs valeurs est comptée sous chacune, avec tout son coût.",
);
const COUNTED: Text = text!(
    "This table counts sheets; for costs, use --by with one key.",
    "Ce tableau compte les fiches ; pour les coûts : --by avec une seule clé.",
);
const FIRST: Text = text!(
    "A project is counted in each of its years, and its cost in the first; --spread splits the \
     cost in proportion to days.",
    "Un projet est compté dans chacune de ses années, son coût dans la première ; --spread \
     répartit le coût au prorata des jours.",
);
const SPREAD: Text = text!(
    "A project is counted in each of its years, and its cost is split in proportion to days.",
    "Un projet est compté dans chacune de ses années, son coût réparti au prorata des jours.",
);

/// The label of a group: its value, or that there is none.
pub fn group_label(label: Option<&GroupValue>, lang: Lang) -> Cell {
    match label {
        Some(label) => Cell { text: label.get(lang), data: label.data(), tone: Tone::Strong },
        None => Cell::text_only(NO_VALUE.get(lang)).with_tone(Tone::Muted),
    }
}

/// A count as a bar, as long as its share of the greatest.
pub fn bar(count: usize, greatest: usize) -> Cell {
    Cell::text_only("").with_tone(Tone::Bar((count * 100 / greatest.max(1)) as u8))
}

/// The report of two keys: how many sheets stand under each pair. `crossed` is for people, one
/// column for each value of the second key; machines get a line for each pair. Where there are too
/// many values, those with the fewest sheets are left out, which is said.
pub fn across(
    members: &[GroupedSheet],
    keys: [&Grouping; 2],
    crossed: bool,
    lang: Lang,
) -> (Report, Option<Phrase>) {
    let [one, other] = keys.map(|grouping| grouping.key.name());
    let same_key = one == other;
    let mut firsts = groups(&value_ids(members, 0), keys[0]);
    let mut seconds = groups(&value_ids(members, 1), keys[1]);
    if same_key {
        // Nobody works with nobody.
        firsts.retain(|group| group.label.is_some());
        seconds.retain(|group| group.label.is_some());
    }
    let most = [seconds.len(), firsts.len()].map(max_groups);
    let left_out = [keep_largest(&mut firsts, most[0]), keep_largest(&mut seconds, most[1])];
    let mut of: Vec<Vec<usize>> = vec![Vec::new(); members.len()];
    for (first, group) in firsts.iter().enumerate() {
        group.sheets.iter().for_each(|(member, _)| of[*member].push(first));
    }
    let mut counts: HashMap<(usize, usize), usize> = HashMap::new();
    for (second, group) in seconds.iter().enumerate() {
        let pairs = group.sheets.iter().flat_map(|(member, _)| &of[*member]);
        for first in pairs.filter(|first| !same_key || firsts[**first].label != group.label) {
            *counts.entry((*first, second)).or_default() += 1;
        }
    }
    let mut columns = vec![Column::new(one, keys[0].key.label().get(lang))];
    let named = |group: &Group| group_label(group.label.as_ref(), lang);
    let mut rows = Vec::new();
    if crossed {
        columns.extend(seconds.iter().map(|group| Column::new("", named(group).text).numeric()));
        for (first, one) in firsts.iter().enumerate() {
            let cells = (0..seconds.len()).map(|second| match counts.get(&(first, second)) {
                Some(count) => Cell::count(*count, lang),
                None => Cell::text_only(""),
            });
            rows.push(std::iter::once(named(one)).chain(cells).collect());
        }
    } else {
        let other = if same_key { "with".to_owned() } else { other };
        columns.push(Column::new(other, keys[1].key.label().get(lang)));
        columns.push(Column::new("sheets", SHEETS.get(lang)).numeric());
        for (first, one) in firsts.iter().enumerate() {
            for (second, other) in seconds.iter().enumerate() {
                let count = counts.get(&(first, second)).map(|count| Cell::count(*count, lang));
                rows.extend(count.map(|count| vec![named(one), named(other), count]));
            }
        }
    }
    let mut report = Report::new("summarize")
        .with(Block::Table(Table::new("pairs", columns, rows)))
        .with(Block::Line(COUNTED.get(lang).to_owned(), Tone::Muted));
    if left_out == [0, 0] {
        return (report, None);
    }
    let number = |key: &str, count| FieldCell {
        key: key.to_owned(),
        label: String::new(),
        cell: Cell::count(count, lang).data_only(),
        layout: FieldLayout::Line,
    };
    let fields = vec![number("first", left_out[0]), number("second", left_out[1])];
    report.blocks.push(Block::Fields { key: "leftOut", fields });
    let counted = Phrase::per_lang(|lang| {
        let counted = keys.iter().zip(left_out).filter(|(_, count)| *count > 0);
        let mut counted: Vec<String> =
            counted.map(|(key, count)| format!("{} {count}", key.key.label().get(lang))).collect();
        counted.dedup();
        counted.join(", ")
    });
    let note = phrase!(
        "Not shown, those with the fewest sheets: {counted}.",
        "Non montrées, celles qui ont le moins de fiches : {counted}.",
        counted,
    );
    report.blocks.push(Block::Line(note.get(lang).to_owned(), Tone::Muted));
    (report, Some(note))
}

/// The report of several keys, each with its values and how many sheets stand under them, `most`
/// of each.
pub fn facets(members: &[GroupedSheet], keys: &[Grouping], max: usize, lang: Lang) -> Report {
    let get = |text: Text| text.get(lang);
    let columns = vec![
        Column::new("key", get(text!("Key", "Clé"))),
        Column::new("value", get(text!("Value", "Valeur"))),
        Column::new("sheets", SHEETS.get(lang)).numeric(),
        Column::new("", "").optional(),
        Column::new("more", ""),
    ];
    let mut rows = Vec::new();
    for (number, key) in keys.iter().enumerate() {
        let groups = groups(&value_ids(members, number), key);
        let greatest = groups.iter().map(|group| group.sheets.len()).max().unwrap_or(1);
        let row = |value: Cell, sheets: Cell, bar: Cell, more: Cell| {
            let key = Cell { text: String::new(), ..Cell::text(key.key.name()) };
            vec![key.with_tone(Tone::Muted), value, sheets, bar, more]
        };
        let (labelled, unlabelled): (Vec<&Group>, Vec<&Group>) =
            groups.iter().partition(|group| group.label.is_some());
        let line = |group: &&Group| {
            let count = group.sheets.len();
            let sheets = Cell::count(count, lang);
            row(
                group_label(group.label.as_ref(), lang),
                sheets,
                bar(count, greatest),
                Cell::text_only(""),
            )
        };
        let mut lines: Vec<Vec<Cell>> = labelled.iter().take(max).map(line).collect();
        let more = labelled.len().saturating_sub(max);
        if more > 0 {
            let value = Cell::text_only(others(more, lang)).with_tone(Tone::Muted);
            let more = Cell { text: String::new(), ..Cell::count(more, lang) };
            lines.push(row(value, Cell::text_only(""), Cell::text_only(""), more));
        }
        lines.extend(unlabelled.iter().map(line));
        if let Some(cell) = lines.first_mut().and_then(|line| line.first_mut()) {
            cell.text = key.key.label().get(lang).to_owned();
        }
        rows.extend(lines);
    }
    Report::new("facets").with(Block::Table(Table::new("facets", columns, rows)))
}

fn others(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::En, _) => format!("… {count} more"),
        (Lang::Fr, 1) => "… 1 autre".to_owned(),
        (Lang::Fr, _) => format!("… {count} autres"),
    }
}
