//! What `summarize --by` and `facets` say: sheets grouped by the values of keys, with counts and
//! money.

use std::collections::HashMap;

use rust_decimal::prelude::ToPrimitive;

use crate::lang::{Lang, Phrase, Text, phrase, text};
use crate::report::count_bar::{CountBar, SHEETS};
use crate::report::{Block, Cell, Column, FieldCell, Header, Report, Table, Tone, money};
use crate::stats::allocation::AskedYears;
use crate::stats::cost::{CostStats, CostsByGroup};
use crate::stats::group_value::GroupValue;
use crate::stats::grouping::Grouping;
use crate::stats::groups::{
    Group, GroupedSheet, YearAllocation, allocated_cost, groups, keep_largest, max_groups,
    value_ids,
};

/// The report of the groups by one key: a line for each value and sort of money.
pub fn by(members: &[GroupedSheet], key: &Grouping, asked: &AskedYears, lang: Lang) -> Report {
    let allocation = if asked.spread { YearAllocation::Spread } else { YearAllocation::First };
    let years = key.is_by_year().then_some(allocation);
    let mut groups = groups(&value_ids(members, 0), key);
    if key.is_by_year() {
        groups.retain(|group| match &group.label {
            Some(GroupValue::Number(year)) => year.to_i32().is_none_or(|year| asked.accepts(year)),
            _ => true,
        });
    }
    let counts: Vec<usize> = groups.iter().map(|group| group.sheets.len()).collect();
    let mut lines = Vec::new();
    for (group, bar) in groups.iter().zip(CountBar::of_each(&counts)) {
        let members = || group.sheets.iter().map(|(number, place)| (&members[*number], *place));
        let mut costs = CostsByGroup::new();
        for cost in members().filter_map(|(member, place)| allocated_cost(member, place, years)) {
            costs.entry(cost.group).or_default().push(cost);
        }
        let reached = members().fold(0_u64, |sum, (member, _)| sum.saturating_add(member.reached));
        let mut line = GroupLine {
            label: group_label(group.label.as_ref(), lang),
            bar,
            reached,
            first: true,
            costs: None,
        };
        if costs.is_empty() {
            lines.push(line.clone());
        }
        for costs in costs.values() {
            line.costs = CostStats::of(costs);
            lines.push(line.clone());
            line.first = false;
        }
    }
    let names = lines.iter().map(|line| vec![line.once(line.label.clone())]).collect();
    let costs: Vec<Option<CostStats>> = lines.iter().map(|line| line.costs.clone()).collect();
    let table =
        Table::new("groups", vec![Header::new(key.key.name(), key.key.label().get(lang))], names)
            .beside(Table::of("groups", &lines, &GroupLine::COLUMNS, lang))
            .beside(Table::of("groups", &costs, &money::COLUMNS, lang));
    let several = members.iter().any(|member| member.value_ids.of_key(0).len() > 1);
    let note = match years {
        Some(YearAllocation::First) => FIRST,
        Some(YearAllocation::Spread) => SPREAD,
        None => EACH,
    };
    let report = Report::new("summarize").with(Block::Table(table));
    let note = Some(Block::Line(note.get(lang).to_owned(), Tone::Muted)).filter(|_| several);
    let counted = asked.counted().filter(|_| years.is_none() && !members.is_empty());
    let counted = counted.map(|counted| money::counted(counted, lang));
    note.into_iter().chain(counted).fold(report, Report::with)
}

/// A line of a group: the first says what the group is, the others its further costs.
#[derive(Clone, Debug)]
struct GroupLine {
    label: Cell,
    bar: CountBar,
    reached: u64,
    first: bool,
    costs: Option<CostStats>,
}

impl GroupLine {
    const COLUMNS: [Column<GroupLine>; 3] = [
        Column::new("sheets", SHEETS, |line: &GroupLine, lang| {
            line.once(Cell::count(line.bar.count, lang))
        })
        .numeric(),
        Column::drawn(|line: &GroupLine, _| line.once(line.bar.cell())),
        Column::new(
            "reached",
            text!("People reached", "Personnes rencontrées"),
            |line: &GroupLine, lang| match line.reached {
                0 => Cell::empty(),
                reached => line.once(Cell::count(reached as usize, lang)),
            },
        )
        .numeric()
        .optional(),
    ];

    /// What stands in the row above already people are not told again.
    fn once(&self, cell: Cell) -> Cell {
        if self.first { cell } else { cell.data_only() }
    }
}

const NO_VALUE: Text = text!("(none)", "(sans valeur)");
pub(super) const EACH: Text = text!(
    "A sheet with several values is counted, with its full cost, under each of them.",
    "Une fiche à plusieurs valeurs est comptée sous chacune, avec tout son coût.",
);
const COUNTED: Text = text!(
    "This table counts sheets; for costs, use --by with one key.",
    "Ce tableau compte les fiches ; pour les coûts : --by avec une seule clé.",
);
const FIRST: Text = text!(
    "A project and the people it reached are counted in each of its years, and its cost in the \
     first; --spread splits the cost in proportion to days.",
    "Un projet et les personnes rencontrées sont comptés dans chacune de ses années, le coût dans \
     la première ; --spread répartit le coût au prorata des jours.",
);
const SPREAD: Text = text!(
    "A project and the people it reached are counted in each of its years, and its cost is split \
     in proportion to days.",
    "Un projet et les personnes rencontrées sont comptés dans chacune de ses années, le coût réparti \
     au prorata des jours.",
);

