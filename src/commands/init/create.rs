//! Makes a collection that validates. What is there already stays.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::cli::InitArgs;
use crate::commands::init::{ci, editor, renew};
use crate::commands::schema;
use crate::config::{self, Config};
use crate::lang::{Lang, Phrase, Text, phrase, plural, text};
use crate::report::init::{self, CreatedFile, FileState};
use crate::session::apply;
use crate::session::config::LoadedConfig;
use crate::session::revision;
use crate::session::revision::NO_CHANGE;
use crate::session::{Context, Exit, Failure};
use crate::store::{self, Collection, Created, Lock, Replaced, SHEETS_DIR};
use crate::text::path::seen_from;
use crate::text::shell::shell_quote;

/// What a collection begins with, in one language.
struct Start {
    lang: Lang,
    /// Settings, of which only the language is not commented out.
    settings: &'static str,
    /// What the folder of the sheets is for; it also keeps git from forgetting an empty folder.
    about: &'static str,
    /// A sheet to look at, beside those that count.
    example: (&'static str, &'static str),
}

const START: [Start; 2] = [
    Start {
        lang: Lang::Fr,
        settings: include_str!("../../../examples/start/fr.sheet.yaml"),
        about: include_str!("../../../examples/start/fr.README.md"),
        example: ("examples/exemple.yaml", include_str!("../../../examples/start/exemple.yaml")),
    },
    Start {
        lang: Lang::En,
        settings: include_str!("../../../examples/start/en.sheet.yaml"),
        about: include_str!("../../../examples/start/en.README.md"),
        example: ("examples/example.yaml", include_str!("../../../examples/start/example.yaml")),
    },
];

/// Makes the collection, and says what comes next.
pub(in crate::commands) fn run(context: &Context, args: &InitArgs) -> Result<Exit> {
    let made = make(context, args)?;
    context.note(&made.map_or_else(|| NO_CHANGE.into(), |made| next(context, &made)));
    Ok(Exit::Success)
}

/// A collection that was made, or completed.
pub(in crate::commands) struct Made {
    root: PathBuf,
    /// The sheets that were there already.
    sheets: usize,
}

/// Makes the collection; in a dry run, only shows it.
///
/// # Errors
/// It would lie in another one, or a file cannot be written.
pub(in crate::commands) fn make(context: &Context, args: &InitArgs) -> Result<Option<Made>> {
    let folder = args.folder.as_ref().or(context.dir.as_ref());
    let root = folder.map_or(context.cwd.clone(), |folder| context.cwd.join(folder));
    if let Some(outer) = surrounding(&root, folder.is_some()) {
        return Err(Failure::no(within(context, outer)).into());
    }
    let sheets = Collection::at(&context.cwd, &root).map_or(0, |there| there.paths().len());
    // What the collection there has agreed on, if there is one.
    let config = LoadedConfig::of(store::read_given(&root.join(config::FILE))).config;
    let files = files(context, args, &root, &config, sheets == 0)?;
    if args.write_args.dry_run {
        let files = files.iter().map(|file| {
            let there = file.path.exists();
            file.created(context, if there { FileState::Kept } else { FileState::New })
        });
        context.answer(&init::report(&files.collect::<Vec<_>>(), context.lang()))?;
        return Ok(None);
    }
    store::make_folder(&root.join(SHEETS_DIR))?;
    let collection = Collection::at(&context.cwd, &root)?;
    let lock = apply::lock(context, &collection)?;
    let mut made: Vec<CreatedFile> = Vec::new();
    if let Err(error) = write_all(context, args, (&lock, &collection), &files, &mut made) {
        let changed = made.iter().filter(|made| made.state != FileState::Kept);
        let left: Vec<String> =
            files.iter().skip(made.len()).map(|file| file.shown(context)).collect();
        let left = left.iter().map(|path| (path.as_str(), false));
        let changed = changed.map(|made| (made.path.as_str(), true));
        revision::note_saved(context, changed.chain(left));
        return Err(error);
    }
    context.answer(&init::report(&made, context.lang()))?;
    if !args.renew && !schema::outdated(&collection, &config).is_empty() {
        context.note(&phrase!(
            "{schema} is not up to date; to write it again: sheet init --renew",
            "{schema} n'est pas à jour ; pour le réécrire : sheet init --renew",
            schema = schema::FILE,
        ));
    }
    by_hand(context, &files, &made);
    Ok(Some(Made { root, sheets }))
}

