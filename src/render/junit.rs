//! Findings as JUnit XML, which CI servers show as tests: a suite for each file, and a case for
//! each finding. Source: the schema of the Jenkins xUnit plugin.

use std::collections::HashMap;
use std::io::{self, Write};

use crate::finding::Diagnostic;
use crate::lang::Lang;
use crate::render::Style;
use crate::render::escape::markup;
use crate::render::short::diagnostics;
use crate::report::Report;
use crate::text::sanitize::sanitize;

/// Writes the suites. What makes the exit code 1 is a failure, and a collection without findings has one case
/// that passes.
pub(super) fn render(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let all: Vec<&Diagnostic> = diagnostics(report).collect();
    let failures = all.iter().filter(|diagnostic| fails(diagnostic, report)).count();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    let tests = all.len().max(1);
    writeln!(
        out,
        "<testsuites name=\"sheet validate\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">"
    )?;
    if all.is_empty() {
        writeln!(out, "  <testsuite name=\"projects\" tests=\"1\" failures=\"0\" errors=\"0\">")?;
        writeln!(out, "    <testcase classname=\"projects\" name=\"validate\"/>")?;
        writeln!(out, "  </testsuite>")?;
    }
    for file in all.chunk_by(|one, other| one.path == other.path) {
        let path = escaped(&style.folders.in_repository(&file[0].path));
        let failures = file.iter().filter(|diagnostic| fails(diagnostic, report)).count();
        let tests = file.len();
        writeln!(
            out,
            "  <testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">"
        )?;
        let mut names: HashMap<&str, usize> = HashMap::new();
        for diagnostic in file {
            // A name without its place stays the same where lines are added above it.
            let code = diagnostic.finding.lint.code;
            let count = names.entry(code).or_default();
            *count += 1;
            let name = if *count == 1 { code.to_owned() } else { format!("{code} ({count})") };
            case(diagnostic, (&path, &name), fails(diagnostic, report), style.lang, out)?;
        }
        writeln!(out, "  </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}

fn case(
    diagnostic: &Diagnostic,
    (path, name): (&str, &str),
    fails: bool,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let finding = &diagnostic.finding;
    let start = finding.span.start;
    let title = escaped(finding.lint.title.get(lang));
    let words = format!(
        "{path}:{}:{}: {}\n{}",
        start.line,
        start.column,
        escaped(finding.label.get(lang)),
        escaped(&diagnostic.help(lang))
    );
    writeln!(out, "    <testcase classname=\"{path}\" name=\"{name}\">")?;
    if fails {
        writeln!(
            out,
            "      <failure type=\"{}\" message=\"{title}\">{words}</failure>",
            finding.severity.code()
        )?
    } else {
        writeln!(out, "      <system-out>{title}\n{words}</system-out>")?
    }
    writeln!(out, "    </testcase>")
}

fn fails(diagnostic: &Diagnostic, report: &Report) -> bool {
    diagnostic.finding.severity <= report.fails_from
}

/// Text within XML 1.0, which has no form for most control characters and for two others: they are
/// made visible.
fn escaped(text: &str) -> String {
    markup(&sanitize(text)).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
