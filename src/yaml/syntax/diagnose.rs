//! From the place where the parser stopped to a finding.

use crate::finding::Finding;
use crate::lang::{Text, text};
use crate::text::{Position, Source, Span};
use crate::yaml::codes::SYNTAX;
use crate::yaml::syntax::refusal::Refusal;
use crate::yaml::syntax::slip::{Found, Rewrite, Slip};
use crate::yaml::syntax::slips::SLIPS;

/// What is said of a slip that no row knows.
pub const UNREADABLE: Text =
    text!("this line cannot be read as YAML", "cette ligne n'est pas lisible comme du YAML");

/// The slip near the place where the parser stopped, and where it is.
pub fn slip_at(refusal: &Refusal) -> Option<(&'static Slip, Found)> {
    SLIPS.iter().find_map(|slip| Some((slip, (slip.find)(refusal)?)))
}

/// Says what hinders the reading of a text at a place, what to write, and how it is fixed where
/// that is certain. Whether a text so rewritten reads on, only the parser can tell.
pub fn finding(source: &Source, at: Position, reads_on: impl Fn(&str) -> bool) -> Finding {
    let refusal = Refusal::new(source, at);
    let Some((slip, found)) = slip_at(&refusal) else {
        let Position { line, column } = refusal.at;
        let span = Span::on_line(line as usize, column as usize, 1);
        return Finding::new(&SYNTAX, span, UNREADABLE);
    };
    let finding = Finding::new(&SYNTAX, found.at, slip.label);
    // What differs in its spaces alone looks the same.
    let written = source.line(found.at.start.line).trim();
    let helps = |rewrite: &Rewrite| reads_on(rewrite.applied(source).text());
    let rewrite = found.rewrite.filter(helps);
    let line = rewrite.as_ref().and_then(|rewrite| rewrite.line());
    let line = line.filter(|line| *line != written);
    let finding = match line {
        Some(line) => finding.with_help(slip.help_with(line)),
        None => finding.with_help(slip.help),
    };
    match rewrite.filter(|rewrite| rewrite.is_certain) {
        Some(rewrite) => finding.with_fix(rewrite.fix(source)),
        None => finding,
    }
}
