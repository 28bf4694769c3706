//! `sheet explain CODE`: why a finding is told, and what to do.

use anyhow::Result;

use crate::cli::ExplainArgs;
use crate::commands::{Context, Exit};
use crate::finding::{renamed, renamed_words};
use crate::lang::nearest::nearest;
use crate::lang::phrase;
use crate::report::explain;
use crate::rules::kinds;

/// Explains one code, or lists them all.
pub fn run(context: &Context, args: &ExplainArgs) -> Result<Exit> {
    let lang = context.lang();
    if args.all {
        context.answer_with(|out| write!(out, "{}", explain::markdown(kinds(), lang)))?;
        return Ok(Exit::Done);
    }
    let Some(code) = &args.code else {
        context.answer(&explain::all(kinds(), lang))?;
        return Ok(Exit::Done);
    };
    let typed = code.trim().to_lowercase();
    let today = renamed(&typed);
    if let Some(today) = today {
        context.say(&renamed_words(&typed, today));
    }
    let code = today.unwrap_or(&typed);
    match kinds().find(|kind| kind.code == code) {
        Some(kind) => {
            context.answer(&explain::report(kind, lang))?;
            Ok(Exit::Done)
        }
        None => {
            let near = nearest(code, kinds().map(|kind| kind.code));
            context.say(&match near {
                Some(near) => phrase!(
                    "unknown code `{code}`; did you mean {near}?",
                    "code inconnu : `{code}` ; vouliez-vous dire {near} ?",
                    code,
                    near,
                ),
                None => phrase!(
                    "unknown code `{code}`; list them all with: sheet explain",
                    "code inconnu : `{code}` ; tous les codes : sheet explain",
                    code,
                ),
            });
            Ok(Exit::No)
        }
    }
}
