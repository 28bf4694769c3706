//! The sheets that words name, which may be ids, paths, terms of a query or pieces of a title.

use std::collections::HashSet;

use anyhow::Result;

use crate::session::Context;
use crate::session::find_sheet::find_sheet;
use crate::session::selection;
use crate::session::sheets;
use crate::store::{Collection, SheetPath};

/// Whether a word that is neither an id nor a path is a term of a query.
pub(crate) fn is_term(word: &str) -> bool {
    word.contains([':', '<', '>', '=', '@'])
}

/// The sheets that words name, each once: an id or a path first; what holds a sign of a query is
/// one, with the terms of the flags; the rest is a piece of a title.
pub(crate) fn targets(
    context: &Context,
    collection: &Collection,
    words: &[String],
    flags: &[String],
) -> Result<Vec<SheetPath>> {
    let (mut named, mut terms, mut pieces) = (Vec::new(), Vec::new(), Vec::new());
    for word in words {
        match exact(context, collection, word) {
            Some(path) => named.push(path),
            None if is_term(word) => terms.push(word.clone()),
            None => pieces.push(word.clone()),
        }
    }
    // Words side by side are one title, unless only each by itself names a sheet.
    let title = find_sheet(context, collection, &pieces.join(" "));
    match title {
        _ if pieces.is_empty() => {}
        Ok(path) => named.push(path),
        Err(error) if pieces.len() == 1 => return Err(error),
        Err(_) => {
            for piece in &pieces {
                named.push(find_sheet(context, collection, piece)?);
            }
        }
    }
    if !terms.is_empty() || !flags.is_empty() {
        let texts = [vec![terms.join(" ")], flags.to_vec()].concat();
        named.extend(selected(context, collection, &texts)?);
    }
    let mut known = HashSet::new();
    named.retain(|path| known.insert(path.shown.clone()));
    Ok(named)
}

/// The files of the sheets that a query selects.
fn selected(
    context: &Context,
    collection: &Collection,
    texts: &[String],
) -> Result<Vec<SheetPath>> {
    let selection = selection::selection(context, texts)?;
    let found = sheets::map_selected(context, &selection, |entry| entry.source.path.clone())?;
    Ok(sheets::shown_as(collection, &found.answers.into_iter().collect()))
}

/// The sheet whose id or path a word is.
fn exact(context: &Context, collection: &Collection, word: &str) -> Option<SheetPath> {
    let full = context.cwd.join(word).canonicalize().ok();
    collection.path_of(word).or_else(|| {
        let mut paths = collection.paths().into_iter().filter(SheetPath::is_file);
        paths.find(|path| collection.is_named(path, word) || full.as_ref() == Some(&path.full))
    })
}
