//! What a question is asked of: every sheet of a collection, one at a time.
//!
//! An [`Entry`] holds text, tree and sheet only while its worker asks it; a [`Portfolio`] keeps
//! the answers, in the order of the paths, and what hindered any of them.

use chrono::NaiveDate;

use crate::finding::{Diagnostic, Finding, Fix, Lint, Severity};
use crate::lang::{phrase, text};
use crate::sheet::known::{KnownBySort, NOTHING_KNOWN};
use crate::sheet::{Sheet, decode};
use crate::text::fold::composed;
use crate::text::{Source, Span};
use crate::value::id;
use crate::yaml::arena::Arena;
use crate::yaml::decode::Unreadable;
use crate::yaml::node::Node;
use crate::yaml::parse::{ParsedYaml, parse, parse_in};

/// One sheet with its text and its tree: where a value and its place meet.
pub struct Entry<'a> {
    pub source: &'a Source,
    pub node: Node<'a>,
    pub sheet: Sheet,
    /// What was reported while the text was parsed and the sheet was read, in the order of the text.
    pub findings: Vec<Finding>,
}

impl<'a> Entry<'a> {
    /// Parses and reads a text where no names are known.
    ///
    /// # Errors
    /// The one finding because of which there is no tree.
    pub fn decode(source: &'a Source, today: NaiveDate) -> Result<Entry<'a>, Box<Finding>> {
        Entry::decode_knowing(source, today, &NOTHING_KNOWN)
    }

    /// Parses and reads a text where names are known.
    ///
    /// # Errors
    /// As [`Entry::decode`].
    pub fn decode_knowing(
        source: &'a Source,
        today: NaiveDate,
        known: &KnownBySort,
    ) -> Result<Entry<'a>, Box<Finding>> {
        Ok(Entry::of(source, parse(source)?, today, known))
    }

    /// Parses and reads a text, and answers one question about it: faster than
    /// [`Entry::decode_knowing`], because the tree is freed as a whole.
    ///
    /// # Errors
    /// As [`Entry::decode`].
    pub fn ask<T>(
        source: &Source,
        today: NaiveDate,
        known: &KnownBySort,
        question: impl FnOnce(Entry) -> T,
    ) -> Result<T, Box<Finding>> {
        let arena = Arena::recycled();
        let parsed = parse_in(source, &arena)?;
        Ok(question(Entry::of(source, parsed, today, known)))
    }

    fn of(
        source: &'a Source,
        parsed: ParsedYaml<'a>,
        today: NaiveDate,
        known: &KnownBySort,
    ) -> Entry<'a> {
        let id = composed(id_of(&source.path));
        let read = decode::decode_knowing(&id, &parsed.node, today, known);
        let mut findings = parsed.findings;
        findings.extend(bad_id(&id));
        findings.extend(read.findings);
        findings.sort_by_key(|finding| finding.span);
        Entry { source, node: parsed.node, sheet: read.sheet, findings }
    }

    /// Where a place of the sheet stands in the text: a field, or a passage within its text.
    pub fn span(&self, place: &Location) -> Span {
        let span = self.node.span_of(&place.field);
        let Some((passage, occurrence)) = &place.passage else {
            return span;
        };
        let head: String = passage.lines().next().unwrap_or("").chars().take(40).collect();
        let from = self.source.byte(span.start);
        let text = &self.source.text()[from..];
        match text.match_indices(&head).nth(*occurrence) {
            Some((byte, found)) if !head.is_empty() => Span {
                start: self.source.position(from + byte),
                end: self.source.position(from + byte + found.len()),
            },
            _ => span,
        }
    }

    /// Detaches a finding from the text, with the lines that show it.
    pub fn diagnostic(&self, finding: Finding) -> Diagnostic {
        Diagnostic::new(self.source, finding)
    }
}

/// A place in a sheet, as whoever knows no text can name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// A dotted path with list indices: `dates.end`, `lessons.words[0].from`.
    pub field: String,
    /// A passage of the field's text and which of its occurrences, from 0.
    pub passage: Option<(String, usize)>,
}

impl Location {
    pub fn field(field: impl Into<String>) -> Location {
        Location { field: field.into(), passage: None }
    }

