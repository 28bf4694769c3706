//! The parts of values: `tax` of a cost, `do` of a lesson.

use crate::lang::{Text, text};

/// One part of a value.
pub struct Part {
    /// The key in the file and in machine formats; never translated.
    pub key: &'static str,
    /// What it is, in one line.
    pub about: Text,
}

const fn part(key: &'static str, about: Text) -> Part {
    Part { key, about }
}

/// The part that each of a lesson, a word and a document has: who may see it.
const VISIBILITY: Part = part(
    "visibility",
    text!(
        "Who may see it: public, members or private",
        "Qui peut le voir (diffusion publique, membres ou privée)",
    ),
);

/// Those of a commissioner or a partner.
pub static ORGANISATION: &[Part] = &[
    part("name", text!("Name of the organisation", "Nom de l'organisation")),
    part("contact", text!("Person to contact", "Personne à contacter")),
    part(
        "siret",
        text!(
            "SIRET or SIREN number, in quotation marks",
            "Numéro SIRET ou SIREN, entre guillemets",
        ),
    ),
];

/// Those of a cost.
pub static COST: &[Part] = &[
    part("amount", text!("Number, without its currency", "Nombre, sans la monnaie")),
    part(
        "currency",
        text!("Three-letter code, EUR when absent", "Code à trois lettres, EUR par défaut"),
    ),
    part(
        "tax",
        text!("HT, TTC or exempt; unknown when absent", "HT, TTC ou exonéré ; inconnue si absente",),
    ),
    part(
        "basis",
        text!(
            "invoiced, budget or valued (in kind: volunteer work)",
            "facturé, budget ou valorisé (bénévolat)",
        ),
    ),
    part(
        "estimated",
        text!(
            "true for an estimate (about 9500 €)",
            "true pour un montant estimé (environ 9500 €)",
        ),
    ),
    part("shares", text!("Who pays which share", "Qui paie quelle part")),
];

/// Those of a share of a cost.
pub static SHARE: &[Part] = &[
    part("from", text!("Organisation that pays", "Organisation qui paie")),
    part("percent", text!("Share of the cost, in percent", "Part du coût, en pour cent")),
    part("amount", text!("Share of the cost, as an amount", "Part du coût, en montant")),
];

/// Those of the time worked.
pub static EFFORT: &[Part] = &[
    part("days", text!("Days worked", "Jours de travail")),
    part("hours", text!("Hours worked", "Heures de travail")),
    part("note", text!("What the time was spent on", "À quoi ce temps a servi")),
];

/// Those of a member of the team or of the cooperative.
pub static PERSON: &[Part] = &[
    part("name", text!("First and last name", "Prénom et nom")),
    part("role", text!("Role in the project", "Rôle dans le projet")),
    part(
        "organisation",
        text!("Organisation they work for", "Organisation où la personne travaille"),
    ),
];

/// Those of a lesson.
pub static LESSON: &[Part] = &[
    part("text", text!("What was learnt", "Ce qui a été appris")),
    part("when", text!("When the lesson applies", "Dans quel cas elle s'applique")),
    part("do", text!("What to do next time", "Que faire la prochaine fois")),
    part("tools", text!("Tools it is about", "Outils dont il s'agit")),
    part("by", text!("Author", "Auteur ou autrice")),
    VISIBILITY,
    part(
        "confirmed-in",
        text!("Ids of sheets that confirm it", "Identifiants des fiches qui la confirment"),
    ),
];

/// Those of a word from the team.
pub static WORD: &[Part] = &[
    part("from", text!("Author", "Auteur ou autrice")),
    part("text", text!("What the author says", "Ce que dit cette personne")),
    VISIBILITY,
];

/// Those of a document.
pub static DOCUMENT: &[Part] = &[
    part("title", text!("Title of the document", "Titre du document")),
    part("file", text!("Path inside the collection", "Chemin dans la collection")),
    part("url", text!("Web address", "Adresse web")),
    part("size", text!("Size of the file", "Taille du fichier")),
    VISIBILITY,
];

/// Those of the source of an imported sheet.
pub static SOURCE: &[Part] = &[
    part("kind", text!("Kind of source, e.g. wiki", "Sorte de source, par exemple wiki")),
    part("id", text!("Its id there", "Son identifiant là-bas")),
    part("url", text!("Its web address", "Son adresse web")),
    part("imported", text!("Date of the import", "Date de l'import")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::model::ImportSource;
    use crate::sheet::value::Record;
    use crate::value::document::Document;
    use crate::value::effort::Effort;
    use crate::value::lesson::{Lesson, Word};
    use crate::value::money::Cost;
    use crate::value::organisation::Organisation;
    use crate::value::person::Person;

    #[test]
    fn every_part_of_a_value_is_described_in_its_order() {
        let of = |record: &dyn Record| {
            record.members().into_iter().map(|(key, _)| key).collect::<Vec<_>>()
        };
        for (parts, keys) in [
            (ORGANISATION, of(&Organisation::default())),
            (COST, of(&Cost::default())),
            (EFFORT, of(&Effort::default())),
            (PERSON, of(&Person::default())),
            (LESSON, of(&Lesson::default())),
            (WORD, of(&Word::default())),
            (DOCUMENT, of(&Document::default())),
            (SOURCE, of(&ImportSource::default())),
        ] {
            assert_eq!(parts.iter().map(|part| part.key).collect::<Vec<_>>(), keys);
        }
    }
}
