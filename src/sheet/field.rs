//! Table 1: every field of a sheet, in the order in which it is written, shown and asked.
//!
//! Columns, filters, sorting, suggestions for unknown keys and the headers of every format come
//! from here. To add a field: one row here, one member in [`Sheet`], one line in
//! [`read`](crate::sheet::read).

use crate::lang::Text;
use crate::lang::fold::fold;
use crate::lang::nearest::nearest;
use crate::sheet::choice::{Chosen, Level, Status, TerritoryKind, Visibility};
use crate::sheet::completeness::{Step, completeness};
use crate::sheet::document::Document;
use crate::sheet::effort::Effort;
use crate::sheet::lesson::{Lesson, Word};
use crate::sheet::money::Cost;
use crate::sheet::organisation::Organisation;
use crate::sheet::person::Person;
use crate::sheet::value::{Record, Value};
use crate::sheet::{Origin, Sheet};

/// One field.
pub struct Field {
    /// The dotted path in the file and in machine formats; never translated.
    pub key: &'static str,
    /// The word by which it is asked for: `--columns commissioner`, `commissioner:dynacité`.
    pub short: &'static str,
    pub label: Text,
    pub section: Section,
    pub shape: Shape,
    pub get: for<'a> fn(&'a Sheet) -> Value<'a>,
}

/// What may be written for a field.
#[derive(Clone, Copy)]
pub enum Shape {
    /// Text on one line.
    Line,
    /// Text of any length.
    Prose,
    /// An identifier: text, even where it has only digits.
    Code,
    /// One of a few words.
    Choice(fn() -> Vec<Chosen>),
    Count,
    Decimal,
    Date,
    Duration,
    /// A list of texts.
    Lines,
    /// A value with members, which may also be written as one text.
    Record(Members),
    /// A list of values with members, each of which may also be written as text.
    Records(Members),
}

impl Field {
    /// What is written for it. The status is the one field that is derived where it is not written.
    pub fn written<'s>(&self, sheet: &'s Sheet) -> Value<'s> {
        match self.key {
            "status" => Value::choice(sheet.status),
            _ => (self.get)(sheet),
        }
    }
}

impl Shape {
    /// Whether several values may be written, each as an item.
    pub const fn is_list(&self) -> bool {
        matches!(self, Shape::Lines | Shape::Records(_))
    }
}

/// The keys of the members that a value has.
pub type Members = fn() -> Vec<&'static str>;

fn members<R: Record + Default>() -> Vec<&'static str> {
    R::default().members().into_iter().map(|(key, _)| key).collect()
}

/// The part of a sheet in which a field is shown and asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    Project,
    Territory,
    Frame,
    Description,
    Feedback,
    Keeping,
    /// Not written: made from the other fields, to be asked for.
    Derived,
}

impl Section {
    /// Those that a sheet is shown in, in order.
    pub const SHOWN: [Section; 6] = [
        Section::Project,
        Section::Territory,
        Section::Frame,
        Section::Description,
        Section::Feedback,
        Section::Keeping,
    ];

    pub const fn label(self) -> Text {
        match self {
            Section::Project => Text::new("The project", "Le projet"),
            Section::Territory => Text::new("The territory", "Le territoire"),
            Section::Frame => Text::new("The frame of the project", "Le cadre du projet"),
            Section::Description => {
                Text::new("Description of the project", "Description du projet")
            }
            Section::Feedback => Text::new("Feedback", "Retour d'expérience"),
            Section::Keeping => Text::new("The sheet", "La fiche"),
            Section::Derived => Text::new("Derived", "Calculé"),
        }
    }
}

/// The keys without which a sheet is none.
pub const REQUIRED: [&str; 2] = ["title", "territory.name"];

/// The fields, and the members of values, whose texts are ids of other sheets.
pub const REFERENCES: [&str; 2] = ["related", "confirmed-in"];

/// The field with this key or short name.
pub fn find(name: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.key == name || field.short == name)
}

