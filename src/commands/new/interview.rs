//! The interview: every question may be left empty, every answer is read at once, echoed as it was
//! understood, and kept on the disk before the next question.

use std::path::Path;

use anyhow::Result;

use crate::cli::NewArgs;
use crate::commands::new::earlier::{self, KnownNames};
use crate::commands::new::question::{self, QuestionGroup};
use crate::commands::new::save::{id_for, is_absence, save};
use crate::error::SystemError;
use crate::lang::{Phrase, Text, phrase, text};
use crate::report::{new, show, validate};
use crate::session::changes::{Changes, apply_changes};
use crate::session::ids::TakenIds;
use crate::session::{Context, Exit, drafts, findings};
use crate::sheet::Sheet;
use crate::store::{Collection, DraftFile};
use crate::terminal::answer::Answer;
use crate::terminal::prompt::Prompt;
use crate::text::Source;

/// The file of a draft.
const DRAFT: &str = "new.yaml";

/// What the first two lines of a draft say: for which collection it is, and what comes next.
const HEADER: (&str, &str) = ("# sheet new: ", "# next: ");

/// How it goes on after a question.
pub(super) enum Next {
    Continue,
    /// To the review: no more answers.
    End,
    Stopped,
}

/// An interview that is being held.
pub(super) struct Interview<'a> {
    pub context: &'a Context,
    collection: &'a Collection,
    pub prompt: Prompt,
    draft: Option<DraftFile>,
    pub known: KnownNames,
    /// The id that was asked for.
    id: Option<String>,
    /// Whether the sheet is only shown at the end.
    dry_run: bool,
    /// The sheet, as far as it is answered.
    source: Source,
    /// The key of the field that is being asked.
    at: String,
    /// The fields that an answer to another one has filled: they are not asked next.
    pub filled: Vec<String>,
}

