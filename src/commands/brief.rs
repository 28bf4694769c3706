//! `sheet brief`: what is known already, before a new project.

use std::cmp::Reverse;

use anyhow::Result;

use crate::cli::BriefArgs;
use crate::commands::{Context, Exit};
use crate::lang::Text;
use crate::portfolio::Entry;
use crate::query::closeness::Subject;
use crate::report::brief::{self, Close};
use crate::sheet::Sheet;

/// Says what is known before a new project.
pub fn run(context: &Context, args: &BriefArgs) -> Result<Exit> {
    let Some(query) = context.query(&args.which.texts()) else {
        return Ok(Exit::Wrong);
    };
    let text = args.about.join(" ");
    let collection = context.collection()?;
    let about = match collection.path_of(text.trim()) {
        Some(path) => {
            let read = context.ask_files(&[path], |entry: Entry| entry.sheet);
            context.tell(&read.unreadable);
            match read.answers.into_iter().next() {
                Some(sheet) => sheet,
                None => return Ok(Exit::No),
            }
        }
        None => Sheet { title: Some(text), ..Sheet::default() },
    };
    let subject = Subject::of(&about);
    let lang = context.lang();
    let selected = context.ask_selected(&query, |entry| {
        let sheet = &entry.sheet;
        let other = about.id.is_empty() || sheet.id != about.id;
        let closeness = subject.closeness(sheet).filter(|_| other)?;
        Some(Close::of(closeness, sheet, lang))
    })?;
    let exit = selected.exit();
    let mut close: Vec<Close> = selected.answers.into_iter().flatten().collect();
    close.sort_by_key(|one| Reverse((one.closeness.score, one.last)));
    if close.is_empty() {
        context.say(&NOTHING_CLOSE.into());
        return Ok(Exit::No);
    }
    context.answer(&brief::report(close, lang))?;
    Ok(exit)
}

const NOTHING_CLOSE: Text = Text::new(
    "no earlier project has a territory, a commissioner, a tool or a word of this",
    "aucun projet d'avant n'a un territoire, un commanditaire, un outil ou un mot de ceci",
);
