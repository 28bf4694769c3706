//! The mark of what is not for everybody: `[private]`.

use crate::lang::choice;
use crate::value::visibility::Visibility;

/// What programs set around the mark: escapes, bold.
const AROUND: [char; 3] = ['\\', '*', '_'];

/// A text without the marks that it holds, where it holds one; it is then private as a whole, wherever
/// the mark stands: nobody can tell how far it was meant to reach.
pub fn without_private_mark(text: &str) -> Option<String> {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    let mut is_marked = false;
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

fn is_mark(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    choice::parse::<Visibility>(word) == Some(Visibility::Private)
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
        ] {
            assert_eq!(without_private_mark(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "[sic] La mairie", "privé", "[privé", "[] []", "La vie [privée de tout]"]
        {
            assert_eq!(without_private_mark(text), None, "{text}");
        }
    }
}
