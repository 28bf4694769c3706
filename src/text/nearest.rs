//! The word that was probably meant. This is the door of `strsim`.

/// The word most like what was written, where one is near: at most a third of its letters differ.
pub fn nearest<'a>(written: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let written: String = written.to_lowercase().chars().take(64).collect();
    let distance = |word: &str| strsim::damerau_levenshtein(&written, &word.to_lowercase());
    let measured = words.map(|word| (distance(word), word));
    let (distance, word) = measured.min_by_key(|(distance, _)| *distance)?;
    let near = distance * 3 <= word.chars().count().max(3);
    near.then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

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
