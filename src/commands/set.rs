//! `sheet set`, `sheet unset`: these values and no other byte.

use std::collections::HashSet;

use anyhow::Result;

use crate::cli::{BulkArgs, SetArgs, UnsetArgs};
use crate::finding::{Diagnostic, Fix};
use crate::lang::{Phrase, phrase};
use crate::query;
use crate::session::Failure;
use crate::session::assignment::{self, Assignment};
use crate::session::changes::is_required;
use crate::session::{Context, Exit, apply, find_sheet, revision};
use crate::sheet::fields::write_command;
use crate::sheet::key::Key;
use crate::sheet::model::Dates;
use crate::sheet::section::Section;
use crate::sheet::shape::Shape;
use crate::text::shell::shell_quote;
use crate::tree::Change;

/// Sets the values.
pub(super) fn run(context: &Context, args: &SetArgs) -> Result<Exit> {
    let (id, values) = target(&args.operands, &args.bulk);
    if values.is_empty() {
        return Err(Failure::usage(phrase!(
            "missing sheet or value: sheet set ID KEY=VALUE, e.g. sheet set my-project cost='9500 \
             € HT'",
            "il manque la fiche ou la valeur : sheet set FICHE CLÉ=VALEUR, par exemple sheet set \
             mon-projet cost='9500 € HT'",
        ))
        .into());
    }
    let mut dates: Option<Dates> = None;
    let mut assignments = Vec::new();
    for value in values {
        let Some((key, text)) = value.split_once('=') else {
            return Err(Failure::usage(phrase!(
                "`{value}` is not KEY=VALUE, e.g. cost='9500 € HT'",
                "`{value}` n'est pas de la forme CLÉ=VALEUR, par exemple cost='9500 € HT'",
                value,
            ))
            .into());
        };
        let Some((path, key)) = writable(context, key, id) else {
            return Ok(Exit::Usage);
        };
        if matches!(&key, Key::Field(field) if matches!(field.shape, Shape::Date)) {
            dates = dates.or_else(|| dates_of(context, id));
        }
        let there = dates.clone().unwrap_or_default();
        let mut assignment = match assignment::parse(context, &path, &key, text, &there) {
            Ok(assignment) => assignment,
            Err(diagnostics) => {
                let diagnostics = with_commands(diagnostics, id, &path);
                context.show_diagnostics(&diagnostics);
                if diagnostics.is_empty() {
                    context.note(&if is_required(&path) {
                        required(&path, id)
                    } else {
                        empty(&path, id)
                    });
                }
                return Ok(revision::refuse(context, &[]));
            }
        };
        assignment.warnings = with_commands(assignment.warnings, id, &path);
        match assignment::confirm_unless_many(context, assignment, &args.bulk)? {
            Some(assignment) => {
                dates = dates.map(|dates| assignment.after(dates));
                assignments.push(assignment);
            }
            None => return Ok(revision::refuse(context, &[])),
        }
    }
    let mut given = HashSet::new();
    let paths = assignments
        .iter()
        .flat_map(|one| [Some(one.path.as_str()), one.other.map(|(path, _)| path)])
        .flatten();
    if let Some(path) = paths.into_iter().find(|path| !given.insert(*path)) {
        return Err(Failure::usage(phrase!(
            "`{path}` is given twice; give it once",
            "`{path}` est donné deux fois ; donnez-le une seule fois",
            path,
        ))
        .into());
    }
    apply::to_sheets(context, "set", id, &assignments, &args.write_args, &args.bulk)
}

