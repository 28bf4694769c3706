//! `sheet todo`: who owes which one missing thing, the oldest first.

use anyhow::Result;

use crate::cli::TodoArgs;
use crate::lang::common::did_you_mean;
use crate::lang::{Lang, Phrase, phrase, plural};
use crate::report::Cell;
use crate::report::todo::{self, TodoItem, Who};
use crate::session::selection;
use crate::session::sheets;
use crate::session::{Context, Exit, Failure};
use crate::sheet::Sheet;
use crate::sheet::ask::{Owed, owed, people};
use crate::sheet::completeness::completeness;
use crate::text::fold::{contains_words, search_key};
use crate::text::nearest::nearest;

/// Says who owes which one missing thing, the oldest first.
pub(super) fn run(context: &Context, args: &TodoArgs) -> Result<Exit> {
    let selection = selection::selection(context, &args.selection.texts())?;
    let lang = context.lang();
    let selected = sheets::map_selected(context, &selection, |entry| {
        // Their names matter where one was typed.
        let names = if args.who.is_some() { people(&entry.sheet) } else { Vec::new() };
        let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
        (names, missing(&entry.sheet, lang))
    })?;
    let (names, missing): (Vec<_>, Vec<_>) = selected.answers.into_iter().unzip();
    let names: Vec<String> = names.into_iter().flatten().collect();
    let who = args.who.as_deref().map(search_key);
    let mut all: Vec<TodoItem> = missing
        .into_iter()
        .flatten()
        .filter(|one| match (&who, &one.who) {
            (None, _) => true,
            (Some(wanted), Some(who)) => contains_words(&search_key(&who.name), wanted),
            (Some(_), None) => false,
        })
        .collect();
    all.sort_by(|one, other| order(one).cmp(&order(other)));
    context.answer(&todo::report(&all, lang))?;
    if let (Some(typed), Some(who)) = (&args.who, &who)
        && !names.iter().any(|name| contains_words(&search_key(name), who))
    {
        let names = names.iter().flat_map(|name| name.split(' ').chain([name.as_str()]));
        return Err(Failure::no(nobody(typed, nearest(typed, names))).into());
    }
    match (all.len(), &args.who) {
        (0, None) => context.note(&phrase!("nothing left to write", "plus rien à écrire")),
        (0, Some(who)) => context.note(&phrase!(
            "nothing left to write for {who}",
            "plus rien à écrire pour {who}",
            who,
        )),
        (count, _) => context.note(&phrase!(
            "{count}; to begin with the first:\n  sheet new {id} --missing",
            "{count} ; pour commencer par la première :\n  sheet new {id} --missing",
            count = plural::THING.phrase(count),
            id = all[0].id,
        )),
    }
    Ok(Exit::Success)
}

/// What names nobody, or has no date yet, comes last.
fn order(one: &TodoItem) -> impl Ord {
    let who = one.who.as_ref().map(|who| (&who.sort_key, &who.name_key));
    (who.is_none(), who, one.last.is_none(), one.last, &one.id)
}

/// Says that nobody is called so.
pub(super) fn nobody(typed: &str, near: Option<&str>) -> Phrase {
    match near {
        Some(near) => phrase!(
            "no team member named {typed}; {near}",
            "aucun membre d'équipe ne s'appelle {typed} ; {near}",
            typed,
            near = did_you_mean(near),
        ),
        None => phrase!(
            "no team member named {typed}; list them: sheet facets --key team --limit 1000",
            "aucun membre d'équipe ne s'appelle {typed} ; la liste : sheet facets --key team \
             --limit 1000",
            typed,
        ),
    }
}

/// What the people of a sheet owe it.
fn missing(sheet: &Sheet, lang: Lang) -> Vec<TodoItem> {
    let step = completeness(sheet).0;
    let item = |Owed { who, need }: Owed| TodoItem {
        who: who.map(Who::of),
        id: sheet.id.clone(),
        title: sheet.name().to_owned(),
        year: Cell::years(sheet, lang),
        last: sheet.period().last(),
        step,
        need,
    };
    owed(sheet).into_iter().map(item).collect()
}
