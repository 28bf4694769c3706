//! Runs the rules over a sheet, and over a collection.

use std::collections::HashSet;

use crate::config::Config;
use crate::finding::{Finding, Fix, Lint, Severity};
use crate::portfolio::Entry;
use crate::rules::facts::{SheetFacts, names_by_sheet};
use crate::rules::rule::{
    Check, CheckContext, CheckOptions, Checked, CollectionCheck, FieldFinding, UsedIgnores,
};
use crate::rules::table::RULES;
use crate::rules::text::private_data;
use crate::sheet::fields::{member_texts, texts};

/// Every finding of one sheet by itself: those of its decoding, and those of the rules, without what
/// the sheet silences and what the collection turned off.
pub fn check(entry: &Entry, options: &CheckOptions) -> Checked {
    let CheckOptions { config, today, on_disk } = *options;
    let sheet = &entry.sheet;
    let (texts, member_texts) = (&texts(sheet), &member_texts(sheet));
    let all_texts: Vec<&str> = texts.iter().chain(member_texts).map(|text| text.text).collect();
    let written = &all_texts.join("\n");
    let context =
        CheckContext { sheet, entry, config, today, on_disk, texts, member_texts, written };
    let mut findings = entry.findings.clone();
    for rule in RULES {
        if let Check::Sheet(check) = rule.check {
            for finding in check(&context) {
                findings.push(place(entry, &rule.lint, finding));
            }
        }
    }
    let ignored: HashSet<&str> = sheet.ignore.iter().map(String::as_str).collect();
    let mut used_ignores = Vec::new();
    findings.retain_mut(|finding| match verdict(finding.lint, &ignored, config) {
        Verdict::Report(severity) => {
            finding.severity = severity;
            true
        }
        Verdict::UsedIgnores => {
            used(&mut used_ignores, finding.lint);
            false
        }
        Verdict::Off => false,
    });
    findings.sort_by_key(|finding| finding.span);
    Checked { findings, used_ignores }
}

/// What is private in a sheet, whether it is silenced or not.
pub fn private_data(entry: &Entry) -> Vec<Finding> {
    let (texts, member_texts) = (texts(&entry.sheet), member_texts(&entry.sheet));
    let found = private_data::found_in(&entry.sheet, texts.iter().chain(&member_texts));
    found.into_iter().map(|finding| place(entry, &private_data::RULE.lint, finding)).collect()
}

/// What becomes of a finding.
enum Verdict {
    Report(Severity),
    /// By the `ignore` of its sheet.
    UsedIgnores,
    /// By the configuration of the collection.
    Off,
}

/// What becomes of the findings of a lint in a sheet of a collection. An error is never silenced by
/// a sheet: it cannot be trusted as long as that stands.
fn verdict(lint: &Lint, ignored: &HashSet<&str>, config: &Config) -> Verdict {
    let severity = match config.severities.get(lint.code) {
        Some(set) => set.severity(),
        None => Some(lint.severity),
    };
    match severity {
        None => Verdict::Off,
        Some(severity) if severity != Severity::Error && ignored.contains(lint.code) => {
            Verdict::UsedIgnores
        }
        Some(severity) => Verdict::Report(severity),
    }
}

/// What one of the rules across sheets finds.
#[derive(Default)]
pub struct FoundAcross {
    /// Each with the index of the sheet that it is about.
    findings: Vec<(usize, Box<Finding>)>,
    /// The sheets that silenced one, and its lint.
    silenced: Vec<(usize, &'static Lint)>,
}

/// Asks one of them.
pub type AskAcross<'a> = &'a (dyn Fn(CollectionCheck) -> FoundAcross + Sync);

/// What the rules across sheets find, in the order of the table, each with the index of the sheet
/// that it is about, where that is asked for. `used_ignores` holds the codes that the sheets
/// silenced by themselves. `ask_all` asks each of the rules, one after the other or several at once.
pub fn check_across(
    sheets: &[&SheetFacts],
    config: &Config,
    mut used_ignores: Vec<UsedIgnores>,
    is_asked: impl Fn(usize, &Finding) -> bool + Sync,
    ask_all: impl FnOnce(Vec<CollectionCheck>, AskAcross) -> Vec<FoundAcross>,
) -> Vec<(usize, Box<Finding>)> {
    let ignored = names_by_sheet(sheets, |facts| &facts.ignored);
    let none = HashSet::new();
    let judge = |found: &mut FoundAcross, index, finding: Finding| match verdict(
        finding.lint,
        ignored.get(&index).unwrap_or(&none),
        config,
    ) {
        Verdict::Report(severity) => {
            let finding = Finding { severity, ..finding };
            if is_asked(index, &finding) {
                found.findings.push((index, finding.to_report()));
            }
        }
        Verdict::UsedIgnores => found.silenced.push((index, finding.lint)),
        Verdict::Off => {}
    };
    let checks = RULES.iter().filter_map(|rule| match rule.check {
        Check::Collection(check) => Some(check),
        _ => None,
    });
    let all = ask_all(checks.collect(), &|check| {
        let mut found = FoundAcross::default();
        check(sheets, &mut |index, finding| judge(&mut found, index, finding));
        found
    });
    let mut findings = Vec::new();
    let mut take = |found: FoundAcross, used_ignores: &mut [UsedIgnores]| {
        findings.extend(found.findings);
        for (index, lint) in found.silenced {
            used(&mut used_ignores[index], lint);
        }
    };
    all.into_iter().for_each(|found| take(found, &mut used_ignores));
    for rule in RULES {
        if let Check::AfterAll(check) = rule.check {
            let mut found = FoundAcross::default();
            for (index, finding) in check(sheets, &used_ignores) {
                judge(&mut found, index, finding);
            }
            take(found, &mut used_ignores);
        }
    }
    findings
}

/// Notes that the code of a lint silenced something.
fn used(used_ignores: &mut UsedIgnores, lint: &'static Lint) {
    if !used_ignores.contains(&lint.code) {
        used_ignores.push(lint.code);
    }
}

/// Joins a finding with its place in the text.
fn place(entry: &Entry, lint: &'static Lint, finding: FieldFinding) -> Finding {
    Finding {
        related: finding.related.map(|(place, label)| Box::new((entry.span(&place), label))),
        help: finding.help.map(Box::new),
        fix: finding.fix.map(|change| Box::new(Fix::Changes(vec![change]))),
        ..Finding::new(lint, entry.span(&finding.at), finding.label)
    }
}
