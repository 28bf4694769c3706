//! The parts of a text that certainly are apart: lines, marked or numbered items, what a semicolon
//! ends, what a heading opens.

use crate::value::bullets::items;
use crate::value::list::piece::Piece;

/// The whole text.
pub fn whole(text: &str) -> Vec<Piece> {
    vec![Piece::of(text)]
}

/// Lines, items and what semicolons end.
pub fn lines(text: &str) -> Vec<Piece> {
    let lines = numbered(text).unwrap_or_else(|| items(text)).into_iter();
    lines.flat_map(|line| semicolons(&line.replace('\n', " "), None)).collect()
}

/// The same, under headings in bold: `**De l'association Oie :** Alix ; Sam`.
pub fn under_headings(text: &str) -> Vec<Piece> {
    if !text.contains("**") {
        return lines(text);
    }
    let mut segments = Vec::new();
    for line in items(text) {
        let mut heading = None;
        for (index, part) in line.replace('\n', " ").split("**").enumerate() {
            match part.trim().strip_suffix(':') {
                Some(opens) if index % 2 == 1 => heading = Some(opens.trim().to_owned()),
                // Bold that is no heading stays as it was written.
                _ if index % 2 == 1 => return lines(text),
                _ => segments.extend(semicolons(part, heading.as_deref())),
            }
        }
    }
    segments
}

/// What semicolons end, but not within parentheses.
fn semicolons(text: &str, heading: Option<&str>) -> Vec<Piece> {
    let mut parts = vec![String::new()];
    let mut depth = 0_usize;
    let closes = text.rfind(')').unwrap_or_default();
    for (at, c) in text.char_indices() {
        match c {
            '(' if at < closes => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match (c, parts.last_mut()) {
            (';', _) if depth == 0 => parts.push(String::new()),
            (c, Some(last)) => last.push(c),
            (_, None) => {}
        }
    }
    let heading = heading.map(str::to_owned);
    let segments = parts
        .iter()
        .map(|part| Piece { heading: heading.clone(), ..Piece::of(part) })
        .filter(|segment| !segment.text.is_empty());
    segments.collect()
}

/// The items of a text that numbers them from one on: `1. Alix 2. Sam`.
fn numbered(text: &str) -> Option<Vec<String>> {
    let mark = ['.', ')'].into_iter().find(|mark| text.starts_with(&format!("1{mark} ")))?;
    let mut items = Vec::new();
    let mut rest = text.get(2..)?;
    for number in 2.. {
        let next = [' ', '\n'].into_iter().find_map(|before| {
            let sign = format!("{before}{number}{mark} ");
            rest.find(&sign).map(|at| (at, sign.len()))
        });
        let Some((at, length)) = next else {
            break;
        };
        items.push(rest[..at].trim().to_owned());
        rest = &rest[at + length..];
    }
    items.push(rest.trim().to_owned());
    (items.len() > 1).then_some(items)
}
