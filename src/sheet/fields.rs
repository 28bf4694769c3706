//! Table 1: every field of a sheet, in the order in which it is written, shown and asked.
//!
//! Columns, filters, sorting, suggestions for unknown keys and the headers of every format come
//! from here. To add a field: one row here, one member in [`Sheet`](crate::sheet::Sheet), one line
//! in [`decode`](crate::sheet::decode).

use crate::lang::choice::ChoiceValue;
use crate::lang::text;
use crate::sheet::completeness::{Step, completeness};
use crate::sheet::field::Field;
use crate::sheet::part;
use crate::sheet::section::Section;
use crate::sheet::shape::Shape;
use crate::sheet::value::Value;
use crate::text::fold::search_key;
use crate::text::nearest::nearest;
use crate::value::outcome_level::Level;
use crate::value::status::Status;
use crate::value::territory_kind::TerritoryKind;
use crate::value::visibility::Visibility;

/// The table.
pub static FIELDS: &[Field] = &[
    Field {
        key: "id",
        short: "id",
        label: text!("Id", "Identifiant"),
        about: text!("Name of the file, without .yaml", "Nom du fichier, sans .yaml"),
        aliases: &[],
        section: Section::Derived,
        shape: Shape::Line,
        get: |sheet| Value::Text(&sheet.id),
    },
    Field {
        key: "title",
        short: "title",
        label: text!("Title", "Titre"),
        about: text!("Name of the project", "Nom du projet"),
        aliases: &[],
        section: Section::Project,
        shape: Shape::Line,
        get: |sheet| Value::text(&sheet.title),
    },
    Field {
        key: "summary",
        short: "summary",
        label: text!("Summary", "En bref"),
        about: text!("The project in two or three sentences", "Le projet en deux ou trois phrases",),
        aliases: &["In short"],
        section: Section::Project,
        shape: Shape::Prose,
        get: |sheet| Value::text(&sheet.summary),
    },
    Field {
        key: "status",
        short: "status",
        label: text!("Status", "Statut"),
        about: text!(
            "idea, ongoing, done or abandoned; taken from the dates when absent",
            "idée, en cours, terminé ou abandonné ; déduit des dates s'il manque",
        ),
        aliases: &[],
        section: Section::Project,
        shape: Shape::Choice(ChoiceValue::all::<Status>),
        get: |sheet| Value::choice(sheet.current_status()),
    },
    Field {
        key: "territory.name",
        short: "territory",
        label: text!("Territory", "Territoire"),
        about: text!(
            "Municipality, neighbourhood or area of the project",
            "Commune, quartier ou secteur du projet",
        ),
        aliases: &["Nom du territoire"],
        section: Section::Territory,
        shape: Shape::Line,
        get: |sheet| Value::text(&sheet.territory.name),
    },
    Field {
        key: "territory.kind",
        short: "kind",
        label: text!("Kind of territory", "Type de territoire"),
        about: text!(
            "neighbourhood, municipality, department, region…",
            "quartier, commune, intercommunalité, département, région…",
        ),
        aliases: &["Kind"],
        section: Section::Territory,
        shape: Shape::Choice(ChoiceValue::all::<TerritoryKind>),
        get: |sheet| Value::choice(sheet.territory.kind),
    },
    Field {
        key: "territory.population",
        short: "population",
        label: text!("Inhabitants", "Habitants"),
        about: text!(
            "People living in this territory (not in the town around it)",
            "Population de ce territoire (pas de la ville autour)",
        ),
        aliases: &["Nombre d'habitants"],
        section: Section::Territory,
        shape: Shape::Count,
        get: |sheet| Value::number(sheet.territory.population),
    },
    Field {
        key: "territory.address",
        short: "address",
        label: text!("Address", "Adresse"),
        about: text!("Address of the place", "Adresse du lieu"),
        aliases: &[],
        section: Section::Territory,
        shape: Shape::Line,
        get: |sheet| Value::text(&sheet.territory.address),
    },
    Field {
        key: "territory.insee",
        short: "insee",
        label: text!("INSEE code", "Code INSEE"),
        about: text!(
            "Official code of the municipality, in quotation marks",
            "Code officiel de la commune, entre guillemets",
        ),
        aliases: &[],
        section: Section::Territory,
        shape: Shape::Code,
        get: |sheet| Value::text(&sheet.territory.insee),
    },
    Field {
        key: "territory.qpv",
        short: "qpv",
        label: text!("QPV code", "Code QPV"),
        about: text!(
            "Code of the priority neighbourhood, QP… or QN…",
            "Code du quartier prioritaire, QP… ou QN…",
        ),
        aliases: &[],
        section: Section::Territory,
        shape: Shape::Code,
        get: |sheet| Value::text(&sheet.territory.qpv),
    },
    Field {
        key: "territory.latitude",
        short: "latitude",
        label: text!("Latitude", "Latitude"),
        about: text!("In degrees, given with the longitude", "En degrés, avec la longitude"),
        aliases: &[],
        section: Section::Territory,
        shape: Shape::Decimal,
        get: |sheet| Value::number(sheet.territory.latitude),
    },
    Field {
        key: "territory.longitude",
        short: "longitude",
        label: text!("Longitude", "Longitude"),
        about: text!("In degrees, given with the latitude", "En degrés, avec la latitude"),
        aliases: &[],
        section: Section::Territory,
        shape: Shape::Decimal,
        get: |sheet| Value::number(sheet.territory.longitude),
    },
    Field {
        key: "commissioners",
        short: "commissioner",
        label: text!("Commissioners", "Commanditaires"),
        about: text!(
            "Organisations that commissioned the project",
            "Organisations qui ont commandé le projet",
        ),
        aliases: &["Commissioner(s)", "Commanditaire(s)"],
        section: Section::Territory,
        shape: Shape::Records(part::ORGANISATION),
        get: |sheet| Value::records(&sheet.commissioners),
    },
    Field {
        key: "cost",
        short: "cost",
        label: text!("Cost", "Coût"),
        about: text!("Amount, currency and tax: 9500 € HT", "Montant, monnaie et taxe : 9500 € HT",),
        aliases: &[],
        section: Section::Scope,
        shape: Shape::Record(part::COST),
        get: |sheet| Value::record(&sheet.cost),
    },
    Field {
        key: "dates.start",
        short: "start",
        label: text!("Start", "Début"),
        about: text!(
            "Full or partial date: 2023-03-01, March 2023, 2023",
            "Date complète ou partielle : 1er mars 2023, mars 2023, 2023",
        ),
        aliases: &["Date de début"],
        section: Section::Scope,
        shape: Shape::Date,
        get: |sheet| Value::date(sheet.dates.start),
    },
    Field {
        key: "dates.end",
        short: "end",
        label: text!("End", "Fin"),
        about: text!("Full or partial date", "Date complète ou partielle"),
        aliases: &["Date de fin"],
        section: Section::Scope,
        shape: Shape::Date,
        get: |sheet| Value::date(sheet.dates.end),
    },
    Field {
        key: "dates.duration",
        short: "duration",
        label: text!("Duration", "Durée"),
        about: text!(
            "Time from start to end: 9 months (time worked: effort)",
            "Temps entre le début et la fin : 9 mois (temps passé : effort)",
        ),
        aliases: &[],
        section: Section::Scope,
        shape: Shape::Duration,
        get: |sheet| sheet.dates.duration.map_or(Value::Missing, Value::Duration),
    },
    Field {
        key: "effort",
        short: "effort",
        label: text!("Time worked", "Temps passé"),
        about: text!("Days or hours worked: 28 days", "Jours ou heures de travail : 28 jours"),
        aliases: &["Effort"],
        section: Section::Scope,
        shape: Shape::Record(part::EFFORT),
        get: |sheet| Value::record(&sheet.effort),
    },
    Field {
        key: "team",
        short: "team",
        label: text!("Team", "Équipe"),
        about: text!(
            "People who worked on the project",
            "Personnes qui ont travaillé sur le projet",
        ),
        aliases: &[],
        section: Section::Scope,
        shape: Shape::Records(part::PERSON),
        get: |sheet| Value::records(&sheet.team),
    },
    Field {
        key: "partners",
        short: "partner",
        label: text!("Partners", "Partenaires"),
        about: text!(
            "Organisations that took part without commissioning it",
            "Organisations associées, sans être commanditaires",
        ),
        aliases: &["Structures partenaires"],
        section: Section::Scope,
        shape: Shape::Records(part::ORGANISATION),
        get: |sheet| Value::records(&sheet.partners),
    },
    Field {
        key: "participation.target",
        short: "target",
        label: text!("Target groups", "Publics visés"),
        about: text!("Groups the project wanted to reach", "Publics que le projet voulait toucher",),
        aliases: &[],
        section: Section::Scope,
        shape: Shape::Lines,
        get: |sheet| Value::texts(&sheet.participation.target),
    },
    Field {
        key: "participation.reached",
        short: "reached",
        label: text!("People reached", "Personnes rencontrées"),
        about: text!("Number of people who took part", "Nombre de personnes qui ont participé"),
        aliases: &["Personnes touchées"],
        section: Section::Scope,
        shape: Shape::Count,
        get: |sheet| Value::number(sheet.participation.reached),
    },
    Field {
        key: "description.request",
        short: "request",
        label: text!("Commissioner's request", "Demande du commanditaire"),
        about: text!("What the commissioner asked for", "Ce que le commanditaire a demandé"),
        aliases: &["Client request", "Demande du client"],
        section: Section::Description,
        shape: Shape::Prose,
        get: |sheet| Value::text(&sheet.description.request),
    },
    Field {
        key: "description.proposal",
        short: "proposal",
        label: text!("Proposal", "Proposition"),
        about: text!("What the team proposed", "Ce que l'équipe a proposé"),
        aliases: &[],
        section: Section::Description,
        shape: Shape::Prose,
        get: |sheet| Value::text(&sheet.description.proposal),
    },
    Field {
        key: "tools",
        short: "tool",
        label: text!("Tools", "Outils"),
        about: text!(
            "What was used, e.g. door to door, open forum",
            "Ce qui a servi : porte à porte, forum ouvert",
        ),
        aliases: &["Outils utilisés"],
        section: Section::Description,
        shape: Shape::Lines,
        get: |sheet| Value::texts(&sheet.tools),
    },
    Field {
        key: "outcome.level",
        short: "outcome",
        label: text!("Outcome", "Résultat"),
        about: text!(
            "How it turned out: succeeded, partial, failed or too-early",
            "Réussite, réussite partielle, échec, ou trop tôt pour le dire",
        ),
        aliases: &[],
        section: Section::Description,
        shape: Shape::Choice(ChoiceValue::all::<Level>),
        get: |sheet| Value::choice(sheet.outcome.level),
    },
    Field {
        key: "outcome.text",
        short: "change",
        label: text!("What changed", "Ce qui a changé"),
        about: text!("What has changed since the project", "Ce qui est différent depuis le projet",),
        aliases: &[],
        section: Section::Description,
        shape: Shape::Prose,
        get: |sheet| Value::text(&sheet.outcome.text),
    },
    Field {
        key: "lessons.nuggets",
        short: "nugget",
        label: text!("Nuggets", "Pépites"),
        about: text!(
            "What worked, and what to do next time",
            "Ce qui a marché, et que faire la prochaine fois",
        ),
        aliases: &["Method nuggets", "Pépites méthodo"],
        section: Section::Feedback,
        shape: Shape::Records(part::LESSON),
        get: |sheet| Value::records(&sheet.lessons.nuggets),
    },
    Field {
        key: "lessons.difficulties",
        short: "difficulty",
        label: text!("Difficulties", "Difficultés"),
        about: text!(
            "What did not work, and what to do next time",
            "Ce qui n'a pas marché, et que faire la prochaine fois",
        ),
        aliases: &[],
        section: Section::Feedback,
        shape: Shape::Records(part::LESSON),
        get: |sheet| Value::records(&sheet.lessons.difficulties),
    },
    Field {
        key: "lessons.surprises",
        short: "surprise",
        label: text!("Surprises", "Surprises"),
        about: text!("What nobody expected", "Ce que personne n'attendait"),
        aliases: &["Ce qui m'a étonné"],
        section: Section::Feedback,
        shape: Shape::Records(part::LESSON),
        get: |sheet| Value::records(&sheet.lessons.surprises),
    },
    Field {
        key: "lessons.words",
        short: "word",
        label: text!("Words from the team", "Petits mots de l'équipe"),
        about: text!(
            "One sentence from each team member",
            "Une phrase de chaque membre de l'équipe",
        ),
        aliases: &["A word from each member", "Le petit mot de chaque membre"],
        section: Section::Feedback,
        shape: Shape::Records(part::WORD),
        get: |sheet| Value::records(&sheet.lessons.words),
    },
    Field {
        key: "documents",
        short: "document",
        label: text!("Documents", "Documents"),
        about: text!(
            "Title and url or file of each document",
            "Titre et url ou fichier de chaque document",
        ),
        aliases: &["Documents produits"],
        section: Section::Feedback,
        shape: Shape::Records(part::DOCUMENT),
        get: |sheet| Value::records(&sheet.documents),
    },
    Field {
        key: "members",
        short: "member",
        label: text!("Cooperative members", "Membres de la coopérative"),
        about: text!(
            "Other members of the cooperative involved, besides the team",
            "Autres membres de la coopérative associés, en plus de l'équipe",
        ),
        aliases: &["Members of the cooperative"],
        section: Section::Feedback,
        shape: Shape::Records(part::PERSON),
        get: |sheet| Value::records(&sheet.members),
    },
    Field {
        key: "related",
        short: "related",
        label: text!("Related sheets", "Fiches liées"),
        about: text!("Ids of related sheets", "Identifiants de fiches liées"),
        aliases: &["Projets liés"],
        section: Section::About,
        shape: Shape::Lines,
        get: |sheet| Value::texts(&sheet.related),
    },
    Field {
        key: "visibility",
        short: "visibility",
        label: text!("Visibility", "Diffusion"),
        about: text!(
            "Who may see it: public, members or private",
            "Qui peut la voir (diffusion publique, membres ou privée)",
        ),
        aliases: &[],
        section: Section::About,
        shape: Shape::Choice(ChoiceValue::all::<Visibility>),
        get: |sheet| Value::choice(sheet.visibility),
    },
    Field {
        key: "reviewed",
        short: "reviewed",
        label: text!("Reviewed on", "Relue le"),
        about: text!(
            "Date of the last check of the sheet",
            "Date de la dernière relecture de la fiche",
        ),
        aliases: &["Reviewed", "Relu le"],
        section: Section::About,
        shape: Shape::Date,
        get: |sheet| Value::date(sheet.reviewed),
    },
    Field {
        key: "source",
        short: "source",
        label: text!("Source", "Source"),
        about: text!("Where an imported sheet comes from", "D'où vient une fiche importée"),
        aliases: &[],
        section: Section::About,
        shape: Shape::Record(part::SOURCE),
        get: |sheet| Value::record(&sheet.source),
    },
    Field {
        key: "ignore",
        short: "ignore",
        label: text!("Ignored findings", "Constats ignorés"),
        about: text!(
            "Codes of findings not to report for this sheet",
            "Codes de constats à ne pas signaler pour cette fiche",
        ),
        aliases: &["Silenced findings"],
        section: Section::About,
        shape: Shape::Lines,
        get: |sheet| Value::texts(&sheet.ignore),
    },
    Field {
        key: "year",
        short: "year",
        label: text!("Year", "Année"),
        about: text!("Every year of the project", "Chaque année du projet"),
        aliases: &[],
        section: Section::Derived,
        shape: Shape::Count,
        get: |sheet| Value::years(sheet.dates.period()),
    },
    Field {
        key: "completeness",
        short: "completeness",
        label: text!("Step", "Étape"),
        about: text!(
            "How complete the sheet is (five steps)",
            "Avancement de la fiche (cinq étapes)",
        ),
        aliases: &[],
        section: Section::Derived,
        shape: Shape::Choice(ChoiceValue::all::<Step>),
        get: |sheet| Value::choice(Some(completeness(sheet).0)),
    },
    Field {
        key: "lesson",
        short: "lesson",
        label: text!("Lessons", "Leçons"),
        about: text!(
            "Nuggets, difficulties and surprises together",
            "Pépites, difficultés et surprises ensemble",
        ),
        aliases: &[],
        section: Section::Derived,
        shape: Shape::Prose,
        get: |sheet| Value::list(sheet.lessons.all().map(|(_, lesson)| Value::Text(&lesson.text))),
    },
    Field {
        key: "text",
        short: "text",
        label: text!("Texts", "Textes"),
        about: text!("All texts of the sheet", "Tous les textes de la fiche"),
        aliases: &["Text", "Texte"],
        section: Section::Derived,
        shape: Shape::Prose,
        get: |sheet| Value::list(sheet.prose().into_iter().map(|(_, text)| Value::Text(text))),
    },
];

