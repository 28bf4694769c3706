//! The arguments → the command that was typed.

use std::ffi::OsString;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use crate::cli::args::Cli;
use crate::cli::early_exit::EarlyExit;
use crate::cli::expand::{expand_help, options_first};
use crate::cli::guide::overview;
use crate::cli::localize::localized;
use crate::cli::usage::usage_error;
use crate::lang::Lang;

/// Understands the arguments; `width` is that of the screen.
///
/// # Errors
/// What to answer where there is nothing to carry out.
pub fn parse(args: &[OsString], lang: Lang, width: usize) -> Result<Cli, EarlyExit> {
    let args = expand_help(args, lang)?;
    let command = localized(lang);
    let args = options_first(&args, &command);
    let mut command = command.override_help(overview(width));
    let matches = command.try_get_matches_from_mut(&args);
    let cli = matches.and_then(|matches| Cli::from_arg_matches(&matches));
    cli.map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            EarlyExit::Help(error.render().to_string())
        }
        _ => EarlyExit::Usage(usage_error(&error, &args, lang)),
    })
}
