//! The mark of what is not for everybody: `[private]`.

use crate::lang::choice;
use crate::text::fold::{letter_runs, name_key};
use crate::value::visibility::Visibility;

/// What programs set around the mark: escapes, bold.
const AROUND: [char; 3] = ['\\', '*', '_'];

/// What ends a mark at the beginning of a line, in whatever dress: `(private)`, `Private:`.
const ENDS: [char; 12] = [':', ')', ']', '}', '»', '”', '"', '*', '_', '–', '—', '-'];

/// What a mark may be said with, before and behind it.
const BEFORE: [&str; 4] = ["en", "in", "strictement", "strictly"];
const BEHIND: [&str; 4] = ["merci", "svp", "stp", "please"];

/// What stands before an item of a list.
const BEFORE_ITEMS: &str = ".)°-*•–—· ";

/// A text without the marks that it holds, where it holds one; it is then private as a whole, wherever
/// the mark stands: nobody can tell how far it was meant to reach. At the beginning of a line, it is
/// known in any dress: what is private by mistake can be opened, but not the other way round.
pub fn without_private_mark(text: &str) -> Option<String> {
    let unmarked = without_marked_lines(text);
    let (mut is_marked, mut rest) = (unmarked.is_some(), unmarked.as_deref().unwrap_or(text));
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

/// Whether a line begins with the mark, in whatever dress.
pub fn begins_with_private_mark(line: &str) -> bool {
    behind_mark(line).is_some()
}

/// A text without the marks with which lines of it begin, if any does; one that is a mark alone says
/// nothing.
fn without_marked_lines(text: &str) -> Option<String> {
    let mut lines: Vec<String> = Vec::new();
    let (mut is_marked, mut was_emptied) = (false, false);
    for line in text.lines() {
        let unmarked = behind_mark(line);
        is_marked |= unmarked.is_some();
        if was_emptied && line.trim().is_empty() {
            continue;
        }
        was_emptied = unmarked.as_ref().is_some_and(|rest| rest.trim().is_empty());
        if !was_emptied {
            lines.push(unmarked.unwrap_or_else(|| line.to_owned()));
        }
    }
    (is_marked && !lines.is_empty()).then(|| lines.join("\n"))
}

/// What a line says behind the mark with which it begins, below the mark of its item.
fn behind_mark(line: &str) -> Option<String> {
    let start = line.find(char::is_alphabetic)?;
    let (before, words) = line.split_at(start);
    let end = words.find(ENDS).unwrap_or(words.len());
    let (mark, behind) = words.split_at(end);
    // A hyphen that is no dash joins two words.
    if !is_mark(mark) || behind.starts_with('-') && !behind[1..].starts_with(' ') {
        return None;
    }
    let item = before.rfind(' ').map_or("", |at| &before[..=at]);
    let is_item = item.chars().all(|c| c.is_ascii_digit() || BEFORE_ITEMS.contains(c));
    let item = if is_item { item } else { "" };
    let behind = behind.trim_start_matches(|c: char| c.is_whitespace() || ENDS.contains(&c));
    Some(format!("{item}{behind}"))
}

fn is_mark(words: &str) -> bool {
    let folded = name_key(words);
    let words = letter_runs(&folded).filter(|word| !word.is_empty());
    let mut words = words.skip_while(|word| BEFORE.contains(word));
    let is_private = |word: &str| {
        choice::parse::<Visibility>(word) == Some(Visibility::Private)
            || matches!(word, "confidentiel" | "confidentielle" | "confidential")
    };
    words.next().is_some_and(is_private) && words.all(|word| BEHIND.contains(&word))
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
            (
                "Un mot.\n- *privé* le maire\n2. Privé : la place",
                "Un mot.\n- le maire\n2. la place",
            ),
        ] {
            assert_eq!(without_private_mark(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "",
            "[sic] La mairie",
            "privé",
            "Privé :",
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
