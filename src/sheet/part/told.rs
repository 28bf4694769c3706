//! The parts of what is told: a lesson, a word, a key moment.

use crate::lang::choice::ChoiceValue;
use crate::lang::text;
use crate::sheet::field::Names;
use crate::sheet::part::model::{Part, naming, part, required};
use crate::sheet::shape::Shape;
use crate::value::speaker::Speaker;
use crate::value::visibility::Visibility;

/// The part that each of a lesson, a word and a document has: who may see it.
pub(super) const VISIBILITY: Part = part(
    "visibility",
    Shape::Choice(ChoiceValue::all::<Visibility>),
    &["diffusion", "visibilité", "public", "privé", "private"],
    text!(
        "Who may see it: public, members or private",
        "Qui peut le voir (diffusion publique, membres ou privée)",
    ),
);

/// Those of a lesson.
pub(super) static LESSON: &[Part] = &[
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
pub(super) static WORD: &[Part] = &[
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
            "À quel titre, hors de l'équipe (habitant·e, élu·e, agent·e, partenaire, commanditaire)",
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
pub(super) static MOMENT: &[Part] = &[
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
