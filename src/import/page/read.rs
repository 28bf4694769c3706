//! The importer of pages.

use std::borrow::Cow;

use crate::finding::Finding;
use crate::import::codes::NO_KNOWN_LABEL;
use crate::import::page::candidate::{Candidate, candidate};
use crate::import::page::draft::draft;
use crate::import::page::sections::pages;
use crate::import::{Draft, EntryText, Import, ImportOptions, Imported};
use crate::lang::text;
use crate::text::encoding::decoded;
use crate::text::{Source, Span, html};
use crate::yaml;

/// The name of this importer.
pub(in crate::import) const NAME: &str = "wiki-text";

/// Whether a line of a text is a label.
pub(in crate::import) fn recognizes(bytes: &[u8]) -> bool {
    let text = of_html(bytes).map_or_else(|| String::from_utf8_lossy(bytes), Cow::Owned);
    if is_for_programs(&text) {
        return false;
    }
    let is_label = |found: Candidate| {
        found.label.is_some_and(|label| !label.is_wording) && found.strength >= 2
    };
    text.lines().any(|line| candidate(line).is_some_and(is_label))
}

/// The text of a page that was saved as HTML.
fn of_html(bytes: &[u8]) -> Option<String> {
    // Few files are, and the others need no copy.
    let is_marked = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<')
        || bytes.starts_with(&[0xef, 0xbb, 0xbf])
        || bytes.starts_with(&[0xff, 0xfe]);
    let text = is_marked.then(|| decoded(bytes))?;
    html::is_page(&text).then(|| html::document(&text))
}

/// Whether a text is JSON or a calendar: labels stand there, too, and nobody wrote them.
fn is_for_programs(text: &str) -> bool {
    let text = text.trim_start();
    let behind = |open: char| text.strip_prefix(open).map(str::trim_start);
    behind('{').is_some_and(|rest| rest.starts_with('"'))
        || behind('[').is_some_and(|rest| rest.starts_with(['{', '"']))
        || text.starts_with("BEGIN:VCALENDAR")
}

/// Reads the pages of a text; each gives one draft.
pub(in crate::import) fn read(bytes: &[u8], options: &ImportOptions) -> Imported {
    let made = of_html(bytes);
    let source = &match &made {
        Some(text) => Source::of(options.path, text.clone()),
        None => yaml::decode::decode(options.path, bytes)
            .map_err(|unreadable| Box::new(unreadable.finding))?,
    };
    let pages = pages((1..=source.line_count()).map(|line| source.line(line)));
    if pages.is_empty() {
        let first = source.line(1).split_whitespace().next().map_or(1, |word| word.chars().count());
        let label = text!("no known label in this text", "aucun libellé connu dans ce texte");
        return Err(Box::new(Finding::new(&NO_KNOWN_LABEL, Span::on_line(1, 1, first), label)));
    }
    let drafts = pages.iter().map(|page| {
        // What is said of it stands on lines that the file has not.
        let entry = made.clone().map(|text| EntryText { name: "text".to_owned(), text });
        Ok(Draft { entry, ..draft(page, options) })
    });
    Ok(Import { drafts: drafts.collect(), ..Import::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_wrote_is_no_page() {
        for (text, is_page) in [
            ("Titre\nA\nTerritoire : Oie\n", true),
            ("[[http://example.org Oie]]\nTerritoire : Oie\n", true),
            ("{\n  \"title\": \"A\",\n  \"territoire : x\": 1\n}\nTerritoire : Oie\n", false),
            ("[\n {\"a\": 1}]\nTerritoire : Oie\n", false),
            ("BEGIN:VCALENDAR\nTerritoire : Oie\n", false),
        ] {
            assert_eq!(recognizes(text.as_bytes()), is_page, "{text}");
        }
    }
}
