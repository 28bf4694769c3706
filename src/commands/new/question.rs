//! What the interview asks, in which order, and what may be answered.

use crate::lang::{Text, text};
use crate::sheet::field::Field;
use crate::sheet::fields::FIELDS;
use crate::sheet::section::Section;
use crate::sheet::shape::Shape;

/// A part of the interview, to which one can come back.
pub(super) struct QuestionGroup {
    pub title: Text,
    pub fields: Vec<&'static Field>,
}

/// What is asked first: with it the earlier projects that are close can be found.
const FIRST: [&str; 3] = ["title", "territory.name", "commissioners"];

/// The parts, in order: what tells which project it is, then the sections of a sheet.
///
/// Codes and coordinates are not asked, nor what keeps the sheet itself: few know them by heart,
/// and `sheet set` gives them.
pub(super) fn parts() -> Vec<QuestionGroup> {
    let first = FIRST.iter().filter_map(|key| FIELDS.iter().find(|field| field.key == *key));
    let mut parts = vec![QuestionGroup {
        title: text!("Title, territory, commissioners", "Titre, territoire, commanditaires"),
        fields: first.collect(),
    }];
    for section in Section::SHOWN {
        let asked = FIELDS.iter().filter(|field| field.section == section && is_asked(field));
        let fields: Vec<&Field> = asked.collect();
        if !fields.is_empty() {
            parts.push(QuestionGroup { title: section.label(), fields });
        }
    }
    parts
}

fn is_asked(field: &Field) -> bool {
    field.section != Section::About
        && !matches!(field.shape, Shape::Code(_) | Shape::Decimal)
        && !FIRST.contains(&field.key)
}
