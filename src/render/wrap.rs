//! Text folded into lines. This is the door of `textwrap`.

use textwrap::{Options, WordSplitter, WrapAlgorithm};

/// Folds text into lines of a width, each indented by so many columns; a line break stays.
pub(super) fn wrap(text: &str, width: usize, indent: usize) -> String {
    let indent = " ".repeat(indent);
    let options = options(width).initial_indent(&indent).subsequent_indent(&indent);
    let lines = textwrap::wrap(text, options);
    lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n")
}

/// Folds what is said into lines of a width; the lines that a line goes on in stand below its
/// first word.
pub fn wrap_message(text: &str, width: usize) -> String {
    text.split('\n')
        .map(|line| {
            let indent = " ".repeat(line.len() - line.trim_start().len());
            let options = options(width).subsequent_indent(&indent).break_words(false);
            textwrap::wrap(line, options).join("\n")
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// An item of a list, behind its mark.
pub(super) fn bullet(mark: char, item: &str, width: usize) -> String {
    let mark = format!("    {mark} ");
    let options = options(width).initial_indent(&mark).subsequent_indent("      ");
    textwrap::fill(item, options)
}

/// Lines end between words: an id or a code is broken nowhere, so that it can be copied.
fn options<'a>(width: usize) -> Options<'a> {
    let options = Options::new(width).wrap_algorithm(WrapAlgorithm::FirstFit);
    options.word_splitter(WordSplitter::NoHyphenation)
}
