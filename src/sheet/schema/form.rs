//! The building blocks of a schema.

use crate::lang::{Lang, Phrase, Text};
use crate::tree::Tree;

/// What a text may look like, what it is called, and what is said of all that is no such value.
pub struct TextForm {
    pub title: Text,
    /// Where it is absent, any text may stand here.
    pub pattern: Option<String>,
    pub error: Phrase,
}

/// A value that is such a text, or something else. Editors tell what is wrong with the first of
/// these where none of them fits: its message is said of all.
pub fn value(form: TextForm, others: Vec<Tree>, lang: Lang) -> Tree {
    let mut text = vec![
        pair("title", words(form.title.get(lang))),
        pair("type", Tree::List(vec![words("string")])),
        pair("errorMessage", words(form.error.get(lang))),
    ];
    if let Some(pattern) = form.pattern {
        // Editors that know no other message say this one of a pattern.
        text.push(pair("patternErrorMessage", words(form.error.get(lang))));
        text.push(pair("pattern", words(pattern)));
    }
    any_of([Tree::Map(text)].into_iter().chain(others))
}

/// A mapping of these keys, with what is said of another key, and of what is no mapping.
pub fn object(title: &str, keys: Vec<(String, Tree)>, unknown: &str, other: &str) -> Tree {
    let mapping = [("type", Tree::List(vec![words("object")])), ("errorMessage", words(other))];
    Tree::map([
        ("title", words(title)),
        ("errorMessage", words(unknown)),
        ("properties", Tree::Map(keys)),
        ("additionalProperties", Tree::flag(false)),
        ("allOf", Tree::List(vec![Tree::map(mapping)])),
    ])
}

/// A mapping that may have keys of the user's own besides.
pub fn with_own(mut object: Tree) -> Tree {
    if let Tree::Map(pairs) = &mut object {
        pairs.push(pair("patternProperties", Tree::map([("^x-", Tree::Map(Vec::new()))])));
    }
    object
}

/// A schema that needs a key besides, with what is said where that is missing.
pub fn needing(mut schema: Tree, key: &str, error: &str) -> Tree {
    let needs =
        Tree::map([("required", Tree::List(vec![words(key)])), ("errorMessage", words(error))]);
    also(&mut schema, needs);
    schema
}

/// A schema that needs one of these keys with such a value, if there are any.
pub fn needing_one(mut schema: Tree, keys: Vec<(&str, Tree)>, error: &str) -> Tree {
    let needs = keys.into_iter().map(|(key, value)| {
        Tree::map([
            ("required", Tree::List(vec![words(key)])),
            ("properties", Tree::map([(key, value)])),
            ("errorMessage", words(error)),
        ])
    });
    let needs: Vec<Tree> = needs.collect();
    if !needs.is_empty() {
        also(&mut schema, any_of(needs));
    }
    schema
}

fn also(schema: &mut Tree, needs: Tree) {
    if let Tree::Map(pairs) = schema {
        match pairs.iter_mut().find(|(name, _)| name == "allOf") {
            Some((_, Tree::List(all))) => all.push(needs),
            _ => pairs.push(pair("allOf", Tree::List(vec![needs]))),
        }
    }
}

/// A mapping of any keys, or nothing.
pub fn mapping(other: &str) -> Tree {
    let mapping = Tree::map([
        ("title", words("…")),
        ("type", Tree::List(vec![words("object")])),
        ("errorMessage", words(other)),
    ]);
    any_of([mapping, nothing()])
}

/// A list of such values.
pub fn list(item: Tree) -> Tree {
    Tree::map([("type", words("array")), ("items", item)])
}

/// Words that an editor offers, each with what it means.
pub fn offered(choices: impl IntoIterator<Item = (String, String)>) -> Tree {
    let (codes, meanings): (Vec<Tree>, Vec<Tree>) =
        choices.into_iter().map(|(code, meaning)| (words(code), words(meaning))).unzip();
    Tree::map([
        ("title", words("·")),
        ("enum", Tree::List(codes)),
        ("enumDescriptions", Tree::List(meanings)),
    ])
}

/// A schema with its name and its description, first of all.
pub fn described(schema: Tree, title: &str, description: &str) -> Tree {
    let mut pairs = vec![pair("title", words(title)), pair("description", words(description))];
    if let Tree::Map(others) = schema {
        pairs.extend(others.into_iter().filter(|(key, _)| key != "title"));
    }
    Tree::Map(pairs)
}

/// One of these.
pub fn any_of(schemas: impl IntoIterator<Item = Tree>) -> Tree {
    let mut schemas: Vec<Tree> = schemas.into_iter().collect();
    if schemas.len() == 1 { schemas.remove(0) } else { Tree::map([("anyOf", Tree::List(schemas))]) }
}

/// Nothing, as an empty list and an empty mapping are. It is said by what it is not, or editors
/// would offer `null`.
pub fn nothing() -> Tree {
    empty_or_no(&["string", "number", "boolean"])
}

/// A truth value, or nothing.
pub fn truth() -> Tree {
    empty_or_no(&["string", "number"])
}

/// A single value that is no text: a number, a truth value, nothing.
pub fn plain() -> Tree {
    empty_or_no(&["string"])
}

/// A schema that stands under a name in the same file.
pub fn reference(name: &str) -> Tree {
    Tree::map([("$ref", words(format!("#/$defs/{name}")))])
}

/// A number from one to another, whole or not.
pub fn number(kind: &str, least: impl ToString, most: Option<u64>) -> Tree {
    let mut range = vec![
        pair("title", words(kind)),
        pair("type", words(kind)),
        pair("minimum", Tree::number(least)),
    ];
    range.extend(most.map(|most| pair("maximum", Tree::number(most))));
    Tree::Map(range)
}

fn empty_or_no(types: &[&str]) -> Tree {
    let types = Tree::List(types.iter().map(|name| words(*name)).collect());
    let none = || Tree::number(0);
    Tree::map([
        ("title", words("-")),
        ("not", Tree::map([("type", types)])),
        ("maxItems", none()),
        ("maxProperties", none()),
    ])
}

/// A member of a schema.
pub fn pair(key: &str, value: Tree) -> (String, Tree) {
    (key.to_owned(), value)
}

/// A text in a schema.
pub fn words(text: impl Into<String>) -> Tree {
    Tree::text(text)
}
