//! The words that are looked for, and where they stand.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::lang::{Text, text};
use crate::search::passage::{Passage, kind};
use crate::search::segment::{Segment, segments, sentences};
use crate::sheet::Sheet;
use crate::sheet::lesson_address::at;
use crate::text::fold::{
    composed, contains_words, name_key, search_key, singular, starts_with_key,
};
use crate::text::stem::Stems;
use crate::value::evidence::Evidence;

/// What is looked for.
pub(crate) struct SearchTerms {
    stems: Vec<String>,
    /// The letters with which the words of each stem begin, folded.
    heads: Vec<String>,
    /// Whether a byte may begin one of them.
    begins: [bool; 256],
    /// The text as it was typed, folded.
    whole: String,
    /// The text as it was typed, in small letters.
    typed: String,
    stemmer: Stems,
}

/// That a segment of a sheet holds words that were terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    /// The number of the segment in its sheet.
    pub segment: usize,
    /// How many of the words stand in it.
    pub words: usize,
    /// The greater the better.
    pub score: usize,
    /// What it says, so that what several sheets say is shown once.
    pub said: Arc<str>,
    /// Who says it, where all who do are one.
    pub who: Option<String>,
    pub evidence: Evidence,
}

/// A word of a stem that is terms, and its place in a text.
struct Hit {
    stem: usize,
    at: Range<usize>,
}

impl SearchTerms {
    /// The words of a text; `None` where none of them says anything.
    pub(crate) fn read(text: &str) -> Option<SearchTerms> {
        let stemmer = Stems::default();
        let mut stems = stemmer.of(text);
        stems.sort_unstable();
        stems.dedup();
        // Words of one family may part before their stem ends: évidemment, évident.
        let head = |stem: &String| {
            let length = stem.chars().count();
            stem.chars().take(length.saturating_sub(2).max(length.min(3))).collect()
        };
        let heads: Vec<String> = stems.iter().map(head).collect();
        let begins = first_bytes(&heads);
        let whole = name_key(text);
        let typed = composed(text.trim()).to_lowercase();
        (!stems.is_empty()).then_some(SearchTerms { stems, heads, begins, whole, typed, stemmer })
    }

    /// How many words are terms.
    pub(crate) fn count(&self) -> usize {
        self.stems.len()
    }

    /// The segments of a sheet that hold words, in its order.
    pub(crate) fn found(&self, sheet: &Sheet) -> Vec<Match> {
        segments(sheet)
            .iter()
            .enumerate()
            .filter_map(|(number, segment)| {
                let texts = [Some(segment.text), segment.when, segment.action];
                let hits: Vec<(&str, Vec<Hit>)> =
                    texts.into_iter().flatten().map(|text| (text, self.hits(text))).collect();
                let words = distinct(hits.iter().flat_map(|(_, hits)| hits));
                if words == 0 {
                    return None;
                }
                let exact = hits.iter().any(|(text, hits)| self.stands_in(text, hits));
                // Without accents the same, as typed or not.
                let as_typed = |text: &&str| composed(text).to_lowercase().contains(&self.typed);
                let typed = exact && texts.iter().flatten().any(as_typed);
                let score = words * 20
                    + usize::from(exact) * 10
                    + usize::from(typed) * 8
                    + usize::from(segment.lesson) * 4;
                let when = segment.when.map(name_key).unwrap_or_default();
                let lesson =
                    segment.index.and_then(|index| at(&sheet.lessons, &segment.key, index));
                // A lesson counts whoever says it; anything else is of who said it.
                let of = segment.who.filter(|_| lesson.is_none()).map(name_key).unwrap_or_default();
                let said = format!("{} {} {when} {of}", segment.key, name_key(segment.text));
                let who = segment.who.map(str::to_owned);
                let evidence = match lesson {
                    Some((_, lesson)) => Evidence::of(&sheet.id, lesson),
                    None => Evidence::said_by(&sheet.id),
                };
                Some(Match { segment: number, words, score, said: said.into(), who, evidence })
            })
            .collect()
    }

    /// Stretches of a sheet as passages, by their numbers.
    pub(crate) fn passages(
        &self,
        sheet: &Sheet,
        numbers: &HashSet<usize>,
    ) -> HashMap<usize, Passage> {
        let all = segments(sheet).into_iter().enumerate();
        let wanted = all.filter(|(number, _)| numbers.contains(number));
        wanted.map(|(number, segment)| (number, self.passage(segment))).collect()
    }

    /// A segment as a passage: of a long text the first sentence that holds most.
    fn passage(&self, segment: Segment) -> Passage {
        let best = sentences(segment.text).into_iter().rev();
        let text = best.max_by_key(|one| distinct(&self.hits(one))).unwrap_or(segment.text);
        Passage {
            kind: kind(&segment.key),
            index: segment.index,
            key: segment.key.into_owned(),
            who: segment.who.map(str::to_owned),
            marks: self.hits(text).into_iter().map(|hit| hit.at).collect(),
            text: text.to_owned(),
            when: segment.when.map(str::to_owned),
            action: segment.action.map(str::to_owned),
        }
    }

    /// Whether what was typed stands so in a text, to the letter.
    fn stands_in(&self, text: &str, hits: &[Hit]) -> bool {
        let count = self.stems.len();
        match count {
            // The word or its plural; of a family the others come behind.
            1 => hits.iter().any(|hit| {
                let word = search_key(&text[hit.at.clone()]);
                word.split(' ').any(|word| word == singular(&self.whole) || word == self.whole)
            }),
            _ => distinct(hits) == count && contains_words(&name_key(text), &self.whole),
        }
    }

    /// The words of a text that are terms.
    fn hits(&self, text: &str) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        // Where the last word ends that was looked at: it is looked at once, however many parts
        // it has.
        let mut seen = 0;
        for (at, byte) in text.bytes().enumerate() {
            if !self.begins[usize::from(byte)] || at < seen {
                continue;
            }
            let (before, rest) = text.split_at(at);
            let is_letter = char::is_alphanumeric;
            let starts = rest.starts_with(is_letter) && !before.ends_with(is_letter);
            if !starts || !self.heads.iter().any(|head| starts_with_key(rest, head)) {
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
            let stem = self.stems.iter().position(|terms| stems.contains(terms));
            let hit = stem.map(|stem| Hit { stem, at: start..start + word.len() });
            hits.extend(hit);
        }
        hits
    }
}

/// The bytes that may begin one of these folded texts, however it is spelt: each that begins a
/// character beyond ASCII, too.
fn first_bytes(folded: &[String]) -> [bool; 256] {
    let mut begins = [false; 256];
    begins[0xc0..].fill(true);
    for first in folded.iter().filter_map(|text| text.bytes().next()) {
        begins[usize::from(first.to_ascii_lowercase())] = true;
        begins[usize::from(first.to_ascii_uppercase())] = true;
    }
    begins
}

/// Of how many stems there are words.
fn distinct<'a>(hits: impl IntoIterator<Item = &'a Hit>) -> usize {
    let mut stems: Vec<usize> = hits.into_iter().map(|hit| hit.stem).collect();
    stems.sort_unstable();
    stems.dedup();
    stems.len()
}

/// What the words of a search are, where none was given.
pub(crate) const ONLY_STOP_WORDS: Text = text!(
    "these words are too shared to search for; try others",
    "ces mots sont trop courants pour une recherche ; essayez-en d'autres",
);
