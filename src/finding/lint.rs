//! What can be found: a code with its words and examples.

use crate::finding::Severity;
use crate::lang::{Lang, Text, text};
use crate::text::shell::shell_quote;

/// A kind of problem: what `sheet explain CODE` tells, examples included.
///
/// In `bad`, `⟦` and `⟧` stand around the text that is reported; they are no part of the example.
#[derive(Debug)]
pub struct Lint {
    /// Names the bad pattern, in kebab-case; never translated.
    pub code: &'static str,
    pub severity: Severity,
    /// One line without a final stop: what is wrong.
    pub title: Text,
    /// Why it matters.
    pub why: Text,
    /// What to do; `{id}` and `{path}` stand for those of the sheet.
    pub help: Text,
    /// The smallest sheet in which just this is reported.
    pub bad: &'static str,
    /// The same sheet, fixed.
    pub good: &'static str,
}

impl Lint {
    /// What to do about the sheet of a path.
    pub fn help_for(&self, path: &str, lang: Lang) -> String {
        for_sheet(self.help.get(lang), path)
    }

    /// What to do about any sheet.
    pub fn help_for_any(&self, lang: Lang) -> String {
        let any = text!("ID", "FICHE").get(lang);
        self.help_for(&format!("projects/{any}.yaml"), lang)
    }
}

/// What is said of any sheet, said of that of a path: `{id}` and `{path}` become its own.
pub fn for_sheet(words: &str, path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let id = name.split('.').next().unwrap_or(name);
    words.replace("{id}", &shell_quote(id)).replace("{path}", &shell_quote(path))
}

impl PartialEq for Lint {
    fn eq(&self, other: &Lint) -> bool {
        self.code == other.code
    }
}
