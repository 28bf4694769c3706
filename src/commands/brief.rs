//! `sheet brief`: what is known already, before a new project.

use anyhow::Result;

use crate::cli::BriefArgs;
use crate::lang::phrase;
use crate::portfolio::Entry;
use crate::report::brief::{self, SimilarSheet};
use crate::search::{Profile, ranked};
use crate::session::selection;
use crate::session::sheets;
use crate::session::{Context, Exit};
use crate::text::shell::shell_quote;

/// Says what is known before a new project.
pub(super) fn run(context: &Context, args: &BriefArgs) -> Result<Exit> {
    let selection = selection::selection(context, &args.selection.texts())?;
    let text = args.about.join(" ");
    let collection = context.collection()?;
    let (profile, itself) = match collection.path_of(text.trim()) {
        Some(path) => {
            let read = sheets::map_files(context, &[path], |entry: Entry| entry.sheet);
            match read.answers.first() {
                Some(sheet) => (Profile::of(sheet), Some(sheet.id.clone())),
                None => return Ok(Exit::Failure),
            }
        }
        None => (Profile::described(&text), None),
    };
    let lang = context.lang();
    let selected = sheets::map_selected(context, &selection, |entry| {
        let sheet = &entry.sheet;
        let other = itself.as_ref() != Some(&sheet.id);
        let similarity = profile.similarity(sheet).filter(|_| other)?;
        Some((similarity, SimilarSheet::of(sheet, lang)))
    })?;
    let sheets = selected.answers.len();
    let close = ranked(selected.answers.into_iter().flatten().collect(), sheets);
    let few = close.len() < FEW;
    context.answer(&brief::report(close, lang))?;
    if few {
        let what =
            if itself.is_some() { String::new() } else { format!(" {}", shell_quote(text.trim())) };
        context.note(&phrase!(
            "few projects are similar; to search the lessons: sheet search{what}",
            "peu de projets semblables ; pour chercher dans les leçons : sheet search{what}",
            what,
        ));
    }
    Ok(Exit::Success)
}

/// With fewer similar projects than this, the lessons are worth a search.
const FEW: usize = 2;
