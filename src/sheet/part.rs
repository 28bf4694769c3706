//! The parts of values: `tax` of a cost, `do` of a lesson.

use crate::lang::choice::ChoiceValue;
use crate::lang::{Text, text};
use crate::sheet::field::Names;
use crate::sheet::shape::Shape;
use crate::text::fold::search_key;
use crate::value::official_code::OfficialCode;
use crate::value::speaker::Speaker;
use crate::value::visibility::Visibility;

/// Whether a value without a part is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Optional,
    Always,
    /// At least one of the parts of which that is true is needed.
    One,
}

/// One part of a value.
pub struct Part {
    /// The key in the file and in machine formats; never translated.
    pub key: &'static str,
    pub shape: Shape,
    /// What people call it, in either language: proposed where it is written, never read.
    pub aliases: &'static [&'static str],
    /// What it is, in one line.
    pub about: Text,
    pub need: Need,
    /// What an amount means that does not say it.
    pub default: Option<&'static str>,
    pub names: Option<Names>,
    /// Whether it is one whole for programs, as an address or a currency, and no text that people
    /// tell.
    pub is_token: bool,
    /// For whom it is, even in a value that more people may read.
    pub visibility: Visibility,
}

impl Part {
    /// Whether people tell something in it.
    pub fn is_text(&self) -> bool {
        matches!(self.shape, Shape::Line | Shape::Lines) && !self.is_token
    }

    /// Whether people call it so, whatever the accents or the number.
    pub fn is_called(&self, name: &str) -> bool {
        let name = search_key(name);
        let known = self.aliases.iter().chain([&self.key]);
        !name.is_empty() && known.into_iter().any(|known| search_key(known) == name)
    }
}

pub(super) const fn part(
    key: &'static str,
    shape: Shape,
    aliases: &'static [&'static str],
    about: Text,
) -> Part {
    Part {
        key,
        shape,
        aliases,
        about,
        need: Need::Optional,
        default: None,
        names: None,
        is_token: false,
        visibility: Visibility::Public,
    }
}

pub(super) const fn token(
    key: &'static str,
    aliases: &'static [&'static str],
    about: Text,
) -> Part {
    Part { is_token: true, ..part(key, Shape::Line, aliases, about) }
}

pub(super) const fn implied(part: Part, default: &'static str) -> Part {
    Part { default: Some(default), ..part }
}

const fn required(key: &'static str, aliases: &'static [&'static str], about: Text) -> Part {
    Part { need: Need::Always, ..part(key, Shape::Line, aliases, about) }
}

pub(super) const fn one(part: Part) -> Part {
    Part { need: Need::One, ..part }
}

const fn naming(part: Part, names: Names) -> Part {
    Part { names: Some(names), ..part }
}

const fn for_members(part: Part) -> Part {
    Part { visibility: Visibility::Members, ..part }
}

/// The part that each of a lesson, a word and a document has: who may see it.
const VISIBILITY: Part = part(
    "visibility",
    Shape::Choice(ChoiceValue::all::<Visibility>),
    &["diffusion", "visibilité", "public", "privé", "private"],
    text!(
        "Who may see it: public, members or private",
        "Qui peut le voir (diffusion publique, membres ou privée)",
    ),
);

/// Those of a commissioner or a partner.
pub static ORGANISATION: &[Part] = &[
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
        &["siren", "numéro siret", "n° siret"],
        text!(
            "SIRET or SIREN number, in quotation marks",
            "Numéro SIRET ou SIREN, entre guillemets",
        ),
    ),
];

/// Those of the time worked.
pub static EFFORT: &[Part] = &[
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
pub static PERSON: &[Part] = &[
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
        &["organization", "structure", "organisme", "association", "employeur", "employer"],
        text!("Organisation they work for", "Organisation où la personne travaille"),
    ),
];

