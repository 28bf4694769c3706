//! Sheets by the values that they stand under, with what of each is counted and added up.

use std::cmp::Reverse;
use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::sheet::Sheet;
use crate::sheet::rank::Rank;
use crate::stats::cost::{self, ProjectCost};
use crate::stats::group_value::GroupValue;
use crate::stats::grouping::Grouping;
use crate::value::period::Period;

/// What of a sheet is counted and added up in its groups, kept when the sheet is gone.
#[derive(Clone, Debug)]
pub struct Member {
    /// For each key that is grouped by, the numbers of the values under which the sheet stands.
    pub value_ids: Vec<Vec<u32>>,
    pub reached: u64,
    spent: Option<ProjectCost>,
    /// The days of the project in each of its years, for spreading its money.
    days: Vec<u32>,
}

impl Member {
    /// Takes from a sheet what is counted and added up.
    pub fn of(sheet: &Sheet, keys: &[Grouping]) -> Member {
        Member {
            value_ids: keys.iter().map(|key| key.value_ids(sheet)).collect(),
            reached: sheet.participation.reached.unwrap_or(0),
            spent: ProjectCost::of(sheet),
            days: days_of_years(sheet.dates.period()),
        }
    }
}

/// How many days of a period lie in each of its years.
fn days_of_years(period: Period) -> Vec<u32> {
    let Some((first, last)) = period.first().zip(period.last()) else {
        return Vec::new();
    };
    (first.year()..=last.year())
        .map(|year| {
            let start = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(first).max(first);
            let end = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(last).min(last);
            u32::try_from((end - start).num_days() + 1).unwrap_or(0)
        })
        .collect()
}

/// The sheets of a value; without one, those that say nothing.
pub(crate) struct Group {
    pub label: Option<GroupValue>,
    /// The number of each sheet, with the place of the value among its own.
    pub members: Vec<(usize, usize)>,
}

/// How the money of a project of several years counts by year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Years {
    /// All of it in the first.
    First,
    /// By the days in each.
    Spread,
}

/// The groups by a key, in their order, from the numbers of the values of each sheet.
pub(crate) fn groups(sheets: &[&[u32]], grouping: &Grouping) -> Vec<Group> {
    let values = grouping.values(sheets.iter().copied().flatten());
    let labels = values.labels.iter().cloned().map(Some).chain([None]);
    let mut groups: Vec<Group> = labels.map(|label| Group { label, members: Vec::new() }).collect();
    for (number, numbers) in sheets.iter().enumerate() {
        let places = values.places(numbers);
        if places.is_empty() {
            groups[values.labels.len()].members.push((number, 0));
        }
        for (place, value) in places.into_iter().enumerate() {
            groups[value].members.push((number, place));
        }
    }
    groups.retain(|group| !group.members.is_empty());
    groups.sort_by_cached_key(|group| order(group.label.as_ref(), group.members.len()));
    groups
}

pub(crate) fn value_ids(members: &[Member], key: usize) -> Vec<&[u32]> {
    members.iter().map(|member| member.value_ids[key].as_slice()).collect()
}

/// Values with an order of their own keep it; names come by how many sheets stand under them. What
/// says nothing comes last.
fn order(label: Option<&GroupValue>, sheets: usize) -> (bool, Reverse<usize>, Option<Rank>) {
    let rank = label.map(GroupValue::rank);
    let count = match rank {
        Some(Rank::Text(_)) => sheets,
        _ => 0,
    };
    (rank.is_none(), Reverse(count), rank)
}

/// The money of a member that counts under one of its labels, by that one's place: all of it,
/// except by year.
pub(crate) fn share(member: &Member, place: usize, years: Option<Years>) -> Option<ProjectCost> {
    let spent = member.spent.as_ref()?;
    match years.filter(|_| member.value_ids[0].len() > 1) {
        None => Some(spent.clone()),
        Some(Years::First) => Some(spent.clone()).filter(|_| place == 0),
        Some(Years::Spread) => {
            let all: u32 = member.days.iter().sum();
            // What is due by the end of the year, less what was due before: no cent is lost.
            let due = |years: usize| {
                let days: u32 = member.days.iter().take(years).sum();
                cost::share(spent.amount, days.into(), all.max(1).into())
            };
            let days = Some(Decimal::from(*member.days.get(place)?));
            let amount = due(place + 1)? - due(place)?;
            Some(ProjectCost { amount, days, effort: None, ..spent.clone() })
        }
    }
}

/// The most pairs of values that are counted, and of values where there are as many of both.
const PAIRS: usize = 40_000;
const SIDE: usize = 200;

/// How many values of a key are counted beside so many of another.
pub(crate) fn most(others: usize) -> usize {
    PAIRS / others.clamp(1, SIDE)
}

/// Keeps so many groups, those with the most sheets, in their order; gives how many went.
pub(crate) fn most_used(groups: &mut Vec<Group>, most: usize) -> usize {
    let all = groups.len();
    let mut order: Vec<usize> = (0..all).collect();
    order.sort_by_key(|index| Reverse(groups[*index].members.len()));
    let kept: HashSet<usize> = order.into_iter().take(most).collect();
    let mut index = 0..;
    groups.retain(|_| index.next().is_some_and(|index| kept.contains(&index)));
    all - groups.len()
}
