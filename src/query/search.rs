//! Lessons, words and prose in which words stand: passages with who said them, and how good they
//! are.

use std::borrow::Cow;
use std::ops::Range;

use crate::lang::fold::fold_letters;
use crate::lang::stem::Stems;
use crate::lang::{Phrase, Text};
use crate::sheet::Sheet;
use crate::sheet::field;
use crate::sheet::lesson::Lesson;
use crate::sheet::value::Value;
use crate::source::tree::Tree;

/// What is looked for.
pub struct Sought {
    stems: Vec<String>,
    /// The letters with which any word of each stem begins, folded.
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
    /// How many of the words sought stand in it.
    pub found: usize,
    /// The greater the better.
    pub score: usize,
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
            found: 0,
            score: 0,
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
        // Stems end where words of the family part; the last letter may differ already.
        let head = |stem: &String| {
            let length = stem.chars().count();
            stem.chars().take(length.saturating_sub(1).max(1)).collect()
        };
        let heads = stems.iter().map(head).collect();
        let whole = fold_letters(text);
        (!stems.is_empty()).then_some(Sought { stems, heads, whole, stemmer })
    }

    /// How many words are sought.
    pub fn count(&self) -> usize {
        self.stems.len()
    }

    /// The passages of a sheet, in its order.
    pub fn passages(&self, sheet: &Sheet) -> Vec<Passage> {
        stretches(sheet).iter().filter_map(|stretch| self.passage(stretch)).collect()
    }

    fn passage(&self, stretch: &Stretch) -> Option<Passage> {
        let texts = [Some(stretch.text), stretch.action];
        let folded: Vec<String> = texts.into_iter().flatten().map(fold_letters).collect();
        let near = |head: &String| folded.iter().any(|text| text.contains(head.as_str()));
        if !self.heads.iter().any(near) {
            return None;
        }
        let all: Vec<String> =
            texts.into_iter().flatten().flat_map(|text| self.stemmer.of(text)).collect();
        let found = self.stems.iter().filter(|stem| all.contains(stem)).count();
        if found == 0 {
            return None;
        }
        let matches = |sentence: &str| {
            let stems = self.stemmer.of(sentence);
            self.stems.iter().filter(|stem| stems.contains(stem)).count()
        };
        // Of sentences that match as well, the first.
        let best = sentences(stretch.text).into_iter().rev().max_by_key(|one| matches(one));
        let exact = folded.iter().any(|text| text.contains(&self.whole));
        let lesson = stretch.key.starts_with("lessons.");
        let score = found * 10
            + usize::from(exact) * 8
            + usize::from(lesson) * 4
            + usize::from(stretch.action.is_some()) * 3;
        Some(Passage {
            key: stretch.key.to_string(),
            kind: kind(&stretch.key),
            who: stretch.who.map(str::to_owned),
            marks: self.marks(best.unwrap_or(stretch.text)),
            text: best.unwrap_or(stretch.text).to_owned(),
            action: stretch.action.map(str::to_owned),
            found,
            score,
        })
    }
}

impl Sought {
    /// Where the words sought stand in a text.
    fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let mut marks = Vec::new();
        let mut at = 0;
        for piece in text.split_inclusive(char::is_whitespace) {
            let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
            if self.stemmer.of(word).iter().any(|stem| self.stems.contains(stem)) {
                let start = at + piece.find(word).unwrap_or(0);
                marks.push(start..start + word.len());
            }
            at += piece.len();
        }
        marks
    }
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
pub const NOTHING: Text = Text::new(
    "these words say nothing by themselves; look for others",
    "ces mots ne disent rien à eux seuls ; cherchez-en d'autres",
);
