//! What is answered and said, and how wide it may be.

use std::io::{self, BufWriter, IsTerminal, Write};

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};

use crate::lang::{Lang, Text, text};
use crate::terminal::{null_device, pager};
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

/// When a long answer is shown page by page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paging {
    /// On a terminal that it does not fit on.
    Auto,
    Never,
}

/// What is known of the person's side.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terminal {
    pub lang: Lang,
    /// Columns of the screen.
    pub width: usize,
    /// Lines of the screen: a longer answer is shown page by page. None where it is not.
    page: Option<usize>,
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
    /// where no `NO_COLOR`, `FORCE_COLOR`, `CLICOLOR` or `CLICOLOR_FORCE` says otherwise.
    fn applies_to(self, stream: &impl RawStream) -> bool {
        match self {
            Colour::Auto => {
                forced().unwrap_or_else(|| AutoStream::choice(stream) != ColorChoice::Never)
            }
            Colour::Always => true,
            Colour::Never => false,
        }
    }
}

impl Terminal {
    /// Looks at the standard streams and the environment.
    pub(crate) fn detect(lang: Lang, colour: Colour, paging: Paging) -> Terminal {
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let window = terminal_size::terminal_size();
        let width = window.map(|(width, _)| usize::from(width.0));
        let width = columns.or(width).filter(|width| *width > 0).unwrap_or(WIDTH);
        let height = window.map(|(_, height)| usize::from(height.0)).filter(|height| *height > 0);
        let pages = paging == Paging::Auto && io::stdout().is_terminal() && !dumb;
        let is_shown = io::stdout().is_terminal() || columns.is_some();
        Terminal {
            lang,
            width,
            page: height.filter(|_| pages),
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
        let written = match self.page {
            Some(lines) => self.answer_in_pages(lines, write),
            None => {
                let mut out = BufWriter::new(io::stdout().lock());
                quietly(write(&mut out).and_then(|()| out.flush()))
            }
        };
        if null_device::is_closed() {
            self.message(NOWHERE.get(self.lang));
        }
        written
    }

    /// Writes an answer that is longer than the screen to a pager, where there is one.
    fn answer_in_pages(
        &self,
        lines: usize,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut text = Vec::new();
        write(&mut text)?;
        // A line that is too long takes several; the last one of the screen is for the prompt.
        let line = |line: &[u8]| line.len() / self.width + 1;
        let long = text.split(|byte| *byte == b'\n').map(line).sum::<usize>() > lines;
        let paged = if long { pager::show(&text, self.lang) } else { Ok(false) };
        if let Err(why) = &paged {
            self.message(why.get(self.lang));
        }
        match paged {
            Ok(true) => Ok(()),
            _ => quietly(io::stdout().lock().write_all(&text)),
        }
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

/// What `NO_COLOR`, else `FORCE_COLOR` says. Source: no-color.org, force-color.org, and `0` as Node.js
/// reads it.
fn forced() -> Option<bool> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if set("NO_COLOR").is_some() {
        return Some(false);
    }
    set("FORCE_COLOR").map(|forced| forced != "0" && forced != "false")
}

/// A reader that has gone away has read enough.
fn quietly(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}
