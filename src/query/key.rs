//! What can be asked of a sheet: its keys, and what stands under them.

use crate::finding::{Diagnostic, Lint, Severity};
use crate::lang::common::did_you_mean;
use crate::lang::{Phrase, Text, phrase, text};
use crate::query::parse::{Word, mistake};
use crate::sheet::Sheet;
use crate::sheet::field::{self, FIELDS, Field};
use crate::sheet::shape::Shape;
use crate::sheet::value::Value;
use crate::text::fold::fold;

/// What is asked for: a field, a member of its values, or a key of the user's own.
#[derive(Clone)]
pub enum Key {
    Field(&'static Field),
    Member(&'static Field, String),
    /// Every field below a key that is none itself: `lessons`, `dates`.
    Group(String),
    /// `x-…` or `extra…`, any depth.
    Own(String),
}

impl Key {
    /// Finds what a name asks for: a field's key or short name, a member below it
    /// (`team.role`), the user's own key, or something below `extra`.
    pub fn find(name: &str) -> Option<Key> {
        if let Some(field) = field::find(name) {
            return Some(Key::Field(field));
        }
        if let Some((head, own)) = name.split_once(".x-")
            && let Some(field) = field::find(head)
            && matches!(field.shape, Shape::Records(_))
        {
            return Some(Key::Member(field, format!("x-{own}")));
        }
        if name.starts_with("x-")
            || name.contains(".x-")
            || name == "extra"
            || name.starts_with("extra.")
        {
            return Some(Key::Own(name.to_owned()));
        }
        if below(name).next().is_some() {
            return Some(Key::Group(name.to_owned()));
        }
        let dots = name.match_indices('.').map(|(index, _)| index);
        let (field, rest) =
            dots.rev().find_map(|dot| Some((field::find(&name[..dot])?, &name[dot + 1..])))?;
        let first = rest.split('.').next().unwrap_or(rest);
        let mut parts = field.shape.parts().iter();
        parts.any(|part| part.key == first).then(|| Key::Member(field, rest.to_owned()))
    }

    /// Finds what a name that was typed asks for: as [`Key::find`], in any case, or the field whose
    /// label it is in either language.
    pub fn typed(name: &str) -> Option<Key> {
        let known = Key::find(name).or_else(|| Key::find(&name.to_lowercase()));
        known.or_else(|| field::labelled(name).map(Key::Field))
    }

    /// What a sheet says under this key.
    pub fn value<'a>(&self, sheet: &'a Sheet) -> Value<'a> {
        match self {
            Key::Field(field) => (field.get)(sheet),
            Key::Member(field, path) => {
                implied(field, path, sheet).unwrap_or_else(|| (field.get)(sheet).at(path))
            }
            Key::Group(name) => {
                Value::list(below(name).flat_map(|field| (field.get)(sheet).flat()))
            }
            Key::Own(name) => own(sheet, name),
        }
    }

    /// The name in machine formats.
    pub fn name(&self) -> String {
        match self {
            Key::Field(field) => field.key.to_owned(),
            Key::Member(field, path) => format!("{}.{path}", field.key),
            Key::Group(name) | Key::Own(name) => name.clone(),
        }
    }

    /// The words above a column.
    pub fn label(&self) -> Phrase {
        match self {
            Key::Field(field) => field.label.into(),
            Key::Member(..) | Key::Group(_) | Key::Own(_) => Phrase::same(self.name()),
        }
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str(&self.name())
    }
}

/// What a cost says without writing it: its currency and its basis.
fn implied<'a>(field: &Field, path: &str, sheet: &'a Sheet) -> Option<Value<'a>> {
    let cost = Some(&sheet.cost).filter(|cost| field.key == "cost" && cost.amount.is_some())?;
    match path {
        "currency" => Some(Value::Text(cost.currency.code())),
        "basis" => Some(Value::choice(Some(cost.basis()))),
        _ => None,
    }
}

/// The fields whose keys begin with this one.
fn below(name: &str) -> impl Iterator<Item = &'static Field> {
    field::written()
        .filter(move |field| field.key.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')))
}

