//! A document that a project produced, and where it is.

use crate::value::link::{Link, is_address};
use crate::value::list::judge::{
    COLON, MARKUP, Nobody, doubt, is_more, is_nothing, is_of_plain_name,
};
use crate::value::list::kind::{Kind, ON_ITS_LINE};
use crate::value::list::mark::{Between, Cut, Mark, strip_joint};
use crate::value::list::{ListItem, Piece, segments};
use crate::value::own::Own;
use crate::value::parsed::{Parsed, plain_spaces};
use crate::value::visibility::Visibility;

/// A document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub title: Option<String>,
    /// Its path within the collection.
    pub file: Option<String>,
    pub url: Option<String>,
    /// How large it is, as `1.4 MB`.
    pub size: Option<String>,
    pub visibility: Option<Visibility>,
    pub own: Own,
}

impl Document {
    /// Whether nobody knows where it is.
    pub fn is_nowhere(&self) -> bool {
        self.url.is_none() && self.file.is_none()
    }
}

/// How documents are listed.
pub static DOCUMENTS: Kind = Kind {
    is_plain,
    one_per_item: true,
    has_members: true,
    is_judged: true,
    nobody: Nobody::Allowed,
    segments: segments::lines,
    cut,
    is_headed: false,
    help: ON_ITS_LINE,
    refused: ON_ITS_LINE,
};

impl ListItem for Document {
    const KIND: &'static Kind = &DOCUMENTS;

    fn named(text: &str) -> Document {
        Document { title: Some(text.to_owned()), ..Document::default() }
    }

    fn read(piece: &Piece) -> Parsed<Document> {
        let document = parse(&piece.text);
        // A colon is part of many titles.
        let doubt = document.title.as_deref().and_then(doubt).filter(|reason| *reason != COLON);
        let places = document.title.as_deref().is_some_and(|title| title.contains("://"));
        let is_open = document.title.as_deref().is_some_and(is_open);
        match doubt.or((places || is_open).then_some(MARKUP)) {
            Some(reason) => Parsed::uncertain(document, reason),
            None => Parsed::Exact(document),
        }
    }
}

/// Whether a parenthesis in a text is never closed, or never opened.
fn is_open(text: &str) -> bool {
    text.matches('(').count() != text.matches(')').count()
}

/// Reads a document as people write it: `bilan.pdf (1,4 Mo)`, `Bilan : https://…`, a link of
/// Markdown or of the wiki. A bare name does not say where the document is, so it is a title; an
/// address is a `url`, a path with folders a `file`.
pub fn parse(text: &str) -> Document {
    let text = plain_spaces(text);
    if let Some(linked) = linked(&text) {
        return linked;
    }
    let (name, size) = sized(&text);
    let document = Document { size, ..Document::default() };
    if let Some((title, url)) = with_address(&name) {
        let (title, behind) = title.map_or((None, None), |title| {
            let (title, size) = sized(&title);
            (Some(title), size)
        });
        return Document { title, url: Some(url), size: document.size.or(behind), ..document };
    }
    if name.contains(['/', '\\']) && !name.contains(' ') && has_extension(&name) {
        return Document { file: Some(name), ..document };
    }
    Document { title: Some(name).filter(|name| !name.is_empty()), ..document }
}

/// A link of Markdown or of the wiki: `[Bilan](https://…)`, `[[https://… Bilan]]`,
/// `{{attach file="a.pdf" desc="Bilan"}}`.
fn linked(text: &str) -> Option<Document> {
    let within = |opens: &str, closes: &str| text.strip_prefix(opens)?.strip_suffix(closes);
    let attached = within("{{attach", "}}").and_then(Link::of_attachment);
    let link = within("[[", "]]").and_then(Link::of_wiki);
    let link = link.or_else(|| within("[", ")").and_then(Link::of_markdown));
    let link = attached.or(link.filter(Link::leads_to_web))?;
    let (title, target) = (link.name.map(str::to_owned), Some(link.target.to_owned()));
    let (file, url) = if attached.is_some() { (target, None) } else { (None, target) };
    Some(Document { title, file, url, ..Document::default() })
}

/// A name without the size in parentheses behind it, and the size: `Bilan (pdf, 2,3 Mo)`; behind a
/// file it needs none.
fn sized(text: &str) -> (String, Option<String>) {
    if let Some((name, behind)) = text.split_once(' ').filter(|(name, _)| has_extension(name))
        && let Some(size) = size(behind)
    {
        return (name.to_owned(), Some(size));
    }
    let found = text.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let Some((name, inside)) = found.filter(|(name, _)| !name.trim().is_empty()) else {
        return (text.to_owned(), None);
    };
    let name = name.trim();
    if let Some(size) = size(inside) {
        return (name.to_owned(), Some(size));
    }
    match inside.split_once(", ").and_then(|(kind, rest)| Some((kind, size(rest)?))) {
        Some((kind, size)) => (format!("{name} ({})", kind.trim()), Some(size)),
        None => (text.to_owned(), None),
    }
}

