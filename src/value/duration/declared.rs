//! So many days, weeks, months or years.

use std::fmt;

use chrono::{Days, Months, NaiveDate};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::lang::plural::{self, Noun};
use crate::lang::{Lang, list};

/// So many of one unit, and perhaps days beyond: `18 months`, `4.5 months`, `2 months 15 days`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    pub count: Decimal,
    pub unit: Unit,
    /// Days beyond whole months or years.
    pub days: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
pub enum Unit {
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    fn noun(self) -> Noun {
        match self {
            Unit::Day => plural::DAY,
            Unit::Week => plural::WEEK,
            Unit::Month => plural::MONTH,
            Unit::Year => plural::YEAR,
        }
    }
}

impl Duration {
    /// About how many days: a month counts 30.44 and a year 365.25, rounded.
    pub fn approximate_days(&self) -> u32 {
        let hundredths: u32 = match self.unit {
            Unit::Day => 100,
            Unit::Week => 700,
            Unit::Month => 3_044,
            Unit::Year => 36_525,
        };
        let days = self.count.checked_mul(Decimal::new(hundredths.into(), 2));
        let days = days.map(|days| days + Decimal::from(self.days));
        let rounded =
            days.map(|days| days.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero));
        rounded.and_then(|days| days.to_u32()).unwrap_or(u32::MAX)
    }

    /// So many months and days of the calendar; a part of a month or a year counts in days.
    /// `None` where it is beyond all calendars.
    pub fn on_calendar(&self) -> Option<(Months, Days)> {
        let whole = self.count.trunc().to_u32()?;
        let rest = u64::from(Duration { count: self.count.fract(), ..*self }.approximate_days());
        let (months, days) = match self.unit {
            Unit::Day => (0, whole.into()),
            Unit::Week => (0, u64::from(whole) * 7),
            Unit::Month => (whole, 0),
            Unit::Year => (whole.checked_mul(12)?, 0),
        };
        Some((Months::new(months), Days::new(days + rest)))
    }

    /// The last day of so long a time that begins on this day.
    pub fn last_day_from(&self, first: NaiveDate) -> Option<NaiveDate> {
        let (months, days) = self.on_calendar()?;
        let after = first.checked_add_months(months)?.checked_add_days(days)?;
        Some(after.pred_opt()?.max(first))
    }

    /// The first day of so long a time that ends on this day.
    pub fn first_day_to(&self, last: NaiveDate) -> Option<NaiveDate> {
        let (months, days) = self.on_calendar()?;
        let first = last.succ_opt()?.checked_sub_days(days)?.checked_sub_months(months)?;
        Some(first.min(last))
    }

    pub fn format(&self, lang: Lang) -> String {
        let main = self.unit.noun().amount(self.count, lang);
        match self.days {
            0 => main,
            days => {
                let days = plural::DAY.count(days as usize, lang);
                list::and(&[&main, &days]).get(lang).to_owned()
            }
        }
    }
}

/// The canonical form: `9 months`, `2 months 15 days`.
impl fmt::Display for Duration {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let word = |noun: Noun, one| if one { noun.one.en } else { noun.many.en };
        let noun = self.unit.noun();
        write!(out, "{} {}", self.count, word(noun, self.count == Decimal::ONE))?;
        match self.days {
            0 => Ok(()),
            days => write!(out, " {days} {}", word(plural::DAY, days == 1)),
        }
    }
}