/// The field whose label this is in either language, whatever its accents or number: `résultat`,
/// `commanditaire`.
pub fn labelled(name: &str) -> Option<&'static Field> {
    let wanted = fold(name);
    let labels = |field: &Field| [field.label.en, field.label.fr].map(fold);
    FIELDS.iter().find(|field| !wanted.is_empty() && labels(field).contains(&wanted))
}

/// The field that was probably meant: by its key, its short name, or its label in either language.
pub fn near(word: &str) -> Option<&'static Field> {
    let names = |field: &'static Field| [field.key, field.short, field.label.en, field.label.fr];
    let name = nearest(word, FIELDS.iter().flat_map(names))?;
    FIELDS.iter().find(|field| names(field).contains(&name))
}

/// The fields that are written in files.
pub fn written() -> impl Iterator<Item = &'static Field> {
    FIELDS.iter().filter(|field| field.section != Section::Derived)
}

const fn row(
    section: Section,
    (key, short): (&'static str, &'static str),
    (en, fr): (&'static str, &'static str),
    shape: Shape,
    get: for<'a> fn(&'a Sheet) -> Value<'a>,
) -> Field {
    Field { key, short, label: Text::new(en, fr), section, shape, get }
}

use Section::{Derived, Description, Feedback, Frame, Keeping, Project, Territory};

