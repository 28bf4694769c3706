//! A line that is typed, with its history. This is the door of `rustyline`.

use std::borrow::Cow;
use std::io;

use rustyline::completion::{Completer, Pair};
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::MemHistory;
use rustyline::validate::Validator;
use rustyline::{Behavior, CompletionType, Config, Context, Editor, Helper};

use crate::terminal::answer::{Answer, Question};
use crate::terminal::guard;
use crate::text::fold::{contains_words, name_key};

/// Reads lines from the terminal itself, and draws on it: standard output stays for the answer.
pub(super) struct LineEditor {
    editor: Editor<NameCompleter, MemHistory>,
}

impl LineEditor {
    /// Opens the terminal.
    ///
    /// # Errors
    /// Where there is none.
    pub(super) fn start() -> io::Result<LineEditor> {
        let config = Config::builder()
            .behavior(Behavior::PreferTerm)
            .completion_type(CompletionType::List)
            .auto_add_history(true)
            .bracketed_paste(true)
            .build();
        let editor = Editor::with_history(config, MemHistory::new()).map_err(io::Error::other)?;
        Ok(LineEditor { editor })
    }

    /// Reads one answer; `None` where what arrived is no UTF-8: all of it is forgotten, so that
    /// its rest answers no other question.
    pub(super) fn read(&mut self, words: &str, question: &Question) -> Option<Answer<String>> {
        self.editor.set_helper(Some(NameCompleter(question.known.to_vec())));
        Some(match self.editor.readline_with_initial(words, (question.before, "")) {
            Ok(text) => Answer::Given(text),
            Err(ReadlineError::Interrupted) => Answer::Stopped,
            Err(ReadlineError::Io(error)) if error.kind() == io::ErrorKind::InvalidData => {
                guard::discard_input();
                match LineEditor::start() {
                    Ok(fresh) => *self = fresh,
                    Err(_) => return Some(Answer::End),
                }
                return None;
            }
            Err(_) => Answer::End,
        })
    }
}

/// What the collection knows already and may be meant.
struct NameCompleter(Vec<String>);

impl Completer for NameCompleter {
    type Candidate = Pair;

    /// Completes the last of the names that commas set apart, by any of its words, whatever its
    /// accents.
    fn complete(
        &self,
        line: &str,
        at: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<Pair>)> {
        let before = &line[..at];
        let start = before.rfind([',', ';']).map_or(0, |comma| comma + 1);
        let start = start + before[start..].len() - before[start..].trim_start().len();
        let typed = name_key(&before[start..]);
        let found = self
            .0
            .iter()
            .filter(|name| typed.is_empty() || contains_words(&name_key(name), &typed));
        Ok((
            start,
            found.map(|name| Pair { display: name.clone(), replacement: name.clone() }).collect(),
        ))
    }
}

impl Hinter for NameCompleter {
    type Hint = String;
}

impl Highlighter for NameCompleter {
    fn highlight_candidate<'c>(
        &self,
        candidate: &'c str,
        _: rustyline::CompletionType,
    ) -> Cow<'c, str> {
        Cow::Borrowed(candidate)
    }
}

impl Validator for NameCompleter {}

impl Helper for NameCompleter {}
