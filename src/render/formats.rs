//! Table 3: the formats. To add one: a file with its `render`, and its row here.

use std::io::{self, Write};

use crate::render::dialect::Dialect;
use crate::render::format::{Format, Reader};
use crate::render::style::Style;
use crate::render::{csv, github, gitlab, html, json, junit, markdown, sarif, short, text};
use crate::report::Report;

/// The table; the first is the one that people see where they ask for none.
pub static FORMATS: &[Format] = &[
    Format { name: "text", reader: Reader::Terminal, render: text::render, texts: None },
    Format {
        name: "json",
        reader: Reader::Program,
        render: json::render,
        texts: Some(json::texts),
    },
    Format {
        name: "ndjson",
        reader: Reader::Program,
        render: json::render_lines,
        texts: Some(json::texts),
    },
    Format { name: "csv", reader: Reader::Program, render: csv::render, texts: Some(csv::texts) },
    Format {
        name: "markdown",
        reader: Reader::Document,
        render: markdown::render,
        texts: Some(markdown::texts),
    },
    Format { name: "html", reader: Reader::Document, render: html::render, texts: None },
    Format { name: "short", reader: Reader::FindingsViewer, render: short::render, texts: None },
    Format { name: "github", reader: Reader::FindingsViewer, render: github::render, texts: None },
    Format { name: "gitlab", reader: Reader::FindingsViewer, render: gitlab::render, texts: None },
    Format { name: "sarif", reader: Reader::FindingsViewer, render: sarif::render, texts: None },
    Format { name: "junit", reader: Reader::FindingsViewer, render: junit::render, texts: None },
];

/// CSV in a dialect.
pub fn csv_in(
    dialect: &Dialect,
    report: &Report,
    style: &Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    csv::render_as(dialect, report, style, out)
}

/// The format of that name.
pub fn find(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
