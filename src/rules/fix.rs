//! The text of a sheet with everything fixed that takes no judgement.

use crate::finding::{Finding, Fix, Lint, Severity};
use crate::rules::text::repeated_paragraph;
use crate::rules::{CheckOptions, check};
use crate::sheet::codes::PERIOD_IN_DATE;
use crate::sheet::edit;
use crate::sheet::loss::{self, Allowed};
use crate::text::{Source, Span};

/// A sheet that cannot be read tells one line of those that hinder it, so each takes a round. No
/// sheet has more of them; a file that does is fixed further by the next command.
const MAX_ROUNDS: usize = 1_000;

/// The text with everything fixed that is asked for and can be, and nothing lost: a fix that cannot
/// be made safely is left out.
pub fn fixed(
    source: &Source,
    options: &CheckOptions,
    is_asked: impl Fn(&Finding) -> bool,
) -> Source {
    let mut source = source.with_text(source.text().to_owned());
    for _ in 0..MAX_ROUNDS {
        let findings = findings_of(&source, options);
        let before = source.text().to_owned();
        let mut texts = Vec::new();
        for finding in findings.iter().filter(|finding| is_asked(finding)) {
            let after = match finding.fix.as_deref() {
                None | Some(Fix::Suggestion(_)) => continue,
                Some(Fix::Changes(changes)) => {
                    let start = source.with_text(source.text().to_owned());
                    changes.iter().try_fold(start, |source, (path, change)| {
                        let allowed = allowed(finding.lint, path, options);
                        edit::change_checked(&source, path, change, allowed).ok()
                    })
                }
                Some(Fix::Text(span, text)) => {
                    texts.push((*span, text.as_str()));
                    continue;
                }
            };
            if let Some(after) = after {
                source = after;
            }
        }
        // Where something else changed, the places are no longer what they were.
        if source.text() == before {
            texts.sort_unstable_by_key(|(span, _)| span.start);
            source = quoted(options, source, &texts);
        }
        if source.text() == before {
            break;
        }
    }
    source
}

/// What the fix of a kind may do away with: the text of a period says what the two dates say.
fn allowed<'p>(lint: &Lint, path: &'p str, options: &'p CheckOptions) -> Allowed<'p> {
    if lint == &repeated_paragraph::RULE.lint {
        Allowed::Repetition(path)
    } else if lint == &PERIOD_IN_DATE {
        Allowed::Named(path)
    } else {
        Allowed::Form(&options.config.known)
    }
}

/// The text with those of these stretches in quotation marks of which it says the same letters, and
/// less is reported of it. They are tried together, and by halves where one of them hinders the
/// others.
fn quoted(options: &CheckOptions, source: Source, texts: &[(Span, &str)]) -> Source {
    let mut after = source.with_text(source.text().to_owned());
    // From the last on, so that the places of the others stay what they are.
    let safe = texts.iter().rev().all(|(span, text)| {
        let is_safe = loss::keeps_letters(&after, *span, text);
        after = after.replaced(*span, text);
        is_safe
    });
    if safe && is_better(options, &source, &after) {
        return after;
    }
    match texts.split_at(texts.len() / 2) {
        ([], _) => source,
        (earlier, later) => quoted(options, quoted(options, source, later), earlier),
    }
}

/// Whether fewer errors are reported of a text than of the one before it, or as many and less else;
/// or whether it is read further.
fn is_better(options: &CheckOptions, before: &Source, after: &Source) -> bool {
    match (options.decode(before), options.decode(after)) {
        (Err(_), Ok(_)) => true,
        (Err(before), Err(after)) => after.span.start.line > before.span.start.line,
        (Ok(_), Err(_)) => false,
        (Ok(before), Ok(after)) => {
            let (before, after) = (check(&before, options), check(&after, options));
            let weight = |findings: &[Finding]| {
                let errors = findings.iter().filter(|one| one.severity == Severity::Error);
                (errors.count(), findings.len())
            };
            weight(&after.findings) < weight(&before.findings)
        }
    }
}

/// Everything that is to be reported of a text.
fn findings_of(source: &Source, options: &CheckOptions) -> Vec<Finding> {
    match options.decode(source) {
        Ok(entry) => check(&entry, options).findings,
        Err(finding) => vec![*finding],
    }
}
