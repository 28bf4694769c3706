//! Columns that hold passwords or their digests: nothing of them is ever kept.

use crate::import::table::{Column, Entry};
use crate::text::fold::letters_key;

/// Whether a column holds secrets: by what it is called, or by what stands in it.
pub(super) fn is_secret(column: &Column, index: usize, entries: &[Entry]) -> bool {
    let called = [Some(&column.name), column.label.as_ref()];
    if called.into_iter().flatten().any(|name| names_secret(name)) {
        return true;
    }
    let cells = entries.iter().flat_map(|entry| &entry.cells);
    let texts = cells.filter(|cell| cell.column == index && !cell.value.is_empty());
    let mut texts = texts.map(|cell| cell.value.text()).peekable();
    texts.peek().is_some() && texts.all(|text| is_digest(text.trim()))
}

fn names_secret(name: &str) -> bool {
    let folded = letters_key(name);
    ["motdepasse", "motsdepasse", "password", "mdp"].iter().any(|word| folded.contains(word))
}

/// Whether a text is what is kept in the place of a password: MD5, SHA-1, SHA-2 in hexadecimal
/// digits, or the form of crypt(3).
fn is_digest(text: &str) -> bool {
    let hex = text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let has_both =
        text.bytes().any(|b| b.is_ascii_digit()) && text.bytes().any(|b| b.is_ascii_alphabetic());
    let crypt = ["$2a$", "$2b$", "$2y$", "$1$", "$5$", "$6$", "$argon2"];
    hex && has_both && [32, 40, 56, 64, 96, 128].contains(&text.len())
        || crypt.iter().any(|mark| text.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_known_by_its_name_or_by_its_form() {
        for name in ["Mot de passe *", "mot_de_passe_wikini", "Password", "motdepasse"] {
            assert!(names_secret(name), "{name}");
        }
        for name in ["Passé du projet", "Mots clés", "Passerelle"] {
            assert!(!names_secret(name), "{name}");
        }
        assert!(is_digest(&"5f4d".repeat(8)) && is_digest("$2y$10$abc"));
        for text in ["", "21750100000000", "bilan", &"1".repeat(32)] {
            assert!(!is_digest(text), "{text}");
        }
    }
}
