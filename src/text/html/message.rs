//! A message in HTML → its lines, as a mail program shows them.

use crate::text::html::page::{Made, Page, with_line_feeds};

/// The text of a message: each block on lines of its own, what it quotes behind `>`. A picture is its
/// words, and a tag is never text.
pub fn message(html: &str) -> String {
    Page::read(&with_line_feeds(html), Made::Message).into_text()
}

/// The text of a page that was saved: as that of a message, its headings behind `#`.
pub fn document(html: &str) -> String {
    Page::read(&with_line_feeds(html), Made::Document).into_text()
}

/// Whether a text is a page, or a piece of one, as programs save it: it begins with a tag, a
/// comment or an instruction, and closes a tag.
pub fn is_page(text: &str) -> bool {
    let first = text.trim_start().strip_prefix('<').and_then(|rest| rest.chars().next());
    first.is_some_and(|c| matches!(c, '!' | '?') || c.is_ascii_alphabetic()) && text.contains("</")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_begins_with_a_tag_and_closes_one() {
        for page in ["<!DOCTYPE html><p>a</p>", "\n<html><body>a</body></html>", "<div>a</div>"] {
            assert!(is_page(page), "{page}");
        }
        for text in ["", "<3", "<a@b.fr> a écrit :", "Un <b>mot</b>", "<- là </b>"] {
            assert!(!is_page(text), "{text}");
        }
    }

    #[test]
    fn a_document_has_the_marks_of_its_headings() {
        let html = "<html><head><title>x</title></head><body><h1>La <b>halle</b></h1>\
                    <p class=MsoNormal>Un<o:p></o:p></p><h2>Outils</h2><ul><li>Frise</li></ul>\
                    <p>voir <a href='https://a.fr/x'>le plan</a><img src='data:image/png;base64,x'></p>";
        let expected = "# La halle\n\nUn\n\n## Outils\n\n- Frise\n\nvoir le plan (https://a.fr/x)";
        assert_eq!(document(html), expected);
    }

    #[test]
    fn each_block_is_a_line_and_a_quotation_has_marks() {
        for (html, expected) in [
            (
                "<div dir=ltr>Un.</div><div>La coop &lt;<a href='mailto:a@b.fr'>a@b.fr</a>&gt; a écrit&nbsp;:</div>\
                 <blockquote type=cite><p>Bonjour,</p>[sheet a <a href='http://lessons.words'>lessons.words</a>]\
                 </blockquote><div>Deux<br>trois</div>",
                "Un.|La coop <a@b.fr> a écrit\u{a0}:|> Bonjour,|> [sheet a lessons.words]|Deux|trois",
            ),
            (
                "<html><head><style><!-- p > a {} --></style><body><!--[if mso]><xml>x</xml><![endif]-->\
                 <p class=MsoNormal>Un\n<b>seul</b>\nmot &lt;3<o:p></o:p></p><p><o:p>&nbsp;</o:p></p>\
                 <p>Deux <img src='cid:1' alt='😊'><img src='https://a.fr/p'></p>",
                "Un seul mot <3|Deux 😊",
            ),
            ("Un\nmot <i title='a<b'>seul</i>", "Un mot seul"),
            ("<pre>Un\n\n&gt; deux</pre>trois", "Un|> deux|trois"),
            (
                "<blockquote>a<blockquote>b</blockquote>c</blockquote></blockquote>d",
                "> a|> > b|> c|d",
            ),
            ("<ul><li>Un</li><li>Deux</li></ul>", "- Un|- Deux"),
            (
                "voir <a href='https://x.fr/?u=a.fr'>https://a.fr</a> et <a href='https://b.fr'>là</a>",
                "voir https://a.fr et là (https://b.fr)",
            ),
            ("a < b", "a < b"),
            ("", ""),
        ] {
            let text = message(html);
            let lines = text.lines().map(str::trim_end);
            let lines: Vec<&str> =
                lines.filter(|line| !line.trim_matches(['>', ' ']).is_empty()).collect();
            assert_eq!(lines.join("|"), expected, "{html}");
        }
    }
}
