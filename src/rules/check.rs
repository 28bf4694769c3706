//! Runs the rules over a sheet, and over a collection.

use std::collections::HashSet;

use crate::config::Config;
use crate::finding::{Finding, Fix, Lint, Severity};
use crate::portfolio::Entry;
use crate::rules::facts::Fact;
use crate::rules::rule::{Check, Checked, Remark, Setting, Silenced, Subject};
use crate::rules::table::RULES;

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
        match weight(finding.lint, &ignored, setting.config) {
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
    config: &Config,
) -> Result<Severity, Option<&'static str>> {
    let severity = match config.severities.get(kind.code).map(|weight| weight.severity()) {
        Some(None) => return Err(None),
        Some(Some(severity)) => severity,
        None => kind.severity,
    };
    if severity != Severity::Error && ignored.contains(kind.code) {
        Err(Some(kind.code))
    } else {
        Ok(severity)
    }
}

/// What the rules across sheets say, in the order of the table, each with the index of the fact
/// that it is about. `silenced` holds the codes that the sheets silenced by themselves.
pub fn check_across(
    facts: &[Fact],
    config: &Config,
    mut silenced: Vec<Silenced>,
) -> Vec<(usize, Finding)> {
    let mut told = Vec::new();
    let codes = facts.iter().map(|fact| fact.ignored.iter().map(|named| named.name.as_str()));
    let ignored: Vec<HashSet<&str>> = codes.map(Iterator::collect).collect();
    let mut tell = |findings: Vec<(usize, Finding)>, silenced: &mut Vec<Silenced>| {
        for (index, finding) in findings {
            match weight(finding.lint, &ignored[index], config) {
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
