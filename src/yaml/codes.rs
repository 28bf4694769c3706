//! The kinds of findings that are reported while a text is read and its tree is made.

use crate::finding::{Lint, Severity};
use crate::lang::text;

/// The kinds that are reported while the tree is made.
pub static LINTS: [&Lint; 8] = [
    &UNREADABLE_FILE,
    &NOT_UTF8,
    &SYNTAX,
    &NOT_ONE_DOCUMENT,
    &LIMIT_EXCEEDED,
    &DUPLICATE_KEY,
    &CUT_BY_HASH,
    &UNUSED_ANCHOR,
];

pub static NOT_UTF8: Lint = Lint {
    code: "not-utf8",
    severity: Severity::Error,
    title: text!("file is not valid UTF-8", "fichier non UTF-8"),
    why: text!(
        "Older encodings (Windows-1252, Latin-1) store accents differently; read as UTF-8, they \
         would be lost.",
        "Les anciens encodages (Windows-1252, Latin-1) codent autrement les accents ; lus en \
         UTF-8, ils seraient perdus.",
    ),
    help: text!(
        "save the file as UTF-8 in your editor, or convert it with: iconv -f windows-1252 -t \
         utf-8 {path}",
        "enregistrez le fichier en UTF-8 dans votre éditeur, ou convertissez-le avec : iconv -f \
         windows-1252 -t utf-8 {path}",
    ),
    bad: "\
title: ⟦�⟧t�
territory:
  name: Trifouilly
",
    good: "\
title: Été
territory:
  name: Trifouilly
",
};

pub static UNREADABLE_FILE: Lint = Lint {
    code: "unreadable-file",
    severity: Severity::Error,
    title: text!("cannot read the file", "fichier illisible"),
    why: text!(
        "The file cannot be opened: missing permissions, a broken link, or not a regular file.",
        "Le fichier ne peut pas être ouvert : droits insuffisants, lien cassé, ou pas un fichier \
         ordinaire.",
    ),
    help: text!(
        "check the path and the permissions; replace a link by a real file or folder",
        "vérifiez le chemin et les droits d'accès ; remplacez un lien par un vrai fichier ou \
         dossier",
    ),
    bad: "",
    good: "",
};

pub static SYNTAX: Lint = Lint {
    code: "syntax",
    severity: Severity::Error,
    title: text!("invalid YAML", "YAML non valide"),
    why: text!(
        "The sheet cannot be used until it is valid YAML. Most often, a text contains a colon \
         followed by a space.",
        "La fiche est inutilisable tant que ce n'est pas du YAML valide. Le plus souvent, un \
         texte contient un deux-points suivi d'une espace.",
    ),
    help: text!(
        "check the quotation marks, brackets and indentation around this line",
        "vérifiez les guillemets, les crochets et les retraits autour de cette ligne",
    ),
    bad: "\
title: Phase 2 ⟦:⟧ toiture
territory:
  name: Trifouilly
",
    good: "\
title: \"Phase 2 : toiture\"
territory:
  name: Trifouilly
",
};

pub static NOT_ONE_DOCUMENT: Lint = Lint {
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
    help: text!(
        "write one sheet in this file, as `key: value` lines; give any other a file of its own",
        "écrivez une fiche, et une seule, en lignes `clé: valeur` ; mettez toute autre fiche dans \
         son propre fichier",
    ),
    bad: "\
⟦-⟧ title: Forum ouvert
",
    good: "\
title: Forum ouvert
territory:
  name: Trifouilly
",
};

pub static LIMIT_EXCEEDED: Lint = Lint {
    code: "limit-exceeded",
    severity: Severity::Error,
    title: text!("file exceeds the limits of a sheet", "fichier hors des limites d'une fiche"),
    why: text!(
        "No project sheet needs more than 64 levels of nesting, 16 MiB, or aliases that multiply; \
         reading on could exhaust memory.",
        "Une fiche projet n'a jamais besoin de plus de 64 niveaux, de plus de 16 Mio ni d'alias \
         qui se multiplient ; continuer la lecture pourrait saturer la mémoire.",
    ),
    help: text!(
        "reduce the nesting, the aliases or the size, or move the file out of projects/",
        "réduisez l'imbrication, les alias ou la taille, ou sortez le fichier de projects/",
    ),
    bad: "\
title: Forum
territory:
  name: Trifouilly
x-deep: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[⟦[⟧]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
",
    good: "\
title: Forum
territory:
  name: Trifouilly
x-deep: [[un, deux]]
",
};

pub static DUPLICATE_KEY: Lint = Lint {
    code: "duplicate-key",
    severity: Severity::Error,
    title: text!("duplicate key", "clé en double"),
    why: text!(
        "Only one of the two values is kept, and programs differ on which.",
        "Une seule des deux valeurs est gardée, et tous les programmes ne gardent pas la même.",
    ),
    help: text!("remove one of the two lines", "retirez l'une des deux lignes"),
    bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
⟦title⟧: Grand forum
",
    good: "\
title: Grand forum
territory:
  name: Trifouilly
",
};

pub static CUT_BY_HASH: Lint = Lint {
    code: "cut-by-hash",
    severity: Severity::Warning,
    title: text!("text cut by `#`", "texte coupé par `#`"),
    why: text!(
        "In YAML, what follows a space and a `#` is a comment: the end of the text is lost, and \
         no program says so.",
        "En YAML, ce qui suit une espace et un `#` est un commentaire : la fin du texte est \
         perdue, et aucun programme ne le dit.",
    ),
    help: text!(
        "put all the text in quotation marks; if it is a comment, put a space after the `#`",
        "mettez tout le texte entre guillemets droits (\"…\") ; si c'est un commentaire, mettez \
         une espace après le `#`",
    ),
    bad: "\
title: Fête ⟦#3⟧
territory:
  name: Trifouilly
",
    good: "\
title: \"Fête #3\"
territory:
  name: Trifouilly # à vérifier
",
};

pub static UNUSED_ANCHOR: Lint = Lint {
    code: "unused-anchor",
    severity: Severity::Warning,
    title: text!("word read as an anchor", "mot lu comme une ancre"),
    why: text!(
        "In YAML, `&` before a word names a value that `*` repeats elsewhere: the word itself is \
         not part of the text, and no program reports it.",
        "En YAML, un `&` devant un mot nomme une valeur, que `*` répète ailleurs : le mot lui-même \
         n'est pas dans le texte, et aucun programme ne le dit.",
    ),
    help: text!(
        "if it belongs to the text, put all of it in quotation marks; otherwise, remove it",
        "si cela fait partie du texte, mettez-le tout entre guillemets droits (\"…\") ; sinon, \
         retirez-le",
    ),
    bad: "\
title: ⟦&Co⟧ ouvre ses portes
territory:
  name: Trifouilly
",
    good: "\
title: \"&Co ouvre ses portes\"
territory:
  name: Trifouilly
",
};
