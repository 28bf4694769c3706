//! Entries that are called alike, and which sheet each of them is.

use std::collections::HashMap;

use crate::lang::list;
use crate::sheet::Sheet;
use crate::sheet::merge::{seen, value_at};

/// What an entry says under each of its keys: the digests.
type Said = Vec<(String, String)>;

/// Drafts that say the same of the keys by which a sheet is found.
#[derive(Default)]
pub(super) struct Alike {
    drafts: Vec<usize>,
    by_said: HashMap<Said, Vec<usize>>,
}

impl Alike {
    pub(super) fn add(&mut self, draft: usize, sheet: &Sheet) {
        self.drafts.push(draft);
        self.by_said.entry(sorted(sheet.source.seen.clone())).or_default().push(draft);
    }

    pub(super) fn drafts(&self) -> &[usize] {
        &self.drafts
    }

    /// Those that say just this.
    pub(super) fn saying(&self, said: &Said) -> &[usize] {
        self.by_said.get(said).map_or(&[], Vec::as_slice)
    }
}

/// What a sheet says by now under the keys that it once had from its source.
pub(super) fn said(sheet: &Sheet) -> Said {
    let keys = sheet.source.seen.iter().map(|(key, _)| key.clone());
    let values: Vec<_> = keys.map(|key| (key.clone(), value_at(sheet, &key))).collect();
    sorted(seen(&values))
}

fn sorted(mut said: Said) -> Said {
    said.sort_unstable();
    said
}

/// A sheet for which several drafts are left, and the groups of those.
pub(super) struct Undecided {
    pub path: String,
    pub groups: Vec<usize>,
}

/// What becomes of the drafts that were left.
#[derive(Default)]
pub(super) struct ToldApart {
    /// The draft of a sheet, where each is the only one left for the other.
    pub pairs: HashMap<String, usize>,
    /// The sheets, some of them, that a draft may belong to.
    pub ambiguous: HashMap<usize, String>,
}

/// The most sheets that are named of those to which a draft may belong.
const MOST: usize = 10;

/// Tells the drafts apart that have no sheet yet.
pub(super) fn tell_apart(
    groups: &[Alike],
    sheets: &[Undecided],
    has_sheet: impl Fn(usize) -> bool,
) -> ToldApart {
    let left = groups.iter().map(|group| group.drafts.iter().copied());
    let left: Vec<Vec<usize>> =
        left.map(|drafts| drafts.filter(|draft| !has_sheet(*draft)).collect()).collect();
    let mut free: Vec<Vec<&Undecided>> = vec![Vec::new(); groups.len()];
    for sheet in sheets {
        sheet.groups.iter().for_each(|group| free[*group].push(sheet));
    }
    let of_one = |sheet: &Undecided| {
        sheet.groups.iter().filter(|group| !left[**group].is_empty()).count() == 1
    };
    let mut told = ToldApart::default();
    for (drafts, sheets) in left.iter().zip(&free) {
        match (drafts.as_slice(), sheets.as_slice()) {
            (_, []) => {}
            ([draft], [sheet]) if of_one(sheet) => {
                told.pairs.insert(sheet.path.clone(), *draft);
            }
            _ => {
                let paths = list::first(sheets.iter().map(|sheet| sheet.path.as_str()), MOST);
                told.ambiguous.extend(drafts.iter().map(|draft| (*draft, paths.clone())));
            }
        }
    }
    told
}
