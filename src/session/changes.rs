//! Changes of the text of a sheet: made, or why they are not.

use chrono::NaiveDate;

use crate::lang::{Phrase, Text, phrase, text};
use crate::portfolio::Entry;
use crate::sheet::canonical::{FormatSkips, is_below};
use crate::sheet::fields;
use crate::sheet::key::Key;
use crate::sheet::known::KnownBySort;
use crate::sheet::{Sheet, edit};
use crate::text::Source;
use crate::tree::{Change, Tree, same};
use crate::yaml::edit::EditError;

/// Changes of a sheet, each with its path.
pub(crate) type Changes = Vec<(String, Change)>;

/// A text after changes.
#[derive(Debug)]
pub(crate) struct Changed {
    pub after: Source,
    /// Why nothing changed, where nothing did.
    pub unchanged: Option<Text>,
}

/// A text after changes, all of them; what it says already stays in the form in which it says it.
///
/// # Errors
/// Which of them cannot be made, and why.
pub(crate) fn apply_changes(
    source: &Source,
    changes: &[(String, Change)],
    known: &KnownBySort,
) -> Result<Changed, Phrase> {
    let mut after = source.with_text(source.text().to_owned());
    let mut reasons = Vec::new();
    for (key, change) in changes {
        let sheet =
            Entry::decode_knowing(&after, NaiveDate::default(), known).map(|entry| entry.sheet);
        match sheet.ok().and_then(|sheet| no_op_reason(&sheet, key, change)) {
            Some(why) => reasons.push(why),
            None => {
                let made = edit::change(&after, key, change, known);
                after = made.map_err(|why| refused(&source.path, key, &why))?;
            }
        }
    }
    let unchanged = if reasons.len() == changes.len() {
        reasons.first().copied()
    } else {
        (after.text() == source.text()).then_some(ALREADY)
    };
    Ok(Changed { after, unchanged })
}

/// Why a value of a sheet is not changed, with its place.
pub(crate) fn refused(path: &str, key: &str, why: &EditError) -> Phrase {
    let place = match why.line {
        Some(line) => format!("{path}:{line}"),
        None => path.to_owned(),
    };
    let reason = why.words(path);
    phrase!("{place}: {key}: {reason}", "{place} : {key} : {reason}", place, key, reason)
}

/// Why a change would change nothing, if it would not: in whatever form it is written, the sheet
/// says that already.
fn no_op_reason(sheet: &Sheet, key: &str, change: &Change) -> Option<Text> {
    let doubted = sheet.uncertain.iter().any(|doubt| is_below(key, doubt));
    let certain = !doubted && FormatSkips::of(sheet).why(key).is_none();
    let now = Key::find(key)?.stored(sheet).written();
    match (change, now) {
        (Change::Set(value), now) => (certain && same(&now, value)).then_some(ALREADY),
        (Change::Unset, now) => {
            (certain && now == Tree::Missing).then_some(text!("already empty", "déjà vide"))
        }
        (Change::Add(item), Tree::List(items)) => items
            .iter()
            .any(|one| same(one, item))
            .then_some(text!("already in the sheet", "déjà dans la fiche")),
        (Change::Add(_) | Change::Items(_), _) => None,
    }
}

const ALREADY: Text = text!("unchanged", "rien n'a changé");

/// What is said of a key, behind its label.
pub(crate) fn labelled(key: &str, words: Text) -> Phrase {
    let label = Key::find(key).map_or(Phrase::untranslated(key), |key| key.label());
    phrase!("{label}: {words}", "{label} : {words}", label, words)
}

/// Whether a key may not be taken away: a sheet is none without it.
pub(crate) fn is_required(key: &str) -> bool {
    fields::required().any(|field| field.key == key)
}
