//! The texts of a sheet, each with the path of its place.

use crate::sheet::fields;
use crate::sheet::model::{Description, Sheet};
use crate::sheet::value::Value;
use crate::text::fold::search_key;

impl Sheet {
    /// How many stretches of prose there are.
    pub fn prose_count(&self) -> usize {
        let Description { request, proposal } = &self.description;
        let single = [&self.summary, request, proposal, &self.outcome.text];
        let single = single.into_iter().flatten().count();
        single + self.lessons.all().count() + self.lessons.words.len()
    }

    /// Everything that people write as text with its place: the prose first, then the rest.
    pub fn texts(&self) -> Vec<(String, &str)> {
        let lines = [
            ("title", &self.title),
            ("territory.name", &self.territory.name),
            ("territory.address", &self.territory.address),
        ];
        let mut texts = self.prose();
        texts.extend(
            lines.into_iter().filter_map(|(key, text)| Some((key.to_owned(), text.as_deref()?))),
        );
        for (index, tool) in self.tools.iter().enumerate() {
            texts.push((format!("tools[{index}]"), tool));
        }
        for (index, commissioner) in self.commissioners.iter().enumerate() {
            texts.push((format!("commissioners[{index}]"), &commissioner.name));
        }
        texts
    }

    /// Every stretch of prose, with the path of its place in the sheet.
    pub fn prose(&self) -> Vec<(String, &str)> {
        let single = [
            ("summary", &self.summary),
            ("description.request", &self.description.request),
            ("description.proposal", &self.description.proposal),
            ("outcome.text", &self.outcome.text),
        ];
        let mut prose: Vec<(String, &str)> = single
            .into_iter()
            .filter_map(|(key, text)| Some((key.to_owned(), text.as_deref()?)))
            .collect();
        prose.extend(self.lessons.all().map(|(key, lesson)| (key, lesson.text.as_str())));
        for (index, word) in self.lessons.words.iter().enumerate() {
            prose.push((format!("lessons.words[{index}]"), &word.text));
        }
        prose
    }
}

/// Every text of a sheet, folded: what free words are looked for in.
pub fn folded(sheet: &Sheet) -> Vec<String> {
    let mut texts = vec![search_key(&sheet.id)];
    for field in fields::written() {
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
        Value::Text(text) => texts.push(search_key(text)),
        Value::Choice(choice) => texts.extend([choice.label.en, choice.label.fr].map(search_key)),
        Value::Number(number) => texts.push(number.to_string()),
        Value::List(items) => items.iter().for_each(|item| gather(item, texts)),
        Value::Record(record) => {
            record.members().iter().for_each(|(_, member)| gather(member, texts))
        }
        Value::Map(pairs) => pairs.iter().for_each(|(_, member)| gather(member, texts)),
        Value::Missing | Value::Flag | Value::Date(_) | Value::Duration(_) | Value::Years(..) => {}
    }
}
