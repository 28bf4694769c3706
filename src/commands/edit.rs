//! `sheet edit ID`: the sheet in the person's editor, checked on leaving, saved when it is good or
//! accepted; until then the old one stands, and the text is kept.

use anyhow::Result;

use crate::cli::EditArgs;
use crate::finding::{Diagnostic, Tally};
use crate::lang::{Text, phrase, text};
use crate::portfolio::id_of;
use crate::report::{Block, Report, validate};
use crate::session::apply;
use crate::session::drafts;
use crate::session::drafts::is_blank;
use crate::session::find_sheet;
use crate::session::findings;
use crate::session::revision;
use crate::session::revision::{NO_CHANGE, Revision, Stage, meanwhile};
use crate::session::{Context, Exit, Failure};
use crate::store::{self, Collection, DraftFile, Replaced, SheetPath};
use crate::terminal::answer::{Answer, MenuItem, Question};
use crate::terminal::prompt::Prompt;
use crate::text::shell::shell_quote;
use crate::yaml::decode::decode;
use crate::yaml::parse::parse;

/// What a draft notes beside its text: whose it is, and what the sheet said when it was begun.
const SHEET_PATH: &str = "whose";
const BEFORE: &str = "before";

/// What becomes of the text that was edited.
enum EditOutcome {
    /// The sheet says it, or it is not wanted.
    Settled(Result<Exit>),
    /// It is not saved.
    Kept(Exit),
}

/// Edits the sheet.
pub(super) fn run(context: &Context, args: &EditArgs) -> Result<Exit> {
    let Some(mut prompt) = Prompt::start(context.terminal)? else {
        return Err(Failure::usage(NEEDS_TERMINAL).into());
    };
    let collection = context.collection()?;
    let path = find_sheet::find_sheet(context, &collection, &args.id)?;
    let before = match store::read_bytes(&path) {
        Ok(bytes) => bytes,
        Err(unreadable) => {
            context.show_diagnostics(&[Diagnostic::new(&unreadable.source, unreadable.finding)]);
            return Ok(Exit::Failure);
        }
    };
    let draft = match begun(context, &mut prompt, &path, &before)? {
        Answer::Given(draft) => draft,
        Answer::Back | Answer::End => return Ok(Exit::Failure),
        Answer::Stopped => return Ok(Exit::Interrupted),
    };
    let outcome =
        edit(context, &mut prompt, &collection, &path, &before, &draft, args.write_args.dry_run);
    if let Ok(EditOutcome::Settled(exit)) = outcome {
        draft.remove();
        return exit;
    }
    drafts::note_kept(context, &draft);
    let id = shell_quote(id_of(&path.shown));
    context.note(&phrase!("to resume: sheet edit {id}", "pour reprendre : sheet edit {id}", id));
    match outcome? {
        EditOutcome::Settled(exit) => exit,
        EditOutcome::Kept(exit) => Ok(exit),
    }
}

/// The text to edit: one that was not saved the last time, if the person goes on with it, else the
/// sheet as it is.
fn begun(
    context: &Context,
    prompt: &mut Prompt,
    path: &SheetPath,
    before: &[u8],
) -> Result<Answer<DraftFile>> {
    let home = drafts::folder()?;
    let name = path.full.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let whose = path.full.as_os_str().as_encoded_bytes();
    for draft in DraftFile::find_abandoned(&home, &name) {
        if draft.read_note(SHEET_PATH).as_deref() != Some(whose) {
            continue;
        }
        let (text, began) = (draft.bytes()?, draft.read_note(BEFORE));
        let says_more = !is_blank(&text) && text != before && began.as_ref() != Some(&text);
        if !says_more && draft.leftover_files().is_empty() {
            draft.remove();
            continue;
        }
        compare(context, &path.shown, before, &text);
        if began.as_deref() != Some(before) {
            context.note(&CHANGED.into());
        }
        match offer(context, prompt, path, &draft) {
            Answer::Given(Retry::GoOn) => {
                draft.write_note(BEFORE, before)?;
                return Ok(Answer::Given(draft));
            }
            Answer::Given(Retry::Anew) => {}
            Answer::Given(Retry::Throw) => draft.remove(),
            Answer::Back | Answer::End => return Ok(Answer::End),
            Answer::Stopped => return Ok(Answer::Stopped),
        }
    }
    let draft = DraftFile::create(&home, &name, before)?;
    draft.write_note(SHEET_PATH, whose)?;
    draft.write_note(BEFORE, before)?;
    Ok(Answer::Given(draft))
}

/// What is wished with a text that was not saved.
enum Retry {
    GoOn,
    Anew,
    Throw,
}

/// Asks what to do with a text that was not saved; twice before it is thrown away.
fn offer(
    context: &Context,
    prompt: &mut Prompt,
    path: &SheetPath,
    draft: &DraftFile,
) -> Answer<Retry> {
    let beside = draft.leftover_files();
    if !beside.is_empty() {
        let names = beside.join(", ");
        context.note(&phrase!(
            "the editor was stopped, and left files beside your text: {names}",
            "l'éditeur a été interrompu, et a laissé des fichiers à côté de votre texte : {names}",
            names,
        ));
        drafts::note_kept(context, draft);
    }
    let question =
        phrase!("Unsaved text for {path}", "Texte non enregistré pour {path}", path = path.shown);
    let get = |text: Text| text.get(context.lang()).to_owned();
    loop {
        let items = [RESUME, START_AGAIN, DELETE].map(|text| MenuItem::of(get(text)));
        return match prompt.choose(&Question::of(question.get(context.lang())), &items, 0) {
            Answer::Given(0) => Answer::Given(Retry::GoOn),
            Answer::Given(1) => Answer::Given(Retry::Anew),
            Answer::Given(_) => match prompt.confirm(&get(CONFIRM_DELETE), false) {
                Answer::Given(true) => Answer::Given(Retry::Throw),
                Answer::Given(false) | Answer::Back => continue,
                Answer::End => Answer::End,
                Answer::Stopped => Answer::Stopped,
            },
            Answer::Back | Answer::End => Answer::End,
            Answer::Stopped => Answer::Stopped,
        };
    }
}

