//! What is told about a sheet: a kind of problem, and the place where it stands.

use std::borrow::Cow;
use std::fmt;

use crate::lang::{Lang, Phrase, Text, phrase, text};
use crate::source::edit::Change;
use crate::text::{Position, Source, Span};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The sheet cannot be trusted.
    Error,
    /// Probably wrong.
    Warning,
    /// Would be more useful.
    Hint,
}

impl Severity {
    /// The name in machine formats.
    pub const fn code(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }

    pub const fn label(self) -> Text {
        match self {
            Severity::Error => text!("error", "erreur"),
            Severity::Warning => text!("warning", "avertissement"),
            Severity::Hint => text!("hint", "conseil"),
        }
    }
}

/// A kind of problem: what `sheet explain CODE` tells, examples included.
///
/// In `bad`, `⟦` and `⟧` stand around the text that is told; they are no part of the example.
#[derive(Debug)]
pub struct Kind {
    /// Names the bad pattern, in kebab-case; never translated.
    pub code: &'static str,
    pub severity: Severity,
    /// One line without a final stop: what is wrong.
    pub title: Text,
    /// Why it matters.
    pub why: Text,
    /// What to do; `{id}` and `{path}` stand for those of the sheet.
    pub fix: Text,
    /// The smallest sheet in which just this is told.
    pub bad: &'static str,
    /// The same sheet, mended.
    pub good: &'static str,
}

impl Kind {
    /// What to do about the sheet of a path.
    pub fn fix_of(&self, path: &str, lang: Lang) -> String {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let id = name.split('.').next().unwrap_or(name);
        let fix = self.fix.say(lang);
        fix.replace("{id}", &typed(id)).replace("{path}", &typed(path))
    }

    /// What to do about any sheet.
    pub fn fix_of_any(&self, lang: Lang) -> String {
        let any = text!("ID", "FICHE").say(lang);
        self.fix_of(&format!("projects/{any}.yaml"), lang)
    }
}

/// The codes of version 0.1, each with today's: still understood where a code is written.
const RENAMED: [(&str, &str); 11] = [
    ("wrong-shape", "wrong-type"),
    ("too-deep", "limit-exceeded"),
    ("eaten-zero", "lost-leading-zero"),
    ("doubtful-reading", "uncertain-value"),
    ("escaping-document", "document-outside-collection"),
    ("document-nowhere", "document-without-location"),
    ("old-district-code", "district-code-of-other-period"),
    ("two-in-one", "several-organisations-in-one"),
    ("useless-ignore", "unused-ignore"),
    ("overlong", "too-long"),
    ("borrowed-paragraph", "copied-paragraph"),
];

/// Today's code for one that has another name now.
pub fn renamed(code: &str) -> Option<&'static str> {
    RENAMED.iter().find(|(old, _)| *old == code).map(|(_, today)| *today)
}

/// That a code has another name now.
pub fn renamed_words(code: &str, today: &str) -> Phrase {
    phrase!(
        "`{code}` is now called `{today}`",
        "`{code}` s'appelle maintenant `{today}`",
        code,
        today,
    )
}

/// A name as it is typed in a shell: in quotation marks where it needs them.
fn typed(name: &str) -> Cow<'_, str> {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ':');
    match name.chars().all(plain) {
        true => name.into(),
        false => format!("'{}'", name.replace('\'', r"'\''")).into(),
    }
}

/// One problem at one place.
#[derive(Clone, Debug)]
pub struct Finding {
    pub kind: &'static Kind,
    /// The kind's own, unless the collection has agreed on another.
    pub severity: Severity,
    pub span: Span,
    /// What is so about this very place; stands beside the underline.
    pub label: Phrase,
    /// The other place, where two must be seen together.
    pub also: Option<(Span, Phrase)>,
    /// The next step for this very case; where there is none, the kind's own.
    pub help: Option<Phrase>,
    /// How it is mended, where that takes no judgement and loses nothing.
    pub mend: Option<Box<Mend>>,
}

/// What mends a finding.
#[derive(Clone, Debug, PartialEq)]
pub enum Mend {
    /// This text stands in the place of a stretch.
    Text(Span, String),
    /// A value of the sheet changes.
    Change(String, Change),
}

