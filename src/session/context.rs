//! What every command is given, and how it answers.

use std::collections::{BTreeMap, btree_map};
use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use anyhow::Result;
use chrono::NaiveDate;

use crate::cli::Common;
use crate::error::SystemError;
use crate::finding::{Diagnostic, Finding};
use crate::lang::{Lang, Phrase, phrase, text};
use crate::portfolio::Entry;
use crate::render::{self, Format, Style};
use crate::report::Report;
use crate::session::config::LoadedConfig;
use crate::sheet::field::Names;
use crate::sheet::known::KnownBySort;
use crate::store::{self, Collection};
use crate::terminal::answer::Answer;
use crate::terminal::prompt::Prompt;
use crate::terminal::{self, Terminal};
use crate::text::Source;
use crate::text::path::Folders;
use crate::value::date::{self, Date};

/// Columns for yes or no, behind a question.
const ANSWER: usize = 8;

/// What every command is given.
pub(crate) struct Context {
    pub terminal: Terminal,
    pub format: &'static Format,
    pub today: NaiveDate,
    pub threads: usize,
    /// The folder that the person stands in.
    pub cwd: PathBuf,
    /// The folders that paths are told from, once something is shown.
    folders: OnceLock<Folders>,
    /// The names in the sheets of the collection, once they are asked for.
    pub names: OnceLock<Vec<(Names, String)>>,
    /// The collection that was named.
    pub dir: Option<PathBuf>,
    /// What the collection has agreed on, and what is wrong with that.
    pub loaded: LoadedConfig,
    pub skipped: SkippedFiles,
}

/// What could not be read, or was left alone, by its path: each is reported once, and neither the
/// answer nor the verdict forgets one.
#[derive(Debug, Default)]
pub(crate) struct SkippedFiles(Mutex<BTreeMap<String, Option<Diagnostic>>>);

