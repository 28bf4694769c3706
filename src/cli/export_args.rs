//! What can be typed for `export`.

use std::path::PathBuf;
use std::sync::LazyLock;

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::cli::help_lang::{translated, translated_phrase};
use crate::cli::query_args::QueryArgs;
use crate::export::{EXPORTS, PageSort};
use crate::lang::choice::{self, Choice};
use crate::lang::{Phrase, list, phrase, text};
use crate::render::DIALECTS;
use crate::sheet::audience::Audience;

/// The forms, by the table.
fn format_help() -> &'static str {
    static HELP: LazyLock<Phrase> = LazyLock::new(|| {
        let names = list::or(&EXPORTS.iter().map(|form| form.name).collect::<Vec<_>>());
        phrase!(
            "Form of the export: {names} [default: by the extension of FILE]",
            "Forme de l'export : {names} [défaut : d'après l'extension de FICHIER]",
            names,
        )
    });
    translated_phrase(&HELP)
}

#[derive(Debug, Args)]
pub struct ExportArgs {
    #[arg(id = "format", long = "format", value_name = "FORMAT", hide_possible_values = true,
        value_parser = PossibleValuesParser::new(EXPORTS.iter().map(|form| form.name)), help = format_help())]
    pub form: Option<String>,
    #[arg(long, short = 'o', value_name = "FILE", help = translated(text!("File to write, whole or not at all [default: -, standard output]", "Fichier à écrire, en entier ou pas du tout [défaut : -, la sortie standard]")))]
    pub output: Option<PathBuf>,
    #[arg(long, requires = "output", help = translated(text!("Write over a file that is not an earlier export", "Écrit par-dessus un fichier qui n'est pas un export")))]
    pub force: bool,
    #[arg(long, conflicts_with_all = ["members", "all"], help = translated(text!("For everybody: public sheets alone, without contacts, `source`, `extra` or your own keys", "Pour tout le monde : les fiches publiques, sans contacts, `source`, `extra` ni vos propres clés")))]
    pub public: bool,
    #[arg(long, conflicts_with = "all", help = translated(text!("For the members: nothing private [default]", "Pour les membres : rien de privé [par défaut]")))]
    pub members: bool,
    #[arg(long, help = translated(text!("Leave nothing out", "Ne retire rien")))]
    pub all: bool,
    #[arg(long, requires = "public", value_name = "ID,…", value_delimiter = ',', help = translated(text!("With --public: sheets whose e-mail addresses and phone numbers may be published", "Avec --public : fiches dont les adresses e-mail et les numéros de téléphone peuvent être publiés")))]
    pub accept: Vec<String>,
    #[arg(long, value_name = "NAME", hide_possible_values = true,
        value_parser = PossibleValuesParser::new(DIALECTS.iter().map(|dialect| dialect.name)), help = translated(text!("For csv: excel-fr writes what a French spreadsheet opens", "Pour csv : excel-fr écrit ce qu'ouvre un tableur français")))]
    pub dialect: Option<String>,
    #[arg(long, value_name = "NAME", hide_possible_values = true,
        value_parser = PossibleValuesParser::new(PageSort::ALL.iter().map(|page| page.code())), help = translated(text!("For html: portfolio or lessons [default: portfolio]", "Pour html : portfolio ou lessons (le livre des leçons) [défaut : portfolio]")))]
    pub page: Option<String>,
    #[arg(long, value_name = "ID", help = translated(text!("For form: the sheet that it completes", "Pour form : la fiche qu'il complète")))]
    pub of: Option<String>,
    #[command(flatten)]
    pub selection: QueryArgs,
}

impl ExportArgs {
    /// For whom it is.
    pub fn audience(&self) -> Audience {
        match (self.public, self.all) {
            (true, _) => Audience::Public,
            (_, true) => Audience::All,
            _ => Audience::Members,
        }
    }

    /// What a page is about.
    pub fn page(&self) -> PageSort {
        let named = self.page.as_deref().and_then(choice::parse);
        named.unwrap_or(PageSort::Portfolio)
    }
}
