//! What a text that somebody typed for a key means: the changes that it makes to a sheet.

use std::borrow::Cow;
use std::mem;

use anyhow::Result;

use crate::cli::BulkArgs;
use crate::finding::{Diagnostic, Finding};
use crate::lang::{Phrase, phrase};
use crate::session::Context;
use crate::session::changes::{Changed, Changes, apply_changes};
use crate::session::lesson_address;
use crate::session::names;
use crate::session::typed_dates::{self, TypedDates};
use crate::sheet::ask::with_actions;
use crate::sheet::codes::{MISSING_TERRITORY, MISSING_TITLE, UNCERTAIN_VALUE};
use crate::sheet::key::Key;
use crate::sheet::known::KnownBySort;
use crate::sheet::model::Dates;
use crate::sheet::part::Part;
use crate::sheet::shape::Shape;
use crate::sheet::{Sheet, decode, fields};
use crate::text::{Source, Span};
use crate::tree::{Change, Tree};
use crate::value::date::Date;
use crate::value::list::kind::Kind;
use crate::value::list::mark::has_mark;
use crate::value::list::{certain_pieces, judge::says_none};
use crate::value::money::RARELY_STATED;
use crate::yaml;
use crate::yaml::node::{Content, Node, ScalarStyle};

/// What somebody asks to be changed about one value.
#[derive(Clone, Debug)]
pub(crate) struct Assignment {
    /// The path of the value.
    pub path: String,
    pub changes: Changes,
    /// Why the text that was typed may mean something else.
    pub warnings: Vec<Diagnostic>,
    /// What is written where nobody confirms the doubtful reading: the text as it was typed, or each
    /// of the names in it; nothing where that would be no value.
    pub typed: Vec<Change>,
    /// The value as a whole, where the changes are those of its members.
    pub whole: Tree,
    /// The words of the value as it was read.
    pub read: Phrase,
    /// The other date of a period, which must not contradict one that is there.
    pub other: Option<(&'static str, Date)>,
}

impl Assignment {
    /// A change that is certain.
    pub(crate) fn of(path: impl Into<String>, change: Change) -> Assignment {
        let path = path.into();
        let changes = vec![(path.clone(), change.clone())];
        let (whole, read) = (Tree::Missing, Phrase::default());
        let typed = vec![change];
        Assignment { path, changes, warnings: Vec::new(), typed, whole, read, other: None }
    }

    /// Each item that is added by itself; the parts of one value stay together.
    pub(crate) fn split(mut self) -> Vec<Assignment> {
        if !self.changes.iter().all(|(_, change)| matches!(change, Change::Add(_))) {
            return vec![self];
        }
        let changes = mem::take(&mut self.changes).into_iter();
        changes.map(|change| Assignment { changes: vec![change], ..self.clone() }).collect()
    }

    /// The new text of a sheet. Where a value that is named as a whole stands in a form of which
    /// not all is certain, it is replaced as a whole.
    ///
    /// # Errors
    /// Which of the changes cannot be made, and why.
    pub(crate) fn apply(&self, source: &Source, known: &KnownBySort) -> Result<Changed, Phrase> {
        if let Some(there) = self.other.and_then(|other| typed_dates::contradicting(source, other))
        {
            return Err(there);
        }
        let in_members = self.changes.iter().any(|(path, _)| *path != self.path);
        let whole = (self.path.clone(), Change::Set(self.whole.clone()));
        match apply_changes(source, &self.changes, known) {
            Err(_) if in_members && is_one_text(source, &self.path) => {
                apply_changes(source, &[whole], known)
            }
            made => made,
        }
    }

    /// The changes that write the text as it was typed, where that may be.
    fn into_typed(self) -> Option<Assignment> {
        let typed = self.typed.iter().map(|change| (self.path.clone(), change.clone()));
        let changes: Changes = typed.collect();
        (!changes.is_empty()).then(|| Assignment { changes, warnings: Vec::new(), ..self })
    }

