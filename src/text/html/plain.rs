//! HTML in a text that people typed → plain paragraphs, items and bare links. What a plain text
//! cannot say is reported as lost, so that the whole can be kept beside it.

use std::borrow::Cow;

use crate::text::html::elements::{LINES, PARAGRAPHS};
use crate::text::html::page::{Made, Page, with_line_feeds};

/// A text without tags and entities.
#[derive(Debug, PartialEq)]
pub struct Plain<'t> {
    pub text: Cow<'t, str>,
    /// Whether something of it is no longer there.
    pub is_lossy: bool,
}

/// Makes a text plain.
pub fn plain(text: &str) -> Plain<'_> {
    let text = with_line_feeds(text);
    if !text.contains(['<', '&']) {
        return Plain { text, is_lossy: false };
    }
    let guarded = guarded(&text);
    let made = if is_html(&guarded) { Made::Paragraphs } else { Made::Lines };
    let page = Page::read(&guarded, made);
    let is_lossy = page.is_lossy;
    Plain { text: Cow::Owned(page.into_text()), is_lossy }
}

/// A text in which only what surely is one begins an entity or a tag: `a&copy=b` and `2 <b` mean
/// what they say.
fn guarded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        match c {
            '&' if !is_entity(rest) => out += "&amp;",
            '<' if !is_tag(rest) => out += "&lt;",
            c => out.push(c),
        }
    }
    out
}

/// Whether what stands behind a mark is a tag, closed before another begins.
fn is_tag(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!')
        && rest.find(['<', '>']).is_some_and(|end| rest[end..].starts_with('>'))
}

fn is_entity(rest: &str) -> bool {
    let end = rest.bytes().take(33).position(|byte| byte == b';');
    end.is_some_and(|end| {
        let name = rest[..end].trim_start_matches('#');
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Whether the lines of a text are those of its source alone, because tags tell its paragraphs.
fn is_html(text: &str) -> bool {
    let tags = text.match_indices('<').map(|(at, _)| &text[at + 1..]);
    tags.into_iter().any(|rest| {
        let rest = rest.trim_start_matches('/');
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        LINES.iter().chain(&PARAGRAPHS).any(|known| *known == name)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn is_made(html: &str, text: &str, is_lossy: bool) {
        let made = plain(html);
        assert_eq!((made.text.as_ref(), made.is_lossy), (text, is_lossy), "{html}");
    }

    #[test]
    fn a_text_becomes_paragraphs_items_and_bare_links() {
        for (html, text) in [
            ("<p>Un</p><p>Deux<br>trois</p>", "Un\n\nDeux\ntrois"),
            (
                "<p>Un <strong>vrai</strong> lien</p>\n<ul>\n<li>un</li>\n<li>une f&ecirc;te</li>\n</ul><p><br></p>",
                "Un vrai lien\n\n- un\n- une fête",
            ),
            ("<ol><li>un<ul><li>a</li></ul></li><li>deux</li></ol>", "1. un\n  - a\n2. deux"),
            ("voir <a href=\"https://a.fr/x\">le plan</a>.", "voir le plan (https://a.fr/x)."),
            (
                "<a href=\"https://a.fr/\">a.fr</a>, <a href='mailto:a@b.fr'>a@b.fr</a>",
                "a.fr, a@b.fr",
            ),
            ("<b>gras</b>\r\nligne", "gras\nligne"),
            ("12 m<sup>2</sup> de CO<sub>2</sub>, le 1<sup>er</sup>", "12 m² de CO₂, le 1er"),
            ("&lt;b&gt; &#039;x&#039; &amp; &eacute;", "<b> 'x' & é"),
            ("https://a.fr/?a=1&copy=2&amp;b=3", "https://a.fr/?a=1&copy=2&b=3"),
            ("2 < 3, x <b", "2 < 3, x <b"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a | b\nc"),
            ("<iframe src=\\\"https://v.fr/1\\\"></iframe>", "https://v.fr/1"),
            ("<img src=\"a.jpg\" alt=\"Vue\">", "Vue (a.jpg)"),
            ("<ul><li></li><li><p>un</p></li><li><p>deux</p></li></ul>", "- un\n- deux"),
        ] {
            is_made(html, text, false);
        }
    }

    #[test]
    fn what_a_plain_text_cannot_say_is_told() {
        for (html, text) in [
            ("a<script>alert(1)</script>b", "ab"),
            ("a <style>p {}</style>", "a"),
            ("a <!-- b -->", "a"),
            ("Jean <jean@a.fr>", "Jean <jean@a.fr>"),
            ("<form>a</form>", "<form>a</form>"),
        ] {
            is_made(html, text, true);
        }
    }

    #[test]
    fn a_deep_page_is_read_at_once() {
        for tag in ["div", "ul", "li", "b", "x"] {
            let html = format!("<{tag}>").repeat(20_000) + "fin";
            assert!(plain(&html).text.ends_with("fin"), "{tag}");
        }
    }

    proptest! {
        /// What is not said to be lost is there, word by word.
        #[test]
        fn no_word_is_lost(
            pieces in proptest::collection::vec("[a-zé]{1,6}|<[/]?(p|b|li|ul|br|td|a|q)>|[ \n<;]|& |&amp;|<[a-z]{1,4}", 0..24)
        ) {
            let html: String = pieces.concat();
            let made = plain(&html);
            let words = pieces.iter().filter(|piece| piece.chars().all(char::is_alphabetic));
            for word in words {
                prop_assert!(made.is_lossy || made.text.contains(word.as_str()), "{} in {:?}", word, made);
            }
        }
    }
}
