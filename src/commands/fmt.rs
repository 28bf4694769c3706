//! `sheet fmt`: values in their canonical form, comments kept.

use anyhow::Result;

use crate::cli::FmtArgs;
use crate::commands::{Context, Exit};
use crate::finding::Notice;
use crate::lang::Phrase;
use crate::portfolio::id_of;
use crate::report::fmt::{self, Formatted};
use crate::sheet::{canonical, read, write};
use crate::source::edit::{Change, edit};
use crate::source::parse::parse;
use crate::source::tree::Tree;
use crate::source::{Source, Unreadable};
use crate::store::{self, Replaced, SheetPath};

/// Formats the sheets that are named, or all; with `--check` it only tells.
pub fn run(context: &Context, args: &FmtArgs) -> Result<Exit> {
    let collection = context.collection()?;
    let mut paths = Vec::new();
    for id in &args.ids {
        match context.named(&collection, id)? {
            Some(path) => paths.push(path),
            None => return Ok(Exit::No),
        }
    }
    if args.ids.is_empty() {
        paths = context.changeable(&collection, collection.paths());
    }
    let _lock = if args.check { None } else { Some(context.lock(&collection)?) };
    let mut exit = Exit::Done;
    let mut values = Vec::new();
    for path in &paths {
        match formatted(context, path) {
            Ok(Some(new)) => {
                let saved = args.check
                    || store::replace(&path.full, &new.before, &new.after)? != Replaced::Changed;
                if !saved {
                    context.say(&Phrase::new(
                        format!(
                            "{} was changed by somebody else meanwhile, and left alone",
                            path.shown
                        ),
                        format!("{} a été modifié entre-temps, et laissé tel quel", path.shown),
                    ));
                    exit = Exit::No;
                }
                values.extend(new.values);
            }
            Ok(None) => {}
            Err(unreadable) => {
                context.tell_unread(&[Notice::new(&unreadable.source, unreadable.finding)]);
                exit = Exit::No;
            }
        }
    }
    context.answer(&fmt::report(&values, context.lang()))?;
    if values.iter().any(|value| args.check || !value.safe) {
        exit = Exit::No;
    }
    Ok(exit)
}

/// A sheet in its canonical form.
struct New {
    before: Vec<u8>,
    after: Vec<u8>,
    values: Vec<Formatted>,
}

/// Brings one sheet to its canonical form, as far as that is safe; nothing where it has it.
fn formatted(context: &Context, path: &SheetPath) -> Result<Option<New>, Box<Unreadable>> {
    let before = store::read_bytes(path)?;
    let mut source = Source::new(path.shown.clone(), before.clone())?;
    let changes: Vec<(String, Tree, Change)> = {
        let parsed = match parse(&source) {
            Ok(parsed) => parsed,
            Err(finding) => return Err(Box::new(Unreadable { source, finding: *finding })),
        };
        let read = read::read(id_of(&path.shown), &parsed.node, context.today);
        let changes = canonical::changes(&parsed.node, &read.sheet, &read.partly).into_iter();
        let written = |key: &str| parsed.node.at(key).map_or(Tree::Missing, Tree::of);
        changes.map(|(key, change)| (key.clone(), written(&key), change)).collect()
    };
    let mut told = Vec::new();
    for (key, written, change) in changes {
        let edited = edit(&source, &key, &change, &write::order(), write::pair);
        let safe = edited.is_ok();
        if let Ok(text) = edited {
            source = source.with_text(text);
        }
        let Change::Set(canonical) = change else {
            continue;
        };
        told.push(Formatted { path: path.shown.clone(), key, written, canonical, safe });
    }
    let after = source.bytes();
    Ok((!told.is_empty()).then_some(New { before, after, values: told }))
}
