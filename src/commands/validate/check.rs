//! Everything that is reported of the sheets, each by itself and side by side.

use std::collections::HashSet;
use std::sync::Arc;

use crate::cli::ValidateArgs;
use crate::commands::validate::scope::Scope;
use crate::finding::{Diagnostic, Finding, Severity, renamed};
use crate::rules::{self, CheckOptions, Checked, SheetFacts, UsedIgnores};
use crate::session::Context;
use crate::session::findings;
use crate::session::sheets;
use crate::store::Changes;
use crate::text::Span;

/// What is kept of one sheet for the rules across sheets: boxed, because answers are moved about
/// while there are many of them.
type Kept = (Box<SheetFacts>, UsedIgnores);

/// What two looks at the same files find alike.
type Known = HashSet<(Arc<str>, (&'static str, Span))>;

/// Everything that is reported, sheet by sheet, without the lines that show it. Of a sheet that has
/// not changed since the revision that was named, this is what the change brings about.
pub(super) fn all(context: &Context, args: &ValidateArgs, scope: &Scope) -> Vec<Diagnostic> {
    let root = scope.root(context);
    let on_disk = |file: &str| root.join(file).is_file();
    let now =
        CheckOptions { on_disk: args.files.then_some(&on_disk), ..findings::options(context) };
    let names = scope.changes.as_ref().map(|changes| &changes.names);
    let was_there = |file: &str| on_disk(file) || names.is_some_and(|names| names.contains(file));
    let then = CheckOptions { on_disk: args.files.then_some(&was_there), ..now };
    let portfolio = sheets::load(context, &scope.paths, |entry| {
        let Checked { mut findings, used_ignores } = rules::check(&entry, &now);
        let path = &entry.source.path;
        if !(scope.reports(path) || args.files && scope.covers(path)) {
            findings.clear();
        } else if !scope.reports(path) {
            // In an unchanged sheet, what is new is that a document of then is gone.
            let known: HashSet<_> =
                rules::check(&entry, &then).findings.iter().map(place).collect();
            findings.retain(|finding| !known.contains(&place(finding)));
        }
        if args.fix {
            // What could be fixed was; the rest needs a hand.
            findings
                .iter_mut()
                .filter(|finding| finding.is_fixable())
                .for_each(|finding| finding.fix = None);
        }
        findings.shrink_to_fit();
        (findings, (Box::new(rules::facts(&entry)), used_ignores.into_iter().collect()))
    });
    let mut diagnostics = portfolio.unreadable;
    diagnostics.retain(|diagnostic| scope.reports(&diagnostic.path));
    // Whatever is asked for, what cannot be read is reported: here where it is not in the answer.
    let unasked = |diagnostic: &mut Diagnostic| !is_asked(args, &diagnostic.finding);
    sheets::report_unreadable(context, &diagnostics.extract_if(.., unasked).collect::<Vec<_>>());
    let (mut of_sheets, kept): (Vec<Vec<Finding>>, Vec<Kept>) =
        portfolio.answers.into_iter().unzip();
    let known = scope.changes.as_ref().map(|changes| known_before(context, changes, &kept));
    // The facts go before the findings, of which there may be many, become diagnostics.
    let (paths, across) = across(context, kept);
    for (index, finding) in across {
        let path = &paths[index];
        let is_new = |known: &Known| !known.contains(&(path.clone(), place(&finding)));
        if scope.reports(path) || scope.covers(path) && known.as_ref().is_some_and(is_new) {
            of_sheets[index].push(finding);
        }
    }
    diagnostics.reserve_exact(of_sheets.iter().map(Vec::len).sum());
    for (path, mut findings) in paths.into_iter().zip(of_sheets) {
        findings.sort_by_key(|finding| finding.span);
        let of_sheet = findings.into_iter();
        diagnostics.extend(of_sheet.map(|one| Diagnostic::without_excerpt(path.clone(), one)));
    }
    diagnostics
}

/// Whether a finding is among those that are asked for.
pub(super) fn is_asked(args: &ValidateArgs, finding: &Finding) -> bool {
    let least = args.severity.map_or(Severity::Hint, Severity::from);
    let rule =
        args.rules.is_empty() || args.rules.iter().any(|code| today(code) == finding.lint.code);
    rule && finding.severity <= least
}

/// A code by today's name.
pub(super) fn today(code: &str) -> &str {
    renamed(code).unwrap_or(code)
}

/// What the rules across sheets found before the change, in the files that have not changed.
fn known_before(context: &Context, changes: &Changes, kept: &[Kept]) -> Known {
    let unchanged = kept.iter().filter(|(facts, _)| !changes.changed.contains(&*facts.path));
    let mut before: Vec<Kept> = unchanged.cloned().collect();
    let options = findings::options(context);
    let sheets = sheets::load(context, &changes.before, |entry| {
        let silenced = rules::check(&entry, &options).used_ignores;
        (Box::new(rules::facts(&entry)), silenced.into_iter().collect())
    });
    before.extend(sheets.answers);
    before.sort_by(|(one, _), (other, _)| one.path.cmp(&other.path));
    let (paths, across) = across(context, before);
    across.iter().map(|(index, finding)| (paths[*index].clone(), place(finding))).collect()
}

/// The paths of the sheets, and what the rules across them find, by their index.
fn across(context: &Context, kept: Vec<Kept>) -> (Vec<Arc<str>>, Vec<(usize, Finding)>) {
    let (facts, used_ignores): (Vec<SheetFacts>, Vec<UsedIgnores>) =
        kept.into_iter().map(|(facts, used)| (*facts, used)).unzip();
    let found = rules::check_across(&facts, &context.loaded.config, used_ignores);
    (facts.into_iter().map(|facts| facts.path).collect(), found)
}

/// What makes two findings of a file the same, whatever their words.
fn place(finding: &Finding) -> (&'static str, Span) {
    (finding.lint.code, finding.span)
}
