//! Which earlier sheets are closest to a new project, and the words that say why.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::lang::choice::Choice;
use crate::lang::{Phrase, list, text};
use crate::search::similarity::{KIND, Similarity};

/// How much a word in common counts.
const WORD: u32 = 1;

/// More words in common than this make them no closer.
const WORDS: usize = 5;

/// What a sheet has in common with a new project: in words, and each by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    pub summary: Phrase,
    pub shared: Vec<String>,
}

/// The sheets that are close, of so many in all, the closest first, then the latest; and what each
/// has in common. A word that many of them hold says nothing.
pub(crate) fn ranked<T>(close: Vec<(Similarity, T)>, sheets: usize) -> Vec<(Shared, T)> {
    let (used, learnt) = (used(&close, |one| &one.words), used(&close, |one| &one.learnt));
    let says = |used: &HashMap<String, usize>, word: &String| {
        used.get(word).is_some_and(|count| *count <= 3 || count * 5 < sheets)
    };
    // Where nothing else is alike, even a word that many hold leads to them.
    let only_words = close.iter().all(|(one, _)| {
        let words = one.words.iter().any(|word| says(&used, word));
        one.score == 0 && !words && !one.learnt.iter().any(|word| says(&learnt, word))
    });
    let weighed = close.into_iter().filter_map(|(mut similarity, of)| {
        similarity.words.retain(|word| only_words || says(&used, word));
        similarity.words.sort_by_key(|word| used.get(word).copied());
        similarity.learnt.retain(|word| only_words || says(&learnt, word));
        // However many words: lessons say the same things of many projects.
        similarity.score += WORD * u32::from(!similarity.learnt.is_empty());
        similarity.score += WORD * similarity.words.len().min(WORDS) as u32;
        // A kind of place that many share makes none close by itself.
        let kind = similarity.kind.filter(|_| similarity.score > 0);
        similarity.score += kind.map_or(0, |_| KIND);
        (similarity.score > 0).then_some((similarity, of))
    });
    let mut ranked: Vec<(Similarity, T)> = weighed.collect();
    ranked.sort_by_key(|(similarity, _)| Reverse((similarity.score, similarity.last)));
    ranked.into_iter().map(|(similarity, of)| (similarity.shared(), of)).collect()
}

/// How many sheets hold each word.
fn used<T>(
    close: &[(Similarity, T)],
    words: fn(&Similarity) -> &Vec<String>,
) -> HashMap<String, usize> {
    let mut used: HashMap<String, usize> = HashMap::new();
    for word in close.iter().flat_map(|(similarity, _)| words(similarity)) {
        *used.entry(word.clone()).or_default() += 1;
    }
    used
}

impl Similarity {
    /// What the two have in common: names, or else words.
    fn shared(mut self) -> Shared {
        let same = text!("same territory", "même territoire");
        self.words.append(&mut self.learnt);
        self.words.truncate(3);
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let words = list::and(&words);
        let summary = Phrase::per_lang(|lang| {
            let names = self.names.iter().map(String::as_str);
            let words = Some(words.get(lang)).filter(|words| !words.is_empty());
            let same = self.territory.iter().map(|_| same.get(lang));
            let kind = self.kind.iter().map(|kind| kind.label().get(lang));
            same.chain(names).chain(kind).chain(words).collect::<Vec<_>>().join(", ")
        });
        let kind = self.kind.map(|kind| kind.code().to_owned());
        let shared = self.territory.into_iter().chain(self.names).chain(kind).chain(self.words);
        Shared { summary, shared: shared.collect() }
    }
}
