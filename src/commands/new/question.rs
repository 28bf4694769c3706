//! What the interview asks, in which order, and what may be answered.

use crate::lang::Text;
use crate::sheet::field::{FIELDS, Field, Section, Shape};

/// A part of the interview, to which one can come back.
pub struct Part {
    pub title: Text,
    pub fields: Vec<&'static Field>,
}

/// What is asked first: with it the earlier projects that are close can be found.
const FIRST: [&str; 3] = ["title", "territory.name", "commissioners"];

/// The parts, in order: what tells which project it is, then the sections of a sheet.
///
/// Codes and coordinates are not asked, nor what keeps the sheet itself: few know them by heart,
/// and `sheet set` gives them.
pub fn parts() -> Vec<Part> {
    let first = FIRST.iter().filter_map(|key| FIELDS.iter().find(|field| field.key == *key));
    let mut parts =
        vec![Part { title: Text::new("Which project", "Quel projet"), fields: first.collect() }];
    for section in Section::SHOWN {
        let asked = FIELDS.iter().filter(|field| field.section == section && is_asked(field));
        let fields: Vec<&Field> = asked.collect();
        if !fields.is_empty() {
            parts.push(Part { title: section.label(), fields });
        }
    }
    parts
}

fn is_asked(field: &Field) -> bool {
    field.section != Section::Keeping
        && !matches!(field.shape, Shape::Code | Shape::Decimal)
        && !FIRST.contains(&field.key)
}

/// An example of an answer, where one helps.
pub fn example(field: &Field) -> Option<Text> {
    Some(match field.key {
        "title" => Text::new("Open forum 2023", "Forum ouvert 2023"),
        "territory.name" => Text::new("the village, the neighbourhood", "la commune, le quartier"),
        "territory.population" => Text::new("1,400", "1 400"),
        "cost" => Text::new("€9500 HT; 34 522 € (estimé)", "9500 € HT ; 34 522 € (estimé)"),
        "dates.start" | "dates.end" => {
            Text::new("2023-03-01; March 2023; 2023", "01.03.2023 ; mars 2023 ; 2023")
        }
        "dates.duration" => Text::new("9 months", "9 mois"),
        "effort" => Text::new("28 days; 3 h a week", "28 jours ; 3 h par semaine"),
        "team" | "members" => Text::new("Alix Durand, Sam Petit", "Alix Durand, Sam Petit"),
        "commissioners" | "partners" => {
            Text::new("Habitat 74, City of Trifouilly", "Habitat 74, Ville de Trifouilly")
        }
        "participation.target" => Text::new("teenagers, shopkeepers", "adolescents, commerçants"),
        "participation.reached" => Text::new("about 120 people", "120 personnes"),
        "tools" => Text::new("door to door, open forum", "porte à porte, forum ouvert"),
        _ => return None,
    })
}
