//! Creates the sheet, from options or from a file, and saves it.

use anyhow::Result;

use crate::cli::{InitArgs, NewArgs};
use crate::commands::init;
use crate::commands::new::hold::hold;
use crate::commands::new::like::{is_said, like};
use crate::commands::new::missing;
use crate::commands::new::save::{id_for, is_absence, save};
use crate::finding::{Diagnostic, Finding, Severity};
use crate::lang::{Phrase, phrase};
use crate::portfolio::BAD_ID;
use crate::session::Failure;
use crate::session::changes::{Changes, apply_changes};
use crate::session::revision::{self};
use crate::session::{Context, Exit, assignment};
use crate::sheet::Sheet;
use crate::sheet::canonical::is_below;
use crate::sheet::key::Key;
use crate::sheet::model::Dates;
use crate::store;
use crate::terminal::prompt::Prompt;
use crate::text::Source;
use crate::value::id;

/// Makes the sheet.
pub(crate) fn run(context: &Context, args: &NewArgs) -> Result<Exit> {
    match &args.sheet {
        Some(id) if args.missing => return missing::run(context, args, id),
        Some(title) => return Err(Failure::usage(untitled(title)).into()),
        None => {}
    }
    let asks = args.from.is_none() && !args.yes;
    let makes = asks && !args.write_args.dry_run;
    if makes && context.is_outside() {
        let question = phrase!(
            "No collection here yet. Create one in this folder?",
            "Pas encore de collection ici. En créer une dans ce dossier ?",
        );
        if context.confirm(&question, true)? == Some(true) {
            init::make(context, &InitArgs::default())?;
        }
    }
    let collection = context.collection()?;
    if let Some(Err(refusal)) = args.id.as_deref().map(id::parse) {
        return Err(
            Failure::usage(id::refused(args.id.as_deref().unwrap_or_default(), &refusal)).into()
        );
    }
    let (mut requests, mut dates) = (Vec::new(), Dates::default());
    for (field, texts) in &args.answers.values {
        for text in texts {
            match assignment::parse_item(context, field.key, &Key::Field(field), text, &dates) {
                Ok(request) => match assignment::confirm(context, request)? {
                    Some(request) => {
                        dates = request.after(dates);
                        requests.push(request);
                    }
                    None => return Ok(revision::refuse(context, &[])),
                },
                Err(diagnostics) if diagnostics.is_empty() => {
                    if !text.trim().is_empty() {
                        context.note(&no_answer(field.key, text));
                    }
                }
                Err(diagnostics) => {
                    context.show_diagnostics(&diagnostics);
                    return Ok(revision::refuse(context, &[]));
                }
            }
        }
    }
    let mut taken = Vec::new();
    if let Some(other) = &args.like {
        taken = like(context, &collection, other)?;
        let is_given = |path: &str| requests.iter().any(|given| is_below(&given.path, path));
        taken.retain(|taken| !is_said(&taken.path, is_given));
    }
    let prompt = if asks { Prompt::start(context.terminal)? } else { None };
    if let Some(prompt) = prompt {
        return hold(context, &collection, prompt, args, &requests, &taken);
    }
    let changes: Changes =
        taken.into_iter().chain(requests).flat_map(|request| request.changes).collect();
    let given = match &args.from {
        Some(file) => match store::read_given(file) {
            Ok(source) => source,
            Err(unreadable) => {
                context
                    .show_diagnostics(&[Diagnostic::new(&unreadable.source, unreadable.finding)]);
                return Ok(Exit::Failure);
            }
        },
        None => Source::of("sheet new".to_owned(), String::new()),
    };
    let source = match apply_changes(&given, &changes, context.known()) {
        Ok(edited) => edited.after,
        Err(refused) => {
            context.note(&refused);
            return Ok(revision::refuse(context, &[]));
        }
    };
    let entry = match context.decode(&source) {
        Ok(entry) => entry,
        Err(_) if source.text().is_empty() => return Ok(missing(context, &Sheet::default())),
        Err(finding) => {
            context.show_diagnostics(&[Diagnostic::new(&source, *finding)]);
            return Ok(Exit::Failure);
        }
    };
    if entry.findings.iter().any(is_absence) {
        return Ok(missing(context, &entry.sheet));
    }
    let (errors, warnings): (Vec<&Finding>, Vec<&Finding>) =
        entry.findings.iter().filter(|finding| finding.lint != &BAD_ID).partition(is_error);
    let diagnostics = |findings: Vec<&Finding>| -> Vec<Diagnostic> {
        findings.into_iter().map(|finding| entry.diagnostic(finding.clone())).collect()
    };
    if !errors.is_empty() {
        context.show_diagnostics(&diagnostics(errors));
        return Ok(revision::refuse(context, &[]));
    }
    context.show_diagnostics(&diagnostics(warnings));
    let wanted = match &args.id {
        Some(id) => id.clone(),
        None => id_for(&entry.sheet),
    };
    save(context, &collection, &wanted, source.text(), args.write_args.dry_run)
}

/// That a text is no answer: `à définir`.
fn no_answer(key: &str, text: &str) -> Phrase {
    phrase!(
        "{key}: `{text}` is not an answer, and was left out",
        "{key} : `{text}` n'est pas une réponse, et n'a pas été gardé",
        key,
        text,
    )
}

/// Says how a title is given, and how a sheet is completed.
fn untitled(title: &str) -> Phrase {
    phrase!(
        "a new sheet: sheet new --title '{title}'; to complete one: sheet new ID --missing",
        "une nouvelle fiche : sheet new --title '{title}' ; pour en compléter une : sheet new \
         FICHE --missing",
        title,
    )
}

/// Whether a finding forbids the sheet.
fn is_error(finding: &&Finding) -> bool {
    finding.severity == Severity::Error
}

/// Names the options of what must be there and is not.
fn missing(context: &Context, sheet: &Sheet) -> Exit {
    let needed =
        [("--title", sheet.title.is_none()), ("--territory", sheet.territory.name.is_none())];
    let names: Vec<&str> =
        needed.iter().filter(|(_, missing)| *missing).map(|(name, _)| *name).collect();
    let names = names.join(", ");
    context.note(&phrase!(
        "missing: {names} (not run in a terminal, so cannot ask); all options: sheet new --help",
        "il manque {names} (pas de terminal pour poser les questions) ; toutes les options : \
         sheet new --help",
        names,
    ));
    Exit::Usage
}
