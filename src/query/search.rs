//! Lessons, words and prose in which words stand: passages with who said them, and how good they
//! are.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::lang::{Phrase, Text, text};
use crate::sheet::value::Value;
use crate::sheet::{Sheet, field};
use crate::text::fold::{begins, fold_letters};
use crate::text::stem::Stems;
use crate::tree::Tree;
use crate::value::lesson::Lesson;

/// What is looked for.
pub struct Sought {
    stems: Vec<String>,
    /// The letters with which the words of each stem begin, folded.
    heads: Vec<String>,
    /// The text as it was typed, folded.
    whole: String,
    stemmer: Stems,
}

/// A passage in which it stands.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The key of the field.
    pub key: String,
    pub kind: Phrase,
    pub who: Option<String>,
    /// The sentence, or the whole of a short text.
    pub text: String,
    /// What to do, where a lesson says it.
    pub action: Option<String>,
    /// Where words that were sought stand in the text, in bytes.
    pub marks: Vec<Range<usize>>,
}

/// That a stretch of a sheet holds words that were sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The number of the stretch in its sheet.
    pub stretch: usize,
    /// How many of the words stand in it.
    pub words: usize,
    /// The greater the better.
    pub score: usize,
}

/// A word of a stem that is sought, and its place in a text.
struct Hit {
    stem: usize,
    at: Range<usize>,
}

/// A stretch of text before it is searched.
struct Stretch<'a> {
    key: Cow<'a, str>,
    who: Option<&'a str>,
    text: &'a str,
    action: Option<&'a str>,
}

impl Passage {
    /// A lesson as a passage of its own.
    pub fn of(key: &str, lesson: &Lesson) -> Passage {
        Passage {
            key: key.to_owned(),
            kind: kind(key),
            who: lesson.by.clone(),
            text: lesson.text.clone(),
            action: lesson.action.clone(),
            marks: Vec::new(),
        }
    }
}

/// What people call a field; a key of their own is what they call it.
fn kind(key: &str) -> Phrase {
    match field::find(key) {
        Some(field) => field.label.into(),
        None => Phrase::same(key.strip_prefix("extra.").unwrap_or(key)),
    }
}

impl Sought {
    /// The words of a text; `None` where none of them says anything.
    pub fn read(text: &str) -> Option<Sought> {
        let stemmer = Stems::default();
        let mut stems = stemmer.of(text);
        stems.sort_unstable();
        stems.dedup();
        // Words of one family may part before their stem ends: évidemment, évident.
        let head = |stem: &String| {
            let length = stem.chars().count();
            stem.chars().take(length.saturating_sub(2).max(length.min(3))).collect()
        };
        let heads = stems.iter().map(head).collect();
        let whole = fold_letters(text);
        (!stems.is_empty()).then_some(Sought { stems, heads, whole, stemmer })
    }

    /// How many words are sought.
    pub fn count(&self) -> usize {
        self.stems.len()
    }

    /// The stretches of a sheet that hold words, in its order.
    pub fn found(&self, sheet: &Sheet) -> Vec<Found> {
        let found = |(number, stretch): (usize, &Stretch)| {
            let texts = [Some(stretch.text), stretch.action];
            let hits: Vec<(&str, Vec<Hit>)> =
                texts.into_iter().flatten().map(|text| (text, self.hits(text))).collect();
            let words = distinct(hits.iter().flat_map(|(_, hits)| hits));
            if words == 0 {
                return None;
            }
            let exact = hits.iter().any(|(text, hits)| self.stands_in(text, hits));
            let lesson = stretch.key.starts_with("lessons.");
            let score = words * 10
                + usize::from(exact) * 8
                + usize::from(lesson) * 4
                + usize::from(stretch.action.is_some()) * 3;
            Some(Found { stretch: number, words, score })
        };
        stretches(sheet).iter().enumerate().filter_map(found).collect()
    }

    /// Stretches of a sheet as passages, by their numbers.
    pub fn passages(&self, sheet: &Sheet, numbers: &HashSet<usize>) -> HashMap<usize, Passage> {
        let all = stretches(sheet).into_iter().enumerate();
        let wanted = all.filter(|(number, _)| numbers.contains(number));
        wanted.map(|(number, stretch)| (number, self.passage(stretch))).collect()
    }

    /// A stretch as a passage: of a long text the first sentence that holds most.
    fn passage(&self, stretch: Stretch) -> Passage {
        let best = sentences(stretch.text).into_iter().rev();
        let text = best.max_by_key(|one| distinct(&self.hits(one))).unwrap_or(stretch.text);
        Passage {
            kind: kind(&stretch.key),
            key: stretch.key.into_owned(),
            who: stretch.who.map(str::to_owned),
            marks: self.hits(text).into_iter().map(|hit| hit.at).collect(),
            text: text.to_owned(),
            action: stretch.action.map(str::to_owned),
        }
    }

