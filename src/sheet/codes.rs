//! The kinds of findings that are reported while a sheet is read: text and shape.

use crate::finding::{Lint, Severity};
use crate::lang::text;

/// Every kind of this file.
pub static LINTS: [&Lint; 14] = [
    &UNKNOWN_KEY,
    &WRONG_TYPE,
    &MISSING_TITLE,
    &MISSING_TERRITORY,
    &BAD_DATE,
    &PERIOD_IN_DATE,
    &BAD_AMOUNT,
    &AMBIGUOUS_AMOUNT,
    &BAD_DURATION,
    &BAD_NUMBER,
    &BAD_CHOICE,
    &BAD_IDENTIFIER,
    &LOST_LEADING_ZERO,
    &UNCERTAIN_VALUE,
];

pub static UNKNOWN_KEY: Lint = Lint {
    code: "unknown-key",
    severity: Severity::Error,
    title: text!("unknown key", "clé inconnue"),
    why: text!(
        "A misspelt key is a lost value: it is not listed, filtered or added up.",
        "Une clé mal écrite est une valeur perdue : elle n'est ni listée, ni filtrée, ni \
         additionnée.",
    ),
    help: text!(
        "correct the key, or start it with `x-` if it is your own",
        "corrigez la clé, ou faites-la commencer par `x-` si c'est la vôtre",
    ),
    bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
⟦comissioners⟧:
  - Ville de Trifouilly
",
    good: "\
title: Forum ouvert
territory:
  name: Trifouilly
commissioners:
  - Ville de Trifouilly
x-colour: red
",
};

pub static WRONG_TYPE: Lint = Lint {
    code: "wrong-type",
    severity: Severity::Error,
    title: text!("wrong type for this field", "type de valeur inattendu pour ce champ"),
    why: text!(
        "The field expects a single text, a list, or a group of keys, and the value is something \
         else.",
        "Le champ attend un texte, une liste ou un groupe de clés, et la valeur est autre chose.",
    ),
    help: text!(
        "write a single text after the key; several, under it, as `- …` lines; a group, under it, \
         as `name: …` lines",
        "un seul texte s'écrit après la clé ; plusieurs, dessous, en lignes `- …` ; un groupe, \
         dessous, en lignes `name: …`",
    ),
    bad: "\
title: Forum ouvert
territory: ⟦Trifouilly⟧
",
    good: "\
title: Forum ouvert
territory:
  name: Trifouilly
",
};

pub static MISSING_TITLE: Lint = Lint {
    code: "missing-title",
    severity: Severity::Error,
    title: text!("missing title", "titre manquant"),
    why: text!(
        "The title identifies the project in every list.",
        "Le titre identifie le projet dans toutes les listes.",
    ),
    help: text!("add a line `title: …`", "ajoutez une ligne `title: …`"),
    bad: "\
⟦territory⟧:
  name: Trifouilly
",
    good: "\
title: Forum ouvert
territory:
  name: Trifouilly
",
};

pub static MISSING_TERRITORY: Lint = Lint {
    code: "missing-territory",
    severity: Severity::Error,
    title: text!("missing territory", "territoire manquant"),
    why: text!(
        "A participatory project takes place somewhere, and what was learnt there helps the next \
         one.",
        "Un projet participatif a lieu quelque part, et ce qu'on y apprend aide le suivant.",
    ),
    help: text!(
        "add `territory:` and, indented on the next line, `name: …`",
        "ajoutez `territory:` et, en retrait à la ligne suivante, `name: …`",
    ),
    bad: "\
⟦title⟧: Forum ouvert
",
    good: "\
title: Forum ouvert
territory:
  name: Trifouilly
",
};

pub static BAD_DATE: Lint = Lint {
    code: "bad-date",
    severity: Severity::Error,
    title: text!("invalid date", "date non valide"),
    why: text!(
        "Without this date the project is missing from its year, its duration and the timeline.",
        "Sans cette date, le projet n'a ni année ni durée, et n'apparaît pas sur la frise.",
    ),
    help: text!(
        "write 2023-03-01, March 2023, spring 2023 or 2023",
        "écrivez 1er mars 2023, mars 2023, printemps 2023 ou 2023",
    ),
    bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
dates:
  start: ⟦2023-02-31⟧
",
    good: "\
title: Forum ouvert
territory:
  name: Trifouilly
dates:
  start: 2023-02-28
",
};

pub static PERIOD_IN_DATE: Lint = Lint {
    code: "period-in-date",
    severity: Severity::Error,
    title: text!("period in a date field", "période dans un champ de date"),
    why: text!(
        "A start and an end have a field each; in one of them, neither can be compared.",
        "Le début et la fin ont chacun leur champ ; dans un seul, ni l'un ni l'autre ne se \
         compare.",
    ),
    help: text!(
        "write the two dates: `start: …` and `end: …`",
        "écrivez les deux dates : `start: …` et `end: …`",
    ),
    bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
dates:
  start: ⟦du 1er mars au 10 octobre 2023⟧
",
    good: "\
title: Forum ouvert
territory:
  name: Trifouilly
dates:
  start: 2023-03-01
  end: 2023-10-10
",
};

