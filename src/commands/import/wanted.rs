//! Which drafts a sheet of the collection belongs to.

use std::collections::{HashMap, HashSet};

use anyhow::Result;

use crate::commands::import::alike::{self, Alike};
use crate::lang::{Lang, phrase};
use crate::portfolio::Entry;
use crate::report::import::Proposal;
use crate::session::Failure;
use crate::sheet::Sheet;
use crate::sheet::key::Key;
use crate::text::fold::name_key;

/// How the sheet of a draft is found.
pub(super) struct Matching {
    pub keys: Vec<Key>,
    /// Whether somebody asked for it: then a sheet without a source may be that of an entry with an
    /// id, too.
    pub is_asked: bool,
}

impl Matching {
    /// How many of its keys, from the first, an entry must say something of.
    fn required(&self) -> usize {
        // Where nobody asked otherwise, its title names a project that tells no territory.
        if self.is_asked { self.keys.len() } else { 1 }
    }
}

/// The keys by which a sheet is found for an entry that has no id.
pub(super) fn matching(typed: &[String]) -> Result<Matching> {
    let mut keys = Vec::new();
    for name in typed {
        let Some(key) = Key::typed(name.trim()) else {
            return Err(Failure::usage(phrase!(
                "--match: no field `{name}`",
                "--match : pas de champ `{name}`",
                name,
            ))
            .into());
        };
        keys.push(key);
    }
    let is_asked = !keys.is_empty();
    if !is_asked {
        keys.extend(["title", "territory.name"].into_iter().filter_map(Key::find));
    }
    Ok(Matching { keys, is_asked })
}

/// The drafts by what leads to their sheets: the id of an entry, else what it says of some keys.
#[derive(Default)]
pub(super) struct Wanted {
    by_id: HashMap<String, Vec<(usize, Option<String>)>>,
    /// The drafts that say the same of the keys of the matching.
    pub alike: Vec<Alike>,
    by_match: HashMap<Vec<Option<String>>, usize>,
    /// Of which of those keys each group says something.
    stated: HashSet<Vec<bool>>,
    /// Drafts of an entry that another draft is of, too, and which.
    pub repeats: HashMap<usize, usize>,
}

/// The drafts that a sheet belongs to, or the groups of those to which it may.
pub(super) struct Hits {
    pub drafts: Vec<(usize, bool)>,
    pub groups: Vec<usize>,
}

impl Wanted {
    pub(super) fn of(proposals: &[Proposal], matching: &Matching) -> Wanted {
        let mut wanted = Wanted::default();
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
                let values = matched(&proposal.sheet, &matching.keys);
                let stated: Vec<bool> = values.iter().map(Option::is_some).collect();
                if stated[..matching.required()].iter().all(|stated| *stated) {
                    wanted.stated.insert(stated);
                    let next = wanted.alike.len();
                    let group = *wanted.by_match.entry(values).or_insert(next);
                    if group == next {
                        wanted.alike.push(Alike::default());
                    }
                    wanted.alike[group].add(index, &proposal.sheet);
                }
            }
        }
        wanted
    }

    /// The drafts to which a sheet belongs, and whether by the id of its source; else the groups of
    /// those to which it may.
    pub(super) fn hits(&self, entry: &Entry, matching: &Matching) -> Hits {
        let source = &entry.sheet.source;
        let by_id = source.id.as_ref().and_then(|id| self.by_id.get(id));
        let by_id = by_id
            .into_iter()
            .flatten()
            .filter(|(_, url)| same_wiki(url.as_deref(), source.url.as_deref()));
        let drafts: Vec<(usize, bool)> = by_id.map(|(draft, _)| (*draft, true)).collect();
        if !drafts.is_empty() || self.by_match.is_empty() {
            return Hits { drafts, groups: Vec::new() };
        }
        let groups = self.groups(&matched(&entry.sheet, &matching.keys));
        let mut all = groups.iter().flat_map(|group| self.alike[*group].drafts());
        if let (Some(only), None) = (all.next(), all.next()) {
            return Hits { drafts: vec![(*only, false)], groups: Vec::new() };
        }
        let said = if groups.is_empty() { Vec::new() } else { alike::said(&entry.sheet) };
        let mut same = groups.iter().flat_map(|group| self.alike[*group].saying(&said));
        match (same.next(), same.next()) {
            (Some(only), None) => Hits { drafts: vec![(*only, false)], groups: Vec::new() },
            _ => Hits { drafts, groups },
        }
    }

    /// The groups whose drafts say nothing else of the keys of the matching than a sheet does.
    fn groups(&self, values: &[Option<String>]) -> Vec<usize> {
        let has = |stated: &&Vec<bool>| {
            values.iter().zip(stated.iter()).all(|(value, stated)| !stated || value.is_some())
        };
        let group = |stated: &Vec<bool>| {
            let asked = values.iter().zip(stated);
            let asked = asked.map(|(value, stated)| value.clone().filter(|_| *stated));
            self.by_match.get(&asked.collect::<Vec<_>>()).copied()
        };
        self.stated.iter().filter(has).filter_map(group).collect()
    }

    /// The id of a sheet's entry that its source has no longer.
    pub(super) fn gone(&self, entry: &Entry, whole: &[&str]) -> Option<String> {
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

/// What a sheet says of the keys of a matching, folded.
fn matched(sheet: &Sheet, keys: &[Key]) -> Vec<Option<String>> {
    let words = |key: &Key| name_key(&key.value(sheet).summary(Lang::En));
    keys.iter().map(|key| Some(words(key)).filter(|words| !words.is_empty())).collect()
}
