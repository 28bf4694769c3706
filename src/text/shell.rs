//! Words as they are typed in a shell.

use std::borrow::Cow;

/// A word as it is typed in a shell: in quotation marks where it needs them.
pub fn shell_quote(name: &str) -> Cow<'_, str> {
    if name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ':')) {
        name.into()
    } else {
        format!("'{}'", name.replace('\'', r"'\''")).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_quoted_where_a_shell_would_split_or_change_it() {
        for (word, quoted) in [
            ("projects/a.yaml", "projects/a.yaml"),
            ("Alix: …", "'Alix: …'"),
            ("Jeanne d'Arc", r"'Jeanne d'\''Arc'"),
        ] {
            assert_eq!(shell_quote(word), quoted);
        }
    }
}
