//! The end of an interview: the sheet as it will be, and what to do with it.

use std::ops::Range;

use anyhow::Result;

use crate::cli::NewArgs;
use crate::commands::new::answers::Place;
use crate::commands::new::interview::Interview;
use crate::commands::new::save::{id_for, is_absence, save};
use crate::finding::{Diagnostic, Severity, Tally};
use crate::lang::{Phrase, Text, phrase, plural, text};
use crate::report::show;
use crate::session::ids::TakenIds;
use crate::session::{Exit, drafts, findings};
use crate::sheet::Sheet;
use crate::sheet::questions::groups;
use crate::terminal::answer::{Answer, MenuItem, Question};
use crate::text::Source;
use crate::text::shell::shell_quote;

/// What is wished at the end.
#[derive(Clone)]
enum Ending {
    Save,
    Questions(Range<usize>),
    Later,
    Discard,
}

impl Interview<'_> {
    /// Shows the sheet, lets it be changed, and writes it if that is wanted.
    ///
    /// # Errors
    /// Where the sheet cannot be written; the answers are kept then.
    pub(super) fn review(mut self, args: &NewArgs, first: Answer<()>) -> Result<Exit> {
        let mut next = first;
        loop {
            if next == Answer::Stopped {
                self.note_kept();
                return Ok(Exit::Interrupted);
            }
            let sheet = self.sheet();
            let id = match &args.id {
                Some(id) => id.clone(),
                None => TakenIds::of(self.context, self.collection).free(&id_for(&sheet)),
            };
            let whole = self.show(&sheet, &id);
            next = match self.menu(&id, whole) {
                Answer::Given(Ending::Save) => return self.save(&id, args.write_args.dry_run),
                Answer::Given(Ending::Questions(range)) => self.walk(range.clone(), range.start)?,
                Answer::Given(Ending::Later) => {
                    self.note_kept();
                    return Ok(Exit::Success);
                }
                Answer::Given(Ending::Discard) => {
                    let sure = CONFIRM_DELETE.get(self.context.lang());
                    match self.prompt.confirm(sure, false) {
                        Answer::Given(true) => {
                            self.discard();
                            return Ok(Exit::Success);
                        }
                        Answer::Given(false) | Answer::Back => Answer::Given(()),
                        Answer::End => return Ok(self.leave()),
                        Answer::Stopped => Answer::Stopped,
                    }
                }
                Answer::Back => self.walk(0..self.questions.len(), self.at)?,
                Answer::End => return Ok(self.leave()),
                Answer::Stopped => Answer::Stopped,
            };
        }
    }

    fn save(mut self, id: &str, dry_run: bool) -> Result<Exit> {
        let yaml = self.answers.source.text();
        let saved = save(self.context, self.collection, id, yaml, dry_run);
        match (&saved, &mut self.answers.place) {
            (Ok(Exit::Success), _) => self.discard(),
            (_, Place::Draft(Some(draft))) => drafts::note_kept(self.context, draft),
            _ => {}
        }
        saved
    }

    /// Throws the draft away.
    fn discard(&mut self) {
        if let Place::Draft(draft) = &mut self.answers.place
            && let Some(draft) = draft.take()
        {
            draft.remove();
        }
    }

    /// Ends without an answer.
    fn leave(&self) -> Exit {
        self.note_kept();
        Exit::Failure
    }

    fn note_kept(&self) {
        if matches!(self.answers.place, Place::Draft(Some(_))) {
            self.note(&KEPT.into());
        }
    }

    /// Shows the sheet as it will be, and what is wrong with it; whether what must be there is.
    fn show(&self, sheet: &Sheet, id: &str) -> bool {
        let lang = self.context.lang();
        self.note(&Phrase::untranslated(""));
        let shown = Sheet { id: id.to_owned(), ..sheet.clone() };
        let mut report = show::report(&shown, lang);
        report.blocks.extend(show::next_step(&shown, lang));
        self.context.show(&report);
        let text = self.answers.source.text().to_owned();
        let source = Source::of(self.collection.new_path(id).shown, text);
        let Ok(entry) = self.context.decode(&source) else {
            return false;
        };
        let diagnostics = findings::of_entry(self.context, &entry);
        let whole = !diagnostics.iter().any(|diagnostic| is_absence(&diagnostic.finding));
        self.note_findings(&diagnostics, id);
        whole
    }

    /// Says on a line each what is wrong, and how much could be better: the sheet has no file yet
    /// to which anything could point.
    fn note_findings(&self, diagnostics: &[Diagnostic], id: &str) {
        let findings = diagnostics.iter().map(|diagnostic| &*diagnostic.finding);
        let hints = Tally::of(findings.clone()).hints;
        for finding in findings.filter(|finding| finding.severity != Severity::Hint) {
            let (title, label) = (finding.lint.title, &finding.label);
            self.note(&if is_absence(finding) {
                phrase!("✗ {title}", "✗ {title}", title)
            } else {
                phrase!("✗ {title}: {label}", "✗ {title} : {label}", title, label)
            });
        }
        if hints > 0 {
            self.note(&phrase!(
                "{hints} (once saved: sheet validate {id})",
                "{hints} (une fois la fiche enregistrée : sheet validate {id})",
                hints = plural::HINT.phrase(hints),
                id = shell_quote(id),
            ));
        }
    }

    /// What to do with the sheet.
    fn menu(&mut self, id: &str, whole: bool) -> Answer<Ending> {
        let lang = self.context.lang();
        let mut endings = Vec::new();
        if whole {
            let path = self.collection.new_path(id).shown;
            let save = phrase!("save {path}", "enregistrer {path}", path);
            endings.push((save.get(lang).to_owned(), Ending::Save));
        }
        let edit =
            |what: Text| phrase!("edit: {what}", "modifier : {what}", what).get(lang).to_owned();
        for (group, range) in groups(&self.questions) {
            endings.push((edit(group), Ending::Questions(range)));
        }
        endings.push((DELETE_ANSWERS.get(lang).to_owned(), Ending::Discard));
        endings.push((LATER.get(lang).to_owned(), Ending::Later));
        let mut items: Vec<MenuItem> =
            endings.iter().map(|(words, _)| MenuItem::of(words.as_str())).collect();
        // One question by itself is there for who types its name.
        for (index, question) in self.questions.iter().enumerate() {
            let words = edit(question.field.label);
            items.push(MenuItem { hidden: true, ..MenuItem::of(words.as_str()) });
            endings.push((words, Ending::Questions(index..index + 1)));
        }
        let question = Question::of(WHAT_NEXT.get(lang));
        self.prompt.choose(&question, &items, 0).map(|index| endings.swap_remove(index).1)
    }
}

pub(super) const CONFIRM_DELETE: Text =
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
