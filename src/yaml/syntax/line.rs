//! One line as people write it: `  - key: value`.

use std::ops::Range;

use crate::text::Span;

/// A line in its parts. Before the key there are spaces and hyphens alone, so that up to there
/// bytes are columns.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    pub number: u32,
    /// Without the spaces at its end.
    pub text: &'a str,
    /// How many spaces it begins with.
    pub indent: usize,
    /// The byte behind its `- `.
    pub content: usize,
    pub key: Option<&'a str>,
    /// The byte at which the value begins; where there is no key, that is the content.
    pub value: usize,
}

impl<'a> Line<'a> {
    pub fn of(number: u32, text: &'a str) -> Line<'a> {
        let text = text.trim_end();
        let indent = spaces(text);
        let mut content = indent;
        while text[content..] == *"-" || text[content..].starts_with("- ") {
            content += 1 + spaces(&text[content + 1..]);
        }
        let colon = colon(&text[content..]);
        let key = colon.map(|colon| text[content..content + colon].trim_end());
        let value = colon.map_or(content, |colon| {
            let behind = content + colon + 1;
            text.len() - text[behind..].trim_start().len()
        });
        Line { number, text, indent, content, key, value }
    }

    pub fn content(&self) -> &'a str {
        &self.text[self.content..]
    }

    pub fn value(&self) -> &'a str {
        &self.text[self.value..]
    }

    pub fn has_dash(&self) -> bool {
        self.content > self.indent
    }

    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        self.text[self.indent..].is_empty() || self.text[self.indent..].starts_with('#')
    }

    /// Whether it begins with a key such as sheets have, rather than with words and a colon.
    pub fn has_plain_key(&self) -> bool {
        self.key.is_some_and(is_plain_key)
    }

    /// Whether a comment may end it.
    pub fn may_have_comment(&self) -> bool {
        self.text.contains(" #")
    }

    /// The stretch between two bytes.
    pub fn span(&self, bytes: Range<usize>) -> Span {
        let column = self.text[..bytes.start].chars().count() + 1;
        let length = self.text[bytes].chars().count();
        Span::on_line(self.number as usize, column, length.max(1))
    }

    /// The stretch from its first character to its last.
    pub fn whole(&self) -> Span {
        self.span(self.indent..self.text.len())
    }

    /// The line with another indentation.
    pub fn indented(&self, columns: usize) -> String {
        format!("{}{}", " ".repeat(columns), &self.text[self.indent..])
    }
}

/// Whether this is how keys of sheets are written: one word that begins with a small letter.
pub fn is_plain_key(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

/// The byte of the colon behind a key: one that a space or the end of the line follows.
fn colon(content: &str) -> Option<usize> {
    if let Some(quote) = content.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let close = content[1..].find(quote)? + 2;
        return content[close..].starts_with(':').then_some(close);
    }
    if content.starts_with(['#', '[', '{']) {
        return None;
    }
    let followed = |at: &usize| matches!(content.as_bytes().get(at + 1), None | Some(b' ' | b'\t'));
    let at = content.match_indices(':').map(|(at, _)| at).find(followed)?;
    (!content[..at].contains(" #")).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_taken_apart() {
        for (text, indent, content, key, value) in [
            ("title: Forum", 0, 0, Some("title"), "Forum"),
            ("  - name: Alix : oui", 2, 4, Some("name"), "Alix : oui"),
            ("- - é : b", 0, 4, Some("é"), "b"),
            ("  -Sam", 2, 2, None, "-Sam"),
            ("tools:", 0, 0, Some("tools"), ""),
            ("a \"b\": c", 0, 0, Some("a \"b\""), "c"),
            ("'a: b'", 0, 0, None, "'a: b'"),
            ("x # y: z", 0, 0, None, "x # y: z"),
            ("http://a.org", 0, 0, None, "http://a.org"),
            ("-", 0, 1, None, ""),
        ] {
            let line = Line::of(1, text);
            let parts = (line.indent, line.content, line.key, line.value());
            assert_eq!(parts, (indent, content, key, value), "{text}");
        }
    }
}
