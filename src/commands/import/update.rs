//! Which sheet each draft belongs to, and what becomes of it there.

use std::collections::{HashMap, HashSet};

use crate::cli::{ImportArgs, Prefer};
use crate::commands::import::settle::{Hit, repeat, settle};
use crate::commands::import::wanted::{Matching, Wanted};
use crate::lang::{Phrase, list, phrase};
use crate::portfolio::id_of;
use crate::report::import::{Gone, ImportState, Proposal};
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
    gone: Option<String>,
}

/// Finds the sheet of every draft and merges the two; a draft without one gets an id of its own.
/// `whole` are the kinds of source of which every entry was given.
pub(super) fn update(
    context: &Context,
    paths: &[SheetPath],
    proposals: &mut [Proposal],
    matching: &Matching,
    whole: &[&str],
    args: &ImportArgs,
) -> (Vec<Update>, Vec<Gone>) {
    let wanted = Wanted::of(proposals, matching);
    let options = MergeOptions {
        accept_empty: args.accept_empty,
        prefer: args.prefer.map(|prefer| match prefer {
            Prefer::Theirs => Side::Theirs,
            Prefer::Ours => Side::Ours,
        }),
    };
    let found = sheets::map_files(context, paths, |entry| {
        let hits = wanted.hits(&entry, matching).into_iter();
        let hits = hits.map(|hit| Hit::of(hit, &entry.sheet, &proposals[hit.0].sheet, options));
        let path = entry.source.path.clone();
        Found { path, hits: hits.collect(), gone: wanted.gone(&entry, whole) }
    });
    let by_path: HashMap<&str, &SheetPath> =
        paths.iter().map(|path| (path.shown.as_str(), path)).collect();
    let mut hits: HashMap<usize, Vec<(String, Hit)>> = HashMap::new();
    let mut gone = Vec::new();
    for Found { path, hits: of_sheet, gone: entry } in found.answers {
        let id = id_of(&path).to_owned();
        gone.extend(entry.map(|entry| Gone { id, path: path.clone(), entry }));
        for hit in of_sheet {
            hits.entry(hit.draft).or_default().push((path.clone(), hit));
        }
    }
    pair_same(&mut hits);
    let mut sheets_of_several: HashMap<String, usize> = HashMap::new();
    for (path, _) in hits.values().flatten() {
        *sheets_of_several.entry(path.clone()).or_default() += 1;
    }
    let ids =
        paths.iter().map(|path| (id_of(&path.shown).to_ascii_lowercase(), path.shown.clone()));
    let mut taken: HashMap<String, String> = ids.collect();
    let unreadable: HashSet<String> =
        found.unreadable.iter().map(|diagnostic| diagnostic.path.to_string()).collect();
    let mut numbers = HashMap::new();
    let mut updates = Vec::new();
    let mut alike = Vec::new();
    for index in 0..proposals.len() {
        if let Some(first) = wanted.repeats.get(&index) {
            repeat(proposals, *first, index);
            continue;
        }
        let proposal = &mut proposals[index];
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

/// Leaves to each draft that says just what one of its sheets says, and no other, that sheet alone: so
/// entries that are called alike are told apart.
fn pair_same(hits: &mut HashMap<usize, Vec<(String, Hit)>>) {
    let mut paired: HashMap<String, usize> = HashMap::new();
    for (draft, of_draft) in hits.iter_mut() {
        let mut same = of_draft.iter().enumerate().filter(|(_, (_, hit))| hit.is_same());
        if let (Some((only, _)), None) = (same.next(), same.next()) {
            let only = of_draft.swap_remove(only);
            paired.insert(only.0.clone(), *draft);
            *of_draft = vec![only];
        }
    }
    for (draft, of_draft) in hits {
        let is_free = |path: &String| paired.get(path).is_none_or(|of| of == draft);
        if of_draft.iter().any(|(path, _)| is_free(path)) {
            of_draft.retain(|(path, _)| is_free(path));
        }
    }
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
