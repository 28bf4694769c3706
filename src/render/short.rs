//! Findings on one line each, as editors and `grep` like them:
//! `path:line:column: severity[code]: title: message`.

use std::io::{self, Write};

use crate::finding::Diagnostic;
use crate::render::Style;
use crate::report::{Block, Report};
use crate::text::sanitize::one_line;

/// Writes a line for each finding.
pub(super) fn render(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    for diagnostic in diagnostics(report) {
        let finding = &diagnostic.finding;
        let start = finding.span.start;
        let words = finding.sentence(style.lang);
        writeln!(
            out,
            "{}:{}:{}: {}[{}]: {}",
            one_line(&diagnostic.path),
            start.line,
            start.column,
            finding.severity.code(),
            finding.lint.code,
            one_line(&words)
        )?;
    }
    Ok(())
}

/// The findings of a report, in its order.
pub(super) fn diagnostics(report: &Report) -> impl Iterator<Item = &Diagnostic> {
    report.blocks.iter().flat_map(|block| match block {
        Block::Diagnostics { diagnostics, .. } => diagnostics.as_slice(),
        _ => &[],
    })
}
