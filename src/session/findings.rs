//! What is wrong with a sheet by itself.

use crate::finding::Diagnostic;
use crate::portfolio::Entry;
use crate::rules::{self, CheckOptions};
use crate::session::Context;
use crate::text::Source;

/// What sheets are checked against here; files on the disk are not looked up.
pub(crate) fn options(context: &Context) -> CheckOptions<'_> {
    CheckOptions { config: &context.loaded.config, today: context.today, on_disk: None }
}

/// Everything that is to be reported of one sheet by itself.
pub(crate) fn of_entry(context: &Context, entry: &Entry) -> Vec<Diagnostic> {
    let findings = rules::check(entry, &options(context)).findings.into_iter();
    findings.map(|finding| entry.diagnostic(finding)).collect()
}

/// Everything that is to be reported of a text by itself.
pub(crate) fn of_source(context: &Context, source: &Source) -> Vec<Diagnostic> {
    match context.decode(source) {
        Ok(entry) => of_entry(context, &entry),
        Err(finding) => vec![Diagnostic::new(source, *finding)],
    }
}
