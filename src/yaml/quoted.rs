//! Text that needs quotation marks, and the `#` that cuts one without them.

use crate::finding::{Finding, Fix};
use crate::lang::{Text, phrase, text};
use crate::text::scan::has_byte;
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
        text.match_indices('#').any(|(at, _)| {
            let next = text[at + 1..].chars().next();
            text[..at].ends_with(' ')
                && next.is_some_and(|c| !c.is_whitespace() && !matches!(c, '#' | '!' | '-' | '='))
        })
    };
    if !has_byte(source.text(), b'#') || !cuts(source.text()) {
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
        // A sign with a space behind it begins a comment all the same.
        let length = comment.text.find(" # ").unwrap_or(comment.text.len());
        let cut_off = comment.text[..length].trim_end();
        let column = |byte: usize| line[..byte].chars().count() as u32 + 1;
        let whole = Span { end: Position { column: column(at + cut_off.len()), ..end }, ..span };
        let from = span.start.column as usize - 1;
        let text: String = line[..at + cut_off.len()].chars().skip(from).collect();
        // What stands behind a number or a date is no part of it.
        if text[..text.len() - cut_off.len()].chars().all(is_of_number) {
            continue;
        }
        let quoted = marked(&text);
        let label = phrase!(
            "the text ends here, without `{text}`",
            "le texte s'arrête ici, sans `{text}`",
            text = cut_off,
        );
        let at = Span { start: Position { column: column(at), ..end }, end: whole.end };
        let finding = Finding::new(&CUT_BY_HASH, at, label);
        let help = phrase!("{part} {quoted}", "{part} {quoted}", part = HELP, quoted);
        let finding = finding.with_help(help);
        // `#3` is a number; any other word may be a note as well.
        let is_number = cut_off[1..].starts_with(|c: char| c.is_ascii_digit());
        findings.push(if is_number { finding.with_fix(Fix::Text(whole, quoted)) } else { finding });
    }
    findings
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ' ')
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

    /// A number is put in quotation marks without being asked, a word is not, a comment never is.
    #[test]
    fn what_is_fixed_is_no_comment() {
        for (text, fixed) in [
            ("title: Fête #3   # accord pas signé\n", Some("\"Fête #3\"")),
            ("title: Fête #3\n", Some("\"Fête #3\"")),
            ("summary: Bilan #TODO relire\n", None),
        ] {
            let source = Source::of("a.yaml", text.to_owned());
            let parsed = parse(&source).expect("it is YAML");
            let [finding] = parsed.findings.as_slice() else { panic!("{:?}", parsed.findings) };
            let fix = finding.fix.as_deref().map(|fix| match fix {
                Fix::Text(span, text) => (source.replaced(*span, text), text.clone()),
                fix => panic!("{fix:?}"),
            });
            assert_eq!(fix.as_ref().map(|(_, text)| text.as_str()), fixed, "{text}");
            assert!(fix.is_none_or(
                |(whole, _)| whole.text().contains("# accord") == text.contains("# accord")
            ));
        }
    }

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
            ("cost: 9500 #euros HT\n", false),
            ("dates: {}\nreviewed: 2023-03-01 #à confirmer\n", false),
            ("a: |\n  b #c\n", false),
        ] {
            let source = Source::of("a.yaml", text.to_owned());
            let parsed = parse(&source).expect("it is YAML");
            let found = parsed.findings.iter().any(|finding| finding.lint == &CUT_BY_HASH);
            assert_eq!(found, cut_off, "{text}");
        }
    }
}
