//! Text that needs quotation marks, and the `#` that cuts one without them.

use memchr::memchr_iter;

use crate::finding::{Finding, Fix};
use crate::lang::{Text, phrase, text};
use crate::text::{Position, Source, Span};
use crate::yaml::codes::CUT_BY_HASH;
use crate::yaml::comments::comments;
use crate::yaml::node::{Content, Node, ScalarStyle};

/// The text in quotation marks: in double ones, unless single ones spare it backslashes.
pub fn marked(text: &str) -> String {
    if text.contains(['"', '\\']) && !text.contains('\'') {
        return format!("'{text}'");
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Tells where a `#` with a space before it, and none behind, cuts a text without quotation marks.
pub(super) fn cut(source: &Source, node: &Node) -> Vec<Finding> {
    let cuts = |text: &str| {
        memchr_iter(b'#', text.as_bytes()).any(|at| {
            let next = text[at + 1..].chars().next();
            text[..at].ends_with(' ')
                && next.is_some_and(|c| !c.is_whitespace() && !matches!(c, '#' | '!' | '-' | '='))
        })
    };
    if !cuts(source.text()) {
        return Vec::new();
    }
    let mut ends = Vec::new();
    plain(node, &mut ends);
    ends.sort_unstable_by_key(|span: &Span| span.end);
    let mut findings = Vec::new();
    for comment in comments(source, node) {
        let line = source.line(comment.line);
        let Some(at) =
            line.rfind(comment.text.as_str()).filter(|_| cuts(&format!(" {}", comment.text)))
        else {
            continue;
        };
        let column = line[..at].trim_end().chars().count() as u32 + 1;
        let end = Position { line: comment.line, column };
        let Ok(found) = ends.binary_search_by_key(&end, |span| span.end) else {
            continue;
        };
        let span = ends[found];
        if span.start.line != comment.line {
            continue;
        }
        let whole = Span {
            end: Position { column: line.trim_end().chars().count() as u32 + 1, ..end },
            ..span
        };
        let text = line.chars().skip(span.start.column as usize - 1).collect::<String>();
        let quoted = marked(text.trim_end());
        let label = phrase!(
            "the text ends here, without `{text}`",
            "le texte s'arrête ici, sans `{text}`",
            text = comment.text,
        );
        let at = Span {
            start: Position { column: line[..at].chars().count() as u32 + 1, ..end },
            end: whole.end,
        };
        findings.push(
            Finding::new(&CUT_BY_HASH, at, label)
                .with_help(phrase!("{part} {quoted}", "{part} {quoted}", part = HELP, quoted))
                .with_fix(Fix::Text(whole, quoted)),
        );
    }
    findings
}

const HELP: Text = text!(
    "if it belongs to the text, put all of it in quotation marks:",
    "si cela fait partie du texte, mettez-le tout entre guillemets :",
);

/// The places of the values that are written without any mark.
fn plain(node: &Node, places: &mut Vec<Span>) {
    match &node.content {
        Content::Scalar { style: ScalarStyle::Plain, .. } if !node.is_missing() => {
            places.push(node.span)
        }
        Content::Scalar { .. } => {}
        Content::List(items) => items.iter().for_each(|item| plain(item, places)),
        Content::Map(pairs) => pairs.iter().for_each(|pair| plain(&pair.value, places)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::parse::parse;

    #[test]
    fn a_hash_without_a_space_behind_it_cuts_and_a_comment_does_not() {
        for (text, cut_off) in [
            ("title: Fête #3 du quartier\n", true),
            ("summary: Merci #solidarité\n", true),
            ("tools:\n  - atelier #2\n", true),
            ("title: M  # à vérifier\n", false),
            ("title: 'M' #note\n", false),
            ("title: M ##\n", false),
            ("title: M\n#note\n", false),
            ("title: M#3\n", false),
            ("a: |\n  b #c\n", false),
        ] {
            let source = Source::of("a.yaml", text.to_owned());
            let parsed = parse(&source).expect("it is YAML");
            let found = parsed.findings.iter().any(|finding| finding.lint == &CUT_BY_HASH);
            assert_eq!(found, cut_off, "{text}");
        }
    }
}
