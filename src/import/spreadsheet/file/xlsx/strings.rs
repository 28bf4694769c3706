//! The texts that the cells of a workbook share.

use std::collections::HashSet;
use std::io::BufRead;

use crate::import::spreadsheet::file::refusal::Refusal;
use crate::import::spreadsheet::file::xml::{Element, Node, Xml};

/// Texts by their numbers.
#[derive(Default)]
pub(super) struct Strings {
    /// All of them, one after the other.
    text: String,
    ends: Vec<usize>,
    /// Those of which a part is struck out.
    struck: HashSet<usize>,
}

impl Strings {
    /// A text, and whether a part of it is struck out.
    pub(super) fn get(&self, number: usize) -> Option<(&str, bool)> {
        let end = *self.ends.get(number)?;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some((&self.text[start..end], self.struck.contains(&number)))
    }
}

/// Reads the texts.
pub(super) fn strings(source: impl BufRead) -> Result<Strings, Refusal> {
    let mut xml = Xml::new(source);
    let mut strings = Strings::default();
    let mut rich = Rich::default();
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(element) => rich.open(&element),
            Node::Text(text) => rich.text(&text, &mut strings.text),
            Node::Close(name) => {
                rich.close(&name);
                if name == "si" {
                    if std::mem::take(&mut rich.is_struck) {
                        strings.struck.insert(strings.ends.len());
                    }
                    strings.ends.push(strings.text.len());
                }
            }
            Node::Other => {}
        }
    }
    Ok(strings)
}

/// A text that may consist of parts, each with its own look.
#[derive(Default)]
pub(super) struct Rich {
    in_text: bool,
    /// How it is pronounced is no part of it.
    in_reading: bool,
    /// Whether a part is struck out.
    pub is_struck: bool,
}

impl Rich {
    pub(super) fn open(&mut self, element: &Element) {
        match element.name() {
            "t" => self.in_text = true,
            "rPh" => self.in_reading = true,
            "strike" => self.is_struck |= strikes(element),
            _ => {}
        }
    }

    pub(super) fn text(&self, text: &str, out: &mut String) {
        if self.in_text && !self.in_reading {
            out.push_str(text);
        }
    }

    pub(super) fn close(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "rPh" => self.in_reading = false,
            _ => {}
        }
    }
}

/// Whether `<strike>` says that something is struck out: yes, unless it says no.
pub(super) fn strikes(element: &Element) -> bool {
    element.attribute("val").is_none() || element.is("val")
}
