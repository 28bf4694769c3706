//! The files that were named, each as what its importer makes of it.

use std::path::Path;
use std::rc::Rc;

use anyhow::Result;

use crate::cli::ImportArgs;
use crate::commands::import::{refuse, replies};
use crate::commands::{answers, export};
use crate::finding::{Diagnostic, Finding};
use crate::import::{
    self, Column, Draft, EntryText, Form, IMPORTERS, ImportOptions, LeftOut, Mapping, SaidOfText,
};
use crate::lang::{Phrase, list, phrase};
use crate::session::saving::Saving;
use crate::session::{Context, Exit, Failure};
use crate::store::{self, Collection};
use crate::text::{Source, Span, encoding};
use crate::yaml::decode::{Unreadable, decode};

/// What the files hold.
#[derive(Default)]
pub(super) struct Read {
    pub drafts: Vec<ReadDraft>,
    /// The columns of each table, with the path of its file.
    pub columns: Vec<(String, Column)>,
    /// What stands in the files and is no project, with their paths.
    pub left_out: Vec<(String, LeftOut)>,
    /// What is to be said of files, and of entries that gave no sheet.
    pub diagnostics: Vec<Diagnostic>,
    /// The kinds of source of which every entry was given.
    pub whole: Vec<&'static str>,
    pub is_faulty: bool,
}

/// A draft, and where it comes from.
pub(super) struct ReadDraft {
    pub draft: Draft,
    /// The name of its importer.
    pub kind: &'static str,
    /// The text in which its findings have their places.
    pub source: Rc<Source>,
    /// The path of its file.
    pub from: String,
}

/// A file that was named.
struct Given {
    path: String,
    bytes: Vec<u8>,
    /// Whether somebody named it, and not only the folder that it is in.
    is_named: bool,
}

/// Reads every file; what is broken is told, and hinders no other.
pub(super) fn read(context: &Context, collection: &Collection, args: &ImportArgs) -> Result<Read> {
    let mut read = Read::default();
    let mut forms = Vec::new();
    for file in &args.form {
        let given = given(file).map_err(|unreadable| mistake(*unreadable))?;
        let form = import::form(&given.bytes);
        forms.push(form.map_err(|finding| Failure::mistake(diagnostic(&given, *finding)))?);
    }
    let agreed = context.loaded.config.mapping.as_ref().map(|file| collection.root.join(file));
    let mapping = args.map.clone().or(agreed).as_deref().map(mapping).transpose()?;
    let mut files = Vec::new();
    for file in &args.files {
        for (path, is_named) in store::foreign_files(file) {
            match given(&path) {
                Ok(given) => {
                    let given = Given { is_named, ..given };
                    match in_utf8(given, args.said_of_text()) {
                        Ok(given) => files.push(given),
                        Err(refusal) => {
                            context.note(&refusal);
                            read.is_faulty = true;
                        }
                    }
                }
                Err(unreadable) => {
                    let Unreadable { source, finding } = *unreadable;
                    read.fault(context, Diagnostic::new(&source, finding));
                }
            }
        }
    }
    // A form among the files says what the entries beside it mean.
    if args.from.is_none() {
        files.retain(|given| {
            let form = import::form_among(&given.bytes);
            let is_other = form.is_none();
            forms.extend(form);
            is_other
        });
    }
    for given in files {
        if let Some(taken) = answers::take(context, &given.path, &given.bytes, Saving::of(args))? {
            read.is_faulty |= taken != Exit::Success;
            continue;
        }
        of_file(context, args, &given, &forms, mapping.as_ref(), &mut read)?;
    }
    // That of the collection may be for other files.
    let named = mapping.filter(|_| args.map.is_some() && !read.columns.is_empty());
    let unknown = named.as_ref().map(|mapping| mapping.unknown(&read.columns)).unwrap_or_default();
    if !unknown.is_empty() {
        let names = list::and(&unknown);
        context.note(&phrase!(
            "--map names columns that these files do not have: {names}",
            "--map nomme des colonnes que ces fichiers n'ont pas : {names}",
            names,
        ));
    }
    Ok(read)
}

