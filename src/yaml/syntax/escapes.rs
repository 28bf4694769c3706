//! A backslash between double quotation marks.

use crate::yaml::comments::closing;
use crate::yaml::quoted::marked;
use crate::yaml::syntax::refusal::Refusal;
use crate::yaml::syntax::slip::Found;

/// What may follow a backslash in YAML 1.2 (production 62).
const ESCAPES: &str = "0abt\tnvfre \"/\\N_LPxuU";

/// `"C:\photos"`.
pub(super) fn unknown(refusal: &Refusal) -> Option<Found> {
    let line = refusal.line;
    let open = refusal.byte();
    let close = closing(line.text, open);
    if refusal.sign() != Some('"') || !line.text[open + 1..close].ends_with('"') {
        return None;
    }
    let inner = &line.text[open + 1..close - 1];
    let mut known = 0;
    let mut unknown = Vec::new();
    let mut characters = inner.char_indices();
    while let Some((at, sign)) = characters.next() {
        if sign == '\\' {
            match characters.next() {
                Some((_, next)) if ESCAPES.contains(next) => known += 1,
                next => unknown.push((at, next.map_or(1, |(_, next)| 1 + next.len_utf8()))),
            }
        }
    }
    let (at, length) = *unknown.first()?;
    let at = open + 1 + at;
    let text = format!("{}{}{}", &line.text[..open], marked(inner), &line.text[close..]);
    Some(Found::at(line.span(at..at + length)).with_line(&line, text, known == 0))
}
