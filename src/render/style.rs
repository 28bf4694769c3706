//! How what people read is to look.

use std::borrow::Cow;

use crate::lang::Lang;
use crate::report::{Highlights, Tone};
use crate::text::path::Folders;
use crate::text::sanitize::{printable, sanitize};

/// How what people read is to look.
#[derive(Clone, Copy, Debug)]
pub struct Style<'a> {
    pub lang: Lang,
    /// The folders that paths are told from.
    pub folders: &'a Folders,
    /// Whose collection it is: the name above a document.
    pub organisation: Option<&'a str>,
    /// Columns of the terminal.
    pub width: usize,
    pub colour: bool,
    /// Whether lengths are drawn as bars.
    pub bars: bool,
    /// Whether a terminal shows the answer, which must obey nothing in it; a file must lose nothing.
    pub terminal: bool,
}

/// The narrowest layout: below this, nothing is laid out any narrower.
const NARROWEST: usize = 24;

impl Style<'_> {
    /// A text as the reader of the answer may get it.
    pub fn clean<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.terminal { sanitize(text) } else { printable(text) }
    }

    /// The same on one line.
    pub fn one_line(&self, text: &str) -> String {
        if text.contains(['\n', '\r']) {
            self.clean(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
        } else {
            self.clean(text).into_owned()
        }
    }

    pub fn columns(&self) -> usize {
        self.width.max(NARROWEST)
    }

    /// Gives clean text the look of a tone, where colours are wanted.
    pub fn paint(&self, text: &str, tone: Tone) -> String {
        use anstyle::{AnsiColor, Effects, Style as Ansi};
        let ansi = match tone {
            Tone::Plain => Ansi::new(),
            Tone::Strong => Ansi::new().effects(Effects::BOLD),
            Tone::Muted => Ansi::new().effects(Effects::DIMMED),
            Tone::Good => AnsiColor::Green.on_default(),
            Tone::Error => AnsiColor::Red.on_default(),
            Tone::Bar(_) | Tone::Span(_) => AnsiColor::Cyan.on_default(),
        };
        if self.colour && !text.is_empty() && ansi != Ansi::new() {
            format!("{ansi}{text}{ansi:#}")
        } else {
            text.to_owned()
        }
    }
}

/// A text written piece by piece: those within the marks, and those between.
pub(super) fn marked(
    text: &str,
    marks: &Highlights,
    write: impl Fn(&str, bool) -> String,
) -> String {
    let mut written = String::new();
    let mut at = 0;
    for mark in marks {
        let (before, inside) = (text.get(at..mark.start), text.get(mark.clone()));
        if let Some((before, inside)) = before.zip(inside) {
            written += &write(before, false);
            written += &write(inside, true);
            at = mark.end;
        }
    }
    written + &write(&text[at..], false)
}