/// The keys without which a sheet is none.
pub const REQUIRED: [&str; 2] = ["title", "territory.name"];

/// The fields, and the parts of values, whose texts are ids of other sheets.
pub const REFERENCES: [&str; 2] = ["related", "confirmed-in"];

/// The field with this key or short name.
pub fn find(name: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.key == name || field.short == name)
}

/// The field whose label this is or was, in either language, whatever its accents or number:
/// `résultat`, `commanditaire`.
pub fn labelled(name: &str) -> Option<&'static Field> {
    let wanted = search_key(name);
    FIELDS
        .iter()
        .find(|field| !wanted.is_empty() && field.labels().any(|label| search_key(label) == wanted))
}

/// The field that was probably meant: by its key, its short name, or its label in either language.
pub fn near(word: &str) -> Option<&'static Field> {
    let names = |field: &'static Field| [field.key, field.short].into_iter().chain(field.labels());
    let name = nearest(word, FIELDS.iter().flat_map(names))?;
    FIELDS.iter().find(|field| names(field).any(|known| known == name))
}

/// The fields that are written in files.
pub fn written() -> impl Iterator<Item = &'static Field> {
    FIELDS.iter().filter(|field| field.section != Section::Derived)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crate::sheet::Sheet;

    use super::*;

    #[test]
    fn no_two_fields_answer_to_one_name() {
        let mut names = HashSet::new();
        for field in FIELDS {
            assert!(names.insert(field.key), "{}", field.key);
            assert!(field.short == field.key || names.insert(field.short), "{}", field.short);
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
