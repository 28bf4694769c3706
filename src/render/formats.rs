//! Table 3: the formats. To add one: a file with its `render`, and its row here.

use crate::render::format::{Format, Reader};
use crate::render::{csv, github, gitlab, html, json, junit, markdown, sarif, short, text};

/// The table; the first is the one that people see where they ask for none.
pub static FORMATS: &[Format] = &[
    Format { name: "text", reader: Reader::Terminal, render: text::render },
    Format { name: "json", reader: Reader::Program, render: json::render },
    Format { name: "ndjson", reader: Reader::Program, render: json::render_lines },
    Format { name: "csv", reader: Reader::Program, render: csv::render },
    Format { name: "markdown", reader: Reader::Document, render: markdown::render },
    Format { name: "html", reader: Reader::Document, render: html::render },
    Format { name: "short", reader: Reader::FindingsViewer, render: short::render },
    Format { name: "github", reader: Reader::FindingsViewer, render: github::render },
    Format { name: "gitlab", reader: Reader::FindingsViewer, render: gitlab::render },
    Format { name: "sarif", reader: Reader::FindingsViewer, render: sarif::render },
    Format { name: "junit", reader: Reader::FindingsViewer, render: junit::render },
];

/// The format of that name.
pub fn find(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
