//! What the writer of a reply wrote, cut where something is quoted.

use std::ops::Range;

use crate::import::mail::lines::{Line, Origin};
use crate::import::mail::questions::question;
use crate::sheet::ask::{Tag, find_tags, is_ours};
use crate::sheet::field::Field;

/// A stretch of what the writer wrote.
pub(super) struct Stretch<'t> {
    /// Which question stands right above it, by its index.
    pub below: Option<usize>,
    /// How many of the lines that bring an answer back stand above it.
    pub tags: usize,
    /// Whether it stands where nothing marks what is quoted.
    pub is_unmarked: bool,
    pub lines: Vec<&'t str>,
}

/// A line that brings an answer back, and over which lines it is broken.
pub(super) type PlacedTag = (Range<usize>, Tag);

/// All lines that bring an answer back.
pub(super) fn tags(lines: &[Line]) -> Vec<PlacedTag> {
    let (mut whole, mut starts) = (String::new(), Vec::with_capacity(lines.len()));
    for line in lines {
        starts.push(whole.len());
        whole += line.text;
        whole.push('\n');
    }
    let line_of = |at: usize| starts.partition_point(|start| *start <= at);
    let found = find_tags(&whole).into_iter();
    found.map(|(found, tag)| (line_of(found.start) - 1..line_of(found.end), tag)).collect()
}

/// What the writer wrote, by stretches, and the questions that are quoted.
pub(super) fn stretches<'t>(
    lines: &[Line<'t>],
    tags: &[PlacedTag],
) -> (Vec<Stretch<'t>>, Vec<&'static Field>) {
    let (mut stretches, mut asked): (Vec<Stretch>, Vec<&Field>) = (Vec::new(), Vec::new());
    let mut below = None;
    let mut fresh = true;
    let mut passed = 0;
    let mut at = 0;
    while at < lines.len() {
        let Line { text, origin } = lines[at];
        passed += tags[passed..].iter().take_while(|(lines, _)| lines.start <= at).count();
        let is_tag = tags[..passed].last().is_some_and(|(lines, _)| lines.contains(&at));
        let new = |below| {
            let is_unmarked = origin == Origin::Below;
            Stretch { below, tags: passed, is_unmarked, lines: Vec::new() }
        };
        let is_quoted = match origin {
            Origin::Own => is_tag,
            Origin::Quoted | Origin::Head => true,
            // Below a question an answer can stand, and so it can below the whole.
            Origin::Below => {
                let is_open = below.is_some() || passed > 0;
                !is_open || is_tag || is_ours(text) || asks(lines, at).is_some()
            }
        };
        if !is_quoted {
            if fresh {
                stretches.push(new(below));
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
                stretches.push(Stretch { lines: vec![rest], ..new(below) });
                fresh = false;
            }
            continue;
        }
        if !text.is_empty() {
            below = None;
            fresh = true;
        }
        at += 1;
    }
    (stretches, asked)
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
