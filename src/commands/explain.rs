//! `sheet explain CODE`: why a finding is told, and what to do.

use anyhow::Result;

use crate::cli::ExplainArgs;
use crate::commands::{Context, Exit};
use crate::lang::Phrase;
use crate::lang::nearest::nearest;
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
    let code = code.trim().to_lowercase();
    match kinds().find(|kind| kind.code == code) {
        Some(kind) => {
            context.answer(&explain::report(kind, lang))?;
            Ok(Exit::Done)
        }
        None => {
            let near = nearest(&code, kinds().map(|kind| kind.code));
            context.say(&match near {
                Some(near) => Phrase::new(
                    format!("no finding has the code `{code}`; did you mean {near}?"),
                    format!("aucun constat n'a le code « {code} » ; vouliez-vous dire {near} ?"),
                ),
                None => Phrase::new(
                    format!("no finding has the code `{code}`; all of them: sheet explain"),
                    format!(
                        "aucun constat n'a le code « {code} » ; tous les codes : sheet explain"
                    ),
                ),
            });
            Ok(Exit::No)
        }
    }
}
