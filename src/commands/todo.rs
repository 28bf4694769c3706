//! `sheet todo`: who owes which one missing thing, the oldest first.

use anyhow::Result;

use crate::cli::TodoArgs;
use crate::commands::{Context, Exit};
use crate::lang::fold::{fold, holds, sort_key};
use crate::lang::nearest::nearest;
use crate::lang::{Lang, Phrase, Text, plural};
use crate::report::Cell;
use crate::report::todo::{self, Missing};
use crate::sheet::Sheet;
use crate::sheet::choice::Status;
use crate::sheet::completeness::{Need, completeness};
use crate::sheet::person::Known;
use crate::sheet::value::Value;

/// Says who owes which one missing thing, the oldest first.
pub fn run(context: &Context, args: &TodoArgs) -> Result<Exit> {
    let Some(query) = context.query(&args.which.texts()) else {
        return Ok(Exit::Wrong);
    };
    let lang = context.lang();
    let selected = context.ask_selected(&query, |entry| {
        let names: Vec<String> = entry.sheet.team.iter().map(|one| one.name.clone()).collect();
        (names, missing(&entry.sheet, lang))
    })?;
    let (names, missing): (Vec<_>, Vec<_>) = selected.answers.into_iter().unzip();
    let names: Vec<String> = names.into_iter().flatten().collect();
    let who = args.who.as_deref().map(fold);
    let wanted = |one: &Missing| match (&who, &one.who) {
        (None, _) => true,
        (Some(wanted), Some(who)) => holds(&fold(who), wanted),
        (Some(_), None) => false,
    };
    let mut all: Vec<Missing> = missing.into_iter().flatten().filter(wanted).collect();
    // What names nobody, or has no date yet, comes last.
    all.sort_by_cached_key(|one| {
        let who = one.who.as_deref().map(sort_key);
        (who.is_none(), who, one.last.is_none(), one.last, one.id.clone())
    });
    context.answer(&todo::report(&all, lang))?;
    if let (Some(typed), Some(who)) = (&args.who, &who)
        && !names.iter().any(|name| holds(&fold(name), who))
    {
        let names = names.iter().flat_map(|name| name.split(' ').chain([name.as_str()]));
        context.say(&nobody(typed, nearest(typed, names)));
        return Ok(Exit::No);
    }
    match (all.len(), &args.who) {
        (0, None) => context.say(&Phrase::new("nothing is missing", "rien ne manque")),
        (0, Some(who)) => {
            context.say(&Phrase::new(format!("{who} owes nothing"), format!("{who} ne doit rien")))
        }
        (count, _) => context.say(&plural::THING.phrase(count)),
    }
    Ok(Exit::Done)
}

fn nobody(typed: &str, near: Option<&str>) -> Phrase {
    match near {
        Some(near) => Phrase::new(
            format!("nobody in a team is named {typed}; did you mean {near}?"),
            format!("personne ne s'appelle {typed} dans les équipes ; vouliez-vous dire {near} ?"),
        ),
        None => Phrase::new(
            format!("nobody in a team is named {typed}; the people: sheet facets --key team"),
            format!(
                "personne ne s'appelle {typed} dans les équipes ; toutes : sheet facets --key team"
            ),
        ),
    }
}

/// The one thing that each of the team owes a sheet: a word, where the project is over and they
/// have said none; else what the sheet lacks next.
fn missing(sheet: &Sheet, lang: Lang) -> Vec<Missing> {
    let (step, next) = completeness(sheet);
    let Some(next) = next else {
        return Vec::new();
    };
    let speakers = Known::of(sheet.lessons.words.iter().filter_map(|word| word.from.as_deref()));
    let over = sheet.status.or(sheet.standing) == Some(Status::Done);
    let one = |who: Option<&str>, need: Need| Missing {
        who: who.map(str::to_owned),
        id: sheet.id.clone(),
        title: sheet.name().to_owned(),
        year: Cell::short(&Value::years(sheet.dates.period()), lang),
        last: sheet.dates.period().last(),
        step,
        need,
    };
    if sheet.team.is_empty() {
        return vec![one(None, next)];
    }
    let word = Need { key: "lessons.words", words: Text::new("a word", "un petit mot") };
    let owed = sheet.team.iter().map(|person| {
        let silent = over && !speakers.may_be(&person.name);
        one(Some(&person.name), if silent { word } else { next })
    });
    owed.collect()
}
