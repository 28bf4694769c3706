//! The kinds of findings that are told while a sheet is read: text and shape.

use crate::finding::{Kind, Severity};
use crate::lang::Text;

/// Every kind of this file.
pub static KINDS: [&Kind; 13] = [
    &UNKNOWN_KEY,
    &WRONG_SHAPE,
    &MISSING_TITLE,
    &MISSING_TERRITORY,
    &BAD_DATE,
    &BAD_AMOUNT,
    &AMBIGUOUS_AMOUNT,
    &BAD_DURATION,
    &BAD_NUMBER,
    &BAD_CHOICE,
    &BAD_IDENTIFIER,
    &EATEN_ZERO,
    &DOUBTFUL_READING,
];

pub static UNKNOWN_KEY: Kind = Kind {
    code: "unknown-key",
    severity: Severity::Error,
    title: Text::new("no field has this key", "aucun champ ne porte cette clé"),
    why: Text::new(
        "A misspelt key is a lost value: nothing lists it, filters it or adds it up.",
        "Une clé mal écrite est une valeur perdue : rien ne la liste, ne la filtre ni ne l'additionne.",
    ),
    fix: Text::new(
        "correct the key, or begin it with `x-` if it is your own",
        "corrigez la clé, ou faites-la commencer par `x-` si c'est la vôtre",
    ),
    bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\n⟦comissioners⟧:\n  - Ville de Trifouilly\n",
    good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ncommissioners:\n  - Ville de Trifouilly\nx-colour: red\n",
};

pub static WRONG_SHAPE: Kind = Kind {
    code: "wrong-shape",
    severity: Severity::Error,
    title: Text::new(
        "the value has another shape than its field",
        "la valeur n'a pas la forme de son champ",
    ),
    why: Text::new(
        "A list where one text is due, or a text where `name:` lines are due, cannot be placed.",
        "Une liste là où un seul texte est attendu, ou un texte là où des lignes « name: » sont \
         attendues, ne peut être rangé.",
    ),
    fix: Text::new(
        "write one text behind the key, several as `- …` lines below it, members as `name: …` lines",
        "écrivez un seul texte derrière la clé, plusieurs en lignes « - … » dessous, des membres en lignes « name: … »",
    ),
    bad: "title: Forum ouvert\nterritory: ⟦Trifouilly⟧\n",
    good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\n",
};

pub static MISSING_TITLE: Kind = Kind {
    code: "missing-title",
    severity: Severity::Error,
    title: Text::new("the sheet has no title", "la fiche n'a pas de titre"),
    why: Text::new(
        "The title is how people recognise a project in every list.",
        "C'est au titre que l'on reconnaît un projet dans toutes les listes.",
    ),
    fix: Text::new("add a line `title: …`", "ajoutez une ligne « title: … »"),
    bad: "⟦territory⟧:\n  name: Trifouilly\n",
    good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\n",
};

pub static MISSING_TERRITORY: Kind = Kind {
    code: "missing-territory",
    severity: Severity::Error,
    title: Text::new("the sheet names no territory", "la fiche ne nomme aucun territoire"),
    why: Text::new(
        "A project of participation takes place somewhere; what was learnt there helps the next \
         one there.",
        "Un projet de participation a lieu quelque part ; ce qu'on y a appris aide le prochain qui \
         s'y fera.",
    ),
    fix: Text::new(
        "add the lines `territory:` and, indented below it, `name: …`",
        "ajoutez les lignes « territory: » et, en retrait dessous, « name: … »",
    ),
    bad: "⟦title⟧: Forum ouvert\n",
    good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\n",
};

pub static BAD_DATE: Kind = Kind {
    code: "bad-date",
    severity: Severity::Error,
    title: Text::new("not a valid date", "la date n'est pas valable"),
    why: Text::new(
        "Without its date a project is missing from its year, its duration and every timeline.",
        "Sans sa date, un projet manque dans son année, dans sa durée et dans toute frise.",
    ),
    fix: Text::new(
        "write 2023-03-01, 2023-03, 2023, 2023-21 (spring) or 2023-03~ (about)",
        "écrivez 2023-03-01, 2023-03, 2023, 2023-21 (printemps) ou 2023-03~ (environ)",
    ),
    bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndates:\n  start: ⟦2023-02-31⟧\n",
    good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndates:\n  start: 2023-02-28\n",
};

pub static BAD_AMOUNT: Kind = Kind {
    code: "bad-amount",
    severity: Severity::Error,
    title: Text::new("the amount cannot be read", "le montant est illisible"),
    why: Text::new(
        "A cost that is no single amount enters no sum and no comparison.",
        "Un coût qui n'est pas un montant unique n'entre dans aucune somme ni comparaison.",
    ),
    fix: Text::new(
        "write one amount, `9500 € HT`, or `amount:` and `tax:` below `cost:`",
        "écrivez un seul montant, « 9500 € HT », ou « amount: » et « tax: » sous « cost: »",
    ),
    bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ncost: ⟦entre 7000 et 15 000 €⟧\n",
    good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ncost: 9500 € HT\n",
};