fn own<'a>(sheet: &'a Sheet, name: &str) -> Value<'a> {
    if let Some(path) = name.strip_prefix("extra") {
        let pairs = sheet.extra.iter().map(|(key, tree)| (key.as_str(), Value::of_tree(tree)));
        let extra = Value::Map(pairs.collect());
        return match path.strip_prefix('.') {
            Some(path) => extra.at(path),
            None if sheet.extra.is_empty() => Value::Missing,
            None => extra,
        };
    }
    let found = sheet.own.iter().find_map(|(key, tree)| {
        let rest = name.strip_prefix(key.as_str())?;
        match rest.strip_prefix('.') {
            Some(path) => Some(Value::of_tree(tree).at(path)),
            None => rest.is_empty().then(|| Value::of_tree(tree)),
        }
    });
    found.unwrap_or(Value::Missing)
}

/// Every text of a sheet, folded: what free words are looked for in.
pub fn texts(sheet: &Sheet) -> Vec<String> {
    let mut texts = vec![fold(&sheet.id)];
    for field in field::written() {
        gather(&(field.get)(sheet), &mut texts);
    }
    for (_, tree) in sheet.extra.iter().chain(&sheet.own) {
        gather(&Value::of_tree(tree), &mut texts);
    }
    for unread in &sheet.unread {
        gather(&Value::of_tree(&unread.value), &mut texts);
    }
    texts
}

fn gather(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Text(text) => texts.push(fold(text)),
        Value::Choice(choice) => texts.extend([choice.label.en, choice.label.fr].map(fold)),
        Value::Number(number) => texts.push(number.to_string()),
        Value::List(items) => items.iter().for_each(|item| gather(item, texts)),
        Value::Record(record) => {
            record.members().iter().for_each(|(_, member)| gather(member, texts))
        }
        Value::Map(pairs) => pairs.iter().for_each(|(_, member)| gather(member, texts)),
        Value::Missing | Value::Flag | Value::Date(_) | Value::Duration(_) | Value::Years(..) => {}
    }
}

/// Understands the name of a key: of a column, or of what to sort by.
///
/// # Errors
/// A name that means nothing, with the nearest that does.
pub fn read(name: &str) -> Result<Key, Box<Diagnostic>> {
    let word = Word { text: name.to_owned(), quoted: false, at: 0..name.len() };
    Key::typed(name).ok_or_else(|| {
        let mut mistake = unknown_key(name, &word, false);
        mistake.finding.lint = &BAD_KEY;
        mistake
    })
}

static BAD_KEY: Lint = Lint {
    code: "bad-key",
    severity: Severity::Error,
    title: text!("unknown key", "clé inconnue"),
    why: text!(
        "A key names a field of the sheet, or starts with `x-`.",
        "Une clé désigne un champ de la fiche, ou commence par `x-`.",
    ),
    help: ALL_KEYS,
    bad: "",
    good: "",
};

const QUOTE: Text = text!(
    "To search for this text, put it in double quotes",
    "Pour chercher ce texte mot pour mot, mettez-le entre guillemets droits (\"…\")",
);

const ALL_KEYS: Text = text!("all keys: sheet help query", "toutes les clés : sheet help query");

/// Tells that a key means nothing; where it may be a word of a query, how to look for that.
pub fn unknown_key(text: &str, word: &Word, words: bool) -> Box<Diagnostic> {
    let reason = phrase!("unknown key", "clé inconnue");
    let member = FIELDS.iter().find_map(|field| match field.shape {
        Shape::Record(parts) => {
            let mut parts = parts.iter();
            parts.any(|part| part.key == word.text).then(|| format!("{}.{}", field.key, word.text))
        }
        _ => None,
    });
    let near = member.or_else(|| field::near(&word.text).map(|field| field.short.to_owned()));
    let help = match near {
        Some(near) => {
            let near = did_you_mean(&near);
            if words {
                phrase!("{near} {quote}", "{near} {quote}", near, quote = QUOTE)
            } else {
                near
            }
        }
        None => ALL_KEYS.into(),
    };
    mistake(text, word.at.clone(), reason, Some(help))
}
