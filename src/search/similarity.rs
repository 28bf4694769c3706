//! How close earlier sheets are to a new one, and why: where, for whom, with what, about what.

use chrono::NaiveDate;

use crate::lang::choice::Choice;
use crate::sheet::Sheet;
use crate::sheet::fields::written;
use crate::sheet::texts::texts;
use crate::text::fold::{search_key, search_words};
use crate::text::hash::{HashMap, HashSet};
use crate::text::stem::Stems;
use crate::value::territory_kind::TerritoryKind;

/// What makes two projects close, and how much.
const TERRITORY: u32 = 8;
const COMMISSIONER: u32 = 6;
const TOOL: u32 = 3;

/// Whom it is for, and the same kind of place, which many share.
const TARGET: u32 = 4;
pub(super) const KIND: u32 = 1;

/// A word of the name of a place.
const PLACE: u32 = 5;

/// Words that are in the names of many places, as [`search_key`] folds them.
const COMMON_PLACE_WORDS: [&str; 14] = [
    "ville",
    "quartier",
    "commune",
    "village",
    "saint",
    "sainte",
    "mont",
    "pay",
    "communaute",
    "vallee",
    "grand",
    "place",
    "hameau",
    "rue",
];

/// What a new project is about, made comparable.
#[derive(Default)]
pub(crate) struct Profile {
    stems: Stems,
    /// Names, folded.
    territory: String,
    kind: Option<TerritoryKind>,
    commissioners: HashSet<String>,
    targets: HashSet<String>,
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
    pub(super) score: u32,
    /// The territory, where it is the same.
    pub(super) territory: Option<String>,
    /// The names in common: of places, people and tools.
    pub(super) names: Vec<String>,
    /// The kind of place, where it is the same.
    pub(super) kind: Option<TerritoryKind>,
    /// The words in common: in what the project is about, then in its lessons alone.
    pub(super) words: Vec<String>,
    pub(super) learnt: Vec<String>,
    /// The last day of the project.
    pub(super) last: Option<NaiveDate>,
}

impl Profile {
    /// A project that has a sheet already.
    pub(crate) fn of(sheet: &Sheet) -> Profile {
        let profile = Profile {
            territory: sheet.territory.name.as_deref().map(named).unwrap_or_default(),
            kind: sheet.territory.kind,
            commissioners: sheet.commissioners.iter().map(|one| named(&one.name)).collect(),
            targets: sheet.participation.target.iter().map(|one| named(one)).collect(),
            tools: sheet.tools.iter().map(|tool| named(tool)).collect(),
            ..Profile::default()
        };
        about(sheet, &ABOUT).fold(profile, Profile::with_words)
    }

    /// A project that is told in words.
    pub(crate) fn described(text: &str) -> Profile {
        let free_text = format!(" {} ", named(text));
        Profile { free_text, ..Profile::default() }.with_words(text)
    }

