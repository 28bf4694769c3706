//! Texts as a page holds them: paragraphs, and within them links to where it is safe to go.

use crate::text::links::{Piece, pieces};
use crate::text::sanitize::printable;

/// A paragraph, piece by piece.
pub(super) type Paragraph = Vec<Inline>;

/// A piece of a paragraph: plain, or a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Inline {
    pub text: String,
    /// Where it leads; empty where it is plain.
    pub href: String,
}

impl Inline {
    pub(super) fn plain(text: &str) -> Inline {
        Inline { text: printable(text).into_owned(), href: String::new() }
    }

    /// A name that leads somewhere, if that is a safe place.
    pub(super) fn link(text: &str, address: &str) -> Inline {
        let href = safe_address(address).unwrap_or_default().to_owned();
        Inline { href, ..Inline::plain(text) }
    }
}

/// The lines of a text that say something, each with its links.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(paragraph).collect()
}

pub(super) fn paragraph(line: &str) -> Paragraph {
    let inline = |piece| match piece {
        Piece::Plain(text) => Inline::plain(text),
        Piece::Link(url) => Inline::link(url, url),
    };
    let pieces = pieces(line).into_iter().map(inline);
    pieces.filter(|inline| !inline.text.is_empty()).collect()
}

/// An address, if following it can do nothing but open it: one of the web, of mail, or one relative
/// to the page.
fn safe_address(address: &str) -> Option<&str> {
    if address.is_empty() || address.contains(|c: char| c.is_control() || c == '\\') {
        return None;
    }
    let first = address.split(['/', '?', '#']).next().unwrap_or_default();
    let is_safe = match first.split_once(':') {
        Some((scheme, _)) => {
            ["http", "https", "mailto"].iter().any(|safe| scheme.eq_ignore_ascii_case(safe))
        }
        // An address that begins with two slashes is none of this page's place.
        None => !address.starts_with("//"),
    };
    is_safe.then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_the_web_to_mail_or_beside_the_page() {
        for address in [
            "https://a.fr/x?y=1#z",
            "HTTP://a",
            "mailto:a@b.fr",
            "docs/bilan.pdf",
            "#alpha",
            "a/b:c",
        ] {
            assert_eq!(safe_address(address), Some(address));
        }
        for address in [
            "",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\tscript:alert(1)",
            " javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "//evil.example",
            "\\\\evil.example",
            "vbscript:x",
        ] {
            assert_eq!(safe_address(address), None, "{address}");
        }
    }

    #[test]
    fn a_text_keeps_every_letter() {
        let text = "Voir https://a.fr, puis\n\n  javascript://x et <b>";
        let written: Vec<String> = paragraphs(text)
            .iter()
            .map(|paragraph| paragraph.iter().map(|inline| inline.text.as_str()).collect())
            .collect();
        assert_eq!(written, ["Voir https://a.fr, puis", "javascript://x et <b>"]);
    }
}
