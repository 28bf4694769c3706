//! Verbs: the only place where edges and questions meet, one file per verb.

mod add;
pub mod agreed;
mod brief;
mod change;
mod checklist;
mod edit;
mod editing;
mod explain;
mod facets;
mod fix;
mod fmt;
mod import;
mod init;
mod list;
mod named;
mod new;
mod rename;
mod revision;
mod schema;
mod search;
mod selection;
mod set;
mod show;
mod summarize;
mod taken;
mod timeline;
mod todo;
mod understood;
mod validate;
mod written;

use std::collections::HashSet;
use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use anyhow::Result;
use chrono::NaiveDate;

use crate::cli::Verb;
use crate::commands::agreed::Agreed;
use crate::error::Trouble;
use crate::finding::{Diagnostic, Severity};
use crate::lang::{Lang, Phrase, phrase, plural};
use crate::portfolio::{self, Entry, Portfolio};
use crate::query::Query;
use crate::render::{self, Format, Style};
use crate::report::Report;
use crate::rules::{self, Setting};
use crate::store::{self, Collection, SheetPath};
use crate::terminal::Terminal;
use crate::text::Source;

/// The verdict of a verb, which becomes the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    Done,
    /// The answer is no: errors found, sheet not found, or a sheet could not be read.
    No,
    /// The command was wrong.
    Wrong,
    /// The person stopped it: Ctrl-C.
    Stopped,
}

impl Exit {
    /// The first of two verdicts that is not good.
    pub fn and(self, other: Exit) -> Exit {
        if self == Exit::Done { other } else { self }
    }
}

/// What every verb is given.
pub struct Context {
    pub terminal: Terminal,
    pub format: &'static Format,
    pub today: NaiveDate,
    pub threads: usize,
    /// The folder that the person stands in.
    pub here: PathBuf,
    /// The collection that was named.
    pub dir: Option<PathBuf>,
    /// What the collection has agreed on, and what is wrong with that.
    pub agreed: Agreed,
    pub passed_over: PassedOver,
}

/// The paths of what could not be read, or was left alone, and was told: each is told once, and
/// the verdict forgets none.
#[derive(Debug, Default)]
pub struct PassedOver(Mutex<HashSet<String>>);

impl PassedOver {
    /// Takes note of a path; whether it was not known yet.
    fn note(&self, path: &str) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned())
    }

    fn is_empty(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }
}

/// Carries out a verb.
///
/// # Errors
/// Where the world does not let the program do its work.
pub fn run(context: &Context, verb: &Verb) -> Result<Exit> {
    if context.format.findings && !matches!(verb, Verb::Validate(_)) {
        let name = context.format.name;
        context.say(&phrase!(
            "--format {name} works for findings only, e.g. sheet validate --format {name}",
            "--format {name} ne vaut que pour les constats, par exemple sheet validate --format \
             {name}",
            name,
        ));
        return Ok(Exit::Wrong);
    }
    let error = |told: &Diagnostic| told.finding.severity == Severity::Error;
    if context.agreed.told.iter().any(error) && !matches!(verb, Verb::Validate(_)) {
        context.say(&phrase!(
            "sheet.yaml has errors; details: sheet validate",
            "sheet.yaml contient des erreurs ; détails : sheet validate",
        ));
    }
    let exit = carried_out(context, verb)?;
    match exit {
        // What was passed over may lack in the answer.
        Exit::Done if !context.passed_over.is_empty() => Ok(Exit::No),
        exit => Ok(exit),
    }
}

fn carried_out(context: &Context, verb: &Verb) -> Result<Exit> {
    match verb {
        Verb::Init(args) => init::run(context, args),
        Verb::New(args) => new::run(context, args),
        Verb::Edit(args) => edit::run(context, args),
        Verb::List(args) => list::run(context, &args.which.texts(), &args.layout),
        Verb::Filter(args) => list::run(context, &[args.query.join(" ")], &args.layout),
        Verb::Show(args) => show::run(context, args),
        Verb::Summarize(args) => summarize::run(context, args),
        Verb::Search(args) => search::run(context, args),
        Verb::Facets(args) => facets::run(context, args),
        Verb::Timeline(args) => timeline::run(context, args),
        Verb::Brief(args) => brief::run(context, args),
        Verb::Todo(args) => todo::run(context, args),
        Verb::Checklist(args) => checklist::run(context, args),
        Verb::Set(args) => set::run(context, args),
        Verb::Unset(args) => set::unset(context, args),
        Verb::Add(args) => add::run(context, args),
        Verb::Fmt(args) => fmt::run(context, args),
        Verb::Rename(args) => rename::run(context, args),
        Verb::Validate(args) => validate::run(context, args),
        Verb::Explain(args) => explain::run(context, args),
        Verb::Import(args) => import::run(context, args),
        Verb::Schema => schema::run(context),
    }
}

impl Context {
    fn lang(&self) -> Lang {
        self.terminal.lang
    }

