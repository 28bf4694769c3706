//! The parts of who works, for whom, and how long.

use crate::lang::text;
use crate::sheet::part::model::{Part, for_members, part, required};
use crate::sheet::shape::Shape;
use crate::value::official_code::OfficialCode;

/// Those of a commissioner or a partner.
pub(super) static ORGANISATION: &[Part] = &[
    required(
        "name",
        &["nom", "structure", "organisme", "organisation", "raison sociale", "intitulé", "title"],
        text!("Name of the organisation", "Nom de l'organisation"),
    ),
    for_members(part(
        "contact",
        Shape::Line,
        &[
            "référent",
            "référente",
            "interlocuteur",
            "interlocutrice",
            "correspondant",
            "personne à contacter",
            "téléphone",
            "tél",
            "phone",
            "email",
            "e-mail",
            "mail",
            "courriel",
        ],
        text!("Person to contact", "Personne à contacter"),
    )),
    part(
        "siret",
        Shape::Code(OfficialCode::Siret),
        &["numéro siret", "n° siret", "siren"],
        text!(
            "SIRET or SIREN number, in quotation marks",
            "Numéro SIRET ou SIREN, entre guillemets",
        ),
    ),
];

/// Those of the time worked.
pub(super) static EFFORT: &[Part] = &[
    part("days", Shape::Decimal, &["jours", "journées"], text!("Days worked", "Jours de travail")),
    part("hours", Shape::Decimal, &["heures"], text!("Hours worked", "Heures de travail")),
    part(
        "note",
        Shape::Line,
        &["remarque", "détail", "précision", "commentaire", "objet", "comment"],
        text!("What the time was spent on", "À quoi ce temps a servi"),
    ),
];

/// Those of a member of the team or of the cooperative.
pub(super) static PERSON: &[Part] = &[
    required(
        "name",
        &["nom", "prénom", "prénom et nom", "nom et prénom", "personne", "person", "qui"],
        text!("First and last name", "Prénom et nom"),
    ),
    part(
        "role",
        Shape::Line,
        &["rôle", "fonction", "poste", "mission", "métier", "titre", "title", "job", "function"],
        text!("Role in the project", "Rôle dans le projet"),
    ),
    part(
        "organisation",
        Shape::Line,
        &["structure", "organization", "organisme", "association", "employeur", "employer"],
        text!("Organisation they work for", "Organisation où la personne travaille"),
    ),
];
