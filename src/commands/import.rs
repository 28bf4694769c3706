//! `sheet import FILE…`: sheets from foreign texts; shown first, written with `--write`.

use std::path::Path;

use anyhow::Result;

use crate::cli::ImportArgs;
use crate::finding::Diagnostic;
use crate::import::{IMPORTERS, ImportedSheet};
use crate::lang::{Phrase, phrase};
use crate::report::import::{self, ImportState, Proposal};
use crate::session::apply;
use crate::session::ids::TakenIds;
use crate::session::revision;
use crate::session::{Context, Exit};
use crate::sheet::write;
use crate::store::{self, Collection, Created, Lock};
use crate::text::Source;
use crate::value::id;

/// Shows or writes the sheets that the files give.
pub(super) fn run(context: &Context, args: &ImportArgs) -> Result<Exit> {
    if let Some((name, Err(refusal))) = args.id.as_deref().map(|name| (name, id::parse(name))) {
        context.note(&id::refused(name, &refusal));
        return Ok(Exit::Usage);
    }
    let collection = context.collection()?;
    let mut exit = Exit::Success;
    let mut proposals = Vec::new();
    for file in &args.files {
        let source = match store::read_given(file) {
            Ok(source) => source,
            Err(unreadable) => {
                context
                    .show_diagnostics(&[Diagnostic::new(&unreadable.source, unreadable.finding)]);
                exit = Exit::Failure;
                continue;
            }
        };
        let drafts =
            IMPORTERS.iter().map(|importer| (importer.read)(&source, context.today).drafts);
        let Some(drafts) = drafts.into_iter().find(|drafts| !drafts.is_empty()) else {
            context.note(&nothing_found(&source.path));
            exit = Exit::Failure;
            continue;
        };
        for draft in drafts {
            proposals.push(proposal(&collection, &source, draft, args.id.as_deref())?);
        }
    }
    if args.id.is_some() && proposals.len() > 1 {
        context.note(&phrase!(
            "--id takes one sheet, but these files hold several",
            "--id vaut pour une seule fiche ; ces fichiers en contiennent plusieurs",
        ));
        return Ok(Exit::Usage);
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
    context.answer(&import::report(&proposals, context.lang()))?;
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

fn proposal(
    collection: &Collection,
    source: &Source,
    draft: ImportedSheet,
    id: Option<&str>,
) -> Result<Proposal> {
    let ImportedSheet { mut sheet, findings, understood, kept, labels } = draft;
    if let Some(id) = id {
        id.clone_into(&mut sheet.id);
    } else if sheet.id.is_empty() {
        let name = Path::new(&source.path).file_stem().unwrap_or_default().to_string_lossy();
        sheet.id = id::from_title(&name).unwrap_or_default();
    }
    Ok(Proposal {
        from: source.path.clone(),
        path: collection.new_path(&sheet.id).shown,
        state: ImportState::New,
        yaml: write::write(&sheet)?,
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

fn nothing_found(path: &str) -> Phrase {
    phrase!(
        "{path}: not a project page: no known label in it (`Nom du territoire`, `Demande Client`…)",
        "{path} : ce n'est pas une page de projet : aucun libellé connu (`Nom du territoire`, \
         `Demande Client`…)",
        path,
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
