//! The beginning of an interview: anew, or where one was interrupted.

use anyhow::Result;

use crate::cli::NewArgs;
use crate::commands::new::answers::{Answers, Place};
use crate::commands::new::draft::{Unfinished, unfinished};
use crate::commands::new::earlier::KnownNames;
use crate::commands::new::interview::{INSTRUCTIONS, Interview};
use crate::commands::new::like::is_said;
use crate::commands::new::review::CONFIRM_DELETE;
use crate::lang::{Phrase, Text, phrase, plural, text};
use crate::session::assignment::Assignment;
use crate::session::{Context, Exit};
use crate::sheet::{fields, questions};
use crate::store::Collection;
use crate::terminal::answer::{Answer, MenuItem, Question};
use crate::terminal::prompt::Prompt;
use crate::text::Source;
use crate::text::clip::clip;

/// Asks everything, shows the sheet, and writes it if that is wanted.
///
/// # Errors
/// Where the collection cannot be read or the sheet not be written; the answers are kept then.
pub(super) fn hold(
    context: &Context,
    collection: &Collection,
    prompt: Prompt,
    args: &NewArgs,
    given: &[Assignment],
    taken: &[Assignment],
) -> Result<Exit> {
    let source = Source::of("sheet new".to_owned(), String::new());
    let mut interview = Interview {
        context,
        collection,
        prompt,
        known: KnownNames::gather(context, collection)?,
        questions: questions::all(),
        at: 0,
        answers: Answers::new(context, collection, source, Place::Draft(None)),
        filled: Vec::new(),
        shows_earlier: true,
    };
    interview.note(&REQUIRED.into());
    interview.note(&INSTRUCTIONS.into());
    match interview.resume() {
        Answer::Given(()) => {}
        Answer::Back | Answer::End => return Ok(Exit::Failure),
        Answer::Stopped => return Ok(Exit::Interrupted),
    }
    interview.give(given, taken);
    if let Some(title) = interview.sheet().title {
        interview.note_title(&title);
    }
    let (all, at) = (0..interview.questions.len(), interview.at);
    let first = interview.walk(all, at)?;
    interview.review(args, first)
}

impl Interview<'_> {
    /// Offers what was interrupted in this collection; nothing is said where there is nothing. It
    /// goes on with that, or anew.
    fn resume(&mut self) -> Answer<()> {
        let lang = self.context.lang();
        for unfinished in unfinished(&self.collection.root) {
            let Unfinished { draft, next, text } = unfinished;
            let source = Source::of("sheet new".to_owned(), text);
            let answers = Answers::new(self.context, self.collection, source, Place::Nowhere);
            let answered = self.answered(&answers);
            let sheet = answers.sheet();
            let question = phrase!(
                "Unfinished sheet: {title} ({count})",
                "Fiche en cours : {title} ({count})",
                title = sheet.title.as_deref().unwrap_or("?"),
                count = plural::ANSWER.phrase(answered.len()),
            );
            let items = [RESUME, START_ANOTHER, DELETE].map(|text| MenuItem::of(text.get(lang)));
            match self.prompt.choose(&Question::of(question.get(lang)), &items, 0) {
                Answer::Given(0) => {
                    let at = self.questions.iter().position(|question| question.field.key == next);
                    self.at = at.unwrap_or(0);
                    self.answers = answers;
                    self.answers.place = Place::Draft(Some(draft));
                    for (label, words) in answered {
                        self.note(&phrase!(
                            "  {label}: {words}",
                            "  {label} : {words}",
                            label,
                            words
                        ));
                    }
                    return Answer::Given(());
                }
                Answer::Given(1) => {}
                Answer::Given(_) => match self.prompt.confirm(CONFIRM_DELETE.get(lang), false) {
                    Answer::Given(true) => draft.remove(),
                    Answer::Given(false) => {}
                    other => return other.map(|_| ()),
                },
                other => return other.map(|_| ()),
            }
        }
        Answer::Given(())
    }

    /// Takes what was given beside the command, and what another sheet gives. What was answered in
    /// the interview that goes on stays as it is; where something else was given, that is said.
    fn give(&mut self, given: &[Assignment], taken: &[Assignment]) {
        let before = self.sheet();
        let answered =
            |path: &str| fields::find(path).filter(|field| !field.stored(&before).is_missing());
        for assignment in taken {
            if !is_said(&assignment.path, |path| answered(path).is_some()) {
                self.answers.apply(assignment);
            }
        }
        let mut kept: Vec<Text> = Vec::new();
        for assignment in given {
            match answered(&assignment.path) {
                Some(field) if kept.contains(&field.label) => {}
                Some(field) => kept.push(field.label),
                None => {
                    self.answers.apply(assignment);
                }
            }
        }
        if !kept.is_empty() {
            let labels = Phrase::per_lang(|lang| {
                kept.iter().map(|label| label.get(lang)).collect::<Vec<_>>().join(", ")
            });
            self.note(&phrase!(
                "  answered already, kept: {labels}",
                "  déjà répondu, gardé : {labels}",
                labels,
            ));
        }
    }

    /// What is answered already, each on a line.
    fn answered(&self, answers: &Answers) -> Vec<(Text, String)> {
        let sheet = answers.sheet();
        let values = self.questions.iter().map(|question| question.field);
        let values = values.map(|field| (field.label, field.stored(&sheet)));
        let values = values.filter(|(_, value)| !value.is_missing());
        let width = self.context.terminal.width;
        let words = values.map(|(label, value)| {
            let words = value.echo(self.context.lang());
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let left =
                width.saturating_sub(label.get(self.context.lang()).chars().count() + MARGIN);
            (label, clip(&words, left.max(1)).into_owned())
        });
        words.collect()
    }
}

/// What stands on a line beside a label and its value.
const MARGIN: usize = 6;

const REQUIRED: Text = text!(
    "Only title and territory are required. Ctrl-D jumps to the final review; Ctrl-C stops, and \
     your answers are kept.",
    "Seuls le titre et le territoire sont obligatoires. Ctrl-D va au récapitulatif ; Ctrl-C \
     interrompt : vos réponses sont gardées.",
);
const RESUME: Text = text!("resume it", "la reprendre");
const START_ANOTHER: Text =
    text!("start another one (this one is kept)", "en commencer une autre (celle-ci est gardée)");
const DELETE: Text = text!("delete it", "la supprimer");
