//! What becomes of a sheet to which a draft belongs.

use std::collections::{BTreeMap, HashMap};

use crate::lang::Phrase;
use crate::portfolio::Entry;
use crate::report::import::{ImportState, KeyRow, PlacedColumn, Proposal, words};
use crate::session::assignment::Assignment;
use crate::sheet::canonical::places_of_values;
use crate::sheet::known::KnownBySort;
use crate::sheet::merge::{self, Incoming, MergeOptions, Merged, Outcome};
use crate::sheet::model::ImportSource;
use crate::sheet::unknown::EXTRA;
use crate::sheet::{Sheet, fields};
use crate::tree::{Change, Tree};

/// A sheet to which a draft belongs, and what becomes of each of its keys.
pub(super) struct Hit {
    pub draft: usize,
    pub by_id: bool,
    id: String,
    merged: Vec<Merged>,
    /// The words of what the sheet says under each key.
    words: Vec<Phrase>,
    /// What changes in the sheet.
    assignments: Vec<Assignment>,
    source: ImportSource,
}

impl Hit {
    /// Merges what a draft says into its sheet.
    pub(super) fn of(
        (draft, by_id): (usize, bool),
        entry: &Entry,
        theirs: &Sheet,
        (options, placed, known): (MergeOptions, &Placed, &KnownBySort),
    ) -> Hit {
        let ours = &entry.sheet;
        let merged = merged(ours, theirs, options, placed);
        let words = merged.iter().map(|one| said(ours, one, &one.ours)).collect();
        let taken = merged.iter().filter(|one| one.outcome.is_taken());
        let assignments = taken.map(|one| {
            let field = fields::find(&one.key);
            let places = field.and_then(|field| places_of_values(field, &entry.node, known));
            assignment(one, places.as_deref())
        });
        let assignments = assignments.collect();
        let (id, source) = (ours.id.clone(), ours.source.clone());
        Hit { draft, by_id, id, merged, words, assignments, source }
    }
}

/// What a merge does to a sheet, in its report and as what is assigned.
pub(super) fn settle(proposal: &mut Proposal, path: &str, mut hit: Hit) -> Vec<Assignment> {
    let is = |outcome| hit.merged.iter().any(|one: &Merged| one.outcome == outcome);
    let mut assignments = std::mem::take(&mut hit.assignments);
    let takes = !assignments.is_empty();
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
fn assignment(merged: &Merged, places: Option<&[usize]>) -> Assignment {
    let changes = merged.changes(places);
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
    for (key, here, there) in [
        ("source.kind", &ours.kind, &theirs.kind),
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
    // The order of the keys says nothing.
    let by_key = |seen: &[(String, String)]| seen.iter().cloned().collect::<BTreeMap<_, _>>();
    if by_key(&seen) != by_key(&ours.seen) {
        let pairs = seen.into_iter().map(|(key, digest)| (key, Tree::text(digest)));
        changes.push(("source.seen", Change::Set(Tree::Map(pairs.collect()))));
    }
    if let Some(imported) = theirs.imported.filter(|_| takes) {
        changes.push(("source.imported", Change::Set(Tree::text(imported.to_string()))));
    }
    changes
}

/// A draft of an entry that another draft is of already: where it says something else, that is for
/// somebody to settle.
pub(super) fn repeat(proposals: &mut [Proposal], first: usize, index: usize) {
    let [one, other] = [first, index].map(|at| &proposals[at].sheet);
    let merged = merged(one, other, MergeOptions::default(), &Placed::default());
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

/// The columns whose values go to a field: the key of the field by the name of the column.
#[derive(Default)]
pub(super) struct Placed<'c>(HashMap<&'c str, &'static str>);

impl<'c> Placed<'c> {
    pub(super) fn of(columns: &'c [PlacedColumn]) -> Placed<'c> {
        let fields = columns.iter().filter(|column| column.is_placed());
        Placed(fields.map(|column| (column.shown(), column.key)).collect())
    }

    /// Whether a value that an earlier import kept under `extra` is in a field now.
    fn has_moved(&self, key: &str, theirs: &[Incoming]) -> bool {
        let column = key.strip_prefix(EXTRA).and_then(|rest| rest.strip_prefix('.'));
        let field = column.and_then(|column| self.0.get(column));
        field.is_some_and(|field| theirs.iter().any(|(key, _)| key == field))
    }
}

/// What becomes of each key of a sheet, those that its source has no longer behind the others.
fn merged(ours: &Sheet, theirs: &Sheet, options: MergeOptions, placed: &Placed) -> Vec<Merged> {
    let seen = &ours.source.seen;
    let known: HashMap<&str, &str> =
        seen.iter().map(|(key, digest)| (key.as_str(), digest.as_str())).collect();
    let base = |key: &str| known.get(key).copied();
    let mut incoming = merge::incoming(theirs);
    let (stated, mut moved) = (incoming.len(), Vec::new());
    for (key, _) in seen {
        if !incoming.iter().any(|(there, _)| there == key) {
            let has_moved = placed.has_moved(key, &incoming[..stated]);
            let gone = if has_moved { &mut moved } else { &mut incoming };
            gone.push((key.clone(), Tree::Missing));
        }
    }
    let moving = MergeOptions { accept_empty: true, ..options };
    let mut merged = merge::merge(ours, &incoming, base, options);
    merged.extend(merge::merge(ours, &moved, base, moving));
    merged
}
