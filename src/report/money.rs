//! How the costs of projects are shown together: the sum, the middle and the ends, and what that is
//! by inhabitant, by month and by day worked.

use rust_decimal::Decimal;

use crate::lang::choice::Choice;
use crate::lang::{Lang, Text, phrase, text};
use crate::report::{Block, Cell, Column, Tone};
use crate::stats::allocation::Counted;
use crate::stats::cost::{CostGroup, CostStats, UnitCost};
use crate::tree::Tree;
use crate::value::any::Record;
use crate::value::money::{Basis, Cost, Tax};

/// The columns of what costs of one group are together; their cells are empty where there are none.
pub const COLUMNS: [Column<Option<CostStats>>; 12] = [
    Column::new(
        "costed",
        text!("Sheets with a cost", "Avec un coût"),
        |costs: &Option<CostStats>, lang| cell(costs, |stats| Cell::count(stats.count, lang)),
    )
    .numeric()
    .optional(),
    Column::new("total", text!("Total", "Total"), |costs: &Option<CostStats>, lang| {
        cell(costs, |stats| {
            whole(&stats.group, stats.total, stats.estimated, lang).with_tone(Tone::Strong)
        })
    })
    .numeric(),
    Column::for_machines("basis", |costs, _| {
        cell(costs, |stats| Cell::data(Tree::text(stats.group.basis.code())))
    }),
    Column::for_machines("currency", |costs, _| {
        cell(costs, |stats| Cell::data(Tree::text(stats.group.currency.code())))
    }),
    Column::for_machines("tax", |costs, _| {
        let tax = |tax: Tax| Cell::data(Tree::text(tax.code()));
        cell(costs, |stats| stats.group.tax.map_or_else(Cell::empty, tax))
    }),
    Column::new("median", text!("Median", "Médiane"), |costs: &Option<CostStats>, lang| {
        cell(costs, |stats| of_several(stats, beside(stats, stats.median, lang)))
    })
    .numeric()
    .optional(),
    Column::for_people(text!("Min – max", "Min – max"), |costs: &Option<CostStats>, lang| {
        cell(costs, |stats| of_several(stats, Cell::text_only(ends(stats, lang))))
    })
    .numeric()
    .optional(),
    Column::for_machines("least", |costs, _| {
        cell(costs, |stats| Cell::data(Tree::number(stats.least.amount)))
    }),
    Column::for_machines("most", |costs, _| {
        cell(costs, |stats| Cell::data(Tree::number(stats.most.amount)))
    }),
    Column::new(
        "perInhabitant",
        text!("Per inhabitant", "Par habitant"),
        |costs: &Option<CostStats>, lang| {
            cell(costs, |stats| unit_cost(stats, stats.per_inhabitant, lang))
        },
    )
    .numeric()
    .optional(),
    Column::new("perMonth", text!("Per month", "Par mois"), |costs: &Option<CostStats>, lang| {
        cell(costs, |stats| unit_cost(stats, stats.per_month, lang))
    })
    .numeric()
    .optional(),
    Column::new(
        "perEffortDay",
        text!("Per day worked", "Par jour travaillé"),
        |costs: &Option<CostStats>, lang| {
            cell(costs, |stats| unit_cost(stats, stats.per_effort_day, lang))
        },
    )
    .numeric()
    .optional(),
];

/// The line that says what projects count with.
pub fn counted(counted: Counted, lang: Lang) -> Block {
    let words = match counted {
        Counted::Whole => WHOLE,
        Counted::Share => SHARE,
    };
    Block::Line(words.get(lang).to_owned(), Tone::Muted)
}

const WHOLE: Text = text!(
    "Costs are those of whole projects that touch these years; for the share of these years alone: \
     summarize --spread.",
    "Les coûts sont ceux des projets entiers qui touchent ces années ; pour la part de ces années \
     seulement : summarize --spread.",
);
const SHARE: Text = text!(
    "Of each cost only the share of these years counts, in proportion to days.",
    "De chaque coût, seule compte la part de ces années, au prorata des jours.",
);

fn cell(costs: &Option<CostStats>, of: impl FnOnce(&CostStats) -> Cell) -> Cell {
    costs.as_ref().map_or_else(Cell::empty, of)
}

/// Of one amount there is no middle and no end: machines alone are given it.
fn of_several(stats: &CostStats, cell: Cell) -> Cell {
    if stats.count == 1 { cell.data_only() } else { cell }
}

/// What one of something costs, with of how many projects that is where it is not of all.
fn unit_cost(stats: &CostStats, cost: Option<UnitCost>, lang: Lang) -> Cell {
    let Some(UnitCost { amount, count }) = cost else {
        return Cell::empty();
    };
    let cell = beside(stats, amount, lang);
    if count == stats.count {
        return cell;
    }
    let all = stats.count;
    let of = phrase!("{count} of {all}", "{count} sur {all}", count, all);
    Cell { text: format!("{} ({})", cell.text, of.get(lang)), ..cell }
}

/// From the least to the greatest of costs of one group.
pub fn ends(stats: &CostStats, lang: Lang) -> String {
    let CostStats { group, least, most, .. } = stats;
    let last = whole(group, most.amount, most.estimated, lang).text;
    if least.amount == most.amount {
        last
    } else {
        let first = amount(group, least.amount, None, least.estimated, lang).text;
        format!("{first} – {last}")
    }
}

/// An amount of a group with its tax and, where that is not the usual one, its basis.
fn whole(group: &CostGroup, amount: Decimal, estimated: bool, lang: Lang) -> Cell {
    let words = match group.basis {
        Basis::Invoiced => String::new(),
        basis => format!(" ({})", basis.label().get(lang)),
    };
    let cell = self::amount(group, amount, group.tax, estimated, lang);
    Cell { text: cell.text + &words, ..cell }
}

/// An amount beside one that states its tax already.
fn beside(stats: &CostStats, amount: Decimal, lang: Lang) -> Cell {
    self::amount(&stats.group, amount, None, stats.estimated, lang)
}

fn amount(
    group: &CostGroup,
    amount: Decimal,
    tax: Option<Tax>,
    estimated: bool,
    lang: Lang,
) -> Cell {
    let currency = group.currency;
    let cost = Cost { amount: Some(amount), currency, tax, estimated, ..Cost::default() };
    Cell { text: cost.summary(lang), data: Tree::number(amount), tone: Tone::Plain }
}
