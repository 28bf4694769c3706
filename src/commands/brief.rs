//! `sheet brief`: what is known already, before a new project.

use anyhow::Result;
use chrono::Datelike;

use crate::cli::BriefArgs;
use crate::lang::{Text, phrase, text};
use crate::portfolio::Entry;
use crate::report::brief::{self, SimilarSheet};
use crate::report::lessons::premortem;
use crate::search::{Profile, Shared, ranked};
use crate::session::selection::{self, Selection};
use crate::session::sheets;
use crate::session::{Context, Exit};
use crate::sheet::Sheet;
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
    let about = About { selection: &selection, profile: &profile, itself: itself.as_deref() };
    let count = if args.premortem {
        let close = about.closest(context, |sheet| premortem::reasons(sheet, lang))?;
        let count = close.len();
        let reasons = close.into_iter().map(|(_, reasons)| reasons);
        context.answer(&premortem::report(reasons, context.today.year(), lang))?;
        count
    } else {
        let close = about.closest(context, |sheet| SimilarSheet::of(sheet, lang))?;
        let count = close.len();
        context.answer(&brief::report(close, lang))?;
        count
    };
    if count < FEW {
        let what =
            if itself.is_some() { String::new() } else { format!(" {}", shell_quote(text.trim())) };
        let few = if count == 0 { NO_SIMILAR } else { FEW_SIMILAR };
        context.note(&phrase!(
            "{few}; to search the lessons: sheet search{what}",
            "{few} ; pour chercher dans les leçons : sheet search{what}",
            few,
            what,
        ));
    }
    Ok(Exit::Success)
}

/// What similar sheets are sought for, and among which.
struct About<'a> {
    selection: &'a Selection,
    profile: &'a Profile,
    /// The id of the sheet that it is.
    itself: Option<&'a str>,
}

impl About<'_> {
    /// What each similar sheet tells, the closest first.
    fn closest<T: Send>(
        &self,
        context: &Context,
        told: impl Fn(&Sheet) -> T + Sync,
    ) -> Result<Vec<(Shared, T)>> {
        let selected = sheets::map_selected(context, self.selection, |entry| {
            let sheet = &entry.sheet;
            let other = self.itself != Some(sheet.id.as_str());
            Some((self.profile.similarity(sheet).filter(|_| other)?, told(sheet)))
        })?;
        let sheets = selected.answers.len();
        Ok(ranked(selected.answers.into_iter().flatten().collect(), sheets))
    }
}

/// With fewer similar projects than this, the lessons are worth a search.
const FEW: usize = 2;

const NO_SIMILAR: Text = text!("no project is similar", "aucun projet semblable");
const FEW_SIMILAR: Text = text!("few projects are similar", "peu de projets semblables");
