//! The keys that no field has: the user's own are kept, the others are reported with the nearest
//! known one.

use std::collections::HashSet;
use std::sync::LazyLock;

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
    found.at_top(top);
    (found.keys, found.repeated)
}

/// A key at the top of a sheet: that of a field, or of a group with those of its fields.
enum TopKey {
    Field(Shape),
    Group(Vec<(&'static str, Shape)>),
}

/// The keys of the table, by what stands at the top.
static KEYS: LazyLock<Vec<(&str, TopKey)>> = LazyLock::new(|| {
    let mut keys: Vec<(&str, TopKey)> = Vec::new();
    for field in fields::written() {
        match field.key.split_once('.') {
            None => keys.push((field.key, TopKey::Field(field.shape))),
            Some((group, member)) => {
                match keys.iter_mut().find(|(key, _)| *key == group).map(|(_, key)| key) {
                    Some(TopKey::Group(members)) => members.push((member, field.shape)),
                    _ => keys.push((group, TopKey::Group(vec![(member, field.shape)]))),
                }
            }
        }
    }
    keys
});

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
    fn at_top(&mut self, node: &'n Node) {
        self.each_key(node, |found, pair| match KEYS.iter().find(|(key, _)| *key == pair.key) {
            Some((_, TopKey::Field(shape))) => found.in_value(&pair.value, *shape),
            Some((_, TopKey::Group(members))) if !found.is_unread() => {
                found.each_key(&pair.value, |found, pair| {
                    match members.iter().find(|(key, _)| *key == pair.key) {
                        Some((_, shape)) => found.in_value(&pair.value, *shape),
                        None => found.report(pair),
                    }
                });
            }
            Some(_) => {}
            None if pair.key == EXTRA => {}
            None => found.report(pair),
        });
    }

    /// Looks at each key of a mapping that is not the user's own. Of a key that stands again the
    /// first counts, which is reported as the text is parsed; what stands under the others is kept.
    fn each_key<'a: 'n>(&mut self, node: &'n Node<'a>, look: impl Fn(&mut Self, &'n Pair<'a>)) {
        let repeated = repeated(node.pairs());
        for (index, pair) in node.pairs().iter().enumerate() {
            self.path.push(PathSegment::Key(&pair.key));
            if repeated.binary_search_by_key(&index, |(at, _)| *at).is_ok() {
                let unread = Unread { key: dotted(&self.path), value: pair.value.to_tree() };
                self.repeated.push(unread);
            } else if !is_own(pair) {
                look(self, pair);
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
        self.each_key(node, |found, pair| {
            match shape.parts().iter().find(|part| part.key == pair.key) {
                Some(part) => found.in_value(&pair.value, part.shape),
                None => found.report(pair),
            }
        });
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
