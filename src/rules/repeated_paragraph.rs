//! A long paragraph that stands twice.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::finding::{Kind, Severity};
use crate::lang::{Phrase, Text};
use crate::portfolio::Place;
use crate::rules::{Check, Remark, Rule, Subject};
use crate::source::edit::Change;
use crate::source::tree::Tree;

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "repeated-paragraph",
        severity: Severity::Warning,
        title: Text::new("a passage stands twice", "un passage se trouve deux fois"),
        why: Text::new(
            "A passage that was pasted twice makes the sheet longer, counts twice in every search, \
             and often hides the passage that should have been there.",
            "Un passage collé deux fois allonge la fiche, compte double dans toute recherche, et \
             cache souvent celui qui aurait dû s'y trouver.",
        ),
        fix: Text::new("remove one of the two", "supprimez l'un des deux"),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndescription:\n  request: |\n    La commune souhaite que les habitants de chaque hameau décident ensemble du budget des fêtes.\n    Elle a deux mois.\n    ⟦La commune souhaite que les habitants de⟧ chaque hameau décident ensemble du budget des fêtes.\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndescription:\n  request: |\n    La commune souhaite que les habitants de chaque hameau décident ensemble du budget des fêtes.\n    Elle a deux mois.\n    Elle a deux mois.\n",
    },
    check: Check::Within(check),
};

/// The shortest paragraph, in characters, whose repetition is told.
const LONG: usize = 80;

/// A paragraph: the index of its prose, its place, its text, and the whole of which it is a part.
struct Paragraph<'a> {
    prose: usize,
    field: &'a str,
    text: &'a str,
    whole: &'a str,
}

fn check(subject: &Subject) -> Vec<Remark> {
    let prose = subject.prose;
    if !repeats(prose) {
        return Vec::new();
    }
    let paragraphs: Vec<Paragraph> = (prose.iter().enumerate())
        .flat_map(|(prose, (field, whole))| {
            let lines = whole.lines().map(str::trim).filter(|line| !line.is_empty());
            lines.map(move |text| Paragraph { prose, field, text, whole })
        })
        .collect();
    let mut first: HashMap<&str, usize> = HashMap::new();
    let earlier: Vec<Option<usize>> = (paragraphs.iter().enumerate())
        .map(|(index, paragraph)| {
            let earlier = *first.entry(paragraph.text).or_insert(index);
            (earlier < index && paragraph.text.chars().count() >= LONG).then_some(earlier)
        })
        .collect();
    let mut copies = Vec::new();
    let mut index = 0;
    while index < paragraphs.len() {
        let Some(original) = earlier[index] else {
            index += 1;
            continue;
        };
        let length = block(&paragraphs, index, original);
        copies.push(Copy { from: index, original, length });
        index += length;
    }
    let remarks = copies.iter().map(|copy| remark(&paragraphs, copy, &copies));
    remarks.collect()
}

/// Paragraphs in a row that repeat others.
struct Copy {
    from: usize,
    original: usize,
    length: usize,
}

impl Copy {
    /// Whether which of the two is the one too many takes no judgement: both stand in one text.
    fn is_in_one_text(&self, paragraphs: &[Paragraph]) -> bool {
        let (copy, first) = (&paragraphs[self.from], &paragraphs[self.original]);
        !copy.field.contains('[') && copy.prose == first.prose
    }
}

/// Whether any long paragraph stands twice: in most sheets none does.
fn repeats(prose: &[(String, &str)]) -> bool {
    let mut seen = HashSet::new();
    let lines = prose.iter().flat_map(|(_, text)| text.lines().map(str::trim));
    lines.filter(|line| line.len() >= LONG).any(|line| !seen.insert(line))
}

/// How many paragraphs in a row, short ones among them, repeat those from `original` on.
fn block(paragraphs: &[Paragraph], from: usize, original: usize) -> usize {
    let same = |offset: &usize| {
        let (copy, original) = (&paragraphs.get(from + offset), &paragraphs[original + offset]);
        copy.is_some_and(|copy| copy.text == original.text && copy.prose == paragraphs[from].prose)
    };
    (0..from - original).take_while(same).count().max(1)
}

fn remark(paragraphs: &[Paragraph], block: &Copy, copies: &[Copy]) -> Remark {
    let Copy { from, original, length } = *block;
    let (copy, first) = (&paragraphs[from], &paragraphs[original]);
    let before = |index: usize| {
        let same = |other: &&Paragraph| {
            other.field == paragraphs[index].field && other.text == paragraphs[index].text
        };
        paragraphs[..index].iter().filter(same).count()
    };
    let label = match length {
        1 => Phrase::new("this paragraph, again", "ce paragraphe, de nouveau"),
        _ => Phrase::new(
            format!("these {length} paragraphs, again"),
            format!("ces {length} paragraphes, de nouveau"),
        ),
    };
    let remark = Remark::on(Place::passage(copy.field, copy.text, before(from)), label).with_also(
        Place::passage(first.field, first.text, before(original)),
        Text::new("first here", "d'abord ici"),
    );
    let here = |other: &&Copy| {
        paragraphs[other.from].prose == copy.prose && other.is_in_one_text(paragraphs)
    };
    // All copies of one text go at once, with the first of them.
    let mut here = copies.iter().filter(here).peekable();
    match here.peek().is_some_and(|other| other.from == from) {
        false => remark,
        true => {
            let start = paragraphs.iter().position(|paragraph| paragraph.prose == copy.prose);
            let start = start.unwrap_or(from);
            let all = paragraphs[start..].iter().take_while(|other| other.prose == copy.prose);
            let stretches = here.map(|other| other.from - start..other.from - start + other.length);
            let kept = without(copy.whole, &stretches.collect::<Vec<_>>(), all.count());
            remark.with_mend(copy.field, Change::Set(Tree::text(kept)))
        }
    }
}

/// A text without stretches of its paragraphs, and without the blank lines before them.
fn without(text: &str, stretches: &[Range<usize>], all: usize) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut paragraph = 0;
    let mut next = 0;
    for line in text.lines() {
        let blank = line.trim().is_empty();
        while stretches.get(next).is_some_and(|stretch| stretch.end <= paragraph) {
            next += 1;
        }
        let inside = stretches.get(next).is_some_and(|stretch| stretch.contains(&paragraph));
        let ends = blank && paragraph == all;
        if !(inside || ends) {
            kept.push(line);
        }
        paragraph += usize::from(!blank);
    }
    kept.join("\n").trim_end().to_owned()
}
