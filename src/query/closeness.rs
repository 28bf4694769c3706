//! How close an earlier sheet is to a new one, and why: where, for whom, with what, about what.

use std::collections::HashSet;

use crate::lang::Phrase;
use crate::lang::fold::{fold, fold_letters};
use crate::lang::list;
use crate::sheet::Sheet;

/// What makes two projects close, and how much.
const TERRITORY: u32 = 8;
const COMMISSIONER: u32 = 6;
const TOOL: u32 = 3;
const WORD: u32 = 1;

/// Words shorter than this say little.
const LETTERS: usize = 5;

/// What a sheet is about, made comparable.
#[derive(Clone, Debug, Default)]
pub struct Subject {
    territory: String,
    /// Names as they are written, and folded.
    commissioners: Vec<(String, String)>,
    tools: Vec<(String, String)>,
    words: HashSet<String>,
}

/// How close a sheet is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closeness {
    /// The greater the closer; never 0.
    pub score: u32,
    /// What the two have in common.
    pub why: Phrase,
}

impl Subject {
    pub fn of(sheet: &Sheet) -> Subject {
        let folded = |name: &String| (name.clone(), fold_letters(name));
        let commissioners = sheet.commissioners.iter().map(|one| folded(&one.name));
        let texts = [&sheet.title, &sheet.summary, &sheet.description.request];
        let texts = texts.into_iter().flatten().map(|text| fold(text));
        let words = texts.flat_map(|text| text.split(' ').map(str::to_owned).collect::<Vec<_>>());
        Subject {
            territory: sheet.territory.name.as_deref().map(fold_letters).unwrap_or_default(),
            commissioners: commissioners.collect(),
            tools: sheet.tools.iter().map(folded).collect(),
            words: words.filter(|word| word.chars().count() >= LETTERS).collect(),
        }
    }

    /// How close another sheet is; `None` where the two have nothing in common.
    pub fn closeness(&self, other: &Sheet) -> Option<Closeness> {
        let other = Subject::of(other);
        let mut score = 0;
        let mut why = Vec::new();
        if !self.territory.is_empty() && self.territory == other.territory {
            score += TERRITORY;
            why.push(Phrase::new("the same territory", "même territoire"));
        }
        for (weight, mine, theirs) in [
            (COMMISSIONER, &self.commissioners, &other.commissioners),
            (TOOL, &self.tools, &other.tools),
        ] {
            for (name, folded) in mine {
                if theirs.iter().any(|(_, other)| other == folded) {
                    score += weight;
                    why.push(Phrase::same(name));
                }
            }
        }
        let mut shared: Vec<&str> =
            self.words.intersection(&other.words).map(String::as_str).collect();
        shared.sort_unstable();
        score += WORD * shared.len().min(5) as u32;
        if why.is_empty() && !shared.is_empty() {
            shared.truncate(3);
            why.push(list::and(&shared));
        }
        let en: Vec<&str> = why.iter().map(|one| one.en.as_str()).collect();
        let fr: Vec<&str> = why.iter().map(|one| one.fr.as_str()).collect();
        let why = Phrase::new(en.join(", "), fr.join(", "));
        (score > 0).then_some(Closeness { score, why })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::organisation::Organisation;

    fn sheet(title: &str, territory: &str, commissioner: &str) -> Sheet {
        let mut sheet = Sheet { title: Some(title.to_owned()), ..Sheet::default() };
        sheet.territory.name = Some(territory.to_owned());
        sheet.commissioners = vec![Organisation::named(commissioner)];
        sheet
    }

    #[test]
    fn the_same_place_counts_more_than_the_same_client_and_that_more_than_words() {
        let mine = Subject::of(&sheet("Forum des habitants", "Trifouilly", "Habitat 74"));
        let score = |other: &Sheet| mine.closeness(other).map_or(0, |found| found.score);
        let place = sheet("Autre chose", "TRIFOUILLY", "Ville");
        let client = sheet("Autre chose", "Perpète", "habitat 74");
        let word = sheet("Le forum d'une habitante", "Perpète", "Ville");
        let nothing = sheet("Autre chose", "Perpète", "Ville");
        assert!(score(&place) > score(&client) && score(&client) > score(&word));
        assert!(score(&word) > 0);
        assert_eq!(mine.closeness(&nothing), None);
    }

    #[test]
    fn what_is_shared_is_said() {
        let mine = Subject::of(&sheet("Forum", "Trifouilly", "Habitat 74"));
        let found = mine.closeness(&sheet("x", "Trifouilly", "Habitat 74")).expect("it is close");
        assert_eq!(found.why.en, "the same territory, Habitat 74");
    }
}
