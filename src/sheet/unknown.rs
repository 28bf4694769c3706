//! The keys that no field has: the user's own are kept, the others are told with the nearest
//! known one.

use crate::finding::Finding;
use crate::lang::nearest::nearest;
use crate::lang::{Phrase, Text};
use crate::sheet::field::{self, Shape};
use crate::sheet::kinds::UNKNOWN_KEY;
use crate::source::node::{Node, Pair};
use crate::source::tree::Tree;

/// The user's own keys at the top and in the groups below it, with their dotted paths.
pub fn own(top: &Node) -> Vec<(String, Tree)> {
    let mut own = Vec::new();
    for pair in top.pairs() {
        if is_own(pair) {
            own.push((pair.key.to_string(), Tree::of(&pair.value)));
            continue;
        }
        if pair.key == "extra" {
            continue;
        }
        for inner in pair.value.pairs().iter().filter(|inner| is_own(inner)) {
            own.push((format!("{}.{}", pair.key, inner.key), Tree::of(&inner.value)));
        }
    }
    own
}

/// The most unknown keys of one sheet for which the nearest known one is looked for.
const MOST_SUGGESTIONS: usize = 100;

/// Tells every key that was not asked for while the sheet was read.
pub fn keys(top: &Node) -> Vec<Finding> {
    let mut findings = Vec::new();
    below(top, &mut Vec::new(), &mut findings);
    findings
}

fn below<'n>(node: &'n Node, path: &mut Vec<&'n str>, findings: &mut Vec<Finding>) {
    for pair in node.pairs().iter().filter(|pair| !is_own(pair)) {
        if pair.asked.get() {
            path.push(&pair.key);
            below(&pair.value, path, findings);
            path.pop();
        } else {
            let helped = findings.len() < MOST_SUGGESTIONS;
            findings.push(unknown(pair, path, helped));
        }
    }
    for item in node.items() {
        below(item, path, findings);
    }
}

fn is_own(pair: &Pair) -> bool {
    pair.key.starts_with("x-")
}

fn unknown(pair: &Pair, path: &[&str], helped: bool) -> Finding {
    let group: String = path.iter().map(|key| format!("{key}.")).collect();
    let label = Text::new("not a field of a sheet", "n'est pas un champ d'une fiche");
    let finding = Finding::new(&UNKNOWN_KEY, pair.key_span, label);
    if !helped {
        return finding;
    }
    let siblings = field::written().filter_map(|field| {
        let rest = field.key.strip_prefix(group.as_str())?;
        Some(rest.split('.').next().unwrap_or(rest))
    });
    let members = match field::find(&path.join(".")).map(|field| field.shape) {
        Some(Shape::Record(members) | Shape::Records(members)) => members(),
        _ => Vec::new(),
    };
    let near = nearest(&pair.key, siblings.chain(members)).or_else(|| {
        let everywhere = field::written().flat_map(|field| [field.key, field.short]);
        nearest(&pair.key, everywhere).and_then(field::find).map(|field| field.key)
    });
    match near {
        Some(near) => finding.with_help(Phrase::new(
            format!("did you mean `{near}`?"),
            format!("vouliez-vous dire « {near} » ?"),
        )),
        None => finding,
    }
}
