//! What can be typed for `ask`.

use std::sync::LazyLock;

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::cli::help_lang::{translated, translated_phrase};
use crate::cli::query_args::QueryArgs;
use crate::lang::{Phrase, list, phrase, text};
use crate::render::{FORMATS, Reader};

/// The format in which messages can be sent.
pub const MAIL: &str = "mail";

/// The format in which a question is a form.
pub const FORM: &str = "html";

/// The formats, by the table.
fn format_help() -> &'static str {
    static HELP: LazyLock<Phrase> = LazyLock::new(|| {
        let others = FORMATS.iter().filter(|format| format.reader != Reader::FindingsViewer);
        let names: Vec<&str> =
            others.map(|format| format.name).filter(|name| *name != FORM).collect();
        let names = list::or(&names);
        phrase!(
            "mail: to be sent; html: as a form, with --who; else {names} [default: text]",
            "mail : à envoyer ; html : un formulaire, avec --who ; sinon {names} [défaut : text]",
            names,
        )
    });
    translated_phrase(&HELP)
}

#[derive(Debug, Args)]
pub struct AskArgs {
    #[arg(id = "format", long = "format", value_name = "FORMAT", hide_possible_values = true,
        value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name).chain([MAIL])), help = format_help())]
    pub form: Option<String>,
    #[arg(long, value_name = "NAME", help = translated(text!("Only the message to this person", "Seulement le message à cette personne")))]
    pub who: Option<String>,
    #[command(flatten)]
    pub selection: QueryArgs,
}
