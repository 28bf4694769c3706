//! Which sheet each draft belongs to, and what becomes of it there.

use std::collections::{HashMap, HashSet};

use crate::cli::{ImportArgs, Prefer};
use crate::lang::Phrase;
use crate::portfolio::{Entry, id_of};
use crate::report::import::{Gone, ImportState, KeyRow, Proposal, words};
use crate::session::Context;
use crate::session::assignment::Assignment;
use crate::session::sheets;
use crate::sheet::Sheet;
use crate::sheet::key::Key;
use crate::sheet::merge::{self, MergeOptions, Merged, Outcome, Side};
use crate::sheet::model::ImportSource;
use crate::store::SheetPath;
use crate::text::fold::name_key;
use crate::tree::{Change, Tree};
use crate::value::id;

/// A sheet to which a draft belongs, and what changes there.
pub(super) struct Update {
    /// The index of the draft.
    pub draft: usize,
    pub path: SheetPath,
    pub assignments: Vec<Assignment>,
}

/// How the sheet of a draft is found.
pub(super) struct Matching {
    pub keys: Vec<Key>,
    /// Whether somebody asked for it: then a sheet without a source may be that of an entry with an
    /// id, too.
    pub is_asked: bool,
}

/// What one sheet of the collection has to do with the drafts.
struct Found {
    path: String,
    hits: Vec<Hit>,
    gone: Option<String>,
}

struct Hit {
    draft: usize,
    by_id: bool,
    id: String,
    merged: Vec<Merged>,
    /// The words of what the sheet says under each key.
    words: Vec<Phrase>,
    source: ImportSource,
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
        let hits = wanted.hits(&entry, matching).into_iter().map(|(draft, by_id)| {
            let merged = merged(&entry.sheet, &proposals[draft].sheet, options);
            let (id, source) = (entry.sheet.id.clone(), entry.sheet.source.clone());
            let words = merged.iter().map(|one| said(&entry.sheet, one, &one.ours)).collect();
            Hit { draft, by_id, id, merged, words, source }
        });
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
    let mut sheets_of_several: HashMap<String, usize> = HashMap::new();
    for (path, _) in hits.values().flatten() {
        *sheets_of_several.entry(path.clone()).or_default() += 1;
    }
    let ids =
        paths.iter().map(|path| (id_of(&path.shown).to_ascii_lowercase(), path.shown.clone()));
    let mut taken: HashMap<String, String> = ids.collect();
    let unreadable: HashSet<String> =
        found.unreadable.iter().map(|diagnostic| diagnostic.path.to_string()).collect();
    let mut updates = Vec::new();
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
            None => new(proposal, &mut taken, &unreadable, args),
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
    (updates, gone)
}

/// A draft of an entry that another draft is of already: where it says something else, that is for
/// somebody to settle.
fn repeat(proposals: &mut [Proposal], first: usize, index: usize) {
    let merged = merged(&proposals[first].sheet, &proposals[index].sheet, MergeOptions::default());
    let (id, path) = (proposals[first].sheet.id.clone(), proposals[first].path.clone());
    let differs =
        merged.iter().any(|one| !matches!(one.outcome, Outcome::Identical | Outcome::Emptied));
    let rows = merged.into_iter().map(|merged| {
        let words = [
            said(&proposals[first].sheet, &merged, &merged.ours),
            said(&proposals[index].sheet, &merged, &merged.theirs),
        ];
        KeyRow { id: id.clone(), path: path.clone(), merged, words, written: false }
    });
    let rows = rows.collect();
    let proposal = &mut proposals[index];
    proposal.state = if differs { ImportState::Conflict } else { ImportState::Repeated };
    proposal.keys = rows;
    (proposal.sheet.id, proposal.path) = (id.clone(), path.clone());
}

/// What becomes of each key of a sheet, those that its source has no longer behind the others.
fn merged(ours: &Sheet, theirs: &Sheet, options: MergeOptions) -> Vec<Merged> {
    let mut incoming = merge::incoming(theirs);
    let seen = &ours.source.seen;
    for (key, _) in seen {
        if !incoming.iter().any(|(known, _)| known == key) {
            incoming.push((key.clone(), Tree::Missing));
        }
    }
    let known: HashMap<&str, &str> =
        seen.iter().map(|(key, digest)| (key.as_str(), digest.as_str())).collect();
    merge::merge(ours, &incoming, |key| known.get(key).copied(), options)
}