/// Removes the values.
pub(super) fn unset(context: &Context, args: &UnsetArgs) -> Result<Exit> {
    let (id, keys) = target(&args.operands, &args.bulk);
    if keys.is_empty() {
        return Err(Failure::usage(phrase!(
            "missing sheet or key: sheet unset ID KEY, e.g. sheet unset my-project summary",
            "il manque la fiche ou la clé : sheet unset FICHE CLÉ, par exemple sheet unset \
             mon-projet summary",
        ))
        .into());
    }
    let mut assignments = Vec::new();
    for key in keys {
        let Some((path, _)) = writable(context, key, id) else {
            return Ok(Exit::Usage);
        };
        if is_required(&path) {
            context.note(&required(&path, id));
            return Ok(revision::refuse(context, &[]));
        }
        assignments.push(Assignment::of(path, Change::Unset));
    }
    apply::to_sheets(context, "unset", id, &assignments, &args.write_args, &args.bulk)
}

/// The sheet that was named first, unless a query selects the sheets, and the words behind it.
pub(super) fn target<'a>(words: &'a [String], every: &BulkArgs) -> (Option<&'a str>, &'a [String]) {
    match (every.query.is_some(), words.split_first()) {
        (true, _) | (false, None) => (None, words),
        (false, Some((id, rest))) => (Some(id), rest),
    }
}

/// The dates of the sheet that is named, if it can be read.
fn dates_of(context: &Context, id: Option<&str>) -> Option<Dates> {
    let collection = context.collection().ok()?;
    let path = find_sheet::find_sheet(context, &collection, id?).ok()?;
    let (_, sheet) = apply::read(context, &path).ok()?;
    Some(sheet.dates)
}

/// What is reported of a value, each with what to type instead where that is known.
fn with_commands(diagnostics: Vec<Diagnostic>, id: Option<&str>, path: &str) -> Vec<Diagnostic> {
    let with_command = |diagnostic: Diagnostic| match (diagnostic.finding.fix.as_deref(), id) {
        (Some(Fix::Suggestion(value)), Some(id)) => {
            let command = write_command::set(id, path, value);
            diagnostic.with_command(&command)
        }
        _ => diagnostic,
    };
    diagnostics.into_iter().map(with_command).collect()
}

/// That a text says nothing.
fn empty(path: &str, id: Option<&str>) -> Phrase {
    phrase!(
        "the value of `{path}` is empty; to remove it: sheet unset {id} {path}",
        "la valeur de `{path}` est vide ; pour la retirer : sheet unset {id} {path}",
        path,
        id = shell_quote(id.unwrap_or("ID")),
    )
}

/// That a value may not be taken away.
fn required(path: &str, id: Option<&str>) -> Phrase {
    phrase!(
        "{path} is required; to change it: sheet set {id} {path}='…'",
        "{path} est obligatoire ; pour le changer : sheet set {id} {path}='…'",
        path,
        id = shell_quote(id.unwrap_or("ID")),
    )
}

/// The path in the file of a key that can be written; what cannot is reported.
fn writable(context: &Context, name: &str, id: Option<&str>) -> Option<(String, Key)> {
    let found = match query::parse_key(name.trim()) {
        Ok(found) => found,
        Err(mistake) => {
            context.show_diagnostics(&[*mistake]);
            return None;
        }
    };
    let path = found.name();
    let written = match &found {
        Key::Field(field) => field.section != Section::Derived,
        Key::Member(field, _) => field.shape.is_record(),
        Key::Count(_) | Key::Group(_) => false,
        Key::Own(_) => true,
    };
    if written && path.matches('.').count() <= 1 {
        return Some((path, found));
    }
    let id = id.unwrap_or("ID");
    let derived = matches!(&found, Key::Field(field) if field.section == Section::Derived);
    let other = match path.as_str() {
        "id" => phrase!(
            "it is the name of the file: sheet rename {id} …",
            "c'est le nom du fichier : sheet rename {id} …",
            id,
        ),
        _ if derived => phrase!(
            "it is computed; all keys: sheet help query",
            "c'est calculé ; toutes les clés : sheet help query",
        ),
        _ => {
            phrase!("edit the sheet: sheet edit {id}", "ouvrez la fiche : sheet edit {id}", id,)
        }
    };
    context.note(&phrase!(
        "{path} cannot be set directly; {other}",
        "{path} ne se modifie pas directement ; {other}",
        path,
        other,
    ));
    None
}
