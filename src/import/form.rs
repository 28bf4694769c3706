//! The importer of what a form makes of a new project: the text of a sheet.

use crate::finding::Finding;
use crate::import::{Draft, Import, ImportOptions, Imported};
use crate::portfolio::Entry;
use crate::sheet::fields::is_top_key;
use crate::sheet::unknown::{EXTRA, is_own};
use crate::text::Source;
use crate::yaml;

/// The name of this importer.
pub(super) const NAME: &str = "form";

/// Whether these are the bytes of a sheet, sound or broken: keys alone stand at its margin, and most
/// are those of a sheet.
pub(super) fn recognizes(bytes: &[u8]) -> bool {
    let Ok(source) = yaml::decode::decode(NAME, bytes) else {
        return false;
    };
    let (mut known, mut others) = (0, 0);
    for line in source.text().lines().map(str::trim_end) {
        // Within a value, a comment, an item, or a mark between documents.
        if line.is_empty() || line.starts_with([' ', '\t', '#', '-']) {
            continue;
        }
        match line.split_once(':') {
            Some((key, value)) if is_key(key) && (value.is_empty() || value.starts_with(' ')) => {
                *(if is_known(key) { &mut known } else { &mut others }) += 1;
            }
            _ => return false,
        }
    }
    known > others
}

/// Whether a word is written like the keys of a sheet are.
fn is_key(key: &str) -> bool {
    key.starts_with(|first: char| first.is_ascii_lowercase())
        && key.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-')
}

/// Whether a key stands at the top of sheets, or is the user's own.
fn is_known(key: &str) -> bool {
    is_own(key) || key == EXTRA || is_top_key(key)
}

/// Reads the one sheet of a text.
pub(super) fn read(bytes: &[u8], options: &ImportOptions) -> Imported {
    let source: Source = yaml::decode::decode(options.path, bytes)
        .map_err(|unreadable| Box::new(unreadable.finding))?;
    let entry = Entry::decode_knowing(&source, options.today, options.known)?;
    // The name of the file is not that of the sheet.
    let findings = entry.findings.into_iter().filter(|finding| !is_about_name(finding));
    let draft = Draft {
        sheet: entry.sheet,
        entry: None,
        findings: findings.collect(),
        understood: Vec::new(),
        kept: Vec::new(),
        left_out: Vec::new(),
    };
    Ok(Import { drafts: vec![Ok(draft)], ..Import::default() })
}

fn is_about_name(finding: &Finding) -> bool {
    finding.lint == &crate::portfolio::BAD_ID
}
