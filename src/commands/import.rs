//! `sheet import FILE…`: sheets from foreign texts; shown first, written with `--write`.

use std::path::Path;

use anyhow::Result;

use crate::cli::ImportArgs;
use crate::commands::{Context, Exit};
use crate::finding::Notice;
use crate::import::{Draft, IMPORTERS};
use crate::lang::Phrase;
use crate::report::import::{self, Proposal, State};
use crate::sheet::{id, write};
use crate::source::Source;
use crate::store::{self, Collection, Created};

/// Shows or writes the sheets that the files give.
pub fn run(context: &Context, args: &ImportArgs) -> Result<Exit> {
    let collection = context.collection()?;
    context.taken(&collection);
    let mut exit = Exit::Done;
    let mut proposals = Vec::new();
    for file in &args.files {
        let source = match store::read_given(file) {
            Ok(source) => source,
            Err(unreadable) => {
                context.tell(&[Notice::new(&unreadable.source, unreadable.finding)]);
                exit = Exit::No;
                continue;
            }
        };
        let drafts =
            IMPORTERS.iter().map(|importer| (importer.read)(&source, context.today).drafts);
        let Some(drafts) = drafts.into_iter().find(|drafts| !drafts.is_empty()) else {
            context.say(&nothing_found(&source.path));
            exit = Exit::No;
            continue;
        };
        for draft in drafts {
            proposals.push(proposal(&collection, &source, draft, args)?);
        }
    }
    if args.id.is_some() && proposals.len() > 1 {
        context.say(&Phrase::new(
            "--id names one sheet, and these files give several",
            "--id nomme une fiche, et ces fichiers en donnent plusieurs",
        ));
        return Ok(Exit::Wrong);
    }
    for proposal in &mut proposals {
        if let Err(refusal) = id::read(&proposal.sheet.id) {
            context.say(&id::refused(&proposal.sheet.id, &refusal));
            return Ok(Exit::Wrong);
        }
        if args.write && proposal.state == State::New {
            let path = collection.new_path(&proposal.sheet.id);
            proposal.state = match store::create(&path.full, &proposal.yaml)? {
                Created::Written => State::Written,
                Created::Exists => State::Exists,
            };
        }
        if proposal.state == State::Exists {
            context.say(&exists(&proposal.path));
            exit = Exit::No;
        }
    }
    if proposals.is_empty() {
        return Ok(exit);
    }
    context.answer(&import::report(&proposals, context.lang()))?;
    let is = |state| proposals.iter().any(|proposal| proposal.state == state);
    if is(State::New) {
        context.say(&Phrase::new(
            "nothing was written; to write it: --write",
            "rien n'a été écrit ; pour écrire : --write",
        ));
    } else if is(State::Written) {
        context.say(&Phrase::new("now: sheet validate", "maintenant : sheet validate"));
    }
    Ok(exit)
}

fn proposal(
    collection: &Collection,
    source: &Source,
    draft: Draft,
    args: &ImportArgs,
) -> Result<Proposal> {
    let Draft { mut sheet, findings, understood, kept, labels } = draft;
    if let Some(id) = &args.id {
        sheet.id.clone_from(id);
    } else if sheet.id.is_empty() {
        let name = Path::new(&source.path).file_stem().unwrap_or_default().to_string_lossy();
        sheet.id = id::from_title(&name).unwrap_or_default();
    }
    let path = collection.new_path(&sheet.id);
    let exists = id::read(&sheet.id).is_ok() && path.full.symlink_metadata().is_ok();
    Ok(Proposal {
        from: source.path.clone(),
        path: path.shown,
        state: if exists { State::Exists } else { State::New },
        yaml: write::write(&sheet)?,
        sheet,
        fields: understood
            .into_iter()
            .map(|field| (field.label, field.key, field.written))
            .collect(),
        kept: kept.into_iter().map(|line| (line.number, line.text)).collect(),
        labels: labels.len(),
        notices: findings.into_iter().map(|finding| Notice::new(source, finding)).collect(),
    })
}

fn nothing_found(path: &str) -> Phrase {
    Phrase::new(
        format!(
            "{path}: no label of a project page found in it (`Nom du territoire`, `Demande Client`…)"
        ),
        format!(
            "{path} : aucun libellé de fiche projet n'y a été trouvé (« Nom du territoire », « Demande Client »…)"
        ),
    )
}

fn exists(path: &str) -> Phrase {
    Phrase::new(
        format!("{path} exists already and stands as it was; another name: --id"),
        format!("{path} existe déjà et reste tel quel ; un autre nom : --id"),
    )
}