/// The collection in which the new one would come to lie, where that can hardly be meant.
fn surrounding(root: &Path, named: bool) -> Option<&Path> {
    let outer = Collection::nearest(root.parent()?)?;
    let files = [config::FILE, schema::FILE, schema::SETTINGS_FILE];
    let meant = root.join(SHEETS_DIR).is_dir()
        || named && !root.starts_with(outer.join(SHEETS_DIR))
        || !Collection::is_used(outer, &files);
    (!meant).then_some(outer)
}

/// Says that somebody stands within a collection.
fn within(context: &Context, outer: &Path) -> Phrase {
    let sheets = Collection::at(&context.cwd, outer).map_or(0, |there| there.paths().len());
    let outer = outer.display().to_string();
    phrase!(
        "you are already in a collection: {outer} ({sheets}); nothing was written; to write a \
         sheet: sheet new; for another collection: sheet init FOLDER",
        "vous êtes déjà dans une collection : {outer} ({sheets}) ; rien n'a été enregistré ; pour \
         écrire une fiche : sheet new ; pour une autre collection : sheet init DOSSIER",
        outer,
        sheets = plural::SHEET.phrase(sheets),
    )
}

/// What to do next, in the folder where it works.
fn next(context: &Context, Made { root, sheets }: &Made) -> Phrase {
    let folder = seen_from(&context.cwd, root);
    let enter = match folder.as_str() {
        "" | "." => String::new(),
        folder => format!("cd {} && ", shell_quote(folder)),
    };
    if *sheets > 0 {
        return phrase!(
            "this was a collection already, with {sheets}; next: {enter}sheet",
            "c'était déjà une collection, avec {sheets} ; ensuite : {enter}sheet",
            sheets = plural::SHEET.phrase(*sheets),
            enter,
        );
    }
    phrase!("next: {enter}sheet new", "ensuite : {enter}sheet new", enter,)
}

/// A file of a new collection.
struct StartFile {
    path: PathBuf,
    text: String,
    purpose: Text,
    /// Whether nobody writes in it, so that it may be written again.
    generated: bool,
    by_hand: Option<ByHand>,
}

/// What its owner has to add to a file that was there, unless this mark stands in it.
struct ByHand {
    mark: &'static str,
    text: String,
}

impl StartFile {
    fn shown(&self, context: &Context) -> String {
        seen_from(&context.cwd, &self.path)
    }

    fn created(&self, context: &Context, state: FileState) -> CreatedFile {
        CreatedFile { path: self.shown(context), state, purpose: self.purpose }
    }
}