/// Lets the text be edited until it is good or accepted, and saves it. Nobody else is kept from
/// writing meanwhile.
fn edit(
    context: &Context,
    prompt: &mut Prompt,
    collection: &Collection,
    path: &SheetPath,
    before: &[u8],
    draft: &DraftFile,
    dry_run: bool,
) -> Result<EditOutcome> {
    loop {
        let edited = drafts::open_in_editor(context, draft)?;
        let failed = edited.is_none();
        let Some(after) = edited.filter(|after| after != before) else {
            context.note(&phrase!("{path}: unchanged", "{path} : inchangée", path = path.shown));
            let text = draft.bytes()?;
            let says_more =
                !is_blank(&text) && text != before || !draft.leftover_files().is_empty();
            return Ok(match (failed, says_more) {
                (true, true) => EditOutcome::Kept(Exit::Failure),
                (true, false) => EditOutcome::Settled(Ok(Exit::Failure)),
                (false, _) => EditOutcome::Settled(Ok(Exit::Success)),
            });
        };
        let diagnostics = diagnostics_of(context, &path.shown, &after);
        let tally = Tally::of(diagnostics.iter().map(|diagnostic| &*diagnostic.finding));
        if tally.errors > 0 {
            context.show(&validate::of_one_sheet(diagnostics, context.lang()));
            let items = [REOPEN, SAVE_ANYWAY, KEEP_OLD];
            let items = items.map(|text| MenuItem::of(text.get(context.lang())));
            match prompt.choose(&Question::of(HAS_ERRORS.get(context.lang())), &items, 0) {
                Answer::Given(0) => continue,
                Answer::Given(1) => {}
                Answer::Given(_) | Answer::Back | Answer::End => {
                    return Ok(EditOutcome::Kept(Exit::Failure));
                }
                Answer::Stopped => return Ok(EditOutcome::Kept(Exit::Interrupted)),
            }
        }
        if dry_run {
            compare(context, &path.shown, before, &after);
            context.note(&NO_CHANGE.into());
            return Ok(EditOutcome::Kept(Exit::Success));
        }
        let lock = apply::lock(context, collection)?;
        if lock.replace(&path.full, before, &after)? == Replaced::Changed {
            context.note(&meanwhile(&path.shown));
            return Ok(EditOutcome::Kept(Exit::Failure));
        }
        drop(lock);
        let sheet = |bytes: &[u8]| {
            decode(path.shown.clone(), bytes).ok().filter(|source| parse(source).is_ok())
        };
        let answered = match sheet(before).zip(sheet(&after)) {
            Some((before, after)) => {
                let revision =
                    Revision { path: path.clone(), before, after, unchanged: Vec::new() };
                context.answer(&revision::report(context, "edit", &[revision], Stage::Written))
            }
            // Of what is no YAML nobody can say which values changed.
            None => {
                compare(context, &path.shown, before, &after);
                Ok(())
            }
        };
        context.note(&phrase!("{path}: saved", "{path} : enregistrée", path = path.shown));
        context.note(&validate::verdict(1, tally));
        return Ok(EditOutcome::Settled(answered.map(|()| Exit::Success)));
    }
}

/// Shows how a text differs from the sheet as it is.
fn compare(context: &Context, path: &str, before: &[u8], after: &[u8]) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    context.show(&Report::new("edit").with(Block::Diff {
        key: "changes",
        path: path.to_owned(),
        before: text(before),
        after: text(after),
    }));
}

/// Everything that is to be reported of a text.
fn diagnostics_of(context: &Context, path: &str, bytes: &[u8]) -> Vec<Diagnostic> {
    match decode(path, bytes) {
        Ok(source) => findings::of_source(context, &source),
        Err(unreadable) => vec![Diagnostic::new(&unreadable.source, unreadable.finding)],
    }
}

const NEEDS_TERMINAL: Text = text!(
    "sheet edit needs a terminal; in a script, use sheet set, sheet unset or sheet add",
    "sheet edit demande un terminal ; dans un script, utilisez sheet set, sheet unset ou sheet add",
);

const HAS_ERRORS: Text = text!("The sheet has errors.", "La fiche a des erreurs.");
const REOPEN: Text = text!("reopen the editor", "rouvrir l'éditeur");
const SAVE_ANYWAY: Text = text!("save anyway", "enregistrer quand même");
const KEEP_OLD: Text = text!("keep the old version", "garder l'ancienne version");

const CHANGED: Text = text!(
    "the sheet has changed since; saving your text will replace its present content",
    "la fiche a changé depuis ; enregistrer votre texte remplacera son contenu actuel",
);
const RESUME: Text = text!("resume it", "le reprendre");
const START_AGAIN: Text = text!(
    "start again from the sheet (the text is kept)",
    "repartir de la fiche (le texte est gardé)",
);
const DELETE: Text = text!("delete it", "le supprimer");
const CONFIRM_DELETE: Text = text!("Delete it for good?", "Le supprimer pour de bon ?");
