//! Colons: a second one on a line, one in a text that goes on, or none.

use crate::yaml::quoted::marked;
use crate::yaml::syntax::line::{Line, is_plain_key};
use crate::yaml::syntax::refusal::Refusal;
use crate::yaml::syntax::slip::{Found, Rewrite};

/// `title: Phase 2 : toiture`.
pub(super) fn second(refusal: &Refusal) -> Option<Found> {
    let line = refusal.line;
    let Quoted { line: rewritten, is_safe } = quoted(line.text)?;
    let byte = refusal.byte();
    let text = format!("{}{rewritten}", &line.text[..line.indent]);
    (refusal.sign() == Some(':') && byte >= line.value)
        .then(|| Found::at(line.span(byte..byte + 1)).with_line(&line, text, is_safe))
}

/// The line above, a key or an item with its value, below which that of the place is indented.
fn owner<'s>(refusal: &Refusal<'s>) -> Option<Line<'s>> {
    let line = refusal.line;
    let is_key = line.key.is_some() && refusal.byte() < line.value.max(line.content + 1);
    let is_owner = |above: &Line| above.key.is_some() || above.has_dash();
    let owner = refusal.above(line.number).find(is_owner).filter(|_| is_key)?;
    let column = if owner.key.is_some() { owner.content } else { owner.indent };
    let has_value = !owner.value().is_empty() && !owner.value().starts_with(['|', '>', '[', '{']);
    (has_value && column < line.indent).then_some(owner)
}

/// A text of several lines, in one of which a colon stands.
pub(super) fn in_continued_text(refusal: &Refusal) -> Option<Found> {
    let line = refusal.line;
    let is_text = |owner: &Line| !owner.value().starts_with(['"', '\'']);
    let owner = owner(refusal).filter(is_text)?;
    if line.has_plain_key() || line.has_dash() {
        return None;
    }
    let below = refusal.below(line.number).take_while(|next| next.indent > owner.content);
    let last = below.last().unwrap_or(line);
    let (source, text) = (refusal.source, refusal.source.text());
    let start = source.line_start(owner.number);
    let end = source.line_start(last.number) + last.text.len();
    let value = &text[start + owner.value..end];
    let colon = line.text.find(':')?;
    let rewritten = format!("{}{}", &owner.text[..owner.value], marked(value));
    let is_certain = !value.contains(" #");
    Some(Found::at(line.span(colon..colon + 1)).with_lines(Rewrite {
        first: owner.number,
        last: last.number,
        text: rewritten,
        is_certain,
    }))
}

/// A key below one that has its value already.
pub(super) fn below_value(refusal: &Refusal) -> Option<Found> {
    let line = refusal.line;
    owner(refusal)?;
    Some(Found::at(line.span(line.content..line.content + line.key?.len())))
}

/// A line among keys that has no colon, and does not continue the text above. It may stand just
/// before the place, or above the lines that are indented below it.
fn bare<'s>(refusal: &Refusal<'s>) -> Option<Line<'s>> {
    let here = refusal.line;
    let head = refusal.above(here.number).find(|above| above.indent <= here.indent);
    let head = head.filter(|_| refusal.before_key().next().is_some());
    refusal.before_key().chain(head).find(|line| {
        let owner = refusal.above(line.number).find(|above| above.key.is_some());
        let is_continued = owner.is_some_and(|owner| {
            let is_first = owner.value().is_empty() && line.indent == here.indent;
            owner.content < line.indent && !(is_first && line.number < here.number)
        });
        line.key.is_none() && !line.has_dash() && !is_continued
    })
}

/// An item that has no colon, above a key in the column of its content.
fn bare_item<'s>(refusal: &Refusal<'s>) -> Option<Line<'s>> {
    let above = refusal.above(refusal.line.number).next()?;
    let is_item = above.has_dash() && above.key.is_none();
    (is_item && above.content == refusal.line.indent && refusal.line.key.is_some()).then_some(above)
}

