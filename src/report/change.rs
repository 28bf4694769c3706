//! What a command that writes says: each value before and after.

use std::collections::{HashMap, HashSet};

use crate::lang::{Lang, Phrase, phrase, text};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::sheet::Sheet;
use crate::sheet::canonical::is_below;
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::fields::write_command::{self, BLANK};
use crate::text::clip::clip;
use crate::tree::Tree;
use crate::value::any::Value;
use crate::yaml::comments::Comment;

/// A sheet before and after a change.
#[derive(Debug)]
pub struct Revised<'a> {
    /// The path of its file, as it is shown.
    pub path: &'a str,
    pub before: &'a Sheet,
    pub after: &'a Sheet,
    /// The comments that went with what they stood beside.
    pub gone: Vec<Comment>,
    /// Whether the change is on the disk.
    pub written: bool,
}

/// A value that is not what it was.
struct Difference<'a> {
    key: String,
    label: Phrase,
    field: Option<&'static Field>,
    before: Value<'a>,
    after: Value<'a>,
}

/// The longest words of a value on a line, in characters.
const MAX_LENGTH: usize = 72;

/// The report of some sheets that were changed, or would be; `name` is that of the command. Where
/// nobody named them, or there are several, each is reported by its path.
pub fn report(name: &'static str, sheets: &[Revised], named: bool, lang: Lang) -> Report {
    let mut report = Report::new(name);
    let mut changes = Vec::new();
    for sheet in sheets {
        if sheets.len() > 1 || !named {
            report.blocks.push(Block::Line(sheet.path.to_owned(), Tone::Strong));
        }
        let mut lines = Vec::new();
        for difference in differences(sheet.before, sheet.after) {
            lines.push(difference.words(&sheet.after.id, lang));
            changes.push(Change::of(sheet, &difference));
        }
        for comment in &sheet.gone {
            let Comment { line, text } = comment;
            let words = phrase!(
                "Comment also removed (line {line}): {text}",
                "Commentaire retiré en même temps (ligne {line}) : {text}",
                line,
                text,
            );
            lines.push(words.get(lang).to_owned());
        }
        if !lines.is_empty() {
            report.blocks.push(Block::Line(lines.join("\n"), Tone::Plain));
        }
    }
    report.with(table(&changes, lang))
}

/// That a sheet has another id, for machines.
pub fn renamed(old: &str, new: &str, path: &str, written: bool, lang: Lang) -> Block {
    let (id, path, key) = (new.to_owned(), path.to_owned(), "id".to_owned());
    let (before, after) = (Tree::text(old), Tree::text(new));
    table(&[Change { id, path, key, before, after, written }], lang)
}

/// A change as machine formats have it.
struct Change {
    id: String,
    path: String,
    key: String,
    before: Tree,
    after: Tree,
    written: bool,
}

impl Change {
    fn of(sheet: &Revised, difference: &Difference) -> Change {
        Change {
            id: sheet.after.id.clone(),
            path: sheet.path.to_owned(),
            key: difference.key.clone(),
            before: difference.before.tree(),
            after: difference.after.tree(),
            written: sheet.written,
        }
    }
}

fn table(changes: &[Change], lang: Lang) -> Block {
    Block::Table(Table::of("changes", changes, &COLUMNS, lang))
}

const COLUMNS: [Column<Change>; 6] = [
    Column::for_machines("id", |change, _| Cell::text(&change.id)),
    Column::for_machines("path", |change, _| Cell::text(&change.path)),
    Column::for_machines("key", |change, _| Cell::text(&change.key)),
    Column::for_machines("before", |change, _| Cell::data(change.before.clone())),
    Column::for_machines("after", |change, _| Cell::data(change.after.clone())),
    Column::for_machines("written", |change, _| Cell::data(Tree::flag(change.written))),
];

/// Every value that differs between two sheets: the fields in their order, then the other keys.
fn differences<'a>(before: &'a Sheet, after: &'a Sheet) -> Vec<Difference<'a>> {
    let mut all = Vec::new();
    for field in fields::written() {
        let (mut one, mut other) = (field.stored(before), field.stored(after));
        if one.is_missing() {
            one = unread(before, field.key);
        }
        if other.is_missing() {
            other = unread(after, field.key);
        }
        all.push(Difference {
            key: field.key.to_owned(),
            label: field.label.into(),
            field: Some(field),
            before: one,
            after: other,
        });
    }
    for (one, other, group) in
        [(&before.own, &after.own, ""), (&before.extra, &after.extra, "extra.")]
    {
        let values = |pairs: &'a [(String, Tree)]| -> HashMap<&'a str, &'a Tree> {
            pairs.iter().map(|(key, value)| (key.as_str(), value)).collect()
        };
        let (old, new) = (values(one), values(other));
        let came = other.iter().filter(|(key, _)| !old.contains_key(key.as_str()));
        for (key, _) in one.iter().chain(came) {
            let (was, is) = (old.get(key.as_str()), new.get(key.as_str()));
            if was != is {
                all.push(Difference {
                    key: format!("{group}{key}"),
                    label: Phrase::untranslated(key),
                    field: None,
                    before: was.map_or(Value::Missing, |tree| Value::of_tree(tree)),
                    after: is.map_or(Value::Missing, |tree| Value::of_tree(tree)),
                });
            }
        }
    }
    all.retain(|difference| difference.before.tree() != difference.after.tree());
    all
}

