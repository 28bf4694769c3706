//! What can be typed for `import`.

use std::path::PathBuf;
use std::sync::LazyLock;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, ValueEnum};

use crate::cli::help_lang::{translated, translated_phrase};
use crate::import::{IMPORTERS, SaidOfText, Separator};
use crate::lang::{Phrase, Text, list, phrase, text};
use crate::text::encoding::Encoding;

/// What a new sheet is called.
pub(super) const NEW_ID: Text = text!(
    "Id of the new sheet [default: made from the title]",
    "Identifiant de la nouvelle fiche [défaut : d'après le titre]",
);

/// The importers, by the table.
fn from_help() -> &'static str {
    static HELP: LazyLock<Phrase> = LazyLock::new(|| {
        let names = list::or(&IMPORTERS.iter().map(|importer| importer.name).collect::<Vec<_>>());
        phrase!(
            "Kind of file: {names} [default: from the content, else from the extension]",
            "Type de fichier : {names} [défaut : d'après le contenu, sinon l'extension]",
            names,
        )
    });
    translated_phrase(&HELP)
}

/// Whose value stands where both were changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Prefer {
    Theirs,
    Ours,
}

impl ValueEnum for Encoding {
    fn value_variants<'a>() -> &'a [Encoding] {
        &Encoding::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let windows = ["cp1252", "latin-1", "latin1", "iso-8859-1", "ansi"];
        Some(match self {
            Encoding::Utf8 => PossibleValue::new("utf-8").alias("utf8"),
            Encoding::Utf16 => PossibleValue::new("utf-16").alias("utf16"),
            Encoding::Windows1252 => PossibleValue::new("windows-1252").aliases(windows),
            Encoding::MacRoman => {
                PossibleValue::new("mac-roman").aliases(["macroman", "mac", "macintosh"])
            }
        })
    }
}

impl ValueEnum for Separator {
    fn value_variants<'a>() -> &'a [Separator] {
        &Separator::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Separator::Comma => PossibleValue::new("comma").aliases([",", "virgule"]),
            Separator::Semicolon => PossibleValue::new("semicolon").aliases([";", "point-virgule"]),
            Separator::Tab => PossibleValue::new("tab").aliases(["\t", "\\t", "tabulation"]),
            Separator::Bar => PossibleValue::new("bar").aliases(["|", "pipe", "barre"]),
        })
    }
}

#[derive(Debug, Args)]
pub struct ImportArgs {
    #[arg(value_name = "FILE", required = true, help = translated(text!("Files to read, or folders of them; - for standard input", "Fichiers à lire, ou dossiers qui en contiennent ; - pour l'entrée standard")))]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "KIND", hide_possible_values = true, value_parser = PossibleValuesParser::new(IMPORTERS.iter().map(|importer| importer.name)), help = from_help())]
    pub from: Option<String>,
    #[arg(long, value_name = "NAME", value_enum, hide_possible_values = true, help = translated(text!("Encoding of a text: utf-8, utf-16, windows-1252 or mac-roman [default: from the content]", "Encodage d'un texte : utf-8, utf-16, windows-1252 ou mac-roman [défaut : d'après le contenu]")))]
    pub encoding: Option<Encoding>,
    #[arg(long, value_name = "SIGN", value_enum, hide_possible_values = true, help = translated(text!("Between the cells of a CSV: comma, semicolon, tab or bar [default: from the content]", "Entre les cellules d'un CSV : comma (virgule), semicolon (point-virgule), tab ou bar (barre) [défaut : d'après le contenu]")))]
    pub separator: Option<Separator>,
    #[arg(long, value_name = "FILE", help = translated(text!("Schema of the wiki's form: labels and codes", "Schéma du formulaire du wiki : libellés et codes")))]
    pub form: Vec<PathBuf>,
    #[arg(long, value_name = "FILE", help = translated(text!("Which column becomes which field, as written by --write-map", "Quelle colonne devient quel champ, comme l'écrit --write-map")))]
    pub map: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["write", "check"], help = translated(text!("Write that to a file to correct, and import nothing", "Écrit cela dans un fichier à corriger, sans rien importer")))]
    pub write_map: Option<PathBuf>,
    #[arg(long = "match", value_name = "KEYS", value_delimiter = ',', help = translated(text!("Keys that tell which sheet an entry is, where it has no id [default: title,territory]", "Clés qui disent à quelle fiche correspond une entrée sans identifiant [défaut : title,territory]")))]
    pub match_keys: Vec<String>,
    #[arg(long, value_name = "SIDE", value_enum, hide_possible_values = true, help = translated(text!("Settle conflicts: theirs (the source) or ours (the sheet)", "Tranche les conflits : theirs (la source) ou ours (la fiche)")))]
    pub prefer: Option<Prefer>,
    #[arg(long, help = translated(text!("Let a value that is empty in the source empty the sheet's", "Une valeur vide dans la source vide celle de la fiche")))]
    pub accept_empty: bool,
    #[arg(long, value_name = "ID", help = translated(NEW_ID))]
    pub id: Option<String>,
    #[arg(long = "for", num_args = 2, value_names = ["ID", "KEY"], help = translated(text!("Sheet and key that a reply answers, where the reply does not say", "Fiche et clé auxquelles répond un mail, s'il ne le dit pas")))]
    pub place: Vec<String>,
    #[arg(long, conflicts_with_all = ["write"], help = translated(text!("Write nothing; exit 1 if sheets and source differ", "N'enregistre rien ; code de sortie 1 si les fiches et la source diffèrent")))]
    pub check: bool,
    #[arg(long, conflicts_with = "write", help = translated(text!("Show the sheets, write nothing [default]", "Montre les fiches, sans rien enregistrer [par défaut]")))]
    pub dry_run: bool,
    #[arg(long, help = translated(text!("Save the sheets instead of showing them", "Enregistre les fiches au lieu de les montrer")))]
    pub write: bool,
}

impl ImportArgs {
    /// What is said of how a table of text is written.
    pub(crate) fn said_of_text(&self) -> SaidOfText {
        SaidOfText { encoding: self.encoding, separator: self.separator }
    }
}
