//! Table 1: every field of a sheet, in the order in which it is written, shown and asked.
//!
//! What is true of a field stands in its row. Other files name a key only where they choose some
//! fields: the labels of the wiki's pages, the steps of completeness, what `brief` compares. To add
//! a field: one row here, one member in [`Sheet`], one line
//! in [`decode`](crate::sheet::decode).

use crate::lang::choice::{Choice, ChoiceValue};
use crate::lang::{Text, text};
use crate::sheet::Sheet;
use crate::sheet::codes::{MISSING_TERRITORY, MISSING_TITLE};
use crate::sheet::completeness::{Step, completeness};
use crate::sheet::field::{Field, More, Names};
use crate::sheet::section::Section;
use crate::sheet::shape::Shape;
use crate::value::any::Value;
use crate::value::count::PEOPLE;
use crate::value::date::{Bound, Date};
use crate::value::official_code::OfficialCode;
use crate::value::outcome_level::Level;
use crate::value::period::EndSource;
use crate::value::status::Status;
use crate::value::territory_kind::TerritoryKind;
use crate::value::visibility::Visibility;

/// The table.
pub static FIELDS: &[Field] = &[
    Field {
        key: "id",
        short: "id",
        short_fr: "identifiant",
        label: text!("Id", "Identifiant"),
        about: text!("Name of the file, without .yaml", "Nom du fichier, sans .yaml"),
        section: Section::Derived,
        shape: Shape::Line,
        get: |sheet| Value::Code(&sheet.id),
        more: More::NONE,
    },
    Field {
        key: "title",
        short: "title",
        short_fr: "titre",
        label: text!("Title", "Titre"),
        about: text!("Name of the project", "Nom du projet"),
        section: Section::Project,
        shape: Shape::Line,
        get: |sheet| Value::text(&sheet.title),
        more: More {
            wordings: &[
                "project",
                "projet",
                "project name",
                "project title",
                "sujet",
                "objet",
                "nom de l'action",
                "action title",
            ],
            aliases: &["Intitulé", "Nom du projet", "Nom"],
            required: Some(&MISSING_TITLE),
            example: Some(text!("Open forum 2023", "Forum ouvert 2023")),
            ..More::NONE
        },
    },
    Field {
        key: "summary",
        short: "summary",
        short_fr: "bref",
        label: text!("Summary", "En bref"),
        about: text!("The project in two or three sentences", "Le projet en deux ou trois phrases",),
        section: Section::Project,
        shape: Shape::Prose,
        get: |sheet| Value::text(&sheet.summary),
        more: More {
            wordings: &[
                "abstract",
                "synopsis",
                "en résumé",
                "chapeau",
                "chapô",
                "introduction",
                "accroche",
                "description courte",
                "short description",
                "pitch",
                "overview",
                "tagline",
            ],
            aliases: &["In short", "Résumé", "Présentation"],
            question: Some(text!(
                "What would you say to someone who asks what this project was?",
                "Que répondrais-tu à quelqu'un qui demande ce qu'était ce projet ?",
            )),
            ..More::NONE
        },
    },
    Field {
        key: "status",
        short: "status",
        short_fr: "statut",
        label: text!("Status", "Statut"),
        about: text!(
            "idea, ongoing, done or abandoned; taken from the dates when absent",
            "idée, en cours, terminé ou abandonné ; déduit des dates s'il manque",
        ),
        section: Section::Project,
        shape: Shape::Choice(ChoiceValue::all::<Status>),
        get: |sheet| Value::choice(sheet.current_status()),
        more: More {
            wordings: &["state", "phase", "stade", "avancement", "progress"],
            aliases: &["État", "État d'avancement"],
            stored: Some(|sheet| Value::choice(sheet.status)),
            ..More::NONE
        },
    },
    Field {
        key: "territory.name",
        short: "territory",
        short_fr: "territoire",
        label: text!("Territory", "Territoire"),
        about: text!(
            "Municipality, neighbourhood or area of the project",
            "Commune, quartier ou secteur du projet",
        ),
        section: Section::Territory,
        shape: Shape::Line,
        get: |sheet| Value::text(&sheet.territory.name),
        more: More {
            wordings: &[
                "location",
                "place",
                "town",
                "city",
                "municipality",
                "secteur",
                "zone",
                "périmètre",
                "localité",
                "site du projet",
                "village",
                "collectivité",
                "area",
            ],
            aliases: &["Nom du territoire", "Lieu", "Commune", "Ville", "Quartier", "Localisation"],
            within: &["Nom", "Title", "Titre"],
            required: Some(&MISSING_TERRITORY),
            example: Some(text!(
                "Trifouilly, or Les Oies neighbourhood",
                "Trifouilly, ou quartier des Oies"
            )),
            names: Some(Names::Territories),
            ..More::NONE
        },
    },
    Field {
        key: "territory.kind",
        short: "kind",
        short_fr: "type",
        label: text!("Kind of territory", "Type de territoire"),
        about: text!(
            "neighbourhood, municipality, intermunicipality, department, region…",
            "quartier, commune, intercommunalité, département, région…",
        ),
        section: Section::Territory,
        shape: Shape::Choice(ChoiceValue::all::<TerritoryKind>),
        get: |sheet| Value::choice(sheet.territory.kind),
        more: More {
            wordings: &["nature du territoire", "échelle", "scale", "typologie"],
            aliases: &["Kind", "Type"],
            ..More::NONE
        },
    },
    Field {
        key: "territory.population",
        short: "population",
        short_fr: "habitants",
        label: text!("Inhabitants", "Habitants"),
        about: text!(
            "People living in this territory (not in the town around it)",
            "Population de ce territoire (pas de la ville autour)",
        ),
        section: Section::Territory,
        shape: Shape::Count(&PEOPLE),
        get: |sheet| Value::number(sheet.territory.population),
        more: More {
            wordings: &["nb habitants", "nombre d'hab", "population totale"],
            aliases: &["Nombre d'habitants", "Population"],
            example: Some(text!("1,400", "1 400")),
            ..More::NONE
        },
    },
    Field {
        key: "territory.address",
        short: "address",
        short_fr: "adresse",
        label: text!("Address", "Adresse"),
        about: text!("Address of the place", "Adresse du lieu"),
        section: Section::Territory,
        shape: Shape::Line,
        get: |sheet| Value::text(&sheet.territory.address),
        more: More {
            wordings: &["adresse postale", "rue", "code postal", "postcode", "street", "siège"],
            ..More::NONE
        },
    },
    Field {
        key: "territory.insee",
        short: "insee",
        short_fr: "insee",
        label: text!("INSEE code", "Code INSEE"),
        about: text!(
            "Official code of the municipality, in quotation marks",
            "Code officiel de la commune, entre guillemets",
        ),
        section: Section::Territory,
        shape: Shape::Code(OfficialCode::Insee),
        get: |sheet| Value::code(&sheet.territory.insee),
        more: More { wordings: &["code commune"], ..More::NONE },
    },
    Field {
        key: "territory.qpv",
        short: "qpv",
        short_fr: "qpv",
        label: text!("QPV code", "Code QPV"),
        about: text!(
            "Code of the priority neighbourhood, QP… or QN…",
            "Code du quartier prioritaire, QP… ou QN…",
        ),
        section: Section::Territory,
        shape: Shape::Code(OfficialCode::Qpv),
        get: |sheet| Value::code(&sheet.territory.qpv),
        more: More { wordings: &["quartier prioritaire", "code quartier"], ..More::NONE },
    },
    Field {
        key: "territory.latitude",
        short: "latitude",
        short_fr: "latitude",
        label: text!("Latitude", "Latitude"),
        about: text!("In degrees, given with the longitude", "En degrés, avec la longitude"),
        section: Section::Territory,
        shape: Shape::Decimal,
        get: |sheet| Value::number(sheet.territory.latitude),
        more: More { wordings: &["lat"], degrees: Some(90), ..More::NONE },
    },
    Field {
        key: "territory.longitude",
        short: "longitude",
        short_fr: "longitude",
        label: text!("Longitude", "Longitude"),
        about: text!("In degrees, given with the latitude", "En degrés, avec la latitude"),
        section: Section::Territory,
        shape: Shape::Decimal,
        get: |sheet| Value::number(sheet.territory.longitude),
        more: More { wordings: &["lon", "lng", "long"], degrees: Some(180), ..More::NONE },
    },
    Field {
        key: "commissioners",
        short: "commissioner",
        short_fr: "commanditaire",
        label: text!("Commissioners", "Commanditaires"),
        about: text!(
            "Organisations that commissioned the project",
            "Organisations qui ont commandé le projet",
        ),
        section: Section::Territory,
        shape: Shape::Organisations,
        get: |sheet| Value::records(&sheet.commissioners),
        more: More {
            wordings: &[
                "customer",
                "maîtrise d'ouvrage",
                "moa",
                "porteur",
                "porteur de projet",
                "funder",
                "financeur",
                "sponsor",
                "contact",
                "siret",
                "owner",
            ],
            aliases: &[
                "Commissioner(s)",
                "Commanditaire(s)",
                "Client",
                "Maître d'ouvrage",
                "Donneur d'ordre",
            ],
            example: Some(ORGANISATIONS_EXAMPLE),
            names: Some(Names::Organisations),
            ..More::NONE
        },
    },
    Field {
        key: "cost",
        short: "cost",
        short_fr: "coût",
        label: text!("Cost", "Coût"),
        about: text!("Amount, currency and tax: 9500 € HT", "Montant, monnaie et taxe : 9500 € HT",),
        section: Section::Scope,
        shape: Shape::Cost,
        get: |sheet| sheet.known_cost().map_or(Value::Missing, Value::cost),
        more: More {
            wordings: &[
                "tarif",
                "montant total",
                "montant ht",
                "montant ttc",
                "budget total",
                "dépense",
                "devis",
                "budget prévisionnel",
                "financement",
                "funding",
                "subvention",
                "amount",
            ],
            aliases: &["Budget", "Montant", "Coût total", "Prix", "Price"],
            example: Some(text!("€9500 HT; about €34500", "9500 € HT ; environ 34 500 €")),
            stored: Some(|sheet| Value::cost(&sheet.cost)),
            question: Some(text!(
                "How much did the project cost, all in all?",
                "Combien ce projet a-t-il coûté, en tout ?",
            )),
            ..More::NONE
        },
    },
    Field {
        key: "dates.start",
        short: "start",
        short_fr: "début",
        label: text!("Start", "Début"),
        about: text!(
            "Full or partial date: 2023-03-01, March 2023, 2023",
            "Date complète ou partielle : 1er mars 2023, mars 2023, 2023",
        ),
        section: Section::Scope,
        shape: Shape::Date,
        get: |sheet| Value::date(sheet.dates.start),
        more: More {
            wordings: &[
                "date",
                "période",
                "period",
                "start date",
                "du",
                "depuis",
                "démarrage",
                "lancement",
                "from",
                "begin",
                "started",
                "date de démarrage",
                "date de lancement",
                "launch date",
            ],
            aliases: &["Date de début", "Date début", "Début du projet"],
            example: Some(DATE_EXAMPLE),
            bound: Some(Bound::Start),
            question: Some(text!(
                "From when to when did the project take place?",
                "De quand à quand ce projet a-t-il eu lieu ?",
            )),
            ..More::NONE
        },
    },
    Field {
        key: "dates.end",
        short: "end",
        short_fr: "fin",
        label: text!("End", "Fin"),
        about: text!("Full or partial date", "Date complète ou partielle"),
        section: Section::Scope,
        shape: Shape::Date,
        get: |sheet| Value::date(sheet.dates.end),
        more: More {
            wordings: &[
                "end date",
                "jusqu'au",
                "clôture",
                "échéance",
                "until",
                "finished",
                "date de clôture",
                "date de fin prévue",
                "deadline",
            ],
            aliases: &["Date de fin", "Date fin", "Fin du projet"],
            example: Some(DATE_EXAMPLE),
            bound: Some(Bound::End),
            question: Some(text!(
                "When did the project end?",
                "Quand ce projet s'est-il terminé ?",
            )),
            ..More::NONE
        },
    },
    Field {
        key: "dates.duration",
        short: "duration",
        short_fr: "durée",
        label: text!("Duration", "Durée"),
        about: text!(
            "Time from start to end, taken from the dates when absent",
            "Temps entre le début et la fin, déduit des dates s'il manque",
        ),
        section: Section::Scope,
        shape: Shape::Duration,
        get: |sheet| {
            Value::duration(sheet.dates.duration.or_else(|| sheet.dates.period().length()))
        },
        more: More {
            wordings: &["durée totale", "length", "durée de l'action"],
            aliases: &["Durée du projet"],
            example: Some(text!("9 months", "9 mois")),
            stored: Some(|sheet| Value::duration(sheet.dates.duration)),
            derived: Some(|sheet| {
                let stated = sheet.dates.duration.is_some();
                Some(text!("from the dates", "d'après les dates")).filter(|_| !stated)
            }),
            ..More::NONE
        },
    },
    Field {
        key: "effort",
        short: "effort",
        short_fr: "temps",
        label: text!("Time worked", "Temps passé"),
        about: text!("Days or hours worked: 28 days", "Jours ou heures de travail : 28 jours"),
        section: Section::Scope,
        shape: Shape::Effort,
        get: |sheet| Value::record(&sheet.effort),
        more: More {
            wordings: &[
                "jours",
                "heures",
                "charge",
                "nombre de jours",
                "jours travaillés",
                "time spent",
                "days",
                "hours",
                "workload",
                "jours homme",
            ],
            aliases: &["Effort", "Temps de travail", "Charge de travail"],
            example: Some(text!("28 days; 200 hours", "28 jours ; 200 heures")),
            question: Some(text!(
                "How many days did you all work on it?",
                "Combien de jours de travail avez-vous passés dessus, à vous tous ?",
            )),
            ..More::NONE
        },
    },
    Field {
        key: "team",
        short: "team",
        short_fr: "équipe",
        label: text!("Team", "Équipe"),
        about: text!(
            "People who worked on the project",
            "Personnes qui ont travaillé sur le projet",
        ),
        section: Section::Scope,
        shape: Shape::People,
        get: |sheet| Value::records(&sheet.team),
        more: More {
            wordings: &[
                "équipe projet",
                "animateur",
                "animatrice",
                "facilitateur",
                "facilitatrice",
                "staff",
                "people",
                "auteur",
                "author",
                "contributeur",
                "contributor",
                "référent",
                "référente",
                "cheffe de projet",
                "rédacteur",
                "rédactrice",
                "pilote",
                "maintainer",
            ],
            aliases: &[
                "Intervenants",
                "Responsable",
                "Chef de projet",
                "Personnes qui ont travaillé sur ce projet",
                "Personnes ayant travaillé sur ce projet",
            ],
            example: Some(PEOPLE_EXAMPLE),
            names: Some(Names::People),
            question: Some(
                text!("Who worked on this project?", "Qui a travaillé sur ce projet ?",),
            ),
            ..More::NONE
        },
    },
    Field {
        key: "partners",
        short: "partner",
        short_fr: "partenaire",
        label: text!("Partners", "Partenaires"),
        about: text!(
            "Organisations that took part without commissioning it",
            "Organisations associées, sans être commanditaires",
        ),
        section: Section::Scope,
        shape: Shape::Organisations,
        get: |sheet| Value::records(&sheet.partners),
        more: More {
            wordings: &[
                "partenariat",
                "structure",
                "association",
                "collaboration",
                "partner organisation",
                "co-porteur",
            ],
            aliases: &[
                "Structures partenaires",
                "Partenaires du projet",
                "Structures partenaires sur ce projet",
            ],
            example: Some(ORGANISATIONS_EXAMPLE),
            names: Some(Names::Organisations),
            question: Some(text!(
                "Which organisations did you work with?",
                "Avec quelles organisations avez-vous travaillé ?",
            )),
            ..More::NONE
        },
    },
    Field {
        key: "participation.target",
        short: "target",
        short_fr: "public",
        label: text!("Target groups", "Publics visés"),
        about: text!("Groups the project wanted to reach", "Publics que le projet voulait toucher",),
        section: Section::Scope,
        shape: Shape::Lines,
        get: |sheet| Value::texts(&sheet.participation.target),
        more: More {
            wordings: &[
                "bénéficiaire",
                "audience",
                "public concerné",
                "beneficiary",
                "destinataire",
                "usager",
                "users",
            ],
            aliases: &["Public", "Public visé", "Public cible", "Cible"],
            example: Some(text!("teenagers, shopkeepers", "adolescents, commerçants")),
            names: Some(Names::TargetGroups),
            question: Some(text!("Whom was the project for?", "À qui ce projet s'adressait-il ?",)),
            ..More::NONE
        },
    },
    Field {
        key: "participation.reached",
        short: "reached",
        short_fr: "personnes",
        label: text!("People reached", "Personnes rencontrées"),
        about: text!("Number of people who took part", "Nombre de personnes qui ont participé"),
        section: Section::Scope,
        shape: Shape::Count(&PEOPLE),
        get: |sheet| Value::number(sheet.participation.reached),
        more: More {
            wordings: &[
                "fréquentation",
                "attendance",
                "nb participants",
                "personnes présentes",
                "nombre de bénéficiaires",
                "number of participants",
            ],
            aliases: &["Personnes touchées", "Participants", "Nombre de participants"],
            example: Some(text!("120", "120")),
            question: Some(text!(
                "How many people did you reach?",
                "Combien de personnes avez-vous rencontrées ?",
            )),
            ..More::NONE
        },
    },
    Field {
        key: "description.request",
        short: "request",
        short_fr: "demande",
        label: text!("Commissioner's request", "Demande du commanditaire"),
        about: text!("What the commissioner asked for", "Ce que le commanditaire a demandé"),
        section: Section::Description,
        shape: Shape::Prose,
        get: |sheet| Value::text(&sheet.description.request),
        more: More {
            wordings: &[
                "problématique",
                "enjeu",
                "context",
                "goal",
                "objective",
                "commande",
                "problem",
                "need",
                "mission",
                "problème à résoudre",
            ],
            aliases: &[
                "Client request",
                "Request",
                "Demande du client",
                "Demande",
                "Demande client",
                "Demande du ou de la client·e",
                "Besoin",
                "Objectif",
                "Contexte",
            ],
            question: Some(text!(
                "What had you been asked to do, in a few words?",
                "Que vous avait-on demandé, en quelques mots ?",
            )),
            ..More::NONE
        },
    },
    Field {
        key: "description.proposal",
        short: "proposal",
        short_fr: "proposition",
        label: text!("Proposal", "Proposition"),
        about: text!("What the team proposed", "Ce que l'équipe a proposé"),
        section: Section::Description,
        shape: Shape::Prose,
        get: |sheet| Value::text(&sheet.description.proposal),
        more: More {
            wordings: &[
                "déroulé",
                "déroulement",
                "action",
                "démarche",
                "approche",
                "approach",
                "solution",
                "méthodologie",
                "programme",
                "mise en œuvre",
                "ce que nous avons fait",
                "activité",
                "activity",
            ],
            aliases: &["Réponse"],
            question: Some(text!(
                "What did you propose, in a few words?",
                "Qu'aviez-vous proposé, en quelques mots ?",
            )),
            ..More::NONE
        },
    },
    Field {
        key: "description.moments",
        short: "moment",
        short_fr: "moment",
        label: text!("Key moments", "Moments clés"),
        about: text!(
            "Date of each turning point, what happened, and why it counted",
            "Date de chaque tournant, ce qui s'est passé, pourquoi cela a compté",
        ),
        section: Section::Description,
        shape: Shape::Moments,
        get: |sheet| Value::records(&sheet.description.moments),
        more: More {
            wordings: &[
                "étapes",
                "jalon",
                "temps forts",
                "moments forts",
                "dates clés",
                "chronologie",
                "calendrier",
                "planning",
                "timeline",
            ],
            aliases: &["Moments", "Étapes clés", "Milestones"],
            example: Some(text!(
                "March 2023: first meeting on the square",
                "mars 2023 : première réunion sur la place",
            )),
            ..More::NONE
        },
    },
    Field {
        key: "tools",
        short: "tool",
        short_fr: "outil",
        label: text!("Tools", "Outils"),
        about: text!(
            "What was used, e.g. door to door, open forum",
            "Ce qui a servi : porte à porte, forum ouvert",
        ),
        section: Section::Description,
        shape: Shape::Lines,
        get: |sheet| Value::texts(&sheet.tools),
        more: More {
            wordings: &["moyens", "matériel", "technique", "method", "dispositif", "atelier"],
            aliases: &["Outils utilisés", "Méthodes", "Outils utilisés dans ce projet"],
            example: Some(text!("door to door, open forum", "porte à porte, forum ouvert")),
            names: Some(Names::Tools),
            question: Some(text!(
                "Which tools or methods did you use?",
                "Quels outils ou quelles méthodes avez-vous utilisés ?",
            )),
            ..More::NONE
        },
    },
    Field {
        key: "outcome.level",
        short: "outcome",
        short_fr: "résultat",
        label: text!("Outcome", "Résultat"),
        about: text!(
            "How it turned out: succeeded, partial, failed or too-early",
            "Réussite, réussite partielle, échec, ou trop tôt pour le dire",
        ),
        section: Section::Description,
        shape: Shape::Choice(ChoiceValue::all::<Level>),
        get: |sheet| Value::choice(sheet.outcome.level),
        more: More {
            wordings: &["évaluation", "success", "succès"],
            within: &["Niveau", "Statut", "Status"],
            ..More::NONE
        },
    },
    Field {
        key: "outcome.text",
        short: "change",
        short_fr: "changement",
        label: text!("What changed", "Ce qui a changé"),
        about: text!("What has changed since the project", "Ce qui est différent depuis le projet",),
        section: Section::Description,
        shape: Shape::Prose,
        get: |sheet| Value::text(&sheet.outcome.text),
        more: More {
            wordings: &["conclusion"],
            aliases: &["Impact", "Changements", "Bilan", "Effets"],
            within: &["Texte"],
            question: Some(text!(
                "What came out of it in the end?",
                "Qu'est-ce que ce projet a donné, au bout du compte ?",
            )),
            ..More::NONE
        },
    },
    Field {
        key: "lessons.nuggets",
        short: "nugget",
        short_fr: "pépite",
        label: text!("Nuggets", "Pépites"),
        about: text!(
            "What worked, and what to do next time",
            "Ce qui a marché, et que faire la prochaine fois",
        ),
        section: Section::Feedback,
        shape: Shape::Lessons,
        get: |sheet| Value::records(&sheet.lessons.nuggets),
        more: More {
            wordings: &[
                "leçons",
                "apprentissage",
                "lessons learned",
                "bonnes pratiques",
                "conseil",
                "enseignement",
                "astuce",
                "retour",
                "good practice",
                "learning",
                "tip",
            ],
            aliases: &[
                "Method nuggets",
                "Pépites méthodo",
                "Les pépites méthodo",
                "Réussites",
                "Points forts",
                "Ce qui a marché",
                "Ce qui a bien marché",
                "Ce qui a fonctionné",
                "Ce qui a bien fonctionné",
                "Ce qui a aidé",
                "What worked",
                "What went well",
                "What helped",
            ],
            question: Some(text!(
                "What would you do the same way again?",
                "Qu'est-ce que tu referais tout pareil ?",
            )),
            ..More::NONE
        },
    },
    Field {
        key: "lessons.difficulties",
        short: "difficulty",
        short_fr: "difficulté",
        label: text!("Difficulties", "Difficultés"),
        about: text!(
            "What did not work, and what to do next time",
            "Ce qui n'a pas marché, et que faire la prochaine fois",
        ),
        section: Section::Feedback,
        shape: Shape::Lessons,
        get: |sheet| Value::records(&sheet.lessons.difficulties),
        more: More {
            wordings: &[
                "problème",
                "risque",
                "limite",
                "points de vigilance",
                "échec",
                "problem rencontré",
                "challenge",
            ],
            aliases: &[
                "Difficultés rencontrées",
                "Freins",
                "Obstacles",
                "Points faibles",
                "Ce qui n'a pas marché",
                "Ce qui a moins bien marché",
                "Ce qui a moins marché",
                "Ce qui n'a pas fonctionné",
                "Ce qui a moins bien fonctionné",
                "Ce qui a été difficile",
                "Ce qui a coincé",
                "What did not work",
                "What went less well",
                "What was difficult",
            ],
            visibility: Visibility::Members,
            question: Some(text!(
                "What was the hardest part, for you?",
                "Qu'est-ce qui a été le plus difficile, pour toi ?",
            )),
            ..More::NONE
        },
    },
    Field {
        key: "lessons.surprises",
        short: "surprise",
        short_fr: "surprise",
        label: text!("Surprises", "Surprises"),
        about: text!("What nobody expected", "Ce que personne n'attendait"),
        section: Section::Feedback,
        shape: Shape::Lessons,
        get: |sheet| Value::records(&sheet.lessons.surprises),
        more: More {
            wordings: &["inattendu", "imprévu"],
            aliases: &["Ce qui m'a étonné", "Étonnements"],
            question: Some(text!(
                "What surprised you most?",
                "Qu'est-ce qui t'a le plus surpris ?",
            )),
            ..More::NONE
        },
    },
    Field {
        key: "lessons.words",
        short: "word",
        short_fr: "mot",
        label: text!("Words from the team", "Petits mots de l'équipe"),
        about: text!(
            "One sentence from each team member",
            "Une phrase de chaque membre de l'équipe",
        ),
        section: Section::Feedback,
        shape: Shape::Words,
        get: |sheet| Value::records(&sheet.lessons.words),
        more: More {
            wordings: &[
                "verbatim",
                "citation",
                "quote",
                "parole",
                "testimonial",
                "commentaire",
                "comment",
                "feedback",
            ],
            aliases: &[
                "A word from each member",
                "Le petit mot de chaque membre",
                "Petits mots",
                "Témoignages",
                "Le petit mot de chaque membre de l'équipe",
            ],
            visibility: Visibility::Members,
            question: Some(text!(
                "A word about this project, in your own way?",
                "Un petit mot sur ce projet, à ta façon ?",
            )),
            ..More::NONE
        },
    },
    Field {
        key: "documents",
        short: "document",
        short_fr: "document",
        label: text!("Documents", "Documents"),
        about: text!(
            "Title and url or file of each document",
            "Titre et url ou fichier de chaque document",
        ),
        section: Section::Feedback,
        shape: Shape::Documents,
        get: |sheet| Value::records(&sheet.documents),
        more: More {
            wordings: &[
                "lien",
                "link",
                "file",
                "ressource",
                "resource",
                "annexe",
                "url",
                "site",
                "website",
                "photo",
                "image",
                "référence",
                "attachment",
                "docs",
            ],
            aliases: &[
                "Documents produits",
                "Livrables",
                "Fichiers",
                "Fichiers joints",
                "Pièces jointes",
            ],
            question: Some(text!(
                "Which documents came out of it, and where are they?",
                "Quels documents en reste-t-il, et où sont-ils ?",
            )),
            ..More::NONE
        },
    },
    Field {
        key: "members",
        short: "member",
        short_fr: "membre",
        label: text!("Cooperative members", "Membres de la coopérative"),
        about: text!(
            "Other members of the cooperative involved, besides the team",
            "Autres membres de la coopérative associés, en plus de l'équipe",
        ),
        section: Section::Feedback,
        shape: Shape::People,
        get: |sheet| Value::records(&sheet.members),
        more: More {
            wordings: &["adhérent", "sociétaire", "coopérateur", "coopératrice"],
            aliases: &["Members of the cooperative", "Membres"],
            example: Some(PEOPLE_EXAMPLE),
            names: Some(Names::People),
            ..More::NONE
        },
    },
    Field {
        key: "related",
        short: "related",
        short_fr: "liées",
        label: text!("Related sheets", "Fiches liées"),
        about: text!("Ids of related sheets", "Identifiants de fiches liées"),
        section: Section::About,
        shape: Shape::SheetIds,
        get: |sheet| Value::codes(&sheet.related),
        more: More {
            wordings: &["projets similaires", "see also", "related projects"],
            aliases: &["Projets liés", "Voir aussi"],
            ..More::NONE
        },
    },
    Field {
        key: "applied",
        short: "applied",
        short_fr: "appliquée",
        label: text!("Lessons applied", "Leçons appliquées"),
        about: text!(
            "Lessons of other sheets that the project applies (forum-2021#n2)",
            "Leçons d'autres fiches que le projet applique (forum-2021#n2)",
        ),
        section: Section::About,
        shape: Shape::LessonAddresses,
        get: |sheet| Value::codes(&sheet.applied),
        more: More {
            question: Some(text!(
                "Did this lesson hold, yes or no, and how?",
                "Cette leçon a-t-elle tenu, oui ou non, et comment ?",
            )),
            ..More::NONE
        },
    },
    Field {
        key: "visibility",
        short: "visibility",
        short_fr: "diffusion",
        label: text!("Visibility", "Diffusion"),
        about: text!(
            "Who may see it: public, members or private",
            "Qui peut la voir (diffusion publique, membres ou privée)",
        ),
        section: Section::About,
        shape: Shape::Choice(ChoiceValue::all::<Visibility>),
        get: |sheet| Value::choice(sheet.visibility),
        more: More {
            wordings: &["confidentialité", "accès", "publication", "private", "privé"],
            ..More::NONE
        },
    },
    Field {
        key: "reviewed",
        short: "reviewed",
        short_fr: "relue",
        label: text!("Reviewed on", "Relue le"),
        about: text!(
            "Date of the last check of the sheet",
            "Date de la dernière relecture de la fiche",
        ),
        section: Section::About,
        shape: Shape::Date,
        get: |sheet| Value::date(sheet.reviewed),
        more: More {
            wordings: &[
                "relecture",
                "vérifié",
                "date de relecture",
                "last review",
                "mise à jour",
                "updated",
                "modifié le",
                "last update",
            ],
            aliases: &["Reviewed", "Relu le", "relu"],
            ..More::NONE
        },
    },
    Field {
        key: "source",
        short: "source",
        short_fr: "source",
        label: text!("Source", "Source"),
        about: text!("Where an imported sheet comes from", "D'où vient une fiche importée"),
        section: Section::About,
        shape: Shape::Source,
        get: |sheet| Value::record(&sheet.source),
        more: More {
            wordings: &["origine", "origin"],
            visibility: Visibility::Members,
            ..More::NONE
        },
    },
    Field {
        key: "ignore",
        short: "ignore",
        short_fr: "ignorés",
        label: text!("Ignored findings", "Constats ignorés"),
        about: text!(
            "Codes of findings not to report for this sheet",
            "Codes de constats à ne pas signaler pour cette fiche",
        ),
        section: Section::About,
        shape: Shape::FindingCodes,
        get: |sheet| Value::codes(&sheet.ignore),
        more: More { aliases: &["Silenced findings"], ..More::NONE },
    },
    Field {
        key: "year",
        short: "year",
        short_fr: "année",
        label: text!("Year", "Année"),
        about: text!(
            "Every year of the project, also by its duration or until today",
            "Chaque année du projet, aussi par sa durée ou jusqu'à aujourd'hui",
        ),
        section: Section::Derived,
        shape: Shape::Years,
        get: |sheet| Value::years(sheet.period()),
        more: More {
            derived: Some(|sheet| sheet.period().last_year_source().map(EndSource::label)),
            ..More::NONE
        },
    },
    Field {
        key: "dates.first",
        short: "first",
        short_fr: "premier",
        label: text!("First day", "Premier jour"),
        about: text!(
            "First possible day, as a full date",
            "Premier jour possible, en date complète",
        ),
        section: Section::Derived,
        shape: Shape::Date,
        get: |sheet| Value::date(sheet.period().first().map(Date::day)),
        more: More::NONE,
    },
    Field {
        key: "dates.last",
        short: "last",
        short_fr: "dernier",
        label: text!("Last day", "Dernier jour"),
        about: text!(
            "Last possible day; without an end, from the duration or today",
            "Dernier jour possible ; sans fin, d'après la durée ou aujourd'hui",
        ),
        section: Section::Derived,
        shape: Shape::Date,
        get: |sheet| Value::date(sheet.period().last().map(Date::day)),
        more: More::NONE,
    },
    Field {
        key: "dates.derived",
        short: "derived",
        short_fr: "déduit",
        label: text!("Last day taken from", "Dernier jour déduit de"),
        about: text!(
            "What the last day is taken from: duration or today",
            "D'où vient le dernier jour : durée (duration) ou aujourd'hui (today)",
        ),
        section: Section::Derived,
        shape: Shape::Choice(ChoiceValue::all::<EndSource>),
        get: |sheet| Value::choice(sheet.derived_end.map(|end| end.source)),
        more: More::NONE,
    },
    Field {
        key: "completeness",
        short: "completeness",
        short_fr: "étape",
        label: text!("Step", "Étape"),
        about: text!(
            "How complete the sheet is (five steps)",
            "Avancement de la fiche (cinq étapes)",
        ),
        section: Section::Derived,
        shape: Shape::Choice(ChoiceValue::all::<Step>),
        get: |sheet| Value::choice(Some(completeness(sheet).0)),
        more: More::NONE,
    },
    Field {
        key: "lesson",
        short: "lesson",
        short_fr: "leçon",
        label: text!("Lessons", "Leçons"),
        about: text!(
            "Nuggets, difficulties and surprises together",
            "Pépites, difficultés et surprises ensemble",
        ),
        section: Section::Derived,
        shape: Shape::Lessons,
        get: |sheet| Value::list(sheet.lessons.all().map(|lesson| Value::Record(lesson))),
        more: More::NONE,
    },
    Field {
        key: "text",
        short: "text",
        short_fr: "texte",
        label: text!("Texts", "Textes"),
        about: text!("All prose, lessons and words of the sheet", "Textes, leçons et petits mots"),
        section: Section::Derived,
        shape: Shape::Texts,
        get: |sheet| {
            let prose = written().filter(|field| field.shape.is_prose());
            Value::list(prose.flat_map(|field| (field.get)(sheet).flat()))
        },
        more: More { aliases: &["Text", "Texte"], ..More::NONE },
    },
    Field {
        key: "own",
        short: "own",
        short_fr: "perso",
        label: text!("Other fields", "Autres champs"),
        about: text!(
            "Keys of your own, and what an import could not place",
            "Vos propres clés, et ce qu'un import n'a pas su placer",
        ),
        section: Section::Derived,
        shape: Shape::Kept,
        get: |sheet| {
            let kept = sheet.own.iter().chain(&sheet.extra);
            Value::list(kept.map(|(key, tree)| Value::Map(vec![(key, Value::of_tree(tree))])))
        },
        more: More { visibility: Visibility::Members, ..More::NONE },
    },
    Field {
        key: "unread",
        short: "unread",
        short_fr: "incompris",
        label: text!("Not understood", "Pas compris"),
        about: text!(
            "What is written in a field and could not be understood",
            "Ce qui est écrit dans un champ et n'a pas été compris",
        ),
        section: Section::Derived,
        shape: Shape::Kept,
        get: |sheet| {
            let unread = sheet
                .unread
                .iter()
                .map(|unread| Value::Map(vec![(&unread.key, Value::of_tree(&unread.value))]));
            let beside =
                beside_unread(sheet).map(|(field, value)| Value::Map(vec![(field.key, value)]));
            Value::list(unread.chain(beside))
        },
        more: More { visibility: Visibility::Members, ..More::NONE },
    },
];

const DATE_EXAMPLE: Text =
    text!("2023-03-01; March 2023; 2023", "1er mars 2023 ; mars 2023 ; 2023");
const PEOPLE_EXAMPLE: Text = text!("Alix Durand, Sam Petit", "Alix Durand, Sam Petit");
const ORGANISATIONS_EXAMPLE: Text =
    text!("Habitat 74, City of Trifouilly", "Habitat 74, Ville de Trifouilly");

/// The fields that are written in files.
pub fn written() -> impl Iterator<Item = &'static Field> {
    FIELDS.iter().filter(|field| field.section != Section::Derived)
}

/// What is written beside a part that was not understood, and means nothing by itself.
pub fn beside_unread(sheet: &Sheet) -> impl Iterator<Item = (&'static Field, Value<'_>)> {
    let stored = written().map(|field| (field, field.stored(sheet)));
    stored.filter(|(field, stored)| !stored.is_missing() && (field.get)(sheet).is_missing())
}
