//! What a form is that sheets leave the collection in.

use std::sync::Arc;

use anyhow::Result;
use chrono::NaiveDate;

use crate::config::Config;
use crate::lang::choice::{Choice, choices};
use crate::lang::{Lang, Phrase};
use crate::report::Report;
use crate::sheet::field::Field;
use crate::sheet::rev::Exported;
use crate::text::wanted::ReadTexts;
use crate::tree::Tree;

/// What was asked for beside the form.
#[derive(Clone, Copy)]
pub struct ExportOptions<'a> {
    pub lang: Lang,
    pub organisation: Option<&'a str>,
    pub today: NaiveDate,
    pub config: &'a Config,
    /// The logo as a data address; empty where there is none.
    pub logo: &'a str,
    pub page: PageSort,
    /// The sheet that a form is to complete.
    pub of: Option<&'a Exported>,
    /// The one question that a form asks; all, where none is named.
    pub question: Option<&'static Field>,
    /// How many threads may work.
    pub threads: usize,
}

choices! {
    /// What a page is about.
    PageSort {
        Portfolio: "portfolio", "portfolio", "portfolio";
        Lessons: "lessons", "lessons", "leçons";
    }
}

/// One form.
pub struct ExportFormat {
    /// The name for `--format`.
    pub name: &'static str,
    /// How the names of its files end, without the dot.
    pub extension: &'static str,
    pub how: How,
    /// Whether it has lines that a terminal can show.
    pub is_text: bool,
    /// Whether `import` reads it again.
    pub comes_back: bool,
    /// Whether a file is an earlier export in this form.
    pub is_mine: fn(&[u8]) -> bool,
}

/// What a form is made of.
pub enum How {
    /// A report, in the format of that name.
    Report(&'static str, fn(Arc<[Exported]>, &ExportOptions) -> Report),
    /// A list, as JSON.
    Json(fn(Arc<[Exported]>, &ExportOptions) -> JsonList),
    /// Bytes of its own, and every text that its readers find in them.
    Bytes(fn(Arc<[Exported]>, &ExportOptions) -> Result<Made>, ReadTexts),
}

/// An object of JSON whose last member is a list, each item of which is made when it is written.
pub struct JsonList {
    /// The members before the list.
    pub head: Vec<(&'static str, Tree)>,
    pub key: &'static str,
    pub items: Box<dyn Iterator<Item = Tree>>,
}

/// A file, and what could not be said in it.
pub struct Made {
    pub bytes: Vec<u8>,
    pub remarks: Vec<Phrase>,
}
