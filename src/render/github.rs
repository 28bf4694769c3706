//! Findings as annotations of GitHub's workflows. Source: GitHub, Workflow commands, `error`,
//! `warning`, `diagnostic`.
//!
//! It shows ten of each sort and step at most: errors come first, and the last line counts all.

use std::io::{self, Write};

use crate::finding::{Diagnostic, Severity};
use crate::render::Style;
use crate::render::short::diagnostics;
use crate::report::{Block, Report};
use crate::text::sanitize::sanitize;

/// Writes a command for each finding, and the summary in the log.
pub(super) fn render(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let mut all: Vec<&Diagnostic> = diagnostics(report).collect();
    all.sort_by_key(|diagnostic| diagnostic.finding.severity);
    for diagnostic in all {
        let finding = &diagnostic.finding;
        let path = style.folders.in_repository(&diagnostic.path);
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "notice",
        };
        let (start, end) = (finding.span.start, finding.span.end);
        // A stretch over several lines may not name columns.
        let columns = if start.line == end.line {
            format!(
                "col={},endColumn={}",
                start.column,
                end.column.saturating_sub(1).max(start.column)
            )
        } else {
            format!("endLine={}", end.line)
        };
        let title = format!("{} [{}]", finding.lint.title.get(style.lang), finding.lint.code);
        // Its log holds the message alone, without the properties.
        let message = format!(
            "{path}:{}:{}: {} {}\n{}",
            start.line,
            start.column,
            finding.lint.code,
            finding.label.get(style.lang),
            diagnostic.help(style.lang)
        );
        writeln!(
            out,
            "::{command} file={},line={},{columns},title={}::{}",
            property(&path),
            start.line,
            property(&title),
            data(&message)
        )?;
    }
    let summary = report.blocks.iter().rev().find_map(|block| match block {
        Block::Line(text, _) => Some(text),
        _ => None,
    });
    match summary {
        Some(text) => writeln!(out, "{}", sanitize(text)),
        None => Ok(()),
    }
}

fn data(text: &str) -> String {
    sanitize(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
