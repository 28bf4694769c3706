//! The facets of a page: what its sheets can be narrowed by, with how many there are of each.

use crate::config::Config;
use crate::lang::Lang;
use crate::sheet::Sheet;
use crate::sheet::key::Key;
use crate::stats::grouping::Grouping;
use crate::stats::groups::groups;
use crate::text::sanitize::printable;

/// The keys that a reader may narrow the sheets by.
const KEYS: [&str; 9] =
    ["year", "territory", "kind", "tool", "commissioner", "target", "outcome", "status", "team"];

/// So many values of a facet are seen at once; the others open.
const SEEN: usize = 8;

/// A key with its values.
pub(super) struct Facet {
    /// Its name in the address of a view.
    pub name: String,
    pub label: String,
    pub seen: Vec<FacetValue>,
    pub more: Vec<FacetValue>,
}

/// A value, by its number among those of all facets.
pub(super) struct FacetValue {
    pub number: usize,
    pub label: String,
    pub count: usize,
}

/// The facets that tell some of these sheets from others, and of each sheet the numbers of its
/// values.
pub(super) fn facets(
    sheets: &[&Sheet],
    config: &Config,
    lang: Lang,
) -> (Vec<Facet>, Vec<Vec<usize>>) {
    let mut of_sheets = vec![Vec::new(); sheets.len()];
    let mut facets = Vec::new();
    let mut next = 0;
    for (name, key) in KEYS.iter().filter_map(|name| Some((name, Key::find(name)?))) {
        let grouping = Grouping::of(key, config);
        let ids: Vec<Vec<u32>> = sheets.iter().map(|sheet| grouping.value_ids(sheet)).collect();
        let ids: Vec<&[u32]> = ids.iter().map(Vec::as_slice).collect();
        let mut values = Vec::new();
        let mut groups = groups(&ids, &grouping);
        groups.retain(|group| group.label.is_some());
        if groups.len() < 2 {
            continue;
        }
        if grouping.is_by_year() {
            groups.reverse();
        }
        for group in groups {
            for (sheet, _) in &group.sheets {
                of_sheets[*sheet].push(next);
            }
            let label = group.label.map(|label| label.get(lang)).unwrap_or_default();
            let label = printable(&label).into_owned();
            values.push(FacetValue { number: next, label, count: group.sheets.len() });
            next += 1;
        }
        // One value more is seen rather than opened for.
        let more = if values.len() > SEEN + 1 { values.split_off(SEEN) } else { Vec::new() };
        let label = grouping.key.label().get(lang).to_owned();
        facets.push(Facet { name: (*name).to_owned(), label, seen: values, more });
    }
    (facets, of_sheets)
}
