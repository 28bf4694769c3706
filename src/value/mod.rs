//! The atoms of a sheet: one type a file, each read tolerantly from what people write, and valid
//! once it exists.

pub mod any;
mod records;

pub mod parsed;

pub mod bullets;
pub mod link;
pub mod list;
pub(crate) mod number_format;
pub mod quantity;

pub mod colour;
pub mod count;
pub mod date;
pub mod duration;
pub mod effort;
pub mod money;
pub mod period;

pub mod document;
pub mod evidence;
pub mod lesson;
pub mod moment;
pub mod name_set;
pub mod organisation;
pub mod own;
pub mod person;

pub mod id;
pub mod official_code;
pub mod outcome_level;
pub mod speaker;
pub mod status;
pub mod territory_kind;
pub mod visibility;
