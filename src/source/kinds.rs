//! The kinds of findings that are told while a text is read and its tree is made.

use crate::finding::{Kind, Severity};
use crate::lang::text;

/// The kinds that are told while the tree is made.
pub static KINDS: [&Kind; 7] = [
    &UNREADABLE_FILE,
    &NOT_UTF8,
    &SYNTAX,
    &NOT_ONE_DOCUMENT,
    &LIMIT_EXCEEDED,
    &DUPLICATE_KEY,
    &CUT_BY_HASH,
];

pub static NOT_UTF8: Kind = Kind {
    code: "not-utf8",
    severity: Severity::Error,
    title: text!("file is not valid UTF-8", "fichier non UTF-8"),
    why: text!(
        "Older encodings (Windows-1252, Latin-1) store accents differently; read as UTF-8, they \
         would be lost.",
        "Les anciens encodages (Windows-1252, Latin-1) codent autrement les accents ; lus en \
         UTF-8, ils seraient perdus.",
    ),
    fix: text!(
        "save the file as UTF-8 in your editor, or convert it with: iconv -f windows-1252 -t \
         utf-8 {path}",
        "enregistrez le fichier en UTF-8 dans votre éditeur, ou convertissez-le avec : iconv -f \
         windows-1252 -t utf-8 {path}",
    ),
    bad: "title: ⟦�⟧t�\nterritory:\n  name: Trifouilly\n",
    good: "title: Été\nterritory:\n  name: Trifouilly\n",
};

pub static UNREADABLE_FILE: Kind = Kind {
    code: "unreadable-file",
    severity: Severity::Error,
    title: text!("cannot read the file", "fichier illisible"),
    why: text!(
        "The system refuses: missing permissions, a broken link, or something that is not a \
         regular file.",
        "Le système refuse : droits insuffisants, lien cassé, ou autre chose qu'un fichier \
         ordinaire.",
    ),
    fix: text!("check the path and the permissions", "vérifiez le chemin et les droits d'accès"),
    bad: "",
    good: "",
};

pub static SYNTAX: Kind = Kind {
    code: "syntax",
    severity: Severity::Error,
    title: text!("invalid YAML", "YAML non valide"),
    why: text!(
        "The sheet cannot be used until it is valid YAML. Most often, a text contains a colon \
         followed by a space.",
        "La fiche est inutilisable tant que ce n'est pas du YAML valide. Le plus souvent, un \
         texte contient un deux-points suivi d'une espace.",
    ),
    fix: text!(
        "quote the text; indent with spaces, not tabs",
        "mettez le texte entre guillemets ; indentez avec des espaces, pas des tabulations",
    ),
    bad: "title: Phase 2 ⟦:⟧ toiture\nterritory:\n  name: Trifouilly\n",
    good: "title: \"Phase 2 : toiture\"\nterritory:\n  name: Trifouilly\n",
};

pub static NOT_ONE_DOCUMENT: Kind = Kind {
    code: "not-one-document",
    severity: Severity::Error,
    title: text!(
        "file does not contain exactly one sheet",
        "fichier sans fiche, ou avec plusieurs",
    ),
    why: text!(
        "A sheet is one file of `key: value` lines: not empty, without a second document after \
         `---`, not a list.",
        "Une fiche est un fichier de lignes `clé: valeur` : ni vide, ni liste, ni suivi d'un \
         deuxième document après `---`.",
    ),
    fix: text!(
        "keep one sheet in this file and move the others to files of their own",
        "gardez une fiche dans ce fichier et donnez aux autres leur propre fichier",
    ),
    bad: "⟦-⟧ title: Forum ouvert\n",
    good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\n",
};

pub static LIMIT_EXCEEDED: Kind = Kind {
    code: "limit-exceeded",
    severity: Severity::Error,
    title: text!("file beyond the limits of a sheet", "fichier hors des limites d'une fiche",),
    why: text!(
        "No project sheet needs over 64 levels, multiplying aliases or 16 MiB; reading on could \
         exhaust the machine.",
        "Aucune fiche projet n'a plus de 64 niveaux, d'alias qui se multiplient ni 16 Mio ; \
         continuer pourrait épuiser la machine.",
    ),
    fix: text!(
        "remove the nesting or the aliases, or move the file out of projects/",
        "supprimez l'imbrication ou les alias, ou sortez le fichier de projects/",
    ),
    bad: "title: Forum\nterritory:\n  name: Trifouilly\nx-deep: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[⟦[⟧]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
    good: "title: Forum\nterritory:\n  name: Trifouilly\nx-deep: [[un, deux]]\n",
};

pub static DUPLICATE_KEY: Kind = Kind {
    code: "duplicate-key",
    severity: Severity::Error,
    title: text!("duplicate key", "clé en double"),
    why: text!(
        "Only one of the two values is kept, and programs differ on which.",
        "Une seule des deux valeurs est gardée, et tous les programmes ne gardent pas la même.",
    ),
    fix: text!("remove one of the two lines", "retirez l'une des deux lignes"),
    bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\n⟦title⟧: Grand forum\n",
    good: "title: Grand forum\nterritory:\n  name: Trifouilly\n",
};

pub static CUT_BY_HASH: Kind = Kind {
    code: "cut-by-hash",
    severity: Severity::Warning,
    title: text!("text cut by `#`", "texte coupé par `#`"),
    why: text!(
        "In YAML, what follows a space and a `#` is a comment: the end of the text is lost, and \
         no program says so.",
        "En YAML, ce qui suit une espace et un `#` est un commentaire : la fin du texte est \
         perdue, et aucun programme ne le dit.",
    ),
    fix: text!(
        "put the text in quotation marks; a comment has a space after its `#`",
        "mettez le texte entre guillemets ; un commentaire a une espace après son `#`",
    ),
    bad: "title: Fête ⟦#3⟧\nterritory:\n  name: Trifouilly\n",
    good: "title: \"Fête #3\"\nterritory:\n  name: Trifouilly # à vérifier\n",
};
