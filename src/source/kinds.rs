//! The kinds of findings that are told while a text is read and its tree is made.

use crate::finding::{Kind, Severity};
use crate::lang::Text;

/// The kinds that are told while the tree is made.
pub static KINDS: [&Kind; 7] = [
    &UNREADABLE_FILE,
    &NOT_UTF8,
    &SYNTAX,
    &NOT_ONE_DOCUMENT,
    &TOO_DEEP,
    &DUPLICATE_KEY,
    &CUT_BY_HASH,
];

pub static NOT_UTF8: Kind = Kind {
    code: "not-utf8",
    severity: Severity::Error,
    title: Text::new("the file is not UTF-8 text", "le fichier n'est pas du texte UTF-8"),
    why: Text::new(
        "Accents are stored differently in older encodings (Windows-1252, Latin-1); read as UTF-8 \
         they would be lost.",
        "Les accents sont codés autrement dans les anciens encodages (Windows-1252, Latin-1) ; lus \
         comme de l'UTF-8, ils seraient perdus.",
    ),
    fix: Text::new(
        "Save the file as UTF-8 in your editor, or run: iconv -f windows-1252 -t utf-8",
        "Enregistrez le fichier en UTF-8 dans votre éditeur, ou lancez : iconv -f windows-1252 -t utf-8",
    ),
    bad: "title: ⟦�⟧t�\nterritory:\n  name: Trifouilly\n",
    good: "title: Été\nterritory:\n  name: Trifouilly\n",
};

pub static UNREADABLE_FILE: Kind = Kind {
    code: "unreadable-file",
    severity: Severity::Error,
    title: Text::new("the file cannot be read", "le fichier ne peut pas être lu"),
    why: Text::new(
        "The system refuses to read it: its permissions, a link to nothing, or something that is no \
         file at all under the name of a sheet.",
        "Le système refuse de le lire : ses droits d'accès, un lien vers rien, ou quelque chose qui \
         n'est pas un fichier sous le nom d'une fiche.",
    ),
    fix: Text::new(
        "check the path and the permissions of the file",
        "vérifiez le chemin et les droits d'accès du fichier",
    ),
    bad: "",
    good: "",
};

pub static SYNTAX: Kind = Kind {
    code: "syntax",
    severity: Severity::Error,
    title: Text::new("the YAML cannot be read", "le YAML est illisible"),
    why: Text::new(
        "Nothing of the sheet can be used as long as its text is not valid YAML. The commonest \
         cause is a colon followed by a space inside a text.",
        "Rien de la fiche n'est utilisable tant que son texte n'est pas du YAML valide. La cause la \
         plus fréquente : un deux-points suivi d'une espace à l'intérieur d'un texte.",
    ),
    fix: Text::new(
        "put the text in quotation marks, and indent with spaces",
        "mettez le texte entre guillemets, et indentez avec des espaces",
    ),
    bad: "title: Phase 2 ⟦:⟧ toiture\nterritory:\n  name: Trifouilly\n",
    good: "title: \"Phase 2 : toiture\"\nterritory:\n  name: Trifouilly\n",
};

pub static NOT_ONE_DOCUMENT: Kind = Kind {
    code: "not-one-document",
    severity: Severity::Error,
    title: Text::new(
        "the file does not hold exactly one sheet",
        "le fichier ne contient pas exactement une fiche",
    ),
    why: Text::new(
        "A sheet is one file with `key: value` lines. An empty file, a second document after \
         `---`, a list or a bare text is something else.",
        "Une fiche est un fichier fait de lignes « clé: valeur ». Un fichier vide, un deuxième \
         document après « --- », une liste ou un texte seul sont autre chose.",
    ),
    fix: Text::new(
        "keep one sheet in this file and give every other its own",
        "gardez une fiche dans ce fichier et donnez le sien à chacune des autres",
    ),
    bad: "⟦-⟧ title: Forum ouvert\n",
    good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\n",
};

pub static TOO_DEEP: Kind = Kind {
    code: "too-deep",
    severity: Severity::Error,
    title: Text::new(
        "the file is past the limits of a sheet",
        "le fichier dépasse les limites d'une fiche",
    ),
    why: Text::new(
        "Nesting past 64 levels, aliases that multiply, or more than 16 MiB are never a project \
         sheet; reading on could exhaust the machine.",
        "Plus de 64 niveaux imbriqués, des alias qui se multiplient ou plus de 16 Mio ne font jamais \
         une fiche projet ; continuer à lire pourrait épuiser la machine.",
    ),
    fix: Text::new(
        "remove the nesting or the aliases, or move the file out of projects/",
        "supprimez l'imbrication ou les alias, ou sortez le fichier de projects/",
    ),
    bad: "title: Forum\nterritory:\n  name: Trifouilly\nx-deep: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[⟦[⟧]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
    good: "title: Forum\nterritory:\n  name: Trifouilly\nx-deep: [[un, deux]]\n",
};

pub static DUPLICATE_KEY: Kind = Kind {
    code: "duplicate-key",
    severity: Severity::Error,
    title: Text::new("a key stands twice", "une clé se trouve deux fois"),
    why: Text::new(
        "Only one of the two values can count, and each program may choose another one.",
        "Une seule des deux valeurs peut compter, et chaque programme peut en choisir une autre.",
    ),
    fix: Text::new("keep one of the two lines", "gardez une seule des deux lignes"),
    bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\n⟦title⟧: Grand forum\n",
    good: "title: Grand forum\nterritory:\n  name: Trifouilly\n",
};

pub static CUT_BY_HASH: Kind = Kind {
    code: "cut-by-hash",
    severity: Severity::Warning,
    title: Text::new("a `#` cuts the text", "un « # » coupe le texte"),
    why: Text::new(
        "In YAML, what follows a space and a `#` is a comment: the end of the text is lost, and no \
         program says so.",
        "En YAML, ce qui suit une espace et un « # » est un commentaire : la fin du texte est \
         perdue, et aucun programme ne le dit.",
    ),
    fix: Text::new(
        "put the text in quotation marks; a comment has a space behind its `#`",
        "mettez le texte entre guillemets ; un commentaire a une espace après son « # »",
    ),
    bad: "title: Fête ⟦#3⟧\nterritory:\n  name: Trifouilly\n",
    good: "title: \"Fête #3\"\nterritory:\n  name: Trifouilly # à vérifier\n",
};
