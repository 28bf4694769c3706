//! How the sheets of a collection belong together.

pub mod duplicate_id;
pub mod missing_required;
pub mod related_to_itself;
pub mod unknown_related;
pub mod unlinked_series;
pub mod unused_ignore;
