//! Table 3: the formats. To add one: a file with its `render`, and its row here.

use crate::render::format::Format;
use crate::render::{csv, github, html, json, junit, markdown, sarif, short, text};

/// The table; the first is the one that people see where they ask for none.
pub static FORMATS: &[Format] = &[
    Format { name: "text", human: true, speaks: true, findings: false, render: text::render },
    Format { name: "json", human: false, speaks: false, findings: false, render: json::render },
    Format { name: "csv", human: false, speaks: false, findings: false, render: csv::render },
    Format {
        name: "ndjson",
        human: false,
        speaks: false,
        findings: false,
        render: json::render_lines,
    },
    Format {
        name: "markdown",
        human: false,
        speaks: true,
        findings: false,
        render: markdown::render,
    },
    Format { name: "html", human: false, speaks: true, findings: false, render: html::render },
    Format { name: "short", human: false, speaks: false, findings: true, render: short::render },
    Format { name: "github", human: false, speaks: false, findings: true, render: github::render },
    Format { name: "sarif", human: false, speaks: false, findings: true, render: sarif::render },
    Format { name: "junit", human: false, speaks: false, findings: true, render: junit::render },
];

/// The format of that name.
pub fn find(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