impl<'a> Interview<'a> {
    /// Begins a new interview, or goes on with one that was interrupted.
    ///
    /// # Errors
    /// Where the collection cannot be read.
    pub(super) fn create(
        context: &'a Context,
        collection: &'a Collection,
        prompt: Prompt,
        args: &NewArgs,
        given: &Changes,
    ) -> Result<Interview<'a>> {
        let mut interview = Interview {
            context,
            collection,
            prompt,
            draft: None,
            known: KnownNames::gather(context, collection)?,
            id: args.id.clone(),
            dry_run: args.write_args.dry_run,
            source: Source::of("sheet new".to_owned(), String::new()),
            at: String::new(),
            filled: Vec::new(),
        };
        interview.resume();
        interview.apply(given);
        Ok(interview)
    }

    /// Asks everything, shows the sheet, and writes it if that is wanted.
    ///
    /// # Errors
    /// Where the sheet cannot be written; the answers are kept then.
    pub(super) fn hold(mut self) -> Result<Exit> {
        self.note(&INSTRUCTIONS.into());
        let parts = question::parts();
        let mut next = self.ask_all(&parts)?;
        loop {
            if matches!(next, Next::Stopped) {
                self.note_kept();
                return Ok(Exit::Interrupted);
            }
            let sheet = self.sheet();
            let id = match &self.id {
                Some(id) => id.clone(),
                None => TakenIds::of(self.context, self.collection).free(&id_for(&sheet)),
            };
            let whole = self.review(&sheet, &id);
            next = match self.menu(&parts, &id, whole) {
                Answer::Given(Ending::Save) => {
                    let yaml = self.source.text();
                    let saved = save(self.context, self.collection, &id, yaml, self.dry_run);
                    match (&saved, self.draft.take()) {
                        (Ok(Exit::Success), Some(draft)) => draft.remove(),
                        (_, Some(draft)) => drafts::note_kept(self.context, &draft),
                        (_, None) => {}
                    }
                    return saved;
                }
                Answer::Given(Ending::QuestionGroup(part)) => self.ask_part(part)?,
                Answer::Given(Ending::Later) => {
                    self.note_kept();
                    return Ok(Exit::Success);
                }
                Answer::Given(Ending::Discard) => match self.prompt.confirm(self.sure(), false) {
                    Answer::Given(true) => {
                        if let Some(draft) = self.draft.take() {
                            draft.remove();
                        }
                        return Ok(Exit::Success);
                    }
                    Answer::Given(false) => Next::End,
                    Answer::End => {
                        self.note_kept();
                        return Ok(Exit::Failure);
                    }
                    Answer::Stopped => Next::Stopped,
                },
                Answer::End => {
                    self.note_kept();
                    return Ok(Exit::Failure);
                }
                Answer::Stopped => Next::Stopped,
            };
        }
    }

    /// Offers what was interrupted in this collection; nothing is said where there is nothing.
    fn resume(&mut self) {
        let Some(home) = crate::terminal::drafts() else {
            return;
        };
        for draft in DraftFile::find_abandoned(&home, DRAFT) {
            let text = draft.bytes().ok().and_then(|bytes| String::from_utf8(bytes).ok());
            let text = text.unwrap_or_default();
            let Some((at, text)) = answers_of(&text, &self.collection.root) else {
                continue;
            };
            let source = Source::of("sheet new".to_owned(), text.to_owned());
            let sheet = sheet_of(&source, self.context);
            let title = sheet.title.as_deref().unwrap_or("?");
            let question = phrase!("Unfinished sheet: {title}", "Fiche en cours : {title}", title,);
            // What throws away stands between the others, where no slip of a key leads.
            let items = [RESUME, DELETE, START_ANOTHER]
                .map(|text| text.get(self.context.lang()).to_owned());
            match self.prompt.choose(question.get(self.context.lang()), &items, 0) {
                Answer::Given(0) => {
                    self.at = at.to_owned();
                    self.source = source;
                    self.draft = Some(draft);
                    return;
                }
                Answer::Given(1)
                    if self.prompt.confirm(self.sure(), false) == Answer::Given(true) =>
                {
                    draft.remove();
                }
                _ => {}
            }
        }
    }

    /// Asks every part, from the field on which an interrupted interview stood.
    fn ask_all(&mut self, parts: &[QuestionGroup]) -> Result<Next> {
        let from = std::mem::take(&mut self.at);
        let stood = |part: &QuestionGroup| part.fields.iter().position(|field| field.key == from);
        let first = parts.iter().position(|part| stood(part).is_some()).unwrap_or(0);
        if first > 0 {
            self.earlier()?;
        }
        for (number, part) in parts.iter().enumerate().skip(first) {
            let skipped = if number == first { stood(part).unwrap_or(0) } else { 0 };
            let next = self.ask_fields(part, skipped)?;
            if !matches!(next, Next::Continue) {
                return Ok(next);
            }
            if number == 0 {
                self.earlier()?;
            }
        }
        Ok(Next::Continue)
    }

    fn ask_part(&mut self, part: &QuestionGroup) -> Result<Next> {
        self.ask_fields(part, 0)
    }

    fn ask_fields(&mut self, part: &QuestionGroup, skipped: usize) -> Result<Next> {
        self.note(&Phrase::untranslated(""));
        self.note(&phrase!("── {title} ──", "── {title} ──", title = part.title));
        self.filled.clear();
        for field in part.fields.iter().skip(skipped) {
            if let Some(at) = self.filled.iter().position(|key| key == field.key) {
                self.filled.swap_remove(at);
                continue;
            }
            field.key.clone_into(&mut self.at);
            let next = self.ask(field)?;
            if !matches!(next, Next::Continue) {
                return Ok(next);
            }
        }
        Ok(Next::Continue)
    }

    /// Shows what the earlier sheets that are close can tell.
    fn earlier(&mut self) -> Result<()> {
        let found = earlier::closest(self.context, self.collection, &self.sheet())?;
        if !found.is_empty() {
            self.note(&Phrase::untranslated(""));
            self.context.show(&new::earlier(&found, self.context.lang()));
        }
        Ok(())
    }

    /// Changes the sheet and brings it to the disk; whether it could be changed.
    pub(super) fn apply(&mut self, changes: &Changes) -> bool {
        if changes.is_empty() {
            return true;
        }
        let edited = apply_changes(&self.source, changes, self.context.known());
        let kept = edited.is_ok();
        match edited {
            Ok(edited) => self.source = edited.after,
            Err(refused) => self.note(&refused),
        }
        if let Err(error) = self.keep() {
            self.note(&SystemError::message(&error));
        }
        kept
    }

    fn sure(&self) -> &'static str {
        CONFIRM_DELETE.get(self.context.lang())
    }

    /// Keeps the answers in the draft, which is begun with the first of them.
    fn keep(&mut self) -> Result<()> {
        let root = shown(&self.collection.root);
        let (whose, next) = HEADER;
        let text = format!("{whose}{root}\n{next}{}\n{}", self.at, self.source.text());
        match &self.draft {
            Some(draft) => draft.write(text.as_bytes()),
            None => {
                self.draft = Some(DraftFile::create(&drafts::folder()?, DRAFT, text.as_bytes())?);
                Ok(())
            }
        }
    }

    /// The sheet, as far as it is answered.
    pub(super) fn sheet(&self) -> Sheet {
        sheet_of(&self.source, self.context)
    }

    /// Shows the sheet as it will be, with its findings; whether what must be there is.
    fn review(&self, sheet: &Sheet, id: &str) -> bool {
        let lang = self.context.lang();
        let path = self.collection.new_path(id).shown;
        let source = Source::of(path, self.source.text().to_owned());
        self.note(&Phrase::untranslated(""));
        self.context.show(&show::report(&Sheet { id: id.to_owned(), ..sheet.clone() }, lang));
        self.note(&Phrase::untranslated(""));
        let Ok(entry) = self.context.decode(&source) else {
            return false;
        };
        let diagnostics = findings::of_entry(self.context, &entry);
        let whole = !diagnostics.iter().any(|diagnostic| is_absence(&diagnostic.finding));
        self.context.show(&validate::of_one_sheet(diagnostics, lang));
        whole
    }

    /// What to do with the sheet.
    fn menu<'p>(
        &mut self,
        parts: &'p [QuestionGroup],
        id: &str,
        whole: bool,
    ) -> Answer<Ending<'p>> {
        let lang = self.context.lang();
        let path = self.collection.new_path(id).shown;
        let save = phrase!("save {path}", "enregistrer {path}", path);
        let mut choices = Vec::new();
        if whole {
            choices.push((save.get(lang).to_owned(), Ending::Save));
        }
        for part in parts {
            let back = text!("edit:", "modifier :").get(lang);
            choices.push((format!("{back} {}", part.title.get(lang)), Ending::QuestionGroup(part)));
        }
        // What throws away is never the last: one step up from the first leads there.
        choices.push((DELETE_ANSWERS.get(lang).to_owned(), Ending::Discard));
        choices.push((LATER.get(lang).to_owned(), Ending::Later));
        let items: Vec<String> = choices.iter().map(|(words, _)| words.clone()).collect();
        match self.prompt.choose(WHAT_NEXT.get(lang), &items, 0) {
            Answer::Given(index) => Answer::Given(choices.swap_remove(index).1),
            Answer::End => Answer::End,
            Answer::Stopped => Answer::Stopped,
        }
    }

    pub(super) fn note(&self, words: &Phrase) {
        self.context.note(words);
    }

    fn note_kept(&self) {
        if self.draft.is_some() {
            self.note(&KEPT.into());
        }
    }
}

