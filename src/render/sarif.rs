//! Findings as SARIF 2.1.0, which code scanners exchange. Source: OASIS, Static Analysis Results
//! Interchange Format. Columns are counted in characters, and it says so.

use std::io::{self, Write};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::finding::{Diagnostic, Lint, Severity};
use crate::lang::Lang;
use crate::render::short::diagnostics;
use crate::render::{Style, json};
use crate::report::Report;
use crate::text::Span;
use crate::tree::Tree;

/// Writes one run with its rules and results.
pub(super) fn render(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let mut rules: Vec<&'static Lint> = Vec::new();
    for diagnostic in diagnostics(report) {
        if !rules.contains(&diagnostic.finding.lint) {
            rules.push(diagnostic.finding.lint);
        }
    }
    rules.sort_by_key(|kind| kind.code);
    let results = diagnostics(report).map(|diagnostic| result(diagnostic, &rules, style)).collect();
    let driver = Tree::map([
        ("name", text("sheet")),
        ("version", text(env!("CARGO_PKG_VERSION"))),
        ("rules", Tree::List(rules.iter().map(|kind| rule(kind, style.lang)).collect())),
    ]);
    let run = Tree::map([
        ("tool", Tree::map([("driver", driver)])),
        ("columnKind", text("unicodeCodePoints")),
        ("results", Tree::List(results)),
    ]);
    let log = Tree::map([
        ("$schema", text("https://json.schemastore.org/sarif-2.1.0.json")),
        ("version", text("2.1.0")),
        ("runs", Tree::List(vec![run])),
    ]);
    json::tree(&log, out)
}

fn rule(kind: &Lint, lang: Lang) -> Tree {
    Tree::map([
        ("id", text(kind.code)),
        ("shortDescription", Tree::map([("text", text(kind.title.get(lang)))])),
        ("fullDescription", Tree::map([("text", text(kind.why.get(lang)))])),
        ("help", Tree::map([("text", text(&kind.help_for_any(lang)))])),
        ("defaultConfiguration", Tree::map([("level", text(level(kind.severity)))])),
    ])
}

fn result(diagnostic: &Diagnostic, rules: &[&'static Lint], style: &Style) -> Tree {
    let lang = style.lang;
    let finding = &diagnostic.finding;
    let path = style.folders.in_repository(&diagnostic.path);
    let index = rules.iter().position(|kind| *kind == finding.lint).unwrap_or_default();
    let message = format!("{}. {}", finding.sentence(lang), diagnostic.help(lang));
    let mut result = vec![
        ("ruleId", text(finding.lint.code)),
        ("ruleIndex", Tree::number(index)),
        ("level", text(level(finding.severity))),
        ("message", Tree::map([("text", text(&message))])),
        (
            "locations",
            Tree::List(vec![Tree::map([("physicalLocation", place(&path, finding.span))])]),
        ),
    ];
    if let Some((span, label)) = finding.related.as_deref() {
        let other = Tree::map([
            ("physicalLocation", place(&path, *span)),
            ("message", Tree::map([("text", text(label.get(lang)))])),
        ]);
        result.push(("relatedLocations", Tree::List(vec![other])));
    }
    Tree::map(result)
}

fn place(path: &str, span: Span) -> Tree {
    let region = Tree::map([
        ("startLine", Tree::number(span.start.line)),
        ("startColumn", Tree::number(span.start.column)),
        ("endLine", Tree::number(span.end.line)),
        ("endColumn", Tree::number(span.end.column.max(1))),
    ]);
    Tree::map([("artifactLocation", Tree::map([("uri", text(&uri(path)))])), ("region", region)])
}

/// What a path may hold as it is in a URI reference. Source: RFC 3986, unreserved characters and
/// the slash.
const PATH: AsciiSet =
    NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// A relative path as a URI reference.
fn uri(path: &str) -> String {
    utf8_percent_encode(path, &PATH).to_string()
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

fn text(text: &str) -> Tree {
    Tree::text(text)
}
