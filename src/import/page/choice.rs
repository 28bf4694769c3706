//! Which of the lines that may be labels are labels.
//!
//! A label cuts off what stands above it, so a line within a text is one only where that is sure:
//! by its own words and marks, by its place in the order of the page, or because it is written
//! like the label above. The others stay text, and are told.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::import::page::candidate::{Candidate, Mark, reads};
use crate::import::page::lines::Line;
use crate::import::page::vocabulary::Content;

/// A line that is a label.
#[derive(Clone, Debug)]
pub(super) struct Chosen {
    /// The index of the line.
    pub line: usize,
    pub candidate: Candidate,
}

/// The labels of one page, and the lines that may be labels and are taken for text.
pub(super) struct Choice {
    pub labels: Vec<Chosen>,
    pub doubts: Vec<Chosen>,
}

/// Makes a label alone on its line surer where the line below reads as its value.
pub(super) fn look_below(lines: &[Line], all: &mut [Option<Candidate>]) {
    let mut below: Option<usize> = None;
    for index in (0..lines.len()).rev() {
        if let Some(candidate) = &mut all[index]
            && candidate.value.is_none()
            && candidate.strength < 4
            && let (Some(label), Some(below)) = (candidate.label, below)
            && reads(label, lines[below].text.trim())
        {
            candidate.strength = 4;
        }
        below = if lines[index].is_blank() { below } else { Some(index) };
    }
}

/// Chooses the labels of a page.
pub(super) fn choose(
    lines: &[Line],
    candidates: &[Option<Candidate>],
    page: Range<usize>,
) -> Choice {
    let there =
        page.clone().filter_map(|line| Some(Chosen { line, candidate: candidates[line].clone()? }));
    let there: Vec<Chosen> = there.collect();
    let in_order = in_order(&there);
    let rivals = Rivals::of(&there, &in_order);
    let mut choice = Choice { labels: Vec::new(), doubts: Vec::new() };
    let (mut marked, mut looked) = (false, page.start);
    for chosen in &there {
        marked |= lines[looked..chosen.line].iter().any(is_item);
        looked = chosen.line;
        let context = Context {
            lines: &lines[page.start..chosen.line],
            next: lines[chosen.line + 1..page.end].iter().find(|line| !line.is_blank()),
            above: choice.labels.last(),
            marked,
            in_order: in_order.contains(&chosen.line),
            has_rival: rivals.has(chosen, &in_order),
        };
        if is_label(&chosen.candidate, &context) {
            choice.labels.push(chosen.clone());
            marked = false;
            looked = chosen.line + 1;
        } else if chosen.candidate.label.is_some() && chosen.candidate.strength >= 2 {
            choice.doubts.push(chosen.clone());
        }
    }
    choice
}

/// What stands round a line that may be a label.
struct Context<'c, 'a> {
    /// The lines above it.
    lines: &'c [Line<'a>],
    /// The first line with something on it below.
    next: Option<&'c Line<'a>>,
    /// The label above.
    above: Option<&'c Chosen>,
    /// Whether what stands under that label has the marks of items.
    marked: bool,
    /// Whether it belongs to the longest row of labels in the order of the wiki's page.
    in_order: bool,
    /// Whether another line is rather the label of the same field.
    has_rival: bool,
}

fn is_label(candidate: &Candidate, context: &Context) -> bool {
    let Some(above) = context.above else {
        // Before the first label stands the title.
        return candidate.label.is_some() && (candidate.strength >= 2 || context.in_order);
    };
    let above = &above.candidate;
    if candidate.label.is_none() {
        return opens_anew(candidate, above);
    }
    if candidate.strength == 5 {
        return true;
    }
    if context.has_rival {
        return false;
    }
    let within_items = context.marked && !candidate.dress.in_list;
    if candidate.strength == 1 {
        return context.in_order && !above.content().is_text();
    }
    !above.content().is_text()
        || within_items
        || context.in_order && candidate.strength >= 3
        || candidate.dress == above.dress
            && (candidate.strength >= 3 || ends_a_text(candidate, context))
}

