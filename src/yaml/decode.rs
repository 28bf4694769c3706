//! From bytes to a text, or to the one finding that there is none.

use crate::finding::Finding;
use crate::lang::phrase;
use crate::text::source::NotUtf8;
use crate::text::{Position, Source, Span};
use crate::yaml::codes::NOT_UTF8;

/// A text of which no tree could be made, and the one reason.
#[derive(Debug)]
pub struct Unreadable {
    pub source: Source,
    pub finding: Finding,
}

/// Takes the bytes of a file.
///
/// # Errors
/// The one finding `not-utf8`, at the first byte that is not UTF-8.
pub fn decode(path: impl Into<String>, bytes: &[u8]) -> Result<Source, Box<Unreadable>> {
    Source::new(path, bytes).map_err(|error| {
        let NotUtf8 { source, byte } = *error;
        let start = source.position(byte);
        let end = Position { column: start.column + 1, ..start };
        let label =
            phrase!("invalid UTF-8 at byte {byte}", "octet {byte} : UTF-8 non valide", byte);
        let finding = Finding::new(&NOT_UTF8, Span { start, end }, label);
        Box::new(Unreadable { source, finding })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_1_is_told_at_its_first_accent() {
        let bytes = b"title: a\nsummary: \xe9t\xe9\n";
        let unreadable = decode("a.yaml", bytes).expect_err("it is Latin-1");
        assert_eq!(unreadable.finding.lint.code, "not-utf8");
        assert_eq!(unreadable.finding.span.start, Position { line: 2, column: 10 });
    }
}
