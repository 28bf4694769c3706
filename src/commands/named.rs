//! The sheet that is meant by what was typed.

use std::collections::HashSet;

use anyhow::Result;

use crate::commands::Context;
use crate::lang::Phrase;
use crate::lang::fold::{composed, fold, holds};
use crate::lang::nearest::nearest;
use crate::portfolio::id_of;
use crate::store::{Collection, SheetPath};

/// So many names stand in one sentence.
const NAMES: usize = 8;

impl Context {
    /// The one file that is meant: by its id, by the beginning of an id that no other has, or by a
    /// piece of a title. The titles are read only where no id will do.
    pub fn named(&self, collection: &Collection, typed: &str) -> Result<Option<SheetPath>> {
        let typed = composed(typed);
        let wanted = typed.strip_suffix(".yaml").unwrap_or(&typed);
        let wanted = wanted.strip_prefix("projects/").unwrap_or(wanted);
        if let Some(path) = collection.path_of(wanted) {
            return Ok(Some(path));
        }
        let (paths, folders): (Vec<SheetPath>, Vec<SheetPath>) =
            collection.paths().into_iter().partition(SheetPath::is_file);
        let mut unreadable = self.ask_files(&folders, |_| ()).unreadable.len();
        let by_id = |like: &dyn Fn(&str) -> bool| -> Vec<&SheetPath> {
            paths.iter().filter(|path| like(id_of(&path.shown))).collect()
        };
        let folded = fold(wanted);
        let mut found: Vec<&SheetPath> = paths.iter().filter(|path| path.shown == typed).collect();
        if found.is_empty() {
            found = by_id(&|id| id == wanted);
        }
        if found.is_empty() {
            found = by_id(&|id| !wanted.is_empty() && id.starts_with(wanted));
        }
        if found.is_empty() && !folded.is_empty() {
            let titles = self.ask_files(&paths, |entry| {
                let title = format!("{} {}", entry.sheet.id, entry.sheet.name());
                holds(&fold(&title), &folded).then(|| entry.source.path.clone())
            });
            unreadable += titles.unreadable.len();
            let named: HashSet<String> = titles.answers.into_iter().flatten().collect();
            found = paths.iter().filter(|path| named.contains(&path.shown)).collect();
        }
        match found.as_slice() {
            [only] => Ok(Some((*only).clone())),
            [] => {
                let ids = paths.iter().map(|path| id_of(&path.shown));
                self.say(&nothing(wanted, nearest(wanted, ids), unreadable > 0));
                Ok(None)
            }
            several => {
                self.say(&ambiguous(wanted, several));
                Ok(None)
            }
        }
    }

    /// The ids that sheets have already; what of the collection cannot be read is told.
    pub fn taken(&self, collection: &Collection) -> Vec<String> {
        let paths = collection.paths();
        self.ask_files(&paths, |_| ());
        paths.iter().map(|path| id_of(&path.shown).to_owned()).collect()
    }
}

fn nothing(wanted: &str, near: Option<&str>, unreadable: bool) -> Phrase {
    match near {
        Some(near) => Phrase::new(
            format!("no sheet `{wanted}`; did you mean {near}?"),
            format!("pas de fiche « {wanted} » ; vouliez-vous dire {near} ?"),
        ),
        None if unreadable => Phrase::new(
            format!("no sheet `{wanted}` among those that can be read"),
            format!("pas de fiche « {wanted} » parmi celles qui se lisent"),
        ),
        None => Phrase::new(
            format!("no sheet `{wanted}`; all of them: sheet list"),
            format!("pas de fiche « {wanted} » ; toutes les fiches : sheet list"),
        ),
    }
}

fn ambiguous(wanted: &str, several: &[&SheetPath]) -> Phrase {
    let mut ids: Vec<&str> = several.iter().take(NAMES).map(|path| id_of(&path.shown)).collect();
    if ids.windows(2).any(|two| two[0] == two[1]) {
        // Of sheets with one id, the paths part them.
        ids = several.iter().take(NAMES).map(|path| path.shown.as_str()).collect();
    }
    let more = if several.len() > ids.len() { ", …" } else { "" };
    let ids = ids.join(", ");
    Phrase::new(
        format!("`{wanted}` could be {ids}{more}"),
        format!("« {wanted} » peut désigner {ids}{more}"),
    )
}
