//! What a text that somebody typed for a key means: the changes that it makes to a sheet.

use crate::commands::Context;
use crate::finding::{Finding, Notice};
use crate::query::key::Key;
use crate::sheet::field::Shape;
use crate::sheet::kinds::{MISSING_TERRITORY, MISSING_TITLE};
use crate::sheet::read;
use crate::source::edit::Change;
use crate::source::node::Node;
use crate::source::tree::Tree;
use crate::source::{Source, Span};

/// Changes of a sheet, each with its path.
pub type Changes = Vec<(String, Change)>;

/// Members of a cost that its text rarely says: setting the cost keeps them.
const KEPT: [&str; 2] = ["basis", "shares"];

impl Context {
    /// What a text changes when it becomes the value of a key. A value with members is set member
    /// by member, so that what its text cannot say stays.
    ///
    /// # Errors
    /// What is told of the text; nothing where it says nothing.
    pub fn understood(&self, path: &str, key: &Key, text: &str) -> Result<Changes, Vec<Notice>> {
        let value = self.meaning(path, key, text)?;
        let members = match key {
            Key::Field(field) => match field.shape {
                Shape::Record(members) => members(),
                _ => Vec::new(),
            },
            Key::Member(..) | Key::Group(_) | Key::Own(_) => Vec::new(),
        };
        let said = match (&value, members.is_empty()) {
            (Tree::Map(said), false) => said,
            _ => return Ok(vec![(path.to_owned(), Change::Set(value))]),
        };
        let find =
            |name: &str| said.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
        let changes = members.iter().filter_map(|name| match find(name) {
            Some(value) => Some((format!("{path}.{name}"), Change::Set(value))),
            None if KEPT.contains(name) => None,
            None => Some((format!("{path}.{name}"), Change::Unset)),
        });
        Ok(changes.collect())
    }

    /// What a text adds to a key when it is one of its answers: items to a list, else its value.
    ///
    /// # Errors
    /// As [`Context::understood`].
    pub fn answered(&self, path: &str, key: &Key, text: &str) -> Result<Changes, Vec<Notice>> {
        let changes = self.understood(path, key, text)?;
        Ok(match changes.as_slice() {
            [(path, Change::Set(Tree::List(items)))] => {
                items.iter().map(|item| (path.clone(), Change::Add(item.clone()))).collect()
            }
            _ => changes,
        })
    }

    /// What a text means for a key, as a sheet writes it.
    fn meaning(&self, path: &str, key: &Key, text: &str) -> Result<Tree, Vec<Notice>> {
        let text = text.trim();
        let source = Source::of(path.to_owned(), text.to_owned());
        let length = text.lines().next().unwrap_or("").chars().count().max(1);
        let value = Node::scalar(text, matches!(key, Key::Own(_)), Span::on_line(1, 1, length));
        let plain = Tree::of(&value);
        let read = read::read("", &Node::nested(path, value), self.today);
        let absent = |finding: &Finding| {
            finding.kind == &MISSING_TITLE || finding.kind == &MISSING_TERRITORY
        };
        let told = read.findings.into_iter().filter(|finding| !absent(finding));
        let told: Vec<Notice> = told.map(|finding| Notice::new(&source, finding)).collect();
        if !told.is_empty() {
            return Err(told);
        }
        let tree = match key {
            Key::Own(_) => plain,
            Key::Field(_) | Key::Member(..) | Key::Group(_) => key.value(&read.sheet).written(),
        };
        match tree {
            Tree::Missing => Err(Vec::new()),
            tree => Ok(tree),
        }
    }
}