pub static BAD_AMOUNT: Lint = Lint {
    code: "bad-amount",
    severity: Severity::Error,
    title: text!("invalid amount", "montant non valide"),
    why: text!(
        "Only a single amount can be added up and compared.",
        "Seul un montant unique peut être additionné et comparé.",
    ),
    help: text!(
        "write one amount, e.g. 9500 € HT",
        "écrivez un seul montant, par exemple 9500 € HT",
    ),
    bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
cost: ⟦entre 7000 et 15 000 €⟧
",
    good: "\
title: Forum ouvert
territory:
  name: Trifouilly
cost: 9500 € HT
",
};

pub static AMBIGUOUS_AMOUNT: Lint = Lint {
    code: "ambiguous-amount",
    severity: Severity::Error,
    title: text!("ambiguous amount", "montant ambigu"),
    why: text!(
        "`9,500` is nine thousand five hundred in English and nine and a half in French.",
        "`9,500` vaut neuf mille cinq cents en anglais et neuf et demi en français.",
    ),
    help: text!(
        "write 9500, or 9.50 with two decimals",
        "écrivez 9500, ou 9,50 avec deux décimales",
    ),
    bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
cost: ⟦9,500 € HT⟧
",
    good: "\
title: Forum ouvert
territory:
  name: Trifouilly
cost: 9500 € HT
",
};

pub static BAD_DURATION: Lint = Lint {
    code: "bad-duration",
    severity: Severity::Error,
    title: text!("invalid duration", "durée non valide"),
    why: text!(
        "A duration runs from start to end and has a unit; time worked is `effort`.",
        "Une durée va du début à la fin et porte une unité ; le temps passé va dans `effort`.",
    ),
    help: text!(
        "write 9 months, 3 weeks or 15 days; time worked goes in `effort`",
        "écrivez 9 mois, 3 semaines ou 15 jours ; le temps passé va dans `effort`",
    ),
    bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
dates:
  duration: ⟦9⟧
  start: 2023-01
",
    good: "\
title: Forum ouvert
territory:
  name: Trifouilly
dates:
  duration: 9 months
  start: 2023-01
",
};

pub static BAD_NUMBER: Lint = Lint {
    code: "bad-number",
    severity: Severity::Error,
    title: text!("invalid number", "nombre non valide"),
    why: text!(
        "Only a number can be compared and added up.",
        "Seul un nombre peut être comparé et additionné.",
    ),
    help: text!("write digits only, e.g. 1400", "écrivez des chiffres seuls, par exemple 1400"),
    bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
  population: ⟦beaucoup⟧
",
    good: "\
title: Forum ouvert
territory:
  name: Trifouilly
  population: 1 000
",
};

pub static BAD_CHOICE: Lint = Lint {
    code: "bad-choice",
    severity: Severity::Error,
    title: text!("value not allowed here", "valeur non prévue"),
    why: text!(
        "This field takes one of a fixed list of values, so that projects can be grouped.",
        "Ce champ prend une valeur d'une liste fixe, pour pouvoir regrouper les projets.",
    ),
    help: text!("use one of the listed values", "prenez l'une des valeurs proposées"),
    bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
status: ⟦en pause⟧
",
    good: "\
title: Forum ouvert
territory:
  name: Trifouilly
status: idea
",
};

pub static BAD_IDENTIFIER: Lint = Lint {
    code: "bad-identifier",
    severity: Severity::Error,
    title: text!("malformed official code", "code officiel mal formé"),
    why: text!(
        "With a character missing or extra, the code means nothing, or something else.",
        "Avec un caractère en moins ou en trop, le code ne désigne rien, ou autre chose.",
    ),
    help: text!("look it up again and copy it whole", "retrouvez-le et copiez-le en entier"),
    bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
  qpv: ⟦QP1⟧
",
    good: "\
title: Forum ouvert
territory:
  name: Trifouilly
  qpv: QP001004
",
};

pub static LOST_LEADING_ZERO: Lint = Lint {
    code: "lost-leading-zero",
    severity: Severity::Error,
    title: text!("leading zero lost", "zéro initial perdu"),
    why: text!(
        "Without quotation marks, YAML reads 01160 as a number: 1160, or even 624 (octal).",
        "Sans guillemets, YAML lit 01160 comme un nombre : 1160, voire 624 (octal).",
    ),
    help: text!("put it in quotation marks: \"01160\"", "mettez-le entre guillemets : \"01160\""),
    bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
  insee: ⟦01160⟧
",
    good: "\
title: Forum ouvert
territory:
  name: Trifouilly
  insee: \"01160\"
",
};

pub static UNCERTAIN_VALUE: Lint = Lint {
    code: "uncertain-value",
    severity: Severity::Warning,
    title: text!("uncertain value", "valeur incertaine"),
    why: text!(
        "The value could also mean something else; only its author knows.",
        "La valeur pourrait vouloir dire autre chose ; seule la personne qui l'a écrite le sait.",
    ),
    help: text!(
        "check the value and write it so that it can be read in one way only, e.g. 2023-03-01 or \
         9500 €",
        "vérifiez la valeur et écrivez-la sans ambiguïté, par exemple 1er mars 2023 ou 9500 €",
    ),
    bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
dates:
  start: ⟦01.03.23⟧
",
    good: "\
title: Forum ouvert
territory:
  name: Trifouilly
dates:
  start: 2023-03-01
",
};
