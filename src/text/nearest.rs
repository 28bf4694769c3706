//! The word that was probably meant. This is the door of `strsim`.

use std::borrow::Cow;

/// The word most like what was written, where one is near: at most a third of its letters differ.
pub fn nearest<'a>(written: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let lower = written.to_lowercase();
    let words: Vec<&str> = words.collect();
    let itself = words.iter().copied().find(|word| lowercase(word) == lower);
    itself.or_else(|| nearest_other(written, &words))
}

/// The same among words none of which is the one that was written, in whatever capitals.
pub fn nearest_other<'a>(written: &str, words: &[&'a str]) -> Option<&'a str> {
    let written = Written::of(written);
    let mut nearest: Option<(usize, &str)> = None;
    for word in words {
        let best = nearest.map_or(usize::MAX, |(distance, _)| distance);
        if best <= 1 {
            break;
        }
        if let Some(distance) = written.edits(&lowercase(word), best - 1) {
            nearest = Some((distance, word));
        }
    }
    let (distance, word) = nearest?;
    let near = distance * 3 <= word.chars().count().max(3);
    near.then_some(word)
}

/// What at most three of some names stand for: those as near as the nearest of them, or by one edit
/// less, the nearest first.
pub fn three_nearest<'a, T: PartialEq>(
    written: &str,
    names: impl Iterator<Item = (&'a str, T)>,
) -> Vec<T> {
    let written = Written::of(written);
    let mut near: Vec<(usize, T)> = Vec::new();
    for (name, meaning) in names {
        let lower = lowercase(name);
        let most = lower.chars().count().max(3) / 3;
        near.extend(written.edits(&lower, most).map(|distance| (distance, meaning)));
    }
    near.sort_by_key(|(distance, _)| *distance);
    let least = near.first().map_or(0, |(distance, _)| *distance);
    let mut meanings: Vec<T> = Vec::new();
    for (_, meaning) in near.into_iter().take_while(|(distance, _)| *distance <= least + 1) {
        if meanings.len() < 3 && !meanings.contains(&meaning) {
            meanings.push(meaning);
        }
    }
    meanings
}

/// What was written, in small letters, with what tells most words apart from it at a glance.
struct Written {
    text: String,
    /// Its characters.
    length: usize,
    letters: u64,
}

impl Written {
    fn of(written: &str) -> Written {
        let text: String = written.to_lowercase().chars().take(64).collect();
        let (length, letters) = (text.chars().count(), letters(&text));
        Written { text, length, letters }
    }

    /// How many edits make another word of it, if no more than so many.
    fn edits(&self, word: &str, most: usize) -> Option<usize> {
        // An edit adds or takes one character, or changes one letter into another.
        let by_length = self.length.abs_diff(word.chars().count());
        let by_letters = (self.letters ^ letters(word)).count_ones().div_ceil(2) as usize;
        if by_length.max(by_letters) > most {
            return None;
        }
        Some(strsim::damerau_levenshtein(&self.text, word)).filter(|edits| *edits <= most)
    }
}

fn lowercase(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// Which of the letters from a to z and of the digits stand in a word, a bit for each.
fn letters(word: &str) -> u64 {
    let bit = |byte: u8| match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'0'..=b'9' => 1 << (26 + byte - b'0'),
        _ => 0,
    };
    word.bytes().fold(0, |all, byte| all | bit(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn no_word_is_passed_over_that_is_nearer(
            written in "[a-c0-2é]{0,6}",
            words in proptest::collection::vec("[a-c0-2é]{0,6}", 0..8),
        ) {
            let distance = |word: &str| strsim::damerau_levenshtein(&written, word);
            let least = words.iter().map(|word| distance(word)).min();
            if let Some(found) = nearest(&written, words.iter().map(String::as_str)) {
                proptest::prop_assert_eq!(Some(distance(found)), least);
            } else if let Some((least, word)) = words.iter().map(|word| (distance(word), word)).min_by_key(|(distance, _)| *distance) {
                proptest::prop_assert!(least * 3 > word.chars().count().max(3));
            }
        }
    }

    #[test]
    fn the_nearest_come_first_and_each_meaning_once() {
        let names = || [("status", 1), ("statut", 1), ("start", 2), ("state", 3), ("team", 4)];
        assert_eq!(three_nearest("statu", names().into_iter()), [1, 3]);
        assert_eq!(three_nearest("stat", names().into_iter()), [2, 3, 1]);
        assert_eq!(three_nearest("budget", names().into_iter()), [0; 0]);
    }

    #[test]
    fn only_a_near_word_is_proposed() {
        let words = || ["title", "territory", "tools", "team"].into_iter();
        assert_eq!(nearest("titel", words()), Some("title"));
        assert_eq!(nearest("Territoire", words()), Some("territory"));
        assert_eq!(nearest("tool", words()), Some("tools"));
        assert_eq!(nearest("budget", words()), None);
        assert_eq!(nearest("", words()), None);
    }
}
