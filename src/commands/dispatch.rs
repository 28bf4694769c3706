//! Carries out the command that was typed.

use anyhow::Result;

use crate::cli::Command;
use crate::commands::{
    add, ask, brief, checklist, debrief, digest, edit, explain, export, facets, fmt, import, init,
    list, new, overview, rename, schema, search, set, show, summarize, timeline, todo, validate,
};
use crate::finding::Severity;
use crate::lang::phrase;
use crate::render::Reader;
use crate::session::{Context, Exit, Failure};

/// Carries out a command; without one, says what is there.
///
/// # Errors
/// Where the world does not let the program do its work.
pub(crate) fn run(context: &Context, command: Option<&Command>) -> Result<Exit> {
    if context
        .loaded
        .diagnostics
        .iter()
        .any(|diagnostic| diagnostic.finding.severity == Severity::Error)
        && !matches!(command, Some(Command::Validate(_)))
    {
        context.note(&phrase!(
            "sheet.yaml has errors; details: sheet validate",
            "sheet.yaml contient des erreurs ; détails : sheet validate",
        ));
    }
    let exit =
        carried_out(context, command).or_else(|error| match error.downcast::<Failure>() {
            Ok(failure) => Ok(failure.show(context)),
            Err(error) => Err(error),
        })?;
    match exit {
        // What was passed over may lack in the answer.
        Exit::Success if !context.skipped.is_empty() => Ok(Exit::Failure),
        exit => Ok(exit),
    }
}

fn carried_out(context: &Context, command: Option<&Command>) -> Result<Exit> {
    if context.format.reader == Reader::FindingsViewer
        && !matches!(command, Some(Command::Validate(_)))
    {
        let name = context.format.name;
        return Err(Failure::usage(phrase!(
            "--format {name} works for findings only, e.g. sheet validate --format {name}",
            "--format {name} ne vaut que pour les constats, par exemple sheet validate --format \
             {name}",
            name,
        ))
        .into());
    }
    let Some(command) = command else {
        return overview::run(context);
    };
    match command {
        Command::Init(args) => init::run(context, args),
        Command::New(args) => new::run(context, args),
        Command::Edit(args) => edit::run(context, args),
        Command::List(args) => list::run(context, &args.selection.texts(), &args.layout),
        Command::Filter(args) => {
            let texts = [vec![args.query.join(" ")], args.flags.terms()].concat();
            list::run(context, &texts, &args.layout)
        }
        Command::Show(args) => show::run(context, args),
        Command::Summarize(args) => summarize::run(context, args),
        Command::Search(args) => search::run(context, args),
        Command::Facets(args) => facets::run(context, args),
        Command::Timeline(args) => timeline::run(context, args),
        Command::Brief(args) => brief::run(context, args),
        Command::Todo(args) => todo::run(context, args),
        Command::Ask(args) => ask::run(context, args),
        Command::Debrief(args) => debrief::run(context, args),
        Command::Digest(args) => digest::run(context, args),
        Command::Checklist(args) => checklist::run(context, args),
        Command::Set(args) => set::run(context, args),
        Command::Unset(args) => set::unset(context, args),
        Command::Add(args) => add::run(context, args),
        Command::Fmt(args) => fmt::run(context, args),
        Command::Rename(args) => rename::run(context, args),
        Command::Validate(args) => validate::run(context, args),
        Command::Explain(args) => explain::run(context, args),
        Command::Import(args) => import::run(context, args),
        Command::Export(args) => export::run(context, args),
        Command::Schema(args) => schema::run(context, args),
    }
}
