//! Edge: a report → bytes. What is shown was decided before; here is only how.
//!
//! Table 3, [`FORMATS`]. To add a format: one file with its `render`, and its two lines here.

mod csv;
mod diff;
mod github;
mod html;
mod json;
mod junit;
mod markdown;
mod sarif;
mod short;
mod snippet;
mod table;
mod text;
mod wrap;

use std::borrow::Cow;
use std::io::{self, Write};

use crate::lang::Lang;
use crate::report::{Marks, Report, Tone};
use crate::text::sanitize::{printable, visible};

pub use json::tree as json_tree;
pub use snippet::diagnostic;
pub use wrap::said;

/// One format.
pub struct Format {
    /// The name for `--format`.
    pub name: &'static str,
    pub extension: &'static str,
    /// Whether people read it: then it follows the language, the width and the colours.
    pub human: bool,
    /// Whether it lays words out for people, rather than data for machines.
    pub speaks: bool,
    /// Whether it only has a form for findings.
    pub findings: bool,
    pub render: fn(&Report, &Style, &mut dyn Write) -> io::Result<()>,
}

/// The table; the first is the one that people see where they ask for none.
pub static FORMATS: &[Format] = &[
    Format {
        name: "text",
        extension: "txt",
        human: true,
        speaks: true,
        findings: false,
        render: text::render,
    },
    Format {
        name: "json",
        extension: "json",
        human: false,
        speaks: false,
        findings: false,
        render: json::render,
    },
    Format {
        name: "csv",
        extension: "csv",
        human: false,
        speaks: false,
        findings: false,
        render: csv::render,
    },
    Format {
        name: "ndjson",
        extension: "ndjson",
        human: false,
        speaks: false,
        findings: false,
        render: json::render_lines,
    },
    Format {
        name: "markdown",
        extension: "md",
        human: false,
        speaks: true,
        findings: false,
        render: markdown::render,
    },
    Format {
        name: "html",
        extension: "html",
        human: false,
        speaks: true,
        findings: false,
        render: html::render,
    },
    Format {
        name: "short",
        extension: "txt",
        human: false,
        speaks: false,
        findings: true,
        render: short::render,
    },
    Format {
        name: "github",
        extension: "txt",
        human: false,
        speaks: false,
        findings: true,
        render: github::render,
    },
    Format {
        name: "sarif",
        extension: "sarif",
        human: false,
        speaks: false,
        findings: true,
        render: sarif::render,
    },
    Format {
        name: "junit",
        extension: "xml",
        human: false,
        speaks: false,
        findings: true,
        render: junit::render,
    },
];

/// How what people read is to look.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    pub lang: Lang,
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

impl Style {
    /// A text as the reader of the answer may get it.
    fn clean<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.terminal { visible(text) } else { printable(text) }
    }

    /// The same on one line.
    fn one_line(&self, text: &str) -> String {
        if text.contains(['\n', '\r']) {
            self.clean(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
        } else {
            self.clean(text).into_owned()
        }
    }

    fn columns(&self) -> usize {
        self.width.max(NARROWEST)
    }

    /// Gives clean text the look of a tone, where colours are wanted.
    fn paint(&self, text: &str, tone: Tone) -> String {
        use anstyle::{AnsiColor, Effects, Style as Ansi};
        let ansi = match tone {
            Tone::Plain => Ansi::new(),
            Tone::Strong => Ansi::new().effects(Effects::BOLD),
            Tone::Muted => Ansi::new().effects(Effects::DIMMED),
            Tone::Good => AnsiColor::Green.on_default(),
            Tone::Wrong => AnsiColor::Red.on_default(),
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
fn marked(text: &str, marks: &Marks, write: impl Fn(&str, bool) -> String) -> String {
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

/// The format of that name.
pub fn find(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
