//! Quotation marks: one too many, one too few, and lines between them at the margin.

use crate::yaml::comments::closing;
use crate::yaml::quoted::marked;
use crate::yaml::syntax::line::Line;
use crate::yaml::syntax::refusal::Refusal;
use crate::yaml::syntax::slip::{Found, Rewrite};

/// `'l'été'`: the apostrophe closes the text.
pub(super) fn apostrophe(refusal: &Refusal) -> Option<Found> {
    within(refusal, '\'')
}

/// `"Forum "ouvert""`.
pub(super) fn within_quotes(refusal: &Refusal) -> Option<Found> {
    within(refusal, '"')
}

/// A text that closes within a word, and is in quotation marks as a whole.
fn within(refusal: &Refusal, mark: char) -> Option<Found> {
    let (line, close) = closed_early(refusal)?;
    let value = line.value();
    let in_word = line.text[close..].starts_with(char::is_alphanumeric);
    if !in_word || !value.starts_with(mark) || !value.ends_with(mark) {
        return None;
    }
    let inner = &value[1..value.len() - 1];
    let inner = if mark == '\'' { inner.replace("''", "'") } else { inner.to_owned() };
    let is_certain = !line.may_have_comment() && !inner.contains('\\');
    let text = format!("{}{}", &line.text[..line.value], marked(&inner));
    Some(Found::at(line.span(close - 1..close)).with_line(&line, text, is_certain))
}

/// `"Forum" ouvert`.
pub(super) fn text_after(refusal: &Refusal) -> Option<Found> {
    if let Some((line, close)) = closed_early(refusal) {
        let rest = line.text.len() - line.text[close..].trim_start().len();
        let is_certain = !line.may_have_comment() && !line.value().contains('\\');
        let text = format!("{}{}", &line.text[..line.value], marked(line.value()));
        let at = line.span(rest..line.text.len());
        return Some(Found::at(at).with_line(&line, text, is_certain));
    }
    // In a list of one line, or behind several lines.
    let before = refusal.line.text[..refusal.byte()].trim_end();
    let is_text = refusal.sign().is_some_and(char::is_alphanumeric);
    (is_text && before.ends_with(['"', '\''])).then(|| {
        let byte = refusal.byte();
        Found::at(refusal.line.span(byte..refusal.line.text.len()))
    })
}

/// The line of the place, and the byte behind its closing mark, where text follows that.
fn closed_early<'s>(refusal: &Refusal<'s>) -> Option<(Line<'s>, usize)> {
    let line = refusal.line;
    if !line.value().starts_with(['"', '\'']) || line.content().is_empty() {
        return None;
    }
    let close = closing(line.text, line.value);
    let rest = line.text.get(close..)?.trim_start();
    (refusal.byte() >= close && !rest.is_empty() && !rest.starts_with('#')).then_some((line, close))
}

/// A text in quotation marks: the line where it opens, the last of its lines, and whether it closes
/// there, before another key begins.
struct Opened<'s> {
    line: Line<'s>,
    byte: usize,
    mark: char,
    last: Line<'s>,
    is_closed: bool,
}

/// What opens at the place.
fn opened<'s>(refusal: &Refusal<'s>) -> Option<Opened<'s>> {
    let mark = refusal.sign().filter(|sign| matches!(sign, '"' | '\''))?;
    let (line, text) = (refusal.line, refusal.source.text());
    let close = closing(text, refusal.source.byte(refusal.at));
    let is_closed = text[..close].ends_with(mark);
    let end = refusal.source.position(close).line;
    let lines = refusal.below(line.number);
    let (mut last, mut is_other_key) = (line, false);
    for next in lines.take_while(|next| next.number <= end) {
        if next.has_plain_key() && next.indent <= line.content {
            is_other_key = true;
            break;
        }
        last = next;
    }
    let byte = refusal.byte();
    Some(Opened { line, byte, mark, last, is_closed: is_closed && !is_other_key })
}

/// `---` or `...` at the margin of a text.
pub(super) fn marker(refusal: &Refusal) -> Option<Found> {
    let Opened { line, last, .. } = opened(refusal)?;
    let mut lines = refusal.below(line.number).take_while(|next| next.number <= last.number);
    let line = lines.find(|next| next.text.starts_with("---") || next.text == "...")?;
    Some(Found::at(line.whole()))
}

/// A text that is never closed, or only behind other keys.
pub(super) fn unclosed(refusal: &Refusal) -> Option<Found> {
    let Opened { line, byte, mark, last, .. } = opened(refusal).filter(|text| !text.is_closed)?;
    let found = Found::at(line.span(byte..line.text.len()));
    let inner = &line.text[byte + 1..];
    let other_marks = ['"', '\'', '”', '»', '\\'];
    let is_certain = !line.may_have_comment() && !inner.contains(other_marks);
    if last.number != line.number {
        return Some(found);
    }
    Some(found.with_line(&line, format!("{}{mark}", line.text), is_certain))
}

/// A text of several lines that goes on at the column of its key.
pub(super) fn at_margin(refusal: &Refusal) -> Option<Found> {
    let Opened { line, last, .. } = opened(refusal).filter(|text| text.is_closed)?;
    let mut lines = refusal.below(line.number).take_while(|next| next.number <= last.number);
    let first = lines.find(|next| next.indent <= line.indent)?;
    let wanted = if line.key.is_some() { line.content } else { line.indent } + 2;
    let is_certain = last.text.ends_with(['"', '\'']);
    Some(Found::at(first.whole()).with_lines(shifted(
        refusal,
        line.number + 1,
        last.number,
        wanted,
        is_certain,
    )))
}

/// Lines moved to the right so that the leftmost stands at a column.
pub(super) fn shifted(
    refusal: &Refusal,
    first: u32,
    last: u32,
    wanted: usize,
    is_certain: bool,
) -> Rewrite {
    let lines: Vec<Line> = (first..=last).map(|number| refusal.line_at(number)).collect();
    let written = lines.iter().filter(|line| !line.text.is_empty());
    let least = written.map(|line| line.indent).min().unwrap_or(0);
    let by = wanted.saturating_sub(least);
    let lines = lines.iter().map(|line| match line.text {
        "" => String::new(),
        _ => line.indented(line.indent + by),
    });
    let text = lines.collect::<Vec<_>>().join(refusal.source.line_end());
    Rewrite { first, last, text, is_certain }
}
