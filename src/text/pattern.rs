//! Regular expressions for words, whatever their accents and capitals, as a JSON Schema holds them.
//! Source: ECMA-262, of which only what other dialects share is used.

use crate::text::fold::{INCLUSIVE, search_key};

/// Any space within a line.
pub const SPACE: &str = "[ \u{a0}\u{202f}\u{2009}\t]";
/// A letter.
pub const LETTER: &str = "[a-zA-ZÀ-ÖØ-öø-ÿŒœ]";
/// What may stand in a text, over all of its lines.
pub const ANY: &str = r"[\s\S]";

/// A text that is nothing but this, with or without spaces around it.
pub fn whole(pattern: &str) -> String {
    format!(r"^\s*(?:{pattern})\s*$")
}

/// One of these patterns; of none, nothing is found.
pub fn either<P: AsRef<str>>(patterns: impl IntoIterator<Item = P>) -> String {
    let mut one = String::new();
    for (index, pattern) in patterns.into_iter().enumerate() {
        one.push_str(if index == 0 { "(?:" } else { "|" });
        one.push_str(pattern.as_ref());
    }
    one.push_str(if one.is_empty() { "(?!)" } else { ")" });
    one
}

/// One of these folded phrases; where the last letter of one stands, no letter follows.
pub fn phrases<'p>(folded: impl IntoIterator<Item = &'p str>) -> String {
    let (words, signs): (Vec<&str>, Vec<&str>) =
        folded.into_iter().partition(|phrase| phrase.ends_with(char::is_alphabetic));
    let words = (!words.is_empty()).then(|| format!("{}(?!{LETTER})", tree(&words, &letter)));
    either(words.into_iter().chain((!signs.is_empty()).then(|| tree(&signs, &letter))))
}

/// One of these folded phrases, whatever follows.
pub fn parts<'p>(folded: impl IntoIterator<Item = &'p str>) -> String {
    tree(&folded.into_iter().collect::<Vec<_>>(), &letter)
}

/// One of these texts, of which those that begin alike share their beginning.
fn tree(texts: &[&str], put: &impl Fn(char) -> String) -> String {
    let mut begun: Vec<(char, Vec<&str>)> = Vec::new();
    for text in texts {
        let mut letters = text.chars();
        let Some(first) = letters.next() else { continue };
        match begun.iter_mut().find(|(letter, _)| *letter == first) {
            Some((_, rests)) => rests.push(letters.as_str()),
            None => begun.push((first, vec![letters.as_str()])),
        }
    }
    let ends = texts.iter().any(|text| text.is_empty());
    let many = begun.len() > 1 || ends;
    let branches = begun.iter().map(|(first, rests)| put(*first) + &tree(rests, put));
    let branches = branches.collect::<Vec<_>>().join("|");
    match (branches.is_empty(), many) {
        (true, _) => String::new(),
        (_, false) => branches,
        (_, true) => format!("(?:{branches}){}", if ends { "?" } else { "" }),
    }
}

/// A folded phrase, as people may write it.
pub fn phrase(folded: &str) -> String {
    folded.chars().map(letter).collect()
}

/// These very words, in capitals or not.
pub fn same(words: &str) -> String {
    let letters = words.chars().map(|c| {
        let upper = c.to_uppercase().next().unwrap_or(c);
        if c == ' ' {
            SPACE.to_owned()
        } else if upper == c {
            sign(c)
        } else {
            format!("[{c}{upper}]")
        }
    });
    letters.collect()
}

/// One of these names as a search finds it: its plural, inclusive spelling and what stands between
/// its words do not matter.
pub fn searched<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let mut keys: Vec<String> = names.into_iter().map(search_key).collect();
    keys.sort_unstable();
    keys.dedup();
    let elided = "(?:(?:[a-zA-Z]|[qQ][uU])['’])?";
    let between =
        format!("[sSxX]?(?:[.·•⋅(][a-zA-Z]{{1,6}}[)]?)*(?:[.,]*[^{WORD}.,]+[.,]*)+{elided}");
    let put = |key: char| if key == ' ' { between.clone() } else { letter(key) };
    let names = tree(&keys.iter().map(String::as_str).collect::<Vec<_>>(), &put);
    let inclusive = format!("(?:-[eE](?:-?[sS])?|(?:[.·•⋅(]+{}[)]?)+)?", parts(INCLUSIVE));
    format!("[^{WORD}]*{elided}{names}[sSxX]?{inclusive}[^{WORD}]*")
}

/// What a word is made of, for a search.
const WORD: &str = "0-9a-zA-ZÀ-ÖØ-öø-ÿŒœ€%@";

/// A letter with any accent, in capitals or not; a space or a hyphen.
fn letter(folded: char) -> String {
    match folded {
        'a' => "[aAÀ-Äà-ä]".to_owned(),
        'c' => "[cCÇç]".to_owned(),
        'e' => "[eEÈ-Ëè-ë]".to_owned(),
        'i' => "[iIÌ-Ïì-ï]".to_owned(),
        'o' => "[oOÒ-Öò-ö]".to_owned(),
        'u' => "[uUÙ-Üù-ü]".to_owned(),
        'a'..='z' => format!("[{folded}{}]", folded.to_ascii_uppercase()),
        ' ' => format!("[ \u{a0}\u{202f}\u{2009}\t\u{2011}-]{SPACE}*"),
        '\'' => "['’ʼ`]".to_owned(),
        other => sign(other),
    }
}

/// A sign that stands for itself.
fn sign(sign: char) -> String {
    match sign {
        '.' | '*' | '+' | '?' | '(' | ')' | '|' | '$' | '/' => format!("[{sign}]"),
        sign => sign.to_string(),
    }
}