/// `"title: Forum"`, `title = Forum`, or `territory` with what belongs to it below.
pub(super) fn missing(refusal: &Refusal) -> Option<Found> {
    [bare(refusal), bare_item(refusal)]
        .into_iter()
        .flatten()
        .find_map(|line| without(refusal, line))
}

/// A line without its colon, and the line as it was meant, where its key can be told.
fn without(refusal: &Refusal, line: Line) -> Option<Found> {
    let (head, content) = (&line.text[..line.content], line.content());
    let marked = content.strip_prefix('"').and_then(|content| content.strip_suffix('"'));
    let is_group = refusal.below(line.number).next().is_some_and(|next| next.indent > line.indent);
    let (text, is_certain) =
        if let Some(pair) = marked.filter(|pair| Line::of(1, pair).has_plain_key()) {
            (format!("{head}{pair}"), true)
        } else if let Some((key, value)) = content.split_once(['=', ';']) {
            let key = Some(key.trim()).filter(|key| is_plain_key(key))?;
            (format!("{head}{key}: {}", value.trim()), false)
        } else {
            let key = Some(content).filter(|key| is_plain_key(key) && is_group)?;
            (format!("{head}{key}:"), true)
        };
    Some(Found::at(line.whole()).with_line(&line, text, is_certain))
}

/// Any other line among keys that has no colon.
pub(super) fn none(refusal: &Refusal) -> Option<Found> {
    bare(refusal).map(|line| Found::at(line.whole()))
}

/// A line with its text in quotation marks.
#[derive(Debug, PartialEq, Eq)]
struct Quoted {
    /// Without the spaces before it.
    line: String,
    /// Whether that takes no judgement: nothing in it may have been meant as something else.
    is_safe: bool,
}

/// The line with its value in quotation marks, where it holds a second `: ` or ends with a colon. An
/// item that does not begin with a key is one text as a whole.
fn quoted(line: &str) -> Option<Quoted> {
    let (dash, rest) = match line.trim().strip_prefix("- ") {
        Some(rest) => ("- ", rest.trim()),
        None => ("", line.trim()),
    };
    let (key, value) = rest.split_once(": ")?;
    let (head, value) = if dash.is_empty() || is_plain_key(key) {
        (format!("{dash}{}: ", key.trim()), value.trim())
    } else {
        (dash.to_owned(), rest)
    };
    let bare = !value.starts_with(['"', '\'', '|', '>', '[', '{', '&', '*', '!']);
    if !bare || !(value.contains(": ") || value.ends_with(':')) {
        return None;
    }
    let (text, comment) = match value.find(" #") {
        Some(at) => (value[..at].trim_end(), &value[at..]),
        None => (value, ""),
    };
    // Wide spaces, or a value in marks behind another key: perhaps two lines became one.
    let joined = text.contains("  ") || text.contains('\t') || text.contains(": \"");
    let is_safe = comment.is_empty() && !joined;
    Some(Quoted { line: format!("{head}{}{comment}", marked(text)), is_safe })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_gets_its_quotation_marks_where_that_takes_no_judgement() {
        for (written, expected, safe) in [
            ("title: Phase 2 : toiture", "title: \"Phase 2 : toiture\"", true),
            ("  - Alix : bonjour : merci", "- \"Alix : bonjour : merci\"", true),
            ("- name: Habitat : 74", "- name: \"Habitat : 74\"", true),
            ("title: Phase 2 : toit # à revoir", "title: \"Phase 2 : toit\" # à revoir", false),
            ("- name: Habitat 74/    siret: 732", "- name: \"Habitat 74/    siret: 732\"", false),
            ("a: \"b\" : c", "", false),
        ] {
            let found = quoted(written).map(|quoted| (quoted.line, quoted.is_safe));
            let expected = Some((expected.to_owned(), safe)).filter(|(line, _)| !line.is_empty());
            assert_eq!(found, expected, "{written}");
        }
    }
}
