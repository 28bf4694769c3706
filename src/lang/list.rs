//! Things said one after the other: `Alix, Sam and Lou`, `Alix, Sam ou Lou`.

use crate::lang::{Phrase, Text, phrase, text};

/// Joins words with commas, and the last with the word of the language for “and”.
pub fn and(words: &[&str]) -> Phrase {
    joined(words, text!("and", "et"))
}

/// Joins words with commas, and the last with the word of the language for “or”.
pub fn or(words: &[&str]) -> Phrase {
    joined(words, text!("or", "ou"))
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
    fn the_last_is_joined_by_a_word() {
        assert_eq!(and(&[]), Phrase::untranslated(""));
        assert_eq!(and(&["Alix"]), Phrase::untranslated("Alix"));
        assert_eq!(
            and(&["Alix", "Sam", "Lou"]),
            text!("Alix, Sam and Lou", "Alix, Sam et Lou").into()
        );
    }
}
