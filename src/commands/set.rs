//! `sheet set`, `sheet unset`: these values and no other byte.

use anyhow::Result;

use crate::cli::{SetArgs, UnsetArgs};
use crate::commands::{Context, Exit};
use crate::finding::{Finding, Notice};
use crate::lang::Phrase;
use crate::query::key::{self, Key};
use crate::sheet::field::{Section, Shape};
use crate::sheet::kinds::{MISSING_TERRITORY, MISSING_TITLE};
use crate::sheet::read;
use crate::source::edit::Change;
use crate::source::node::Node;
use crate::source::tree::Tree;
use crate::source::{Source, Span};

/// Sets the values.
pub fn run(context: &Context, args: &SetArgs) -> Result<Exit> {
    let mut changes = Vec::new();
    for value in &args.values {
        let Some((key, text)) = value.split_once('=') else {
            context.say(&Phrase::new(
                format!("`{value}` is no KEY=VALUE: for example cost='9500 € HT'"),
                format!("« {value} » n'est pas CLÉ=VALEUR : par exemple cost='9500 € HT'"),
            ));
            return Ok(Exit::Wrong);
        };
        let Some((path, key)) = context.writable(key) else {
            return Ok(Exit::Wrong);
        };
        match understood(context, &path, &key, text) {
            Ok(value) => changes.extend(by_member(path, &key, value)),
            Err(notices) => {
                context.tell(&notices);
                if notices.is_empty() {
                    context.say(&Phrase::new(
                        format!("`{text}` says nothing; to remove a value: sheet unset"),
                        format!("« {text} » ne dit rien ; pour retirer une valeur : sheet unset"),
                    ));
                }
                return Ok(Exit::No);
            }
        }
    }
    save(context, &args.id, &changes)
}

/// Members of a cost that its text rarely says: setting the cost keeps them.
const KEPT: [&str; 2] = ["basis", "shares"];

/// A value with members is set member by member, so that what its text cannot say stays.
fn by_member(path: String, key: &Key, value: Tree) -> Vec<(String, Change)> {
    let members = match key {
        Key::Field(field) => match field.shape {
            Shape::Record(members) => members(),
            _ => Vec::new(),
        },
        Key::Member(..) | Key::Own(_) => Vec::new(),
    };
    let Tree::Map(said) = &value else {
        return vec![(path, Change::Set(value))];
    };
    let find =
        |name: &str| said.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
    let changes = members.iter().filter_map(|name| match find(name) {
        Some(value) => Some((format!("{path}.{name}"), Change::Set(value))),
        None if KEPT.contains(name) => None,
        None => Some((format!("{path}.{name}"), Change::Unset)),
    });
    match members.is_empty() {
        true => vec![(path, Change::Set(value.clone()))],
        false => changes.collect(),
    }
}

/// Removes the values.
pub fn unset(context: &Context, args: &UnsetArgs) -> Result<Exit> {
    let mut changes = Vec::new();
    for key in &args.keys {
        let Some((path, _)) = context.writable(key) else {
            return Ok(Exit::Wrong);
        };
        changes.push((path, Change::Unset));
    }
    save(context, &args.id, &changes)
}

fn save(context: &Context, id: &str, changes: &[(String, Change)]) -> Result<Exit> {
    let collection = context.collection()?;
    match context.named(&collection, id)? {
        Some(path) => context.change(&collection, &path, changes),
        None => Ok(Exit::No),
    }
}

impl Context {
    /// The path in the file of a key that can be written; what cannot is told.
    fn writable(&self, name: &str) -> Option<(String, Key)> {
        let found = match key::read(name.trim()) {
            Ok(found) => found,
            Err(mistake) => {
                self.tell(&[*mistake]);
                return None;
            }
        };
        let path = found.name();
        let written = match &found {
            Key::Field(field) => field.section != Section::Derived,
            Key::Member(field, _) => matches!(field.shape, Shape::Record(_)),
            Key::Own(_) => true,
        };
        if !written || path.matches('.').count() > 1 {
            self.say(&Phrase::new(
                format!("{path} cannot be set by itself; change it in an editor"),
                format!("{path} ne se change pas seul ; changez-le dans un éditeur"),
            ));
            return None;
        }
        Some((path, found))
    }
}

/// What a text means for a key, as a sheet writes it.
///
/// # Errors
/// What is told of it; nothing where it says nothing.
fn understood(context: &Context, path: &str, key: &Key, text: &str) -> Result<Tree, Vec<Notice>> {
    let text = text.trim();
    let source = Source::of(path.to_owned(), text.to_owned());
    let length = text.lines().next().unwrap_or("").chars().count().max(1);
    let value = Node::scalar(text, matches!(key, Key::Own(_)), Span::on_line(1, 1, length));
    let plain = Tree::of(&value);
    let read = read::read("", &Node::nested(path, value), context.today);
    let absent =
        |finding: &Finding| finding.kind == &MISSING_TITLE || finding.kind == &MISSING_TERRITORY;
    let told = read.findings.into_iter().filter(|finding| !absent(finding));
    let told: Vec<Notice> = told.map(|finding| Notice::new(&source, finding)).collect();
    if !told.is_empty() {
        return Err(told);
    }
    let tree = match key {
        Key::Own(_) => plain,
        Key::Field(_) | Key::Member(..) => key.value(&read.sheet).written(),
    };
    match tree {
        Tree::Missing => Err(Vec::new()),
        tree => Ok(tree),
    }
}
