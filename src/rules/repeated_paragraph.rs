//! A long paragraph that stands twice.

use std::collections::{HashMap, HashSet};

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
    let mut remarks = Vec::new();
    let mut index = 0;
    while index < paragraphs.len() {
        let Some(original) = earlier[index] else {
            index += 1;
            continue;
        };
        let length = block(&paragraphs, index, original);
        remarks.push(remark(&paragraphs, index, original, length));
        index += length;
    }
    remarks
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

fn remark(paragraphs: &[Paragraph], from: usize, original: usize, length: usize) -> Remark {
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
    match copy.field.contains('[') || copy.prose != first.prose {
        // Which of two lessons, or of two fields, is the one too many, takes a judgement.
        true => remark,
        false => {
            let all = paragraphs.iter().filter(|paragraph| paragraph.prose == copy.prose);
            let start = paragraphs.iter().position(|paragraph| paragraph.prose == copy.prose);
            let at = from - start.unwrap_or(from);
            let kept = without(copy.whole, at, length, all.count());
            remark.with_mend(copy.field, Change::Set(Tree::text(kept)))
        }
    }
}

/// A text without so many of its paragraphs from one on, and without the blank lines before them.
fn without(text: &str, from: usize, length: usize, all: usize) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut paragraph = 0;
    for line in text.lines() {
        let blank = line.trim().is_empty();
        let inside = (from..from + length).contains(&paragraph);
        let ends = blank && paragraph == all;
        if !(inside || ends) {
            kept.push(line);
        }
        paragraph += usize::from(!blank);
    }
    kept.join("\n").trim_end().to_owned()
}
