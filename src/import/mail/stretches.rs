//! What the writer of a reply wrote, cut where something is quoted.

use crate::import::mail::lines::{Line, Origin};
use crate::import::mail::questions::{LIKE, SAME, question};
use crate::sheet::ask::{is_ours, may_be_ours};
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

/// What the writer wrote, by stretches, and the questions that are quoted.
pub(super) fn stretches<'t>(lines: &[Line<'t>]) -> (Vec<Stretch<'t>>, Vec<&'static Field>) {
    let (mut stretches, mut asked): (Vec<Stretch>, Vec<&Field>) = (Vec::new(), Vec::new());
    let (mut below, mut tags) = (None, 0);
    // Whether our message has ended that nothing marks: what follows is no part of it.
    let mut is_over = false;
    let mut is_fresh = true;
    let mut at = 0;
    while let Some(Line { text, origin, tag }) = lines.get(at) {
        let new =
            |below, lines| Stretch { below, tags, is_unmarked: *origin == Origin::Below, lines };
        if let Some((length, field, rest)) = asks(lines, at) {
            asked.push(field);
            below = Some(asked.len() - 1);
            is_fresh = rest.is_empty();
            if !is_fresh {
                stretches.push(new(below, vec![rest]));
            }
            at += length;
            continue;
        }
        at += 1;
        let is_quoted = match origin {
            Origin::Own => is_ours(text),
            Origin::Quoted | Origin::Head => true,
            // Below a question an answer can stand, and so it can below the whole.
            Origin::Below => below.is_none() && !is_over || may_be_ours(text),
        };
        if tag.is_none() && !is_quoted {
            match stretches.last_mut().filter(|_| !is_fresh) {
                Some(stretch) => stretch.lines.push(text),
                None => stretches.push(new(below, vec![text])),
            }
            is_fresh = false;
            continue;
        }
        if tag.is_some() {
            tags += 1;
            is_over = true;
        }
        if *origin == Origin::Head {
            is_over = false;
        }
        if tag.is_some() || !text.is_empty() {
            below = None;
            is_fresh = true;
        }
    }
    (stretches, asked)
}

/// The most lines over which a question is broken.
const MOST: usize = 3;

/// The question that begins at a line: over how many lines, which, and what stands behind it that is not
/// ours. The writer has it in our words alone.
fn asks<'t>(lines: &[Line<'t>], at: usize) -> Option<(usize, &'static Field, &'t str)> {
    let origin = lines[at].origin;
    let least = if origin == Origin::Own { SAME } else { LIKE };
    let alike = lines[at..].iter().take(MOST);
    let alike = alike.take_while(|line| line.origin == origin && !line.text.is_empty());
    let texts: Vec<&str> = alike.map(|line| line.text).collect();
    (1..=texts.len()).find_map(|length| {
        let whole = texts[..length].join(" ");
        let (field, _) = question(&whole, least)?;
        let last = texts[length - 1];
        let rest = last.find('?').map_or("", |end| last[end + 1..].trim());
        Some((length, field, if may_be_ours(rest) { "" } else { rest }))
    })
}
