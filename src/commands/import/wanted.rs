//! Which drafts a sheet of the collection belongs to.

use std::collections::HashMap;

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

/// The drafts by what leads to their sheets.
pub(super) struct Wanted {
    by_id: HashMap<String, Vec<(usize, Option<String>)>>,
    by_match: HashMap<String, Vec<usize>>,
    /// Drafts of an entry that another draft is of, too, and which.
    pub repeats: HashMap<usize, usize>,
}

impl Wanted {
    pub(super) fn of(proposals: &[Proposal], matching: &Matching) -> Wanted {
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
    pub(super) fn hits(&self, entry: &Entry, matching: &Matching) -> Vec<(usize, bool)> {
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

/// What must be the same in a draft and in its sheet; nothing where one of the keys is missing.
fn match_key(sheet: &Sheet, keys: &[Key]) -> Option<String> {
    let values = keys.iter().map(|key| {
        let words = key.value(sheet).summary(Lang::En);
        Some(name_key(&words)).filter(|words| !words.is_empty())
    });
    values
        .collect::<Option<Vec<String>>>()
        .map(|values| values.join("\n"))
        .filter(|key| !key.is_empty())
}