pub static AMBIGUOUS_AMOUNT: Kind = Kind {
    code: "ambiguous-amount",
    severity: Severity::Error,
    title: Text::new("the amount has two readings", "le montant a deux lectures"),
    why: Text::new(
        "`9,500` is nine thousand five hundred in English and nine and a half in French.",
        "« 9,500 » vaut neuf mille cinq cents en anglais et neuf et demi en français.",
    ),
    fix: Text::new(
        "write 9500, or 9.50 with two decimals",
        "écrivez 9500, ou 9,50 avec deux décimales",
    ),
    bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ncost: ⟦9,500 € HT⟧\n",
    good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ncost: 9500 € HT\n",
};

pub static BAD_DURATION: Kind = Kind {
    code: "bad-duration",
    severity: Severity::Error,
    title: Text::new("the duration cannot be read", "la durée est illisible"),
    why: Text::new(
        "A duration is the time that passes from start to end, with its unit; worked time is \
         `effort`.",
        "Une durée est le temps écoulé du début à la fin, avec son unité ; le temps travaillé est \
         « effort ».",
    ),
    fix: Text::new("write 9 months, 3 weeks or 15 days", "écrivez 9 mois, 3 semaines ou 15 jours"),
    bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndates:\n  duration: ⟦9⟧\n  start: 2023-01\n",
    good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndates:\n  duration: 9 months\n  start: 2023-01\n",
};

pub static BAD_NUMBER: Kind = Kind {
    code: "bad-number",
    severity: Severity::Error,
    title: Text::new("the number cannot be read", "le nombre est illisible"),
    why: Text::new(
        "What is no number cannot be compared or added up.",
        "Ce qui n'est pas un nombre ne se compare pas et ne s'additionne pas.",
    ),
    fix: Text::new("write the digits alone: 1400", "écrivez les chiffres seuls : 1400"),
    bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\n  population: ⟦un millier⟧\n",
    good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\n  population: 1 000\n",
};

pub static BAD_CHOICE: Kind = Kind {
    code: "bad-choice",
    severity: Severity::Error,
    title: Text::new(
        "the value is none of those possible",
        "la valeur n'est aucune de celles possibles",
    ),
    why: Text::new(
        "These fields take one of a few words, so that projects can be grouped by them.",
        "Ces champs prennent un mot parmi quelques-uns, pour que l'on puisse grouper les projets.",
    ),
    fix: Text::new("write one of the words listed", "écrivez l'un des mots proposés"),
    bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nstatus: ⟦fini⟧\n",
    good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\nstatus: idea\n",
};

pub static BAD_IDENTIFIER: Kind = Kind {
    code: "bad-identifier",
    severity: Severity::Error,
    title: Text::new("the identifier has not its form", "l'identifiant n'a pas sa forme"),
    why: Text::new(
        "An identifier with a missing or foreign character names nothing, or something else.",
        "Un identifiant auquel il manque un caractère, ou qui en a un de trop, ne désigne rien, ou \
         désigne autre chose.",
    ),
    fix: Text::new(
        "look the identifier up again and copy all of it",
        "recherchez l'identifiant et copiez-le en entier",
    ),
    bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\n  qpv: ⟦QP1⟧\n",
    good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\n  qpv: QP001004\n",
};

pub static EATEN_ZERO: Kind = Kind {
    code: "eaten-zero",
    severity: Severity::Error,
    title: Text::new("a leading zero gets lost here", "un zéro initial se perd ici"),
    why: Text::new(
        "Without quotation marks, YAML readers take 01160 for a number and keep 1160, or 624 in \
         octal.",
        "Sans guillemets, les lecteurs YAML prennent 01160 pour un nombre et gardent 1160, voire 624 \
         en octal.",
    ),
    fix: Text::new(
        "put it in quotation marks: \"01160\"",
        "mettez-le entre guillemets : \"01160\"",
    ),
    bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\n  insee: ⟦01160⟧\n",
    good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\n  insee: \"01160\"\n",
};

pub static DOUBTFUL_READING: Kind = Kind {
    code: "doubtful-reading",
    severity: Severity::Warning,
    title: Text::new(
        "the value is read in the likeliest way",
        "la valeur est lue de la façon la plus probable",
    ),
    why: Text::new(
        "The text can also mean something else; only its writer knows.",
        "Le texte peut aussi vouloir dire autre chose ; seule la personne qui l'a écrit le sait.",
    ),
    fix: Text::new(
        "check the reading and write it in full",
        "vérifiez la lecture et écrivez-la en entier",
    ),
    bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndates:\n  start: ⟦01.03.23⟧\n",
    good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ndates:\n  start: 2023-03-01\n",
};