impl SkippedFiles {
    /// Takes note of a path, and why it could not be read; whether it was not known yet.
    pub(crate) fn record(&self, path: &str, why: Option<&Diagnostic>) -> bool {
        match self.lock().entry(path.to_owned()) {
            btree_map::Entry::Vacant(place) => {
                place.insert(why.cloned());
                true
            }
            btree_map::Entry::Occupied(_) => false,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.lock().is_empty()
    }

    /// What could not be read, in the order of the paths.
    fn unreadable(&self) -> Vec<Diagnostic> {
        self.lock().values().flatten().cloned().collect()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Option<Diagnostic>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Context {
    /// What is given to a command that was typed so; `clock` is the day where none was typed.
    ///
    /// # Errors
    /// The day that was typed is none.
    pub(crate) fn new(
        common: &Common,
        lang: Lang,
        clock: NaiveDate,
        loaded: LoadedConfig,
    ) -> Result<Context> {
        let today = match &common.today {
            Some(text) => date::parse(text)
                .value()
                .filter(Date::is_whole)
                .map(|date| date.first())
                .ok_or_else(|| {
                    SystemError::new(text!(
                        "--today needs a full date, e.g. 2023-03-01",
                        "--today attend une date complète, par exemple 2023-03-01",
                    ))
                })?,
            None => clock,
        };
        let format = common.format.as_deref().and_then(render::find).unwrap_or(&render::FORMATS[0]);
        Ok(Context {
            terminal: Terminal::detect(lang, common.color.into(), common.paging()),
            format,
            today,
            threads: terminal::threads(),
            cwd: terminal::current_dir(),
            folders: OnceLock::new(),
            names: OnceLock::new(),
            dir: common.dir.clone().or_else(terminal::named_dir),
            loaded,
            skipped: SkippedFiles::default(),
        })
    }

    pub(crate) fn lang(&self) -> Lang {
        self.terminal.lang
    }

    /// The names that the configuration lists.
    pub(crate) fn known(&self) -> &KnownBySort {
        &self.loaded.config.known
    }

    /// Parses and reads a text as sheets are read here.
    ///
    /// # Errors
    /// As [`Entry::decode`].
    pub(crate) fn decode<'s>(&self, source: &'s Source) -> Result<Entry<'s>, Box<Finding>> {
        Entry::decode_knowing(source, self.today, self.known())
    }

    /// Parses and reads a text as sheets are read here, and answers one question about it.
    ///
    /// # Errors
    /// As [`Entry::decode`].
    pub(crate) fn ask<T>(
        &self,
        source: &Source,
        question: impl FnOnce(Entry) -> T,
    ) -> Result<T, Box<Finding>> {
        Entry::ask(source, self.today, self.known(), question)
    }

    /// Whether nobody named a collection, and there is none at or above this folder.
    pub(crate) fn is_outside(&self) -> bool {
        self.dir.is_none() && Collection::nearest(&self.cwd).is_none()
    }

    /// The collection that was named, else the nearest upwards.
    pub(crate) fn collection(&self) -> Result<Collection> {
        Collection::meant(&self.cwd, self.dir.as_deref())
    }

    fn folders(&self) -> &Folders {
        self.folders.get_or_init(|| {
            let current = self.cwd.clone();
            let root = self.collection().map_or_else(|_| current.clone(), |there| there.root);
            Folders { repository: store::repository(&root).to_owned(), current }
        })
    }

    /// Gives the answer, in the format that was asked for.
    pub(crate) fn answer(&self, report: &Report) -> Result<()> {
        let style =
            Style { width: self.terminal.answer_width, ..self.style(self.terminal.stdout_colour) };
        let unreadable = self.skipped.unreadable();
        if unreadable.is_empty() {
            return self.answer_with(|out| (self.format.render)(report, &style, out));
        }
        let report = Report { unreadable, ..report.clone() };
        self.answer_with(|out| (self.format.render)(&report, &style, out))
    }

    /// Gives an answer that has a form of its own.
    pub(crate) fn answer_with(
        &self,
        write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
    ) -> Result<()> {
        self.terminal.answer(write).map_err(|error| output_error(&error).into())
    }

    /// Shows a report beside the answer, to the person.
    pub(crate) fn show(&self, report: &Report) {
        let style = self.style(self.terminal.stderr_colour);
        let mut drawn = Vec::new();
        if (render::FORMATS[0].render)(report, &style, &mut drawn).is_ok() {
            self.terminal.message_drawn(String::from_utf8_lossy(&drawn).trim_end());
        }
    }

    /// Words in whole lines of the terminal.
    pub(crate) fn folded(&self, words: &Phrase) -> String {
        render::wrap_message(words.get(self.lang()), self.terminal.width)
    }

    /// A question in whole lines of the terminal, with room for the answer.
    pub(crate) fn folded_question(&self, words: &Phrase) -> String {
        let width = self.terminal.width.saturating_sub(ANSWER).max(1);
        render::wrap_message(words.get(self.lang()), width)
    }

    /// Asks yes or no on a terminal; nothing where nobody can be asked.
    pub(crate) fn confirm(&self, question: &Phrase, usual: bool) -> Result<Option<bool>> {
        let Some(mut prompt) = Prompt::start(self.terminal)? else {
            return Ok(None);
        };
        Ok(Some(prompt.confirm(&self.folded_question(question), usual) == Answer::Given(true)))
    }

    /// Says something beside the answer.
    pub(crate) fn note(&self, words: &Phrase) {
        say(&self.terminal, words.get(self.lang()));
    }

    /// Tells findings beside the answer.
    pub(crate) fn show_diagnostics(&self, diagnostics: &[Diagnostic]) {
        let style = self.style(self.terminal.stderr_colour);
        for diagnostic in diagnostics {
            self.terminal.message_drawn(&render::snippet(diagnostic, None, &style));
        }
    }

    pub(crate) fn style(&self, colour: bool) -> Style<'_> {
        Style {
            lang: self.lang(),
            folders: self.folders(),
            organisation: self.loaded.config.organisation.as_deref(),
            width: self.terminal.width,
            colour,
            bars: self.terminal.bars,
            terminal: self.terminal.stdout_is_terminal,
        }
    }
}

/// Says something beside the answer, in whole words on the lines of a terminal.
pub(crate) fn say(terminal: &Terminal, words: &str) {
    if terminal.interactive {
        terminal.message(&render::wrap_message(words, terminal.width));
    } else {
        terminal.message(words);
    }
}

/// Why an answer could not be given.
pub(crate) fn output_error(error: &io::Error) -> SystemError {
    let why = SystemError::why(error);
    SystemError::new(phrase!(
        "cannot write to standard output: {why}",
        "impossible d'écrire sur la sortie standard : {why}",
        why,
    ))
}
