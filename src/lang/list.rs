//! Things said one after the other: `Alix, Sam and Lou`, `Alix, Sam ou Lou`.

use std::borrow::Borrow;

use crate::lang::{Phrase, Text, phrase, text};

/// Joins words with commas, and the last with the word of the language for “and”.
pub fn and(words: &[&str]) -> Phrase {
    joined(words, text!("and", "et"))
}

/// Joins words with commas, and the last with the word of the language for “or”.
pub fn or(words: &[&str]) -> Phrase {
    joined(words, text!("or", "ou"))
}

/// Joins the first of some words with commas, and says where there are more.
pub fn first<W: Borrow<str>>(words: impl IntoIterator<Item = W>, most: usize) -> String {
    let mut words = words.into_iter();
    let first: Vec<W> = words.by_ref().take(most).collect();
    let more = if words.next().is_some() { ", …" } else { "" };
    format!("{}{more}", first.join(", "))
}

/// Joins sentences with semicolons.
pub fn semicolons(sentences: &[Phrase]) -> Phrase {
    let joined = sentences
        .iter()
        .cloned()
        .reduce(|one, other| phrase!("{one}; {other}", "{one} ; {other}", one, other));
    joined.unwrap_or_default()
}

fn joined(words: &[&str], last_by: Text) -> Phrase {
    Phrase::per_lang(|lang| match words.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{} {} {last}", before.join(", "), last_by.get(lang)),
        None => String::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_there_are_more_words_that_is_said() {
        for (most, expected) in [(1, "a, …"), (2, "a, b, …"), (3, "a, b, c"), (4, "a, b, c")] {
            assert_eq!(first(["a", "b", "c"], most), expected);
        }
        assert_eq!(first::<&str>([], 1), "");
    }

    #[test]
    fn the_last_is_joined_by_a_word() {
        assert_eq!(and(&[]), Phrase::untranslated(""));
        assert_eq!(and(&["Alix"]), Phrase::untranslated("Alix"));
        assert_eq!(
            and(&["Alix", "Sam", "Lou"]),
            text!("Alix, Sam and Lou", "Alix, Sam et Lou").into()
        );
    }
}
