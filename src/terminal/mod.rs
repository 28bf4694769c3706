//! Edge: the only door to the person: what is answered, said and asked, and how wide it may be.

pub mod editor;
mod line;
mod nowhere;
pub mod prompt;
mod watch;

use std::io::{self, BufWriter, IsTerminal, Write};

use crate::lang::{Lang, Text, text};
use crate::text::sanitize::visible;

/// Columns where nobody says how many there are.
const WIDTH: usize = 100;

const NOWHERE: Text = text!("standard output is closed", "la sortie standard est fermée");

/// When colours are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` or `TERM=dumb` is set.
    #[default]
    Auto,
    Always,
    Never,
}

/// What is known of the person's side.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    pub lang: Lang,
    /// Columns for the answer.
    pub width: usize,
    /// Whether the answer, and whether what is said beside it, may be coloured.
    pub colour: bool,
    pub colour_beside: bool,
    /// Whether lengths may be drawn in the answer: for eyes, not for pipes.
    pub bars: bool,
    /// Whether the answer goes to a terminal, rather than to a file or another program.
    pub shows: bool,
    /// Whether somebody can be asked: a terminal on both sides, which can move its cursor.
    pub asks: bool,
}

impl Terminal {
    /// Looks at the standard streams and the environment.
    pub fn look(lang: Lang, colour: Colour) -> Terminal {
        let unset = |name: &str| std::env::var_os(name).is_none_or(|value| value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let allowed = unset("NO_COLOR") && !dumb;
        let coloured = |terminal: bool| match colour {
            Colour::Auto => terminal && allowed,
            Colour::Always => true,
            Colour::Never => false,
        };
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let window = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        Terminal {
            lang,
            width: columns.or(window).filter(|width| *width > 0).unwrap_or(WIDTH),
            asks: io::stdin().is_terminal() && io::stderr().is_terminal() && !dumb,
            shows: io::stdout().is_terminal(),
            bars: io::stdout().is_terminal() || colour == Colour::Always,
            colour: coloured(io::stdout().is_terminal()),
            colour_beside: coloured(io::stderr().is_terminal()),
        }
    }

    /// Writes the answer to standard output.
    ///
    /// # Errors
    /// Where it cannot be written; a reader that has gone away is no error.
    pub fn answer(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        let mut out = BufWriter::new(io::stdout().lock());
        let written = quietly(write(&mut out).and_then(|()| out.flush()));
        if nowhere::is_closed() {
            self.say(NOWHERE.say(self.lang));
        }
        written
    }

    /// Says a line beside the answer, on standard error. A deaf ear is no error.
    pub fn say(&self, words: &str) {
        let _ = writeln!(io::stderr().lock(), "{}", visible(words));
    }

    /// Says what is clean already, with its colours.
    pub fn say_drawn(&self, drawn: &str) {
        let _ = writeln!(io::stderr().lock(), "{drawn}");
    }
}

/// A reader that has gone away has read enough.
fn quietly(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// The collection that the environment names.
pub fn named_dir() -> Option<std::path::PathBuf> {
    std::env::var_os("SHEET_DIR").filter(|dir| !dir.is_empty()).map(std::path::PathBuf::from)
}

/// The language of the person: `SHEET_LANG`, else what the collection has agreed on, else the
/// first of the system's settings that is set, else English.
pub fn language(agreed: impl FnOnce() -> Option<Lang>) -> Lang {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let asked = set("SHEET_LANG").and_then(|tag| Lang::parse(&tag));
    let system = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| set(name));
    asked.or_else(agreed).or_else(|| system.and_then(|tag| Lang::parse(&tag))).unwrap_or_default()
}

/// A folder for what the person has begun to write and not saved yet, theirs alone and outside
/// any collection; `None` where the system names no place for it.
pub fn drafts() -> Option<std::path::PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let state = set("XDG_STATE_HOME").map(std::path::PathBuf::from);
    let home = || Some(std::path::PathBuf::from(set("HOME")?).join(".local/state"));
    let local = || set("LOCALAPPDATA").map(std::path::PathBuf::from);
    let state = state.filter(|path| path.is_absolute()).or_else(home).or_else(local)?;
    Some(state.join("sheet").join("drafts"))
}

/// A question or an item on one clean line.
fn clean(text: &str) -> String {
    crate::text::sanitize::one_line(text).into_owned()
}

/// How many threads share the work: as many as the machine runs at once.
pub fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, |threads| threads.get())
}

/// The folder that the person stands in.
pub fn here() -> std::path::PathBuf {
    std::env::current_dir().unwrap_or_default()
}
