//! # `sheet`, from the inside
//!
//! One pipeline and four tables. Data flows one way through pure steps; everything that grows is
//! a row in an immutable table.
//!
//! ## Layers
//!
//! Lowest first: a module imports only from rows before its own, and from the modules on its left.
//!
//! | Layer | What it is |
//! |---|---|
//! | [`text`] | the text of a file, positions and spans in it; sanitizing, folding, near words |
//! | [`lang`] | a sentence in both languages; plurals, numbers, dates, lists |
//! | [`error`] | why the system did not let us |
//! | [`tree`] | a value without spans, and a change to it: plain data |
//! | [`finding`] | what is wrong, how bad, where, how to fix it; a lint, and its diagnostic |
//! | [`yaml`] | YAML, not sheets: parsed into nodes with spans, edited in place |
//! | [`value`] | the value types, one per file: date, money, duration, person, document |
//! | [`sheet`] | **the domain**: a sheet, its fields, how it is decoded, edited, written |
//! | [`config`], [`portfolio`] | `sheet.yaml`; the sheets that a question is asked of |
//! | [`rules`], [`query`], [`search`], [`stats`] | is it right, which ones, where is it said, how much |
//! | [`report`] | what is answered, as typed cells |
//! | [`threads`] | work that a few threads share, answered in its order |
//! | [`render`], [`export`], [`import`], [`store`], [`terminal`] | the edges (input and output): bytes out, bytes in, the disk, the person |
//! | [`cli`] | what can be typed, and its help |
//! | [`session`] | what commands share, as functions |
//! | [`commands`] | the commands, one module each |
//!
//! ## Life of one datum
//!
//! `projects/alpha.yaml`, line 8: `  end: 2023-13-01`
//!
//! | # | Step | In → out | Can fail? |
//! |---|---|---|---|
//! | 1 | [`store::load`] | folder → [`text::Source`] per file, in the order of the paths | the file cannot be read |
//! | 2 | [`yaml::parse`] | text → [`yaml::node::Node`], every key and value with its span: by [`yaml::plain`] where it can | one finding |
//! | 3 | [`sheet::decode`] | node → [`sheet::Sheet`] and findings: the date is absent, `bad-date` is reported at 8:8 | never |
//! | 4 | [`portfolio`] | each entry → what the question needs, in the worker that loads it | never |
//! | 5 | [`rules`], [`query`] | → findings, selection | never |
//! | 6 | [`report`] | → typed cells, keys, labels, tones | never |
//! | 7 | [`render`] | report → bytes | only by the writer |
//! | 8 | [`terminal`] | answer → stdout; counts, hints, diagnostics beside an answer → stderr | a broken pipe counts as success |
//!
//! No step calls an earlier one. A sheet holds values without spans: a rule reports a *field*, and
//! the [`portfolio::Entry`] says at which span it stands.
//!
//! ## Life of one edit
//!
//! `sheet set alpha cost='900 € HT'`
//!
//! | # | Step | In → out | Can be refused? |
//! |---|---|---|---|
//! | 1 | [`session::assignment`] | what was typed → [`tree::Change`] per path | invalid, ambiguous |
//! | 2 | [`sheet::edit`] | a short form becomes the canonical one first | a form that says more |
//! | 3 | [`yaml::edit`] | change → new text, by whole lines or by the crate | the tree is not what was meant |
//! | 4 | [`sheet::loss`] | old and new text → nothing but the named value is lost | the line and the cause |
//! | 5 | [`session::revision`] | shown, asked about, before → after | by the person |
//! | 6 | [`store`] | under one lock, whole or not at all | it changed meanwhile |
//!
//! ## The four tables
//!
//! [`sheet::fields::FIELDS`], [`rules::RULES`], [`render::FORMATS`], [`import::IMPORTERS`]. A row is
//! a value: a struct literal that lacks a member does not compile, so that a rule without its French
//! text or its example cannot exist. `CONTRIBUTING.md` says how to add one.
//!
//! ## Invariants
//!
//! Held by lints, and by the tests in `tests/integration/` that are named; the first six by
//! `architecture.rs`.
//!
//! 1. Nothing below the edges names the disk, the environment, a clock or a terminal.
//! 2. [`render`] never names a sheet; [`report`] never names a query.
//! 3. The edges do not know each other; only [`session`] and [`commands`] join them.
//! 4. A crate is imported by one module only; the list is compared with `Cargo.toml`.
//! 5. No two files import each other, directly or by others; a rule never names another rule.
//! 6. The clock is read once, in `main`; `--today` replaces it.
//! 7. In JSON and CSV, keys and values do not depend on the language, only messages do; what JSON
//!    holds is written down in `examples/contract/answer.schema.json` (`contract.rs`).
//! 8. What changes a value goes through [`sheet::edit`], and so through the check of [`sheet::loss`]
//!    that nothing else is lost (`law.rs`). A sheet is written only under [`store::Lock`], whole or
//!    not at all (`save.rs`, `.ci/killed`).
//! 9. What people read is a `text!` or a `phrase!` of [`lang`]: in both languages, in the words of
//!    `docs/glossary.md` (`words.rs`).
//!
//! ## Suggested reading order
//!
//! `README.md`, `commands/list.rs`, [`sheet::field`], any of [`rules`], [`report::list`],
//! `render/csv.rs`.