    fn with_words(mut self, text: &str) -> Profile {
        let is_sign = |c: char| !c.is_alphanumeric();
        for word in text.split_whitespace() {
            // `commerçant·e·s` is one word, `porte-à-porte` are three.
            let is_one = search_words(word).len() == 1;
            let words = if is_one { vec![word] } else { word.split(is_sign).collect() };
            for word in words {
                let stems = self.stems.of(word).into_iter().filter(|stem| stem.chars().count() > 2);
                let word = word.trim_matches(is_sign).to_lowercase();
                self.words.extend(stems.map(|stem| (stem, word.clone())));
            }
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
        } else if self.mentions_a_word_of(&folded) {
            score += PLACE;
            names.push(territory.to_owned());
        }
        let commissioners =
            other.commissioners.iter().map(|one| (COMMISSIONER, &one.name, &self.commissioners));
        let targets =
            other.participation.target.iter().map(|target| (TARGET, target, &self.targets));
        let tools = other.tools.iter().map(|tool| (TOOL, tool, &self.tools));
        for (weight, name, profile_names) in commissioners.chain(targets).chain(tools) {
            let folded = named(name);
            if profile_names.contains(&folded) || mentions(&folded) {
                score += weight;
                names.push(name.clone());
            }
        }
        let named_kind = other.territory.kind.filter(|kind| {
            let label = kind.label();
            label.both().into_iter().any(|label| mentions(&named(label)))
        });
        // What was said in words asks for it; two sheets may well be of one kind by chance.
        score += named_kind.map_or(0, |_| KIND);
        let kind = other.territory.kind.filter(|kind| self.kind == Some(*kind)).or(named_kind);
        // The words of a name that both have were counted with it.
        let named_stems: HashSet<String> =
            names.iter().chain(&same).flat_map(|name| self.stems.of(name)).collect();
        let shared = |fields: &[&str]| -> Vec<String> {
            let mut stems: HashMap<&str, &str> = HashMap::default();
            for text in about(other, fields) {
                self.stems.each(text, |stem| {
                    let asked = self.words.get_key_value(stem);
                    stems.extend(asked.map(|(stem, word)| (stem.as_str(), word.as_str())));
                });
            }
            stems.retain(|stem, _| !named_stems.contains(*stem));
            let mut words: Vec<String> = stems.into_values().map(str::to_owned).collect();
            words.sort_unstable();
            words
        };
        let words = shared(&ABOUT);
        let mut learnt = shared(&LEARNT);
        learnt.retain(|word| !words.contains(word));
        let last = other.period().last();
        let close = Similarity { score, territory: same, names, kind, words, learnt, last };
        let alike = close.score > 0 || !close.words.is_empty() || !close.learnt.is_empty();
        alike.then_some(close)
    }

    /// Whether what was said in words holds a word of a place that is not in many names.
    fn mentions_a_word_of(&self, folded: &str) -> bool {
        let says = |word: &str| {
            word.chars().count() > 3
                && !COMMON_PLACE_WORDS.contains(&word)
                && self.free_text.contains(&format!(" {word} "))
        };
        folded.split(' ').any(says)
    }
}

/// A name or a text as its words alone, however they are spelt: `commerçant·e·s` is `commerçants`.
fn named(text: &str) -> String {
    let folded = search_key(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The fields that tell what a project is about.
const ABOUT: [&str; 4] = ["title", "summary", "description.request", "tools"];

/// Those in which an earlier sheet tells for whom it was, and what was learnt.
const LEARNT: [&str; 4] =
    ["participation.target", "lessons.nuggets", "lessons.difficulties", "lessons.surprises"];

fn about<'a>(sheet: &'a Sheet, fields: &[&str]) -> impl Iterator<Item = &'a str> {
    let about = texts(sheet, written().filter(|field| fields.contains(&field.key))).into_iter();
    let texts = about.flat_map(|text| [Some(text.text), text.when, text.action]).flatten();
    texts.collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::search::ranking::ranked;
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
        let why: Vec<&str> =
            ranked.iter().map(|(shared, _)| shared.summary.get(Lang::Fr)).collect();
        assert_eq!(why, ["même territoire", "habitat 74", "forum et habitants"]);
    }

    /// However the words for people are spelt, the same sheets are as close.
    #[test]
    fn inclusive_spelling_makes_no_sheet_less_close() {
        let mut shops = sheet("Un marché", "Perpète", "Ville");
        shops.participation.target = vec!["commerçants".to_owned()];
        let talks = sheet("Réunions avec les commerçantes", "Montfroid", "Ville");
        let close = |words: &str| {
            let profile = Profile::described(words);
            let score =
                |sheet: &Sheet| profile.similarity(sheet).map(|one| (one.score, one.words.len()));
            (score(&shops), score(&talks))
        };
        let plain = close("réunions avec les commerçants");
        assert!(plain.0.is_some() && plain.1.is_some(), "{plain:?}");
        for spelt in ["commerçant·e·s", "commerçant.es", "Commerçant(e)s", "commerçant-e-s"] {
            assert_eq!(close(&format!("réunions avec les {spelt}")), plain, "{spelt}");
        }
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
        let why: Vec<&str> =
            ranked.iter().map(|(shared, _)| shared.summary.get(Lang::En)).collect();
        assert_eq!(why, ["Trifouilly-les-Oies", "Porte à porte", "jardin"]);
    }
}
