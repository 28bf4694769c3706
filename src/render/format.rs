//! What a format is.

use std::io::{self, Write};

use crate::render::style::Style;
use crate::report::Report;
use crate::text::wanted::ReadTexts;

/// Who reads a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// People at a terminal: it follows their language, its width and its colours.
    Terminal,
    /// People who read a document: words in their language.
    Document,
    /// Programs: the same in every language.
    Program,
    /// Programs that show findings: it has a form for nothing else.
    FindingsViewer,
}

/// One format.
pub struct Format {
    /// The name for `--format`.
    pub name: &'static str,
    pub reader: Reader,
    pub render: fn(&Report, &Style, &mut dyn Write) -> io::Result<()>,
    /// Every text that its readers find in what was written, where files of it leave the collection.
    pub texts: Option<ReadTexts>,
}