/// The one address in a text, and the title that stands before or behind it.
fn with_address(text: &str) -> Option<(Option<String>, String)> {
    let mut words = text.split(' ').filter(|word| is_address(bare(word)));
    let word = words.next().filter(|_| words.next().is_none())?;
    let (before, after) = text.split_once(word)?;
    let trimmed = |text: &str| text.trim_matches([' ', ':', '-', '–', '→', '<', '>']).to_owned();
    let (before, after) = (trimmed(before), trimmed(after));
    match (before.is_empty(), after.is_empty()) {
        (true, true) => Some((None, bare(word).to_owned())),
        (false, true) => Some((Some(before), bare(word).to_owned())),
        (true, false) => Some((Some(after), bare(word).to_owned())),
        (false, false) => None,
    }
}

/// An address without what encloses it.
fn bare(word: &str) -> &str {
    let word = word.trim_matches(['<', '>']).trim_start_matches('(').trim_end_matches(',');
    word.strip_suffix(')').filter(|rest| !rest.contains('(')).unwrap_or(word)
}

fn has_extension(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| {
        (1..=5).contains(&end.len()) && end.chars().all(char::is_alphanumeric)
    })
}

/// Whether a text is a title with nothing in it that opens, joins or leads elsewhere.
fn is_plain(text: &str) -> bool {
    text.chars().all(|c| is_of_plain_name(c) || c == '_')
        && !text.is_empty()
        && strip_joint(text).is_none()
        && !is_nothing(text)
        && !is_more(text)
}

/// Documents are told apart where on either side stands a file, an address or a size.
fn cut(mark: Mark, between: &Between) -> Cut {
    let is_placed = |text: &str| {
        let document = parse(text.trim().trim_end_matches(','));
        let named = document
            .title
            .as_deref()
            .is_some_and(|title| has_extension(title) && !title.contains(' '));
        document.size.is_some() || document.url.is_some() || document.file.is_some() || named
    };
    match mark {
        Mark::Plus => Cut::YES,
        Mark::Comma | Mark::And | Mark::Ampersand => Cut::when(
            !between.in_number() && is_placed(between.before) && is_placed(between.next()),
        ),
        Mark::Link => {
            let before = between.before.trim();
            Cut::when(is_address(before) && !before.contains(' '))
        }
        Mark::Slash | Mark::Dash => Cut::when(
            (mark == Mark::Dash || between.before.ends_with(' '))
                && is_placed(between.before)
                && is_placed(between.next())
                && !is_address(between.next()),
        ),
    }
}

/// Reads a size: `1.4MB`, `1,4 Mo`, `300 ko`; the unit is written KB, MB or GB.
pub fn size(text: &str) -> Option<String> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))?;
    let (number, unit) = text.split_at(end);
    let number = number.replace(',', ".");
    crate::tree::number(&number)?;
    let unit = match unit.trim().to_lowercase().as_str() {
        "o" | "b" | "octets" | "bytes" => "B",
        "ko" | "kb" | "kio" | "kib" => "KB",
        "mo" | "mb" | "mio" | "mib" => "MB",
        "go" | "gb" | "gio" | "gib" => "GB",
        _ => return None,
    };
    Some(format!("{number} {unit}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_read_as_people_write_them() {
        let document = |title: &str, file: &str, url: &str, size: &str| {
            let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            Document {
                title: text(title),
                file: text(file),
                url: text(url),
                size: text(size),
                visibility: None,
                own: Vec::new(),
            }
        };
        for (text, expected) in [
            ("BILAN__2023.pdf (1.4MB)", document("BILAN__2023.pdf", "", "", "1.4 MB")),
            ("Bande dessinée (5,4 Mo)", document("Bande dessinée", "", "", "5.4 MB")),
            ("Bilan (provisoire)", document("Bilan (provisoire)", "", "", "")),
            ("bilans/2023.pdf", document("", "bilans/2023.pdf", "", "")),
            (
                "https://example.org/a.pdf (300 ko)",
                document("", "", "https://example.org/a.pdf", "300 KB"),
            ),
            ("Photos / vidéos", document("Photos / vidéos", "", "", "")),
            ("", document("", "", "", "")),
            ("(1.4MB)", document("(1.4MB)", "", "", "")),
        ] {
            assert_eq!(parse(text), expected, "{text}");
        }
    }
}
