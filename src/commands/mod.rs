//! The commands, one file each: the only place, with what they share in [`crate::session`], where
//! edges and questions meet.

mod dispatch;

mod overview;

mod init;
mod new;

mod ask;
mod brief;
mod checklist;
mod debrief;
mod digest;
mod facets;
mod list;
mod search;
mod show;
mod summarize;
mod timeline;
mod todo;

mod add;
mod answers;
mod edit;
mod export;
mod fmt;
mod import;
mod rename;
mod set;

mod explain;
mod schema;
mod validate;

pub(crate) use dispatch::run;