/// What is written below a key and could not be read.
fn unread<'a>(sheet: &'a Sheet, key: &str) -> Value<'a> {
    let found = sheet.unread.iter().find(|unread| is_below(&unread.key, key));
    found.map_or(Value::Missing, |unread| Value::of_tree(&unread.value))
}

impl Difference<'_> {
    fn words(&self, id: &str, lang: Lang) -> String {
        let label = self.label.get(lang);
        let short = |value: &Value| match value {
            Value::List(_) => shortened(&value.echo(lang)),
            value => shortened(&value.summary(lang)),
        };
        let message = match (&self.before, &self.after) {
            (Value::Missing, after) => short(after),
            (before, Value::Missing) => {
                let removed = text!("(none)", "(sans valeur)").get(lang);
                format!("{} → {removed}", short(before))
            }
            (Value::List(before), Value::List(after)) => self.listed(before, after, id, lang),
            (before, after) => {
                format!("{} → {}{}", short(before), short(after), without(before, after, lang))
            }
        };
        phrase!("{label}: {message}", "{label} : {message}", label, message).get(lang).to_owned()
    }

    /// What of a list came and went.
    fn listed(&self, before: &[Value], after: &[Value], id: &str, lang: Lang) -> String {
        let trees = |list: &[Value]| list.iter().map(Value::tree).collect::<HashSet<Tree>>();
        let (old, now) = (trees(before), trees(after));
        let gone: Vec<&Value> = before.iter().filter(|one| !now.contains(&one.tree())).collect();
        let new: Vec<&Value> = after.iter().filter(|one| !old.contains(&one.tree())).collect();
        let words = |values: &[&Value]| {
            let words: Vec<String> = values.iter().map(|value| value.summary(lang)).collect();
            shortened(&words.join(" · "))
        };
        // Of the same items, other parts are not what they were.
        let same = |(one, other): (&&Value, &&Value)| one.summary(lang) == other.summary(lang);
        if gone.len() == new.len() && gone.iter().zip(&new).all(same) {
            let words: Vec<String> = new.iter().map(|value| value.details(lang)).collect();
            return shortened(&words.join(" · "));
        }
        if gone.is_empty() {
            return format!("+ {}", words(&new));
        }
        if new.is_empty() {
            return format!("− {}", words(&gone));
        }
        if before.len() == after.len() {
            return format!("{} → {}", words(&gone), words(&new));
        }
        let (was, is, words) = (before.len(), after.len(), words(&new));
        let message = phrase!(
            "{was} before, {is} now ({words})",
            "{is} à la place de {was} ({words})",
            was,
            is,
            words,
        );
        let added = self.field.and_then(|field| write_command::add(id, field, BLANK, lang));
        let message = match added {
            Some(command) => phrase!(
                "{message}; to add instead of replacing: {command}",
                "{message} ; pour ajouter sans remplacer : {command}",
                message,
                command,
            ),
            None => message,
        };
        message.get(lang).to_owned()
    }
}

/// The members that a value had and has no more.
fn without(before: &Value, after: &Value, lang: Lang) -> String {
    let (Tree::Map(old), Tree::Map(new)) = (before.tree(), after.tree()) else {
        return String::new();
    };
    let gone = old.iter().filter(|(key, _)| !new.iter().any(|(name, _)| name == key));
    let words: Vec<String> = gone.map(|(key, _)| unknown(key).get(lang).to_owned()).collect();
    if words.is_empty() { String::new() } else { format!(", {}", words.join(", ")) }
}

/// How it is said that a member is no longer known.
fn unknown(member: &str) -> Phrase {
    match member {
        "tax" => phrase!("tax not stated", "taxe non indiquée"),
        _ => phrase!("no {member}", "sans {member}", member),
    }
}

fn shortened(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    clip(&line, MAX_LENGTH).into_owned()
}