/// Those of a lesson.
pub static LESSON: &[Part] = &[
    required(
        "text",
        &[
            "texte",
            "leçon",
            "lesson",
            "pépite",
            "difficulté",
            "surprise",
            "constat",
            "quoi",
            "what",
        ],
        text!("What was learnt", "Ce qui a été appris"),
    ),
    part(
        "when",
        Shape::Line,
        &["quand", "cas", "contexte", "condition", "si", "if"],
        text!("When the lesson applies", "Dans quel cas elle s'applique"),
    ),
    part(
        "do",
        Shape::Line,
        &[
            "faire",
            "à faire",
            "que faire",
            "quoi faire",
            "action",
            "conseil",
            "solution",
            "préconisation",
            "todo",
            "prochaine fois",
        ],
        text!("What to do next time", "Que faire la prochaine fois"),
    ),
    naming(
        part(
            "tools",
            Shape::Lines,
            &["outils", "outil", "tool", "méthodes"],
            text!("Tools it concerns", "Outils concernés"),
        ),
        Names::Tools,
    ),
    part(
        "by",
        Shape::Line,
        &["par", "de", "auteur", "autrice", "auteur ou autrice", "author", "from", "qui"],
        text!("Author", "Auteur ou autrice"),
    ),
    VISIBILITY,
    part(
        "confirmed-in",
        Shape::SheetIds,
        &[
            "confirmée dans",
            "confirmé dans",
            "confirmée par",
            "confirmé par",
            "confirmed",
            "confirmée",
        ],
        text!("Ids of sheets that confirm it", "Identifiants des fiches qui la confirment"),
    ),
    part(
        "contradicted-in",
        Shape::SheetIds,
        &["contredite dans", "contredit dans", "contredite par", "contradicted", "contredite"],
        text!("Ids of sheets that contradict it", "Identifiants des fiches qui la contredisent"),
    ),
];

/// Those of a word from the team.
pub static WORD: &[Part] = &[
    part(
        "from",
        Shape::Line,
        &["de", "par", "auteur", "autrice", "author", "by", "nom", "name", "qui", "who"],
        text!("Author", "Auteur ou autrice"),
    ),
    part(
        "as",
        Shape::Choice(ChoiceValue::all::<Speaker>),
        &["en tant que", "à titre de", "qualité", "comme", "rôle", "role", "titre"],
        text!(
            "In what capacity, when outside the team: resident, elected, staff, partner, commissioner",
            "À quel titre, hors de l'équipe (habitant·e, élu·e, agent·e, partenaire…)",
        ),
    ),
    required(
        "text",
        &["texte", "mot", "petit mot", "word", "message", "parole", "témoignage", "citation"],
        text!("What the author says", "Ce que dit cette personne"),
    ),
    VISIBILITY,
];

/// Those of a key moment.
pub static MOMENT: &[Part] = &[
    part(
        "date",
        Shape::Date,
        &["quand", "when", "jour", "le", "moment"],
        text!("When it happened", "Quand c'est arrivé"),
    ),
    required(
        "what",
        &["quoi", "texte", "text", "événement", "event", "titre", "title", "fait"],
        text!("What happened", "Ce qui s'est passé"),
    ),
    part(
        "why",
        Shape::Line,
        &["pourquoi", "raison", "reason", "effet", "portée", "parce que", "because"],
        text!("Why it counted", "Pourquoi cela a compté"),
    ),
];

/// Those of a document.
pub static DOCUMENT: &[Part] = &[
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
pub static KEPT: &[Part] = &[
    token("key", &[], text!("Where it is written", "Où c'est écrit")),
    part("text", Shape::Line, &[], text!("What is written there", "Ce qui y est écrit")),
];

/// Those of the source of an imported sheet.
pub static SOURCE: &[Part] = &[
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::cost_parts::{COST, SHARE};
    use crate::sheet::model::ImportSource;
    use crate::value::any::Record;
    use crate::value::document::Document;
    use crate::value::effort::Effort;
    use crate::value::lesson::{Lesson, Word};
    use crate::value::moment::Moment;
    use crate::value::money::Cost;
    use crate::value::organisation::Organisation;
    use crate::value::person::Person;

    #[test]
    fn a_part_is_found_by_what_people_call_it_and_no_other_is() {
        let all =
            [ORGANISATION, COST, SHARE, EFFORT, PERSON, LESSON, WORD, MOMENT, DOCUMENT, SOURCE];
        for parts in all {
            for part in parts {
                assert!(!part.aliases.is_empty(), "{}", part.key);
                for name in part.aliases.iter().chain([&part.key]) {
                    let called = |part: &&Part| part.is_called(name);
                    let found: Vec<&str> =
                        parts.iter().filter(called).map(|part| part.key).collect();
                    assert_eq!(found, [part.key], "{name}");
                }
            }
        }
    }

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
            (MOMENT, of(&Moment::default())),
            (DOCUMENT, of(&Document::default())),
            (SOURCE, of(&ImportSource::default())),
        ] {
            assert_eq!(parts.iter().map(|part| part.key).collect::<Vec<_>>(), keys);
        }
    }
}
