//! Where an answer belongs: as somebody says, else by the line that the question carried, else by the
//! question and the title that are quoted.

use anyhow::Result;

use crate::cli::ImportArgs;
use crate::import::{Reply, ReplyPart};
use crate::lang::{Phrase, phrase};
use crate::session::{Context, Failure, find_sheet, sheets};
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::store::SheetPath;
use crate::text::fold::name_key;

/// Where an answer belongs.
pub(super) struct Place {
    pub path: SheetPath,
    pub field: &'static Field,
}

/// The place of an answer, or why it has none.
///
/// # Errors
/// What somebody said names no sheet, or no key.
pub(super) fn place(
    context: &Context,
    args: &ImportArgs,
    reply: &Reply,
    part: &ReplyPart,
) -> Result<Result<Place, Phrase>> {
    let collection = context.collection()?;
    if let [id, key] = args.place.as_slice() {
        let path = find_sheet::find_sheet(context, &collection, id)?;
        let field = field_of(key)?;
        let quoted = if reply.parts.len() > 1 { part.field } else { None };
        return Ok(Ok(Place { path, field: quoted.unwrap_or(field) }));
    }
    if let Some(tag) = &part.tag {
        let id = &tag.id;
        return Ok(match collection.path_of(id) {
            Some(path) => Ok(Place { path, field: part.field.unwrap_or(tag.field) }),
            None => Err(phrase!("no sheet {id}", "pas de fiche {id}", id)),
        });
    }
    let Some(field) = part.field else {
        return Ok(Err(phrase!(
            "nothing says which question it answers",
            "rien ne dit à quelle question cela répond",
        )));
    };
    let about = format!(" {} ", spaced(&reply.about));
    let titled = sheets::map_all(context, |entry| {
        let title = spaced(entry.sheet.name());
        let is_named = !title.is_empty() && about.contains(&format!(" {title} "));
        is_named.then(|| (title.len(), entry.sheet.id.clone()))
    })?;
    let mut titled: Vec<(usize, String)> = titled.answers.into_iter().flatten().collect();
    // A title may be the beginning of a longer one.
    titled.sort();
    let (longest, other) = (titled.pop(), titled.pop());
    let is_clear = |(length, _): &(usize, String)| other.is_none_or(|(next, _)| next < *length);
    let path = longest.filter(is_clear).and_then(|(_, id)| collection.path_of(&id));
    Ok(match path {
        Some(path) => Ok(Place { path, field }),
        None => Err(phrase!(
            "nothing says which sheet it is about",
            "rien ne dit de quelle fiche il s'agit",
        )),
    })
}

/// The words of a text, folded.
fn spaced(text: &str) -> String {
    let folded = name_key(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The field of a key that somebody typed.
fn field_of(key: &str) -> Result<&'static Field> {
    let known = |field: &&Field| field.more.question.is_some();
    let field = fields::find(key).or_else(|| fields::labelled(key)).filter(known);
    Ok(field.ok_or_else(|| {
        Failure::usage(phrase!(
            "--for: no question is asked for `{key}`",
            "--for : aucune question n'est posée pour `{key}`",
            key,
        ))
    })?)
}
