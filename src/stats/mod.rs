//! How much? Sheets in groups, and what they cost together: numbers, before anybody lays them out.

pub(crate) mod allocation;
pub(crate) mod cost;
pub(crate) mod group_value;
pub(crate) mod grouping;
pub(crate) mod groups;
pub(crate) mod lessons;