/// A sheet that is to be made: no other gets its id.
fn new(
    proposal: &mut Proposal,
    taken: &mut HashMap<String, String>,
    unreadable: &HashSet<String>,
    args: &ImportArgs,
) {
    let id = &mut proposal.sheet.id;
    // What cannot be read may be its sheet.
    if let Some(holder) = taken.get(id.as_str())
        && (args.id.is_some() || unreadable.contains(holder))
    {
        (proposal.state, proposal.path) = (ImportState::Exists, holder.clone());
    }
    if args.id.is_some() || proposal.state == ImportState::Exists {
        return;
    }
    let mut number = 1;
    let stem = id.clone();
    while taken.contains_key(id.as_str()) {
        number += 1;
        *id = id::numbered(&stem, number);
    }
    taken.insert(id.clone(), String::new());
}

/// What a merge does to a sheet, in its report and as what is assigned.
fn settle(proposal: &mut Proposal, path: &str, hit: Hit) -> Vec<Assignment> {
    let is = |outcome| hit.merged.iter().any(|one: &Merged| one.outcome == outcome);
    let takes = hit.merged.iter().any(|one| one.outcome.is_taken());
    let mut assignments: Vec<Assignment> =
        hit.merged.iter().filter(|one| one.outcome.is_taken()).map(assignment).collect();
    let source = source_changes(&hit, &proposal.sheet.source, takes);
    let is_linked = !source.is_empty();
    assignments.extend(source.into_iter().map(|(key, change)| Assignment::of(key, change)));
    proposal.state = if is(Outcome::Conflict) {
        ImportState::Conflict
    } else if takes {
        ImportState::Changed
    } else if is_linked {
        ImportState::Linked
    } else {
        ImportState::Same
    };
    proposal.path = path.to_owned();
    proposal.sheet.id.clone_from(&hit.id);
    let rows = hit.merged.into_iter().zip(hit.words).map(|(merged, ours)| {
        let words = [ours, said(&proposal.sheet, &merged, &merged.theirs)];
        KeyRow { id: hit.id.clone(), path: path.to_owned(), merged, words, written: false }
    });
    proposal.keys = rows.collect();
    assignments
}

/// The words of a key that is not the same here and there.
fn said(sheet: &Sheet, merged: &Merged, written: &Tree) -> Phrase {
    match merged.outcome {
        Outcome::Identical => Phrase::default(),
        _ => words(sheet, &merged.key, written),
    }
}

/// A key as it is assigned; a value with members as a whole where they cannot be set one by one.
fn assignment(merged: &Merged) -> Assignment {
    let changes = merged.changes();
    let whole = merged.theirs.clone();
    Assignment {
        changes,
        whole: whole.clone(),
        ..Assignment::of(merged.key.as_str(), Change::Set(whole))
    }
}

/// What is noted of where a sheet comes from.
fn source_changes(hit: &Hit, theirs: &ImportSource, takes: bool) -> Vec<(&'static str, Change)> {
    let mut changes = Vec::new();
    let ours = &hit.source;
    let kind = (&ours.kind, &theirs.kind);
    for (key, here, there) in [
        ("source.kind", kind.0, kind.1),
        ("source.id", &ours.id, &theirs.id),
        ("source.url", &ours.url, &theirs.url),
    ] {
        // A file that knows less of where an entry is takes nothing away.
        let is_less = key == "source.kind" && ours.id.is_some() && theirs.id.is_none();
        if let Some(there) =
            there.as_ref().filter(|there| Some(*there) != here.as_ref() && !is_less)
        {
            changes.push((key, Change::Set(Tree::text(there))));
        }
    }
    let bases = hit.merged.iter().filter_map(|one| Some((one.key.clone(), one.base.clone()?)));
    let seen: Vec<(String, String)> = bases.collect();
    let same = |one: &[(String, String)], other: &[(String, String)]| {
        let sorted = |pairs: &[(String, String)]| {
            let mut pairs = pairs.to_vec();
            pairs.sort();
            pairs
        };
        sorted(one) == sorted(other)
    };
    if !same(&seen, &ours.seen) {
        let pairs = seen.into_iter().map(|(key, digest)| (key, Tree::text(digest)));
        changes.push(("source.seen", Change::Set(Tree::Map(pairs.collect()))));
    }
    if let Some(imported) = theirs.imported.filter(|_| takes) {
        changes.push(("source.imported", Change::Set(Tree::text(imported.to_string()))));
    }
    changes
}