// It is built with --document-private-items: links to private items are meant.
#![allow(rustdoc::private_intra_doc_links)]

pub mod cli;
mod commands;
pub mod config;
mod error;
pub mod export;
pub mod finding;
mod import;
pub mod lang;
pub mod portfolio;
pub mod query;
pub mod render;
pub mod report;
pub mod rules;
mod search;
mod session;
pub mod sheet;
mod stats;
mod store;
mod terminal;
pub mod text;
mod threads;
pub mod tree;
pub mod value;
pub mod yaml;

use std::cell::OnceCell;
use std::ffi::OsString;
use std::path::PathBuf;
use std::time::SystemTime;

use chrono::{DateTime, Datelike, Local, NaiveDate};

use cli::{Command, EarlyExit};
use error::SystemError;
use session::config::LoadedConfig;
use session::{Context, Exit};
use terminal::{Colour, Paging, Terminal};

/// Parses the arguments, carries out the command, and returns the exit code: 0 done, 1 the
/// answer is no, 2 the command was wrong or could not run, 130 the person stopped it.
pub fn run(args: &[OsString], today: NaiveDate) -> u8 {
    // The language may stand in the configuration; help and the version need no more than that.
    let loaded = OnceCell::new();
    let dir = cli::option_value(args, "--dir").map(PathBuf::from);
    let lang = cli::requested_lang(args).unwrap_or_else(|| {
        terminal::language(|| loaded.get_or_init(|| load_config(dir.clone())).config.language)
    });
    let terminal = Terminal::detect(lang, Colour::Auto, Paging::Never);
    let mut cli = match cli::parse(args, lang, terminal.width) {
        Ok(cli) => cli,
        Err(EarlyExit::Help(text)) => {
            let written = terminal.answer(|out| writeln!(out, "{}", text.trim_end()));
            return match written {
                Ok(()) => Exit::Success.code(),
                Err(error) => report_error(&terminal, &session::output_error(&error).into()),
            };
        }
        Err(EarlyExit::Usage(text)) => {
            session::say(&terminal, text.trim_end());
            return Exit::Usage.code();
        }
    };
    if let (None, None, Some(Command::Validate(args))) =
        (&cli.common.dir, terminal::named_dir(), &cli.command)
    {
        cli.common.dir = session::config::dir_of(&terminal::current_dir(), &args.paths);
    }
    // What was loaded for the language is used, unless another folder turned out to be meant.
    let loaded = loaded.into_inner().filter(|_| cli.common.dir == dir);
    let loaded = loaded.unwrap_or_else(|| load_config(cli.common.dir.clone()));
    let exit = Context::new(&cli.common, lang, today, loaded)
        .and_then(|context| commands::run(&context, cli.command.as_ref()));
    exit.map_or_else(|error| report_error(&terminal, &error), Exit::code)
}

/// The configuration of the collection that is meant.
fn load_config(dir: Option<PathBuf>) -> LoadedConfig {
    session::config::load(&terminal::current_dir(), dir.or_else(terminal::named_dir).as_deref())
}

/// Says why the program could not do its work, and gives the exit code for that.
fn report_error(terminal: &Terminal, error: &anyhow::Error) -> u8 {
    let label = cli::ERROR.get(terminal.lang);
    session::say(terminal, &format!("{label} {}", SystemError::message(error).get(terminal.lang)));
    Exit::Usage.code()
}

/// The day of a time here; the first of 1970 for one outside the years 1 to 9999.
pub fn local_date(time: SystemTime) -> NaiveDate {
    let seconds = match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_secs()),
        Err(before) => i64::try_from(before.duration().as_secs()).map(|seconds| -seconds),
    };
    let moment = seconds
        .ok()
        .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
        .filter(|moment| (1..=9999).contains(&moment.year()));
    moment.unwrap_or_default().with_timezone(&Local).date_naive()
}