/// Whether an unknown heading opens a section of its own, and is none within the text above.
fn opens_anew(heading: &Candidate, above: &Candidate) -> bool {
    match (heading.dress.mark, above.dress.mark) {
        (Mark::Heading(rank), Mark::Heading(outer)) if above.content() == Content::Prose => {
            rank <= outer
        }
        _ => true,
    }
}

/// Whether the text above a line is at an end, and another begins below it.
fn ends_a_text(candidate: &Candidate, context: &Context) -> bool {
    if candidate.value.is_some() {
        return true;
    }
    let begins = context.next.is_none_or(|next| !next.text.trim().starts_with(char::is_lowercase));
    let before = context.lines.iter().rev().map(|line| line.text.trim());
    let mut before = before.skip_while(|line| line.is_empty());
    let last = before.next().unwrap_or_default();
    let ends = last.ends_with(['.', '!', '?', '»', ')', '…']);
    // Of a list in a sentence, each line is a word or two.
    let in_prose = context.above.is_some_and(|above| above.candidate.content() == Content::Prose);
    let goes_on = last.ends_with([',', ':', ';']) || in_prose && last.split(' ').count() < 3;
    begins && (ends || !goes_on)
}

/// The surest lines for the label of each field.
struct Rivals(HashMap<&'static str, Surest>);

/// How sure the surest lines are; the first of them; whether one stands in its order.
struct Surest {
    strength: u8,
    first: usize,
    in_order: bool,
}

impl Rivals {
    fn of(candidates: &[Chosen], in_order: &HashSet<usize>) -> Rivals {
        let mut rivals: HashMap<&'static str, Surest> = HashMap::new();
        for Chosen { line, candidate } in candidates.iter().filter(|one| one.candidate.key() != "")
        {
            let in_order = in_order.contains(line);
            let one = Surest { strength: candidate.strength, first: *line, in_order };
            match rivals.get_mut(candidate.key()) {
                Some(held) if held.strength < one.strength => *held = one,
                Some(held) => held.in_order |= held.strength == one.strength && in_order,
                None => _ = rivals.insert(candidate.key(), one),
            }
        }
        Rivals(rivals)
    }

    /// Whether another line is rather the label of a field.
    fn has(&self, chosen: &Chosen, in_order: &HashSet<usize>) -> bool {
        let Some(surest) = self.0.get(chosen.candidate.key()) else {
            return false;
        };
        let lists = matches!(chosen.candidate.content(), Content::Items | Content::Names);
        surest.strength > chosen.candidate.strength
            || surest.in_order && !in_order.contains(&chosen.line)
            || !lists && surest.first < chosen.line
    }
}

fn is_item(line: &Line) -> bool {
    let text = line.text.trim_start();
    text.starts_with(['-', '•', '*', '–']) && !text.starts_with("**")
}

/// The lines of the longest row of labels in the order of the wiki's page, each by its strength.
fn in_order(candidates: &[Chosen]) -> HashSet<usize> {
    // For each label the best row that ends with it: its strength, and its last link.
    let mut best: Vec<(usize, u32, usize)> = Vec::new();
    let mut links: Vec<(usize, Option<usize>)> = Vec::new();
    for Chosen { line, candidate } in candidates {
        let Some(place) = candidate.label.and_then(|label| label.place) else {
            continue;
        };
        let earlier = best.iter().filter(|(other, ..)| *other < place);
        let before = earlier.max_by_key(|(_, sum, link)| (*sum, usize::MAX - link));
        let sum = before.map_or(0, |(_, sum, _)| *sum) + u32::from(candidate.strength);
        let previous = before.map(|(.., link)| *link);
        match best.iter_mut().find(|(other, ..)| *other == place) {
            Some((_, known, _)) if *known >= sum => continue,
            Some(slot) => *slot = (place, sum, links.len()),
            None => best.push((place, sum, links.len())),
        }
        links.push((*line, previous));
    }
    let last = best.iter().max_by_key(|(_, sum, link)| (*sum, usize::MAX - link));
    let mut next = last.map(|(.., link)| *link);
    let mut lines = HashSet::new();
    while let Some(link) = next {
        lines.insert(links[link].0);
        next = links[link].1;
    }
    lines
}
