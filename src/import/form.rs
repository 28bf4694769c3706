//! The importer of what a form makes of a new project: the text of a sheet.

use crate::finding::Finding;
use crate::import::{Draft, Import, ImportOptions, Imported};
use crate::portfolio::Entry;
use crate::sheet::fields;
use crate::text::Source;
use crate::yaml;

/// The name of this importer.
pub(super) const NAME: &str = "form";

/// Whether these are the bytes of a sheet: a mapping that has the keys of its fields alone.
pub(super) fn recognizes(bytes: &[u8]) -> bool {
    let Ok(source) = yaml::decode::decode(NAME, bytes) else {
        return false;
    };
    // Most of what is no sheet does not begin with a key, and need not be parsed.
    let lines = source.text().lines();
    let first = lines.map(str::trim_end).find(|line| !line.is_empty() && !line.starts_with('#'));
    let key = first.and_then(|line| line.split_once(':')).map(|(key, _)| key);
    let is_plain = |key: &str| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase());
    if !key.is_some_and(is_plain) {
        return false;
    }
    let is_known = |key: &str| {
        let begins =
            |field: &str| field.strip_prefix(key).is_some_and(|rest| rest.starts_with('.'));
        fields::written().any(|field| field.key == key || begins(field.key))
    };
    yaml::parse::parse(&source).is_ok_and(|parsed| {
        let pairs = parsed.node.pairs();
        !pairs.is_empty() && pairs.iter().all(|pair| is_known(&pair.key))
    })
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
