//! What was learnt: a lesson, and a word from a member of the team.

use crate::lang::{Lang, Phrase, Text, phrase, text};
use crate::value::list::kind::{Kind, WHOLE};
use crate::value::list::words::PARTICLES;
use crate::value::list::{ListItem, Piece};
use crate::value::own::Own;
use crate::value::parsed::Parsed;
use crate::value::speaker::Speaker;
use crate::value::visibility::Visibility;

/// A lesson: what happened, when it holds, and what to do the next time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lesson {
    pub text: String,
    /// In which situation it holds.
    pub when: Option<String>,
    /// What to do: the part that the next project can use.
    pub action: Option<String>,
    pub tools: Vec<String>,
    pub by: Option<String>,
    pub visibility: Option<Visibility>,
    /// Ids of the sheets that found the same.
    pub confirmed_in: Vec<String>,
    /// Ids of the sheets where it did not hold.
    pub contradicted_in: Vec<String>,
    pub own: Own,
}

impl Lesson {
    pub fn of(text: &str) -> Lesson {
        Lesson { text: text.to_owned(), ..Lesson::default() }
    }

    /// Whether it is known of a project, by the id of its sheet, that it held there or did not.
    pub fn is_judged_in(&self, id: &str) -> bool {
        self.confirmed_in.iter().chain(&self.contradicted_in).any(|known| known == id)
    }
}

/// A lesson, and in which case it holds, as people are told.
pub fn with_when(text: &str, when: Option<&str>, lang: Lang) -> String {
    match when {
        Some(when) => phrase!("{text} (when: {when})", "{text} (quand : {when})", text, when)
            .get(lang)
            .to_owned(),
        None => text.to_owned(),
    }
}

/// Where a lesson held, and where it did not, as people are told.
pub fn found_in(confirmed: &[String], contradicted: &[String]) -> Vec<Phrase> {
    let told = |ids: &[String], words: fn(String) -> Phrase| {
        (!ids.is_empty()).then(|| words(ids.join(", ")))
    };
    let confirmed =
        told(confirmed, |ids| phrase!("✓ confirmed in {ids}", "✓ confirmée dans {ids}", ids));
    let contradicted = told(contradicted, |ids| {
        phrase!("✗ contradicted in {ids}", "✗ contredite dans {ids}", ids)
    });
    confirmed.into_iter().chain(contradicted).collect()
}

/// How lessons are listed: whatever the text of one, it is one.
pub static LESSONS: Kind = Kind { is_plain: |_| true, ..WHOLE };

impl ListItem for Lesson {
    const KIND: &'static Kind = &LESSONS;

    fn named(text: &str) -> Lesson {
        Lesson::of(text)
    }

    fn read(piece: &Piece) -> Parsed<Lesson> {
        Parsed::Exact(Lesson::of(&piece.text))
    }
}

/// A word from a member of the team.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Word {
    /// Whose word it is.
    pub from: Option<String>,
    /// As what somebody speaks who is not in the team.
    pub role: Option<Speaker>,
    pub text: String,
    pub visibility: Option<Visibility>,
    pub own: Own,
}

impl Word {
    /// Reads `Name : text`: what stands before the first colon is the speaker, where it can be a
    /// name of one to four words; a colon later in a sentence is not.
    pub fn parse(text: &str) -> Word {
        let text = text.trim();
        let word = |from: Option<String>, text: &str| Word {
            from,
            text: text.trim().to_owned(),
            ..Word::default()
        };
        match spoken(text) {
            Some((from, said)) => word(Some(from.trim().to_owned()), said),
            None => word(None, text),
        }
    }
}

/// How words are listed: each line that names its speaker begins one.
pub static WORDS: Kind =
    Kind { is_plain: |text| !text.contains('\n'), segments: speakers, ..WHOLE };

impl ListItem for Word {
    const KIND: &'static Kind = &WORDS;

    fn named(text: &str) -> Word {
        Word::parse(text)
    }

    fn read(piece: &Piece) -> Parsed<Word> {
        let word = Word::parse(&piece.text);
        if piece.text.lines().filter(|line| spoken(line).is_some()).count() > 1 {
            Parsed::uncertain(word, SPEAKERS)
        } else {
            Parsed::Exact(word)
        }
    }
}

/// Who speaks in a text, and what is said.
fn spoken(text: &str) -> Option<(&str, &str)> {
    text.split_once(':').filter(|(from, said)| is_name(from) && !said.trim().is_empty())
}

/// The words of a text in which several lines name their speaker; else the whole.
fn speakers(text: &str) -> Vec<Piece> {
    let mut words: Vec<Piece> = Vec::new();
    if text.lines().filter(|line| spoken(line).is_some()).count() < 2 {
        return vec![Piece::of(text)];
    }
    for line in text.lines() {
        match words.last_mut() {
            Some(last) if spoken(line).is_none() => last.text += &format!("\n{line}"),
            _ => words.push(Piece::of(line)),
        }
    }
    words
}

const SPEAKERS: Text = text!(
    "perhaps several people: start the word of each with a `-`",
    "il y a peut-être plusieurs personnes : commencez le petit mot de chacune par un `-`",
);

/// Whether a stretch of text can be the name of a person: one to four words, the first with a
/// capital, without punctuation of a sentence.
pub fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = text.trim_start().chars().next().is_some_and(char::is_uppercase);
    let plain = !text.contains([',', ';', '!', '?', '"', '«', '(']);
    let upper = |word: &&str| word.chars().next().is_some_and(|c| c.is_uppercase());
    let particle = |word: &&str| PARTICLES.contains(*word) || matches!(*word, "et" | "&");
    capital && plain && words.len() <= 4 && words.iter().all(|word| upper(word) || particle(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_before_the_first_colon_is_a_speaker() {
        for (text, from, said) in [
            ("Alix : bien", Some("Alix"), "bien"),
            ("Alix D. : c'était : long", Some("Alix D."), "c'était : long"),
            ("Jean-Noël de Brie: oui", Some("Jean-Noël de Brie"), "oui"),
            ("Ce que je retiens : tout", None, "Ce que je retiens : tout"),
            ("Bien, vraiment : oui", None, "Bien, vraiment : oui"),
            ("Rien", None, "Rien"),
            ("Alix :", None, "Alix :"),
        ] {
            let word = Word::parse(text);
            assert_eq!((word.from.as_deref(), word.text.as_str()), (from, said), "{text}");
        }
    }

    #[test]
    fn every_particle_may_stand_in_the_name_of_a_speaker() {
        for particle in PARTICLES.iter() {
            let word = Word::parse(&format!("Alix {particle} Brie : oui"));
            assert!(word.from.is_some(), "{particle}");
        }
    }
}
