//! `sheet validate`: every finding of every sheet, at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Result;

use crate::cli::ValidateArgs;
use crate::commands::explain;
use crate::commands::validate::check::{all, is_asked, today};
use crate::commands::validate::fix;
use crate::commands::validate::scope::Scope;
use crate::finding::{Diagnostic, Finding, Severity, renamed, renamed_message};
use crate::lang::{Phrase, phrase};
use crate::portfolio::BAD_ID;
use crate::render::Reader;
use crate::report::{DiagnosticGroups, GroupBy, Report, validate};
use crate::rules;
use crate::session::find_sheet;
use crate::session::findings;
use crate::session::sheets;
use crate::session::{Context, Exit, Failure};
use crate::store::{self, SheetPath};

/// The name of standard input.
const STDIN: &str = "-";

/// Validates the collection, or some of its files; rules across sheets see all of it.
pub(crate) fn run(context: &Context, args: &ValidateArgs) -> Result<Exit> {
    if let Some(wrong) = unknown_rule(args) {
        return Err(Failure::usage(wrong).into());
    }
    for code in &args.rules {
        if let Some(today) = renamed(code) {
            context.note(&renamed_message(code, today));
        }
    }
    let (stdin, files): (Vec<_>, Vec<_>) =
        args.paths.iter().partition(|path| path.as_os_str() == STDIN);
    let stdin = args.stdin_filename.is_some() || !stdin.is_empty();
    if stdin && (!files.is_empty() || args.fix) {
        return Err(Failure::usage(phrase!(
            "standard input cannot be combined with paths or --fix",
            "l'entrée standard ne se combine ni avec des chemins ni avec --fix",
        ))
        .into());
    }
    let scope = match &args.stdin_filename {
        Some(name) => Scope::of_text(context, name, store::read_given_bytes(STDIN.as_ref())),
        None if stdin => return of_nameless(context, args),
        None => Scope::of(context, args)?,
    };
    let mut fixed = Exit::Success;
    if args.fix {
        let paths = fixable(context, args, &scope);
        let all: Vec<&SheetPath> = paths.iter().collect();
        let asked = |finding: &Finding| is_asked(args, finding);
        fixed = fix::run(context, scope.collection.as_ref(), &all, args.dry_run, asked)?;
        if args.dry_run {
            sheets::map_files(context, &paths, |_| ());
            return Ok(fixed);
        }
    }
    let mut diagnostics = all(context, args, &scope);
    diagnostics.retain(|diagnostic| is_asked(args, &diagnostic.finding));
    let config = scope.config.iter().filter(|diagnostic| is_asked(args, &diagnostic.finding));
    diagnostics.extend(config.cloned());
    diagnostics.sort_by(|one, other| {
        (&one.path, one.finding.span).cmp(&(&other.path, other.finding.span))
    });
    let sheets = scope.sheets(&diagnostics);
    let verdict = report(context, args, diagnostics, sheets, &scope.paths)?;
    Ok(fixed.and(verdict))
}

/// Validates what comes from standard input, by itself: it has no name.
fn of_nameless(context: &Context, args: &ValidateArgs) -> Result<Exit> {
    let mut diagnostics = match store::read_given(STDIN.as_ref()) {
        Ok(source) => findings::of_source(context, &source),
        Err(unreadable) => vec![Diagnostic::new(&unreadable.source, unreadable.finding)],
    };
    diagnostics.retain(|diagnostic| {
        diagnostic.finding.lint != &BAD_ID && is_asked(args, &diagnostic.finding)
    });
    report(context, args, diagnostics, 1, &[])
}

/// Reports the findings of so many sheets, and gives the verdict; `paths` are read again for the
/// lines that show them.
fn report(
    context: &Context,
    args: &ValidateArgs,
    mut diagnostics: Vec<Diagnostic>,
    sheets: usize,
    paths: &[SheetPath],
) -> Result<Exit> {
    let groups = if args.all {
        DiagnosticGroups::by(GroupBy::File)
    } else {
        DiagnosticGroups::readable(&diagnostics)
    };
    if context.format.reader == Reader::Terminal {
        excerpt(&mut diagnostics, &groups, paths);
    }
    let fails_from = if args.strict { Severity::Warning } else { Severity::Error };
    let fails = diagnostics.iter().any(|diagnostic| diagnostic.finding.severity <= fails_from);
    let report = validate::report(diagnostics, groups, sheets, context.lang());
    let report = Report { fails_from, ..report };
    context.answer(&report)?;
    // Only the verdict is used after this: at its end the process gives a million findings back at
    // once, faster than one by one.
    std::mem::forget(report);
    Ok(if fails { Exit::Failure } else { Exit::Success })
}

/// The files that are to be fixed: those that are reported, and where nobody named them, no others
/// than sheets.
fn fixable(context: &Context, args: &ValidateArgs, scope: &Scope) -> Vec<SheetPath> {
    let reported = scope.paths.iter().filter(|path| scope.reports(&path.shown));
    let paths: Vec<SheetPath> = reported.cloned().collect();
    match &scope.collection {
        Some(collection) if args.paths.is_empty() => {
            find_sheet::changeable_sheets(context, collection, paths)
        }
        _ => paths,
    }
}

/// Gives the lines, and what to type, to those findings that are shown with them: these files are
/// read again.
fn excerpt(diagnostics: &mut [Diagnostic], groups: &DiagnosticGroups, paths: &[SheetPath]) {
    let shown = groups.members(diagnostics).iter().map(|group| group[0]);
    let mut files: BTreeMap<Arc<str>, Vec<usize>> = BTreeMap::new();
    for index in shown {
        files.entry(diagnostics[index].path.clone()).or_default().push(index);
    }
    for path in paths {
        let Some(indices) = files.get(path.shown.as_str()) else {
            continue;
        };
        let Ok(source) = store::read(path) else {
            continue;
        };
        for index in indices {
            let shown = Diagnostic::new(&source, diagnostics[*index].finding.clone());
            diagnostics[*index] = rules::with_command(&source, shown);
        }
    }
}

fn unknown_rule(args: &ValidateArgs) -> Option<Phrase> {
    let unknown =
        args.rules.iter().find(|code| rules::lints().all(|lint| lint.code != today(code)));
    unknown.map(|code| explain::unknown(code))
}
