//! Findings as GitLab's Code Quality report. Source: GitLab, Code Quality, "Import Code Quality
//! results": a list of objects with `description`, `check_name`, `fingerprint`, `severity`,
//! `location`.

use std::collections::HashMap;
use std::io::{self, Write};

use crate::finding::{Diagnostic, Finding, Severity};
use crate::lang::Lang;
use crate::render::short::diagnostics;
use crate::render::{Style, json};
use crate::report::Report;
use crate::tree::Tree;

/// Writes an object for each finding.
pub(super) fn render(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut issues = Vec::new();
    for diagnostic in diagnostics(report) {
        // A finding that only moved is no new one: its place is no part of what it is known by.
        let Diagnostic { path, finding, .. } = diagnostic;
        let path = style.folders.in_repository(path);
        let known_by = format!("{path}\n{}\n{}", finding.lint.code, finding.label.get(Lang::En));
        let count = counts.entry(known_by.clone()).or_default();
        *count += 1;
        let fingerprint = fingerprint(&format!("{known_by}\n{count}"));
        issues.push(issue(finding, &path, fingerprint, style.lang));
    }
    json::tree(&Tree::List(issues), out)
}

fn issue(finding: &Finding, path: &str, fingerprint: u64, lang: Lang) -> Tree {
    let severity = match finding.severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Hint => "info",
    };
    let lines = Tree::map([("begin", Tree::number(finding.span.start.line))]);
    Tree::map([
        ("description", Tree::text(finding.sentence(lang))),
        ("check_name", Tree::text(finding.lint.code)),
        ("fingerprint", Tree::text(format!("{fingerprint:016x}"))),
        ("severity", Tree::text(severity)),
        ("location", Tree::map([("path", Tree::text(path)), ("lines", lines)])),
    ])
}

/// A number that is the same for the same text, today and in every version. Source: FNV-1a.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
