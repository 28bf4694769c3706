//! Which sheet each draft belongs to, and what becomes of it there.

use std::collections::{HashMap, HashSet};

use crate::cli::{ImportArgs, Prefer};
use crate::commands::import::alike::{ToldApart, Undecided, tell_apart};
use crate::commands::import::settle::{Hit, Placed, repeat, settle};
use crate::commands::import::wanted::{Hits, Matching, Wanted};
use crate::lang::{Phrase, list, phrase};
use crate::portfolio::{Entry, id_of};
use crate::report::import::{Gone, ImportState, PlacedColumn, Proposal};
use crate::session::Context;
use crate::session::assignment::Assignment;
use crate::session::sheets;
use crate::sheet::merge::{MergeOptions, Side};
use crate::store::SheetPath;
use crate::value::id;

/// A sheet to which a draft belongs, and what changes there.
pub(super) struct Update {
    /// The index of the draft.
    pub draft: usize,
    pub path: SheetPath,
    pub assignments: Vec<Assignment>,
}

/// What one sheet of the collection has to do with the drafts.
struct Found {
    path: String,
    hits: Vec<Hit>,
    /// The groups of drafts that it may belong to.
    groups: Vec<usize>,
    gone: Option<String>,
}

/// What every draft was merged with.
struct Merges {
    hits: HashMap<usize, Vec<(String, Hit)>>,
    /// The sheets of drafts that may belong to any of them.
    ambiguous: HashMap<usize, String>,
    gone: Vec<Gone>,
    /// The paths of what cannot be read.
    unreadable: HashSet<String>,
}

/// What is known of the files that were read.
pub(super) struct Files<'f> {
    /// The kinds of source of which every entry was given.
    pub whole: &'f [&'static str],
    pub columns: &'f [PlacedColumn],
}

/// Finds the sheet of every draft and merges the two; a draft without one gets an id of its own.
pub(super) fn update(
    context: &Context,
    paths: &[SheetPath],
    proposals: &mut [Proposal],
    matching: &Matching,
    files: &Files,
    args: &ImportArgs,
) -> (Vec<Update>, Vec<Gone>) {
    let wanted = Wanted::of(proposals, matching);
    let Merges { mut hits, mut ambiguous, gone, unreadable } =
        merges(context, paths, proposals, (&wanted, matching), files, args);
    let by_path: HashMap<&str, &SheetPath> =
        paths.iter().map(|path| (path.shown.as_str(), path)).collect();
    let mut sheets_of_several: HashMap<String, usize> = HashMap::new();
    for (path, _) in hits.values().flatten() {
        *sheets_of_several.entry(path.clone()).or_default() += 1;
    }
    let ids =
        paths.iter().map(|path| (id_of(&path.shown).to_ascii_lowercase(), path.shown.clone()));
    let mut taken: HashMap<String, String> = ids.collect();
    let mut numbers = HashMap::new();
    let mut updates = Vec::new();
    let mut alike = Vec::new();
    for index in 0..proposals.len() {
        if let Some(first) = wanted.repeats.get(&index) {
            repeat(proposals, *first, index);
            continue;
        }
        let proposal = &mut proposals[index];
        if let Some(paths) = ambiguous.remove(&index) {
            (proposal.state, proposal.path) = (ImportState::Ambiguous, paths);
            continue;
        }
        let mut of_draft = hits.remove(&index).unwrap_or_default();
        if of_draft.iter().any(|(_, hit)| hit.by_id) {
            of_draft.retain(|(_, hit)| hit.by_id);
        }
        match of_draft.pop() {
            None => alike.extend(new(proposal, &mut taken, &mut numbers, &unreadable, args)),
            Some((path, _)) if !of_draft.is_empty() || sheets_of_several[&path] > 1 => {
                let others = of_draft.into_iter().map(|(path, _)| path);
                let all: Vec<String> = others.chain([path]).collect();
                (proposal.state, proposal.path) = (ImportState::Ambiguous, all.join(", "));
            }
            Some((path, hit)) => {
                let assignments = settle(proposal, &path, hit);
                if let Some(path) = by_path.get(path.as_str()).filter(|_| !assignments.is_empty()) {
                    updates.push(Update { draft: index, path: (*path).clone(), assignments });
                }
            }
        }
    }
    if !alike.is_empty() {
        context.note(&named_alike(&alike));
    }
    (updates, gone)
}

