//! Whether a piece of a list is no item, and what makes one doubtful.

use crate::lang::{Text, text};
use crate::text::fold::{name_key, search_words, singular};
use crate::text::pattern::{ANY, LETTER, phrases};
use crate::text::scan::any_triple;
use crate::value::list::words::{DETERMINERS, NOBODY, NOTHING, NUMBERS, PARTICLES, QUANTITIES};
use crate::value::parsed::{or_nothing, says_nothing};

/// Which groups of people are no item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nobody {
    /// None: a list of things.
    Allowed,
    /// Those with an article or in lower case: a capital begins a name.
    ByArticle,
    /// All of them.
    Always,
}

/// No text that says nothing is longer, in bytes, than this.
const MAX_LENGTH: usize = 40;

/// The first two letters of the texts that say nothing: few names begin with them.
const NOTHING_BEGINS: [&[u8; 2]; 17] = [
    b"ad", b"ap", b"au", b"in", b"na", b"nc", b"ne", b"ni", b"no", b"pa", b"pe", b"ra", b"ri",
    b"sa", b"so", b"tb", b"un",
];

/// The first two letters of the texts that say that there are others.
const MORE_BEGINS: [&[u8; 2]; 5] = [b"al", b"au", b"da", b"et", b"ot"];

/// The texts that say that there are others, folded.
const MORE: [&str; 13] = [
    "etc", "etc.", "etc..", "etc...", "etc…", "...", "…", "et al.", "al", "al.", "autres",
    "d'autres", "others",
];

/// Whether the first two letters of a text are among these, or need folding to be compared.
fn may_begin(text: &str, letters: &[&[u8; 2]]) -> bool {
    let mut bytes = text.bytes().filter(|byte| !byte.is_ascii() || byte.is_ascii_alphabetic());
    match (bytes.next(), bytes.next()) {
        (Some(first), Some(second)) if first.is_ascii() && second.is_ascii() => {
            letters.contains(&&[first.to_ascii_lowercase(), second.to_ascii_lowercase()])
        }
        _ => true,
    }
}

/// Whether a piece only says that there is nothing.
pub fn is_nothing(text: &str) -> bool {
    if text.len() > MAX_LENGTH || !may_begin(text, &NOTHING_BEGINS) {
        return false;
    }
    let none = |key: String| ["aucun ", "aucune "].iter().any(|none| key.starts_with(none));
    says_none(text) || none(name_key(text))
}

/// Whether a whole text only says that there is nothing: `RAS`.
pub fn says_none(text: &str) -> bool {
    text.len() <= MAX_LENGTH
        && (says_nothing(text)
            || NOTHING.contains(&name_key(text).trim_matches(['.', ' ', '(', ')'])))
}

/// Whether a piece only says that there are others.
pub fn is_more(text: &str) -> bool {
    text.len() <= 12
        && may_begin(text, &MORE_BEGINS)
        && MORE.contains(&name_key(text).trim_matches([' ', '(', ')']))
}

/// The pattern of a text that may list items: where they are somebody, one has a letter at least.
pub fn pattern(nobody: Nobody) -> String {
    let named =
        if nobody == Nobody::Allowed { ANY.to_owned() } else { format!("{ANY}*{LETTER}{ANY}") };
    or_nothing(&format!("(?![ (]*{}[ )]*$){named}*", phrases(MORE)))
}

