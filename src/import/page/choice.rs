//! Which of the lines that may be labels are labels.
//!
//! A label cuts off what stands above it, so a line within a text is one only where that is sure:
//! by its own words and marks, by its place in the order of the page, or because it is written
//! like the label above. The others stay text, and are told.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::slice;

use crate::import::page::candidate::{Candidate, End, Mark, is_inexact_date, reads};
use crate::import::page::items::has_items;
use crate::import::page::lines::{Line, ends_a_sentence};
use crate::import::page::vocabulary::Content;
use crate::value::bullets::strip_mark;

/// A line that is a label.
#[derive(Clone)]
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

/// Looks at the line below each label that is alone on its line: where that reads as its value, the
/// label is surer, and `fin 2022` below `Date de début` is no label of its own.
pub(super) fn look_below(lines: &[Line], all: &mut [Option<Candidate>]) {
    let mut below: Option<usize> = None;
    for index in (0..lines.len()).rev() {
        let alone = all[index].as_ref().filter(|candidate| candidate.value.is_none());
        if let (Some(label), Some(below)) = (alone.and_then(|one| one.label), below) {
            let text = lines[below].text.trim();
            let text = strip_mark(text).unwrap_or(text);
            if reads(label, text)
                && let Some(candidate) = &mut all[index]
            {
                candidate.strength = candidate.strength.max(4);
            }
            if text.starts_with(char::is_lowercase) && is_inexact_date(label, text) {
                all[below].take_if(|below| below.dress.end == End::Space);
            }
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
    let mut there: Vec<Chosen> = there.collect();
    leave_wordings_of_labelled(&mut there);
    let in_order = in_order(&there);
    let surest = Surest::of(&there, &in_order);
    let mut choice = Choice { labels: Vec::new(), doubts: Vec::new() };
    let (mut marked, mut looked) = (false, page.start);
    for chosen in &there {
        marked |= has_items(&lines[looked..chosen.line]);
        looked = chosen.line;
        let key = chosen.candidate.key();
        let is_taken = choice.labels.iter().any(|label| label.candidate.key() == key);
        let in_order = in_order.contains(&chosen.line);
        let context = Context {
            lines: &lines[page.start..chosen.line],
            next: lines[chosen.line + 1..page.end].iter().find(|line| !line.is_blank()),
            above: choice.labels.last(),
            marked,
            in_order,
            has_rival: surest.is_other(chosen, in_order),
            is_taken: is_taken && !chosen.candidate.lists(),
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

/// Leaves out what people only call a field that has a label on the page.
fn leave_wordings_of_labelled(candidates: &mut Vec<Chosen>) {
    let is_wording = |one: &Chosen| one.candidate.label.is_some_and(|label| label.is_wording);
    let labelled: HashSet<&str> =
        candidates.iter().filter(|one| !is_wording(one)).map(|one| one.candidate.key()).collect();
    candidates.retain(|one| !is_wording(one) || !labelled.contains(one.candidate.key()));
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
    /// Whether its field, which holds one value, has a label above.
    is_taken: bool,
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
    let within_items = context.marked && !candidate.dress.in_list && candidate.strength >= 2;
    if within_items && candidate.value.is_none() && candidate.lists() {
        // Another word for a list that is there goes on with it.
        return true;
    }
    if context.has_rival {
        return false;
    }
    if context.is_taken {
        // A second value is none of the names above it.
        return candidate.strength == 4 && candidate.value.is_some() && !above.content().is_text();
    }
    if candidate.strength == 1 {
        let place = |one: &Candidate| one.label.and_then(|label| label.place);
        let follows = place(above).is_some() && place(above) < place(candidate);
        return (context.in_order || follows) && !above.content().is_text();
    }
    // A list below a label that is due one is as good as its dress.
    let next_is_item = context.next.is_some_and(|next| has_items(slice::from_ref(next)));
    let over_items = candidate.lists() && candidate.value.is_none() && next_is_item;
    let alike = candidate.dress.is_like(above.dress);
    !above.content().is_text()
        || within_items
        || context.in_order && candidate.strength >= 3
        || alike && candidate.strength >= 3
        || (alike || over_items) && ends_a_text(candidate, context)
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
    let goes_on = |next: &Line| {
        let next = next.text.trim();
        let joined = ["et ", "ou ", "and ", "or "].iter().any(|joint| next.starts_with(joint));
        joined || !candidate.lists() && next.starts_with(char::is_lowercase)
    };
    let begins = !context.next.is_some_and(goes_on);
    let before = context.lines.iter().rev().map(|line| line.text.trim());
    let mut before = before.skip_while(|line| line.is_empty());
    let last = before.next().unwrap_or_default();
    let ends = ends_a_sentence(last);
    // Of a list in a sentence, each line is a word or two.
    let in_prose = context.above.is_some_and(|above| above.candidate.content() == Content::Prose);
    let is_open = last.ends_with([',', ':', ';']) || in_prose && last.split(' ').count() < 3;
    begins && (ends || !is_open)
}

/// How sure the surest line for the label of each field is, and whether one as sure stands in its
/// order.
struct Surest(HashMap<&'static str, (u8, bool)>);

impl Surest {
    fn of(candidates: &[Chosen], in_order: &HashSet<usize>) -> Surest {
        let mut surest: HashMap<&'static str, (u8, bool)> = HashMap::new();
        for Chosen { line, candidate } in candidates {
            let one = (candidate.strength, in_order.contains(line));
            let held = surest.entry(candidate.key()).or_insert(one);
            *held = one.max(*held);
        }
        Surest(surest)
    }

    /// Whether another line is rather the label of a field.
    fn is_other(&self, chosen: &Chosen, in_order: bool) -> bool {
        let one = (chosen.candidate.strength, in_order);
        let surest = self.0.get(chosen.candidate.key());
        surest.is_some_and(|surest| surest.0 >= 2 && *surest > one)
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::page::lines::lines;

    /// The lines of a page that are labels, and those that may be.
    fn chosen(page: &str) -> (Vec<usize>, Vec<usize>) {
        let (lines, mut candidates): (Vec<Line>, Vec<_>) = lines(page.lines()).into_iter().unzip();
        look_below(&lines, &mut candidates);
        let choice = choose(&lines, &candidates, 0..lines.len());
        let places = |chosen: &[Chosen]| chosen.iter().map(|one| one.line).collect();
        (places(&choice.labels), places(&choice.doubts))
    }

    #[test]
    fn a_label_is_one_by_its_words_its_place_or_its_dress() {
        for (page, labels, doubts) in [
            // Its words are enough.
            ("T\nNom du territoire\nOie\nDemande Client\nParler.", vec![1, 3], vec![]),
            // What reads as its value makes a short one sure.
            ("T\nNom du territoire\nOie\nCoût\n900 €", vec![1, 3], vec![]),
            // A sentence with the words of a label is none.
            ("T\nDemande Client\nCoût des travaux\nParler.", vec![1], vec![]),
            // In a text, one that goes on is left there.
            ("T\nDemande Client\nIl faut :\nOutils\net temps", vec![1], vec![3]),
            // The same behind the end of a sentence, written as the label above.
            ("T\nBudget\n900 €\nContexte\nParler.\nOutils\nforum", vec![1, 3, 5], vec![]),
            // A mark makes any heading one of its own.
            ("T\n== Demande ==\nParler.\n== Presse ==\nRien.", vec![1, 3], vec![]),
            // What people only call a field is one where its value reads so.
            (
                "T\nÉquipe : Alix\nDates : mars 2022 – juin 2023\nTarif : 900 €",
                vec![1, 2, 3],
                vec![],
            ),
            ("T\nÉquipe : Alix\nDates : on verra\nPilote : Lou", vec![1], vec![]),
            ("T\nDates : 2022\nÉquipe : Alix\nPériode : 2023", vec![1, 2, 3], vec![]),
            // In a text it is left there, and so it is where a label names its field.
            ("T\n## Demande Client\nParler.\nDate : mars 2022", vec![1], vec![3]),
            ("T\nDate : 3 mai 2023\nÉquipe : Alix\nDébut : mars 2022", vec![2, 3], vec![]),
            // A date that begins like a label is the value of the label above it.
            ("T\nDate de début\nfin 2022\nDate de fin\nfin mars 2023", vec![1, 3], vec![]),
            ("T\nDate de fin\ndébut 2022", vec![1], vec![]),
            // With a capital it is a label, below one without a value.
            ("T\nDate de début\nFin mars 2023", vec![1, 2], vec![]),
            // Where its field has a label already, it is left there.
            ("T\nDurée\nDemande Client\nParler.\nDuree : 9 mois", vec![1, 2], vec![4]),
        ] {
            assert_eq!(chosen(page), (labels, doubts), "{page}");
        }
    }
}
