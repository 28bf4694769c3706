//! What a format is.

use std::io::{self, Write};

use crate::render::style::Style;
use crate::report::Report;

/// One format.
pub struct Format {
    /// The name for `--format`.
    pub name: &'static str,
    /// Whether people read it: then it follows the language, the width and the colours.
    pub human: bool,
    /// Whether it lays words out for people, rather than data for machines.
    pub speaks: bool,
    /// Whether it only has a form for findings.
    pub findings: bool,
    pub render: fn(&Report, &Style, &mut dyn Write) -> io::Result<()>,
}
