//! The importer: JSON and NDJSON, and the tables of which the header says that they are ours.

use std::collections::HashSet;

use crate::finding::Finding;
use crate::import::codes::BROKEN_EXPORT;
use crate::import::export::row::{Export, ExportRow};
use crate::import::separator::Separator;
use crate::import::spreadsheet::own_export;
use crate::import::{Import, ImportOptions, Imported};
use crate::lang::text;
use crate::sheet::returned::{Cells, columns, short};
use crate::sheet::rev::REV;
use crate::sheet::unknown::is_own;
use crate::text::Span;
use crate::text::encoding::decoded;
use crate::tree::Tree;
use crate::tree::flat::{at, flatten};

/// The name of this importer.
pub(in crate::import) const NAME: &str = "export";

/// Whether a text is one of our exports: its first columns or keys are the id and the digest.
pub(in crate::import) fn recognizes(bytes: &[u8]) -> bool {
    let start = decoded(&bytes[..bytes.len().min(LOOKED_AT)]);
    let first = start.split(['\n', '\r']).next().unwrap_or_default();
    let names: Vec<&str> = first
        .split(Separator::ALL.map(Separator::sign))
        .map(|name| name.trim_matches(['"', ' ']))
        .collect();
    let is_table = names.contains(&"id") && names.contains(&REV);
    let is_answer = || start.contains(&format!("\"{REV}\":")) || start.contains(MARK);
    is_table || is_json(&start) && is_answer()
}

/// What an export as JSON says of itself, also one of no sheet.
const MARK: &str = "\"report\": \"export\"";

/// How much of a text is looked at to know whether it is an export, in bytes: a line of NDJSON is
/// long.
const LOOKED_AT: usize = 1 << 20;

fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

/// The objects of the sheets: each by itself, in a list, or in the answer of a command.
fn objects(value: serde_json::Value) -> Vec<serde_json::Value> {
    use serde_json::Value;
    match value {
        Value::Array(all) => all,
        Value::Object(mut pairs) => match pairs.remove("sheets") {
            Some(Value::Array(all)) => all,
            _ => vec![Value::Object(pairs)],
        },
        other => vec![other],
    }
}

/// Reads the lines.
pub(in crate::import) fn read(bytes: &[u8], options: &ImportOptions) -> Imported {
    let text = decoded(bytes);
    let export = if is_json(&text) { of_json(&text) } else { own_export(bytes, options) };
    let export = export.ok_or_else(|| {
        let label = text!(
            "it cannot be read as an export: a line is cut off, or has more or fewer cells than the first",
            "illisible comme export : une ligne est coupée, ou a plus ou moins de cellules que la première",
        );
        Box::new(Finding::new(&BROKEN_EXPORT, Span::TOP, label))
    });
    Ok(Import { export: Some(export?), ..Import::default() })
}

fn of_json(text: &str) -> Option<Export> {
    let values = serde_json::Deserializer::from_str(text).into_iter::<serde_json::Value>();
    let columns = columns().into_iter().map(|column| column.key);
    let keys: Vec<String> = columns.chain(["id", REV].map(str::to_owned)).collect();
    let known = KnownPaths::of(&keys);
    let mut export = Export::default();
    for value in values {
        for object in objects(value.ok()?) {
            let tree = short::whole(tree(object));
            // A key that is not there came not back; one that holds nothing was emptied.
            let there = keys.iter().filter(|key| holds(&tree, key));
            let cells = there.map(|key| (key.clone(), flatten(&at(&tree, key), '.')));
            let mut cells: Cells = cells.collect();
            strangers(&tree, "", &known, &mut cells);
            export.rows.push(ExportRow::of(cells)?);
        }
    }
    Some(export)
}

/// The keys of the columns, and the paths above them.
struct KnownPaths<'k> {
    keys: HashSet<&'k str>,
    above: HashSet<&'k str>,
}

impl KnownPaths<'_> {
    fn of(keys: &[String]) -> KnownPaths<'_> {
        let above = keys.iter().flat_map(|key| key.match_indices('.').map(|(at, _)| &key[..at]));
        KnownPaths { keys: keys.iter().map(String::as_str).collect(), above: above.collect() }
    }
}

/// Adds what stands under keys that no column has; the own keys of an item have none.
fn strangers(tree: &Tree, above: &str, known: &KnownPaths, cells: &mut Cells) {
    if let Tree::List(items) = tree {
        items.iter().for_each(|item| strangers(item, above, known, cells));
    }
    let Tree::Map(pairs) = tree else { return };
    for (key, value) in pairs.iter().filter(|(key, _)| above.is_empty() || !is_own(key)) {
        let path = if above.is_empty() { key.clone() } else { format!("{above}.{key}") };
        if known.above.contains(path.as_str()) {
            strangers(value, &path, known, cells);
        } else if !known.keys.contains(path.as_str()) {
            cells.insert(path, flatten(value, '.'));
        }
    }
}

/// Whether a key is there, or one above it that holds no object.
fn holds(tree: &Tree, key: &str) -> bool {
    let (first, rest) = key.split_once('.').unwrap_or((key, ""));
    match tree {
        Tree::Map(pairs) => {
            let value = pairs.iter().find(|(known, _)| known == first);
            value.is_some_and(|(_, value)| rest.is_empty() || holds(value, rest))
        }
        _ => true,
    }
}

fn tree(value: serde_json::Value) -> Tree {
    use serde_json::Value;
    match value {
        Value::Null => Tree::Missing,
        Value::Bool(is) => Tree::flag(is),
        Value::Number(number) => Tree::number(number),
        Value::String(text) => Tree::text(text),
        Value::Array(items) => Tree::List(items.into_iter().map(tree).collect()),
        Value::Object(pairs) => {
            Tree::Map(pairs.into_iter().map(|(key, value)| (key, tree(value))).collect())
        }
    }
}