fn of_file(
    context: &Context,
    args: &ImportArgs,
    given: &Given,
    forms: &[Form],
    mapping: Option<&Mapping>,
    read: &mut Read,
) -> Result<()> {
    let Given { path, bytes, is_named } = given;
    // Only a text has lines to show.
    let without_lines = || Source::of(path.as_str(), String::new());
    // What is said to answer something is a reply.
    let reply = (!args.place.is_empty()).then_some(import::REPLY);
    let importer = import::find(args.from.as_deref().or(reply), path, bytes);
    let is_reply = importer.is_some_and(|importer| importer.name == import::REPLY);
    if args.from.is_none()
        && !is_reply
        && let Some(finding) = refuse::refusal(bytes)
    {
        read.fault(context, Diagnostic::new(&without_lines(), finding));
        return Ok(());
    }
    let Some(importer) = importer else {
        context.note(&unknown_sort(path));
        read.is_faulty |= *is_named;
        return Ok(());
    };
    let source = decode(path.as_str(), bytes).unwrap_or_else(|_| without_lines());
    let source = Rc::new(source);
    let (today, known) = (context.today, context.known());
    let said = args.said_of_text();
    let options =
        ImportOptions { path, today, known, forms, is_named: args.from.is_some(), said, mapping };
    let import = match (importer.read)(bytes, &options) {
        Ok(import) => import,
        Err(finding) => {
            read.fault(context, Diagnostic::new(&source, *finding));
            return Ok(());
        }
    };
    // What we exported ourselves comes back by its ids, each cell that was edited by itself.
    if let Some(export) = &import.export {
        if args.prefer.is_some() {
            return Err(Failure::usage(no_preference(path)).into());
        }
        let back = export::back(context, path, export, Saving::of(args))?;
        read.is_faulty |= back != Exit::Success;
        return Ok(());
    }
    if args.from.is_none()
        && importer.name == import::SPREADSHEET
        && let Some(finding) = refuse::without_keys(bytes)
    {
        read.fault(context, Diagnostic::new(&without_lines(), finding));
        return Ok(());
    }
    for reply in &import.replies {
        let taken = replies::take(context, args, path, reply)?;
        read.is_faulty |= taken != Exit::Success;
    }
    if !import.replies.is_empty() {
        return Ok(());
    }
    match &import.how_read {
        Some(how) => context.note(&phrase!("{path}: {how}", "{path} : {how}", path, how)),
        None if said.separator.is_some() && *is_named => {
            context.note(&no_table_of_text(path));
            read.is_faulty = true;
            return Ok(());
        }
        None => {}
    }
    // What is said of the whole has no place in it.
    let whole = without_lines();
    let of_file = |finding| Diagnostic::new(&whole, finding);
    read.diagnostics.extend(import.findings.into_iter().map(of_file));
    read.columns.extend(import.columns.into_iter().map(|column| (path.clone(), column)));
    read.left_out.extend(import.left_out.into_iter().map(|one| (path.clone(), one)));
    if import.drafts.is_empty() {
        context.note(&phrase!("{path}: no project in it", "{path} : aucun projet dedans", path));
    }
    if import.is_whole {
        read.whole.push(importer.name);
    }
    for draft in import.drafts {
        match draft {
            Ok(draft) => {
                let source = source_of(&source, draft.entry.as_ref());
                let (kind, from) = (importer.name, path.clone());
                read.drafts.push(ReadDraft { draft, kind, source, from });
            }
            Err(problem) => {
                let source = source_of(&source, problem.entry.as_ref());
                let diagnostic = Diagnostic::new(&source, *problem.finding);
                read.is_faulty |= diagnostic.finding.severity == crate::finding::Severity::Error;
                read.diagnostics.push(diagnostic);
            }
        }
    }
    Ok(())
}

