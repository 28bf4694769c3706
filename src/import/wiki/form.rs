//! The schema of a form of the wiki: the labels of its properties, and of the codes in its lists.

use crate::finding::Finding;
use crate::import::codes::NOT_A_WIKI_EXPORT;
use crate::import::wiki::json::{self, Json};
use crate::text::fold::composed;
use crate::text::html;

/// A form of the wiki.
#[derive(Clone, Debug, Default)]
pub(crate) struct Form {
    pub(super) id: Option<String>,
    pub(super) fields: Vec<FormField>,
}

/// A property of the entries of a form.
#[derive(Clone, Debug, Default)]
pub(super) struct FormField {
    pub name: String,
    pub label: String,
    /// The codes of its list, each with its label.
    pub options: Vec<(String, String)>,
    /// Whether everybody may read it.
    pub is_open: bool,
}

impl Form {
    pub(super) fn field(&self, name: &str) -> Option<&FormField> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// Reads the schema of a form, in the shape of old wikis (`prepared`) or of new ones (`template`).
///
/// # Errors
/// Where it is neither.
pub(crate) fn form(bytes: &[u8]) -> Result<Form, Box<Finding>> {
    let json = json::parse(bytes, &NOT_A_WIKI_EXPORT)?;
    of_json(&json).ok_or_else(|| {
        let label = crate::lang::text!(
            "not the schema of a form: neither `prepared` nor `template` is in it",
            "pas le schéma d'un formulaire : ni `prepared` ni `template` n'y figurent",
        );
        Box::new(Finding::new(&NOT_A_WIKI_EXPORT, crate::text::Span::TOP, label))
    })
}

/// The schema that a file among others is, if it is one. What names none of the keys of a schema is
/// not parsed: most files are entries, and large.
pub(crate) fn form_among(bytes: &[u8]) -> Option<Form> {
    let text = String::from_utf8_lossy(bytes);
    let may_be = FIELDS.iter().any(|key| text.contains(key));
    may_be.then(|| form(bytes).ok()).flatten()
}

/// The keys below which the properties stand: of old wikis, and of new ones.
const FIELDS: [&str; 2] = ["prepared", "template"];

/// The schema that a value is, if it is one.
pub(super) fn of_json(json: &Json) -> Option<Form> {
    let json = match json {
        // One form, as the answer to a question for several.
        Json::List(items) if items.len() == 1 => &items[0],
        json => json,
    };
    let fields = FIELDS.iter().find_map(|key| json.at(key))?;
    let lists = json.at("lists").map(Json::values).unwrap_or_default();
    let id = json.text_at("bn_id_nature").or_else(|| json.text_at("id"));
    let fields = fields.values().into_iter().filter_map(|field| of_field(field, &lists));
    Some(Form { id: id.map(str::to_owned), fields: fields.collect() })
}

fn of_field(field: &Json, lists: &[&Json]) -> Option<FormField> {
    let name = ["propertyname", "name", "id"].iter().find_map(|key| field.text_at(key))?;
    let rights = ["read_acl", "read_access"].iter().find_map(|key| field.text_at(key));
    let mut options: Vec<(String, String)> = Vec::new();
    for (code, label) in field.at("options").map(Json::members).unwrap_or_default() {
        options.extend(label.text().map(|label| (code.clone(), plain(label))));
    }
    for tree in field.at("optionsTree").map(Json::values).unwrap_or_default() {
        nodes(tree, &mut options);
    }
    let list = field.text_at("list").or_else(|| field.text_at("linkedObjectName"));
    let list =
        lists.iter().find(|known| known.text_at("id").is_some() && known.text_at("id") == list);
    for node in list.and_then(|list| list.at("nodes")).map(Json::values).unwrap_or_default() {
        nodes(node, &mut options);
    }
    Some(FormField {
        name: name.to_owned(),
        label: plain(field.text_at("label").unwrap_or(name)),
        options,
        is_open: rights.is_none_or(|rights| rights.trim() == "*"),
    })
}

/// Lists within lists are followed to this depth.
const MAX_DEPTH: usize = 16;

/// The codes of a tree, those of its branches too, unless they are known already.
fn nodes(tree: &Json, options: &mut Vec<(String, String)>) {
    let mut open = vec![(tree, 0)];
    while let Some((node, depth)) = open.pop() {
        if let (Some(code), Some(label)) = (node.text_at("id"), node.text_at("label"))
            && !options.iter().any(|(known, _)| known == code)
        {
            options.push((code.to_owned(), plain(label)));
        }
        if depth < MAX_DEPTH {
            let children = node.at("children").map(Json::values).unwrap_or_default();
            open.extend(children.into_iter().rev().map(|child| (child, depth + 1)));
        }
    }
}

fn plain(text: &str) -> String {
    composed(html::plain(text).text.trim()).into_owned()
}
