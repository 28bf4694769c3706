//! The importer of pages.

use crate::finding::Finding;
use crate::import::codes::NO_KNOWN_LABEL;
use crate::import::page::candidate::{Candidate, candidate};
use crate::import::page::draft::draft;
use crate::import::page::sections::pages;
use crate::import::{Import, ImportOptions, Imported};
use crate::lang::text;
use crate::text::Span;
use crate::yaml;

/// The name of this importer.
pub(in crate::import) const NAME: &str = "wiki-text";

/// Whether a line of a text is a label.
pub(in crate::import) fn recognizes(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let is_label = |found: Candidate| found.label.is_some() && found.strength >= 2;
    text.lines().any(|line| candidate(line).is_some_and(is_label))
}

/// Reads the pages of a text; each gives one draft.
pub(in crate::import) fn read(bytes: &[u8], options: &ImportOptions) -> Imported {
    let source = &yaml::decode::decode(options.path, bytes)
        .map_err(|unreadable| Box::new(unreadable.finding))?;
    let pages = pages((1..=source.line_count()).map(|line| source.line(line)));
    if pages.is_empty() {
        let first = source.line(1).split_whitespace().next().map_or(1, |word| word.chars().count());
        let label = text!("no known label in this text", "aucun libellé connu dans ce texte");
        return Err(Box::new(Finding::new(&NO_KNOWN_LABEL, Span::on_line(1, 1, first), label)));
    }
    let drafts = pages.iter().map(|page| Ok(draft(page, options)));
    Ok(Import { drafts: drafts.collect(), ..Import::default() })
}