/// Merges each draft with the sheets that it belongs to. Of drafts that are called alike, those that
/// say what a sheet says are its own, and of the others one alone is read again.
fn merges(
    context: &Context,
    paths: &[SheetPath],
    proposals: &[Proposal],
    (wanted, matching): (&Wanted, &Matching),
    files: &Files,
    args: &ImportArgs,
) -> Merges {
    let options = MergeOptions {
        accept_empty: args.accept_empty,
        prefer: args.prefer.map(|prefer| match prefer {
            Prefer::Theirs => Side::Theirs,
            Prefer::Ours => Side::Ours,
        }),
    };
    let placed = Placed::of(files.columns);
    let known = context.known();
    let hit = |hit: (usize, bool), ours: &Entry| {
        Hit::of(hit, ours, &proposals[hit.0].sheet, (options, &placed, known))
    };
    let found = sheets::map_files(context, paths, |entry| {
        let Hits { drafts, groups } = wanted.hits(&entry, matching);
        let hits = drafts.into_iter().map(|draft| hit(draft, &entry)).collect();
        let path = entry.source.path.clone();
        Found { path, hits, groups, gone: wanted.gone(&entry, files.whole) }
    });
    let mut hits: HashMap<usize, Vec<(String, Hit)>> = HashMap::new();
    let mut gone = Vec::new();
    let mut undecided = Vec::new();
    for Found { path, hits: of_sheet, groups, gone: entry } in found.answers {
        let id = id_of(&path).to_owned();
        gone.extend(entry.map(|entry| Gone { id, path: path.clone(), entry }));
        for hit in of_sheet {
            hits.entry(hit.draft).or_default().push((path.clone(), hit));
        }
        if !groups.is_empty() {
            undecided.push(Undecided { path, groups });
        }
    }
    let told = tell_apart(&wanted.alike, &undecided, |draft| hits.contains_key(&draft));
    let ToldApart { pairs, ambiguous } = told;
    let of_pairs: Vec<SheetPath> =
        paths.iter().filter(|path| pairs.contains_key(&path.shown)).cloned().collect();
    let merged = sheets::map_files(context, &of_pairs, |entry| {
        let path = entry.source.path.clone();
        let hit = hit((pairs[&path], false), &entry);
        (path, hit)
    });
    for (path, hit) in merged.answers {
        hits.entry(hit.draft).or_default().push((path, hit));
    }
    let unreadable = found.unreadable.iter().map(|diagnostic| diagnostic.path.to_string());
    Merges { hits, ambiguous, gone, unreadable: unreadable.collect() }
}

/// That sheets are new though others are called so already.
fn named_alike(ids: &[String]) -> Phrase {
    const MOST: usize = 3;
    let names = list::first(ids.iter().map(String::as_str), MOST);
    phrase!(
        "new, though a sheet is called so already: {names}; where it is the same project: --match title",
        "nouvelle, alors qu'une fiche porte déjà ce titre : {names} ; si c'est le même projet : \
         --match title",
        names,
    )
}

/// A sheet that is to be made: no other gets its id. `numbers` is how far each id was counted. Gives
/// its id, where a sheet of the collection has the one that its title gives.
fn new(
    proposal: &mut Proposal,
    taken: &mut HashMap<String, String>,
    numbers: &mut HashMap<String, usize>,
    unreadable: &HashSet<String>,
    args: &ImportArgs,
) -> Option<String> {
    let id = &mut proposal.sheet.id;
    // What cannot be read may be its sheet.
    if let Some(holder) = taken.get(id.as_str())
        && (args.id.is_some() || unreadable.contains(holder))
    {
        (proposal.state, proposal.path) = (ImportState::Exists, holder.clone());
    }
    if args.id.is_some() || proposal.state == ImportState::Exists {
        return None;
    }
    let stem = id.clone();
    let is_held = taken.get(&stem).is_some_and(|holder| !holder.is_empty());
    let number = numbers.entry(stem.clone()).or_insert(1);
    while taken.contains_key(id.as_str()) {
        *number += 1;
        *id = id::numbered(&stem, *number);
    }
    taken.insert(id.clone(), String::new());
    is_held.then(|| id.clone())
}