    /// The dates that a sheet has with these changes.
    pub(crate) fn after(&self, dates: Dates) -> Dates {
        self.changes.iter().fold(dates, typed_dates::after)
    }
}

/// What a text changes when it becomes the value of a key. A value with members is set member
/// by member, so that what its text cannot say stays. A date may lack its year where `dates`, those
/// of the sheet, have the other one.
///
/// # Errors
/// What is reported of the text; nothing where it says nothing.
pub(crate) fn parse(
    context: &Context,
    path: &str,
    key: &Key,
    text: &str,
    dates: &Dates,
) -> Result<Assignment, Vec<Diagnostic>> {
    if let Some(found) = typed_dates::of_dates(path, text, dates) {
        let TypedDates { changes, warnings, read, other } = found;
        let unset = Assignment::of(path, Change::Unset);
        // What somebody must confirm is no date as it was typed.
        return Ok(Assignment { changes, warnings, typed: Vec::new(), read, other, ..unset });
    }
    if matches!(key, Key::Field(field) if matches!(field.shape, Shape::LessonAddresses)) {
        let addresses = lesson_address::resolve(context, path, text)?;
        let items = addresses.iter().map(Tree::text).collect();
        let read = Phrase::untranslated(addresses.join(", "));
        return Ok(Assignment { read, ..Assignment::of(path, Change::Set(Tree::List(items))) });
    }
    let (sheet, warnings) = reading(context, path, key, text, &known_names(context, key, text))?;
    let value = match key {
        Key::Own(_) => typed(key, text).to_tree(),
        Key::Field(field) if matches!(field.shape, Shape::Lessons) => {
            with_actions(key.value(&sheet).written())
        }
        Key::Field(_) | Key::Member(..) | Key::Count(_) | Key::Group(_) => {
            key.value(&sheet).written()
        }
    };
    if value == Tree::Missing {
        // What is meant where a part says nothing, such as euros, is written by taking it away.
        return match key {
            Key::Member(..) if !says_none(text) => Ok(Assignment::of(path, Change::Unset)),
            _ => Err(Vec::new()),
        };
    }
    Ok(Assignment {
        path: path.to_owned(),
        changes: changes(path, key, value.clone()),
        whole: value,
        warnings,
        typed: vec![Change::Set(Tree::text(text.trim()))],
        read: Phrase::per_lang(|lang| key.value(&sheet).echo(lang)),
        other: None,
    })
}

/// What a text adds to a key when it is one of its answers: items to a list, else its value.
///
/// # Errors
/// As [`parse`].
pub(crate) fn parse_item(
    context: &Context,
    path: &str,
    key: &Key,
    text: &str,
    dates: &Dates,
) -> Result<Assignment, Vec<Diagnostic>> {
    let assignment = parse(context, path, key, text, dates)?;
    let changes = match assignment.changes.as_slice() {
        [(path, Change::Set(Tree::List(items)))] => {
            items.iter().map(|item| (path.clone(), Change::Add(item.clone()))).collect()
        }
        _ => return Ok(assignment),
    };
    let names = match kind_at(path) {
        Some(kind) => certain_pieces(text.trim(), kind, known_names(context, key, text).at(path)),
        None => vec![text.trim().to_owned()],
    };
    let typed = names.into_iter().map(|name| Change::Add(Tree::text(name))).collect();
    Ok(Assignment { changes, typed, ..assignment })
}

/// Settles a doubt: on a terminal its reader is asked; where nobody can be, the text stays as
/// it was typed. Nothing where it was not meant so, or cannot stay, which is reported.
///
/// # Errors
/// Where the terminal cannot be used.
pub(crate) fn confirm(context: &Context, assignment: Assignment) -> Result<Option<Assignment>> {
    if assignment.warnings.is_empty() {
        return Ok(Some(assignment));
    }
    let question = question(&assignment);
    Ok(match context.confirm(&question, true)? {
        Some(true) => Some(Assignment { warnings: Vec::new(), ..assignment }),
        Some(false) => None,
        None => {
            // What is written as an item was told apart by its writer, so that nobody doubts its cut
            // again: it is reported now or never.
            let added = assignment.typed.iter().filter_map(|change| match change {
                Change::Add(Tree::Text { text, .. }) => Some(text),
                _ => None,
            });
            let added: Vec<&String> = added.collect();
            if kind_at(&assignment.path).is_some() && !added.is_empty() {
                let path = &assignment.path;
                let later: Vec<Phrase> =
                    added.iter().flat_map(|text| labels_of_item(context, path, text)).collect();
                let mut now = assignment.warnings.clone();
                now.retain(|warning| !later.contains(&warning.finding.label));
                context.show_diagnostics(&now);
            }
            if assignment.typed.is_empty() {
                context.show_diagnostics(&assignment.warnings);
            }
            assignment.into_typed()
        }
    })
}

/// How the names at a path are told apart, where each is an item of its own.
fn kind_at(path: &str) -> Option<&'static Kind> {
    fields::shape_at(path).and_then(|shape| shape.kind()).filter(|kind| kind.one_per_item)
}

