//! `sheet init`: a collection to begin with, which validates. What is there already stays.

use std::path::Path;

use anyhow::Result;

use crate::cli::{Forge, InitArgs};
use crate::commands::schema;
use crate::config;
use crate::lang::{Lang, phrase};
use crate::report::init::{self, CreatedFile, FileState};
use crate::session::apply;
use crate::session::revision;
use crate::session::revision::NO_CHANGE;
use crate::session::{Context, Exit};
use crate::store::{self, Collection, Created, Lock, SHEETS_DIR};
use crate::text::path::seen_from;

/// The first sheet, in the language of the person.
const FIRST: [(Lang, &str, &str); 2] = [
    (Lang::Fr, "exemple.yaml", include_str!("../../examples/start/exemple.yaml")),
    (Lang::En, "example.yaml", include_str!("../../examples/start/example.yaml")),
];

/// What can be agreed on, all of it asleep but the language.
const AGREED: [(Lang, &str); 2] = [
    (Lang::Fr, include_str!("../../examples/start/fr.sheet.yaml")),
    (Lang::En, include_str!("../../examples/start/en.sheet.yaml")),
];

/// What validates the sheets at every push.
const CI: [(Forge, &str, &str); 2] = [
    (Forge::Github, ".github/workflows/sheets.yml", include_str!("../../examples/ci/github.yml")),
    (Forge::Gitlab, ".gitlab-ci.yml", include_str!("../../examples/ci/gitlab.yml")),
];

/// Makes the collection.
pub(super) fn run(context: &Context, args: &InitArgs) -> Result<Exit> {
    let folder = args.folder.as_ref().or(context.dir.as_ref());
    let root = folder.map_or(context.cwd.clone(), |folder| context.cwd.join(folder));
    let shown = |path: &str| seen_from(&context.cwd, &root.join(path));
    if args.write_args.dry_run {
        let empty =
            Collection::at(&context.cwd, &root).map_or(true, |there| there.paths().is_empty());
        let files = files(context, args, empty)?.into_iter().map(|(path, _)| {
            let there = root.join(&path).exists();
            CreatedFile {
                path: shown(&path),
                state: if there { FileState::Kept } else { FileState::New },
            }
        });
        context.answer(&init::report(&files.collect::<Vec<_>>(), context.lang()))?;
        context.note(&NO_CHANGE.into());
        return Ok(Exit::Success);
    }
    store::make_folder(&root.join(SHEETS_DIR))?;
    let collection = Collection::at(&context.cwd, &root)?;
    let lock = apply::lock(context, &collection)?;
    let files = files(context, args, collection.paths().is_empty())?;
    let mut made: Vec<CreatedFile> = Vec::new();
    for (path, text) in &files {
        match make(&lock, &root.join(path), text) {
            Ok(state) => made.push(CreatedFile { path: shown(path), state }),
            Err(error) => {
                let written = made.iter().filter(|made| made.state == FileState::Written);
                let left: Vec<String> =
                    files[made.len()..].iter().map(|(path, _)| shown(path)).collect();
                revision::note_saved(
                    context,
                    written
                        .map(|made| (made.path.as_str(), true))
                        .chain(left.iter().map(|path| (path.as_str(), false))),
                );
                return Err(error);
            }
        }
    }
    context.answer(&init::report(&made, context.lang()))?;
    context.note(&phrase!(
        "next: sheet new, or look at the example: sheet list",
        "ensuite : sheet new, ou regardez l'exemple : sheet list",
    ));
    Ok(Exit::Success)
}

/// The files of a new collection, with their texts; an example where there is no sheet yet.
fn files(context: &Context, args: &InitArgs, empty: bool) -> Result<Vec<(String, String)>> {
    let mut files = vec![(schema::FILE.to_owned(), schema::text()?)];
    let agreed = AGREED.iter().filter(|(lang, _)| *lang == context.lang());
    files.extend(agreed.map(|(_, text)| (config::FILE.to_owned(), (*text).to_owned())));
    if empty {
        let first = FIRST.iter().filter(|(lang, ..)| *lang == context.lang());
        files.extend(first.map(|(_, name, text)| {
            (format!("{SHEETS_DIR}/{name}"), format!("{}{text}", schema::EDITOR_LINE))
        }));
    }
    let forge = CI.iter().filter(|(forge, ..)| *forge == args.ci);
    files.extend(forge.map(|(_, path, text)| ((*path).to_owned(), (*text).to_owned())));
    Ok(files)
}

/// Makes one file where there is none of that name.
fn make(lock: &Lock, path: &Path, text: &str) -> Result<FileState> {
    if let Some(folder) = path.parent() {
        store::make_folder(folder)?;
    }
    Ok(match lock.create(path, text)? {
        Created::Written => FileState::Written,
        _ => FileState::Kept,
    })
}
