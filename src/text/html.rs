//! HTML in a text → plain paragraphs, items and bare links. This is the door of `html5gum`.
//!
//! A tokenizer is enough, and cannot be made to climb a deep tree. What a plain text cannot say is
//! reported as lost, so that the whole can be kept beside it.

use std::borrow::Cow;

use html5gum::{StartTag, Token, Tokenizer};

/// A text without tags and entities.
#[derive(Debug, PartialEq)]
pub struct Plain<'t> {
    pub text: Cow<'t, str>,
    /// Whether something of it is no longer there.
    pub is_lossy: bool,
}

/// Makes a text plain.
pub fn plain(text: &str) -> Plain<'_> {
    let text = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    };
    if !text.contains(['<', '&']) {
        return Plain { text, is_lossy: false };
    }
    let guarded = guarded(&text);
    let mut page = Page { flows: is_html(&guarded), ..Page::default() };
    for Ok(token) in Tokenizer::new(guarded.as_str()) {
        page.take(token);
    }
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

/// What begins a line or a paragraph of its own.
const BLOCKS: [&str; 34] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tr",
    "ul",
    "details",
];

/// Those of them that a blank line sets apart.
const PARAGRAPHS: [&str; 14] = [
    "blockquote",
    "dl",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "p",
    "pre",
    "table",
    "section",
];

/// What says how its text looks, and nothing besides.
const INLINE: [&str; 41] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "caption", "cite", "code", "col", "colgroup",
    "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s",
    "samp", "small", "span", "strike", "strong", "sub", "summary", "sup", "tbody", "td", "tfoot",
    "th", "thead", "time", "u", "var",
];

const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
const LOWERED: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];

/// What shows something that stands elsewhere.
const SHOWN: [&str; 7] = ["audio", "embed", "iframe", "img", "object", "source", "video"];

/// What holds no text for people.
const HIDDEN: [&str; 7] = ["head", "noscript", "script", "style", "template", "title", "svg"];

/// Whether the lines of a text are those of its source alone, because tags tell its paragraphs.
fn is_html(text: &str) -> bool {
    let tags = text.match_indices('<').map(|(at, _)| &text[at + 1..]);
    tags.into_iter().any(|rest| {
        let rest = rest.trim_start_matches('/');
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        BLOCKS.contains(&rest[..end].to_ascii_lowercase().as_str())
    })
}

/// Lists within lists are told apart to this depth.
const MAX_DEPTH: usize = 8;

/// A plain text under way.
#[derive(Default)]
struct Page {
    out: String,
    /// Whether white space is only what stands between words.
    flows: bool,
    /// The lists that are open: the number of the last item, where items are numbered.
    lists: Vec<Option<usize>>,
    /// Where links lead that are open, and where their words begin.
    links: Vec<(String, usize)>,
    /// Where a raised or lowered text begins that is open.
    shifted: Vec<usize>,
    /// What holds no text for people, where it is open.
    hidden: Option<String>,
    is_lossy: bool,
}