/// Why a piece is no item, if it is none; `{text}` stands for the piece.
pub fn no_item(text: &str, nobody: Nobody) -> Option<Text> {
    if is_more(text) {
        return Some(NO_NAME);
    }
    if nobody == Nobody::Allowed {
        return None;
    }
    // A capital begins a name, unless what counts or points stands before.
    if nobody == Nobody::ByArticle && text.starts_with(char::is_uppercase) {
        let first = text.split(' ').next().unwrap_or(text);
        if first.chars().all(char::is_alphabetic) && !QUANTITIES.contains(&*name_key(first)) {
            return None;
        }
    }
    // A few words decide; the rest may be long.
    let head: String = text.chars().take(64).collect();
    let words = search_words(&head);
    let before = words.iter().take_while(|word| is_quantity(word)).count();
    let counted = words[..before].iter().any(|word| is_number(word));
    let Some(word) = words.get(before) else {
        return if counted { Some(NUMBER) } else { is_bare(text).then_some(NO_NAME) };
    };
    if is_bare(text) {
        return Some(if counted { NUMBER } else { NO_NAME });
    }
    let group = singular(word);
    let small = is_lower_at(&head, before);
    let is_group = match nobody {
        Nobody::Always => NOBODY.contains(&*group),
        // `la commune de Bourg` is one, `les communes` are none in particular.
        _ if ALSO_NAMES.contains(&&*group) => small && before > 0 && word.len() > group.len(),
        _ => small && NOBODY.contains(&*group),
    };
    // `12 écoles` is a number of something; `1001 Rives` is a name.
    let counts = counted && small;
    (is_group || counts).then_some(if counted { NUMBER } else { NOBODY_NAMED })
}

/// Whether there is no letter in a text.
fn is_bare(text: &str) -> bool {
    !text.contains(char::is_alphabetic)
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit()) || NUMBERS.contains(word)
}

/// Whether a word says how many, or which.
fn is_quantity(word: &str) -> bool {
    is_number(word) || DETERMINERS.contains(word)
}

/// Whether a letter may stand in a name in which nothing joins, cuts or opens.
pub fn is_of_plain_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’')
}

/// Whether the word at an index begins with a small letter.
fn is_lower_at(text: &str, index: usize) -> bool {
    let pieces = text.split([' ', '\'', '’', '-']).filter(|word| !word.is_empty());
    let elided = |word: &&str| !matches!(name_key(word).as_str(), "l" | "d");
    let word = pieces.filter(elided).nth(index);
    word.and_then(|word| word.chars().find(|c| c.is_alphabetic())).is_some_and(char::is_lowercase)
}

/// Groups that are also the first word of a name.
const ALSO_NAMES: [&str; 8] = [
    "association",
    "commune",
    "collectif",
    "structure",
    "ecole",
    "collectivite",
    "entreprise",
    "mairie",
];

/// What makes the name of anything doubtful.
pub fn doubt(name: &str) -> Option<Text> {
    if name.contains('@') {
        return Some(ADDRESS);
    }
    if name.contains("://")
        || ["**", "[", "]", "{{", "<", "\"\"", "=="].iter().any(|mark| name.contains(mark))
    {
        return Some(MARKUP);
    }
    if name.contains(" :") || name.contains(": ") || name.ends_with(':') {
        return Some(COLON);
    }
    name.contains('%').then_some(RATE)
}

/// Whether a name rather joins those of two.
pub fn names_two(name: &str) -> bool {
    may_name_two(name) && TWO.iter().any(|word| name.contains(word))
}

/// What stands between two of which one may be meant.
const TWO: [&str; 7] = [" ou ", " puis ", " or ", " then ", " ainsi que ", "→", "=>"];

/// What stands before another who belongs to one.
const ANOTHER: [&str; 3] = [" avec la ", " avec le ", " avec l'"];

/// The same before a name with a capital.
const ANOTHER_NAMED: [&str; 3] = [" avec ", " via ", " with "];

/// Whether a name is that of one, and of another with it: `CAF avec la MSA`, `CAF avec MSA`.
pub fn names_another(name: &str) -> bool {
    let is_named = |word: &&str| {
        name.split_once(*word).is_some_and(|(_, other)| other.starts_with(char::is_uppercase))
    };
    may_name_two(name)
        && (ANOTHER.iter().any(|word| name.contains(word)) || ANOTHER_NAMED.iter().any(is_named))
}

/// Whether the first letters of what names two stand in a name: seen in one look at its bytes.
fn may_name_two(name: &str) -> bool {
    any_triple(name, |byte, next, last| {
        let after_o = (next == b'o') & ((last == b'u') | (last == b'r'));
        let after_a = (next == b'a') & ((last == b'i') | (last == b'v'));
        let others = (next == b'p') & (last == b'u') | (next == b't') & (last == b'h');
        let through = ((next == b'v') | (next == b'w')) & (last == b'i');
        let arrows = (byte == 0xe2) & (next == 0x86) | (byte == b'=') & (next == b'>');
        (byte == b' ') & (after_o | after_a | others | through) | arrows
    })
}

