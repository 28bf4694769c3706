//! A backslash between double quotation marks.

use crate::yaml::comments::closing;
use crate::yaml::quoted::marked;
use crate::yaml::syntax::refusal::Refusal;
use crate::yaml::syntax::slip::Found;

/// What may follow a backslash in YAML 1.2 (production 62).
const ESCAPES: &str = "0abt\tnvfre \"/\\N_LPxuU";

/// How many hexadecimal digits must follow a letter behind a backslash.
fn digits(letter: char) -> usize {
    match letter {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    }
}

/// `"C:\photos"`, `"C:\Users"`.
pub(super) fn unknown(refusal: &Refusal) -> Option<Found> {
    let line = refusal.line;
    // Before a digit that is missing, the parser stops where the key begins.
    let open = if refusal.sign() == Some('"') { refusal.byte() } else { line.value };
    let quoted = line.text.get(open..).filter(|text| text.starts_with('"'))?;
    let close = open + closing(quoted, 0);
    if !line.text[open + 1..close].ends_with('"') {
        return None;
    }
    let inner = &line.text[open + 1..close - 1];
    let mut known = 0;
    let mut unknown = Vec::new();
    let mut characters = inner.char_indices();
    while let Some((at, sign)) = characters.next() {
        if sign == '\\' {
            match characters.next() {
                Some((at, next)) if ESCAPES.contains(next) && is_whole(&inner[at + 1..], next) => {
                    known += 1;
                }
                next => unknown.push((at, next.map_or(1, |(_, next)| 1 + next.len_utf8()))),
            }
        }
    }
    let (at, length) = *unknown.first()?;
    let at = open + 1 + at;
    let text = format!("{}{}{}", &line.text[..open], marked(inner), &line.text[close..]);
    Some(Found::at(line.span(at..at + length)).with_line(&line, text, known == 0))
}

/// Whether the digits stand behind the letter of an escape.
fn is_whole(behind: &str, letter: char) -> bool {
    let there = behind.chars().take_while(char::is_ascii_hexdigit).take(digits(letter));
    there.count() == digits(letter)
}
