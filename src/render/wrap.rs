//! Text folded into lines. This is the door of `textwrap`.

use textwrap::{Options, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

/// Folds text into lines of a width, each indented by so many columns; a line break stays.
pub(super) fn wrap(text: &str, width: usize, indent: usize) -> String {
    let lines = text.split('\n').map(|line| fold(line, indent, options(width)));
    lines.collect::<Vec<_>>().join("\n")
}

/// Folds what is said into lines of a width.
pub fn wrap_message(text: &str, width: usize) -> String {
    let lines = text.split('\n').map(|line| fold(line, 0, options(width).break_words(false)));
    lines.collect::<Vec<_>>().join("\n")
}

/// Folds a line; the lines that it goes on in stand below its first word.
fn fold(line: &str, indent: usize, options: Options) -> String {
    let text = line.trim_start_matches(' ');
    let indent = " ".repeat(indent + line.len() - text.len());
    let text = with_whole_commands(text, options.width.saturating_sub(indent.len()));
    let options = options.initial_indent(&indent).subsequent_indent(&indent);
    let lines = textwrap::wrap(&text, options);
    let lines = lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>();
    lines.join("\n").replace(WITHIN, " ")
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

/// What stands for a space at which no line ends: no text has this character (Unicode, 23.5: for
/// private use).
const WITHIN: char = '\u{e000}';

/// A text in which no line ends within a command that fits on one: it is there to be copied.
fn with_whole_commands(text: &str, width: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(COMMAND) {
        let command = &rest[at..at + length(&rest[at..])];
        let is_word = !rest[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-');
        out += &rest[..at];
        if is_word && command.width() <= width {
            out.extend(command.chars().map(|c| if c == ' ' { WITHIN } else { c }));
        } else {
            out += command;
        }
        rest = &rest[at + command.len()..];
    }
    out + rest
}

/// How each command begins.
const COMMAND: &str = "sheet ";

/// How long the command is with which a text begins: up to the end of a line or of a part of the
/// sentence, and no mark within quotation marks ends it.
fn length(text: &str) -> usize {
    let mut is_quoted = false;
    let end = text.char_indices().find(|(at, c)| {
        is_quoted ^= *c == '\'';
        let is_last = || text[at + c.len_utf8()..].starts_with([' ', '\n']);
        match c {
            '\n' | ';' | '(' | ')' | '\u{a0}' => !is_quoted,
            ',' | ':' | '.' => !is_quoted && is_last(),
            _ => false,
        }
    });
    text[..end.map_or(text.len(), |(at, _)| at)].trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_fits_on_a_line_is_broken_nowhere() {
        for (text, lines) in [
            (
                "ask them, then: sheet add word b 'Ana Petit: yes, so'",
                vec!["ask them, then:", "sheet add word b 'Ana Petit: yes, so'"],
            ),
            (
                "add it: sheet set b outcome=succeeded (or partial, failed)",
                vec!["add it: sheet set b outcome=succeeded", "(or partial, failed)"],
            ),
            (
                "sheet list --columns id,title, or else sheet facets; look there",
                vec!["sheet list --columns id,title, or else", "sheet facets; look there"],
            ),
            (
                "a long one: sheet search 'every word of what is sought' --format json",
                vec!["a long one: sheet search 'every word of", "what is sought' --format json"],
            ),
            (
                "the worksheet is broken as any text is here",
                vec!["the worksheet is broken as any text is", "here"],
            ),
        ] {
            assert_eq!(wrap(text, 40, 0), lines.join("\n"));
            assert_eq!(wrap_message(text, 40), lines.join("\n"));
        }
    }
}
