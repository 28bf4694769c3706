//! The looks of a document that say something: tabs that are not displayed, texts that are struck
//! out.

use std::collections::HashSet;

use crate::import::spreadsheet::file::xml::Element;

/// The names of looks.
#[derive(Default)]
pub(super) struct Looks {
    /// The one that is being read.
    open: String,
    hidden: HashSet<String>,
    struck: HashSet<String>,
}

impl Looks {
    /// Takes what an element of a look says.
    pub(super) fn open(&mut self, element: &Element) {
        let says_no =
            |name: &str, no: &str| element.attribute(name).is_some_and(|value| value == no);
        match element.name() {
            "style" => self.open = element.attribute("style:name").unwrap_or_default(),
            "table-properties" if says_no("table:display", "false") => {
                self.hidden.insert(self.open.clone());
            }
            "text-properties" => {
                let style = element.attribute("style:text-line-through-style");
                let kind = element.attribute("style:text-line-through-type");
                if style.or(kind).is_some_and(|line| line != "none") {
                    self.struck.insert(self.open.clone());
                }
            }
            _ => {}
        }
    }

    pub(super) fn is_hidden(&self, element: &Element) -> bool {
        named(&self.hidden, element.attribute("table:style-name"))
    }

    pub(super) fn is_struck(&self, element: &Element) -> bool {
        let name = element.attribute("table:style-name");
        named(&self.struck, name.or_else(|| element.attribute("text:style-name")))
    }
}

fn named(looks: &HashSet<String>, name: Option<String>) -> bool {
    name.is_some_and(|name| looks.contains(&name))
}
