//! What is kept of an interview that was interrupted: for which collection it is, what comes next,
//! and the answers.

use std::path::Path;

use anyhow::Result;

use crate::session::drafts;
use crate::store::DraftFile;

/// The file of a draft.
const FILE: &str = "new.yaml";

/// What the first two lines of a draft say: for which collection it is, and what comes next.
const HEADER: (&str, &str) = ("# sheet new: ", "# next: ");

/// An interview that was interrupted.
pub(super) struct Unfinished {
    pub draft: DraftFile,
    /// The key of the field on which it stood.
    pub next: String,
    pub text: String,
}

/// The interviews that were interrupted in a collection.
pub(super) fn unfinished(root: &Path) -> Vec<Unfinished> {
    let Some(home) = crate::terminal::drafts() else {
        return Vec::new();
    };
    let drafts = DraftFile::find_abandoned(&home, FILE).into_iter();
    let read = drafts.filter_map(|draft| {
        let text = String::from_utf8(draft.bytes().ok()?).ok()?;
        let (next, text) = answers_of(&text, root)?;
        Some(Unfinished { next: next.to_owned(), text: text.to_owned(), draft })
    });
    read.collect()
}

/// Keeps answers in a draft, which is begun with the first of them.
///
/// # Errors
/// Where the disk does not let it.
pub(super) fn keep(
    draft: &mut Option<DraftFile>,
    root: &Path,
    next: &str,
    answers: &str,
) -> Result<()> {
    let (whose, comes) = HEADER;
    let text = format!("{whose}{}\n{comes}{next}\n{answers}", shown(root));
    match draft {
        Some(draft) => draft.write(text.as_bytes()),
        None => {
            *draft = Some(DraftFile::create(&drafts::folder()?, FILE, text.as_bytes())?);
            Ok(())
        }
    }
}

fn shown(root: &Path) -> String {
    root.to_string_lossy().replace(['\n', '\r'], " ")
}

/// The field on which a draft of this collection stood, and its answers.
fn answers_of<'t>(text: &'t str, root: &Path) -> Option<(&'t str, &'t str)> {
    let (whose, rest) = text.split_once('\n')?;
    let (next, answers) = rest.split_once('\n')?;
    let here = whose.strip_prefix(HEADER.0)? == shown(root);
    here.then_some((next.strip_prefix(HEADER.1)?, answers))
}