impl Finding {
    pub fn new(kind: &'static Kind, span: Span, label: impl Into<Phrase>) -> Finding {
        let severity = kind.severity;
        Finding { kind, severity, span, label: label.into(), also: None, help: None, mend: None }
    }

    pub fn with_help(mut self, help: impl Into<Phrase>) -> Finding {
        self.help = Some(help.into());
        self
    }

    pub fn with_mend(mut self, mend: Mend) -> Finding {
        self.mend = Some(Box::new(mend));
        self
    }

    pub fn with_also(mut self, span: Span, label: impl Into<Phrase>) -> Finding {
        self.also = Some((span, label.into()));
        self
    }

    /// What is wrong, and what is so about this very place: `kind: label`.
    pub fn sentence(&self, lang: Lang) -> String {
        let (title, label) = (self.kind.title, &self.label);
        phrase!("{title}: {label}", "{title} : {label}", title, label).say(lang).to_owned()
    }
}

/// A finding detached from its text, with the lines that show it.
#[derive(Clone, Debug)]
pub struct Notice {
    /// The path of the file, as it is shown.
    pub path: String,
    pub finding: Finding,
    pub excerpts: Vec<Excerpt>,
}

/// Lines of a text with the stretches in them that are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The number of the first line, from 1.
    pub first: u32,
    pub lines: Vec<String>,
    pub marks: Vec<Mark>,
}

/// A stretch of one line of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub span: Span,
    pub label: Phrase,
    /// Whether this is the place of the finding, rather than the other one.
    pub primary: bool,
}

/// Two places further apart than this many lines are shown in two excerpts.
const TOGETHER: u32 = 12;

impl Notice {
    /// The next step: that of this case, or the kind's, for this very sheet.
    pub fn help(&self, lang: Lang) -> String {
        match &self.finding.help {
            Some(help) => help.say(lang).to_owned(),
            None => self.finding.kind.fix_of(&self.path, lang),
        }
    }

    /// A finding about a file, without its lines: they are not shown everywhere.
    pub fn bare(path: impl Into<String>, finding: Finding) -> Notice {
        Notice { path: path.into(), finding, excerpts: Vec::new() }
    }

    pub fn new(source: &Source, finding: Finding) -> Notice {
        let mark = |span: Span, label: &Phrase, primary| Mark {
            span: first_line(source, span),
            label: label.clone(),
            primary,
        };
        let mut marks = vec![mark(finding.span, &finding.label, true)];
        marks.extend(finding.also.iter().map(|(span, label)| mark(*span, label, false)));
        marks.sort_by_key(|mark| mark.span);
        let mut excerpts: Vec<Excerpt> = Vec::new();
        for mark in marks {
            let line = mark.span.start.line;
            match excerpts.last_mut() {
                Some(last) if line < last.first + TOGETHER => {
                    let next = last.first + last.lines.len() as u32;
                    last.lines.extend((next..=line).map(|line| source.line(line).to_owned()));
                    last.marks.push(mark);
                }
                _ => excerpts.push(Excerpt {
                    first: line,
                    lines: vec![source.line(line).to_owned()],
                    marks: vec![mark],
                }),
            }
        }
        excerpts.sort_by_key(|excerpt| !excerpt.marks.iter().any(|mark| mark.primary));
        Notice { path: source.path.clone(), finding, excerpts }
    }
}

/// The part of a span on its first line, at least one character wide.
fn first_line(source: &Source, span: Span) -> Span {
    let Position { line, column } = span.start;
    let length = source.line(line).trim_end().chars().count() as u32 + 1;
    let end = if span.end.line == line { span.end.column } else { length };
    let column_after = end.clamp(column + 1, length.max(column + 1));
    Span { start: span.start, end: Position { line, column: column_after } }
}

impl PartialEq for Kind {
    fn eq(&self, other: &Kind) -> bool {
        self.code == other.code
    }
}

/// How many findings of each severity there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub errors: usize,
    pub warnings: usize,
    pub hints: usize,
}

impl Tally {
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Tally {
        let mut tally = Tally::default();
        for finding in findings {
            tally.add(finding.severity);
        }
        tally
    }

    pub fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Hint => self.hints += 1,
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(self.code())
    }
}
