//! What the writer of a reply wrote, cut where something is quoted.

use crate::import::mail::lines::{Line, Origin};
use crate::import::mail::questions::question;
use crate::sheet::ask::{find_tag, is_ours};
use crate::sheet::field::Field;

/// A stretch of what the writer wrote, and which question stands right above it, by its index.
pub(super) struct Stretch<'t> {
    pub below: Option<usize>,
    pub lines: Vec<&'t str>,
}

/// What the writer wrote, by stretches, and the questions that are quoted.
pub(super) fn stretches<'t>(lines: &[Line<'t>]) -> (Vec<Stretch<'t>>, Vec<&'static Field>) {
    let (mut stretches, mut asked): (Vec<Stretch>, Vec<&Field>) = (Vec::new(), Vec::new());
    let mut below = None;
    let mut fresh = true;
    let mut behind_tag = false;
    let mut at = 0;
    while at < lines.len() {
        let Line { text, origin } = lines[at];
        let is_quoted = match origin {
            Origin::Own => is_tag(lines, at),
            Origin::Quoted | Origin::Head => true,
            // Below a question an answer can stand, and so it can below the whole.
            Origin::Below => {
                let is_open = below.is_some() || behind_tag;
                !is_open || is_ours(text) || is_tag(lines, at) || asks(lines, at).is_some()
            }
        };
        if !is_quoted {
            if fresh {
                stretches.push(Stretch { below, lines: Vec::new() });
                fresh = false;
            }
            if let Some(stretch) = stretches.last_mut() {
                stretch.lines.push(text);
            }
            at += 1;
            continue;
        }
        if origin != Origin::Own
            && let Some((length, field, rest)) = asks(lines, at)
        {
            asked.push(field);
            below = Some(asked.len() - 1);
            at += length;
            fresh = true;
            if !rest.is_empty() {
                stretches.push(Stretch { below, lines: vec![rest] });
                fresh = false;
            }
            continue;
        }
        if is_tag(lines, at) {
            behind_tag = true;
        }
        if !text.is_empty() {
            below = None;
            fresh = true;
        }
        at += 1;
    }
    (stretches, asked)
}

/// Whether a line is, or begins or ends, the line that brings an answer back.
fn is_tag(lines: &[Line], at: usize) -> bool {
    let text = lines[at].text;
    let with_next = || {
        let next = lines.get(at + 1).map_or("", |line| line.text);
        find_tag(&format!("{text} {next}")).is_some_and(|(found, _)| found.start < text.len())
    };
    let with_last = || {
        let last = at.checked_sub(1).map_or("", |at| lines[at].text);
        find_tag(&format!("{last} {text}")).is_some_and(|(found, _)| found.end > last.len() + 1)
    };
    !text.is_empty() && (find_tag(text).is_some() || with_next() || with_last())
}

/// The most lines over which a question is broken.
const MOST: usize = 3;

/// The question that begins at a line: over how many lines, which, and what stands behind it.
fn asks<'t>(lines: &[Line<'t>], at: usize) -> Option<(usize, &'static Field, &'t str)> {
    (1..=MOST).find_map(|length| {
        let broken = lines.get(at..at + length)?;
        let texts: Vec<&str> = broken.iter().map(|line| line.text).collect();
        if texts.iter().any(|text| text.is_empty()) {
            return None;
        }
        let whole = texts.join(" ");
        let (field, _) = question(&whole)?;
        let last = *texts.last()?;
        let rest = last.find('?').map_or("", |end| last[end + 1..].trim());
        Some((length, field, rest))
    })
}
