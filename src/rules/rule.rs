//! What a rule is, and what it is asked about.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::config::Config;
use crate::finding::{Finding, Lint};
use crate::lang::Phrase;
use crate::portfolio::{Entry, Place};
use crate::rules::facts::Fact;
use crate::sheet::Sheet;
use crate::tree::Change;

/// One rule: what it tells, and how it is found.
pub struct Rule {
    pub lint: Lint,
    pub check: Check,
}

/// How a rule looks.
pub enum Check {
    /// At one sheet alone.
    Within(fn(&Subject) -> Vec<Remark>),
    /// At a few facts of all sheets.
    Across(Across),
    /// At the same facts, once everything else was told, and at the codes that each sheet silenced.
    Last(Last),
}

/// A look at a few facts of all sheets: findings, each with the index of the fact it is about.
pub type Across = fn(&[Fact]) -> Vec<(usize, Finding)>;

/// The same, with the codes that silenced something in each sheet.
pub type Last = fn(&[Fact], &[Silenced]) -> Vec<(usize, Finding)>;

/// Codes that silenced something in a sheet.
pub type Silenced = HashSet<&'static str>;

/// What a rule is asked about.
pub struct Subject<'a> {
    pub sheet: &'a Sheet,
    /// The sheet with its text and tree, for the few rules that ask how it is written.
    pub entry: &'a Entry<'a>,
    pub setting: &'a Setting<'a>,
    pub today: NaiveDate,
    /// Every stretch of prose with its place, gathered once for all rules.
    pub prose: &'a [(String, &'a str)],
    /// Everything that people write as text, prose or not.
    pub texts: &'a [(String, &'a str)],
}

/// What the sheets of a collection are checked against.
pub struct Setting<'a> {
    pub config: &'a Config,
    pub today: NaiveDate,
    /// Whether a file of the collection is on the disk; `None` where that is not looked up.
    pub on_disk: Option<&'a (dyn Fn(&str) -> bool + Sync)>,
}

/// What is told of one sheet, and what it silences.
pub struct Checked {
    /// In the order of the text.
    pub findings: Vec<Finding>,
    /// The codes of its `ignore` that silenced something.
    pub silenced: Vec<&'static str>,
}

/// What a rule has to say about a place of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    pub at: Place,
    pub label: Phrase,
    pub also: Option<(Place, Phrase)>,
    pub help: Option<Phrase>,
    pub fix: Option<(String, Change)>,
}

impl Remark {
    pub fn at(field: impl Into<String>, label: impl Into<Phrase>) -> Remark {
        Remark::on(Place::field(field), label)
    }

    pub fn on(place: Place, label: impl Into<Phrase>) -> Remark {
        Remark { at: place, label: label.into(), also: None, help: None, fix: None }
    }

    pub fn with_also(mut self, place: Place, label: impl Into<Phrase>) -> Remark {
        self.also = Some((place, label.into()));
        self
    }

    pub fn with_fix(mut self, path: impl Into<String>, change: Change) -> Remark {
        self.fix = Some((path.into(), change));
        self
    }

    pub fn with_help(mut self, help: impl Into<Phrase>) -> Remark {
        self.help = Some(help.into());
        self
    }
}