/// The label of a group: its value, or that there is none.
pub fn group_label(label: Option<&GroupValue>, lang: Lang) -> Cell {
    match label {
        Some(label) => Cell { text: label.get(lang), data: label.data(), tone: Tone::Strong },
        None => Cell::text_only(NO_VALUE.get(lang)).with_tone(Tone::Muted),
    }
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
    let mut headers = vec![Header::new(one, keys[0].key.label().get(lang))];
    let named = |group: &Group| group_label(group.label.as_ref(), lang);
    let mut rows = Vec::new();
    if crossed {
        headers.extend(seconds.iter().map(|group| Header::for_people(named(group).text).numeric()));
        for (first, one) in firsts.iter().enumerate() {
            let cells = (0..seconds.len()).map(|second| match counts.get(&(first, second)) {
                Some(count) => Cell::count(*count, lang),
                None => Cell::empty(),
            });
            rows.push(std::iter::once(named(one)).chain(cells).collect());
        }
    } else {
        let other = if same_key { "with".to_owned() } else { other };
        headers.push(Header::new(other, keys[1].key.label().get(lang)));
        headers.push(Header::new("sheets", SHEETS.get(lang)).numeric());
        for (first, one) in firsts.iter().enumerate() {
            for (second, other) in seconds.iter().enumerate() {
                let count = counts.get(&(first, second)).map(|count| Cell::count(*count, lang));
                rows.extend(count.map(|count| vec![named(one), named(other), count]));
            }
        }
    }
    let mut report = Report::new("summarize")
        .with(Block::Table(Table::new("pairs", headers, rows.into())))
        .with(Block::Line(COUNTED.get(lang).to_owned(), Tone::Muted));
    if left_out == [0, 0] {
        return (report, None);
    }
    let number = |key: &str, count| FieldCell::for_machines(key, Cell::count(count, lang));
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
    let lines: Vec<FacetLine> = keys
        .iter()
        .enumerate()
        .flat_map(|(number, key)| facet(key, &groups(&value_ids(members, number), key), max, lang))
        .collect();
    Report::new("facets").with(Block::Table(Table::of("facets", &lines, &FacetLine::COLUMNS, lang)))
}

/// The lines of one key: its values with the most sheets, how many more there are, and the sheets
/// without any.
fn facet(key: &Grouping, groups: &[Group], max: usize, lang: Lang) -> Vec<FacetLine> {
    let counts: Vec<usize> = groups.iter().map(|group| group.sheets.len()).collect();
    let line = |(group, bar): &(&Group, CountBar)| FacetLine {
        key: key.key.name(),
        label: String::new(),
        value: group_label(group.label.as_ref(), lang),
        bar: Some(*bar),
        more: 0,
    };
    let (labelled, unlabelled): (Vec<_>, Vec<_>) =
        groups.iter().zip(CountBar::of_each(&counts)).partition(|(group, _)| group.label.is_some());
    let mut lines: Vec<FacetLine> = labelled.iter().take(max).map(line).collect();
    let more = labelled.len().saturating_sub(max);
    if more > 0 {
        let value = Cell::text_only(others(more, lang)).with_tone(Tone::Muted);
        let (key, label) = (key.key.name(), String::new());
        lines.push(FacetLine { key, label, value, bar: None, more });
    }
    lines.extend(unlabelled.iter().map(line));
    if let Some(first) = lines.first_mut() {
        first.label = key.key.label().get(lang).to_owned();
    }
    lines
}

/// A line of a key: a value, or how many more there are.
struct FacetLine {
    key: String,
    /// That of the key, on its first line.
    label: String,
    value: Cell,
    bar: Option<CountBar>,
    more: usize,
}

impl FacetLine {
    const COLUMNS: [Column<FacetLine>; 5] = [
        Column::new("key", text!("Key", "Clé"), |line, _| Cell {
            text: line.label.clone(),
            tone: Tone::Muted,
            ..Cell::text(&line.key)
        }),
        Column::new("value", text!("Value", "Valeur"), |line, _| line.value.clone()),
        Column::new("sheets", SHEETS, |line: &FacetLine, lang| {
            line.bar.map_or_else(Cell::empty, |bar| Cell::count(bar.count, lang))
        })
        .numeric(),
        Column::drawn(|line: &FacetLine, _| line.bar.map_or_else(Cell::empty, CountBar::cell)),
        Column::for_machines("more", |line, lang| match line.more {
            0 => Cell::empty(),
            more => Cell::count(more, lang),
        }),
    ];
}

fn others(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::En, _) => format!("… {count} more"),
        (Lang::Fr, 1) => "… 1 autre".to_owned(),
        (Lang::Fr, _) => format!("… {count} autres"),
    }
}