/// What is reported of a text that is an item of a list.
fn labels_of_item(context: &Context, path: &str, text: &str) -> Vec<Phrase> {
    let item = Node::scalar(text.to_owned(), ScalarStyle::Quoted, Span::TOP);
    let list = Node { span: Span::TOP, content: Content::List(vec![item].into()) };
    let node = Node::nested(path, list);
    let read = decode::decode_knowing("", &node, context.today, context.known());
    read.findings.into_iter().map(|finding| finding.label).collect()
}

/// A request without a doubt, if it is wanted so. Where many sheets change at once, a doubt is
/// reported and never settled.
pub(crate) fn confirm_unless_many(
    context: &Context,
    assignment: Assignment,
    bulk: &BulkArgs,
) -> Result<Option<Assignment>> {
    if bulk.query.is_some() && !assignment.warnings.is_empty() {
        context.show_diagnostics(&assignment.warnings);
        return Ok(None);
    }
    confirm(context, assignment)
}

/// The sheet that a text for a key gives, and what is doubtful about it.
fn reading(
    context: &Context,
    path: &str,
    key: &Key,
    text: &str,
    known: &KnownBySort,
) -> Result<(Sheet, Vec<Diagnostic>), Vec<Diagnostic>> {
    let source = Source::of(path.to_owned(), text.trim().to_owned());
    let node = Node::nested(path, typed(key, text));
    let read = decode::decode_knowing("", &node, context.today, known);
    let absent =
        |finding: &Finding| finding.lint == &MISSING_TITLE || finding.lint == &MISSING_TERRITORY;
    let diagnostics = read.findings.into_iter().filter(|finding| !absent(finding));
    let diagnostics: Vec<Diagnostic> =
        diagnostics.map(|finding| Diagnostic::new(&source, finding)).collect();
    if diagnostics.iter().all(|diagnostic| diagnostic.finding.lint == &UNCERTAIN_VALUE) {
        Ok((read.sheet, diagnostics))
    } else {
        Err(diagnostics)
    }
}

/// Asks whether a doubtful reading is meant: what was read, and why that is doubtful.
pub(crate) fn question(assignment: &Assignment) -> Phrase {
    let why = Phrase::per_lang(|lang| {
        let labels =
            assignment.warnings.iter().map(|diagnostic| diagnostic.finding.label.get(lang));
        labels.collect::<Vec<_>>().join(", ")
    });
    let read = &assignment.read;
    phrase!(
        "Read as {read} ({why}). Is that right?",
        "Lu : {read} ({why}). Est-ce bien cela ?",
        read,
        why,
    )
}

/// The names that are known for a key: those that `sheet.yaml` lists, and those in use.
fn known_names<'c>(context: &'c Context, key: &Key, text: &str) -> Cow<'c, KnownBySort> {
    let mut known = Cow::Borrowed(context.known());
    // Where nothing can be cut, no name is halved.
    if let Some(sort) = fields::names_at(&key.name()).filter(|_| has_mark(text)) {
        let used = names::of_collection(context).iter().filter(|(names, _)| *names == sort);
        known.to_mut().extend(sort, used.map(|(_, name)| name.as_str()));
    }
    known
}

/// Whether a value is written as one text.
fn is_one_text(source: &Source, path: &str) -> bool {
    let parsed = yaml::parse::parse(source);
    parsed.is_ok_and(|parsed| parsed.node.at(path).is_some_and(|node| node.text().is_some()))
}

/// A text that was typed, as if it stood in a sheet.
fn typed<'t>(key: &Key, text: &'t str) -> Node<'t> {
    let text = text.trim();
    let length = text.lines().next().unwrap_or("").chars().count().max(1);
    let style = match key {
        Key::Own(_) => ScalarStyle::Plain,
        Key::Field(_) | Key::Member(..) | Key::Count(_) | Key::Group(_) => ScalarStyle::Literal,
    };
    Node::scalar(text, style, Span::on_line(1, 1, length))
}

fn changes(path: &str, key: &Key, value: Tree) -> Changes {
    let parts: &[Part] = match key {
        Key::Field(field) if field.shape.is_record() => field.shape.parts(),
        Key::Field(_) | Key::Member(..) | Key::Count(_) | Key::Group(_) | Key::Own(_) => &[],
    };
    let members = match (&value, parts.is_empty()) {
        (Tree::Map(members), false) => members,
        _ => return vec![(path.to_owned(), Change::Set(value))],
    };
    let find =
        |name: &str| members.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
    let changes = parts.iter().filter_map(|part| match find(part.key) {
        Some(value) => Some((format!("{path}.{}", part.key), Change::Set(value))),
        None if RARELY_STATED.contains(&part.key) => None,
        None => Some((format!("{path}.{}", part.key), Change::Unset)),
    });
    changes.collect()
}
