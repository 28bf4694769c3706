//! The pages of a text, each with its title and its sections.

use std::ops::Range;

use crate::import::page::candidate::{Candidate, Mark};
use crate::import::page::choice::{Choice, Chosen, choose, look_below};
use crate::import::page::foot::is_foot;
use crate::import::page::lines::{Line, filled, lines};
use crate::import::page::vocabulary::{Content, Label};
use crate::sheet::field::Field;
use crate::sheet::shape::Shape;
use crate::text::fold::name_key;
use crate::value::bullets::strip_bullet;
use crate::value::date;

/// A page of the wiki.
pub(in crate::import) struct Page<'a> {
    pub title: Option<Line<'a>>,
    /// What stands round the title, and at the foot of the page.
    pub around: Vec<Line<'a>>,
    pub sections: Vec<Section<'a>>,
    /// Names of labels that stand in a text, and may be none.
    pub doubts: Vec<Line<'a>>,
    /// Whether labels stand between its texts, and one of them may have been taken for a text.
    pub is_labelled: bool,
}

/// A label, and the lines to the next.
pub(in crate::import) struct Section<'a> {
    pub label: Option<Label>,
    /// The label as it is written.
    pub name: Line<'a>,
    pub lines: Vec<Line<'a>>,
    /// Whether each of its lines is an item, told apart by where the page comes from.
    pub is_itemised: bool,
}

impl<'a> Section<'a> {
    /// One whose field is known without a label.
    pub(in crate::import) fn of_field(
        field: &'static Field,
        name: Line<'a>,
        lines: Vec<Line<'a>>,
        is_itemised: bool,
    ) -> Section<'a> {
        let label =
            Some(Label { field: Some(field), is_of_wiki: false, is_wording: false, place: None });
        Section { label, name, lines, is_itemised }
    }

    /// Its lines with something on them.
    pub(super) fn filled(&self) -> impl Iterator<Item = Line<'a>> + '_ {
        filled(&self.lines)
    }

    /// The field that its label names.
    pub(super) fn field(&self) -> Option<&'static Field> {
        self.label?.field
    }

    pub(super) fn content(&self) -> Content {
        self.field().map_or(Content::Nothing, Content::of)
    }

    pub(super) fn shape(&self) -> Option<Shape> {
        self.field().map(|field| field.shape)
    }

    /// Whether it holds several values.
    pub(super) fn is_list(&self) -> bool {
        self.shape().is_some_and(|shape| shape.is_list())
    }

    pub(super) fn is_people(&self) -> bool {
        matches!(self.shape(), Some(Shape::People))
    }

    /// Whether people write sentences here, in paragraphs or as items.
    pub(super) fn is_prose(&self) -> bool {
        match self.content() {
            Content::Prose => true,
            Content::Items => self.shape().is_some_and(|shape| shape.is_prose()),
            _ => false,
        }
    }
}

/// The pages of a text; none without a label.
pub(super) fn pages<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<Page<'a>> {
    let (lines, mut candidates): (Vec<Line>, Vec<_>) = lines(texts).into_iter().unzip();
    look_below(&lines, &mut candidates);
    let pages = ranges(&lines, &candidates).into_iter();
    pages.filter_map(|range| page(&lines, &candidates, range)).collect()
}

fn page<'a>(
    lines: &[Line<'a>],
    candidates: &[Option<Candidate>],
    range: Range<usize>,
) -> Option<Page<'a>> {
    let Choice { labels, doubts } = choose(lines, candidates, range.clone());
    let first = labels.first()?.line;
    let last = labels.last()?.line;
    let foot = (last + 1..range.end).find(|line| is_foot(lines[*line].text));
    let foot = foot.unwrap_or(range.end);
    let has_title = labels.iter().any(|label| label.candidate.key() == "title");
    let above: Vec<Line> = filled(&lines[range.start..first]).collect();
    let title = if has_title { None } else { title(&above) };
    let round = above.iter().enumerate().filter(|(index, _)| Some(*index) != title);
    let around = round.map(|(_, line)| *line).chain(filled(&lines[foot..range.end]));
    let ends = labels.iter().skip(1).map(|next| next.line).chain([foot]);
    let sections = labels.iter().zip(ends).map(|(label, end)| section(lines, label, end));
    let doubts = doubts.iter().filter(|doubt| doubt.line > first && doubt.line < foot);
    Some(Page {
        title: title.map(|index| above[index]),
        around: around.collect(),
        is_labelled: true,
        doubts: doubts.map(|doubt| name(lines, doubt)).collect(),
        sections: sections.collect(),
    })
}

