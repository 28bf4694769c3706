//! The line by which a sheet names the schema, set right where the sheet was moved to another folder.

use anyhow::Result;

use crate::commands::schema;
use crate::store::{self, Collection, Lock, Replaced, SheetPath};

/// Sets the lines right, and tells each sheet that was changed.
///
/// # Errors
/// A sheet cannot be written.
pub(super) fn lines(
    lock: &Lock,
    collection: &Collection,
    mut tell: impl FnMut(SheetPath),
) -> Result<()> {
    let paths = collection.paths().into_iter();
    for path in paths.filter(|path| path.is_file() && path.problem.is_none()) {
        let Ok(before) = store::read_bytes(&path) else {
            continue;
        };
        let text = std::str::from_utf8(&before).ok();
        let right = schema::editor_line(collection.below_root(&path.full));
        let after = text.and_then(|text| corrected(text, right.trim_end()));
        if let Some(after) = after
            && lock.replace(&path.full, &before, after.as_bytes())? == Replaced::Written
        {
            tell(path);
        }
    }
    Ok(())
}

/// The text with the right line; nothing where it has that, or none at all.
fn corrected(text: &str, right: &str) -> Option<String> {
    let (first, rest) = text.split_at(text.find(['\r', '\n'])?);
    let ours = first.starts_with(schema::EDITOR_LINE)
        && first.ends_with(schema::FILE)
        && !first.contains("://");
    (ours && first != right).then(|| format!("{right}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_wrong_line_of_ours_is_corrected() {
        let right = "# yaml-language-server: $schema=../../sheet.schema.json";
        for (first, corrects) in [
            ("# yaml-language-server: $schema=../sheet.schema.json", true),
            (right, false),
            ("# yaml-language-server: $schema=https://x.org/sheet.schema.json", false),
            ("# yaml-language-server: $schema=../other.json", false),
            ("title: x", false),
        ] {
            let text = format!("{first}\r\ntitle: a\r\n");
            let expected = corrects.then(|| format!("{right}\r\ntitle: a\r\n"));
            assert_eq!(corrected(&text, right), expected, "{first}");
        }
    }
}
