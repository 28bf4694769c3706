//! A tree in the cells of a table: one text for each value, and the items of a list back from it.

use crate::tree::{Tree, number};

/// Between the items of a list within one cell.
const SEPARATOR: &str = "; ";

/// What stands at a path; of a list, for each item what stands there.
pub fn at(data: &Tree, path: &str) -> Tree {
    let (key, rest) = path.split_once('.').unwrap_or((path, ""));
    match data {
        data if path.is_empty() => data.clone(),
        Tree::List(items) => Tree::List(items.iter().map(|item| at(item, path)).collect()),
        Tree::Map(pairs) => {
            let value = pairs.iter().find(|(name, _)| name == key);
            value.map_or(Tree::Missing, |(_, value)| at(value, rest))
        }
        Tree::Missing | Tree::Text { .. } => Tree::Missing,
    }
}

/// A value as one text: the items of a list one after the other, of a mapping its values alone.
/// Where no item says anything, nothing. Numbers have this decimal mark.
pub fn flatten(data: &Tree, decimal: char) -> String {
    match data {
        Tree::Missing => String::new(),
        Tree::Text { text, .. } if is_number(data) && decimal != '.' => {
            text.replace('.', decimal.encode_utf8(&mut [0; 4]))
        }
        Tree::Text { text, .. } => text.clone(),
        Tree::List(items) if items.iter().all(says_nothing) => String::new(),
        Tree::List(items) => {
            let items: Vec<String> = items.iter().map(|data| item(data, decimal)).collect();
            items.join(SEPARATOR)
        }
        Tree::Map(pairs) => {
            let values: Vec<String> =
                pairs.iter().map(|(_, value)| flatten(value, decimal)).collect();
            values.join(" ")
        }
    }
}

/// Whether a value is a number.
pub fn is_number(data: &Tree) -> bool {
    matches!(data, Tree::Text { text, plain: true } if number(text).is_some())
}

/// An item of a list: in quotation marks where it could not be told from the others without them.
fn item(data: &Tree, decimal: char) -> String {
    let text = flatten(data, decimal);
    let is_alone = text.trim() == text && !text.contains([';', '"', '\n', '\r']);
    if says_nothing(data) || is_alone && !text.is_empty() {
        text
    } else {
        format!("\"{}\"", text.replace('"', "\"\""))
    }
}

fn says_nothing(data: &Tree) -> bool {
    match data {
        Tree::Missing => true,
        Tree::List(items) => items.is_empty(),
        Tree::Text { .. } | Tree::Map(_) => false,
    }
}

/// The items of a list in one cell; nothing for an item that says nothing.
pub fn items(cell: &str) -> Vec<Option<String>> {
    let mut items = Vec::new();
    let mut rest = cell;
    loop {
        let (item, after) = match rest.strip_prefix('"').and_then(quoted) {
            Some((item, after)) => (Some(item), after),
            None => {
                let end = rest.find(SEPARATOR.trim_end()).unwrap_or(rest.len());
                let item = rest[..end].trim();
                (Some(item.to_owned()).filter(|item| !item.is_empty()), &rest[end..])
            }
        };
        items.push(item);
        match after.trim_start().strip_prefix(SEPARATOR.trim_end()) {
            Some(after) => rest = after.trim_start_matches(' '),
            None => return items,
        }
    }
}

/// What stands behind an opening quotation mark: the text up to the closing one, doubled ones within
/// being one, and what stands behind that.
pub fn quoted(text: &str) -> Option<(String, &str)> {
    let mut item = String::new();
    let mut rest = text;
    loop {
        let end = rest.find('"')?;
        item += &rest[..end];
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(after) => {
                item.push('"');
                rest = after;
            }
            None => return Some((item, rest)),
        }
    }
}

/// A text with an apostrophe before it where a spreadsheet would run it as a formula, or where it
/// would be taken for a text that has one. Source: OWASP, CSV Injection.
pub fn guarded(text: String) -> String {
    if is_formula(text.trim_start_matches('\'')) && number(&text).is_none() {
        format!("'{text}")
    } else {
        text
    }
}

/// A cell without the apostrophe that keeps it from being a formula.
pub fn unguarded(cell: &str) -> &str {
    let text = cell.strip_prefix('\'');
    text.filter(|text| is_formula(text.trim_start_matches('\''))).unwrap_or(cell)
}

fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_list_comes_apart_into_what_it_was(
            list in proptest::collection::vec(proptest::option::of("[ab;\" \n,']{0,6}"), 1..5),
        ) {
            let tree = |item: &Option<String>| item.clone().map_or(Tree::Missing, Tree::text);
            let cell = flatten(&Tree::List(list.iter().map(tree).collect()), '.');
            let expected = if list.iter().all(Option::is_none) { vec![None] } else { list };
            prop_assert_eq!(items(&cell), expected);
        }

        /// No text is run as a formula, and each comes back as it was.
        #[test]
        fn a_text_is_no_formula_and_comes_back(text in "['=+@\t\r1a-]{0,5}") {
            let cell = guarded(text.clone());
            prop_assert!(!is_formula(&cell) || number(&cell).is_some());
            prop_assert_eq!(unguarded(&cell), text);
        }
    }
}
