//! Questions: is it right?
//!
//! Table 2, [`RULES`]: what each rule tells, why, and how it is mended, beside the function that
//! looks for it. A rule knows values and names the field; the entry knows where that stands. To
//! add a rule: one file with its `RULE`, and its two lines here.

mod document_nowhere;
mod done_without_outcome;
mod done_without_tool;
mod duplicate_id;
mod duration_against_dates;
mod end_before_start;
mod first_name_only;
mod lesson_without_action;
mod member_without_word;
mod one_sided_lessons;
mod placeholder_text;
mod repeated_paragraph;
mod status_against_dates;
mod tax_not_stated;
mod two_in_one;
mod word_from_outsider;

use chrono::NaiveDate;

use crate::finding::{Finding, Kind, Severity};
use crate::lang::Phrase;
use crate::portfolio::{BAD_ID, Entry, Place};
use crate::sheet::choice::Status;
use crate::sheet::{Sheet, kinds};
use crate::source;

/// One rule: what it tells, and how it is found.
pub struct Rule {
    pub kind: Kind,
    pub check: Check,
}

/// How a rule looks.
pub enum Check {
    /// At one sheet alone.
    Within(fn(&Subject) -> Vec<Remark>),
    /// At a few facts of all sheets; each remark is about the fact of that index.
    Across(fn(&[Fact]) -> Vec<(usize, Remark)>),
}

/// What a rule is asked about.
pub struct Subject<'a> {
    pub sheet: &'a Sheet,
    pub today: NaiveDate,
}

/// What rules across sheets compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub path: String,
    pub id: String,
}

/// What a rule has to say about a place of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub at: Place,
    pub label: Phrase,
    pub also: Option<(Place, Phrase)>,
    pub help: Option<Phrase>,
}

impl Remark {
    pub fn at(field: impl Into<String>, label: impl Into<Phrase>) -> Remark {
        Remark::on(Place::field(field), label)
    }

    pub fn on(place: Place, label: impl Into<Phrase>) -> Remark {
        Remark { at: place, label: label.into(), also: None, help: None }
    }

    pub fn with_also(mut self, place: Place, label: impl Into<Phrase>) -> Remark {
        self.also = Some((place, label.into()));
        self
    }

    pub fn with_help(mut self, help: impl Into<Phrase>) -> Remark {
        self.help = Some(help.into());
        self
    }
}

/// The table, in the order of `explain`.
pub static RULES: &[&Rule] = &[
    &duplicate_id::RULE,
    &end_before_start::RULE,
    &duration_against_dates::RULE,
    &status_against_dates::RULE,
    &tax_not_stated::RULE,
    &word_from_outsider::RULE,
    &repeated_paragraph::RULE,
    &placeholder_text::RULE,
    &document_nowhere::RULE,
    &done_without_outcome::RULE,
    &done_without_tool::RULE,
    &member_without_word::RULE,
    &lesson_without_action::RULE,
    &one_sided_lessons::RULE,
    &first_name_only::RULE,
    &two_in_one::RULE,
];

/// Every kind of finding: those of the text, of its shape, of the file's name, and of the rules.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    let read = source::kinds::KINDS.into_iter().chain(kinds::KINDS);
    read.chain([&BAD_ID]).chain(RULES.iter().map(|rule| &rule.kind))
}

/// Everything that is to be told of one sheet by itself: what was told while it was read, and
/// what the rules say, in the order of the text, without what the sheet silences.
pub fn check(entry: &Entry, today: NaiveDate) -> Vec<Finding> {
    let subject = Subject { sheet: &entry.sheet, today };
    let mut findings = entry.findings.clone();
    for rule in RULES {
        if let Check::Within(check) = rule.check {
            let told = check(&subject).into_iter();
            findings.extend(told.map(|remark| place(entry, &rule.kind, remark)));
        }
    }
    findings.retain(|finding| !silenced(&entry.sheet, finding.kind));
    findings.sort_by_key(|finding| finding.span);
    findings
}

/// What the rules across sheets say: for each the index of the fact that it is about.
pub fn check_across(facts: &[Fact]) -> Vec<(usize, &'static Kind, Remark)> {
    let mut told = Vec::new();
    for rule in RULES {
        if let Check::Across(check) = rule.check {
            let remarks = check(facts).into_iter();
            told.extend(remarks.map(|(index, remark)| (index, &rule.kind, remark)));
        }
    }
    told
}

/// The facts of a sheet that rules across sheets compare.
pub fn fact(entry: &Entry) -> Fact {
    Fact { path: entry.source.path.clone(), id: entry.sheet.id.clone() }
}

/// Joins a remark with its place in the text.
pub fn place(entry: &Entry, kind: &'static Kind, remark: Remark) -> Finding {
    Finding {
        kind,
        span: entry.span(&remark.at),
        label: remark.label,
        also: remark.also.map(|(place, label)| (entry.span(&place), label)),
        help: remark.help,
    }
}

/// An error is never silenced: the sheet cannot be trusted as long as it stands.
fn silenced(sheet: &Sheet, kind: &Kind) -> bool {
    kind.severity != Severity::Error && sheet.ignore.iter().any(|code| code == kind.code)
}

/// The field that says that the project is done, if it is: its status, else the date of its end,
/// else that of its start.
fn done_at(subject: &Subject) -> Option<&'static str> {
    let sheet = subject.sheet;
    if sheet.status.or(sheet.standing) != Some(Status::Done) {
        return None;
    }
    Some(match (sheet.status, sheet.dates.end) {
        (Some(_), _) => "status",
        (None, Some(_)) => "dates.end",
        (None, None) => "dates.start",
    })
}
