//! The command in the language of the person: clap itself knows English alone.

use clap::{Command, CommandFactory};

use crate::cli::args::Cli;
use crate::cli::guide::examples;
use crate::cli::help_lang::{heading, set_language, translated};
use crate::lang::{Lang, Text, text};

const OPTIONS: Text = text!("Options:", "Options :");
/// The options that every command takes, which stand after its own.
const COMMON: Text = text!("Common options:", "Options communes :");

/// The command with all its words in a language.
pub fn localized(lang: Lang) -> Command {
    set_language(lang);
    with_words(Cli::command(), true)
}

fn with_words(command: Command, top: bool) -> Command {
    let usage = translated(text!("Usage:", "Usage :"));
    let help = clap::Arg::new("help")
        .short('h')
        .long("help")
        .action(clap::ArgAction::Help)
        .help_heading(heading(COMMON))
        .help(translated(text!("Print help", "Affiche l'aide")));
    let command = command
        .disable_help_flag(true)
        .arg(help)
        .help_template(format!("{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"));
    let command = if top {
        command.disable_version_flag(true).arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .action(clap::ArgAction::Version)
                .help_heading(heading(COMMON))
                .help(translated(text!("Print version", "Affiche la version"))),
        )
    } else {
        let after = [Some(examples(command.get_name())), command.get_after_help().map(styled)];
        command.after_help(after.into_iter().flatten().collect::<Vec<_>>().join("\n\n"))
    };
    let command = command.subcommand_value_name(translated(text!("COMMAND", "COMMANDE")));
    let mut order = 0;
    let command = command.mut_args(|arg| {
        let arg = with_placeholder(arg);
        let arg = if arg.is_positional() {
            order += 1;
            // As they are typed, not by their names.
            arg.display_order(order)
        } else {
            arg
        };
        if arg.get_help_heading().is_some() {
            return arg;
        }
        let heading = if top {
            heading(COMMON)
        } else if arg.is_positional() {
            heading(text!("Arguments:", "Arguments :"))
        } else {
            heading(OPTIONS)
        };
        arg.help_heading(heading)
    });
    command.mut_subcommands(|command| with_words(command, false))
}

fn styled(text: &clap::builder::StyledStr) -> String {
    text.to_string()
}

/// What stands for a value in the help, in both languages.
const PLACEHOLDERS: [Text; 33] = [
    text!("AMOUNT", "MONTANT"),
    text!("COMMAND", "COMMANDE"),
    text!("DIR", "DOSSIER"),
    text!("EDITOR", "ÉDITEUR"),
    text!("FILE", "FICHIER"),
    text!("FOLDER", "DOSSIER"),
    text!("ID", "FICHE"),
    text!("ID,…", "FICHE,…"),
    text!("ID KEY", "FICHE CLÉ"),
    text!("ID KEY=VALUE", "FICHE CLÉ=VALEUR"),
    text!("ID TEXT", "FICHE TEXTE"),
    text!("KEY", "CLÉ"),
    text!("KEY,…", "CLÉ,…"),
    text!("KEY[,KEY]", "CLÉ[,CLÉ]"),
    text!("KEYS", "CLÉS"),
    text!("KIND", "SORTE"),
    text!("SIGN", "SIGNE"),
    text!("LANG", "LANGUE"),
    text!("NAME", "NOM"),
    text!("NEW", "NOUVEAU"),
    text!("OLD", "ANCIEN"),
    text!("PATH", "CHEMIN"),
    text!("QUERY", "REQUÊTE"),
    text!("REV", "RÉVISION"),
    text!("ROLE", "RÔLE"),
    text!("SEVERITY", "GRAVITÉ"),
    text!("SIDE", "CÔTÉ"),
    text!("STATUS", "STATUT"),
    text!("TEXT", "TEXTE"),
    text!("TOOL", "OUTIL"),
    text!("WHAT", "QUOI"),
    text!("WHEN", "QUAND"),
    text!("YEAR", "ANNÉE"),
];

/// An argument whose value has a name in the language: `KEY,…` is `CLÉ,…`.
fn with_placeholder(arg: clap::Arg) -> clap::Arg {
    let names = arg.get_value_names().unwrap_or_default();
    let known = |name: &str| PLACEHOLDERS.iter().find(|known| known.en == name);
    if names.iter().all(|name| known(name).is_none()) {
        return arg;
    }
    let names: Vec<clap::builder::Str> = names.to_vec();
    let told =
        |name: clap::builder::Str| known(&name).map_or(name, |known| translated(*known).into());
    arg.value_names(names.into_iter().map(told))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::query_args::FILTERS;

    /// What follows a heading stands under it: a command has its own options before the filters.
    #[test]
    fn only_filters_stand_under_the_heading_of_filters() {
        for command in localized(Lang::En).get_subcommands() {
            let filters = command.get_arguments();
            let filters = filters.filter(|arg| arg.get_help_heading() == Some("Filters"));
            for id in filters.map(|arg| arg.get_id().as_str()) {
                assert!(FILTERS.contains(&id) || id == "query", "{id} of {}", command.get_name());
            }
        }
    }

    #[test]
    fn every_name_of_a_value_is_told_in_the_language() {
        let command = localized(Lang::Fr);
        let names = command.get_subcommands().flat_map(Command::get_arguments);
        let names = names.flat_map(|arg| arg.get_value_names().unwrap_or_default());
        let known = |name: &&clap::builder::Str| PLACEHOLDERS.iter().any(|known| known.en == *name);
        let same = |name: &&clap::builder::Str| PLACEHOLDERS.iter().any(|known| known.fr == *name);
        let left: Vec<_> = names.filter(known).filter(|name| !same(name)).collect();
        assert!(left.is_empty(), "{left:?}");
    }
}
