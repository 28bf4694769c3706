//! Names that the collection lists in `sheet.yaml`, and those that it does not.

use crate::config::Vocabulary;
use crate::lang::common::did_you_mean;
use crate::lang::{Text, text};
use crate::rules::FieldFinding;

/// At most so many names of a sheet are compared with all of a vocabulary.
const MAX_SUGGESTIONS: usize = 20;

/// What stands at places and is not in a vocabulary, where there is one.
pub(super) fn unknown_names<'a>(
    vocabulary: Option<&Vocabulary>,
    named: impl Iterator<Item = (String, &'a str)>,
) -> Vec<FieldFinding> {
    let Some(vocabulary) = vocabulary else {
        return Vec::new();
    };
    let unknown = named.filter(|(_, name)| vocabulary.canonical_name(name).is_none()).enumerate();
    unknown
        .map(|(number, (place, name))| {
            let finding = FieldFinding::at(place, UNKNOWN);
            let near = if number < MAX_SUGGESTIONS { vocabulary.near(name) } else { None };
            match near {
                Some(near) => finding.with_help(did_you_mean(near)),
                None => finding,
            }
        })
        .collect()
}

const UNKNOWN: Text = text!("not listed in sheet.yaml", "absent de la liste de sheet.yaml");
