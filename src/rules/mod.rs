//! Questions: is it right?
//!
//! Table 2, [`RULES`]: what each rule tells, why, and how it is fixed, beside the function that
//! looks for it. A rule knows values and names the field; the entry knows where that stands. To
//! add a rule: one file with its `RULE`, and its two lines here.

mod bad_checksum;
mod bad_share;
mod commissioner_as_partner;
mod confirmed_elsewhere;
mod copied_paragraph;
mod cost_outlier;
mod district_code_of_other_period;
mod document_outside_collection;
mod document_without_location;
mod done_without_lesson;
mod done_without_outcome;
mod done_without_tool;
mod duplicate_id;
mod duration_against_dates;
mod duration_without_dates;
mod empty_section;
mod end_before_start;
mod first_name_only;
mod garbled_text;
mod label_in_value;
mod lesson_without_action;
mod member_without_word;
mod missing_document;
mod missing_required;
mod never_reviewed;
mod not_canonical;
mod one_sided_lessons;
mod organisation_spelled_twice;
mod person_spelled_twice;
mod placeholder_text;
mod private_data;
mod repeated_member;
mod repeated_paragraph;
mod several_organisations_in_one;
mod shares_off_total;
mod status_against_dates;
mod tax_not_stated;
mod too_long;
mod unknown_person;
mod unknown_related;
mod unknown_tool;
mod unlinked_series;
mod unused_ignore;
mod word_from_outsider;
mod year_outside_dates;

mod facts;
mod fix;

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::finding::{Finding, Fix, Lint, Severity};
use crate::lang::Phrase;
use crate::portfolio::{BAD_ID, Entry, Place};
use crate::settings::Settings;
use crate::sheet::choice::Status;
use crate::sheet::{Sheet, codes};
use crate::tree::Change;
use crate::yaml;

pub use facts::{Fact, Mark, Named, Outlay, of as fact};
pub use fix::fixed;
pub use unknown_related::among as unknown_related;

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
    pub settings: &'a Settings,
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

/// The table, in the order of `explain`.
pub static RULES: &[&Rule] = &[
    &duplicate_id::RULE,
    &unknown_related::RULE,
    &missing_required::RULE,
    &end_before_start::RULE,
    &bad_share::RULE,
    &bad_checksum::RULE,
    &document_outside_collection::RULE,
    &missing_document::RULE,
    &duration_against_dates::RULE,
    &status_against_dates::RULE,
    &year_outside_dates::RULE,
    &district_code_of_other_period::RULE,
    &tax_not_stated::RULE,
    &shares_off_total::RULE,
    &cost_outlier::RULE,
    &word_from_outsider::RULE,
    &repeated_member::RULE,
    &person_spelled_twice::RULE,
    &organisation_spelled_twice::RULE,
    &commissioner_as_partner::RULE,
    &unknown_tool::RULE,
    &unknown_person::RULE,
    &repeated_paragraph::RULE,
    &placeholder_text::RULE,
    &garbled_text::RULE,
    &label_in_value::RULE,
    &private_data::RULE,
    &document_without_location::RULE,
    &done_without_lesson::RULE,
    &done_without_outcome::RULE,
    &done_without_tool::RULE,
    &unused_ignore::RULE,
    &member_without_word::RULE,
    &lesson_without_action::RULE,
    &one_sided_lessons::RULE,
    &confirmed_elsewhere::RULE,
    &copied_paragraph::RULE,
    &unlinked_series::RULE,
    &first_name_only::RULE,
    &several_organisations_in_one::RULE,
    &duration_without_dates::RULE,
    &empty_section::RULE,
    &not_canonical::RULE,
    &too_long::RULE,
    &never_reviewed::RULE,
];

/// Every kind of finding: those of the text, of its shape, of the file's name, and of the rules.
pub fn lints() -> impl Iterator<Item = &'static Lint> {
    let read = yaml::codes::LINTS.into_iter().chain(codes::LINTS);
    read.chain([&BAD_ID]).chain(RULES.iter().map(|rule| &rule.lint))
}

