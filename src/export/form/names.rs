//! The names that the form offers: those in the sheets that its reader may read.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::sheet::Sheet;
use crate::sheet::field::Names;
use crate::sheet::fields;
use crate::text::fold::name_key;
use crate::text::sanitize::one_line;

/// The names of one sort, the most used first.
pub(super) struct Offered {
    pub sort: Names,
    pub names: Vec<String>,
}

/// So many names of a sort are offered.
const MOST: usize = 300;

/// How often each name is used, by what its spellings have in common, with one of them.
type Uses = HashMap<String, (usize, String)>;

/// The names of every sort that these sheets hold, each once, whatever its accents and capitals.
pub(super) fn offered(sheets: &[&Sheet]) -> Vec<Offered> {
    let mut sorts: HashMap<Names, Uses> = HashMap::new();
    for text in sheets.iter().flat_map(|sheet| fields::texts(sheet)) {
        if let Some(sort) = text.field.more.names
            && one_line(text.text) == text.text
        {
            let uses = sorts.entry(sort).or_default();
            uses.entry(name_key(text.text)).or_insert((0, text.text.to_owned())).0 += 1;
        }
    }
    let by_use = |(sort, uses): (Names, Uses)| {
        let mut used: Vec<(usize, String)> = uses.into_values().collect();
        used.sort_by(|(one, name), (other, second)| {
            (Reverse(one), name).cmp(&(Reverse(other), second))
        });
        Offered { sort, names: used.into_iter().take(MOST).map(|(_, name)| name).collect() }
    };
    let mut offered: Vec<Offered> = sorts.into_iter().map(by_use).collect();
    offered.sort_by_key(|offered| list_id(offered.sort));
    offered
}

/// The name of the list of the names of a sort.
pub(super) fn list_id(sort: Names) -> &'static str {
    match sort {
        Names::Territories => "territories",
        Names::Organisations => "organisations",
        Names::People => "people",
        Names::TargetGroups => "target-groups",
        Names::Tools => "tools",
    }
}
