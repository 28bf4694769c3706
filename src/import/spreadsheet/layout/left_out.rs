//! What stands in a file and is no project.

use crate::lang::{Text, text};

/// A part of a file that is no project.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LeftOut {
    /// Where it stands: a row, a tab.
    pub place: String,
    pub text: String,
    pub why: Why,
}

/// Why something is no project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    Above,
    Below,
    Header,
    Guidance,
    Example,
    Model,
    Total,
    Untitled,
    Heading,
    /// No table of projects is in its tab.
    NoProjects,
    /// Its projects stand in other tabs, in more words.
    Elsewhere,
    /// In an export, it does not say what it is of.
    NoId,
    /// In an export, a formula that was never calculated.
    NoValue,
    /// In an export, a cell whose column has no key.
    NoKey,
    /// In an export, a comment on a cell.
    Comment,
    /// In an export, the address that a cell leads to.
    Link,
    /// In an export, a text that is struck out.
    Struck,
}

impl Why {
    /// The word in machine formats, and that for people.
    pub(crate) const fn reason(self) -> (&'static str, Text) {
        match self {
            Why::Above => ("above", text!("above the table", "au-dessus du tableau")),
            Why::Below => ("below", text!("below the table", "sous le tableau")),
            Why::Header => ("header", text!("the header again", "l'en-tête, de nouveau")),
            Why::Guidance => ("guidance", text!("explains the columns", "explique les colonnes")),
            Why::Example => ("example", text!("an example", "un exemple")),
            Why::Model => ("model", text!("a model to fill in", "un modèle à remplir")),
            Why::Total => ("total", text!("a total", "un total")),
            Why::Untitled => ("untitled", text!("no title", "pas de titre")),
            Why::Heading => ("heading", text!("a heading", "un intertitre")),
            Why::NoProjects => {
                ("no-projects", text!("a tab without projects", "un onglet sans projets"))
            }
            Why::NoId => ("no-id", text!("no line of the export", "pas une ligne de l'export")),
            Why::NoValue => {
                ("no-value", text!("a formula without a value", "une formule sans valeur"))
            }
            Why::NoKey => ("no-key", text!("a column without a key", "une colonne sans clé")),
            Why::Comment => ("comment", text!("a comment", "un commentaire")),
            Why::Link => ("link", text!("a link", "un lien")),
            Why::Struck => ("struck", text!("struck out", "barré")),
            Why::Elsewhere => {
                ("elsewhere", text!("projects of other tabs", "des projets d'autres onglets"))
            }
        }
    }
}
