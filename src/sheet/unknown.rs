//! The keys that no field has: the user's own are kept, the others are reported with the nearest
//! known one.

use std::collections::HashSet;

use crate::finding::Finding;
use crate::lang::common::did_you_mean;
use crate::lang::text;
use crate::sheet::codes::UNKNOWN_KEY;
use crate::sheet::fields;
use crate::sheet::model::Unread;
use crate::sheet::shape::Shape;
use crate::text::nearest::nearest;
use crate::tree::Tree;
use crate::yaml::node::{Node, Pair, repeated};

/// The key below which what has no field is kept as it is.
pub const EXTRA: &str = "extra";

/// The user's own keys at the top and in the groups below it, with their dotted paths.
pub fn own(top: &Node) -> Vec<(String, Tree)> {
    let mut own = Vec::new();
    for pair in top.pairs() {
        if is_own(pair) {
            own.push((pair.key.to_string(), pair.value.to_tree()));
            continue;
        }
        if pair.key == EXTRA {
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

/// Every key that the table of fields does not know, but for those below a value that was kept
/// whole, because it could not be read; and what stands under a key that stands again.
pub fn keys(top: &Node, unread: &[Unread]) -> (Vec<UnknownKey>, Vec<Unread>) {
    let unread = unread.iter().map(|unread| unread.key.as_str()).collect();
    let mut found =
        UnknownKeys { unread, path: Vec::new(), keys: Vec::new(), repeated: Vec::new() };
    found.in_group(top, "");
    (found.keys, found.repeated)
}

/// A segment of a path.
#[derive(Clone, Copy)]
enum PathSegment<'n> {
    Key(&'n str),
    Item(usize),
}

struct UnknownKeys<'n> {
    /// The paths of the values that were kept whole.
    unread: HashSet<&'n str>,
    path: Vec<PathSegment<'n>>,
    keys: Vec<UnknownKey>,
    repeated: Vec<Unread>,
}

impl<'n> UnknownKeys<'n> {
    /// Looks at the keys of a mapping of fields; `prefix` is the group that they are in, with its dot.
    fn in_group(&mut self, node: &'n Node, prefix: &str) {
        for pair in self.once(node) {
            let mut fields = fields::written().filter_map(|field| {
                let rest = field.key.strip_prefix(prefix)?.strip_prefix(pair.key.as_ref())?;
                Some((field, rest))
            });
            let known = fields.find(|(_, rest)| rest.is_empty() || rest.starts_with('.'));
            self.path.push(PathSegment::Key(&pair.key));
            match known {
                Some((field, "")) => self.in_value(&pair.value, field.shape),
                Some(_) if !self.is_unread() => {
                    self.in_group(&pair.value, &format!("{prefix}{}.", pair.key));
                }
                Some(_) => {}
                None if prefix.is_empty() && pair.key == EXTRA => {}
                None => self.report(pair),
            }
            self.path.pop();
        }
    }

    /// Looks at the keys of a value, or of each value of a list.
    fn in_value(&mut self, node: &'n Node, shape: Shape) {
        if shape.parts().is_empty() {
            return;
        }
        if !shape.is_list() {
            self.in_parts(node, shape);
            return;
        }
        for (index, item) in node.items().iter().enumerate() {
            self.path.push(PathSegment::Item(index));
            self.in_parts(item, shape);
            self.path.pop();
        }
    }

    fn in_parts(&mut self, node: &'n Node, shape: Shape) {
        if node.pairs().is_empty() || self.is_unread() {
            return;
        }
        for pair in self.once(node) {
            self.path.push(PathSegment::Key(&pair.key));
            match shape.parts().iter().find(|part| part.key == pair.key) {
                Some(part) => self.in_value(&pair.value, part.shape),
                None => self.report(pair),
            }
            self.path.pop();
        }
    }

    /// The pairs of a mapping that are not the user's own. Of a key that stands again the first
    /// counts, which is reported as the text is parsed; what stands under the others is kept.
    fn once<'a>(&mut self, node: &'n Node<'a>) -> Vec<&'n Pair<'a>> {
        let repeated = repeated(node.pairs());
        for (at, _) in &repeated {
            let pair = &node.pairs()[*at];
            self.path.push(PathSegment::Key(&pair.key));
            self.repeated.push(Unread { key: dotted(&self.path), value: pair.value.to_tree() });
            self.path.pop();
        }
        let pairs = node.pairs().iter().enumerate();
        let first =
            pairs.filter(|(at, _)| repeated.binary_search_by_key(at, |(at, _)| *at).is_err());
        first.map(|(_, pair)| pair).filter(|pair| !is_own(pair)).collect()
    }

    fn is_unread(&self) -> bool {
        !self.unread.is_empty() && self.unread.contains(dotted(&self.path).as_str())
    }

    fn report(&mut self, pair: &Pair) {
        let with_suggestion = self.keys.len() < MAX_SUGGESTIONS;
        let finding = unknown(pair, &self.path[..self.path.len() - 1], with_suggestion);
        let unread = Unread { key: dotted(&self.path), value: pair.value.to_tree() };
        self.keys.push(UnknownKey { finding, unread });
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