/// What is wished at the end.
enum Ending<'p> {
    Save,
    QuestionGroup(&'p QuestionGroup),
    Later,
    Discard,
}

fn sheet_of(source: &Source, context: &Context) -> Sheet {
    context.decode(source).map(|entry| entry.sheet).unwrap_or_default()
}

fn shown(root: &Path) -> String {
    root.to_string_lossy().replace(['\n', '\r'], " ")
}

/// The field on which a draft of this collection stood, and its answers.
fn answers_of<'t>(text: &'t str, root: &Path) -> Option<(&'t str, &'t str)> {
    let (whose, rest) = text.split_once('\n')?;
    let (next, answers) = rest.split_once('\n')?;
    let here = whose.strip_prefix(HEADER.0)? == shown(root);
    here.then_some((next.strip_prefix(HEADER.1)?, answers))
}

const INSTRUCTIONS: Text = text!(
    "Only title and territory are required; Enter skips a question, ? explains it. Tab completes \
     known names. Ctrl-D jumps to the final review. Ctrl-C stops and keeps your answers.",
    "Seuls le titre et le territoire sont obligatoires ; Entrée passe à la question suivante, ? \
     explique celle-ci. Tab complète un nom connu. Ctrl-D va au récapitulatif. Ctrl-C interrompt : \
     vos réponses sont gardées.",
);
const RESUME: Text = text!("resume it", "la reprendre");
const START_ANOTHER: Text =
    text!("start another one (this one is kept)", "en commencer une autre (celle-ci est gardée)");
const DELETE: Text = text!("delete it", "la supprimer");
const CONFIRM_DELETE: Text =
    text!("Delete the answers for good?", "Supprimer les réponses pour de bon ?");
const WHAT_NEXT: Text = text!("What next?", "Et maintenant ?");
const LATER: Text = text!(
    "stop here; continue later with: sheet new",
    "s'arrêter là ; pour reprendre : sheet new",
);
const DELETE_ANSWERS: Text = text!("delete the answers", "supprimer les réponses");
const KEPT: Text = text!(
    "no sheet saved yet; your answers are kept; to resume: sheet new",
    "fiche pas encore enregistrée ; réponses gardées ; pour reprendre : sheet new",
);
