//! The answers of a form about a sheet that is there: what was changed alone, merged key by key.

use std::collections::HashMap;

use anyhow::Result;

use crate::lang::phrase;
use crate::session::assignment::{self, Assignment};
use crate::session::revision;
use crate::session::saving::Saving;
use crate::session::{Context, Exit, apply, find_sheet};
use crate::sheet::Sheet;
use crate::sheet::decode::decode_knowing;
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::key::Key;
use crate::sheet::merge::{self, MergeOptions, Outcome};
use crate::sheet::model::Dates;
use crate::sheet::write;
use crate::text::shell::shell_quote;
use crate::tree::{Change, Tree};
use crate::yaml;
use crate::yaml::node::Node;

/// The key under which a form says what it was given: of each key that was changed, a digest.
const SEEN: &str = "_seen";

/// Shows or writes the answers in a file; nothing where it holds none about a sheet that is there.
///
/// # Errors
/// There is no such sheet, or it cannot be read or written.
pub(super) fn take(
    context: &Context,
    path: &str,
    bytes: &[u8],
    saving: Saving,
) -> Result<Option<Exit>> {
    let Ok(source) = yaml::decode::decode(path, bytes) else {
        return Ok(None);
    };
    // What does not name that key need not be parsed.
    if !source.text().lines().any(|line| line.starts_with(SEEN)) {
        return Ok(None);
    }
    let Ok(parsed) = yaml::parse::parse(&source) else {
        return Ok(None);
    };
    let node = &parsed.node;
    let (Some(id), Some(seen)) = (node.at("id").and_then(Node::text), node.pair(SEEN)) else {
        return Ok(None);
    };
    let pairs = seen.value.pairs().iter();
    let seen = pairs.filter_map(|pair| Some((pair.key.as_ref(), pair.value.text()?)));
    let answers = Answers { id, node, seen: seen.collect() };
    let path = find_sheet::find_sheet(context, &context.collection()?, id)?;
    let ours = match apply::read(context, &path) {
        Ok((_, ours)) => ours,
        Err(refusal) => {
            revision::show(context, &refusal);
            return Ok(Some(Exit::Failure));
        }
    };
    let (assignments, all_taken) = answers.assignments(context, &ours)?;
    let (done, differs) = match assignments.as_slice() {
        [] => (Exit::Success, false),
        some => apply::to_one(context, "set", id, some, saving.is_saved())?,
    };
    let verdict = done.and(saving.verdict(context, differs));
    Ok(Some(if all_taken { verdict } else { Exit::Failure }))
}

/// What a form says of a sheet.
struct Answers<'a> {
    id: &'a str,
    node: &'a Node<'a>,
    seen: HashMap<&'a str, &'a str>,
}

impl Answers<'_> {
    /// What changes in the sheet, and whether that is all; what is not taken is said.
    fn assignments(&self, context: &Context, ours: &Sheet) -> Result<(Vec<Assignment>, bool)> {
        let theirs = decode_knowing(self.id, self.node, context.today, context.known()).sheet;
        let options = MergeOptions { accept_empty: true, prefer: None };
        let base = |key: &str| self.seen.get(key).copied();
        let (mut assignments, mut all_taken) = (Vec::new(), true);
        let mut dates = ours.dates.clone();
        for field in fields::written() {
            let Some(answer) = self.node.at(field.key) else {
                continue;
            };
            let said = (field.key.to_owned(), write::whole(field, &theirs));
            for merged in merge::merge(ours, &[said], base, options) {
                match merged.outcome {
                    Outcome::New | Outcome::Changed => {
                        let assignment =
                            assignment(context, field, answer, &merged.theirs, &dates)?;
                        all_taken &= assignment.is_some();
                        dates = assignment.iter().fold(dates, |dates, one| one.after(dates));
                        assignments.extend(assignment);
                    }
                    Outcome::Identical | Outcome::Kept => {}
                    Outcome::Emptied | Outcome::Conflict => {
                        self.leave(context, field, ours, &theirs);
                        all_taken = false;
                    }
                }
            }
        }
        Ok((assignments, all_taken))
    }

    /// Says that an answer is left, because the sheet says something else by now.
    fn leave(&self, context: &Context, field: &Field, ours: &Sheet, theirs: &Sheet) {
        let lang = context.lang();
        let (label, key, id) = (field.label, field.key, self.id);
        let here = field.stored(ours).echo(lang);
        let there = field.stored(theirs).echo(lang);
        context.note(&phrase!(
            "{label}: changed in the sheet since the form was made, left as it is: {here}; in the \
             form: {there}; to change it: sheet set {id} {key}=…",
            "{label} : modifié dans la fiche depuis le formulaire, laissé ainsi : {here} ; dans le \
             formulaire : {there} ; pour le changer : sheet set {id} {key}=…",
            label,
            here,
            there,
            id = shell_quote(id),
            key,
        ));
    }
}

/// What an answer changes: a text means what it means to `sheet set`, a list is taken whole.
fn assignment(
    context: &Context,
    field: &'static Field,
    answer: &Node,
    value: &Tree,
    dates: &Dates,
) -> Result<Option<Assignment>> {
    let text = answer.text().filter(|_| !answer.is_missing() && !field.shape.is_list());
    let Some(text) = text else {
        return Ok(Some(Assignment::of(field.key, Change::to(value.clone()))));
    };
    match assignment::parse(context, field.key, &Key::Field(field), text, dates) {
        Ok(assignment) => assignment::confirm(context, assignment),
        Err(diagnostics) => {
            context.show_diagnostics(&diagnostics);
            Ok(None)
        }
    }
}
