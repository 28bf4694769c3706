//! A long paragraph that stands twice.

use std::collections::{HashMap, HashSet};

use crate::finding::{Lint, Severity};
use crate::lang::{phrase, text};
use crate::portfolio::Location;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::tree::{Change, Tree};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "repeated-paragraph",
        severity: Severity::Warning,
        title: text!("paragraph pasted twice", "paragraphe collé deux fois"),
        why: text!(
            "A paragraph pasted twice makes the sheet longer, counts twice in every search, and \
             often replaces the one that should be there.",
            "Un paragraphe collé deux fois allonge la fiche, compte double dans chaque recherche, \
             et a souvent pris la place d'un autre.",
        ),
        help: text!("remove one of them", "supprimez l'un des deux"),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
description:
  request: |
    La commune souhaite que les habitants de chaque hameau décident ensemble du budget des fêtes.
    Elle a deux mois.
    ⟦La commune souhaite que les habitants de⟧ chaque hameau décident ensemble du budget des fêtes.
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
description:
  request: |
    La commune souhaite que les habitants de chaque hameau décident ensemble du budget des fêtes.
    Elle a deux mois.
    Elle a deux mois.
",
    },
    check: Check::Sheet(check),
};

/// The shortest paragraph, in characters, whose repetition is reported.
const LONG: usize = 80;

/// So many repetitions of a sheet are reported.
const MAX_REPORTED: usize = 50;

/// A paragraph: the index of its prose, its place, its text, and the whole of which it is a part.
struct Paragraph<'a> {
    prose: usize,
    field: &'a str,
    text: &'a str,
    whole: &'a str,
}

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    if !repeats(context.prose().map(|text| text.text)) {
        return Vec::new();
    }
    let prose: Vec<(String, &str)> = context.prose().map(|text| (text.path(), text.text)).collect();
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
    let mut blocks: Vec<Repetition> = Vec::new();
    let mut index = 0;
    while index < paragraphs.len() {
        let Some(original) = earlier[index] else {
            index += 1;
            continue;
        };
        let length = block(&paragraphs, index, original);
        blocks.push(Repetition { from: index, original, length });
        index += length;
    }
    findings(&paragraphs, &blocks)
}

/// So many paragraphs in a row that repeat those from another on.
struct Repetition {
    from: usize,
    original: usize,
    length: usize,
}

/// One finding for each block; beyond so many, nobody reads on. The first in a text fixes all of it.
fn findings(paragraphs: &[Paragraph], blocks: &[Repetition]) -> Vec<FieldFinding> {
    let mut fixed = HashSet::new();
    let findings = blocks.iter().take(MAX_REPORTED).map(|block| {
        let finding = finding(paragraphs, block);
        let (copy, first) = (&paragraphs[block.from], &paragraphs[block.original]);
        // Which of two lessons, or of two fields, is the one too many, takes a judgement.
        let judged = copy.field.contains('[') || copy.prose != first.prose;
        if judged || !fixed.insert(copy.prose) {
            finding
        } else {
            let kept = without(paragraphs, copy.prose, blocks);
            finding.with_fix(copy.field, Change::Set(Tree::text(kept)))
        }
    });
    findings.collect()
}

/// Whether any long paragraph stands twice: in most sheets none does.
fn repeats<'a>(prose: impl Iterator<Item = &'a str>) -> bool {
    let is_long = |text: &&str| text.len() >= LONG;
    let lines = prose.filter(is_long).flat_map(|text| text.lines().map(str::trim));
    let mut long: Vec<&str> = lines.filter(is_long).collect();
    long.sort_unstable();
    long.windows(2).any(|pair| pair[0] == pair[1])
}

/// How many paragraphs in a row, short ones among them, repeat those from `original` on.
fn block(paragraphs: &[Paragraph], from: usize, original: usize) -> usize {
    (0..from - original)
        .take_while(|offset| {
            let (copy, original) = (&paragraphs.get(from + offset), &paragraphs[original + offset]);
            copy.is_some_and(|copy| {
                copy.text == original.text && copy.prose == paragraphs[from].prose
            })
        })
        .count()
        .max(1)
}

fn finding(paragraphs: &[Paragraph], block: &Repetition) -> FieldFinding {
    let (copy, first) = (&paragraphs[block.from], &paragraphs[block.original]);
    let before = |index: usize| {
        paragraphs[..index]
            .iter()
            .filter(|other| {
                other.field == paragraphs[index].field && other.text == paragraphs[index].text
            })
            .count()
    };
    let label = match block.length {
        1 => phrase!("same paragraph", "même paragraphe"),
        length => {
            phrase!("the same {length} paragraphs", "les {length} mêmes paragraphes", length)
        }
    };
    FieldFinding::on(Location::passage(copy.field, copy.text, before(block.from)), label)
        .with_related(
            Location::passage(first.field, first.text, before(block.original)),
            text!("first here", "d'abord ici"),
        )
}

/// A text without the paragraphs that repeat others of it, and without the blank lines before them.
fn without(paragraphs: &[Paragraph], prose: usize, blocks: &[Repetition]) -> String {
    let within = |index: &usize| paragraphs[*index].prose == prose;
    let of_it = blocks.iter().filter(|block| within(&block.from) && within(&block.original));
    let repeated: HashSet<usize> =
        of_it.flat_map(|block| block.from..block.from + block.length).collect();
    let start = paragraphs.partition_point(|paragraph| paragraph.prose < prose);
    let end = paragraphs.partition_point(|paragraph| paragraph.prose <= prose);
    let mut kept: Vec<&str> = Vec::new();
    let mut paragraph = start;
    for line in paragraphs[start].whole.lines() {
        let blank = line.trim().is_empty();
        let inside = repeated.contains(&paragraph);
        let ends = blank && paragraph == end;
        if !(inside || ends) {
            kept.push(line);
        }
        paragraph += usize::from(!blank);
    }
    kept.join("\n").trim_end().to_owned()
}
