//! Files of other programs that are neither a text nor a table: what each is, and how its text is
//! got out of it.

use crate::finding::Finding;
use crate::import::NOT_IMPORTABLE;
use crate::lang::{Text, text};
use crate::text::Span;

/// A kind of file.
struct Kind {
    name: Text,
    is: fn(&[u8]) -> bool,
    help: Text,
}

const KINDS: [Kind; 4] = [
    Kind {
        name: text!("a PDF", "un PDF"),
        is: |bytes| bytes.starts_with(b"%PDF-"),
        help: text!(
            "open it, copy its text into a file that ends in .txt, and import that file",
            "ouvrez-le, copiez son texte dans un fichier en .txt, et importez ce fichier",
        ),
    },
    Kind {
        name: text!("a Word document", "un document Word"),
        is: |bytes| {
            is_packed_with(bytes, b"word/document.xml") || is_compound_with(bytes, "WordDocument")
        },
        help: AS_TEXT,
    },
    Kind {
        name: text!("a document of LibreOffice Writer", "un document LibreOffice Writer"),
        is: |bytes| is_packed_with(bytes, b"mimetypeapplication/vnd.oasis.opendocument.text"),
        help: AS_TEXT,
    },
    Kind {
        name: text!("a document in RTF", "un document RTF"),
        is: |bytes| bytes.starts_with(b"{\\rtf"),
        help: AS_TEXT,
    },
];

const AS_TEXT: Text = text!(
    "open it, save it as plain text (.txt), and import that file",
    "ouvrez-le, enregistrez-le en texte brut (.txt), et importez ce fichier",
);

/// What is said of a file of such a kind.
pub(super) fn refusal(bytes: &[u8]) -> Option<Finding> {
    let kind = KINDS.iter().find(|kind| (kind.is)(bytes))?;
    Some(Finding::new(&NOT_IMPORTABLE, Span::TOP, kind.name).with_help(kind.help))
}

/// Whether a packed file (ZIP) that is no workbook has a member of that name, which stands in it as
/// it is.
fn is_packed_with(bytes: &[u8], name: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") && has(bytes, name) && !has(bytes, b"xl/workbook.xml")
}

/// Whether a compound file, as programs wrote them before 2007, has a stream of that name, which
/// stands in it in UTF-16.
fn is_compound_with(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") && has(bytes, &name)
}

fn has(bytes: &[u8], piece: &[u8]) -> bool {
    bytes.windows(piece.len()).any(|window| window == piece)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_its_code_is_one() {
        let refused = |text: &str| refusal(text.replace(['⟦', '⟧'], "").as_bytes()).is_some();
        assert!(refused(NOT_IMPORTABLE.bad) && !refused(NOT_IMPORTABLE.good));
    }
}
