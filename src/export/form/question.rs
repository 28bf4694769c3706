//! One question of the form: how it is asked, checked and answered already.

use crate::export::form::names::{Offered, list_id};
use crate::export::form::words::Words;
use crate::lang::Lang;
use crate::sheet::Sheet;
use crate::sheet::field::{Field, Names};
use crate::sheet::questions::silent;
use crate::sheet::shape::Shape;
use crate::sheet::{merge, write};
use crate::tree::Tree;
use crate::tree::said::digest;
use crate::value::any::Value;

/// One question.
pub(super) struct Question {
    pub key: &'static str,
    pub label: &'static str,
    pub about: &'static str,
    pub example: &'static str,
    pub required: bool,
    /// How it is asked: `line`, `prose`, `choice`, `rows`.
    pub look: &'static str,
    /// What is checked while it is typed; empty where nothing is.
    pub check: &'static str,
    /// The list of names that are offered; empty where none are.
    pub names: &'static str,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// The part without which an item of it is none; empty where any will do.
    pub needs: &'static str,
    /// A digest of what the sheet says, by which a change is merged.
    pub seen: String,
    /// What is written already.
    pub value: String,
    /// Of a list, the inputs of each item.
    pub inputs: Vec<Input>,
    pub rows: Vec<Row>,
}

/// One that can be chosen.
pub(super) struct Choice {
    pub code: &'static str,
    pub label: &'static str,
    pub chosen: bool,
}

/// One input of an item.
pub(super) struct Input {
    /// The key of its part; empty where the item is a text.
    pub part: &'static str,
    pub label: &'static str,
    pub names: &'static str,
    pub long: bool,
}

/// An item that is there already.
pub(super) struct Row {
    /// The YAML of its other parts, so that nothing is lost where one of these changes.
    pub rest: String,
    pub values: Vec<String>,
}

impl Question {
    /// The question for a field, with what a sheet says already.
    pub(super) fn of(
        field: &'static Field,
        sheet: &Sheet,
        known: &[Offered],
        lang: Lang,
    ) -> Question {
        let value = field.stored(sheet);
        let is_known = |sort: Names| known.iter().any(|offered| offered.sort == sort);
        let names = field.more.names.filter(|sort| is_known(*sort)).map_or("", list_id);
        let choices = match field.shape {
            Shape::Choice(all) => all(),
            _ => Vec::new(),
        };
        let chosen = |code: &str| matches!(&value, Value::Choice(now) if now.code == code);
        let choices = choices.into_iter().map(|choice| Choice {
            code: choice.code,
            label: choice.get(lang),
            chosen: chosen(choice.code),
        });
        let inputs = inputs(field, names, is_known(Names::People), lang);
        let row = |item: &Value| {
            let tree = item.tree();
            let values = inputs.iter().map(|input| said(&tree, input.part)).collect();
            Row { rest: rest(&tree, &inputs), values }
        };
        let items = Some(&value).filter(|_| field.shape.is_list()).cloned().map(Value::flat);
        let mut rows: Vec<Row> = items.iter().flatten().map(row).collect();
        if matches!(field.shape, Shape::Words) {
            rows.extend(silent(sheet).map(|name| Row {
                rest: String::new(),
                values: vec![name.to_owned(), String::new()],
            }));
        }
        Question {
            key: field.key,
            label: field.label.get(lang),
            about: field.about.get(lang),
            example: field.more.example.map_or("", |example| example.get(lang)),
            required: field.more.required.is_some(),
            look: match field.shape {
                Shape::Choice(_) => "choice",
                Shape::Prose => "prose",
                shape if shape.is_list() => "rows",
                _ => "line",
            },
            check: check(field.shape),
            names,
            choices: choices.collect(),
            needs: match field.shape {
                Shape::Lessons | Shape::Words => "text",
                Shape::Moments => "what",
                _ => "",
            },
            seen: digest(&merge::value_at(sheet, field.key)).unwrap_or_default(),
            value: if field.shape.is_list() { String::new() } else { value.summary(lang) },
            inputs,
            rows,
        }
    }
}

/// What the page can check of a shape by itself.
fn check(shape: Shape) -> &'static str {
    match shape {
        Shape::Count(_) => "count",
        Shape::Date => "date",
        Shape::Duration => "duration",
        Shape::Cost => "cost",
        Shape::Effort => "effort",
        _ => "",
    }
}

/// The inputs of an item, by the shape of its list.
fn inputs(
    field: &'static Field,
    names: &'static str,
    knows_people: bool,
    lang: Lang,
) -> Vec<Input> {
    let people = if knows_people { list_id(Names::People) } else { "" };
    let input = |part, label, names, long| Input { part, label, names, long };
    let (words, label) = (Words(lang), field.label.get(lang));
    match field.shape {
        Shape::Lessons => {
            vec![input("text", label, "", true), input("do", words.next_time(), "", false)]
        }
        Shape::Words => vec![
            input("from", words.who(), people, false),
            input("text", words.sentence(), "", true),
        ],
        Shape::Documents => {
            vec![input("title", words.title(), "", false), input("url", words.address(), "", false)]
        }
        Shape::Moments => {
            let parts = field.shape.parts().iter();
            parts
                .map(|part| input(part.key, part.about.get(lang), "", part.key == "what"))
                .collect()
        }
        Shape::People | Shape::Organisations => vec![input("name", label, names, false)],
        shape if shape.is_list() => vec![input("", label, names, false)],
        _ => Vec::new(),
    }
}

/// What an item says in parts that are not asked.
fn rest(item: &Tree, inputs: &[Input]) -> String {
    let Tree::Map(pairs) = item else {
        return String::new();
    };
    let is_asked = |key: &str| inputs.iter().any(|input| input.part == key);
    let rest = pairs.iter().filter(|(key, _)| !is_asked(key));
    rest.map(|(key, value)| write::pair(key, value)).collect()
}

/// What an item says in a part, or as a whole.
fn said(item: &Tree, part: &str) -> String {
    match item {
        Tree::Text { text, .. } => text.clone(),
        Tree::Map(pairs) => {
            let value = pairs.iter().find(|(key, _)| key == part).map(|(_, value)| value);
            value.map(|value| said(value, "")).unwrap_or_default()
        }
        _ => String::new(),
    }
}
