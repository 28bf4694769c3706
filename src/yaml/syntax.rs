//! Why a text is no YAML, in words: those of the parser are English and speak of its own states.

use crate::lang::{Text, text};

/// What a message of the parser says, and its words; the first that it contains counts.
const REASONS: &[(&[&str], Text)] = &[
    (
        &["mapping values are not allowed", "illegal placement of ':'"],
        text!(
            "a second colon with a space after it on this line",
            "un deuxième deux-points suivi d'une espace sur cette ligne",
        ),
    ),
    (
        &["invalid trailing content after"],
        text!("text after the closing quotation mark", "du texte suit le guillemet fermant"),
    ),
    (
        &["unexpected end of stream", "unexpected eof", "unexpected end of plain scalar"],
        text!(
            "unexpected end of file: unclosed quotation mark or bracket",
            "fin de fichier inattendue : guillemet ou crochet non refermé",
        ),
    ),
    (
        &["flow sequence", "flow mapping", "flow construct", "misplaced bracket"],
        text!(
            "a bracket is not closed, or closed too early",
            "un crochet n'est pas refermé, ou l'est trop tôt",
        ),
    ),
    (
        &["did not find expected key", "simple key", "expected <block end>", "mapping keys are"],
        text!(
            "expected a `key: value` line, aligned with those above",
            "ligne `clé: valeur` attendue, alignée sur les précédentes",
        ),
    ),
    (
        &["expected '-' indicator", "block sequence entries are not allowed"],
        text!(
            "`- …` not aligned with the lines around it",
            "`- …` n'est pas aligné sur les lignes voisines",
        ),
    ),
    (
        &["'-' must be followed"],
        text!("a space is missing after `-`", "il manque une espace après `-`"),
    ),
    (
        &["':' must be followed"],
        text!("a space is missing after `:`", "il manque une espace après `:`"),
    ),
    (
        &["unknown anchor"],
        text!(
            "YAML reads `*` as a reference, and this one does not exist; quote the text",
            "YAML lit `*` comme un renvoi, et celui-ci n'existe pas ; mettez le texte entre \
             guillemets",
        ),
    ),
    (
        &["anchor"],
        text!(
            "YAML reads `&` or `*` as a reference; quote the text",
            "YAML lit `&` ou `*` comme un renvoi ; mettez le texte entre guillemets",
        ),
    ),
    (
        &["unknown escape", "escape code", "hexadecimal"],
        text!(
            "YAML reads `\\` as an escape; use single quotation marks",
            "YAML lit `\\` comme un caractère spécial ; mettez des guillemets simples",
        ),
    ),
    (
        &["block scalar", "invalid indentation", "comment intercepting"],
        text!(
            "wrong indentation: compare it with the lines above",
            "retrait inattendu : comparez avec les lignes précédentes",
        ),
    ),
    (
        &["document start", "document-start", "document indicator", "document end"],
        text!("`---` or `...` in the middle of a value", "`---` ou `...` au milieu d'une valeur"),
    ),
    (&["unprintable"], text!("an invisible character", "un caractère invisible")),
];

/// A tab where YAML needs spaces; its place is looked for.
pub(super) const TAB: Text =
    text!("a tab: YAML needs spaces here", "une tabulation : YAML demande ici des espaces");

const OTHER: Text = text!("not valid YAML from here on", "YAML non valide à partir d'ici");

/// The words for a message of the parser.
pub(super) fn reason(message: &str) -> Text {
    let known = REASONS.iter().find(|(parts, _)| parts.iter().any(|part| message.contains(part)));
    known.map_or(OTHER, |(_, words)| *words)
}
