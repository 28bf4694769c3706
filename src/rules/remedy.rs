//! What to type to mend a finding, where a command does: made when it is shown, from its fix or
//! from the field at its place.

use crate::finding::{Diagnostic, Fix, Lint};
use crate::lang::Lang;
use crate::portfolio::{BAD_ID, id_of};
use crate::rules::dates::{
    duration_against_dates, duration_without_dates, end_before_start, status_against_dates,
};
use crate::rules::money::cost_outlier;
use crate::rules::people::bad_checksum;
use crate::rules::text::{empty_section, placeholder_text};
use crate::sheet::codes;
use crate::sheet::fields;
use crate::sheet::fields::write_command::{BLANK, rename, set, unset};
use crate::text::Source;
use crate::text::shell::shell_quote;
use crate::yaml::parse::parse;

/// What a person does about a kind of finding.
enum Remedy {
    /// Writes another value at the place.
    Set,
    /// Removes the value at the place.
    Unset,
    /// Writes the value of this key.
    Write(&'static str),
    /// Gives the sheet another id.
    Rename,
}

/// The kinds that a command mends, beside those whose help names it already.
static REMEDIES: [(&Lint, Remedy); 19] = [
    (&codes::BAD_DATE, Remedy::Set),
    (&codes::BAD_AMOUNT, Remedy::Set),
    (&codes::AMBIGUOUS_AMOUNT, Remedy::Set),
    (&codes::BAD_DURATION, Remedy::Set),
    (&codes::BAD_NUMBER, Remedy::Set),
    (&codes::BAD_CHOICE, Remedy::Set),
    (&codes::BAD_IDENTIFIER, Remedy::Set),
    (&codes::UNCERTAIN_VALUE, Remedy::Set),
    (&codes::MISSING_TITLE, Remedy::Write("title")),
    (&codes::MISSING_TERRITORY, Remedy::Write("territory.name")),
    (&bad_checksum::RULE.lint, Remedy::Set),
    (&cost_outlier::RULE.lint, Remedy::Set),
    (&end_before_start::RULE.lint, Remedy::Set),
    (&placeholder_text::RULE.lint, Remedy::Set),
    (&empty_section::RULE.lint, Remedy::Set),
    (&status_against_dates::RULE.lint, Remedy::Unset),
    (&duration_against_dates::RULE.lint, Remedy::Set),
    (&BAD_ID, Remedy::Rename),
    (&duration_without_dates::RULE.lint, Remedy::Write("dates.start")),
];

/// A finding as it is shown, its help ending with what to type.
pub fn with_command(source: &Source, diagnostic: Diagnostic) -> Diagnostic {
    // Some say it already, with the words that are due.
    if diagnostic.help(Lang::En).contains(": sheet ") {
        return diagnostic;
    }
    match command(source, &diagnostic) {
        Some(command) => diagnostic.with_command(&command),
        None => diagnostic,
    }
}

fn command(source: &Source, diagnostic: &Diagnostic) -> Option<String> {
    let Diagnostic { path, finding, .. } = diagnostic;
    let id = id_of(path);
    if finding.is_fixable() {
        return Some(format!("sheet validate --fix {}", shell_quote(path)));
    }
    let suggestion = match finding.fix.as_deref() {
        Some(Fix::Suggestion(value)) => Some(value.as_str()),
        _ => None,
    };
    let (_, remedy) = REMEDIES.iter().find(|(lint, _)| *lint == finding.lint)?;
    match (remedy, suggestion) {
        (Remedy::Write(key), _) => return Some(set(id, key, BLANK)),
        (Remedy::Rename, new) => return Some(rename(id, new?)),
        (Remedy::Set | Remedy::Unset, _) => {}
    }
    // In an item of a list no command reaches it.
    let parsed = parse(source).ok()?;
    let key = parsed.node.path_at(finding.span).filter(|key| !key.contains('['))?;
    let shape = fields::shape_at(&key)?;
    match remedy {
        Remedy::Unset => Some(unset(id, &key)),
        _ if shape.is_list() => None,
        _ => Some(set(id, &key, suggestion.unwrap_or(BLANK))),
    }
}
