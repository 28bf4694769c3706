//! What can be typed: clap's types without behaviour, their words in the language that is chosen.

mod answers;
mod args;
mod ask_args;
mod export_args;
mod import_args;
mod init_args;
mod query_args;
mod write_args;

mod early_exit;
mod expand;
mod guide;
mod help_lang;
mod localize;
mod parse;
mod query_help;
mod synonyms;
mod usage;

pub use answers::Answers;
pub use args::{
    BriefArgs, ChecklistArgs, Cli, ColorChoice, Command, Common, DebriefArgs, DigestArgs, EditArgs,
    ExplainArgs, FacetsArgs, FilterArgs, ListArgs, MinSeverity, NewArgs, SearchArgs, ShowArgs,
    SummarizeArgs, TimelineArgs, TodoArgs, ValidateArgs,
};
pub use ask_args::{AskArgs, FORM, MAIL};
pub use early_exit::EarlyExit;
pub use expand::{option_value, requested_lang};
pub use export_args::ExportArgs;
pub use guide::{CommandGroup, CommandGuide, GROUPS};
pub use import_args::{ImportArgs, Prefer};
pub use init_args::{Editor, Forge, InitArgs, SchemaArgs};
pub use localize::localized;
pub use parse::parse;
pub use query_args::{FilterFlags, LayoutArgs, QueryArgs, WhereQuery};
pub use usage::ERROR;
pub use write_args::{AddArgs, BulkArgs, FmtArgs, RenameArgs, SetArgs, UnsetArgs, WriteArgs};