/// The files of a new collection; an example where there is no sheet yet.
fn files(
    context: &Context,
    args: &InitArgs,
    root: &Path,
    config: &Config,
    empty: bool,
) -> Result<Vec<StartFile>> {
    let file = |path: &str, text: String, purpose: Text| StartFile {
        path: root.join(path),
        text,
        purpose,
        generated: false,
        by_hand: None,
    };
    let mut files = Vec::new();
    for start in START.iter().filter(|start| start.lang == context.lang()) {
        if empty {
            let (path, text) = start.example;
            let about = format!("{SHEETS_DIR}/README.md");
            files.push(file(&about, start.about.to_owned(), SHEETS));
            let text = format!("{}{text}", schema::editor_line(path.as_ref()));
            files.push(file(path, text, EXAMPLE));
        }
        let line = schema::settings_line();
        let settings = file(config::FILE, format!("{line}{}", start.settings), SETTINGS);
        let by_hand = args.renew.then_some(ByHand { mark: schema::EDITOR_LINE, text: line });
        files.push(StartFile { by_hand, ..settings });
    }
    let lang = context.lang();
    for (name, text) in [
        (schema::FILE, schema::text(config, lang)?),
        (schema::SETTINGS_FILE, schema::settings_text(lang)?),
    ] {
        files.push(StartFile { generated: true, ..file(name, text, SCHEMA) });
    }
    let job = ci::job(args, root, context.lang())?;
    files.extend(job.map(|(path, text)| StartFile { path, ..file("", text, CI) }));
    for editor::EditorFile { path, text, purpose, mark } in editor::files(args.editor, root) {
        let by_hand = Some(ByHand { mark, text: text.clone() });
        files.push(StartFile { path, by_hand, ..file("", text, purpose) });
    }
    Ok(files)
}

/// Tells what to add to files that were there already.
fn by_hand(context: &Context, files: &[StartFile], made: &[CreatedFile]) {
    let kept = files.iter().zip(made).filter(|(_, made)| made.state == FileState::Kept);
    for (file, made) in kept {
        let Some(ByHand { mark, text }) = &file.by_hand else { continue };
        let there = store::read_given_bytes(&file.path).unwrap_or_default();
        if !String::from_utf8_lossy(&there).contains(mark) {
            context.note(&phrase!(
                "{path} was there and is unchanged; add to it:\n{text}",
                "{path} était déjà là et n'a pas changé ; ajoutez-y :\n{text}",
                path = made.path,
                text,
            ));
        }
    }
}

const SHEETS: Text =
    text!("the sheets will be in this folder", "les fiches seront dans ce dossier");
const EXAMPLE: Text = text!("a sheet to look at", "une fiche à regarder");
const SETTINGS: Text = text!("language and other choices", "la langue et d'autres choix");
const SCHEMA: Text = text!("completion in editors", "aide à la saisie dans l'éditeur");
const LINE: Text = text!("the line that names the schema", "la ligne qui nomme le schéma");
const CI: Text = text!("checks the sheets on each push", "vérifie les fiches à chaque push");

/// Writes the files, and with `--renew` what is generated again; each is told as soon as it is there.
fn write_all(
    context: &Context,
    args: &InitArgs,
    (lock, collection): (&Lock, &Collection),
    files: &[StartFile],
    made: &mut Vec<CreatedFile>,
) -> Result<()> {
    for file in files {
        let state = match write(lock, file)? {
            FileState::Kept if args.renew && file.generated => renewed(lock, collection, file)?,
            state => state,
        };
        made.push(file.created(context, state));
    }
    if args.renew {
        renew::lines(lock, collection, |path| {
            made.push(CreatedFile { path: path.shown, state: FileState::Renewed, purpose: LINE });
        })?;
    }
    Ok(())
}

/// Writes one file where there is none of that name.
fn write(lock: &Lock, file: &StartFile) -> Result<FileState> {
    if let Some(folder) = file.path.parent() {
        store::make_folder(folder)?;
    }
    Ok(match lock.create(&file.path, &file.text)? {
        Created::Written => FileState::Written,
        Created::Exists => FileState::Kept,
    })
}

/// Writes a file again that says something else.
fn renewed(lock: &Lock, collection: &Collection, file: &StartFile) -> Result<FileState> {
    let StartFile { path, text, .. } = file;
    let Ok(before) = store::read_bytes(&collection.path_at(path.clone())) else {
        return Ok(FileState::Kept);
    };
    Ok(match lock.replace(path, &before, text.as_bytes())? {
        Replaced::Written => FileState::Renewed,
        Replaced::Same | Replaced::Changed => FileState::Kept,
    })
}
