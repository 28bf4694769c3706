//! The comments of a text: `#` at the beginning of a line or behind a space, outside every value.

use std::collections::HashMap;
use std::ops::Range;

use crate::text::Source;
use crate::yaml::node::{Content, Node, ScalarStyle};

/// A comment and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The number of its line, from 1.
    pub line: u32,
    /// From its `#` to the end of the line, without spaces at the end.
    pub text: String,
}

/// Every comment of a text whose tree is known, in order.
pub fn comments(source: &Source, node: &Node) -> Vec<Comment> {
    let text = source.text();
    if !text.contains('#') {
        return Vec::new();
    }
    let mut values = Vec::new();
    gather(source, node, &mut values);
    values.sort_unstable_by_key(|value: &Range<usize>| value.start);
    let mut values = values.into_iter().peekable();
    let bytes = text.as_bytes();
    let mut comments = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        while values.next_if(|value| value.start < at).is_some() {}
        if let Some(value) = values.next_if(|value| value.start == at && value.end > at) {
            at = value.end;
            continue;
        }
        let apart = at == 0 || bytes[at - 1].is_ascii_whitespace();
        if bytes[at] != b'#' || !apart {
            at += 1;
            continue;
        }
        let end = text[at..].find(['\n', '\r']).map_or(bytes.len(), |length| at + length);
        comments.push(Comment {
            line: source.position(at).line,
            text: text[at..end].trim_end().to_owned(),
        });
        at = end;
    }
    comments
}

/// Whether a text holds no value: nothing but blank lines and comments.
pub fn is_blank(text: &str) -> bool {
    text.lines().map(str::trim).all(|line| line.is_empty() || line.starts_with('#'))
}

/// Those of some comments that are not among others, each as often as it is missing.
pub fn missing(mut old: Vec<Comment>, new: &[Comment]) -> Vec<Comment> {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for comment in new {
        *left.entry(&comment.text).or_default() += 1;
    }
    old.retain(|comment| match left.get_mut(comment.text.as_str()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    old
}

/// The bytes of every key and every value that is written below a node.
fn gather(source: &Source, node: &Node, values: &mut Vec<Range<usize>>) {
    match &node.content {
        Content::Scalar { style, .. } => {
            let start = source.byte(node.span.start);
            let end = match style {
                ScalarStyle::Quoted => closing(source.text(), start),
                ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => {
                    source.byte(node.span.end)
                }
            };
            values.push(start..end);
        }
        Content::List(items) => items.iter().for_each(|item| gather(source, item, values)),
        Content::Map(pairs) => {
            for pair in pairs.iter() {
                let start = source.byte(pair.key_span.start);
                let end = match source.text().as_bytes().get(start) {
                    Some(b'"' | b'\'') => closing(source.text(), start),
                    _ => source.byte(pair.key_span.end),
                };
                values.push(start..end);
                gather(source, &pair.value, values);
            }
        }
    }
}

/// The byte behind the quotation mark that closes the text that opens at a byte.
pub fn closing(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let Some(quote @ (b'"' | b'\'')) = bytes.get(start).copied() else {
        return start;
    };
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quote == b'"' => at += 1,
            b'\'' if quote == b'\'' && bytes.get(at + 1) == Some(&b'\'') => at += 1,
            byte if byte == quote => return at + 1,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::parse::parse;

    fn found(text: &str) -> Vec<(u32, String)> {
        let source = Source::of("a.yaml", text.to_owned());
        let parsed = parse(&source).expect("it is YAML");
        let found = comments(&source, &parsed.node).into_iter();
        found.map(|comment| (comment.line, comment.text)).collect()
    }

    #[test]
    fn only_what_stands_outside_every_value_is_a_comment() {
        let text = "# a\n\"b # no\": 'c # no, it''s' # d\ne: \"f \\\" # no\" # g\nh: i#no # j\n\
                    k: | # l\n  # no\n  m # no\n# n\no:  # p\n  - 'q' # r\n  # s\n  - t # no: u\nv: [w, # x\n  y] # z\n";
        let lines = [
            (1, "# a"),
            (2, "# d"),
            (3, "# g"),
            (4, "# j"),
            (5, "# l"),
            (8, "# n"),
            (9, "# p"),
            (10, "# r"),
            (11, "# s"),
            (12, "# no: u"),
            (13, "# x"),
            (14, "# z"),
        ];
        let expected: Vec<(u32, String)> =
            lines.iter().map(|(line, text)| (*line, (*text).to_owned())).collect();
        assert_eq!(found(text), expected);
        assert_eq!(found("%YAML 1.2\n# a\n---\nb: c\n...\n# d\n").len(), 2);
        assert_eq!(found("a: &x b # c\nd: *x # e\n").len(), 2);
    }
}
