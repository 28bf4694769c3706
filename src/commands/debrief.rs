//! `sheet debrief`: one page for the team's own meeting at the end of its project.

use std::collections::HashSet;

use anyhow::Result;

use crate::cli::DebriefArgs;
use crate::export::{self, Dress};
use crate::lang::{Phrase, phrase};
use crate::portfolio::id_of;
use crate::report::debrief::{self, AppliedLesson, Debrief};
use crate::session::logo::logo;
use crate::session::readable::{ReadableSheets, refuse_leak, refuse_leak_in};
use crate::session::{Context, Exit, Failure, find_sheet};
use crate::sheet::lesson_address::split;
use crate::text::shell::shell_quote;

/// The format in which the page is printed.
const PAGE: &str = "html";

/// Makes the page of a sheet, as its members may read it.
pub(super) fn run(context: &Context, args: &DebriefArgs) -> Result<Exit> {
    let path = find_sheet::find_sheet(context, &context.collection()?, &args.id)?;
    let id = id_of(&path.shown);
    let about = ReadableSheets::read(context, &HashSet::from([id.to_owned()]))?;
    let Some(sheet) = about.readable(id) else {
        return match about.whole(id) {
            Some(_) => Err(Failure::no(private(id)).into()),
            // Why it cannot be read is told already.
            None => Ok(Exit::Failure),
        };
    };
    let taught = sheet.applied.iter().map(|stored| split(stored).0.to_owned()).collect();
    let taught = ReadableSheets::read(context, &taught)?;
    let lessons = sheet.applied.iter().filter_map(|stored| {
        let (name, lesson) = taught.open_lesson(stored, id)?;
        Some(AppliedLesson::of(split(stored).0, name.number, lesson))
    });
    let organisation = context.loaded.config.organisation.as_deref();
    let debrief = Debrief::of(sheet, lessons.collect(), organisation);
    let lang = context.lang();
    let left_out = ReadableSheets::left_out([&about, &taught], lang);
    if context.format.name == PAGE {
        let dress = Dress {
            lang,
            organisation: organisation.map(str::to_owned),
            colour: context.loaded.config.dress.colour,
            logo: logo(context)?,
        };
        let page = export::debrief(&debrief, &dress)?;
        refuse_leak(&left_out, |look| export::page_texts(page.as_bytes(), look))?;
        context.answer_with(|out| out.write_all(page.as_bytes()))?;
    } else {
        let report = debrief::report(&debrief, lang);
        refuse_leak_in(context, &left_out, &report)?;
        context.answer(&report)?;
    }
    context.note(&how(id));
    Ok(Exit::Success)
}

fn private(id: &str) -> Phrase {
    phrase!(
        "{id} is private: it cannot be used for a team meeting",
        "{id} est privée : impossible d'en faire un bilan d'équipe",
        id,
    )
}

fn how(id: &str) -> Phrase {
    phrase!(
        "to print: --format html; to type in what was said: sheet debrief {id} --format markdown > FILE, \
         then: sheet import FILE",
        "à imprimer : --format html ; pour saisir ce qui s'est dit : sheet debrief {id} --format \
         markdown > FICHIER, puis : sheet import FICHIER",
        id = shell_quote(id),
    )
}
