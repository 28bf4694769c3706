//! What a workbook consists of: its tabs, and the parts that belong to another.

use std::collections::HashMap;
use std::io::BufRead;

use crate::import::spreadsheet::file::refusal::Refusal;
use crate::import::spreadsheet::file::xml::{Node, Xml};

/// The tabs of a workbook.
#[derive(Default)]
pub(super) struct Workbook {
    pub tabs: Vec<Tab>,
    /// Whether days are counted from 1904 on.
    pub is_from_1904: bool,
}

/// A tab, before it is read.
pub(super) struct Tab {
    pub name: String,
    pub is_hidden: bool,
    /// The name of its part among the relations of the workbook.
    pub relation: String,
}

/// Reads which tabs there are.
pub(super) fn workbook(source: impl BufRead) -> Result<Workbook, Refusal> {
    let mut xml = Xml::new(source);
    let mut workbook = Workbook::default();
    while let Some(node) = xml.next()? {
        let Node::Open(element) = node else {
            continue;
        };
        match element.name() {
            "workbookPr" => workbook.is_from_1904 = element.is("date1904"),
            "sheet" => workbook.tabs.push(Tab {
                name: element.attribute("name").unwrap_or_default(),
                is_hidden: element.attribute("state").is_some_and(|state| state != "visible"),
                relation: element.attribute("id").unwrap_or_default(),
            }),
            _ => {}
        }
    }
    Ok(workbook)
}

/// The parts that belong to a part.
#[derive(Default)]
pub(super) struct Relations {
    by_id: HashMap<String, String>,
    by_kind: HashMap<String, String>,
    /// The addresses outside the file that it leads to.
    links: HashMap<String, String>,
}

/// Reads the relations of a part that stands in a folder of the file.
pub(super) fn relations(source: impl BufRead, folder: &str) -> Result<Relations, Refusal> {
    let mut xml = Xml::new(source);
    let mut relations = Relations::default();
    while let Some(node) = xml.next()? {
        let Node::Open(element) = node else {
            continue;
        };
        if element.name() != "Relationship" {
            continue;
        }
        let all = ["Id", "Type", "Target"].map(|name| element.attribute(name).unwrap_or_default());
        let [id, kind, target] = all;
        // What is outside the file is never read.
        if element.attribute("TargetMode").is_some_and(|mode| mode == "External") {
            relations.links.insert(id, target);
            continue;
        }
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        let path = within(folder, &target);
        relations.by_kind.entry(kind).or_insert_with(|| path.clone());
        relations.by_id.insert(id, path);
    }
    Ok(relations)
}

impl Relations {
    /// The path of a part by the id of the relation.
    pub(super) fn of_id(&self, id: &str) -> Option<&str> {
        self.by_id.get(id).map(String::as_str)
    }

    /// The address outside the file by the id of the relation.
    pub(super) fn link(&self, id: &str) -> Option<&str> {
        self.links.get(id).map(String::as_str)
    }

    /// The path of the first part of a kind.
    pub(super) fn of_kind(&self, kind: &str) -> Option<&str> {
        self.by_kind.get(kind).map(String::as_str)
    }
}

/// The path of a target that is named from a folder.
fn within(folder: &str, target: &str) -> String {
    if let Some(path) = target.strip_prefix('/') {
        return path.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." | "" => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}
