//! How close earlier sheets are to a new one, and why: where, for whom, with what, about what.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::lang::{Phrase, list, text};
use crate::sheet::Sheet;
use crate::sheet::fields::texts;
use crate::text::fold::name_key;
use crate::text::stem::Stems;

/// What makes two projects close, and how much.
const TERRITORY: u32 = 8;
const COMMISSIONER: u32 = 6;
const TOOL: u32 = 3;
const WORD: u32 = 1;

/// More words in common than this make them no closer.
const WORDS: usize = 5;

/// What a new project is about, made comparable.
#[derive(Default)]
pub(crate) struct Profile {
    stems: Stems,
    /// Names, folded.
    territory: String,
    commissioners: HashSet<String>,
    tools: HashSet<String>,
    /// What was said in words, folded, between spaces: it may name any of them.
    free_text: String,
    /// Each stem, and the word that it was.
    words: HashMap<String, String>,
}

/// How close a sheet is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Similarity {
    /// The greater the closer.
    score: u32,
    /// The territory, where it is the same.
    territory: Option<String>,
    /// The names in common: of places, people and tools.
    names: Vec<String>,
    /// The words in common.
    words: Vec<String>,
    /// The last day of the project.
    last: Option<NaiveDate>,
}

/// What a sheet has in common with a new project: in words, and each by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    pub summary: Phrase,
    pub shared: Vec<String>,
}

impl Profile {
    /// A project that has a sheet already.
    pub(crate) fn of(sheet: &Sheet) -> Profile {
        let profile = Profile {
            territory: sheet.territory.name.as_deref().map(named).unwrap_or_default(),
            commissioners: sheet.commissioners.iter().map(|one| named(&one.name)).collect(),
            tools: sheet.tools.iter().map(|tool| named(tool)).collect(),
            ..Profile::default()
        };
        about(sheet).fold(profile, Profile::with_words)
    }

    /// A project that is told in words.
    pub(crate) fn described(text: &str) -> Profile {
        let free_text = format!(" {} ", named(text));
        Profile { free_text, ..Profile::default() }.with_words(text)
    }

    fn with_words(mut self, text: &str) -> Profile {
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            let stems = self.stems.of(word).into_iter().filter(|stem| stem.chars().count() > 2);
            self.words.extend(stems.map(|stem| (stem, word.to_lowercase())));
        }
        self
    }

    /// How close another sheet is; `None` where the two have nothing in common.
    pub(crate) fn similarity(&self, other: &Sheet) -> Option<Similarity> {
        let mut score = 0;
        let mut names = Vec::new();
        let mut same = None;
        let mentions =
            |name: &str| !name.is_empty() && self.free_text.contains(&format!(" {name} "));
        let territory = other.territory.name.as_deref().unwrap_or_default();
        let folded = named(territory);
        if !folded.is_empty() && folded == self.territory {
            score += TERRITORY;
            same = Some(territory.to_owned());
        } else if mentions(&folded) {
            score += TERRITORY;
            names.push(territory.to_owned());
        }
        let commissioners =
            other.commissioners.iter().map(|one| (COMMISSIONER, &one.name, &self.commissioners));
        let tools = other.tools.iter().map(|tool| (TOOL, tool, &self.tools));
        for (weight, name, profile_names) in commissioners.chain(tools) {
            let folded = named(name);
            if profile_names.contains(&folded) || mentions(&folded) {
                score += weight;
                names.push(name.clone());
            }
        }
        let other_names: HashSet<String> =
            about(other).flat_map(|text| self.stems.of(text)).collect();
        // The words of a name that both have were counted with it.
        let named_stems: HashSet<String> =
            names.iter().chain(&same).flat_map(|name| self.stems.of(name)).collect();
        let shared = self.words.iter().filter(|(stem, _)| other_names.contains(*stem));
        let shared = shared.filter(|(stem, _)| !named_stems.contains(*stem));
        let mut words: Vec<String> = shared.map(|(_, word)| word.clone()).collect();
        words.sort_unstable();
        let last = other.period().last();
        let close = Similarity { score, territory: same, names, words, last };
        (close.score > 0 || !close.words.is_empty()).then_some(close)
    }
}

