//! The command: files → drafts → sheets that are new, or changed.

use anyhow::Result;

use crate::cli::{ImportArgs, Prefer};
use crate::commands::import::columns::{not_imported, placed, write_map};
use crate::commands::import::propose::{proposal, text};
use crate::commands::import::read::read;
use crate::commands::import::save::{revisions, save};
use crate::commands::import::update::{Files, update};
use crate::commands::import::wanted::matching;
use crate::lang::{Phrase, phrase, plural};
use crate::report::import::{ImportAnswer, ImportState, MAX_SHOWN, Proposal, report};
use crate::session::apply;
use crate::session::saving::Saving;
use crate::session::{Context, Exit, Failure};
use crate::store::Collection;
use crate::value::id;

/// Shows or writes the sheets that the files give.
pub(in crate::commands) fn run(context: &Context, args: &ImportArgs) -> Result<Exit> {
    if let Some((name, Err(refusal))) = args.id.as_deref().map(|name| (name, id::parse(name))) {
        return Err(Failure::usage(id::refused(name, &refusal)).into());
    }
    let matching = matching(&args.match_keys)?;
    let collection = context.collection()?;
    let read = read(context, &collection, args)?;
    if let Some(file) = &args.write_map {
        return write_map(context, file, &read.columns);
    }
    if args.id.is_some() && read.drafts.len() > 1 {
        return Err(Failure::usage(phrase!(
            "--id takes one sheet, but these files hold several",
            "--id vaut pour une seule fiche ; ces fichiers en contiennent plusieurs",
        ))
        .into());
    }
    let columns: Vec<_> = read.columns.iter().map(placed).collect();
    let not_imported: Vec<_> = read.left_out.into_iter().map(not_imported).collect();
    let mut proposals: Vec<Proposal> =
        read.drafts.into_iter().map(|draft| proposal(context, draft, args)).collect();
    let mut is_faulty = read.is_faulty;
    proposals.retain(|proposal| {
        let named = id::parse(&proposal.sheet.id).is_ok();
        if !named {
            context.note(&nameless(&proposal.from));
            is_faulty = true;
        }
        named
    });
    let lock = if args.write && !proposals.is_empty() {
        Some(apply::lock(context, &collection)?)
    } else {
        None
    };
    let paths = collection.paths();
    let files = Files { whole: &read.whole, columns: &columns };
    let (updates, gone) = update(context, &paths, &mut proposals, &matching, &files, args);
    // Thousands of new sheets are shown by their names alone; programs are given their texts.
    let count = proposals.iter().filter(|proposal| proposal.state == ImportState::New).count();
    let is_read = args.write || count <= MAX_SHOWN || context.format.name != "text";
    for proposal in &mut proposals {
        finish(context, &collection, proposal, is_read)?;
    }
    let mut errors = Vec::new();
    if let Some(lock) = &lock {
        let revisions = revisions(context, &mut proposals, &updates);
        errors = save(context, &collection, lock, &mut proposals, revisions)?;
    }
    is_faulty |= proposals.iter().any(|proposal| proposal.state.is_open());
    is_faulty |= args.check && !gone.is_empty();
    let answer =
        ImportAnswer { proposals, columns, not_imported, diagnostics: read.diagnostics, gone };
    let is_empty = answer.proposals.is_empty() && answer.not_imported.is_empty();
    if is_empty && answer.diagnostics.is_empty() && answer.gone.is_empty() {
        return Ok(if is_faulty { Exit::Failure } else { Exit::Success });
    }
    context.answer(&report(&answer, context.lang()))?;
    context.show_diagnostics(&errors);
    let verdict = say_what_next(context, &answer, args);
    Ok(if is_faulty { Exit::Failure } else { verdict })
}

/// Gives a new sheet its path, and its text where somebody reads it; that its id is taken is said.
fn finish(
    context: &Context,
    collection: &Collection,
    proposal: &mut Proposal,
    is_read: bool,
) -> Result<()> {
    if proposal.path.is_empty() {
        proposal.path = collection.new_path(&proposal.sheet.id).shown;
    }
    match proposal.state {
        ImportState::New if is_read => proposal.yaml = text(collection, proposal)?,
        ImportState::Exists => context.note(&exists(&proposal.path)),
        _ => {}
    }
    Ok(())
}

/// Says what to do next, and whether what would be written is a no.
fn say_what_next(context: &Context, answer: &ImportAnswer, args: &ImportArgs) -> Exit {
    let is = |state| answer.proposals.iter().any(|proposal| proposal.state == state);
    if is(ImportState::Conflict) {
        context.note(&conflicts(args.prefer));
    }
    if is(ImportState::Ambiguous) {
        context.note(&phrase!(
            "several entries or sheets look the same; to tell them apart, name keys in which they \
             differ: --match title,dates.start",
            "plusieurs entrées ou fiches se ressemblent ; pour les distinguer, nommez des clés où elles \
             diffèrent : --match titre,début",
        ));
    }
    let saving = Saving::of(args);
    let differs = answer.proposals.iter().any(|proposal| proposal.state.would_write());
    let unplaced = answer.columns.iter().filter(|column| column.is_unplaced()).count();
    if differs && saving == Saving::Shown && unplaced > 0 && args.map.is_none() {
        context.note(&to_place(unplaced));
    }
    if !differs && is(ImportState::Written) {
        context.note(&phrase!("next: sheet validate", "ensuite : sheet validate"));
    }
    saving.verdict(context, differs)
}

/// That the sheets stay as they are where they and their source say something else.
fn conflicts(preferred: Option<Prefer>) -> Phrase {
    match preferred {
        None => phrase!(
            "conflicts: the sheets keep what they say; to settle them all: --prefer theirs or \
             --prefer ours",
            "conflits : les fiches gardent ce qu'elles disent ; pour tous les trancher : --prefer \
             theirs ou --prefer ours",
        ),
        Some(_) => phrase!(
            "conflicts that --prefer does not settle: the source has an entry twice, or other names for \
             several items of a list; correct the source, or the sheet: sheet edit ID",
            "conflits que --prefer ne tranche pas : une entrée est deux fois dans la source, ou \
             plusieurs éléments d'une liste y ont un autre nom ; corrigez la source, ou la fiche : \
             sheet edit FICHE",
        ),
    }
}

fn to_place(count: usize) -> Phrase {
    let columns = plural::COLUMN.phrase(count);
    phrase!(
        "{columns} without a field, whose values go to `extra`; to say which field each is: \
         --write-map columns.yaml, then --map columns.yaml",
        "{columns} sans champ, dont les valeurs vont sous `extra` ; pour dire à quel champ va chacune : \
         --write-map colonnes.yaml, puis --map colonnes.yaml",
        columns,
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
        "{path} existe déjà ; rien n'a été enregistré ; choisissez un autre identifiant : --id FICHE",
        path,
    )
}
