//! `sheet rename OLD NEW`: another id, here and in every sheet that names it as related.

use anyhow::Result;

use crate::cli::RenameArgs;
use crate::commands::{Context, Exit};
use crate::lang::Phrase;
use crate::portfolio::id_of;
use crate::sheet::id;
use crate::source::edit::Change;
use crate::source::tree::Tree;
use crate::store::{self, Created, SheetPath};

/// Renames the sheet; the sheets related to it first, so that an interruption leaves a name too
/// early, which `validate` can tell, and never a lost one.
pub fn run(context: &Context, args: &RenameArgs) -> Result<Exit> {
    if let Err(refusal) = id::read(&args.new) {
        context.say(&id::refused(&args.new, &refusal));
        return Ok(Exit::Wrong);
    }
    let collection = context.collection()?;
    let Some(path) = context.named(&collection, &args.old)? else {
        return Ok(Exit::No);
    };
    let _lock = context.lock(&collection)?;
    let paths = collection.paths();
    if let Some(taken) =
        paths.iter().find(|path| id_of(&path.shown).eq_ignore_ascii_case(&args.new))
    {
        context.say(&Phrase::new(
            format!("{} has that id already; nothing was written", taken.shown),
            format!("{} porte déjà cet identifiant ; rien n'a été écrit", taken.shown),
        ));
        return Ok(Exit::No);
    }
    let old = id_of(&path.shown).to_owned();
    let related = context.ask_files(&paths, |entry| {
        let related = entry.sheet.related.iter().enumerate();
        let here = related.filter(|(_, id)| **id == old);
        let item = |(index, _)| ("related".to_owned(), Change::Item(index, Tree::text(&args.new)));
        (entry.source.path.clone(), here.map(item).collect::<Vec<_>>())
    });
    for (shown, changes) in related.answers.into_iter().filter(|(_, changes)| !changes.is_empty()) {
        let Some(path) = paths.iter().find(|path| path.shown == shown) else {
            continue;
        };
        context.say(&Phrase::same(shown));
        if context.change_locked(path, &changes)? != Exit::Done {
            return Ok(Exit::No);
        }
    }
    let new: SheetPath = collection.beside(&path, &args.new);
    match store::rename(&path.full, &new.full)? {
        Created::Written => {
            context.say(&Phrase::same(format!("{} → {}", path.shown, new.shown)));
            Ok(Exit::Done)
        }
        Created::Exists => {
            context.say(&Phrase::new(
                format!("{} exists already", new.shown),
                format!("{} existe déjà", new.shown),
            ));
            Ok(Exit::No)
        }
    }
}
