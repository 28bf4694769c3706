//! Where documents are that a sheet names without their place.

use crate::session::assignment::Assignment;
use crate::sheet::Sheet;
use crate::text::fold::name_key;
use crate::tree::{Change, Tree};
use crate::value::any::{Record, Value};
use crate::value::document::Document;

/// The key of the documents.
pub(super) const DOCUMENTS: &str = "documents";

/// The parts that say where a document is.
const PLACES: [&str; 2] = ["url", "file"];

/// The same answers, where each place goes to the document that is meant: that of this title, or the
/// only one without a place; those that the sheet has already are left out.
pub(super) fn placed(sheet: &Sheet, made: Vec<Assignment>) -> Vec<Assignment> {
    let all = made.into_iter().filter_map(|one| match one.changes.as_slice() {
        [(_, Change::Add(Tree::Map(parts)))] if has_place(parts) => place(sheet, parts, &one),
        _ => Some(one),
    });
    all.collect()
}

fn has_place(parts: &[(String, Tree)]) -> bool {
    parts.iter().any(|(key, _)| PLACES.contains(&key.as_str()))
}

fn place(sheet: &Sheet, parts: &[(String, Tree)], made: &Assignment) -> Option<Assignment> {
    let find = |part: &str| parts.iter().find(|(key, _)| key == part).map(|(_, value)| value);
    let title = match find("title") {
        Some(Tree::Text { text, .. }) => Some(name_key(text)),
        _ => None,
    };
    let is_meant = |document: &Document| match (&title, &document.title) {
        (None, _) => true,
        (Some(title), known) => known.as_deref().map(name_key).as_ref() == Some(title),
    };
    let is_there = |document: &Document| {
        let members = document.members();
        PLACES.iter().all(|part| {
            let there = members.iter().find(|(key, _)| key == part).map(|(_, value)| value.tree());
            find(part).is_none_or(|place| there.as_ref() == Some(place))
        })
    };
    let meant = sheet.documents.iter().enumerate().filter(|(_, one)| is_meant(one));
    if meant.clone().any(|(_, one)| is_there(one)) {
        return None;
    }
    let mut open = meant.filter(|(_, one)| one.is_nowhere());
    let (Some((index, document)), None) = (open.next(), open.next()) else {
        return Some(made.clone());
    };
    let mut whole = match Value::Record(document).written() {
        Tree::Map(members) => members,
        title => vec![("title".to_owned(), title)],
    };
    whole.extend(parts.iter().filter(|(key, _)| key != "title").cloned());
    Some(Assignment::of(DOCUMENTS, Change::Items(vec![(index, Tree::Map(whole))])))
}