/// What makes the name of somebody doubtful, a person or an organisation, which things may well
/// have in theirs.
pub fn name_doubt(name: &str) -> Option<Text> {
    doubt(name)
        .or((names_two(name) || names_another(name)).then_some(SEVERAL))
        .or(name.trim_end().ends_with('?').then_some(NOT_SURE))
}

/// Whether a text begins with a small letter, but for a particle or an article before a capital.
pub fn is_lower(text: &str) -> bool {
    let mut words = text.split([' ', '\'', '’']).filter(|word| !word.is_empty());
    let first = words.find(|word| !PARTICLES.contains(*word)).unwrap_or(text);
    first.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
}

/// What stands before the first colon, where it can be the heading of what follows.
pub fn split_heading(text: &str) -> Option<(&str, &str)> {
    let (head, rest) = text.split_once(':')?;
    let (head, rest) = (head.trim().trim_matches('*').trim(), rest.trim());
    let is_heading = !head.is_empty()
        && !rest.is_empty()
        && !rest.starts_with("//")
        && head.split_whitespace().count() <= 6
        && !head.contains(['(', '@', '[']);
    is_heading.then_some((head, rest))
}

pub const NO_NAME: Text = text!("`{text}` is not a name", "`{text}` n'est pas un nom");
pub const NUMBER: Text = text!(
    "`{text}` is a number of people, not a name",
    "`{text}` est un nombre de personnes, pas un nom",
);
pub const NOBODY_NAMED: Text =
    text!("`{text}` names nobody in particular", "`{text}` ne nomme personne en particulier");
pub const ADDRESS: Text =
    text!("an e-mail address is not a name", "une adresse e-mail n'est pas un nom");
pub const MARKUP: Text = text!(
    "there is markup or a web address in it",
    "il y reste de la mise en forme ou une adresse web",
);
pub const COLON: Text = text!(
    "the words before the colon may be a heading",
    "ce qui précède le deux-points est peut-être un intitulé",
);
pub const NAME_FIRST: Text = text!(
    "the words before the colon may be the name",
    "ce qui précède le deux-points est peut-être le nom",
);
pub const RATE: Text = text!("a percentage is not a name", "un pourcentage n'est pas un nom");
pub const NOT_SURE: Text =
    text!("the question mark says it is not certain", "le point d'interrogation marque un doute");
pub const LOWER: Text = text!("a name begins with a capital", "un nom commence par une majuscule");
pub const SENTENCE: Text = text!("it reads like a sentence", "cela ressemble à une phrase");
pub const SEVERAL: Text = text!(
    "perhaps several names; separate them with `;`",
    "il y a peut-être plusieurs noms ; séparez-les par `;`",
);
pub const ONE: Text = text!(
    "perhaps one name only; separate names with `;`",
    "ce n'est peut-être qu'un seul nom ; séparez les noms par `;`",
);
pub const FIRST_ALONE: Text = text!(
    "the role before the colon may be that of the first person alone",
    "le rôle avant le deux-points n'est peut-être que celui de la première personne",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_or_that_there_are_others_is_seen_however_it_is_spelt() {
        let unknown = ["-", "–", "???", "NC", "n.c", "N/A", "na", "à définir", "à preciser", "tbd"];
        let others = ["inconnue", "non communiqué", "non connu", "unknown", "a définir"];
        for text in NOTHING.iter().chain(&unknown).chain(&others) {
            for spelt in [text.to_string(), text.to_uppercase(), format!("({text})")] {
                assert!(is_nothing(&spelt), "{spelt}");
            }
        }
        for text in MORE.iter().copied().chain(["Etc.", "(etc…)", "AUTRES", "D’autres"]) {
            assert!(is_more(text), "{text}");
        }
        for word in TWO.iter().chain(&ANOTHER).chain(&ANOTHER_NAMED) {
            assert!(may_name_two(&format!("CAF{word}MSA")), "{word}");
        }
        for name in ["Nora", "Paul Rien", "Sans-Souci", "Etienne", "Autremont"] {
            assert!(!is_nothing(name) && !is_more(name), "{name}");
        }
    }
}
