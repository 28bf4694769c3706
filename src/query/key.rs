//! What a query's keys and values mean.

use crate::finding::{Kind, Notice, Severity};
use crate::lang::fold::fold;
use crate::lang::{Phrase, Text};
use crate::query::parse::{Operator, Word, Written, mistake};
use crate::query::want::Want;
use crate::query::{Comparison, Query};
use crate::sheet::Sheet;
use crate::sheet::field::{self, FIELDS, Field};
use crate::sheet::value::Value;

/// What is asked for: a field, a member of its values, or a key of the user's own.
#[derive(Clone)]
pub enum Key {
    Field(&'static Field),
    Member(&'static Field, String),
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
        if name.starts_with("x-")
            || name.contains(".x-")
            || name == "extra"
            || name.starts_with("extra.")
        {
            return Some(Key::Own(name.to_owned()));
        }
        let dots = name.match_indices('.').map(|(index, _)| index);
        let (field, rest) =
            dots.rev().find_map(|dot| Some((field::find(&name[..dot])?, &name[dot + 1..])))?;
        let (field::Shape::Record(members) | field::Shape::Records(members)) = field.shape else {
            return None;
        };
        let first = rest.split('.').next().unwrap_or(rest);
        members().contains(&first).then(|| Key::Member(field, rest.to_owned()))
    }

    /// What a sheet says under this key.
    pub fn value<'a>(&self, sheet: &'a Sheet) -> Value<'a> {
        match self {
            Key::Field(field) => (field.get)(sheet),
            Key::Member(field, path) => (field.get)(sheet).at(path),
            Key::Own(name) => own(sheet, name),
        }
    }

    /// The name in machine formats.
    pub fn name(&self) -> String {
        match self {
            Key::Field(field) => field.key.to_owned(),
            Key::Member(field, path) => format!("{}.{path}", field.key),
            Key::Own(name) => name.clone(),
        }
    }

    /// The words above a column.
    pub fn label(&self) -> Phrase {
        match self {
            Key::Field(field) => field.label.into(),
            Key::Member(..) | Key::Own(_) => Phrase::same(self.name()),
        }
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str(&self.name())
    }
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

/// Understands what stands in the text of a query.
///
/// # Errors
/// The first key or value that means nothing, at its place.
pub fn understand(text: &str, written: Written) -> Result<Query, Box<Notice>> {
    let each = |all: Vec<Written>| -> Result<Vec<Query>, Box<Notice>> {
        all.into_iter().map(|one| understand(text, one)).collect()
    };
    match written {
        Written::All(all) => Ok(Query::All(each(all)?)),
        Written::Any(any) => Ok(Query::Any(each(any)?)),
        Written::Not(one) => Ok(Query::Not(Box::new(understand(text, *one)?))),
        Written::Words(word) => match fold(&word.text) {
            folded if folded.is_empty() => Ok(Query::All(Vec::new())),
            folded => Ok(Query::Says(folded)),
        },
        Written::Term { key, operator, values } => term(text, &key, operator, &values),
    }
}

/// Understands the name of a key: of a column, or of what to sort by.
///
/// # Errors
/// A name that means nothing, with the nearest that does.
pub fn read(name: &str) -> Result<Key, Box<Notice>> {
    let word = Word { text: name.to_owned(), quoted: false, at: 0..name.len() };
    Key::find(name).ok_or_else(|| {
        let mut mistake = unknown_key(name, &word);
        mistake.finding.kind = &BAD_KEY;
        mistake
    })
}

fn term(
    text: &str,
    word: &Word,
    operator: Operator,
    values: &[Word],
) -> Result<Query, Box<Notice>> {
    let key = Key::find(&word.text.to_lowercase())
        .or_else(|| Key::find(&word.text))
        .ok_or_else(|| unknown_key(text, word))?;
    let negate = |query| Query::Not(Box::new(query));
    let wants = || -> Result<Vec<Want>, Box<Notice>> {
        values.iter().map(|value| want(text, &key, value)).collect()
    };
    match (operator, values) {
        (Operator::Is, []) => Ok(Query::Present(key)),
        (Operator::IsNot, []) => Ok(negate(Query::Present(key))),
        (Operator::Is, _) => Ok(Query::Is(key.clone(), wants()?)),
        (Operator::IsNot, _) => Ok(negate(Query::Is(key.clone(), wants()?))),
        (Operator::Compares(comparison), [value]) => compares(text, key, comparison, value),
        (Operator::Compares(_), _) => {
            let reason = Phrase::new("one value is due after it", "il faut une valeur après");
            Err(mistake(text, word.at.clone(), reason, None))
        }
    }
}

fn compares(
    text: &str,
    key: Key,
    comparison: Comparison,
    value: &Word,
) -> Result<Query, Box<Notice>> {
    let want = want(text, &key, value)?;
    Ok(Query::Compares(key, comparison, Box::new(want)))
}

fn want(text: &str, key: &Key, value: &Word) -> Result<Want, Box<Notice>> {
    let shape = match key {
        Key::Field(field) => Some(*field),
        Key::Member(..) | Key::Own(_) => None,
    };
    Want::read(shape, &value.text, value.quoted)
        .map_err(|(reason, help)| mistake(text, value.at.clone(), reason, help))
}

static BAD_KEY: Kind = Kind {
    code: "bad-key",
    severity: Severity::Error,
    title: Text::new("there is no such key", "cette clé n'existe pas"),
    why: Text::new("Only keys have values.", "Seules les clés ont des valeurs."),
    fix: Text::new("all keys: sheet list --help", "toutes les clés : sheet list --help"),
    bad: "",
    good: "",
};

fn unknown_key(text: &str, word: &Word) -> Box<Notice> {
    let reason = Phrase::new("no field has this key", "aucun champ ne porte cette clé");
    let member = FIELDS.iter().find_map(|field| match field.shape {
        field::Shape::Record(members) => {
            members().contains(&word.text.as_str()).then(|| format!("{}.{}", field.key, word.text))
        }
        _ => None,
    });
    let near = member.or_else(|| field::near(&word.text).map(|field| field.short.to_owned()));
    let help = match near {
        Some(near) => Phrase::new(
            format!(
                "did you mean `{near}`? To look for the words themselves, put them in quotation marks"
            ),
            format!(
                "vouliez-vous dire « {near} » ? Pour chercher ces mots mêmes, mettez-les entre guillemets"
            ),
        ),
        None => {
            let keys: Vec<&str> = FIELDS.iter().map(|field| field.short).collect();
            let keys = keys.join(", ");
            Phrase::new(format!("the keys: {keys}"), format!("les clés : {keys}"))
        }
    };
    mistake(text, word.at.clone(), reason, Some(help))
}
