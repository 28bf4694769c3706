//! Names that the collection lists in `sheet.yaml`, and those that it does not.

use crate::lang::common::did_you_mean;
use crate::lang::{Text, text};
use crate::rules::{CheckContext, FieldFinding};
use crate::sheet::field::Names;

/// At most so many names of a sheet are compared with all of a vocabulary.
const MAX_SUGGESTIONS: usize = 20;

/// The names of a sort that a sheet holds and the collection does not list, where it lists any.
pub(super) fn unknown_names(context: &CheckContext, names: Names) -> Vec<FieldFinding> {
    let Some(vocabulary) = context.config.vocabulary(names) else {
        return Vec::new();
    };
    let named = context.texts.iter().filter(|text| text.field.more.names == Some(names));
    let unknown = named.filter(|name| vocabulary.canonical_name(name.text).is_none()).enumerate();
    unknown
        .map(|(number, name)| {
            let finding = FieldFinding::at(name.path(), UNKNOWN);
            let near = if number < MAX_SUGGESTIONS { vocabulary.near(name.text) } else { None };
            match near {
                Some(near) => finding.with_help(did_you_mean(near)),
                None => finding,
            }
        })
        .collect()
}

const UNKNOWN: Text = text!("not listed in sheet.yaml", "absent de la liste de sheet.yaml");