    pub fn passage(
        field: impl Into<String>,
        passage: impl Into<String>,
        occurrence: usize,
    ) -> Location {
        Location { field: field.into(), passage: Some((passage.into(), occurrence)) }
    }
}

/// The answers of a collection to one question.
#[derive(Debug)]
pub struct Portfolio<T> {
    /// One for each sheet that could be read, in the order of the paths.
    pub answers: Vec<T>,
    /// One for each file of which no sheet could be made.
    pub unreadable: Vec<Diagnostic>,
    /// How many sheets hold a value that could not be read, and may lack in the answer for it.
    pub with_errors: usize,
}

/// What one file answers.
pub struct Reply<T> {
    answer: T,
    with_errors: bool,
}

/// Asks one file.
///
/// # Errors
/// The diagnostic that says why there is no sheet in it.
pub fn ask<T>(
    source: Result<Source, Box<Unreadable>>,
    today: NaiveDate,
    known: &KnownBySort,
    question: impl FnOnce(Entry) -> T,
) -> Result<Reply<T>, Box<Diagnostic>> {
    let source = source
        .map_err(|unreadable| Box::new(Diagnostic::new(&unreadable.source, unreadable.finding)))?;
    let reply = Entry::ask(&source, today, known, |entry| {
        let with_errors = entry.findings.iter().any(|finding| finding.severity == Severity::Error);
        Reply { answer: question(entry), with_errors }
    });
    reply.map_err(|finding| Box::new(Diagnostic::new(&source, *finding)))
}

impl<T> Portfolio<T> {
    /// Puts together what the files of a collection answered, given in the order of the paths.
    pub fn of(answers: Vec<Result<Reply<T>, Box<Diagnostic>>>) -> Portfolio<T> {
        let mut portfolio = Portfolio {
            answers: Vec::with_capacity(answers.len()),
            unreadable: Vec::new(),
            with_errors: 0,
        };
        for answer in answers {
            match answer {
                Ok(Reply { answer, with_errors }) => {
                    portfolio.answers.push(answer);
                    portfolio.with_errors += usize::from(with_errors);
                }
                Err(diagnostic) => portfolio.unreadable.push(*diagnostic),
            }
        }
        portfolio
    }
}

/// The id that a path gives its sheet: the file's name without its ending.
pub fn id_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((id, ending)) if is_sheet_ending(ending.as_bytes()) => id,
        _ => name,
    }
}

/// Whether files with this ending are sheets, in whatever case some systems write it.
pub fn is_sheet_ending(ending: &[u8]) -> bool {
    [&b"yaml"[..], b"yml"].iter().any(|known| known.eq_ignore_ascii_case(ending))
}

fn bad_id(name: &str) -> Option<Finding> {
    let refusal = id::parse(name).err()?;
    let finding = Finding::new(&BAD_ID, Span::TOP, refusal.reason);
    Some(match refusal.suggestion {
        Some(id) => {
            let help = phrase!(
                "rename the file to {id}.yaml",
                "renommez le fichier en {id}.yaml",
                id = id.as_str(),
            );
            finding.with_help(help).with_fix(Fix::Suggestion(id))
        }
        None => finding,
    })
}

pub static BAD_ID: Lint = Lint {
    code: "bad-id",
    severity: Severity::Error,
    title: text!("file name is not a valid id", "nom de fichier non valide comme identifiant"),
    why: text!(
        "The file name is the sheet's id, and must work on every system: a-z, 0-9 and hyphens, 60 \
         characters at most.",
        "Le nom du fichier est l'identifiant de la fiche, et doit convenir à tous les systèmes : \
         a-z, 0-9 et tirets, 60 caractères au plus.",
    ),
    help: text!("rename the file", "renommez le fichier"),
    bad: "\
# projects/Été 2023.yaml
⟦⟧title: Forum ouvert
territory:
  name: Trifouilly
",
    good: "\
# projects/ete-2023.yaml
title: Forum ouvert
territory:
  name: Trifouilly
",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_is_the_name_of_the_file() {
        for (path, id) in [("projects/a.yaml", "a"), ("projects/2023/b-c.yml", "b-c"), ("d", "d")] {
            assert_eq!(id_of(path), id);
        }
    }
}
