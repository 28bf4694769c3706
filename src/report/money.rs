//! How the costs of projects are shown together: the sum, the middle and the ends, and what that is
//! by inhabitant, by month and by day worked.

use rust_decimal::Decimal;

use crate::lang::choice::Choice;
use crate::lang::{Lang, Text, text};
use crate::report::{Cell, Column, Tone};
use crate::stats::cost::{CostGroup, CostStats, ProjectCost};
use crate::tree::Tree;
use crate::value::any::Record;
use crate::value::money::{Basis, Cost, Tax};

/// The columns of [`cells`].
pub fn columns(lang: Lang) -> Vec<Column> {
    let get = |text: Text| text.get(lang);
    vec![
        Column::new("costed", get(text!("Sheets with a cost", "Avec un coût")))
            .numeric()
            .optional(),
        Column::new("total", get(text!("Total", "Total"))).numeric(),
        Column::new("basis", ""),
        Column::new("currency", ""),
        Column::new("tax", ""),
        Column::new("median", get(text!("Median", "Médiane"))).numeric().optional(),
        Column::new("", get(text!("Min – max", "Min – max"))).numeric().optional(),
        Column::new("least", ""),
        Column::new("most", ""),
        Column::new("perInhabitant", get(text!("Per inhabitant", "Par habitant")))
            .numeric()
            .optional(),
        Column::new("perMonth", get(text!("Per month", "Par mois"))).numeric().optional(),
        Column::new("perEffortDay", get(text!("Per day worked", "Par jour travaillé")))
            .numeric()
            .optional(),
    ]
}

/// What costs of one group are together; empty cells where there are none.
pub fn cells(all: &[ProjectCost], lang: Lang) -> Vec<Cell> {
    let Some(stats) = CostStats::of(all) else {
        return columns(lang).iter().map(|_| Cell::text_only("")).collect();
    };
    let CostStats { group, estimated, .. } = stats;
    let data_only = |data| Cell { data, ..Cell::text_only("") };
    let part = |amount| beside(&group, amount, estimated, lang);
    let ratio = |amount: Option<Decimal>| amount.map_or_else(|| Cell::text_only(""), part);
    // Of one amount there is no middle and no end.
    let several = |cell: Cell| if stats.count == 1 { data_only(cell.data) } else { cell };
    vec![
        Cell::count(stats.count, lang),
        whole(&group, stats.total, estimated, lang).with_tone(Tone::Strong),
        data_only(Tree::text(group.basis.code())),
        data_only(Tree::text(group.currency.code())),
        data_only(group.tax.map_or(Tree::Missing, |tax| Tree::text(tax.code()))),
        several(part(stats.median)),
        several(Cell::text_only(ends(all, lang))),
        data_only(Tree::number(stats.min)),
        data_only(Tree::number(stats.max)),
        ratio(stats.per_inhabitant),
        ratio(stats.per_month),
        ratio(stats.per_effort_day),
    ]
}

/// From the least to the greatest of costs of one group.
pub fn ends(all: &[ProjectCost], lang: Lang) -> String {
    let least = all.iter().min_by_key(|cost| cost.amount);
    let most = all.iter().max_by_key(|cost| cost.amount);
    let Some((least, most)) = least.zip(most) else {
        return String::new();
    };
    let last = whole(&most.group, most.amount, most.estimated, lang).text;
    if least.amount == most.amount {
        last
    } else {
        let first = beside(&least.group, least.amount, least.estimated, lang).text;
        format!("{first} – {last}")
    }
}

/// An amount of a group with its tax and, where that is not the usual one, its basis.
fn whole(group: &CostGroup, amount: Decimal, estimated: bool, lang: Lang) -> Cell {
    let words = match group.basis {
        Basis::Invoiced => String::new(),
        basis => format!(" ({})", basis.label().get(lang)),
    };
    let cell = cell(group, amount, group.tax, estimated, lang);
    Cell { text: cell.text + &words, ..cell }
}

/// An amount beside one that states its tax already.
fn beside(group: &CostGroup, amount: Decimal, estimated: bool, lang: Lang) -> Cell {
    cell(group, amount, None, estimated, lang)
}

fn cell(group: &CostGroup, amount: Decimal, tax: Option<Tax>, estimated: bool, lang: Lang) -> Cell {
    let currency = group.currency;
    let cost = Cost { amount: Some(amount), currency, tax, estimated, ..Cost::default() };
    Cell { text: cost.summary(lang), data: Tree::number(amount), tone: Tone::Plain }
}