impl Read {
    /// Tells at once what hinders a file.
    fn fault(&mut self, context: &Context, diagnostic: Diagnostic) {
        context.show_diagnostics(&[diagnostic]);
        self.is_faulty = true;
    }
}

/// The text in which findings have their places: the file itself, or an entry of it.
fn source_of(file: &Rc<Source>, entry: Option<&EntryText>) -> Rc<Source> {
    match entry {
        Some(EntryText { name, text }) => {
            Rc::new(Source::of(format!("{}#{name}", file.path), text.clone()))
        }
        None => Rc::clone(file),
    }
}

fn given(file: &Path) -> Result<Given, Box<Unreadable>> {
    let bytes = store::read_given_bytes(file)?;
    Ok(Given { path: file.display().to_string(), bytes, is_named: true })
}

/// A file in UTF-8, where somebody has said how it is encoded.
fn in_utf8(given: Given, said: SaidOfText) -> Result<Given, Phrase> {
    let Some(encoding) = said.encoding else {
        return Ok(given);
    };
    let path = &given.path;
    if import::is_book(&given.bytes) {
        return Err(phrase!(
            "{path}: --encoding is for texts; a workbook says by itself how it is encoded",
            "{path} : --encoding vaut pour les textes ; un classeur dit lui-même son encodage",
            path,
        ));
    }
    match encoding::in_utf8(&given.bytes, encoding) {
        Some(text) => Ok(Given { bytes: text.into_bytes(), ..given }),
        None => Err(phrase!(
            "{path}: not in the encoding given by --encoding; without this option, it is guessed",
            "{path} : ses octets ne sont pas dans l'encodage donné par --encoding ; sans cette \
             option, il est deviné",
            path,
        )),
    }
}

fn mapping(file: &Path) -> Result<Mapping> {
    let source = store::read_given(file).map_err(|unreadable| mistake(*unreadable))?;
    let (mapping, findings) = Mapping::read(&source);
    if findings.is_empty() {
        return Ok(mapping);
    }
    let diagnostics = findings.into_iter().map(|finding| Diagnostic::new(&source, finding));
    let failure = Failure { exit: Exit::Usage, message: None, diagnostics: diagnostics.collect() };
    Err(failure.into())
}

fn mistake(Unreadable { source, finding }: Unreadable) -> Failure {
    Failure::mistake(Diagnostic::new(&source, finding))
}

fn diagnostic(given: &Given, finding: Finding) -> Diagnostic {
    match finding.span {
        Span::TOP => Diagnostic::without_excerpt(given.path.as_str(), finding),
        _ => {
            let source = decode(given.path.as_str(), &given.bytes);
            Diagnostic::new(&source.unwrap_or_else(|error| error.source), finding)
        }
    }
}

fn no_table_of_text(path: &str) -> Phrase {
    phrase!(
        "{path}: --separator is for CSV and other tables in text, and this file is none; the \
         option is ignored",
        "{path} : --separator vaut pour le CSV et les autres tableaux en texte, et ce fichier n'en \
         est pas un ; l'option est ignorée",
        path,
    )
}

fn no_preference(path: &str) -> Phrase {
    phrase!(
        "{path} is an export, where --prefer settles nothing: a cell that was changed in the sheet as \
         well is reported, and not taken",
        "{path} est un export, où --prefer ne tranche rien : une cellule modifiée aussi dans la fiche \
         est signalée, et n'est pas reprise",
        path,
    )
}

fn unknown_sort(path: &str) -> Phrase {
    let sorts = list::or(&IMPORTERS.iter().map(|importer| importer.name).collect::<Vec<_>>());
    phrase!(
        "{path}: neither its content nor its extension says what it is; choose: --from {sorts}",
        "{path} : ni son contenu ni son extension ne disent ce que c'est ; précisez : --from {sorts}",
        path,
        sorts,
    )
}
