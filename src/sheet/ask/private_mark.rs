//! The mark of what is not for everybody: `[private]`.

use crate::lang::choice;
use crate::text::fold::{letter_runs, name_key};
use crate::value::visibility::Visibility;

/// What programs set around the mark: escapes, bold.
const AROUND: [char; 3] = ['\\', '*', '_'];

/// What ends a mark at the beginning, in whatever dress: `(private)`, `Private:`, a line of its own.
const ENDS: [char; 13] = [':', ')', ']', '}', '»', '”', '"', '*', '_', '–', '—', '-', '\n'];

/// What a mark may be said with.
const BESIDE: [&str; 8] = ["en", "in", "merci", "svp", "stp", "please", "strictement", "strictly"];

/// A text without the marks that it holds, where it holds one; it is then private as a whole, wherever
/// the mark stands: nobody can tell how far it was meant to reach. At its beginning, it is known in
/// any dress: what is private by mistake can be opened, but not the other way round.
pub fn without_private_mark(text: &str) -> Option<String> {
    let behind = behind_first_mark(text);
    let (mut is_marked, mut rest) = (behind.is_some(), behind.unwrap_or(text));
    let mut out = String::with_capacity(text.len());
    while let Some((before, opened)) = rest.split_once('[') {
        match opened.split_once(']').filter(|(word, _)| is_mark(word)) {
            Some((_, after)) => {
                is_marked = true;
                out += before.trim_end_matches(AROUND);
                let after = after.trim_start_matches(AROUND);
                let is_line = out.is_empty() || out.ends_with('\n');
                let is_gap = |c: char| matches!(c, ' ' | ':' | '\u{a0}') || is_line && c == '\n';
                rest = after.trim_start_matches(is_gap);
            }
            None => {
                out += before;
                out.push('[');
                rest = opened;
            }
        }
    }
    is_marked.then(|| (out + rest).trim().to_owned())
}

/// What stands behind a mark at the beginning of a text.
fn behind_first_mark(text: &str) -> Option<&str> {
    let opened = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let (mark, behind) = opened.split_once(ENDS)?;
    // A hyphen that is no dash joins two words.
    if opened[mark.len()..].starts_with('-') && !behind.starts_with(' ') {
        return None;
    }
    let is_ended = |c: char| c.is_whitespace() || ENDS.contains(&c);
    is_mark(mark).then(|| behind.trim_start_matches(is_ended))
}

fn is_mark(words: &str) -> bool {
    let folded = name_key(words);
    let mut words = letter_runs(&folded).filter(|word| !word.is_empty() && !BESIDE.contains(word));
    let is_private = |word: &str| {
        choice::parse::<Visibility>(word) == Some(Visibility::Private)
            || matches!(word, "confidentiel" | "confidentielle" | "confidential")
    };
    words.next().is_some_and(is_private) && words.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_the_mark_is_private() {
        for (text, expected) in [
            ("[privé] La mairie", "La mairie"),
            ("[Private]: The council", "The council"),
            ("[privée]\nLa mairie", "La mairie"),
            ("\\[privé\\] La mairie", "La mairie"),
            ("**[ PRIVE : ]** La mairie", "La mairie"),
            ("La mairie [privé]", "La mairie"),
            ("Un [sic].\n\n[privé]\n\nDeux [privé] trois", "Un [sic].\n\nDeux trois"),
            ("Voici [privé]\n- un\n- [privé] deux", "Voici \n- un\n- deux"),
            ("[privé]", ""),
            ("Privé : le maire", "le maire"),
            ("(privé) le maire", "le maire"),
            ("En privé : le maire", "le maire"),
            ("PRIVÉ - le maire", "le maire"),
            ("*privé* le maire", "le maire"),
            ("« privé » le maire", "le maire"),
            ("{private} the mayor", "the mayor"),
            ("[privé, merci] le maire", "le maire"),
            ("[confidentiel] le maire", "le maire"),
            ("PRIVATE: the mayor", "the mayor"),
            ("Confidentiel\n\nLe maire", "Le maire"),
        ] {
            assert_eq!(without_private_mark(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "",
            "[sic] La mairie",
            "privé",
            "[privé",
            "[] []",
            "La vie [privée de tout]",
            "Privé de salle, le forum : dehors.",
            "Un lieu privé : la grange",
            "Private gardens: a visit",
            "en : merci",
            "Privé-public : un partenariat",
        ] {
            assert_eq!(without_private_mark(text), None, "{text}");
        }
    }
}