    /// Whether what was typed stands so in a text, to the letter.
    fn stands_in(&self, text: &str, hits: &[Hit]) -> bool {
        let count = self.stems.len();
        match count {
            1 => hits.iter().any(|hit| fold_letters(&text[hit.at.clone()]).contains(&self.whole)),
            _ => distinct(hits) == count && fold_letters(text).contains(&self.whole),
        }
    }

    /// The words of a text that are sought.
    fn hits(&self, text: &str) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        let mut within = false;
        // Where the last word ends that was looked at: it is looked at once, however many parts
        // it has.
        let mut seen = 0;
        for (at, c) in text.char_indices() {
            let starts = c.is_alphanumeric() && !within && at >= seen;
            within = c.is_alphanumeric();
            if !starts || !self.heads.iter().any(|head| begins(&text[at..], head)) {
                continue;
            }
            // A word is what stands between spaces: habitant·e·s.
            let start = text[..at].rfind(char::is_whitespace).map_or(0, |space| space + 1);
            let end = text[at..].find(char::is_whitespace).map_or(text.len(), |space| at + space);
            seen = end;
            let whole = text.get(start..end).unwrap_or(&text[at..end]);
            let word = whole.trim_matches(|c: char| !c.is_alphanumeric());
            let start = end - whole.len() + whole.find(word).unwrap_or(0);
            let stems = self.stemmer.of(word);
            let stem = self.stems.iter().position(|sought| stems.contains(sought));
            let hit = stem.map(|stem| Hit { stem, at: start..start + word.len() });
            hits.extend(hit);
        }
        hits
    }
}

/// Of how many stems there are words.
fn distinct<'a>(hits: impl IntoIterator<Item = &'a Hit>) -> usize {
    let mut stems: Vec<usize> = hits.into_iter().map(|hit| hit.stem).collect();
    stems.sort_unstable();
    stems.dedup();
    stems.len()
}

/// Everything that is searched of a sheet.
fn stretches(sheet: &Sheet) -> Vec<Stretch<'_>> {
    let plain =
        |key: &'static str, text| Stretch { key: key.into(), who: None, text, action: None };
    let mut all: Vec<Stretch> = Vec::new();
    for key in SINGLE {
        if let Some(Value::Text(text)) = field::find(key).map(|field| (field.get)(sheet)) {
            all.push(plain(key, text));
        }
    }
    let sorts = [
        ("lessons.nuggets", &sheet.lessons.nuggets),
        ("lessons.difficulties", &sheet.lessons.difficulties),
        ("lessons.surprises", &sheet.lessons.surprises),
    ];
    for (key, lessons) in sorts {
        all.extend(lessons.iter().map(|lesson| Stretch {
            who: lesson.by.as_deref(),
            action: lesson.action.as_deref(),
            ..plain(key, &lesson.text)
        }));
    }
    all.extend(
        sheet.lessons.words.iter().map(|word| Stretch {
            who: word.from.as_deref(),
            ..plain("lessons.words", &word.text)
        }),
    );
    all.extend(sheet.tools.iter().map(|tool| plain("tools", tool)));
    let own = sheet.own.iter().map(|(key, tree)| (Cow::from(key), tree));
    let extra = sheet.extra.iter().map(|(label, tree)| (format!("extra.{label}").into(), tree));
    all.extend(extra.chain(own).filter_map(|(key, tree)| match tree {
        Tree::Text { text, .. } => Some(Stretch { key, who: None, text, action: None }),
        _ => None,
    }));
    all
}

/// The fields that are one text each.
const SINGLE: [&str; 5] =
    ["title", "summary", "description.request", "description.proposal", "outcome.text"];

/// A text shorter than this, in bytes, is not cut into sentences.
const SHORT: usize = 240;

/// The sentences of a text: each ends with its mark, or with its line.
fn sentences(text: &str) -> Vec<&str> {
    if text.len() <= SHORT && !text.contains('\n') {
        return vec![text];
    }
    let mut sentences = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut start = 0;
        for (at, mark) in line.match_indices(['.', '!', '?', '…']) {
            let end = at + mark.len();
            if line[end..].starts_with(' ') && end - start > 20 {
                sentences.push(line[start..end].trim());
                start = end;
            }
        }
        sentences.push(line[start..].trim());
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// What the words of a search are, where none was given.
pub const NOTHING: Text = text!(
    "these words are too common to search for; try others",
    "ces mots sont trop courants pour une recherche ; essayez-en d'autres",
);
