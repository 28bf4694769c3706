//! What a project cost.

pub mod bad_share;
pub mod cost_outlier;
pub mod shares_off_total;
pub mod tax_not_stated;
