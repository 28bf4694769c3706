//! `sheet import FILE…`: sheets from foreign texts; shown first, written with `--write`.

use std::path::Path;

use anyhow::Result;

use crate::cli::ImportArgs;
use crate::commands::{export, schema};
use crate::finding::Diagnostic;
use crate::import::{self, Draft, IMPORTERS, ImportOptions, Importer};
use crate::lang::{Phrase, list, phrase};
use crate::report::import::{ImportState, Proposal, report};
use crate::session::apply;
use crate::session::ids::TakenIds;
use crate::session::revision;
use crate::session::{Context, Exit, Failure};
use crate::sheet::model::ImportSource;
use crate::sheet::write;
use crate::store::{self, Collection, Created, Lock};
use crate::text::{Source, Span};
use crate::value::date::Date;
use crate::value::id;
use crate::yaml::decode::decode;

/// Shows or writes the sheets that the files give.
pub(super) fn run(context: &Context, args: &ImportArgs) -> Result<Exit> {
    if let Some((name, Err(refusal))) = args.id.as_deref().map(|name| (name, id::parse(name))) {
        return Err(Failure::usage(id::refused(name, &refusal)).into());
    }
    let collection = context.collection()?;
    let mut exit = Exit::Success;
    let mut proposals = Vec::new();
    for file in &args.files {
        let bytes = match store::read_given_bytes(file) {
            Ok(bytes) => bytes,
            Err(unreadable) => {
                context
                    .show_diagnostics(&[Diagnostic::new(&unreadable.source, unreadable.finding)]);
                exit = Exit::Failure;
                continue;
            }
        };
        let path = file.display().to_string();
        if args.from.is_none() && import::is_export(&bytes) {
            let back = export::back(context, &path, &bytes, args.write)?;
            exit = if back == Exit::Success { exit } else { back };
            continue;
        }
        let Some(importer) = import::find(args.from.as_deref(), &path, &bytes) else {
            context.note(&unknown_sort(&path));
            exit = Exit::Failure;
            continue;
        };
        // Only a text has lines to show.
        let source = decode(path.as_str(), &bytes).unwrap_or_else(|error| error.source);
        let options = ImportOptions { path: &path, today: context.today, known: context.known() };
        let drafts = (importer.read)(&bytes, &options).unwrap_or_else(|finding| vec![Err(finding)]);
        for draft in drafts {
            match draft {
                Ok(draft) => {
                    proposals.push(proposal(context, &collection, importer, &source, draft, args)?);
                }
                Err(finding) => {
                    context.show_diagnostics(&[Diagnostic::new(&source, *finding)]);
                    exit = Exit::Failure;
                }
            }
        }
    }
    if args.id.is_some() && proposals.len() > 1 {
        return Err(Failure::usage(phrase!(
            "--id takes one sheet, but these files hold several",
            "--id vaut pour une seule fiche ; ces fichiers en contiennent plusieurs",
        ))
        .into());
    }
    proposals.retain(|proposal| match id::parse(&proposal.sheet.id) {
        Ok(_) => true,
        Err(_) => {
            context.note(&nameless(&proposal.from));
            exit = Exit::Failure;
            false
        }
    });
    let lock = if args.write && !proposals.is_empty() {
        Some(apply::lock(context, &collection)?)
    } else {
        None
    };
    let taken = TakenIds::of(context, &collection);
    for index in 0..proposals.len() {
        match settled(context, &collection, lock.as_ref(), &taken, &proposals[index]) {
            Ok(state) => proposals[index].state = state,
            Err(error) => {
                revision::note_saved(
                    context,
                    proposals
                        .iter()
                        .map(|one| (one.path.as_str(), one.state == ImportState::Written)),
                );
                return Err(error);
            }
        }
        if proposals[index].state == ImportState::Exists {
            exit = Exit::Failure;
        }
    }
    if proposals.is_empty() {
        return Ok(exit);
    }
    context.answer(&report(&proposals, context.lang()))?;
    let is = |state| proposals.iter().any(|proposal| proposal.state == state);
    if is(ImportState::New) {
        context.note(&phrase!(
            "preview only; to save: --write",
            "aperçu seulement ; pour enregistrer : --write",
        ));
    } else if is(ImportState::Written) {
        context.note(&phrase!("next: sheet validate", "ensuite : sheet validate"));
    }
    Ok(exit)
}

/// A draft as the sheet that it may become: named after its title, with where it comes from.
fn proposal(
    context: &Context,
    collection: &Collection,
    importer: &Importer,
    source: &Source,
    draft: Draft,
    args: &ImportArgs,
) -> Result<Proposal> {
    let Draft { mut sheet, mut findings, understood, kept, labels } = draft;
    // What is missing in a foreign file has no place there.
    findings.retain(|finding| finding.span != Span::TOP);
    let file = Path::new(&source.path).file_stem().unwrap_or_default().to_string_lossy();
    let title = sheet.title.as_deref().and_then(id::from_title);
    let id = args.id.clone().or(title).or_else(|| id::from_title(&file));
    sheet.id = id.unwrap_or_default();
    sheet.source = ImportSource {
        kind: Some(importer.name.to_owned()),
        imported: Some(Date::day(context.today)),
        ..sheet.source
    };
    let path = collection.new_path(&sheet.id);
    Ok(Proposal {
        from: source.path.clone(),
        state: ImportState::New,
        yaml: schema::with_editor_line(collection, &path, &write::write(&sheet)?),
        path: path.shown,
        sheet,
        fields: understood
            .into_iter()
            .map(|field| (field.label, field.key, field.written))
            .collect(),
        kept: kept.into_iter().map(|line| (line.number, line.text)).collect(),
        labels: labels.len(),
        diagnostics: findings.into_iter().map(|finding| Diagnostic::new(source, finding)).collect(),
    })
}

/// What becomes of a draft, which is written where there is the right to; that another sheet has
/// its id is said. Where that sheet is the very draft, this is the command that was interrupted.
fn settled(
    context: &Context,
    collection: &Collection,
    lock: Option<&Lock>,
    taken: &TakenIds,
    proposal: &Proposal,
) -> Result<ImportState> {
    let path = collection.new_path(&proposal.sheet.id);
    let holder = match (taken.by(&proposal.sheet.id), lock) {
        (Some(holder), _) => holder,
        (None, None) => return Ok(ImportState::New),
        (None, Some(lock)) => match lock.create(&path.full, &proposal.yaml)? {
            Created::Written => return Ok(ImportState::Written),
            Created::Exists => &path,
        },
    };
    let same = store::read_bytes(holder).is_ok_and(|bytes| bytes == proposal.yaml.as_bytes());
    if same && holder.full == path.full {
        return Ok(if lock.is_some() { ImportState::Written } else { ImportState::Same });
    }
    context.note(&exists(&holder.shown));
    Ok(ImportState::Exists)
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

fn nameless(from: &str) -> Phrase {
    phrase!(
        "{from}: no id can be made from its title; choose one, e.g. --id forum-2023",
        "{from} : le titre ne donne pas d'identifiant ; choisissez-en un, par exemple --id \
         forum-2023",
        from,
    )
}

fn exists(path: &str) -> Phrase {
    phrase!(
        "{path} already exists; nothing was written; choose another id: --id ID",
        "{path} existe déjà ; rien n'a été enregistré ; choisissez un autre identifiant : --id ID",
        path,
    )
}
