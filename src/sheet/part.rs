//! The parts of values: `tax` of a cost, `do` of a lesson.

use crate::lang::choice::ChoiceValue;
use crate::lang::{Text, text};
use crate::sheet::shape::Shape;
use crate::value::money::{Basis, Tax};
use crate::value::official_code::OfficialCode;
use crate::value::speaker::Speaker;
use crate::value::visibility::Visibility;

/// One part of a value.
pub struct Part {
    /// The key in the file and in machine formats; never translated.
    pub key: &'static str,
    pub shape: Shape,
    /// What it is, in one line.
    pub about: Text,
    /// Whether a value without it is none.
    pub required: bool,
    /// What an amount means that does not say it.
    pub default: Option<&'static str>,
}

const fn part(key: &'static str, shape: Shape, about: Text) -> Part {
    Part { key, shape, about, required: false, default: None }
}

const fn implied(part: Part, default: &'static str) -> Part {
    Part { default: Some(default), ..part }
}

const fn required(key: &'static str, about: Text) -> Part {
    Part { required: true, ..part(key, Shape::Line, about) }
}

impl Shape {
    /// The parts of a value, or of each value of a list.
    pub const fn parts(&self) -> &'static [Part] {
        match self {
            Shape::Cost => COST,
            Shape::Effort => EFFORT,
            Shape::Source => SOURCE,
            Shape::Shares => SHARE,
            Shape::Organisations => ORGANISATION,
            Shape::People => PERSON,
            Shape::Lessons => LESSON,
            Shape::Words => WORD,
            Shape::Documents => DOCUMENT,
            Shape::Kept => KEPT,
            _ => &[],
        }
    }

    /// Whether it is one value with parts, which may also be written as one text.
    pub const fn is_record(&self) -> bool {
        !self.is_list() && !self.parts().is_empty()
    }
}

/// The part that each of a lesson, a word and a document has: who may see it.
const VISIBILITY: Part = part(
    "visibility",
    Shape::Choice(ChoiceValue::all::<Visibility>),
    text!(
        "Who may see it: public, members or private",
        "Qui peut le voir (diffusion publique, membres ou privée)",
    ),
);

/// Those of a commissioner or a partner.
pub static ORGANISATION: &[Part] = &[
    required("name", text!("Name of the organisation", "Nom de l'organisation")),
    part("contact", Shape::Line, text!("Person to contact", "Personne à contacter")),
    part(
        "siret",
        Shape::Code(OfficialCode::Siret),
        text!(
            "SIRET or SIREN number, in quotation marks",
            "Numéro SIRET ou SIREN, entre guillemets",
        ),
    ),
];

/// Those of a cost.
pub static COST: &[Part] = &[
    part("amount", Shape::Amount, text!("Number, without its currency", "Nombre, sans la monnaie")),
    implied(
        part(
            "currency",
            Shape::Line,
            text!("Three-letter code, EUR when absent", "Code à trois lettres, EUR par défaut"),
        ),
        "EUR",
    ),
    part(
        "tax",
        Shape::Choice(ChoiceValue::all::<Tax>),
        text!("HT, TTC or exempt; unknown when absent", "HT, TTC ou exonéré ; inconnue si absente",),
    ),
    implied(
        part(
            "basis",
            Shape::Choice(ChoiceValue::all::<Basis>),
            text!(
                "invoiced, budget or valued (in kind: volunteer work)",
                "facturé, budget ou valorisé (bénévolat)",
            ),
        ),
        "invoiced",
    ),
    part(
        "estimated",
        Shape::Flag,
        text!(
            "true for an estimate (about 9500 €)",
            "true pour un montant estimé (environ 9500 €)",
        ),
    ),
    part("shares", Shape::Shares, text!("Who pays which share", "Qui paie quelle part")),
];

/// Those of a share of a cost.
pub static SHARE: &[Part] = &[
    part("from", Shape::Line, text!("Organisation that pays", "Organisation qui paie")),
    part(
        "percent",
        Shape::Decimal,
        text!("Share of the cost, in percent", "Part du coût, en pour cent"),
    ),
    part(
        "amount",
        Shape::Amount,
        text!("Share of the cost, as an amount", "Part du coût, en montant"),
    ),
];

/// Those of the time worked.
pub static EFFORT: &[Part] = &[
    part("days", Shape::Decimal, text!("Days worked", "Jours de travail")),
    part("hours", Shape::Decimal, text!("Hours worked", "Heures de travail")),
    part("note", Shape::Line, text!("What the time was spent on", "À quoi ce temps a servi")),
];

/// Those of a member of the team or of the cooperative.
pub static PERSON: &[Part] = &[
    required("name", text!("First and last name", "Prénom et nom")),
    part("role", Shape::Line, text!("Role in the project", "Rôle dans le projet")),
    part(
        "organisation",
        Shape::Line,
        text!("Organisation they work for", "Organisation où la personne travaille"),
    ),
];

/// Those of a lesson.
pub static LESSON: &[Part] = &[
    required("text", text!("What was learnt", "Ce qui a été appris")),
    part("when", Shape::Line, text!("When the lesson applies", "Dans quel cas elle s'applique")),
    part("do", Shape::Line, text!("What to do next time", "Que faire la prochaine fois")),
    part("tools", Shape::Lines, text!("Tools it is about", "Outils dont il s'agit")),
    part("by", Shape::Line, text!("Author", "Auteur ou autrice")),
    VISIBILITY,
    part(
        "confirmed-in",
        Shape::SheetIds,
        text!("Ids of sheets that confirm it", "Identifiants des fiches qui la confirment"),
    ),
];

/// Those of a word from the team.
pub static WORD: &[Part] = &[
    part("from", Shape::Line, text!("Author", "Auteur ou autrice")),
    part(
        "as",
        Shape::Choice(ChoiceValue::all::<Speaker>),
        text!(
            "As what, when not of the team: resident, elected, staff, partner, commissioner",
            "À quel titre, hors de l'équipe (habitant·e, élu·e, agent·e, partenaire…)",
        ),
    ),
    required("text", text!("What the author says", "Ce que dit cette personne")),
    VISIBILITY,
];

/// Those of a document.
pub static DOCUMENT: &[Part] = &[
    part("title", Shape::Line, text!("Title of the document", "Titre du document")),
    part("file", Shape::Line, text!("Path inside the collection", "Chemin dans la collection")),
    part("url", Shape::Line, text!("Web address", "Adresse web")),
    part("size", Shape::Line, text!("Size of the file", "Taille du fichier")),
    VISIBILITY,
];

/// Those of what stands outside the fields.
pub static KEPT: &[Part] = &[
    part("key", Shape::Line, text!("Where it is written", "Où c'est écrit")),
    part("text", Shape::Line, text!("What is written there", "Ce qui y est écrit")),
];

/// Those of the source of an imported sheet.
pub static SOURCE: &[Part] = &[
    part(
        "kind",
        Shape::Line,
        text!("Kind of source, e.g. wiki", "Sorte de source, par exemple wiki"),
    ),
    part("id", Shape::Line, text!("Its id there", "Son identifiant là-bas")),
    part("url", Shape::Line, text!("Its web address", "Son adresse web")),
    part("imported", Shape::Date, text!("Date of the import", "Date de l'import")),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::model::ImportSource;
    use crate::value::any::Record;
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
