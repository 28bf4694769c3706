//! How much? Sheets in groups, and what they cost together: numbers, before anybody lays them out.

pub mod cost;
pub mod group_value;
pub mod grouping;
pub mod groups;
