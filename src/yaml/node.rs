//! The YAML tree, in which every key and every value knows its place.

use std::borrow::Cow;

use crate::text::Span;
use crate::text::scan::split_at_byte;
use crate::tree::Tree;
use crate::tree::number;
use crate::yaml::mapping;
use crate::yaml::slice::Slice;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'a> {
    pub span: Span,
    pub content: Content<'a>,
}

/// What a node holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content<'a> {
    Scalar { text: Cow<'a, str>, style: ScalarStyle },
    List(Slice<'a, Node<'a>>),
    Map(Mapping<'a>),
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScalarStyle {
    /// Without any mark: `Forum ouvert`.
    Plain,
    /// Between quotation marks, `'…'` or `"…"`.
    Quoted,
    /// Below `|`: its lines stay lines.
    Literal,
    /// Below `>`: its lines are joined.
    Folded,
}

/// A key and its value.
pub type Pair<'a> = mapping::Pair<'a, Node<'a>>;
/// The pairs of a mapping, in the order of the text.
pub type Mapping<'a> = mapping::Mapping<'a, Node<'a>>;
/// A mapping that grows in an arena.
pub type ArenaMapping<'a> = mapping::ArenaMapping<'a, Node<'a>>;

impl<'a> Node<'a> {
    pub fn scalar(text: impl Into<Cow<'a, str>>, style: ScalarStyle, span: Span) -> Node<'a> {
        let text = text.into();
        Node { span, content: Content::Scalar { text, style } }
    }

    /// A mapping that holds a value at a dotted path and nothing else.
    pub fn nested(path: &'a str, value: Node<'a>) -> Node<'a> {
        let (key, value) = match path.split_once('.') {
            Some((key, rest)) => (key, Node::nested(rest, value)),
            None => (path, value),
        };
        let span = value.span;
        let pair = Pair { key: key.into(), key_span: span, value };
        Node { span, content: Content::Map([pair].into_iter().collect()) }
    }

    /// A deep copy that borrows neither from the text nor from an arena.
    pub fn detached(&self) -> Node<'static> {
        let text = |text: &Cow<str>| Cow::Owned(text.clone().into_owned());
        let content = match &self.content {
            Content::Scalar { text: written, style } => {
                Content::Scalar { text: text(written), style: *style }
            }
            Content::List(items) => Content::List(items.iter().map(Node::detached).collect()),
            Content::Map(pairs) => Content::Map(
                pairs
                    .iter()
                    .map(|pair| Pair {
                        key: text(&pair.key),
                        key_span: pair.key_span,
                        value: pair.value.detached(),
                    })
                    .collect(),
            ),
        };
        Node { span: self.span, content }
    }

    /// The same value without its places.
    pub fn to_tree(&self) -> Tree {
        match &self.content {
            _ if self.is_missing() => Tree::Missing,
            Content::Scalar { text, .. } => Tree::Text {
                text: text.clone().into_owned(),
                plain: self.is_plain()
                    && (matches!(text.as_ref(), "true" | "false") || number(text).is_some()),
            },
            Content::List(items) => Tree::List(items.iter().map(Node::to_tree).collect()),
            Content::Map(pairs) => Tree::Map(
                pairs
                    .iter()
                    .map(|pair| (pair.key.clone().into_owned(), pair.value.to_tree()))
                    .collect(),
            ),
        }
    }

    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    pub fn is_plain(&self) -> bool {
        matches!(self.content, Content::Scalar { style: ScalarStyle::Plain, .. })
    }

    /// Whether nothing is written here: an empty value, `~` or `null` (YAML 1.2 core schema),
    /// an empty text, list or mapping.
    #[inline]
    pub fn is_missing(&self) -> bool {
        match &self.content {
            Content::Scalar { text, style: ScalarStyle::Plain } => {
                matches!(text.as_ref(), "" | "~" | "null" | "Null" | "NULL")
            }
            Content::Scalar { text, .. } => text.chars().all(char::is_whitespace),
            Content::List(items) => items.is_empty(),
            Content::Map(pairs) => pairs.is_empty(),
        }
    }

    #[inline]
    pub fn items(&self) -> &[Node<'a>] {
        match &self.content {
            Content::List(items) => items,
            _ => &[],
        }
    }

    #[inline]
    pub fn pairs(&self) -> &[Pair<'a>] {
        self.mapping().map_or(&[], |mapping| mapping)
    }

    #[inline]
    pub fn mapping(&self) -> Option<&Mapping<'a>> {
        match &self.content {
            Content::Map(mapping) => Some(mapping),
            _ => None,
        }
    }

    /// The first pair of a mapping with this key.
    #[inline]
    pub fn pair(&self, key: &str) -> Option<&Pair<'a>> {
        self.mapping()?.get(key)
    }

    /// The value at a dotted path of keys, `dates.end`.
    pub fn at(&self, path: &str) -> Option<&Node<'a>> {
        match split_at_byte(path, b'.') {
            Some((key, rest)) => self.pair(key)?.value.at(rest),
            None => Some(&self.pair(path)?.value),
        }
    }

    /// The place of a path with keys and list indices, `lessons.words[0].from`: its value's
    /// where there is one, else that of the nearest key above it.
    pub fn span_of(&self, path: &str) -> Span {
        let mut node = self;
        let mut span = self.pairs().first().map_or(self.span, |pair| pair.key_span);
        for step in path.split(['.', '[']).filter(|step| !step.is_empty()) {
            let next = match step.strip_suffix(']') {
                Some(index) => index.parse().ok().and_then(|i: usize| node.items().get(i)),
                None => node.pair(step).map(|pair| {
                    span = pair.key_span;
                    &pair.value
                }),
            };
            let Some(next) = next else { break };
            if step.ends_with(']') {
                span = next.item_span();
            } else if !next.is_missing() && matches!(next.content, Content::Scalar { .. }) {
                span = next.span;
            }
            node = next;
        }
        span
    }

    /// The place of an item of the list at a path, as [`Node::span_of`] gives it.
    pub fn span_of_item(&self, path: &str, index: usize) -> Span {
        match self.at(path).and_then(|list| list.items().get(index)) {
            Some(item) => item.item_span(),
            None => self.span_of(&format!("{path}[{index}]")),
        }
    }

    /// The path of the value that stands just at a place, or whose key does.
    pub fn path_at(&self, span: Span) -> Option<String> {
        let below = |step: String, node: &Node| match node.path_at(span)?.as_str() {
            "" => Some(step),
            path if path.starts_with('[') => Some(step + path),
            path => Some(format!("{step}.{path}")),
        };
        if self.span == span {
            return Some(String::new());
        }
        let mut items = self.items().iter().enumerate();
        let item = items.find_map(|(index, item)| below(format!("[{index}]"), item));
        item.or_else(|| {
            self.pairs().iter().find_map(|pair| {
                let key = pair.key.to_string();
                if pair.key_span == span { Some(key) } else { below(key, &pair.value) }
            })
        })
    }

    /// The place of an item of a list: that of its first value, where it is a mapping.
    pub fn item_span(&self) -> Span {
        self.pairs().first().map_or(self.span, |pair| pair.value.span)
    }
}
