//! Sheets by the values that they stand under, with what of each is counted and added up.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::sheet::Sheet;
use crate::sheet::rank::Rank;
use crate::stats::allocation::{AskedYears, YearDays};
use crate::stats::cost::ProjectCost;
use crate::stats::group_value::GroupValue;
use crate::stats::grouping::Grouping;

/// What of a sheet is counted and added up in its groups, kept when the sheet is gone.
#[derive(Clone, Debug)]
pub struct GroupedSheet {
    /// The values under which the sheet stands.
    pub value_ids: ValueIds,
    pub reached: u64,
    cost: Option<ProjectCost>,
    /// The days of the project in each of its years, for spreading its money.
    days: YearDays,
}

impl GroupedSheet {
    /// Takes from a sheet what is counted and added up.
    pub fn of(sheet: &Sheet, keys: &[Grouping], years: &AskedYears) -> GroupedSheet {
        GroupedSheet {
            value_ids: ValueIds::of(sheet, keys),
            reached: sheet.participation.reached.unwrap_or(0),
            cost: years.cost(sheet),
            days: YearDays::of(sheet.period()),
        }
    }
}

/// For each key that is grouped by, the numbers of the values under which a sheet stands. All of them
/// lie in one place: of many sheets, each is asked for every key.
#[derive(Clone, Debug)]
pub struct ValueIds {
    ids: Box<[u32]>,
    /// Where the ids of each key end.
    ends: Box<[usize]>,
}

impl ValueIds {
    fn of(sheet: &Sheet, keys: &[Grouping]) -> ValueIds {
        let mut ids = Vec::new();
        let ends = keys.iter().map(|key| {
            ids.extend(key.value_ids(sheet));
            ids.len()
        });
        ValueIds { ends: ends.collect(), ids: ids.into() }
    }

    /// Those of a key by its index.
    pub fn of_key(&self, key: usize) -> &[u32] {
        let start = key.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.ids[start..self.ends[key]]
    }
}

/// The sheets of a value; without one, those that say nothing.
pub(crate) struct Group {
    pub label: Option<GroupValue>,
    /// The number of each sheet, with the place of the value among its own.
    pub sheets: Vec<(usize, usize)>,
}

/// How the money of a project of several years counts by year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum YearAllocation {
    /// All of it in the first.
    First,
    /// By the days in each.
    Spread,
}

/// The groups by a key, in their order, from the numbers of the values of each sheet.
pub(crate) fn groups(sheets: &[&[u32]], grouping: &Grouping) -> Vec<Group> {
    let values = grouping.values(sheets.iter().copied().flatten());
    let labels = values.labels.iter().cloned().map(Some).chain([None]);
    let mut groups: Vec<Group> = labels.map(|label| Group { label, sheets: Vec::new() }).collect();
    for (number, numbers) in sheets.iter().enumerate() {
        let places = values.places(numbers);
        if places.is_empty() {
            groups[values.labels.len()].sheets.push((number, 0));
        }
        for (place, value) in places.into_iter().enumerate() {
            groups[value].sheets.push((number, place));
        }
    }
    groups.retain(|group| !group.sheets.is_empty());
    groups.sort_by_cached_key(|group| order(group.label.as_ref(), group.sheets.len()));
    groups
}

pub(crate) fn value_ids(members: &[GroupedSheet], key: usize) -> Vec<&[u32]> {
    members.iter().map(|member| member.value_ids.of_key(key)).collect()
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
pub(crate) fn allocated_cost(
    member: &GroupedSheet,
    place: usize,
    years: Option<YearAllocation>,
) -> Option<ProjectCost> {
    let cost = member.cost.as_ref()?;
    match years.filter(|_| member.value_ids.of_key(0).len() > 1) {
        None => Some(cost.clone()),
        Some(YearAllocation::First) => Some(cost.clone()).filter(|_| place == 0),
        Some(YearAllocation::Spread) => member.days.share(cost, place),
    }
}

/// The most pairs of values that are counted, and of values where there are as many of both.
const PAIRS: usize = 40_000;
const SIDE: usize = 200;

/// How many values of a key are counted beside so many of another.
pub(crate) fn max_groups(others: usize) -> usize {
    PAIRS / others.clamp(1, SIDE)
}

/// Keeps so many groups, those with the most sheets, in their order; gives how many went.
pub(crate) fn keep_largest(groups: &mut Vec<Group>, max: usize) -> usize {
    let all = groups.len();
    let mut order: Vec<usize> = (0..all).collect();
    order.sort_by_key(|index| Reverse(groups[*index].sheets.len()));
    let kept: HashSet<usize> = order.into_iter().take(max).collect();
    let mut index = 0..;
    groups.retain(|_| index.next().is_some_and(|index| kept.contains(&index)));
    all - groups.len()
}
