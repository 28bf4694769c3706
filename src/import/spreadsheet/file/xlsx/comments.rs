//! The comments on the cells of a tab.

use std::collections::HashMap;
use std::io::BufRead;

use crate::import::spreadsheet::file::refusal::Refusal;
use crate::import::spreadsheet::file::xlsx::strings::Rich;
use crate::import::spreadsheet::file::xml::{Node, Xml};

/// Reads the comments, each by the place of its cell.
pub(super) fn comments(source: impl BufRead) -> Result<HashMap<String, String>, Refusal> {
    let mut xml = Xml::new(source);
    let mut comments = HashMap::new();
    let mut rich = Rich::default();
    let mut open: Option<(String, String)> = None;
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(element) if element.name() == "comment" => {
                open = element.attribute("ref").map(|place| (place, String::new()));
            }
            Node::Open(element) => rich.open(&element),
            Node::Text(text) => {
                if let Some((_, comment)) = &mut open {
                    rich.text(&text, comment);
                }
            }
            Node::Close(name) if name == "comment" => comments.extend(open.take()),
            Node::Close(name) => rich.close(&name),
            Node::Other => {}
        }
    }
    Ok(comments)
}