/// Everything that is to be told of one sheet by itself: what was told while it was read, and
/// what the rules say, without what the sheet silences and what the collection never tells.
pub fn check(entry: &Entry, setting: &Setting) -> Checked {
    let sheet = &entry.sheet;
    let texts = sheet.texts();
    let prose = &texts[..sheet.prose_count()];
    let subject = Subject { sheet, entry, setting, today: setting.today, prose, texts: &texts };
    let mut findings = entry.findings.clone();
    for rule in RULES {
        if let Check::Within(check) = rule.check {
            let told = check(&subject).into_iter();
            findings.extend(told.map(|remark| place(entry, &rule.lint, remark)));
        }
    }
    let ignored: HashSet<&str> = entry.sheet.ignore.iter().map(String::as_str).collect();
    let mut silenced = Vec::new();
    let mut weighed: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        match weight(finding.lint, &ignored, setting.settings) {
            Ok(severity) => weighed.push(Finding { severity, ..finding }),
            Err(Some(code)) => silenced.push(code),
            Err(None) => {}
        }
    }
    weighed.sort_by_key(|finding| finding.span);
    Checked { findings: weighed, silenced }
}

/// How much a kind weighs in a sheet of a collection, unless the sheet silences it, which gives its
/// code, or the collection never tells it. An error is never silenced by a sheet: it cannot be
/// trusted as long as that stands.
fn weight(
    kind: &'static Lint,
    ignored: &HashSet<&str>,
    settings: &Settings,
) -> Result<Severity, Option<&'static str>> {
    let severity = match settings.severities.get(kind.code).map(|weight| weight.severity()) {
        Some(None) => return Err(None),
        Some(Some(severity)) => severity,
        None => kind.severity,
    };
    match severity != Severity::Error && ignored.contains(kind.code) {
        true => Err(Some(kind.code)),
        false => Ok(severity),
    }
}

/// The codes whose weight a collection may change: those of the rules about meaning.
pub fn adjustable() -> Vec<&'static str> {
    RULES.iter().map(|rule| rule.lint.code).collect()
}

/// What the rules across sheets say, in the order of the table, each with the index of the fact
/// that it is about. `silenced` holds the codes that the sheets silenced by themselves.
pub fn check_across(
    facts: &[Fact],
    settings: &Settings,
    mut silenced: Vec<Silenced>,
) -> Vec<(usize, Finding)> {
    let mut told = Vec::new();
    let codes = facts.iter().map(|fact| fact.ignored.iter().map(|named| named.name.as_str()));
    let ignored: Vec<HashSet<&str>> = codes.map(Iterator::collect).collect();
    let mut tell = |findings: Vec<(usize, Finding)>, silenced: &mut Vec<Silenced>| {
        for (index, finding) in findings {
            match weight(finding.lint, &ignored[index], settings) {
                Ok(severity) => told.push((index, Finding { severity, ..finding })),
                Err(Some(code)) => drop(silenced[index].insert(code)),
                Err(None) => {}
            }
        }
    };
    for rule in RULES {
        if let Check::Across(check) = rule.check {
            tell(check(facts), &mut silenced);
        }
    }
    for rule in RULES {
        if let Check::Last(check) = rule.check {
            tell(check(facts, &silenced), &mut silenced);
        }
    }
    told
}

/// Joins a remark with its place in the text.
fn place(entry: &Entry, lint: &'static Lint, remark: Remark) -> Finding {
    Finding {
        lint,
        severity: lint.severity,
        span: entry.span(&remark.at),
        label: remark.label,
        also: remark.also.map(|(place, label)| (entry.span(&place), label)),
        help: remark.help,
        fix: remark.fix.map(|(path, change)| Box::new(Fix::Change(path, change))),
    }
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
