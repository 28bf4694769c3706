//! What is answered and said, and how wide it may be.

use std::io::{self, BufWriter, IsTerminal, Write};

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};

use crate::lang::{Lang, Text, text};
use crate::terminal::null_device;
use crate::text::sanitize::sanitize;

/// Columns where nobody says how many there are.
const WIDTH: usize = 100;

/// Columns enough for any line.
const NO_WIDTH: usize = u16::MAX as usize;

const NOWHERE: Text = text!("standard output is closed", "la sortie standard est fermée");

/// When colours are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Colour {
    /// On a terminal, unless `NO_COLOR` or `TERM=dumb` is set.
    #[default]
    Auto,
    Always,
    Never,
}

/// What is known of the person's side.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terminal {
    pub lang: Lang,
    /// Columns of the screen.
    pub width: usize,
    /// Columns for the answer: what goes to a file or another program has no width.
    pub answer_width: usize,
    /// Whether the answer, and whether what is said beside it, may be coloured.
    pub stdout_colour: bool,
    pub stderr_colour: bool,
    /// Whether lengths may be drawn in the answer: for eyes, not for pipes.
    pub bars: bool,
    /// Whether the answer goes to a terminal, rather than to a file or another program.
    pub stdout_is_terminal: bool,
    /// Whether somebody can be asked: a terminal on both sides, which can move its cursor.
    pub interactive: bool,
}

impl Colour {
    /// Whether what goes to a stream is coloured: by itself where it is a terminal that can, and
    /// where no `NO_COLOR`, `CLICOLOR` or `CLICOLOR_FORCE` says otherwise.
    fn applies_to(self, stream: &impl RawStream) -> bool {
        match self {
            Colour::Auto => AutoStream::choice(stream) != ColorChoice::Never,
            Colour::Always => true,
            Colour::Never => false,
        }
    }
}

impl Terminal {
    /// Looks at the standard streams and the environment.
    pub(crate) fn detect(lang: Lang, colour: Colour) -> Terminal {
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let window = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let width = columns.or(window).filter(|width| *width > 0).unwrap_or(WIDTH);
        let is_shown = io::stdout().is_terminal() || columns.is_some();
        Terminal {
            lang,
            width,
            answer_width: if is_shown { width } else { NO_WIDTH },
            interactive: io::stdin().is_terminal() && io::stderr().is_terminal() && !dumb,
            stdout_is_terminal: io::stdout().is_terminal(),
            bars: io::stdout().is_terminal() || colour == Colour::Always,
            stdout_colour: colour.applies_to(&io::stdout()),
            stderr_colour: colour.applies_to(&io::stderr()),
        }
    }

    /// Writes the answer to standard output.
    ///
    /// # Errors
    /// Where it cannot be written; a reader that has gone away is no error.
    pub(crate) fn answer(
        &self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut out = BufWriter::new(io::stdout().lock());
        let written = quietly(write(&mut out).and_then(|()| out.flush()));
        if null_device::is_closed() {
            self.message(NOWHERE.get(self.lang));
        }
        written
    }

    /// Says a line beside the answer, on standard error. A deaf ear is no error.
    pub(crate) fn message(&self, words: &str) {
        let _ = writeln!(io::stderr().lock(), "{}", sanitize(words));
    }

    /// Says what is clean already, with its colours.
    pub(crate) fn message_drawn(&self, drawn: &str) {
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
