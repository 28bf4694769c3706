//! `sheet new ID --missing`: asks what a sheet lacks, and writes each answer into it at once.

use anyhow::Result;

use crate::cli::NewArgs;
use crate::commands::new::answers::{Answers, Place};
use crate::commands::new::earlier::KnownNames;
use crate::commands::new::interview::{INSTRUCTIONS, Interview};
use crate::commands::new::verdicts;
use crate::finding::Diagnostic;
use crate::lang::{Text, phrase, plural, text};
use crate::portfolio::id_of;
use crate::session::revision::{self, NO_CHANGE, Revision, Stage};
use crate::session::{Context, Exit, Failure, apply, find_sheet, lesson_verdict};
use crate::sheet::questions;
use crate::store::{self, Collection};
use crate::terminal::answer::Answer;
use crate::terminal::prompt::Prompt;
use crate::text::shell::shell_quote;

/// Asks what the sheet lacks.
///
/// # Errors
/// There is no such sheet, it cannot be read or written, or nobody can be asked.
pub(super) fn run(context: &Context, args: &NewArgs, typed: &str) -> Result<Exit> {
    let collection = context.collection()?;
    let path = find_sheet::find_sheet(context, &collection, typed)?;
    let Some(prompt) = Prompt::start(context.terminal)? else {
        return Err(Failure::usage(NEEDS_TERMINAL).into());
    };
    let source = match store::read(&path) {
        Ok(source) => source,
        Err(found) => {
            context.show_diagnostics(&[Diagnostic::new(&found.source, found.finding)]);
            return Ok(Exit::Failure);
        }
    };
    let sheet = match context.decode(&source) {
        Ok(entry) => entry.sheet,
        Err(finding) => {
            context.show_diagnostics(&[Diagnostic::new(&source, *finding)]);
            return Ok(Exit::Failure);
        }
    };
    let id = id_of(&path.shown);
    let questions = questions::missing(&sheet);
    let applied = lesson_verdict::open(context, &collection, &sheet);
    if questions.is_empty() && applied.is_empty() {
        context.note(&phrase!("{id}: nothing is missing", "{id} : rien ne manque", id));
        return Ok(Exit::Success);
    }
    let dry_run = args.write_args.dry_run;
    if !dry_run {
        apply::lock(context, &collection)?.may_replace(&path.full)?;
    }
    let place = if dry_run { Place::Nowhere } else { Place::Sheet(path.clone()) };
    let before = source.with_text(source.text().to_owned());
    context.note(&phrase!(
        "{title}: {count}. Each answer is saved at once; Ctrl-D or Ctrl-C ends.",
        "{title} : {count}. Chaque réponse est enregistrée aussitôt ; Ctrl-D ou Ctrl-C pour finir.",
        title = sheet.name(),
        count = plural::QUESTION.phrase(questions.len() + applied.len()),
    ));
    context.note(&INSTRUCTIONS.into());
    let mut interview = Interview {
        context,
        collection: &collection,
        prompt,
        known: KnownNames::gather(context, &collection)?,
        at: 0,
        answers: Answers::new(context, &collection, source, place),
        filled: Vec::new(),
        shows_earlier: false,
        questions,
    };
    let all = 0..interview.questions.len();
    let mut ended = interview.walk(all, 0)?;
    let Interview { answers, mut prompt, .. } = interview;
    let after = answers.source;
    let mut revisions = vec![Revision { path: path.clone(), before, after, unchanged: Vec::new() }];
    if matches!(ended, Answer::Given(()) | Answer::Back) {
        let (told, end) = verdicts::ask(context, &collection, &mut prompt, id, &applied, dry_run)?;
        revisions.extend(told);
        ended = end;
    }
    drop(prompt);
    if dry_run {
        return revision::write(context, "new", &collection, &revisions, None);
    }
    finish(context, &collection, id, &revisions)?;
    Ok(if ended == Answer::Stopped { Exit::Interrupted } else { Exit::Success })
}

/// Says what the answers changed, and what is still missing.
fn finish(
    context: &Context,
    collection: &Collection,
    id: &str,
    revisions: &[Revision],
) -> Result<()> {
    if revisions.iter().all(Revision::is_unchanged) {
        context.note(&NO_CHANGE.into());
        return Ok(());
    }
    context.answer(&revision::report(context, "new", revisions, Stage::Written))?;
    for revision in revisions.iter().filter(|revision| !revision.is_unchanged()) {
        context.show_diagnostics(&revision::new_findings(context, collection, revision)?);
    }
    let Some(completed) = revisions.first() else { return Ok(()) };
    let left = context.decode(&completed.after);
    let left = left.map_or(0, |entry| questions::missing(&entry.sheet).len());
    if left > 0 {
        context.note(&phrase!(
            "{count} left: sheet new {id} --missing",
            "encore {count} : sheet new {id} --missing",
            count = plural::QUESTION.phrase(left),
            id = shell_quote(id),
        ));
    }
    Ok(())
}

const NEEDS_TERMINAL: Text = text!(
    "--missing needs a terminal; in a script, use sheet set or sheet add",
    "--missing demande un terminal ; dans un script, utilisez sheet set ou sheet add",
);
