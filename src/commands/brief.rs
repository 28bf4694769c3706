//! `sheet brief`: what is known already, before a new project.

use std::collections::HashMap;

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
        let (count, close) = about.closest(context, premortem::SHEETS)?;
        let reasons = close.iter().map(|(_, sheet)| premortem::reasons(sheet, lang));
        context.answer(&premortem::report(reasons, context.today.year(), lang))?;
        count
    } else {
        let (count, close) = about.closest(context, brief::SHEETS)?;
        let told = |(shared, sheet)| (shared, SimilarSheet::of(&sheet, lang));
        context.answer(&brief::report(close.into_iter().map(told).collect(), count, lang))?;
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
    /// How many sheets are similar, and at most so many of them, the closest first. These are read
    /// again: to keep what each might tell would take more time, and room for all.
    fn closest(&self, context: &Context, most: usize) -> Result<(usize, Vec<(Shared, Sheet)>)> {
        let selected = sheets::map_selected(context, self.selection, |entry| {
            let other = self.itself != Some(entry.sheet.id.as_str());
            let similarity = self.profile.similarity(&entry.sheet).filter(|_| other)?;
            Some((similarity, entry.source.path.clone()))
        })?;
        let all = selected.answers.len();
        let mut close = ranked(selected.answers.into_iter().flatten().collect(), all);
        let count = close.len();
        close.truncate(most);
        let shown = close.iter().map(|(_, path)| path.clone()).collect();
        let paths = sheets::shown_as(&context.collection()?, &shown);
        let read =
            sheets::map_files(context, &paths, |entry| (entry.source.path.clone(), entry.sheet));
        let mut read: HashMap<String, Sheet> = read.answers.into_iter().collect();
        let read = |(shared, path): (Shared, String)| Some((shared, read.remove(&path)?));
        Ok((count, close.into_iter().filter_map(read).collect()))
    }
}

/// With fewer similar projects than this, the lessons are worth a search.
const FEW: usize = 2;

const NO_SIMILAR: Text = text!("no project is similar", "aucun projet semblable");
const FEW_SIMILAR: Text = text!("few projects are similar", "peu de projets semblables");
