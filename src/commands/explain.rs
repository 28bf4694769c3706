//! `sheet explain CODE`: why a finding is reported, and what to do.

use anyhow::Result;

use crate::cli::ExplainArgs;
use crate::finding::{Lint, renamed, renamed_message};
use crate::import;
use crate::lang::common::did_you_mean;
use crate::lang::{Phrase, phrase};
use crate::query;
use crate::report::explain;
use crate::rules::lints;
use crate::session::{Context, Exit};
use crate::text::nearest::nearest;

/// Explains one code, or lists them all.
pub(super) fn run(context: &Context, args: &ExplainArgs) -> Result<Exit> {
    let lang = context.lang();
    if args.all {
        context.answer(&explain::in_full(explained(), lang))?;
        return Ok(Exit::Success);
    }
    let Some(code) = &args.code else {
        context.answer(&explain::all(explained(), lang))?;
        return Ok(Exit::Success);
    };
    let typed = code.trim().to_lowercase();
    let today = renamed(&typed);
    if let Some(today) = today {
        context.note(&renamed_message(&typed, today));
    }
    let code = today.unwrap_or(&typed);
    match explained().find(|lint| lint.code == code) {
        Some(lint) => {
            context.answer(&explain::report(lint, lang))?;
            Ok(Exit::Success)
        }
        None => {
            context.note(&unknown(code));
            Ok(Exit::Failure)
        }
    }
}

/// Every code that is ever printed: those of findings in sheets, in a
/// query, and in what is imported.
fn explained() -> impl Iterator<Item = &'static Lint> {
    lints().chain(query::error::LINTS).chain(import::LINTS)
}

/// That no finding has a code, and which was probably meant.
pub(super) fn unknown(code: &str) -> Phrase {
    match nearest(code, explained().map(|lint| lint.code)) {
        Some(near) => phrase!(
            "unknown code `{code}`; {near} All codes: sheet explain",
            "code inconnu : `{code}` ; {near} Tous les codes : sheet explain",
            code,
            near = did_you_mean(near),
        ),
        None => phrase!(
            "unknown code `{code}`; list them all with: sheet explain",
            "code inconnu : `{code}` ; tous les codes : sheet explain",
            code,
        ),
    }
}
