//! Table 3: the formats. To add one: a file with its `render`, and its row here.

use crate::render::format::{Audience, Format};
use crate::render::{csv, github, gitlab, html, json, junit, markdown, sarif, short, text};

/// The table; the first is the one that people see where they ask for none.
pub static FORMATS: &[Format] = &[
    Format { name: "text", audience: Audience::Terminal, render: text::render },
    Format { name: "json", audience: Audience::Program, render: json::render },
    Format { name: "ndjson", audience: Audience::Program, render: json::render_lines },
    Format { name: "csv", audience: Audience::Program, render: csv::render },
    Format { name: "markdown", audience: Audience::Document, render: markdown::render },
    Format { name: "html", audience: Audience::Document, render: html::render },
    Format { name: "short", audience: Audience::FindingsViewer, render: short::render },
    Format { name: "github", audience: Audience::FindingsViewer, render: github::render },
    Format { name: "gitlab", audience: Audience::FindingsViewer, render: gitlab::render },
    Format { name: "sarif", audience: Audience::FindingsViewer, render: sarif::render },
    Format { name: "junit", audience: Audience::FindingsViewer, render: junit::render },
];

/// The format of that name.
pub fn find(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
