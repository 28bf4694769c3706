//! `sheet digest --since`: what is new, for the mail that goes to everybody.

use std::collections::{HashMap, HashSet};

use anyhow::Result;
use chrono::NaiveDate;

use crate::cli::DigestArgs;
use crate::commands::export::{Asked, Chosen, chosen, refuse_private};
use crate::export;
use crate::lang::{Text, text};
use crate::portfolio::Entry;
use crate::query::moment;
use crate::report::digest;
use crate::session::readable::refuse_leak_in;
use crate::session::sheets;
use crate::session::{Context, Exit};
use crate::sheet::Sheet;
use crate::sheet::audience::Audience;
use crate::sheet::left_out::LeftOut;
use crate::store::{self, Changes};
use crate::text::fold::name_key;
use crate::value::date;

/// Says what is new.
pub(super) fn run(context: &Context, args: &DigestArgs) -> Result<Exit> {
    let audience = if args.public { Audience::Public } else { Audience::Members };
    let texts = args.selection.texts();
    let asked = Asked { audience, texts: &texts, accept: &args.accept };
    let chosen = chosen(context, &asked)?;
    refuse_private(context, &chosen)?;
    let before = Before::of(context, &args.since)?;
    let then = before.sheets(context, audience, &chosen)?;
    let now: Vec<&Sheet> = chosen.exported.iter().map(|exported| &exported.sheet).collect();
    let lang = context.lang();
    let digest = digest::compare(&now, &then, (before.day, context.today), lang);
    let report = digest::report(&digest, lang);
    // The feed says nothing else.
    let left_out = LeftOut::of(chosen.left_out, now, lang);
    refuse_leak_in(context, &left_out, &report)?;
    if args.atom {
        let organisation = context.loaded.config.organisation.as_deref();
        let feed = export::feed(&digest, organisation, context.today, lang)?;
        context.answer_with(|out| out.write_all(feed.as_bytes()))?;
    } else {
        context.answer(&report)?;
    }
    Ok(Exit::Success)
}

/// What is compared with: a day, and what git has of it.
struct Before {
    day: NaiveDate,
    /// None where there was no collection yet.
    changes: Option<Changes>,
}

impl Before {
    /// As it was when a day began, or at a revision.
    fn of(context: &Context, since: &str) -> Result<Before> {
        let collection = context.collection()?;
        let (day, revision) = match day(since, context.today) {
            // Where git keeps nothing of the sheets, their own dates say something all the same.
            Some(day) if !store::has_history(&collection) => {
                context.note(&NO_HISTORY.into());
                return Ok(Before { day, changes: Some(Changes::default()) });
            }
            Some(day) => (day, store::revision_before(&collection, day)?),
            None => (store::day_of(&collection, since)?, Some(since.to_owned())),
        };
        let paths = collection.paths();
        let changes = revision.map(|revision| store::changes_since(&collection, &revision, &paths));
        Ok(Before { day, changes: changes.transpose()? })
    }

    /// The sheets as they were then, by the ids that they have now, as far as they may be read now.
    fn sheets(
        &self,
        context: &Context,
        audience: Audience,
        chosen: &Chosen,
    ) -> Result<HashMap<String, Sheet>> {
        let Some(changes) = &self.changes else { return Ok(HashMap::new()) };
        let mut paths = context.collection()?.paths();
        paths.retain(|path| !changes.changed.contains(&path.shown));
        paths.extend(changes.before.iter().cloned());
        let (day, known) = (self.day, context.known());
        let as_then = |entry: Entry| {
            let then = Entry::ask(entry.source, day, known, |entry| entry.sheet);
            then.unwrap_or(entry.sheet)
        };
        // What could not be read then was there all the same; what cannot be read now is told already.
        let then = sheets::load(context, &paths, as_then).answers;
        let now: HashSet<&str> = chosen.exported.iter().map(|one| one.sheet.id.as_str()).collect();
        let named: HashMap<String, &str> = chosen
            .exported
            .iter()
            .map(|one| (name_key(one.sheet.name()), &*one.sheet.id))
            .collect();
        let renamed = |sheet: Sheet| match named.get(&name_key(sheet.name())) {
            Some(id) if !now.contains(sheet.id.as_str()) => Sheet { id: (*id).to_owned(), ..sheet },
            _ => sheet,
        };
        let kept = then.into_iter().map(renamed).filter_map(|sheet| {
            let kept = sheet.readable(audience, &chosen.hidden_ids)?;
            Some((kept.id.clone(), kept))
        });
        Ok(kept.collect())
    }
}

const NO_HISTORY: Text = text!(
    "without git, only the projects that ended since are known, by their dates",
    "sans git, on connaît seulement les projets terminés depuis, d'après leurs dates",
);

/// The day that is meant, where it is one: the first of a month or a year that is named alone. What
/// may be the name of a revision is one; `-6m` and `mars 2023` cannot be.
fn day(since: &str, today: NaiveDate) -> Option<NaiveDate> {
    let is_no_revision = since.starts_with('-') || since.contains(' ');
    if is_no_revision && let Some(days) = moment::parse(since, today) {
        return Some(days.first);
    }
    let date = date::parse(since).value()?;
    since.starts_with(|c: char| c.is_ascii_digit()).then(|| date.first())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_revision_is_no_day() {
        let today = NaiveDate::from_ymd_opt(2026, 8, 31).expect("a real day");
        for (since, expected) in [
            ("2026-03-15", Some("2026-03-15")),
            ("2026-03", Some("2026-03-01")),
            ("-1m", Some("2026-07-31")),
            ("mars 2026", Some("2026-03-01")),
            ("main", None),
            ("Q1-2026", None),
            ("hier", None),
        ] {
            let found = day(since, today).map(|day| day.to_string());
            assert_eq!(found.as_deref(), expected, "{since}");
        }
    }
}
