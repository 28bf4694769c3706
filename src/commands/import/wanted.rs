//! Which drafts a sheet of the collection belongs to.

use std::collections::{HashMap, HashSet};

use anyhow::Result;

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
    by_match: HashMap<Vec<Option<String>>, Vec<usize>>,
    /// Which of the keys of the matching each of those has.
    stated: HashSet<Vec<bool>>,
    /// Drafts of an entry that another draft is of, too, and which.
    pub repeats: HashMap<usize, usize>,
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
                    wanted.by_match.entry(values).or_default().push(index);
                }
            }
        }
        wanted
    }

    /// The drafts to which a sheet belongs, and whether by the id of its source.
    pub(super) fn hits(&self, entry: &Entry, matching: &Matching) -> Vec<(usize, bool)> {
        let source = &entry.sheet.source;
        let by_id = source.id.as_ref().and_then(|id| self.by_id.get(id));
        let by_id = by_id
            .into_iter()
            .flatten()
            .filter(|(_, url)| same_wiki(url.as_deref(), source.url.as_deref()));
        let mut hits: Vec<(usize, bool)> = by_id.map(|(draft, _)| (*draft, true)).collect();
        if hits.is_empty() && !self.by_match.is_empty() {
            let values = matched(&entry.sheet, &matching.keys);
            for stated in &self.stated {
                let values = values.iter().zip(stated);
                if values.clone().any(|(value, stated)| *stated && value.is_none()) {
                    continue;
                }
                let asked = values.map(|(value, stated)| value.clone().filter(|_| *stated));
                let drafts = self.by_match.get(&asked.collect::<Vec<_>>());
                hits.extend(drafts.into_iter().flatten().map(|draft| (*draft, false)));
            }
        }
        hits
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
