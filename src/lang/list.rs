//! Things said one after the other: `Alix, Sam and Lou`, `Alix, Sam et Lou`.

use super::{Lang, Phrase};

/// Joins words with commas, and the last with the word of the language for “and”.
pub fn and(words: &[&str]) -> Phrase {
    let join = |lang: Lang| {
        let and = match lang {
            Lang::En => " and ",
            Lang::Fr => " et ",
        };
        match words.split_last() {
            Some((last, [])) => (*last).to_owned(),
            Some((last, before)) => format!("{}{and}{last}", before.join(", ")),
            None => String::new(),
        }
    };
    Phrase::new(join(Lang::En), join(Lang::Fr))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_is_joined_by_a_word() {
        assert_eq!(and(&[]), Phrase::same(""));
        assert_eq!(and(&["Alix"]), Phrase::same("Alix"));
        assert_eq!(
            and(&["Alix", "Sam", "Lou"]),
            Phrase::new("Alix, Sam and Lou", "Alix, Sam et Lou")
        );
    }
}
