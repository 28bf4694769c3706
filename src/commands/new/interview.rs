//! The interview: every question may be left empty, every answer is read at once, echoed as it was
//! understood, and kept on the disk before the next question.

use crate::commands::new::answers::Answers;
use crate::commands::new::earlier::{KnownNames, Titled};
use crate::lang::{Phrase, Text, phrase, text};
use crate::session::Context;
use crate::session::assignment::Assignment;
use crate::sheet::Sheet;
use crate::sheet::field::Field;
use crate::sheet::questions::FieldQuestion;
use crate::store::Collection;
use crate::terminal::prompt::Prompt;
use crate::text::shell::shell_quote;
use crate::tree::{Change, Tree};

/// An interview that is being held.
pub(super) struct Interview<'a> {
    pub context: &'a Context,
    pub collection: &'a Collection,
    pub prompt: Prompt,
    pub known: KnownNames,
    pub questions: Vec<FieldQuestion>,
    /// The question that is being asked.
    pub at: usize,
    pub answers: Answers<'a>,
    /// The fields that an answer to another one has filled: they are not asked next.
    pub filled: Vec<String>,
    /// Whether the earlier sheets that are close are still to be shown.
    pub shows_earlier: bool,
}

impl Interview<'_> {
    /// The sheet, as far as it is answered.
    pub(super) fn sheet(&self) -> Sheet {
        self.answers.sheet()
    }

    pub(super) fn note(&self, words: &Phrase) {
        self.context.note(words);
    }

    pub(super) fn clear(&mut self, field: &Field) -> bool {
        self.answers.apply(&Assignment::of(field.key, Change::Unset))
    }

    pub(super) fn add(&mut self, field: &Field, item: Tree) -> bool {
        self.answers.apply(&Assignment::of(field.key, Change::Add(item)))
    }

    /// Says that a sheet has this title already.
    pub(super) fn note_title(&self, title: &str) {
        if let Some(Titled { id, years, .. }) = self.known.titled(title) {
            let years = if years.is_empty() { String::new() } else { format!(" ({years})") };
            self.note(&phrase!(
                "  a sheet already has this title: {id}{years}; to edit it: sheet edit {quoted}",
                "  une fiche porte déjà ce titre : {id}{years} ; pour la modifier : sheet edit \
                 {quoted}",
                id,
                quoted = shell_quote(id),
                years,
            ));
        }
    }

    /// Where a question stands among all: `7/29`.
    pub(super) fn count(&self) -> String {
        format!("{}/{}", self.at + 1, self.questions.len())
    }
}

/// How to answer.
pub(super) const INSTRUCTIONS: Text = text!(
    "Enter skips a question, < goes back, ? explains. Tab completes known names; in a menu, type \
     the beginning of a word.",
    "Entrée passe une question, < revient à la précédente, ? explique. Tab complète un nom connu ; \
     dans un menu, tapez le début d'un mot.",
);
