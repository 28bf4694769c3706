//! The way through the questions: forward, and back.

use std::ops::Range;

use anyhow::Result;

use crate::commands::new::earlier;
use crate::commands::new::interview::Interview;
use crate::lang::{Phrase, Text, phrase, text};
use crate::report::new;
use crate::sheet::questions::FieldQuestion;
use crate::terminal::answer::Answer;

impl Interview<'_> {
    /// Asks the questions of a range, from one of them on, and says why it ends: back beyond its
    /// first question, or onward.
    ///
    /// # Errors
    /// Where the collection cannot be read, or a text not be kept for the editor.
    pub(super) fn walk(&mut self, range: Range<usize>, from: usize) -> Result<Answer<()>> {
        let mut shown: Option<Text> = None;
        self.filled.clear();
        self.at = from;
        while range.contains(&self.at) {
            let FieldQuestion { field, group } = self.questions[self.at];
            if self.shows_earlier && group != self.questions[0].group {
                self.show_earlier()?;
            }
            if shown != Some(group) {
                shown = Some(group);
                self.note(&Phrase::untranslated(""));
                self.note(&phrase!("── {group} ──", "── {group} ──", group));
            }
            self.answers.go_on(field.key);
            match self.ask(field)? {
                Answer::Given(()) => self.step(&range),
                Answer::Back if self.at > range.start => self.at -= 1,
                Answer::Back if range.start == 0 => self.note(&FIRST.into()),
                other => return Ok(other),
            }
        }
        self.at = range.end.saturating_sub(1);
        Ok(Answer::Given(()))
    }

    /// Goes on to the next question that no other answer has filled.
    fn step(&mut self, range: &Range<usize>) {
        self.at += 1;
        while range.contains(&self.at) {
            let key = self.questions[self.at].field.key;
            let Some(filled) = self.filled.iter().position(|filled| filled == key) else {
                return;
            };
            self.filled.swap_remove(filled);
            self.at += 1;
        }
    }

    /// Shows what the earlier sheets that are close can tell.
    fn show_earlier(&mut self) -> Result<()> {
        self.shows_earlier = false;
        let found = earlier::closest(self.context, self.collection, &self.sheet())?;
        if !found.is_empty() {
            self.note(&Phrase::untranslated(""));
            self.context.show(&new::earlier(&found, self.context.lang()));
        }
        Ok(())
    }
}

const FIRST: Text = text!("  this is the first question", "  c'est la première question");
