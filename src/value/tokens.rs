//! The words of a quantity: numbers in digits and in letters, and their units.

/// Numbers and words, apart even where they are written together: `9mois` is `9` and `mois`.
pub(super) fn tokens(folded: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut open = false;
    for c in folded.chars() {
        let digit = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
        match tokens.last_mut() {
            _ if c == ' ' => open = false,
            Some(last) if open && last.chars().all(digit) == digit(c) => last.push(c),
            _ => {
                tokens.push(c.to_string());
                open = true;
            }
        }
    }
    grouped(tokens)
}

/// What stands behind a word at the beginning of a text, if its letters are the `same`.
pub(super) fn strip_word<'t>(
    text: &'t str,
    word: &str,
    same: impl Fn(char, char) -> bool,
) -> Option<&'t str> {
    let mut rest = text.chars();
    let begins = word.chars().all(|letter| rest.next().is_some_and(|found| same(found, letter)));
    begins.then_some(rest.as_str())
}

/// Units that only English has: before them a comma sets thousands apart.
const ENGLISH_UNITS: [&str; 10] =
    ["day", "days", "hour", "hours", "week", "weeks", "month", "months", "year", "years"];

/// Joins the groups of three digits of one number: `1 200`, and `1,200 hours`.
fn grouped(tokens: Vec<String>) -> Vec<String> {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mut joined: Vec<String> = Vec::with_capacity(tokens.len());
    let mut open = false;
    for token in tokens {
        match joined.last_mut() {
            Some(last) if open && token.len() == 3 && digits(&token) => last.push_str(&token),
            last => {
                let english = ENGLISH_UNITS.contains(&token.as_str());
                if let Some(number) = last.filter(|_| english)
                    && let Some((head, tail)) = number.split_once(',')
                    && (1..=3).contains(&head.len())
                    && tail.split(',').all(|group| group.len() == 3 && digits(group))
                {
                    *number = number.replace(',', "");
                }
                open = (1..=3).contains(&token.len()) && digits(&token);
                joined.push(token);
            }
        }
    }
    joined
}

/// The number that digits or a folded word stand for.
pub(super) fn number(word: &str) -> Option<u32> {
    const FRENCH: [&str; 21] = [
        "zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
        "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix sept", "dix huit",
        "dix neuf", "vingt",
    ];
    const ENGLISH: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let named = |names: &[&str]| names.iter().position(|name| *name == word).map(|at| at as u32);
    match word {
        "une" | "a" => Some(1),
        "trente" => Some(30),
        "quarante" => Some(40),
        "cinquante" => Some(50),
        "soixante" => Some(60),
        "cent" => Some(100),
        _ => word.parse().ok().or_else(|| named(&FRENCH)).or_else(|| named(&ENGLISH)),
    }
}
