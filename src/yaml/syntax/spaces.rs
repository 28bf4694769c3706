//! Spaces that lack, and what looks like one and is none.

use crate::yaml::syntax::line::{Line, is_plain_key};
use crate::yaml::syntax::refusal::Refusal;
use crate::yaml::syntax::slip::Found;

/// How many spaces stand for a tab.
const TAB: &str = "  ";
/// The mark that some editors put before a text.
const BOM: char = '\u{feff}';

/// A control character, or a byte order mark, which nobody sees.
pub(super) fn invisible(refusal: &Refusal) -> Option<Found> {
    let is_invisible = |c: char| c == BOM || c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    let line = refusal.line;
    let at = line.text.find(is_invisible)?;
    let sign = line.text[at..].chars().next()?;
    let text = line.text.replace(is_invisible, "");
    Some(Found::at(line.span(at..at + sign.len_utf8())).with_line(&line, text, true))
}

/// A tab where YAML needs spaces. The parser stops before the line that begins with it, or behind
/// it.
pub(super) fn tab(refusal: &Refusal) -> Option<Found> {
    let here = refusal.line.number;
    [here, here + 1].into_iter().find_map(|number| {
        let line = refusal.line_at(number);
        let start = line.text.find(|c: char| !matches!(c, ' ' | '\t'))?;
        let (before, rest) = line.text.split_at(start);
        if let Some(at) = before.find('\t') {
            let text = format!("{}{rest}", before.replace('\t', TAB));
            return Some(Found::at(line.span(at..at + 1)).with_line(&line, text, true));
        }
        let at = [":\t", "-\t"].into_iter().find_map(|mark| Some(line.text.find(mark)? + 1))?;
        let text = format!("{} {}", &line.text[..at], line.text[at..].trim_start());
        Some(Found::at(line.span(at..at + 1)).with_line(&line, text, true))
    })
}

/// A space that editors and web pages put in, and that YAML takes for a letter: before a key, or
/// behind its colon or hyphen.
pub(super) fn no_break(refusal: &Refusal) -> Option<Found> {
    let is_odd = |c: char| c.is_whitespace() && !c.is_ascii();
    refusal.before_key().find_map(|line| {
        let indent = line.text.len() - line.text.trim_start().len();
        let content = indent.max(line.content);
        let is_key = |at: &usize| is_plain_key(line.text[content..content + at].trim_end());
        let colon = line.text[content..].find(':').filter(is_key).map(|at| content + at + 1);
        let dash = line.text[indent..].starts_with('-').then_some(indent + 1);
        let is_odd_at = |at: &usize| line.text[*at..].starts_with(is_odd);
        let behind = [dash, colon].into_iter().flatten().find(is_odd_at);
        let at = line.text[..indent].find(is_odd).or(behind)?;
        let end = behind.map_or(indent, |at| line.text.len() - line.text[at..].trim_start().len());
        let plain = line.text[..end].replace(is_odd, " ");
        let width = line.text[at..].chars().next().map_or(1, char::len_utf8);
        let text = format!("{plain}{}", &line.text[end..]);
        Some(Found::at(line.span(at..at + width)).with_line(&line, text, true))
    })
}

/// `title:Forum`.
pub(super) fn missing_after_colon(refusal: &Refusal) -> Option<Found> {
    refusal.before_key().filter(|line| line.key.is_none()).find_map(|line| {
        let (key, value) = unparted(line.content())?;
        let at = line.content + line.content().find(':')?;
        let text = format!("{}{key}: {value}", &line.text[..line.content]);
        Some(Found::at(line.span(at..at + 1)).with_line(&line, text, is_plain_key(key)))
    })
}

/// `territory:{name: Bourg}` or `-{text: Prévenir}`, in which YAML reads the key `-{text`.
pub(super) fn missing_before_bracket(refusal: &Refusal) -> Option<Found> {
    let line = refusal.line;
    let content = line.content();
    let mark = if content.starts_with('-') { 0 } else { unparted(content)?.0.len() };
    let at = line.content + mark + 1;
    let (before, group) = line.text.split_at_checked(at)?;
    group.starts_with(['[', '{']).then(|| {
        let text = format!("{before} {group}");
        Found::at(line.span(at..at + 1)).with_line(&line, text, true)
    })
}

/// A key and its value, where no space parts the two.
pub fn unparted(text: &str) -> Option<(&str, &str)> {
    let (key, value) = text.split_once(':')?;
    let is_key = is_plain_key(&key.trim_end().to_lowercase());
    let is_value = !value.starts_with(|c: char| matches!(c, '/' | ']' | '}') || c.is_whitespace());
    (is_key && is_value && !value.is_empty()).then_some((key.trim_end(), value))
}

/// `-Sam` beside `- Alix`.
pub(super) fn missing_after_dash(refusal: &Refusal) -> Option<Found> {
    refusal.before_key().find_map(|line| {
        let item = line.content().strip_prefix('-').filter(|item| !item.starts_with('-'))?;
        let is_beside = |other: Line| other.has_dash() && other.indent == line.indent;
        let above = refusal.above(line.number).next().is_some_and(is_beside);
        let next = refusal.below(line.number).next();
        let below = next.is_some_and(is_beside);
        // `-text: Prévenir`, with the other keys of the item in their column.
        let is_key = Line::of(line.number, item).has_plain_key();
        let has_members = is_key && next.is_some_and(|next| next.indent == line.indent + 2);
        if line.has_dash() || item.is_empty() || !(above || below || has_members) {
            return None;
        }
        let at = line.indent;
        let text = format!("{}- {item}", &line.text[..at]);
        Some(Found::at(line.span(at..at + 1)).with_line(&line, text, true))
    })
}
