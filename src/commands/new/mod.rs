//! `sheet new`: a new sheet, from options, from a file, or by an interview.

mod ask;
mod earlier;
mod interview;
mod question;

use anyhow::Result;

use crate::cli::NewArgs;
use crate::commands::change::edited;
use crate::commands::understood::Changes;
use crate::commands::{Context, Exit, schema};
use crate::finding::{Finding, Notice, Severity};
use crate::lang::Phrase;
use crate::portfolio::{BAD_ID, Entry};
use crate::query::key::Key;
use crate::report::new;
use crate::sheet::kinds::{MISSING_TERRITORY, MISSING_TITLE};
use crate::sheet::{Sheet, id, write};
use crate::source::Source;
use crate::store::{self, Collection, Created};
use crate::terminal::prompt::Prompt;
use interview::Interview;

/// Makes the sheet.
pub fn run(context: &Context, args: &NewArgs) -> Result<Exit> {
    let collection = context.collection()?;
    if let Some(Err(refusal)) = args.id.as_deref().map(id::read) {
        context.say(&id::refused(args.id.as_deref().unwrap_or_default(), &refusal));
        return Ok(Exit::Wrong);
    }
    let mut changes = Changes::new();
    for (field, texts) in &args.answers.given {
        for text in texts {
            match context.answered(field.key, &Key::Field(field), text) {
                Ok(answered) => changes.extend(answered),
                Err(notices) => {
                    context.tell(&notices);
                    if notices.is_empty() {
                        continue;
                    }
                    return Ok(Exit::No);
                }
            }
        }
    }
    let prompt = match args.from.is_some() || args.yes {
        true => None,
        false => Prompt::start(context.terminal)?,
    };
    if let Some(prompt) = prompt {
        return Interview::begin(context, &collection, prompt, args.id.as_deref(), &changes)?
            .hold();
    }
    let given = match &args.from {
        Some(file) => match store::read_given(file) {
            Ok(source) => source,
            Err(unreadable) => {
                context.tell(&[Notice::new(&unreadable.source, unreadable.finding)]);
                return Ok(Exit::No);
            }
        },
        None => Source::of("sheet new".to_owned(), String::new()),
    };
    let source = match edited(&given, &changes) {
        Ok(text) => given.with_text(text),
        Err(refused) => {
            context.say(&refused);
            return Ok(Exit::No);
        }
    };
    let entry = match Entry::read(&source, context.today) {
        Ok(entry) => entry,
        Err(_) if source.text().is_empty() => return Ok(missing(context, &Sheet::default())),
        Err(finding) => {
            context.tell(&[Notice::new(&source, *finding)]);
            return Ok(Exit::No);
        }
    };
    if entry.findings.iter().any(is_absence) {
        return Ok(missing(context, &entry.sheet));
    }
    let told: Vec<Notice> = entry
        .findings
        .iter()
        .filter(|finding| is_error(finding))
        .cloned()
        .map(|finding| entry.notice(finding))
        .collect();
    if !told.is_empty() {
        context.tell(&told);
        return Ok(Exit::No);
    }
    let wanted = match &args.id {
        Some(id) => id.clone(),
        None => id_for(&entry.sheet),
    };
    let yaml = match args.from {
        Some(_) => source.text().to_owned(),
        None => write::write(&entry.sheet)?,
    };
    save(context, &collection, &wanted, &yaml)
}

/// Writes the new sheet under an id that nobody has, and says where.
fn save(context: &Context, collection: &Collection, id: &str, yaml: &str) -> Result<Exit> {
    let _lock = context.lock(collection)?;
    let yaml = match collection.holds(schema::FILE) && !yaml.starts_with('#') {
        true => format!("{}{yaml}", schema::EDITOR_LINE),
        false => yaml.to_owned(),
    };
    let path = collection.new_path(id);
    let taken = context.taken(collection);
    let free = !taken.iter().any(|other| other.eq_ignore_ascii_case(id));
    if !free || store::create(&path.full, &yaml)? == Created::Exists {
        let near = free_id(&taken, id);
        context.say(&Phrase::new(
            format!("there is a sheet {id} already; nothing was written; for example: --id {near}"),
            format!("il y a déjà une fiche {id} ; rien n'a été écrit ; par exemple : --id {near}"),
        ));
        return Ok(Exit::No);
    }
    context.answer(&new::report(id, &path.shown, context.lang()))?;
    context.say(&Phrase::new(
        format!("to read it: sheet show {id}; to check it: sheet validate {}", path.shown),
        format!(
            "pour la lire : sheet show {id} ; pour la vérifier : sheet validate {}",
            path.shown
        ),
    ));
    Ok(Exit::Done)
}

/// The id itself, or with the first number that makes it free.
fn free_id(taken: &[String], id: &str) -> String {
    let is_free = |id: &String| !taken.iter().any(|other| other.eq_ignore_ascii_case(id));
    let numbered = (2..=taken.len() + 2).map(|number| id::numbered(id, number));
    std::iter::once(id.to_owned()).chain(numbered).find(is_free).unwrap_or_else(|| id.to_owned())
}

/// The id that a sheet's title gives.
fn id_for(sheet: &Sheet) -> String {
    let title = sheet.title.as_deref().and_then(id::from_title);
    title.unwrap_or_else(|| "project".to_owned())
}

/// Whether a finding forbids the sheet; the name of the file that it comes from does not matter.
fn is_error(finding: &Finding) -> bool {
    finding.severity == Severity::Error && finding.kind != &BAD_ID
}

/// Whether a finding tells that a required answer is missing.
fn is_absence(finding: &Finding) -> bool {
    finding.kind == &MISSING_TITLE || finding.kind == &MISSING_TERRITORY
}

/// Names the options of what must be there and is not.
fn missing(context: &Context, sheet: &Sheet) -> Exit {
    let needed =
        [("--title", sheet.title.is_none()), ("--territory", sheet.territory.name.is_none())];
    let names: Vec<&str> =
        needed.iter().filter(|(_, missing)| *missing).map(|(name, _)| *name).collect();
    let names = names.join(", ");
    context.say(&Phrase::new(
        format!("{names} missing: nobody can be asked here; for all options: sheet new --help"),
        format!("il manque {names} : personne à qui demander ici ; toutes les options : sheet new --help"),
    ));
    Exit::Wrong
}
