//! Decodes the views of `sheet.yaml`: each a query, or a query and how its list is laid out.

use crate::config::items::{UnknownWord, list, unknown};
use crate::config::model::{View, ViewLayout};
use crate::config::setting::{VIEW, keys};
use crate::finding::{Finding, Severity};
use crate::lang::phrase;
use crate::sheet::codes::{BAD_CHOICE, UNKNOWN_KEY};
use crate::sheet::decode::{Decoder, Members};
use crate::sheet::fields::FIELDS;
use crate::sheet::key::Key;
use crate::sheet::row;
use crate::yaml::node::{Node, Pair};

/// The views below the two keys under which they may stand; the older one is hinted at.
pub(super) fn views(node: &Node, decoder: &mut Decoder) -> (Vec<View>, Vec<Finding>) {
    let (mut views, mut findings) = (Vec::new(), Vec::new());
    for name in ["views", "queries"] {
        let Some(pair) = node.pair(name) else {
            continue;
        };
        if name == "queries" {
            let label = phrase!(
                "`queries` is called `views` now",
                "`queries` s'appelle maintenant `views`"
            );
            let help = phrase!("write `views`", "écrivez `views`");
            let finding = Finding::new(&UNKNOWN_KEY, pair.key_span, label).with_help(help);
            findings.push(Finding { severity: Severity::Hint, ..finding });
        }
        for pair in pair.value.pairs() {
            views.extend(view(pair, decoder, &mut findings));
        }
    }
    (views, findings)
}

fn view(pair: &Pair, decoder: &mut Decoder, findings: &mut Vec<Finding>) -> Option<View> {
    let name = pair.key.to_string();
    if let Some(text) = pair.value.text() {
        let (text, span) = (text.to_owned(), pair.value.span);
        return Some(View { name, text, span, layout: ViewLayout::default() });
    }
    let query = pair.value.pair("query");
    let text = query.and_then(|query| query.value.text()).unwrap_or_default().to_owned();
    let span = query.map_or(pair.value.span, |query| query.value.span);
    let known = keys(&VIEW);
    for other in pair.value.pairs().iter().filter(|pair| !known.contains(&pair.key.as_ref())) {
        findings.push(unknown(other.key_span, &other.key, &known, UnknownWord::Setting));
    }
    Some(View { name, text, span, layout: layout(&pair.value, decoder, findings) })
}

/// How lists are laid out, by the keys `columns`, `sort`, `group` and `totals`.
pub(super) fn layout(at: &Node, decoder: &mut Decoder, findings: &mut Vec<Finding>) -> ViewLayout {
    let mut keys = |key: &str| -> Vec<String> {
        let mut names = Vec::new();
        for item in list(at, key) {
            for name in item.text().unwrap_or_default().split(',').map(str::trim) {
                let is_all = key == "columns" && name == row::ALL;
                if is_all || Key::typed(name.trim_start_matches('-')).is_some() {
                    names.push(name.to_owned());
                    continue;
                }
                let known: Vec<&str> = FIELDS.iter().map(|field| field.short).collect();
                findings.push(Finding {
                    lint: &BAD_CHOICE,
                    severity: BAD_CHOICE.severity,
                    ..unknown(item.span, name, &known, UnknownWord::Field)
                });
            }
        }
        names
    };
    let (columns, sort, group) = (keys("columns"), keys("sort"), keys("group").pop());
    ViewLayout { columns, sort, group, totals: decoder.flag(&Members::of(at), "totals") }
}