/// A name or a text as its words alone.
fn named(text: &str) -> String {
    let folded = name_key(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The fields that tell what a project is about.
const ABOUT: [&str; 4] = ["title", "summary", "description.request", "tools"];

fn about(sheet: &Sheet) -> impl Iterator<Item = &str> {
    let about = texts(sheet).into_iter().filter(|text| ABOUT.contains(&text.field.key));
    about.map(|text| text.text)
}

/// The sheets that are close, of so many in all, the closest first, then the latest; and what each
/// has in common. A word that many of them hold says nothing.
pub(crate) fn ranked<T>(close: Vec<(Similarity, T)>, sheets: usize) -> Vec<(Shared, T)> {
    let mut used: HashMap<String, usize> = HashMap::new();
    for word in close.iter().flat_map(|(similarity, _)| &similarity.words) {
        *used.entry(word.clone()).or_default() += 1;
    }
    let says =
        |word: &String| used.get(word).is_some_and(|count| *count <= 3 || count * 5 < sheets);
    let weighed = close.into_iter().filter_map(|(mut similarity, of)| {
        similarity.words.retain(says);
        similarity.words.sort_by_key(|word| used.get(word).copied());
        similarity.score += WORD * similarity.words.len().min(WORDS) as u32;
        (similarity.score > 0).then_some((similarity, of))
    });
    let mut ranked: Vec<(Similarity, T)> = weighed.collect();
    ranked.sort_by_key(|(similarity, _)| Reverse((similarity.score, similarity.last)));
    ranked.into_iter().map(|(similarity, of)| (similarity.shared(), of)).collect()
}

impl Similarity {
    /// What the two have in common: names, or else words.
    fn shared(mut self) -> Shared {
        let same = text!("same territory", "même territoire");
        self.words.truncate(3);
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let words = list::and(&words);
        let summary = Phrase::per_lang(|lang| {
            let names = self.names.iter().map(String::as_str);
            let words = Some(words.get(lang)).filter(|words| !words.is_empty());
            let same = self.territory.iter().map(|_| same.get(lang));
            same.chain(names).chain(words).collect::<Vec<_>>().join(", ")
        });
        let shared = self.territory.into_iter().chain(self.names).chain(self.words);
        Shared { summary, shared: shared.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::organisation::Organisation;

    fn sheet(title: &str, territory: &str, commissioner: &str) -> Sheet {
        let mut sheet = Sheet { title: Some(title.to_owned()), ..Sheet::default() };
        sheet.territory.name = Some(territory.to_owned());
        sheet.commissioners = vec![Organisation::named(commissioner)];
        sheet
    }

    #[test]
    fn the_same_place_counts_more_than_the_same_client_and_that_more_than_words() {
        let profile_names = Profile::of(&sheet("Forum des habitants", "Trifouilly", "Habitat 74"));
        let place = sheet("Autre chose", "TRIFOUILLY", "Ville");
        let client = sheet("Autre chose", "Perpète", "habitat 74");
        let word = sheet("Le forum d'une habitante", "Perpète", "Ville");
        let nothing = sheet("Autre chose", "Perpète", "Ville");
        let all = [word, nothing, client, place];
        let close = all.iter().filter_map(|one| Some((profile_names.similarity(one)?, one)));
        let ranked = ranked(close.collect(), all.len());
        let why: Vec<&str> = ranked.iter().map(|(shared, _)| shared.summary.fr.as_ref()).collect();
        assert_eq!(why, ["même territoire", "habitat 74", "forum et habitants"]);
    }

    #[test]
    fn words_name_places_and_tools_and_a_word_that_all_hold_says_nothing() {
        let profile_names =
            Profile::described("un jardin partagé à Trifouilly-les-Oies, en porte-à-porte");
        let mut tooled = sheet("Projet partagé", "Perpète", "Ville");
        tooled.tools = vec!["Porte à porte".to_owned()];
        let all = [
            tooled,
            sheet("Projet partagé", "Trifouilly-les-Oies", "Ville"),
            sheet("Projets partagés", "Perpète", "Ville"),
            sheet("Partager", "Perpète", "Ville"),
            sheet("Des jardins partagés", "Perpète", "Ville"),
        ];
        let close = all.iter().filter_map(|one| Some((profile_names.similarity(one)?, &one.title)));
        let ranked = ranked(close.collect(), all.len());
        let why: Vec<&str> = ranked.iter().map(|(shared, _)| shared.summary.en.as_ref()).collect();
        assert_eq!(why, ["Trifouilly-les-Oies", "Porte à porte", "jardin"]);
    }
}