    /// The collection that was named, else the nearest upwards.
    fn collection(&self) -> Result<Collection> {
        match &self.dir {
            Some(dir) => Collection::at(&self.here.join(dir)),
            None => Collection::above(&self.here),
        }
    }

    /// Asks every sheet of the collection a question.
    fn ask<T: Send>(&self, question: impl Fn(Entry) -> T + Sync) -> Result<Portfolio<T>> {
        Ok(self.ask_files(&self.collection()?.paths(), question))
    }

    /// Asks the sheets at these paths a question; what cannot be read is told at once, and makes
    /// the verdict a no.
    fn ask_files<T: Send>(
        &self,
        paths: &[SheetPath],
        question: impl Fn(Entry) -> T + Sync,
    ) -> Portfolio<T> {
        let portfolio = self.load(paths, question);
        self.tell_unread(&portfolio.unreadable);
        portfolio
    }

    /// The same for a verb that tells by itself what cannot be read.
    fn load<T: Send>(
        &self,
        paths: &[SheetPath],
        question: impl Fn(Entry) -> T + Sync,
    ) -> Portfolio<T> {
        let today = self.today;
        let answers =
            store::load(paths, self.threads, |source| portfolio::ask(source, today, &question));
        Portfolio::of(answers)
    }

    /// Tells what cannot be read, once.
    fn tell_unread(&self, diagnostics: &[Diagnostic]) {
        for diagnostic in
            diagnostics.iter().filter(|diagnostic| self.passed_over.note(&diagnostic.path))
        {
            self.tell(std::slice::from_ref(diagnostic));
        }
    }

    /// Asks those sheets that a query selects; says how many there are, and where sheets with
    /// unreadable values may lack among them.
    fn ask_selected<T: Send>(
        &self,
        query: &Query,
        question: impl Fn(&Entry) -> T + Sync,
    ) -> Result<Portfolio<T>> {
        let portfolio = self.ask(|entry| query.selects(&entry.sheet).then(|| question(&entry)))?;
        if portfolio.faulty > 0 {
            let sheets = plural::SHEET.phrase(portfolio.faulty);
            self.say(&phrase!(
                "{sheets} with errors; details: sheet validate",
                "{sheets} avec des erreurs ; détails : sheet validate",
                sheets,
            ));
        }
        Ok(Portfolio {
            answers: portfolio.answers.into_iter().flatten().collect(),
            unreadable: portfolio.unreadable,
            faulty: portfolio.faulty,
        })
    }

    /// What sheets are checked against here; files on the disk are not looked up.
    fn setting(&self) -> Setting<'_> {
        Setting { config: &self.agreed.config, today: self.today, on_disk: None }
    }

    /// Everything that is to be told of one sheet by itself.
    fn told(&self, entry: &Entry) -> Vec<Diagnostic> {
        let findings = rules::check(entry, &self.setting()).findings.into_iter();
        findings.map(|finding| entry.diagnostic(finding)).collect()
    }

    /// Everything that is to be told of a text by itself.
    fn told_of(&self, source: &Source) -> Vec<Diagnostic> {
        match Entry::decode(source, self.today) {
            Ok(entry) => self.told(&entry),
            Err(finding) => vec![Diagnostic::new(source, *finding)],
        }
    }

    /// Gives the answer, in the format that was asked for.
    fn answer(&self, report: &Report) -> Result<()> {
        let style = self.style(self.terminal.colour);
        self.answer_with(|out| (self.format.render)(report, &style, out))
    }

    /// Gives an answer that has a form of its own.
    fn answer_with(&self, write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> Result<()> {
        self.terminal.answer(write).map_err(|error| output_trouble(&error).into())
    }

    /// Shows a report beside the answer, to the person.
    fn show(&self, report: &Report) {
        let style = self.style(self.terminal.colour_beside);
        let mut drawn = Vec::new();
        if (render::FORMATS[0].render)(report, &style, &mut drawn).is_ok() {
            self.terminal.say_drawn(String::from_utf8_lossy(&drawn).trim_end());
        }
    }

    /// Says something beside the answer.
    fn say(&self, words: &Phrase) {
        let words = words.say(self.lang());
        if self.terminal.asks {
            self.terminal.say(&render::said(words, self.terminal.width))
        } else {
            self.terminal.say(words)
        }
    }

    /// Tells findings beside the answer.
    fn tell(&self, diagnostics: &[Diagnostic]) {
        let style = self.style(self.terminal.colour_beside);
        for diagnostic in diagnostics {
            self.terminal.say_drawn(&render::diagnostic(diagnostic, None, &style));
        }
    }

    fn style(&self, colour: bool) -> Style {
        Style {
            lang: self.lang(),
            width: self.terminal.width,
            colour,
            bars: self.terminal.bars,
            terminal: self.terminal.shows,
        }
    }
}

/// Why an answer could not be given.
pub fn output_trouble(error: &io::Error) -> Trouble {
    let why = Trouble::why(error);
    Trouble::new(phrase!(
        "cannot write to standard output: {why}",
        "impossible d'écrire sur la sortie standard : {why}",
        why,
    ))
}
