//! How fields are found: by a name, by a path, by what they say.

use crate::sheet::Sheet;
use crate::sheet::field::{Field, Names};
use crate::sheet::fields::table::{FIELDS, written};
use crate::sheet::part::Part;
use crate::sheet::shape::Shape;
use crate::sheet::texts::{self, SheetText};
use crate::text::fold::search_key;
use crate::text::nearest::nearest;

/// The field with this key or short name.
pub fn find(name: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.key == name || field.short == name)
}

/// What stands at a path: a field, or a part of its value.
#[derive(Clone, Copy)]
enum Place {
    Field(&'static Field),
    Part(&'static Part),
}

/// What may be written at a path, list indices within it: that of a field, or of a part of its
/// value.
pub fn shape_at(path: &str) -> Option<Shape> {
    Some(shape(place_at(path)?))
}

/// What the values at a path are names of, if they are.
pub fn names_at(path: &str) -> Option<Names> {
    match place_at(path)? {
        Place::Field(field) => field.more.names,
        Place::Part(part) => part.names,
    }
}

fn shape(place: Place) -> Shape {
    match place {
        Place::Field(field) => field.shape,
        Place::Part(part) => part.shape,
    }
}

fn place_at(path: &str) -> Option<Place> {
    FIELDS.iter().find_map(|field| place_below(Place::Field(field), path.strip_prefix(field.key)?))
}

/// What stands at a path below another place: `[0].siret`.
fn place_below(place: Place, below: &str) -> Option<Place> {
    let below = match below.strip_prefix('[') {
        Some(indexed) => indexed.split_once(']')?.1,
        None => below,
    };
    if below.is_empty() {
        return Some(place);
    }
    let below = below.strip_prefix('.')?;
    let key = &below[..below.find(['.', '[']).unwrap_or(below.len())];
    let part = shape(place).parts().iter().find(|part| part.key == key)?;
    place_below(Place::Part(part), &below[key.len()..])
}

/// The field that people call so, in either language, whatever its accents or number: by its
/// French word, or by what is or was its label.
pub fn labelled(name: &str) -> Option<&'static Field> {
    let wanted = search_key(name);
    let named = |field: &&Field| {
        field.labels().chain([field.short_fr]).any(|name| search_key(name) == wanted)
    };
    FIELDS.iter().find(named).filter(|_| !wanted.is_empty())
}

/// The field that people call so too, where its labels are not what they write.
pub fn called(name: &str) -> Option<&'static Field> {
    let wanted = search_key(name);
    let is_called =
        |field: &&Field| field.more.wordings.iter().any(|wording| search_key(wording) == wanted);
    FIELDS.iter().find(is_called).filter(|_| !wanted.is_empty())
}

/// The field that was probably meant: by its key, its short name, or its label in either language.
pub fn near(word: &str) -> Option<&'static Field> {
    let name = nearest(word, FIELDS.iter().flat_map(Field::names))?;
    FIELDS.iter().find(|field| field.names().any(|known| known == name))
}

/// Every text that people write in a sheet, in the order of the fields.
pub fn texts(sheet: &Sheet) -> Vec<SheetText<'_>> {
    texts::texts(sheet, written())
}

/// Every text that people write in a member of a value of a sheet, but for those that [`texts()`]
/// gives.
pub fn member_texts(sheet: &Sheet) -> Vec<SheetText<'_>> {
    texts::members(sheet, written())
}

/// The fields without which a sheet is none.
pub fn required() -> impl Iterator<Item = &'static Field> {
    FIELDS.iter().filter(|field| field.more.required.is_some())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crate::sheet::Sheet;
    use crate::sheet::section::Section;

    use super::*;

    #[test]
    fn no_two_fields_answer_to_one_name() {
        let mut names = HashSet::new();
        for field in FIELDS {
            assert!(names.insert(field.key), "{}", field.key);
            assert!(field.short == field.key || names.insert(field.short), "{}", field.short);
            let french = labelled(field.short_fr).map(|field| field.key);
            assert_eq!(french, Some(field.key), "{}", field.short_fr);
            let other = find(field.short_fr).map_or(field.key, |other| other.key);
            assert_eq!(other, field.key, "{}", field.short_fr);
            assert!(field.short_fr.chars().all(char::is_alphabetic), "{}", field.short_fr);
        }
    }

    #[test]
    fn no_label_is_that_of_two_fields() {
        for field in FIELDS {
            for alias in field.more.aliases {
                let found = labelled(alias).map(|field| field.key);
                assert_eq!(found, Some(field.key), "{alias}");
            }
        }
    }

    #[test]
    fn no_wording_is_that_of_two_fields_or_a_label() {
        for field in FIELDS {
            for wording in field.more.wordings {
                let found = called(wording).map(|field| field.key);
                assert_eq!(found, Some(field.key), "{wording}");
                let labelled = labelled(wording).filter(|field| field.section != Section::Derived);
                assert!(labelled.is_none(), "{wording} is a label already");
            }
        }
    }

    #[test]
    fn a_path_leads_to_the_shape_of_its_field_or_part() {
        for (path, known) in [
            ("territory.insee", true),
            ("commissioners[0].siret", true),
            ("cost.shares[1].amount", true),
            ("territory.populations", false),
            ("commissioners[0].sirets", false),
            ("x-own", false),
        ] {
            assert_eq!(shape_at(path).is_some(), known, "{path}");
        }
    }

    #[test]
    fn an_empty_sheet_writes_no_value() {
        let sheet = Sheet::default();
        for field in written() {
            assert!((field.get)(&sheet).is_missing(), "{}", field.key);
        }
    }
}
