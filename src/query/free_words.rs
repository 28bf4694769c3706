//! Everything that a sheet says, folded: what the free words of a query are looked for in.

use crate::sheet::{Sheet, fields};
use crate::text::fold::search_key;
use crate::value::any::{Record, Value};

/// Every text of a sheet, folded.
pub(super) fn folded(sheet: &Sheet) -> Vec<String> {
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
        Value::Text(text) | Value::Code(text) => texts.push(search_key(text)),
        Value::Choice(choice) => texts.extend(choice.label.both().map(search_key)),
        Value::Number(number) => texts.push(number.to_string()),
        Value::List(items) => items.iter().for_each(|item| gather(item, texts)),
        Value::Cost(cost) => cost.members().iter().for_each(|(_, member)| gather(member, texts)),
        Value::Record(record) => {
            record.members().iter().for_each(|(_, member)| gather(member, texts))
        }
        Value::Map(pairs) => pairs.iter().for_each(|(_, member)| gather(member, texts)),
        Value::Missing | Value::Flag | Value::Date(_) | Value::Duration(_) | Value::Years(..) => {}
    }
}