/// The drafts by what leads to their sheets.
struct Wanted {
    by_id: HashMap<String, Vec<(usize, Option<String>)>>,
    by_match: HashMap<String, Vec<usize>>,
    /// Drafts of an entry that another draft is of, too, and which.
    repeats: HashMap<usize, usize>,
}

impl Wanted {
    fn of(proposals: &[Proposal], matching: &Matching) -> Wanted {
        let mut wanted =
            Wanted { by_id: HashMap::new(), by_match: HashMap::new(), repeats: HashMap::new() };
        for (index, proposal) in proposals.iter().enumerate() {
            let source = &proposal.sheet.source;
            if let Some(id) = &source.id {
                let same = wanted.by_id.entry(id.clone()).or_default();
                let is_same = |(_, url): &&(usize, Option<String>)| {
                    same_wiki(url.as_deref(), source.url.as_deref())
                };
                if let Some((first, _)) = same.iter().find(is_same) {
                    wanted.repeats.insert(index, *first);
                    continue;
                }
                same.push((index, source.url.clone()));
            }
            if source.id.is_none() || matching.is_asked {
                let key = match_key(&proposal.sheet, &matching.keys);
                wanted.by_match.entry(key.unwrap_or_default()).or_default().push(index);
            }
        }
        wanted.by_match.remove("");
        wanted
    }

    /// The drafts to which a sheet belongs, and whether by the id of its source.
    fn hits(&self, entry: &Entry, matching: &Matching) -> Vec<(usize, bool)> {
        let source = &entry.sheet.source;
        let by_id = source.id.as_ref().and_then(|id| self.by_id.get(id));
        let by_id = by_id
            .into_iter()
            .flatten()
            .filter(|(_, url)| same_wiki(url.as_deref(), source.url.as_deref()));
        let mut hits: Vec<(usize, bool)> = by_id.map(|(draft, _)| (*draft, true)).collect();
        if hits.is_empty() && !self.by_match.is_empty() {
            let key = match_key(&entry.sheet, &matching.keys);
            let drafts = key.and_then(|key| self.by_match.get(&key));
            hits.extend(drafts.into_iter().flatten().map(|draft| (*draft, false)));
        }
        hits
    }

    /// The id of a sheet's entry that its source has no longer.
    fn gone(&self, entry: &Entry, whole: &[&str]) -> Option<String> {
        let source = &entry.sheet.source;
        let is_of_whole = source.kind.as_deref().is_some_and(|kind| whole.contains(&kind));
        let id = source.id.as_ref().filter(|_| is_of_whole)?;
        (!self.by_id.contains_key(id)).then(|| id.clone())
    }
}

/// Whether two addresses are of one wiki, as far as that is known.
fn same_wiki(one: Option<&str>, other: Option<&str>) -> bool {
    let host = |url: &str| {
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        rest.split(['/', '?', '#']).next().unwrap_or(rest).trim_start_matches("www.").to_lowercase()
    };
    match (one, other) {
        (Some(one), Some(other)) => host(one) == host(other),
        _ => true,
    }
}

/// What must be the same in a draft and in its sheet; nothing where one of the keys is missing.
fn match_key(sheet: &Sheet, keys: &[Key]) -> Option<String> {
    let values = keys.iter().map(|key| {
        let words = key.value(sheet).summary(crate::lang::Lang::En);
        Some(name_key(&words)).filter(|words| !words.is_empty())
    });
    values
        .collect::<Option<Vec<String>>>()
        .map(|values| values.join("\n"))
        .filter(|key| !key.is_empty())
}
