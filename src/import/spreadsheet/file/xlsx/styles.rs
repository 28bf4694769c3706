//! How the cells of a workbook look: their number formats, and what is struck out.

use std::collections::HashMap;
use std::io::BufRead;

use crate::import::spreadsheet::file::refusal::Refusal;
use crate::import::spreadsheet::file::xlsx::strings::strikes;
use crate::import::spreadsheet::file::xml::{Node, Xml};
use crate::value::number_format::{NumberFormat, built_in};

/// The looks by their numbers.
#[derive(Default)]
pub(super) struct Styles {
    formats: HashMap<usize, NumberFormat>,
    looks: Vec<Look>,
}

/// How a cell looks.
#[derive(Clone, Copy, Default)]
struct Look {
    format: usize,
    is_struck: bool,
}

impl Styles {
    /// The number format of a look, where it has one.
    pub(super) fn format(&self, look: usize) -> Option<&NumberFormat> {
        self.formats.get(&self.looks.get(look)?.format)
    }

    pub(super) fn is_struck(&self, look: usize) -> bool {
        self.looks.get(look).is_some_and(|look| look.is_struck)
    }
}

/// Reads the looks.
pub(super) fn styles(source: impl BufRead) -> Result<Styles, Refusal> {
    let mut xml = Xml::new(source);
    let mut styles = Styles::default();
    let mut codes: HashMap<usize, String> = HashMap::new();
    let (mut fonts, mut in_fonts, mut in_looks) = (Vec::new(), false, false);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(element) => match element.name() {
                "numFmt" => {
                    let id = element.number("numFmtId").unwrap_or_default();
                    codes.insert(id, element.attribute("formatCode").unwrap_or_default());
                }
                "fonts" => in_fonts = true,
                "font" if in_fonts => fonts.push(false),
                "strike" if in_fonts => {
                    if let Some(font) = fonts.last_mut() {
                        *font = strikes(&element);
                    }
                }
                "cellXfs" => in_looks = true,
                "xf" if in_looks => {
                    let at = |name: &str| element.number(name).unwrap_or_default();
                    let is_struck = fonts.get(at("fontId")).copied().unwrap_or_default();
                    styles.looks.push(Look { format: at("numFmtId"), is_struck });
                }
                _ => {}
            },
            Node::Close(name) if name == "fonts" => in_fonts = false,
            Node::Close(name) if name == "cellXfs" => in_looks = false,
            _ => {}
        }
    }
    for look in &styles.looks {
        let code = codes.get(&look.format).map(String::as_str).or_else(|| built_in(look.format));
        if let Some(code) = code {
            styles.formats.entry(look.format).or_insert_with(|| NumberFormat::of(code));
        }
    }
    Ok(styles)
}
