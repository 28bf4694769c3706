//! How much of a project's money counts where years are asked for: all of it, or the share by days.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::sheet::Sheet;
use crate::stats::cost::{self, ProjectCost};
use crate::value::period::Period;

/// What of its money a project counts with, where only some years were asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    Whole,
    Share,
}

/// The days of a project in each of its years.
#[derive(Clone, Debug, Default)]
pub(crate) struct YearDays {
    first: i32,
    days: Vec<u32>,
}

/// The years that were asked for, and how money counts in them.
#[derive(Clone, Copy)]
pub struct AskedYears<'a> {
    /// Whether a year is one of them; `None` where all are.
    pub accepts: Option<&'a (dyn Fn(i32) -> bool + Sync)>,
    /// Whether the share of these years counts, by days, in place of the whole.
    pub spread: bool,
}

impl AskedYears<'_> {
    /// Every year, and all money.
    pub const ALL: AskedYears<'static> = AskedYears { accepts: None, spread: false };

    pub fn accepts(&self, year: i32) -> bool {
        self.accepts.is_none_or(|accepts| accepts(year))
    }

    /// What projects count with, where it is not clear that they count whole.
    pub fn counted(&self) -> Option<Counted> {
        self.accepts.map(|_| if self.spread { Counted::Share } else { Counted::Whole })
    }

    /// The cost of a sheet, or its share.
    pub fn cost(&self, sheet: &Sheet) -> Option<ProjectCost> {
        let cost = ProjectCost::of(sheet)?;
        if !self.spread || self.accepts.is_none() {
            return Some(cost);
        }
        let years = YearDays::of(sheet.period());
        let accepts = |place: &usize| self.accepts(years.first + *place as i32);
        let all = 0..years.days.len();
        if !all.is_empty() && all.clone().all(|place| accepts(&place)) {
            return Some(cost);
        }
        let shares = all.filter(accepts).filter_map(|place| years.share(&cost, place));
        shares.reduce(|sum, share| ProjectCost {
            amount: sum.amount + share.amount,
            days: sum.days.zip(share.days).map(|(one, other)| one + other),
            ..sum
        })
    }
}

impl YearDays {
    pub(crate) fn of(period: Period) -> YearDays {
        let Some((first, last)) = period.first().zip(period.last()) else {
            return YearDays::default();
        };
        let days = (first.year()..=last.year()).map(|year| {
            let start = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(first).max(first);
            let end = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(last).min(last);
            u32::try_from((end - start).num_days() + 1).unwrap_or(0)
        });
        YearDays { first: first.year(), days: days.collect() }
    }

    /// The share of one of the years, by its place among them: what is due by its end, less what
    /// was due before, so that no cent is lost.
    pub(crate) fn share(&self, cost: &ProjectCost, place: usize) -> Option<ProjectCost> {
        let all: u32 = self.days.iter().sum();
        let due = |years: usize| {
            let days: u32 = self.days.iter().take(years).sum();
            cost::prorate(cost.amount, days.into(), all.max(1).into())
        };
        let days = Some(Decimal::from(*self.days.get(place)?));
        let amount = due(place + 1)? - due(place)?;
        Some(ProjectCost { amount, days, effort: None, ..cost.clone() })
    }
}
