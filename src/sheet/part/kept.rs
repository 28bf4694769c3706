//! The parts of what is kept: a document, what has no field, where a sheet comes from.

use crate::lang::text;
use crate::sheet::part::model::{Part, one, part, token};
use crate::sheet::part::told::VISIBILITY;
use crate::sheet::shape::Shape;

/// Those of a document.
pub(super) static DOCUMENT: &[Part] = &[
    one(part(
        "title",
        Shape::Line,
        &["titre", "nom", "name", "intitulé", "document", "description"],
        text!("Title of the document", "Titre du document"),
    )),
    one(token(
        "file",
        &["fichier", "chemin", "path", "pièce jointe", "filename"],
        text!("Path inside the collection", "Chemin dans la collection"),
    )),
    one(token(
        "url",
        &["lien", "adresse", "adresse web", "link", "href", "site", "uri", "web"],
        text!("Web address", "Adresse web"),
    )),
    one(token("size", &["taille", "poids"], text!("Size of the file", "Taille du fichier"))),
    VISIBILITY,
];

/// Those of what stands outside the fields.
pub(super) static KEPT: &[Part] = &[
    token("key", &["clé"], text!("Where it is written", "Où c'est écrit")),
    part("text", Shape::Line, &["texte"], text!("What is written there", "Ce qui y est écrit")),
];

/// Those of the source of an imported sheet.
pub(super) static SOURCE: &[Part] = &[
    token(
        "kind",
        &["type", "sorte"],
        text!("Kind of source, e.g. wiki", "Sorte de source, par exemple wiki"),
    ),
    token("id", &["identifiant"], text!("Its id in the source", "Son identifiant dans la source")),
    token("url", &["lien", "adresse", "link"], text!("Its web address", "Son adresse web")),
    part(
        "imported",
        Shape::Date,
        &["importé", "importée", "importé le", "date", "date d'import"],
        text!("Date of the import", "Date de l'import"),
    ),
    part(
        "seen",
        Shape::Digests,
        &["vu", "vus", "empreintes", "digests"],
        text!(
            "What each key was at the last import, as a short digest",
            "Ce que valait chaque clé au dernier import, en empreinte courte",
        ),
    ),
];
