//! A page → its text, token by token. This is the door of `html5gum`.
//!
//! A tokenizer is enough, and cannot be made to climb a deep tree.

use std::borrow::Cow;

use html5gum::{StartTag, Token, Tokenizer};

use crate::text::html::elements::{HIDDEN, INLINE, LINES, LOWERED, PARAGRAPHS, RAISED, SHOWN};

/// Lists within lists, and quotations, are told apart to this depth.
const MAX_DEPTH: usize = 8;

/// A text whose lines end with a line feed, whatever they ended with.
pub(super) fn with_line_feeds(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// What is made of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Made {
    /// A text whose lines are those of its source, with tags here and there.
    Lines,
    /// A text in which white space is only what stands between words.
    Paragraphs,
    /// The same, as a mail program shows it.
    Message,
    /// The same of a page that was saved, with the marks of its headings.
    Document,
}

impl Made {
    /// Whether it is a page by itself, in which tags are never text and pictures are their words.
    fn is_whole(self) -> bool {
        matches!(self, Made::Message | Made::Document)
    }
}

/// A plain text under way.
pub(super) struct Page {
    out: String,
    made: Made,
    /// Where how many quotations are open: from there on, up to the next of these.
    quotes: Vec<(usize, usize)>,
    /// How many texts are open whose lines are those of their source.
    kept: usize,
    /// The lists that are open: the number of the last item, where items are numbered.
    lists: Vec<Option<usize>>,
    /// Where links lead that are open, and where their words begin.
    links: Vec<(String, usize)>,
    /// Where a raised or lowered text begins that is open.
    shifted: Vec<usize>,
    /// What holds no text for people, where it is open.
    hidden: Option<String>,
    /// Whether something of it is no longer there.
    pub is_lossy: bool,
}

impl Page {
    /// Reads a page to its end.
    pub(super) fn read(html: &str, made: Made) -> Page {
        let mut page = Page {
            out: String::new(),
            made,
            quotes: Vec::new(),
            kept: 0,
            lists: Vec::new(),
            links: Vec::new(),
            shifted: Vec::new(),
            hidden: None,
            is_lossy: false,
        };
        for Ok(token) in Tokenizer::new(html) {
            page.take(token);
        }
        page
    }

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
        if self.made == Made::Lines || self.kept > 0 {
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
            "blockquote" => self.quote(1),
            "pre" => {
                self.end_paragraph();
                self.kept += 1;
            }
            // It ends a head that nothing else ends.
            "body" => self.hidden = None,
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
                let place = place.filter(|_| !self.made.is_whole());
                self.is_lossy |= place.is_none() && name != "video" && name != "audio";
                self.text(&match (words, place) {
                    (Some(words), Some(place)) => format!(" {words} ({place}) "),
                    (words, place) => format!(" {} ", words.or(place).unwrap_or_default()),
                });
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_paragraph();
                if self.made == Made::Document {
                    let rank = name[1..].parse().unwrap_or(1);
                    self.out += &format!("{} ", "#".repeat(rank));
                }
            }
            name if PARAGRAPHS.contains(&name) => self.end_paragraph(),
            name if LINES.contains(&name) => self.end_line(),
            name if INLINE.contains(&name) => {}
            _ if self.made.is_whole() => {}
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
            "blockquote" => self.quote(-1),
            "pre" => {
                self.end_paragraph();
                self.kept = self.kept.saturating_sub(1);
            }
            "sup" => self.shift(RAISED),
            "sub" => self.shift(LOWERED),
            name if PARAGRAPHS.contains(&name) => self.end_paragraph(),
            name if LINES.contains(&name) && name != "br" => self.end_line(),
            name if INLINE.contains(&name) || SHOWN.contains(&name) || name == "br" => {}
            name if HIDDEN.contains(&name) => {}
            _ if self.made.is_whole() => {}
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
        // Mail programs put an address that counts who follows it in the place of what is said.
        let is_said = words.is_empty() || words.contains('@') || words.contains("://");
        if self.made == Made::Message && is_said {
            return;
        }
        if words.is_empty() {
            self.out += target;
        } else if bare(words) != bare(target) {
            self.out += &format!(" ({target})");
        }
    }

    /// Begins or ends a quotation, on lines of its own.
    fn quote(&mut self, by: isize) {
        self.end_paragraph();
        if self.made != Made::Message {
            return;
        }
        let open = self.quotes.last().map_or(0, |(_, open)| *open);
        self.quotes.push((self.out.len(), open.saturating_add_signed(by)));
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
    pub(super) fn into_text(self) -> String {
        let mut out = String::with_capacity(self.out.len());
        let (mut start, mut blank) = (0, 0);
        for line in self.out.split_inclusive('\n') {
            let passed = self.quotes.partition_point(|(from, _)| *from <= start);
            let open = passed.checked_sub(1).map_or(0, |last| self.quotes[last].1);
            start += line.len();
            let line = line.trim_end();
            blank = if line.is_empty() { blank + 1 } else { 0 };
            if blank < 2 || self.made == Made::Lines {
                out += &"> ".repeat(open.min(MAX_DEPTH));
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