/// The table.
#[rustfmt::skip]
pub static FIELDS: &[Field] = &[
    row(Derived, ("id", "id"), ("Sheet", "Fiche"), Shape::Line, |s| Value::Text(&s.id)),
    row(Project, ("title", "title"), ("Title", "Titre"), Shape::Line, |s| Value::text(&s.title)),
    row(Project, ("summary", "summary"), ("In short", "En bref"), Shape::Prose, |s| Value::text(&s.summary)),
    row(Project, ("status", "status"), ("Status", "Statut"), Shape::Choice(Chosen::all::<Status>), |s| Value::choice(s.status.or(s.standing))),
    row(Territory, ("territory.name", "territory"), ("Territory", "Nom du territoire"), Shape::Line, |s| Value::text(&s.territory.name)),
    row(Territory, ("territory.kind", "kind"), ("Kind", "Type de territoire"), Shape::Choice(Chosen::all::<TerritoryKind>), |s| Value::choice(s.territory.kind)),
    row(Territory, ("territory.population", "population"), ("Inhabitants", "Nombre d'habitants"), Shape::Count, |s| Value::number(s.territory.population)),
    row(Territory, ("territory.address", "address"), ("Address", "Adresse"), Shape::Line, |s| Value::text(&s.territory.address)),
    row(Territory, ("territory.insee", "insee"), ("INSEE code", "Code INSEE"), Shape::Code, |s| Value::text(&s.territory.insee)),
    row(Territory, ("territory.qpv", "qpv"), ("QPV code", "Code QPV"), Shape::Code, |s| Value::text(&s.territory.qpv)),
    row(Territory, ("territory.latitude", "latitude"), ("Latitude", "Latitude"), Shape::Decimal, |s| Value::number(s.territory.latitude)),
    row(Territory, ("territory.longitude", "longitude"), ("Longitude", "Longitude"), Shape::Decimal, |s| Value::number(s.territory.longitude)),
    row(Territory, ("commissioners", "commissioner"), ("Commissioner(s)", "Commanditaire(s)"), Shape::Records(members::<Organisation>), |s| Value::records(&s.commissioners)),
    row(Frame, ("cost", "cost"), ("Cost", "Coût"), Shape::Record(members::<Cost>), |s| Value::record(&s.cost)),
    row(Frame, ("dates.start", "start"), ("Start", "Date de début"), Shape::Date, |s| Value::date(s.dates.start)),
    row(Frame, ("dates.end", "end"), ("End", "Date de fin"), Shape::Date, |s| Value::date(s.dates.end)),
    row(Frame, ("dates.duration", "duration"), ("Duration", "Durée"), Shape::Duration, |s| s.dates.duration.map_or(Value::Missing, Value::Duration)),
    row(Frame, ("effort", "effort"), ("Effort", "Temps passé"), Shape::Record(members::<Effort>), |s| Value::record(&s.effort)),
    row(Frame, ("team", "team"), ("Team", "Équipe"), Shape::Records(members::<Person>), |s| Value::records(&s.team)),
    row(Frame, ("partners", "partner"), ("Partners", "Structures partenaires"), Shape::Records(members::<Organisation>), |s| Value::records(&s.partners)),
    row(Frame, ("participation.target", "target"), ("Target groups", "Publics visés"), Shape::Lines, |s| Value::texts(&s.participation.target)),
    row(Frame, ("participation.reached", "reached"), ("People reached", "Personnes touchées"), Shape::Count, |s| Value::number(s.participation.reached)),
    row(Description, ("description.request", "request"), ("Client request", "Demande du client"), Shape::Prose, |s| Value::text(&s.description.request)),
    row(Description, ("description.proposal", "proposal"), ("Proposal", "Proposition"), Shape::Prose, |s| Value::text(&s.description.proposal)),
    row(Description, ("tools", "tool"), ("Tools", "Outils utilisés"), Shape::Lines, |s| Value::texts(&s.tools)),
    row(Description, ("outcome.level", "outcome"), ("Outcome", "Résultat"), Shape::Choice(Chosen::all::<Level>), |s| Value::choice(s.outcome.level)),
    row(Description, ("outcome.text", "change"), ("What changed", "Ce qui a changé"), Shape::Prose, |s| Value::text(&s.outcome.text)),
    row(Feedback, ("lessons.nuggets", "nugget"), ("Method nuggets", "Pépites méthodo"), Shape::Records(members::<Lesson>), |s| Value::records(&s.lessons.nuggets)),
    row(Feedback, ("lessons.difficulties", "difficulty"), ("Difficulties", "Difficultés"), Shape::Records(members::<Lesson>), |s| Value::records(&s.lessons.difficulties)),
    row(Feedback, ("lessons.surprises", "surprise"), ("Surprises", "Ce qui m'a étonné"), Shape::Records(members::<Lesson>), |s| Value::records(&s.lessons.surprises)),
    row(Feedback, ("lessons.words", "word"), ("A word from each member", "Le petit mot de chaque membre"), Shape::Records(members::<Word>), |s| Value::records(&s.lessons.words)),
    row(Feedback, ("documents", "document"), ("Documents", "Documents produits"), Shape::Records(members::<Document>), |s| Value::records(&s.documents)),
    row(Feedback, ("members", "member"), ("Members of the cooperative", "Membres de la coopérative"), Shape::Records(members::<Person>), |s| Value::records(&s.members)),
    row(Keeping, ("related", "related"), ("Related sheets", "Projets liés"), Shape::Lines, |s| Value::texts(&s.related)),
    row(Keeping, ("visibility", "visibility"), ("Visibility", "Diffusion"), Shape::Choice(Chosen::all::<Visibility>), |s| Value::choice(s.visibility)),
    row(Keeping, ("reviewed", "reviewed"), ("Reviewed", "Relu le"), Shape::Date, |s| Value::date(s.reviewed)),
    row(Keeping, ("source", "source"), ("Source", "Source"), Shape::Record(members::<Origin>), |s| Value::record(&s.source)),
    row(Keeping, ("ignore", "ignore"), ("Silenced findings", "Constats ignorés"), Shape::Lines, |s| Value::texts(&s.ignore)),
    row(Derived, ("year", "year"), ("Year", "Année"), Shape::Count, |s| Value::years(s.dates.period())),
    row(Derived, ("completeness", "completeness"), ("Step", "Étape"), Shape::Choice(Chosen::all::<Step>), |s| Value::choice(Some(completeness(s).0))),
    row(Derived, ("lesson", "lesson"), ("Lessons", "Leçons"), Shape::Prose, |s| Value::list(s.lessons.all().map(|(_, lesson)| Value::Text(&lesson.text)))),
    row(Derived, ("text", "text"), ("Text", "Texte"), Shape::Prose, |s| Value::list(s.prose().into_iter().map(|(_, text)| Value::Text(text)))),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

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
