//! The keys that no field has: the user's own are kept, the others are reported with the nearest
//! known one.

use crate::finding::Finding;
use crate::lang::common::did_you_mean;
use crate::lang::text;
use crate::sheet::codes::UNKNOWN_KEY;
use crate::sheet::fields;
use crate::sheet::model::Unread;
use crate::text::nearest::nearest;
use crate::tree::Tree;
use crate::yaml::node::{Node, Pair};

/// The user's own keys at the top and in the groups below it, with their dotted paths.
pub fn own(top: &Node) -> Vec<(String, Tree)> {
    let mut own = Vec::new();
    for pair in top.pairs() {
        if is_own(pair) {
            own.push((pair.key.to_string(), pair.value.to_tree()));
            continue;
        }
        if pair.key == "extra" {
            continue;
        }
        for inner in pair.value.pairs().iter().filter(|inner| is_own(inner)) {
            own.push((format!("{}.{}", pair.key, inner.key), inner.value.to_tree()));
        }
    }
    own
}

/// The most unknown keys of one sheet for which the nearest known one is looked for.
const MAX_SUGGESTIONS: usize = 100;

/// A key that no field has.
#[derive(Clone, Debug)]
pub struct UnknownKey {
    pub finding: Finding,
    /// What is written under it, kept so that nobody loses sight of it.
    pub unread: Unread,
}

/// Every key that was not asked for while the sheet was read.
pub fn keys(top: &Node) -> Vec<UnknownKey> {
    let mut unknown_keys = Vec::new();
    below(top, &mut Vec::new(), &mut unknown_keys);
    unknown_keys
}

/// A step of a path.
#[derive(Clone, Copy)]
enum PathSegment<'n> {
    Key(&'n str),
    Item(usize),
}

fn below<'n>(node: &'n Node, path: &mut Vec<PathSegment<'n>>, unknown_keys: &mut Vec<UnknownKey>) {
    for pair in node.pairs().iter().filter(|pair| !is_own(pair)) {
        path.push(PathSegment::Key(&pair.key));
        if pair.used.get() {
            below(&pair.value, path, unknown_keys);
        } else {
            let with_suggestion = unknown_keys.len() < MAX_SUGGESTIONS;
            let finding = unknown(pair, &path[..path.len() - 1], with_suggestion);
            let unread = Unread { key: dotted(path), value: pair.value.to_tree() };
            unknown_keys.push(UnknownKey { finding, unread });
        }
        path.pop();
    }
    for (index, item) in node.items().iter().enumerate() {
        path.push(PathSegment::Item(index));
        below(item, path, unknown_keys);
        path.pop();
    }
}

/// A path with its list indices: `lessons.words[0].from`.
fn dotted(path: &[PathSegment]) -> String {
    let mut dotted = String::new();
    for step in path {
        match step {
            PathSegment::Key(key) if dotted.is_empty() => dotted.push_str(key),
            PathSegment::Key(key) => dotted += &format!(".{key}"),
            PathSegment::Item(index) => dotted += &format!("[{index}]"),
        }
    }
    dotted
}

/// Whether a key is the user's own.
pub fn is_own(pair: &Pair) -> bool {
    pair.key.starts_with("x-")
}

fn unknown(pair: &Pair, path: &[PathSegment], with_suggestion: bool) -> Finding {
    let key = |step: &PathSegment| match *step {
        PathSegment::Key(key) => Some(key.to_owned()),
        PathSegment::Item(_) => None,
    };
    let keys: Vec<String> = path.iter().filter_map(key).collect();
    let group: String = keys.iter().map(|key| format!("{key}.")).collect();
    let label = text!("not a key of a sheet", "pas une clé de fiche");
    let finding = Finding::new(&UNKNOWN_KEY, pair.key_span, label);
    if !with_suggestion {
        return finding;
    }
    if pair.key.contains(' ') {
        return finding.with_help(text!(
            "if this is text with a colon, put it all in quotation marks",
            "si c'est un texte qui contient un deux-points, mettez-le tout entier entre \
             guillemets droits (\"…\")",
        ));
    }
    let siblings = fields::written().filter_map(|field| {
        let rest = field.key.strip_prefix(group.as_str())?;
        Some(rest.split('.').next().unwrap_or(rest))
    });
    let field = fields::find(&keys.join("."));
    let parts = field.into_iter().flat_map(|field| field.shape.parts()).map(|part| part.key);
    let near = nearest(&pair.key, siblings.chain(parts));
    let near = near.or_else(|| fields::near(&pair.key).map(|field| field.key));
    match near {
        Some(near) => finding.with_help(did_you_mean(near)),
        None => finding,
    }
}
