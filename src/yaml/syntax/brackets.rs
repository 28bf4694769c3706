//! Brackets and braces: not closed, closed by another, with text behind them, or at the margin.

use crate::yaml::quoted::marked;
use crate::yaml::syntax::line::Line;
use crate::yaml::syntax::quotes::shifted;
use crate::yaml::syntax::refusal::Refusal;
use crate::yaml::syntax::slip::{Found, Rewrite};

const OPENING: [char; 2] = ['[', '{'];
const CLOSING: [char; 2] = [']', '}'];

/// The brackets that are open behind a text, with the byte where the last of them closed.
struct Depth {
    open: Vec<char>,
    closed: Option<usize>,
}

/// Follows the brackets of a text up to where the first of them closes.
fn depth(text: &str) -> Depth {
    let mut open = Vec::new();
    let mut before = ' ';
    let mut signs = text.char_indices();
    while let Some((at, sign)) = signs.next() {
        match sign {
            '[' | '{' => open.push(sign),
            ']' | '}' => {
                open.pop();
                if open.is_empty() {
                    return Depth { open, closed: Some(at + 1) };
                }
            }
            '#' if before.is_whitespace() => {
                signs.by_ref().find(|(_, sign)| *sign == '\n');
            }
            '"' | '\'' if matches!(before, ' ' | '[' | '{' | ',' | '\n') => {
                signs.by_ref().find(|(_, other)| *other == sign);
            }
            _ => {}
        }
        before = sign;
    }
    Depth { open, closed: None }
}

/// The nearest line at or above the place with a list or a group that is still open there.
fn opener<'s>(refusal: &Refusal<'s>) -> Option<Line<'s>> {
    let number = refusal.line.number;
    let lines = std::iter::once(refusal.line).chain(refusal.above(number));
    let place = refusal.source.byte(refusal.at);
    let mut openers = lines.filter(|line| line.value().starts_with(OPENING));
    openers.find(|line| {
        let text = refusal.source.text().get(start(refusal, line)..place).unwrap_or("");
        !depth(text).open.is_empty() && depth(text).closed.is_none()
    })
}

/// The byte of the text at which the value of a line begins.
fn start(refusal: &Refusal, line: &Line) -> usize {
    refusal.source.line_start(line.number) + line.value
}

/// `[atelier #2, forum]`: what follows the `#` is a comment, the bracket too.
pub(super) fn hash_within(refusal: &Refusal) -> Option<Found> {
    let line = opener(refusal)?;
    let at = line.value + line.value().find(" #")? + 1;
    line.text[at..].find(CLOSING)?;
    let from = line.text[..at].rfind(['[', '{', ','])? + 1;
    let to = at + line.text[at..].find([',', ']', '}'])?;
    // Of a key and its value, the value.
    let from = line.text[from..at].find(": ").map_or(from, |colon| from + colon + 2);
    let item = line.text[from..to].trim();
    let from = from + line.text[from..to].len() - line.text[from..to].trim_start().len();
    let is_certain = !item.contains(['"', '\'', ':']);
    let text = format!("{}{}{}", &line.text[..from], marked(item), &line.text[from + item.len()..]);
    Some(Found::at(line.span(at..to)).with_line(&line, text, is_certain))
}

/// `[Annulé] Forum`.
pub(super) fn text_after(refusal: &Refusal) -> Option<Found> {
    let line = refusal.line;
    let closed =
        line.value + depth(line.value()).closed.filter(|_| line.value().starts_with(OPENING))?;
    let rest = line.text[closed..].trim_start();
    if refusal.byte() < closed || rest.is_empty() || rest.starts_with(['#', ']', '}', ',']) {
        return None;
    }
    let is_certain = !line.may_have_comment();
    let text = format!("{}{}", &line.text[..line.value], marked(line.value()));
    let at = line.span(line.text.len() - rest.len()..line.text.len());
    Some(Found::at(at).with_line(&line, text, is_certain))
}

/// The list or group of a line: its last line, and whether it closes before another key.
fn extent<'s>(refusal: &Refusal<'s>, line: Line<'s>) -> (Line<'s>, bool) {
    let from = start(refusal, &line);
    let mut last = line;
    for next in refusal.below(line.number) {
        if next.has_plain_key() && next.indent <= line.content {
            return (last, false);
        }
        last = next;
        let end = refusal.source.line_start(next.number) + next.text.len();
        if depth(&refusal.source.text()[from..end]).closed.is_some() {
            return (last, true);
        }
    }
    (last, false)
}

/// A bracket, or what stands between two, at the column of its key.
pub(super) fn at_margin(refusal: &Refusal) -> Option<Found> {
    let line = opener(refusal).filter(|line| line.number < refusal.line.number)?;
    let (last, is_closed) = extent(refusal, line);
    let first = refusal.below(line.number).find(|next| next.indent <= line.indent)?;
    if !is_closed || first.number > last.number {
        return None;
    }
    let wanted = line.content + 2;
    let rewrite = shifted(refusal, first.number, last.number, wanted, true);
    Some(Found::at(first.whole()).with_lines(rewrite))
}

/// A bracket that opens and never closes.
pub(super) fn unclosed(refusal: &Refusal) -> Option<Found> {
    let line = opener(refusal)?;
    let (last, is_closed) = extent(refusal, line);
    if is_closed || depth(line.value()).closed.is_some() {
        return None;
    }
    let found = Found::at(line.span(line.value..line.value + 1));
    let end = refusal.source.line_start(last.number) + last.text.len();
    let Depth { open, .. } = depth(refusal.source.text().get(start(refusal, &line)..end)?);
    let close = match open.as_slice() {
        ['['] => ']',
        ['{'] => '}',
        _ => return Some(found),
    };
    let is_certain = !last.may_have_comment();
    let text = format!("{}{close}", last.text);
    let (first, last) = (last.number, last.number);
    Some(found.with_lines(Rewrite { first, last, text, is_certain }))
}

/// A closing bracket that nothing opened, or that another sign should be.
pub(super) fn misplaced(refusal: &Refusal) -> Option<Found> {
    let byte = refusal.byte();
    let sign = refusal.sign().filter(|sign| CLOSING.contains(sign))?;
    Some(Found::at(refusal.line.span(byte..byte + sign.len_utf8())))
}

/// `{{nom}}: …`: what stands in brackets where a key is due.
pub(super) fn as_key(refusal: &Refusal) -> Option<Found> {
    let line = refusal.line;
    let sign = refusal.sign().filter(|sign| OPENING.contains(sign))?;
    let found = Found::at(line.span(refusal.byte()..refusal.byte() + sign.len_utf8()));
    if !line.value().starts_with("{{") || refusal.byte() < line.value {
        return Some(found);
    }
    let text = format!("{}{}", &line.text[..line.value], marked(line.value()));
    Some(found.with_line(&line, text, !line.may_have_comment()))
}