impl Page {
    fn take(&mut self, token: Token) {
        match token {
            Token::String(text) => {
                let text = String::from_utf8_lossy(&text.value);
                match &self.hidden {
                    Some(_) => self.is_lossy |= !text.trim().is_empty(),
                    None => self.text(&text),
                }
            }
            Token::StartTag(tag) => self.open(&tag),
            Token::EndTag(tag) => self.close(&name(&tag.name)),
            Token::Comment(text) => self.is_lossy |= !text.value.trim_ascii().is_empty(),
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }

    fn text(&mut self, text: &str) {
        if !self.flows {
            self.out += text;
            return;
        }
        for (index, word) in text.split([' ', '\n', '\t']).enumerate() {
            if index > 0 && !self.out.is_empty() && !self.out.ends_with([' ', '\n']) {
                self.out.push(' ');
            }
            self.out += word;
        }
    }

    fn open(&mut self, tag: &StartTag<()>) {
        let name = name(&tag.name);
        let value = |key: &str| {
            let value = tag.attributes.get(key.as_bytes())?;
            let value = String::from_utf8_lossy(value).into_owned();
            // Old versions of the wiki set a stroke before every quotation mark.
            Some(value.trim_matches(['\\', '"', ' ']).to_owned()).filter(|value| !value.is_empty())
        };
        match name.as_str() {
            "br" => self.break_line(),
            "ul" | "ol" => {
                if self.lists.is_empty() {
                    self.end_paragraph()
                } else {
                    self.end_line()
                }
                self.lists.push((name == "ol").then_some(0));
            }
            "li" => self.item(),
            "td" | "th" => {
                if !self.out.is_empty() && !self.out.ends_with('\n') {
                    self.out += " | ";
                }
            }
            "a" => {
                if let Some(target) = value("href") {
                    self.links.push((target, self.out.len()));
                }
            }
            "sup" | "sub" => self.shifted.push(self.out.len()),
            name if HIDDEN.contains(&name) => {
                self.hidden.get_or_insert(name.to_owned());
            }
            name if SHOWN.contains(&name) => {
                let words = value("alt").or_else(|| value("title"));
                let place = value("src").or_else(|| value("data"));
                self.is_lossy |= place.is_none() && name != "video" && name != "audio";
                self.text(&match (words, place) {
                    (Some(words), Some(place)) => format!(" {words} ({place}) "),
                    (words, place) => format!(" {} ", words.or(place).unwrap_or_default()),
                });
            }
            name if PARAGRAPHS.contains(&name) => self.end_paragraph(),
            name if BLOCKS.contains(&name) => self.end_line(),
            name if INLINE.contains(&name) => {}
            name => {
                self.is_lossy = true;
                self.out += &format!("<{name}>");
            }
        }
    }

    fn close(&mut self, name: &str) {
        if self.hidden.as_deref() == Some(name) {
            self.hidden = None;
            return;
        }
        match name {
            "ul" | "ol" => {
                self.lists.pop();
                if self.lists.is_empty() { self.end_paragraph() } else { self.end_line() }
            }
            "a" => {
                if let Some((target, start)) = self.links.pop() {
                    self.link(&target, start);
                }
            }
            "sup" => self.shift(RAISED),
            "sub" => self.shift(LOWERED),
            name if PARAGRAPHS.contains(&name) => self.end_paragraph(),
            name if BLOCKS.contains(&name) && name != "br" => self.end_line(),
            name if INLINE.contains(&name) || SHOWN.contains(&name) || name == "br" => {}
            name if HIDDEN.contains(&name) => {}
            name => {
                self.is_lossy = true;
                self.out += &format!("</{name}>");
            }
        }
    }

    /// The address of a link behind its words, where these do not say it.
    fn link(&mut self, target: &str, start: usize) {
        let words = self.out.get(start..).unwrap_or_default().trim();
        let bare = |text: &str| {
            let text = text.trim_start_matches("mailto:").trim_start_matches("https://");
            text.trim_start_matches("http://").trim_end_matches('/').to_owned()
        };
        if words.is_empty() {
            self.out += target;
        } else if bare(words) != bare(target) {
            self.out += &format!(" ({target})");
        }
    }

    /// Raises or lowers the digits that were just written: `m²`, and not `m2`. Letters stay: `1er`.
    fn shift(&mut self, digits: [char; 10]) {
        let Some(start) = self.shifted.pop() else { return };
        let written = self.out.get(start..).unwrap_or_default();
        let digit = |c: char| digits.get(c.to_digit(10)? as usize).copied();
        let shifted: Option<String> = written.chars().map(digit).collect();
        if let Some(shifted) = shifted {
            self.out.truncate(start);
            self.out += &shifted;
        }
    }

    fn item(&mut self) {
        if self.is_in_item_mark() {
            // An item of which nothing was said.
            let line = self.out.rfind('\n').map_or(0, |at| at + 1);
            self.out.truncate(line);
        }
        self.end_line();
        let depth = self.lists.len().clamp(1, MAX_DEPTH) - 1;
        self.out += &"  ".repeat(depth);
        match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                self.out += &format!("{number}. ");
            }
            _ => self.out += "- ",
        }
    }

    fn end_line(&mut self) {
        if self.is_in_item_mark() {
            return;
        }
        self.out.truncate(self.out.trim_end_matches([' ', '\u{a0}']).len());
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    /// Ends a line where one was ended by hand: two in a row are a blank line.
    fn break_line(&mut self) {
        let is_ended = self.out.ends_with('\n') && !self.out.ends_with("\n\n");
        self.end_line();
        if is_ended {
            self.out.push('\n');
        }
    }

    fn end_paragraph(&mut self) {
        self.end_line();
        let is_ended = self.out.ends_with('\n') && !self.out.ends_with("\n\n");
        if is_ended && self.lists.is_empty() {
            self.out.push('\n');
        }
    }

    /// Whether nothing stands behind the mark of an item yet.
    fn is_in_item_mark(&self) -> bool {
        let line = self.out.rsplit('\n').next().unwrap_or_default();
        let mark = line.trim_start();
        mark == "- "
            || mark.strip_suffix(". ").is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()))
    }

    /// The text, without spaces at the ends of its lines, nor more than one blank line.
    fn into_text(self) -> String {
        let mut out = String::with_capacity(self.out.len());
        let mut blank = 0;
        for line in self.out.lines().map(str::trim_end) {
            blank = if line.is_empty() { blank + 1 } else { 0 };
            if blank < 2 || !self.flows {
                out += line;
                out.push('\n');
            }
        }
        out.trim().to_owned()
    }
}

fn name(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
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
