//! The text of a sheet with everything mended that takes no judgement.

use crate::finding::{Finding, Mend};
use crate::portfolio::Entry;
use crate::rules::{Setting, check, repeated_paragraph};
use crate::sheet::edit;
use crate::sheet::loss::{self, Allowed};
use crate::source::{Source, Span};

/// No sheet needs more rounds: each round mends all that it finds.
const ROUNDS: usize = 40;

/// The text with everything mended that can be, and nothing lost: a mend that cannot be made
/// safely is left out.
pub fn mended(source: &Source, setting: &Setting) -> Source {
    let mut source = source.with_text(source.text().to_owned());
    for _ in 0..ROUNDS {
        let findings = match Entry::read(&source, setting.today) {
            Ok(entry) => check(&entry, setting).findings,
            Err(finding) => vec![*finding],
        };
        let before = source.with_text(source.text().to_owned());
        for finding in &findings {
            let after = match finding.mend.as_deref() {
                None => continue,
                Some(Mend::Change(path, change)) => {
                    let allowed = match finding.kind == &repeated_paragraph::RULE.kind {
                        true => Allowed::Repetition(path),
                        false => Allowed::Form,
                    };
                    edit::keeping(&source, path, change, allowed).ok()
                }
                // The places that follow are no longer what they were.
                Some(Mend::Text(..)) if source.text() != before.text() => continue,
                Some(Mend::Text(span, text)) => quoted(setting, &before, *span, text, &findings),
            };
            if let Some(after) = after {
                source = after;
            }
        }
        if source.text() == before.text() {
            break;
        }
    }
    source
}

/// The text with a stretch in quotation marks, if it says the same letters and less is told of it.
fn quoted(
    setting: &Setting,
    source: &Source,
    span: Span,
    text: &str,
    findings: &[Finding],
) -> Option<Source> {
    let (start, end) = (source.byte(span.start), source.byte(span.end));
    let before = source.text();
    let after = source.with_text(format!("{}{text}{}", &before[..start], &before[end..]));
    let safe = loss::is_quoted(source, span, text) && is_better(setting, &after, findings);
    safe.then_some(after)
}

/// Whether a text tells less than before, or is read further.
fn is_better(setting: &Setting, after: &Source, before: &[Finding]) -> bool {
    match (Entry::read(after, setting.today), before) {
        (Ok(entry), _) => {
            let unreadable = before.iter().any(|finding| finding.kind.code == "syntax");
            unreadable || entry.findings.len() < before.len()
        }
        (Err(finding), [first, ..]) => finding.span.start.line > first.span.start.line,
        (Err(_), []) => false,
    }
}
