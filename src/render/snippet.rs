//! A finding with the lines that show it. This is the door of `annotate-snippets`, the renderer of
//! the Rust compiler's own messages.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::finding::{Diagnostic, Excerpt, Finding, Severity};
use crate::lang::{Lang, Text, text};
use crate::render::Style;
use crate::render::wrap::wrap;
use crate::text::sanitize::{one_line, sanitize};

const HELP: Text = text!("help:", "aide :");
const NOTE: Text = text!("note:", "note :");

/// A name without its colon, which the library writes.
fn name(text: Text, lang: Lang) -> &'static str {
    text.get(lang).trim_end_matches(':')
}

/// Draws one finding; `more` says how many of its kind follow in the same file.
pub fn snippet(diagnostic: &Diagnostic, more: Option<&str>, style: &Style) -> String {
    let Finding { lint, .. } = &*diagnostic.finding;
    let lang = style.lang;
    let name = diagnostic.finding.severity.label().get(lang);
    let level = match diagnostic.finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::INFO,
    };
    let path = one_line(&diagnostic.path);
    let help = diagnostic.help(lang);
    let help = sanitize(&help);
    let name_width = HELP.get(lang).chars().count() + 3;
    let gutter = diagnostic
        .excerpts
        .iter()
        .flat_map(|excerpt| &excerpt.underlines)
        .map(|mark| mark.span.start.line);
    let gutter = gutter.max().unwrap_or(1).to_string().len() + 2;
    let help = wrap(&help, style.columns().saturating_sub(name_width + gutter).max(24), 0);
    // Behind its name and its code; what does not fit stands below it.
    let prefix = name.chars().count() + lint.code.len() + "[]: ".len();
    let width = style.columns().saturating_sub(prefix).max(24);
    let words = wrap(lint.title.get(lang), width, 0);
    let title = level.with_name(name).primary_title(words.as_str()).id(lint.code);
    let texts: Vec<Drawn> = diagnostic.excerpts.iter().map(|excerpt| draw(excerpt, lang)).collect();
    let mut group: Group = title.elements(texts.iter().map(|drawn| {
        let snippet = Snippet::source(drawn.text.as_str());
        let snippet = snippet.line_start(drawn.first).path(path.as_ref());
        snippet.annotations(drawn.marks.iter().map(|(range, label, primary)| {
            let kind = if *primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            kind.span(range.clone()).label(label.as_str())
        }))
    }));
    if let Some(more) = more {
        group = group.element(Level::NOTE.with_name(self::name(NOTE, lang)).message(more));
    }
    group = group.element(Level::HELP.with_name(self::name(HELP, lang)).message(help.as_str()));
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(style.columns());
    renderer.render(&[group])
}

/// The longest underline, in characters: a whole paragraph is reported by its beginning.
const MAX_LENGTH: u32 = 32;

/// An excerpt that is clean, with its marks in bytes.
struct Drawn {
    text: String,
    first: usize,
    marks: Vec<(std::ops::Range<usize>, String, bool)>,
}

fn draw(excerpt: &Excerpt, lang: Lang) -> Drawn {
    let mut text = String::new();
    let mut starts = Vec::new();
    for line in &excerpt.lines {
        starts.push(text.len());
        text.push_str(&sanitize(line));
        text.push('\n');
    }
    let byte = |line: u32, column: u32| {
        let index = (line - excerpt.first) as usize;
        let start = starts.get(index).copied().unwrap_or(0);
        let line = text[start..].split('\n').next().unwrap_or("");
        let within = line.char_indices().nth(column.saturating_sub(1) as usize);
        start + within.map_or(line.len(), |(byte, _)| byte)
    };
    let marks = excerpt
        .underlines
        .iter()
        .map(|mark| {
            let start = byte(mark.span.start.line, mark.span.start.column);
            let end = mark.span.end.column.min(mark.span.start.column + MAX_LENGTH);
            let end = byte(mark.span.end.line, end);
            (start..end.max(start), one_line(mark.label.get(lang)).into_owned(), mark.primary)
        })
        .collect();
    Drawn { first: excerpt.first as usize, marks, text }
}
