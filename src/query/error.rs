//! What is wrong with a query, reported like what is wrong in a sheet.

use crate::finding::{Diagnostic, Finding, Lint, Severity};
use crate::lang::{Phrase, Text, text};
use crate::query::expr::ByteRange;
use crate::text::Span;
use crate::yaml::decode::decode;

/// Tells a mistake in a query like one in a sheet.
pub fn query_error(
    text: &str,
    at: ByteRange,
    reason: Phrase,
    help: Option<Phrase>,
) -> Box<Diagnostic> {
    let line = text.replace(['\n', '\r'], " ");
    let column = |byte: usize| line.get(..byte).unwrap_or(&line).chars().count() + 1;
    let (start, end) = (column(at.start), column(at.end));
    let span = Span::on_line(1, start, end.saturating_sub(start).max(1));
    let mut finding = Finding::new(&BAD_QUERY, span, reason);
    finding.help = help.map(Box::new);
    let name = "query";
    match decode(name, line.as_bytes()) {
        Ok(source) => Box::new(Diagnostic::new(&source, finding)),
        Err(unreadable) => Box::new(Diagnostic::new(&unreadable.source, finding)),
    }
}

/// Every kind of finding in a query, for `explain`.
pub static LINTS: [&Lint; 2] = [&BAD_QUERY, &BAD_KEY];

static BAD_QUERY: Lint = Lint {
    code: "bad-query",
    severity: Severity::Error,
    title: text!("invalid query", "requête non valide"),
    why: text!(
        "A query is never half applied: it would show the wrong sheets.",
        "Une requête n'est jamais appliquée à moitié : elle montrerait les mauvaises fiches.",
    ),
    help: text!(
        "example: sheet filter 'year:2023 cost>5000 -status:abandoned'",
        "exemple : sheet filter 'year:2023 cost>5000 -status:abandoned'",
    ),
    bad: "sheet filter 'cost>⟦beaucoup⟧'\n",
    good: "sheet filter 'cost>5000'\n",
};

pub(super) static BAD_KEY: Lint = Lint {
    code: "bad-key",
    severity: Severity::Error,
    title: text!("unknown key", "clé inconnue"),
    why: text!(
        "A key names a field of the sheet, or starts with `x-`.",
        "Une clé désigne un champ de la fiche, ou commence par `x-`.",
    ),
    help: ALL_KEYS,
    bad: "sheet list --sort ⟦tarif⟧\n",
    good: "sheet list --sort cost\n",
};

pub(super) const ALL_KEYS: Text =
    text!("all keys: sheet help query", "toutes les clés : sheet help query");
