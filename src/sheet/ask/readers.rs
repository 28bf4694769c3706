//! Who reads what somebody answers: it is said before they write.

use crate::lang::{Phrase, phrase};
use crate::sheet::field::Field;
use crate::value::visibility::Visibility;

/// Whether what is answered for a field can be kept from everybody else.
pub fn can_be_private(field: &Field) -> bool {
    field.shape.parts().iter().any(|part| part.key == "visibility")
}

/// Who reads the answer once it stands in the sheet.
pub fn readers(visibility: Visibility, organisation: Option<&str>) -> Phrase {
    match (visibility, organisation) {
        (Visibility::Private, _) => phrase!(
            "only those who keep the sheets.",
            "seulement les personnes qui tiennent les fiches.",
        ),
        (Visibility::Members, Some(name)) => {
            phrase!(
                "the members of {name}, nobody else.",
                "les membres de {name}, personne d'autre.",
                name
            )
        }
        (Visibility::Members, None) => phrase!(
            "those who work with these sheets, nobody else.",
            "celles et ceux qui travaillent avec ces fiches, personne d'autre.",
        ),
        (Visibility::Public, _) => {
            phrase!("everybody; this sheet is public.", "tout le monde ; cette fiche est publique.",)
        }
    }
}
