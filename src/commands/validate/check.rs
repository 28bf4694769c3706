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
use crate::threads::share;

/// What is kept of one sheet for the rules across sheets: boxed, because answers are moved about
/// while there are many of them.
type Kept = (Box<SheetFacts>, UsedIgnores);

/// What is found in one sheet by itself, boxed for the same reason.
type Findings = Box<[Box<Finding>]>;

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
        let findings: Findings = findings.into_iter().map(Finding::to_report).collect();
        (findings, (Box::new(rules::facts(&entry)), used_ignores))
    });
    let mut diagnostics = portfolio.unreadable;
    diagnostics.retain(|diagnostic| scope.reports(&diagnostic.path));
    // Whatever is asked for, what cannot be read is reported: here where it is not in the answer.
    let unasked = |diagnostic: &mut Diagnostic| !is_asked(args, &diagnostic.finding);
    sheets::report_unreadable(context, &diagnostics.extract_if(.., unasked).collect::<Vec<_>>());
    let (alone, kept): (Vec<Findings>, Vec<Kept>) = portfolio.answers.into_iter().unzip();
    let known = scope.changes.as_ref().map(|changes| known_before(context, changes, &kept));
    let mut beside = check_across(context, kept.iter(), |path, finding| {
        let is_new = |known: &Known| !known.contains(&(path.clone(), place(finding)));
        scope.reports(path) || scope.covers(path) && known.as_ref().is_some_and(is_new)
    });
    // The facts go before the findings, of which there may be many, become diagnostics.
    let paths: Vec<Arc<str>> = kept.into_iter().map(|(facts, _)| facts.path).collect();
    beside.sort_by_key(|(index, _)| *index);
    diagnostics
        .reserve_exact(alone.iter().map(|findings| findings.len()).sum::<usize>() + beside.len());
    let mut beside = beside.into_iter().peekable();
    for (index, (path, alone)) in paths.iter().zip(alone).enumerate() {
        let first = diagnostics.len();
        let beside = std::iter::from_fn(|| beside.next_if(|(at, _)| *at == index));
        let of_sheet = alone.into_iter().chain(beside.map(|(_, finding)| finding));
        diagnostics.extend(of_sheet.map(|one| Diagnostic::without_excerpt(path.clone(), one)));
        diagnostics[first..].sort_by_key(|diagnostic| diagnostic.finding.span);
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
    let options = findings::options(context);
    let sheets = sheets::load(context, &changes.before, |entry| {
        let silenced = rules::check(&entry, &options).used_ignores;
        (Box::new(rules::facts(&entry)), silenced)
    });
    let unchanged = kept.iter().filter(|(facts, _)| !changes.changed.contains(&*facts.path));
    let mut before: Vec<&Kept> = unchanged.chain(&sheets.answers).collect();
    before.sort_by(|(one, _), (other, _)| one.path.cmp(&other.path));
    let found = check_across(context, before.iter().copied(), |_, _| true);
    let known =
        found.iter().map(|(index, finding)| (before[*index].0.path.clone(), place(finding)));
    known.collect()
}

/// What the rules across sheets find in the files that are asked for, each with the number of its
/// sheet.
fn check_across<'k>(
    context: &Context,
    kept: impl Iterator<Item = &'k Kept>,
    is_asked: impl Fn(&Arc<str>, &Finding) -> bool + Sync,
) -> Vec<(usize, Box<Finding>)> {
    let (facts, used_ignores): (Vec<&SheetFacts>, Vec<UsedIgnores>) =
        kept.map(|(facts, used_ignores)| (&**facts, used_ignores.clone())).unzip();
    rules::check_across(
        &facts,
        &context.loaded.config,
        used_ignores,
        |index, finding| is_asked(&facts[index].path, finding),
        |checks, ask| share(checks, context.threads, ask),
    )
}

/// What makes two findings of a file the same, whatever their words.
fn place(finding: &Finding) -> (&'static str, Span) {
    (finding.lint.code, finding.span)
}
