//! `sheet new`: a new sheet, from options, from a file, or by an interview.

mod ask;
mod earlier;
mod interview;
mod question;

use anyhow::Result;

use crate::cli::NewArgs;
use crate::commands::schema;
use crate::finding::{Diagnostic, Finding, Severity};
use crate::lang::phrase;
use crate::portfolio::{BAD_ID, Entry};
use crate::report::{Block, Report, new};
use crate::session::apply;
use crate::session::apply::edited;
use crate::session::assignment;
use crate::session::assignment::Changes;
use crate::session::ids::TakenIds;
use crate::session::revision;
use crate::session::revision::NOTHING;
use crate::session::{Context, Exit};
use crate::sheet::Sheet;
use crate::sheet::codes::{MISSING_TERRITORY, MISSING_TITLE};
use crate::sheet::key::Key;
use crate::store::{self, Collection, Created};
use crate::terminal::prompt::Prompt;
use crate::text::Source;
use crate::value::id;
use interview::Interview;

/// Makes the sheet.
pub fn run(context: &Context, args: &NewArgs) -> Result<Exit> {
    let collection = context.collection()?;
    if let Some(Err(refusal)) = args.id.as_deref().map(id::parse) {
        context.say(&id::refused(args.id.as_deref().unwrap_or_default(), &refusal));
        return Ok(Exit::Wrong);
    }
    let mut requests = Vec::new();
    for (field, texts) in &args.answers.given {
        for text in texts {
            match assignment::parse_item(context, field.key, &Key::Field(field), text) {
                Ok(request) => match assignment::confirm(context, request)? {
                    Some(request) => requests.push(request),
                    None => return Ok(revision::refuse(context, &[])),
                },
                Err(diagnostics) if diagnostics.is_empty() => {}
                Err(diagnostics) => {
                    context.tell(&diagnostics);
                    return Ok(revision::refuse(context, &[]));
                }
            }
        }
    }
    let changes: Changes = requests.into_iter().flat_map(|request| request.changes).collect();
    let prompt =
        if args.from.is_some() || args.yes { None } else { Prompt::start(context.terminal)? };
    if let Some(prompt) = prompt {
        return Interview::begin(context, &collection, prompt, args, &changes)?.hold();
    }
    let given = match &args.from {
        Some(file) => match store::read_given(file) {
            Ok(source) => source,
            Err(unreadable) => {
                context.tell(&[Diagnostic::new(&unreadable.source, unreadable.finding)]);
                return Ok(Exit::No);
            }
        },
        None => Source::of("sheet new".to_owned(), String::new()),
    };
    let source = match edited(&given, &changes) {
        Ok(edited) => edited.after,
        Err(refused) => {
            context.say(&refused);
            return Ok(revision::refuse(context, &[]));
        }
    };
    let entry = match Entry::decode(&source, context.today) {
        Ok(entry) => entry,
        Err(_) if source.text().is_empty() => return Ok(missing(context, &Sheet::default())),
        Err(finding) => {
            context.tell(&[Diagnostic::new(&source, *finding)]);
            return Ok(Exit::No);
        }
    };
    if entry.findings.iter().any(is_absence) {
        return Ok(missing(context, &entry.sheet));
    }
    let (errors, doubts): (Vec<&Finding>, Vec<&Finding>) =
        entry.findings.iter().filter(|finding| finding.lint != &BAD_ID).partition(is_error);
    let diagnostics = |findings: Vec<&Finding>| -> Vec<Diagnostic> {
        findings.into_iter().map(|finding| entry.diagnostic(finding.clone())).collect()
    };
    if !errors.is_empty() {
        context.tell(&diagnostics(errors));
        return Ok(revision::refuse(context, &[]));
    }
    context.tell(&diagnostics(doubts));
    let wanted = match &args.id {
        Some(id) => id.clone(),
        None => id_for(&entry.sheet),
    };
    save(context, &collection, &wanted, source.text(), args.writing.dry_run)
}

/// Writes the new sheet under an id that nobody has, and says where.
fn save(
    context: &Context,
    collection: &Collection,
    id: &str,
    yaml: &str,
    dry_run: bool,
) -> Result<Exit> {
    let lock = if dry_run { None } else { Some(apply::lock(context, collection)?) };
    let yaml = if collection.holds(schema::FILE) && !yaml.starts_with('#') {
        format!("{}{yaml}", schema::EDITOR_LINE)
    } else {
        yaml.to_owned()
    };
    let path = collection.new_path(id);
    let taken = TakenIds::of(context, collection);
    let free = taken.by(id).is_none();
    if free && dry_run {
        let (before, shown) = (String::new(), path.shown);
        let change = Block::Change { key: "diffs", path: shown, before, after: yaml };
        context.answer(&Report::new("new").with(change))?;
        context.say(&NOTHING.into());
        return Ok(Exit::Done);
    }
    let created = match &lock {
        Some(lock) if free => lock.create(&path.full, &yaml)?,
        _ => Created::Exists,
    };
    if created == Created::Exists {
        let near = taken.free(id);
        context.say(&phrase!(
            "sheet {id} already exists; nothing was written; choose another id, e.g. --id {near}",
            "la fiche {id} existe déjà ; rien n'a été enregistré ; choisissez un autre \
             identifiant, par exemple --id {near}",
            id,
            near,
        ));
        return Ok(Exit::No);
    }
    context.answer(&new::report(id, &path.shown, context.lang()))?;
    context.say(&phrase!(
        "next: sheet show {id}, sheet validate {path}",
        "ensuite : sheet show {id}, sheet validate {path}",
        id,
        path = path.shown,
    ));
    Ok(Exit::Done)
}

/// The id that a sheet's title gives.
fn id_for(sheet: &Sheet) -> String {
    let title = sheet.title.as_deref().and_then(id::from_title);
    title.unwrap_or_else(|| "project".to_owned())
}

/// Whether a finding forbids the sheet.
fn is_error(finding: &&Finding) -> bool {
    finding.severity == Severity::Error
}

/// Whether a finding tells that a required answer is missing.
fn is_absence(finding: &Finding) -> bool {
    finding.lint == &MISSING_TITLE || finding.lint == &MISSING_TERRITORY
}

/// Names the options of what must be there and is not.
fn missing(context: &Context, sheet: &Sheet) -> Exit {
    let needed =
        [("--title", sheet.title.is_none()), ("--territory", sheet.territory.name.is_none())];
    let names: Vec<&str> =
        needed.iter().filter(|(_, missing)| *missing).map(|(name, _)| *name).collect();
    let names = names.join(", ");
    context.say(&phrase!(
        "missing: {names} (not run in a terminal, so cannot ask); all options: sheet new --help",
        "il manque {names} (pas de terminal pour poser les questions) ; toutes les options : \
         sheet new --help",
        names,
    ));
    Exit::Wrong
}
