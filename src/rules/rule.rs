//! What a rule is, and what it is asked about.

use chrono::NaiveDate;

use crate::config::Config;
use crate::finding::{Finding, Lint};
use crate::lang::Phrase;
use crate::portfolio::{Entry, Location};
use crate::rules::facts::SheetFacts;
use crate::sheet::Sheet;
use crate::sheet::texts::SheetText;
use crate::text::Source;
use crate::tree::Change;

/// One rule: what it tells, and how it is found.
pub struct Rule {
    pub lint: Lint,
    pub check: Check,
}

/// How a rule looks.
pub enum Check {
    /// At one sheet alone.
    Sheet(fn(&CheckContext) -> Vec<FieldFinding>),
    /// At a few facts of all sheets.
    Collection(CollectionCheck),
    /// At the same facts, once everything else was reported, and at the codes that each sheet silenced.
    AfterAll(AfterAllCheck),
}

/// A look at a few facts of all sheets, which reports findings one by one, for there may be many:
/// each with the index of the fact it is about.
pub type CollectionCheck = fn(&[&SheetFacts], &mut dyn FnMut(usize, Finding));

/// The same, with the codes that silenced something in each sheet: all findings at once.
pub type AfterAllCheck = fn(&[&SheetFacts], &[UsedIgnores]) -> Vec<(usize, Finding)>;

/// Codes that silenced something in a sheet.
pub type UsedIgnores = Vec<&'static str>;

/// What a rule is asked about.
pub struct CheckContext<'a> {
    pub sheet: &'a Sheet,
    /// The sheet with its text and tree, for the few rules that ask how it is written.
    pub entry: &'a Entry<'a>,
    pub config: &'a Config,
    pub today: NaiveDate,
    /// Whether a file of the collection is on the disk; `None` where that is not looked up.
    pub on_disk: Option<FileLookup<'a>>,
    /// The texts of the sheet, gathered once for all rules.
    pub texts: &'a [SheetText<'a>],
    /// Those of the members of its values.
    pub member_texts: &'a [SheetText<'a>],
    /// All of them, one below the other: what is not found there need not be looked for in each.
    pub written: &'a str,
}

impl<'a> CheckContext<'a> {
    /// Every text that somebody has written, wherever it stands.
    pub fn all_texts(&self) -> impl Iterator<Item = &'a SheetText<'a>> {
        self.texts.iter().chain(self.member_texts)
    }

    /// The texts that are told in sentences.
    pub fn prose(&self) -> impl Iterator<Item = &'a SheetText<'a>> {
        self.texts.iter().filter(|text| text.is_prose())
    }
}

/// What the sheets of a collection are checked against.
pub struct CheckOptions<'a> {
    pub config: &'a Config,
    pub today: NaiveDate,
    /// Whether a file of the collection is on the disk; `None` where that is not looked up.
    pub on_disk: Option<FileLookup<'a>>,
}

impl CheckOptions<'_> {
    /// Parses and reads a text as it is checked here.
    ///
    /// # Errors
    /// As [`Entry::decode`].
    pub fn decode<'s>(&self, source: &'s Source) -> Result<Entry<'s>, Box<Finding>> {
        Entry::decode_knowing(source, self.today, &self.config.known)
    }
}

/// Tells whether a file of the collection is on the disk.
pub type FileLookup<'a> = &'a (dyn Fn(&str) -> bool + Sync);

/// What is reported of one sheet, and what it silences.
pub struct Checked {
    /// In the order of the text.
    pub findings: Vec<Finding>,
    pub used_ignores: UsedIgnores,
}

/// What a rule finds, at a field; the entry knows where in the text that is.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldFinding {
    pub at: Location,
    pub label: Phrase,
    pub related: Option<(Location, Phrase)>,
    pub help: Option<Phrase>,
    pub fix: Option<(String, Change)>,
}

impl FieldFinding {
    pub fn at(field: impl Into<String>, label: impl Into<Phrase>) -> FieldFinding {
        FieldFinding::on(Location::field(field), label)
    }

    pub fn on(place: Location, label: impl Into<Phrase>) -> FieldFinding {
        FieldFinding { at: place, label: label.into(), related: None, help: None, fix: None }
    }

    pub fn with_related(mut self, place: Location, label: impl Into<Phrase>) -> FieldFinding {
        self.related = Some((place, label.into()));
        self
    }

    pub fn with_fix(mut self, path: impl Into<String>, change: Change) -> FieldFinding {
        self.fix = Some((path.into(), change));
        self
    }

    pub fn with_help(mut self, help: impl Into<Phrase>) -> FieldFinding {
        self.help = Some(help.into());
        self
    }
}
