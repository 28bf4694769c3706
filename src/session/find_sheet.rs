//! The sheet that is meant by what was typed, and all those that a command may change unasked.

use std::collections::HashSet;

use anyhow::Result;

use crate::config;
use crate::lang::common::did_you_mean;
use crate::lang::{Phrase, list, phrase};
use crate::portfolio::{Entry, id_of};
use crate::session::sheets;
use crate::session::{Context, Failure};
use crate::store::{self, Collection, SheetPath};
use crate::text::Source;
use crate::text::fold::{composed, contains_words, search_key};
use crate::text::nearest::nearest;

/// So many names stand in one sentence.
const NAMES: usize = 8;

/// The one file that is meant: by its id, by the beginning of an id that no other has, or by a
/// piece of a title. The titles are read only where no id will do.
pub(crate) fn find_sheet(
    context: &Context,
    collection: &Collection,
    typed: &str,
) -> Result<SheetPath> {
    let typed = composed(typed);
    let wanted = typed.strip_suffix(".yaml").unwrap_or(&typed);
    let wanted = wanted.strip_prefix("projects/").unwrap_or(wanted);
    if let Some(path) = collection.path_of(wanted) {
        return Ok(path);
    }
    let (paths, folders): (Vec<SheetPath>, Vec<SheetPath>) =
        collection.paths().into_iter().partition(SheetPath::is_file);
    let mut unreadable = sheets::map_files(context, &folders, |_| ()).unreadable.len();
    let by_id = |like: &dyn Fn(&str) -> bool| -> Vec<&SheetPath> {
        paths.iter().filter(|path| like(id_of(&path.shown))).collect()
    };
    let folded = search_key(wanted);
    let mut found: Vec<&SheetPath> =
        paths.iter().filter(|path| collection.is_named(path, &typed)).collect();
    if found.is_empty() {
        found = by_id(&|id| id == wanted);
    }
    if found.is_empty() {
        found = by_id(&|id| !wanted.is_empty() && id.starts_with(wanted));
    }
    if found.is_empty() && !folded.is_empty() {
        let titles = sheets::map_files(context, &paths, |entry| {
            let title = format!("{} {}", entry.sheet.id, entry.sheet.name());
            contains_words(&search_key(&title), &folded).then(|| entry.source.path.clone())
        });
        unreadable += titles.unreadable.len();
        let named: HashSet<String> = titles.answers.into_iter().flatten().collect();
        found = paths.iter().filter(|path| named.contains(&path.shown)).collect();
    }
    match found.as_slice() {
        [only] => Ok((*only).clone()),
        [] => {
            let ids = paths.iter().map(|path| id_of(&path.shown));
            Err(Failure::no(nothing(wanted, nearest(wanted, ids), unreadable > 0)).into())
        }
        several => Err(Failure::no(ambiguous(wanted, several)).into()),
    }
}

/// Those of these files that a command may change although nobody named them. A folder that
/// merely is called `projects` is no collection: without `sheet.yaml`, only what has a title
/// and a territory counts as a sheet, and the rest is left alone and reported.
pub(crate) fn changeable_sheets(
    context: &Context,
    collection: &Collection,
    paths: Vec<SheetPath>,
) -> Vec<SheetPath> {
    if collection.holds(config::FILE) {
        return paths;
    }
    let today = context.today;
    let sheets = store::load(&paths, context.threads, |source| match source {
        Ok(source) => begins_like_a_sheet(&source) || is_sheet(&source, today),
        // Why it cannot be changed is reported by whoever tries to.
        Err(_) => true,
    });
    let (sheets, others): (Vec<_>, Vec<_>) =
        paths.into_iter().zip(sheets).partition(|(_, is_sheet)| *is_sheet);
    let others: Vec<String> = others.into_iter().map(|(path, _)| path.shown).collect();
    for path in &others {
        context.skipped.record(path, None);
    }
    if !others.is_empty() {
        context.note(&left_alone(&others));
    }
    sheets.into_iter().map(|(path, _)| path).collect()
}

fn is_sheet(source: &Source, today: chrono::NaiveDate) -> bool {
    Entry::decode(source, today)
        .is_ok_and(|entry| entry.sheet.title.and(entry.sheet.territory.name).is_some())
}

/// Whether a text that may be no YAML yet has the two keys that make a sheet.
fn begins_like_a_sheet(source: &Source) -> bool {
    let has = |key: &str| source.text().lines().any(|line| line.starts_with(key));
    has("title:") && has("territory:")
}

fn left_alone(paths: &[String]) -> Phrase {
    let mut names = list::first(paths.iter().map(String::as_str), NAMES);
    if paths.len() > NAMES {
        names += &format!(" ({})", paths.len());
    }
    phrase!(
        "not changed, because the title or the territory is missing: {names}\nif they are sheets: \
         sheet validate --fix PATH, or sheet fmt ID; if this folder is a collection, give it a \
         sheet.yaml: sheet init",
        "pas modifiés, car il manque le titre ou le territoire : {names}\nsi ce sont des fiches : \
         sheet validate --fix CHEMIN, ou sheet fmt FICHE ; si ce dossier est une collection, \
         donnez-lui un sheet.yaml : sheet init",
        names,
    )
}

fn nothing(wanted: &str, near: Option<&str>, unreadable: bool) -> Phrase {
    match near {
        Some(near) => phrase!(
            "no sheet `{wanted}`; {near}",
            "pas de fiche `{wanted}` ; {near}",
            wanted,
            near = did_you_mean(near),
        ),
        None if unreadable => phrase!(
            "no sheet `{wanted}`, but some files could not be read; details: sheet validate",
            "pas de fiche `{wanted}`, mais des fichiers n'ont pas pu être lus ; détails : sheet \
             validate",
            wanted,
        ),
        None => phrase!(
            "no sheet `{wanted}`; list them: sheet list",
            "pas de fiche `{wanted}` ; la liste : sheet list",
            wanted,
        ),
    }
}

fn ambiguous(wanted: &str, several: &[&SheetPath]) -> Phrase {
    let paths = || several.iter().map(|path| path.shown.as_str());
    let ids: Vec<&str> = paths().map(id_of).collect();
    // Of sheets with one id, the paths part them.
    let is_one = ids.windows(2).take(NAMES - 1).any(|two| two[0] == two[1]);
    let ids = if is_one { list::first(paths(), NAMES) } else { list::first(ids, NAMES) };
    phrase!(
        "`{wanted}` matches several sheets: {ids}; type more of the id",
        "`{wanted}` désigne plusieurs fiches : {ids} ; tapez une plus grande partie de l'identifiant",
        wanted,
        ids,
    )
}