fn section<'a>(lines: &[Line<'a>], label: &Chosen, end: usize) -> Section<'a> {
    let line = lines[label.line];
    let value = label
        .candidate
        .value
        .clone()
        .map(|value| Line { text: &line.text[value.clone()], ..line.from(value.start) });
    let below = lines[label.line + 1..end].iter().copied();
    Section {
        label: label.candidate.label,
        name: name(lines, label),
        lines: value.into_iter().chain(below).collect(),
        is_itemised: false,
    }
}

fn name<'a>(lines: &[Line<'a>], label: &Chosen) -> Line<'a> {
    let line = lines[label.line];
    let name = label.candidate.name.clone();
    Line { text: &line.text[name.clone()], ..line.from(name.start) }
}

/// Which of the lines above the first label is the title: the heading, else the last that is no
/// sentence, no item, and neither says when nor by whom the page was written.
fn title(lines: &[Line]) -> Option<usize> {
    let heading = lines.iter().position(|line| line.text.starts_with(['=', '#']));
    let is_title = |line: &Line| {
        !line.text.ends_with(['.', ';', ':', ','])
            && !line.text.starts_with("**")
            && !line.text.starts_with('|')
            && strip_bullet(line.text).is_none()
            && line.text.contains(char::is_alphabetic)
            && !is_about_page(line.text)
    };
    let last = lines.iter().rposition(is_title);
    heading.or(last).or(lines.len().checked_sub(1))
}

/// Whether a line says when or by whom a page was written.
fn is_about_page(line: &str) -> bool {
    let key = name_key(line);
    WRITTEN.iter().any(|words| key.starts_with(words)) || date::parse(line).whole().is_some()
}

/// How such a line begins, folded; a title says what is made, not that a page was.
const WRITTEN: [&str; 12] = [
    "fiche redigee",
    "fiche creee",
    "page redigee",
    "redige par",
    "redigee par",
    "publie le",
    "publiee le",
    "mis a jour",
    "mise a jour",
    "derniere modification",
    "last modified",
    "written by",
];

/// Where each page of a text begins and ends: a second name of a territory begins a second page,
/// at the first label that stood before, with the title above it.
fn ranges(lines: &[Line], candidates: &[Option<Candidate>]) -> Vec<Range<usize>> {
    let sure = |line: usize| candidates[line].as_ref().filter(|found| found.strength >= 3);
    let names_territory =
        |line: &usize| sure(*line).is_some_and(|one| one.is_of_wiki() && one.key() == TERRITORY);
    let territories: Vec<usize> = (0..lines.len()).filter(names_territory).collect();
    let mut starts = vec![0];
    for pair in territories.windows(2) {
        let start = starts.last().copied().unwrap_or_default();
        let seen: Vec<&Label> =
            (start..=pair[0]).filter_map(|line| sure(line)?.label.as_ref()).collect();
        let is_again = |line: &usize| {
            let again = |label: &Label| {
                seen.iter().any(|seen| (seen.key(), seen.place) == (label.key(), label.place))
            };
            sure(*line).is_some_and(|found| found.label.as_ref().is_some_and(again))
        };
        let label = (pair[0] + 1..=pair[1]).find(is_again).unwrap_or(pair[1]);
        starts.push(title_above(lines, candidates, pair[0] + 1..label));
    }
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

const TERRITORY: &str = "territory.name";

/// Where a page begins whose first label stands at the end of some lines.
fn title_above(lines: &[Line], candidates: &[Option<Candidate>], above: Range<usize>) -> usize {
    let is_label = |line: usize| candidates[line].as_ref().is_some_and(|one| one.label.is_some());
    let is_heading = |line: &usize| {
        candidates[*line]
            .as_ref()
            .is_some_and(|found| found.label.is_none() && found.dress.mark == Mark::Heading(1))
    };
    let own = above.clone().rev().take_while(|line| !is_label(*line));
    let own: Vec<usize> = own.filter(|line| !lines[*line].is_blank()).collect();
    let heading = own.iter().copied().find(is_heading);
    heading.or(own.first().copied()).unwrap_or(above.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_is_above_what_is_said_of_the_page() {
        for above in [
            "Le bal",
            "Accueil > Projets\nLe bal",
            "Le bal\n12 mars 2023",
            "Le bal\n2023-14",
            "Le bal\nFiche rédigée par Sam\nMise à jour le 3 mai 2023",
            "Le bal\n- un\nIl a plu.",
            "= Le bal =\nCoopérative des Saules",
        ] {
            let page = format!("{above}\nNom du territoire\nOie");
            let pages = pages(page.lines());
            let title = pages[0].title.as_ref().expect("a title");
            assert_eq!(title.text.trim_matches(['=', ' ']), "Le bal", "{above}");
        }
        let pages = pages("Printemps 2023\nNom du territoire\nOie".lines());
        assert_eq!(pages[0].title.as_ref().map(|title| title.text), Some("Printemps 2023"));
    }
}
