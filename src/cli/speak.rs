//! The command in the language of the person: clap itself knows English alone.

use std::cell::Cell;
use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory, FromArgMatches};

use crate::cli::Cli;
use crate::lang::common::did_you_mean;
use crate::lang::{Lang, Text, phrase, text};

thread_local! {
    /// The language in which a command is being built; only [`command`] sets it.
    static SPOKEN: Cell<Lang> = const { Cell::new(Lang::En) };
}

/// The words of the language in which the command is being built.
pub fn say(text: Text) -> &'static str {
    text.say(SPOKEN.get())
}

/// What came of the arguments, if they are no command to carry out.
#[derive(Debug)]
pub enum Refused {
    /// Help or the version was asked for: an answer.
    Asked(String),
    /// The command is wrong.
    Wrong(String),
}

/// Understands the arguments.
///
/// # Errors
/// What to answer where there is nothing to carry out.
pub fn parse(args: &[OsString], lang: Lang) -> Result<Cli, Refused> {
    let args = helped(args, lang)?;
    let mut command = command(lang);
    let args = texts_last(&args, &command);
    let matches = command.try_get_matches_from_mut(&args);
    let cli = matches.and_then(|matches| Cli::from_arg_matches(&matches));
    cli.map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            Refused::Asked(error.render().to_string())
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Refused::Wrong(error.render().to_string())
        }
        ErrorKind::MissingSubcommand => {
            Refused::Wrong(self::command(lang).render_help().to_string())
        }
        _ => Refused::Wrong(mistake(&error, &args, lang)),
    })
}

/// What of `sheet help` is no command, but the language of queries.
const QUERY: &str = "query";

/// `sheet help VERB` is `sheet VERB --help`.
///
/// # Errors
/// The page of `sheet help query`.
fn helped(args: &[OsString], lang: Lang) -> Result<Vec<OsString>, Refused> {
    if !args.iter().any(|arg| arg == "help") {
        return Ok(args.to_vec());
    }
    let known = command(Lang::En);
    let valued = |arg: &OsString| {
        ["--dir", "--format", "--lang", "--color", "--today"].iter().any(|name| arg == name)
    };
    let command = (1..args.len()).find(|at| {
        let name = args[*at].to_str().unwrap_or_default();
        let is_verb = name == "help" || known.find_subcommand(name).is_some();
        is_verb && !valued(&args[at - 1])
    });
    let mut args = args.to_vec();
    if let Some(at) = command.filter(|at| args[*at] == "help") {
        if args.get(at + 1).is_some_and(|topic| topic == QUERY) {
            SPOKEN.set(lang);
            return Err(Refused::Asked(super::query_page()));
        }
        args.remove(at);
        args.push("--help".into());
    }
    Ok(args)
}

/// The arguments of a command that takes texts, its options first: what begins with a hyphen and
/// is no option is a text, to the letter. Two hyphens before a word are always an option.
fn texts_last(args: &[OsString], known: &Command) -> Vec<OsString> {
    let name = |arg: &OsString| arg.to_str().map(str::to_owned).unwrap_or_default();
    let mut at = 1;
    while at < args.len() && known.find_subcommand(name(&args[at])).is_none() {
        let valued = option(known, &name(&args[at])).is_some_and(takes_value);
        at += 1 + usize::from(valued && !name(&args[at]).contains('='));
    }
    let command = args.get(at).and_then(|arg| known.find_subcommand(name(arg)));
    let Some(command) = command else {
        return args.to_vec();
    };
    let takes_texts = command.get_positionals().next().is_some();
    let (mut options, mut texts) = (args[..=at].to_vec(), Vec::new());
    let mut rest = args[at + 1..].iter().peekable();
    while let Some(arg) = rest.next() {
        let text = name(arg);
        if text == "--" {
            texts.extend(rest.by_ref().cloned());
            break;
        }
        let found = option(command, &text).or_else(|| option(known, &text));
        if takes_texts && found.is_none() && !looks_like_an_option(&text) {
            texts.push(arg.clone());
            continue;
        }
        options.push(arg.clone());
        if !found.is_some_and(takes_value) || text.contains('=') {
            continue;
        }
        let value = |value: &&OsString| {
            let value = name(value);
            !value.starts_with("--") && option(command, &value).is_none()
        };
        let value = rest.next_if(value);
        match value {
            // Glued to its option, a value may begin with a hyphen.
            Some(value) if name(value).starts_with('-') && name(value).len() > 1 => {
                if let Some(option) = options.last_mut() {
                    option.push("=");
                    option.push(value);
                }
            }
            Some(value) => options.push(value.clone()),
            None => {}
        }
    }
    if texts.iter().any(|text| name(text).starts_with('-')) {
        options.push("--".into());
    }
    options.extend(texts);
    options
}

/// The option of a command that an argument names, `--dir`, `--dir=…` or `-y`.
fn option<'c>(command: &'c Command, arg: &str) -> Option<&'c clap::Arg> {
    let long = arg.strip_prefix("--").map(|name| name.split('=').next().unwrap_or(name));
    let mut letters = arg.strip_prefix('-').unwrap_or_default().chars();
    let short = letters.next().filter(|_| letters.next().is_none());
    command.get_arguments().find(|known| match long {
        Some(long) => known.get_long() == Some(long),
        None => short.is_some() && known.get_short() == short,
    })
}

fn takes_value(option: &clap::Arg) -> bool {
    matches!(option.get_action(), clap::ArgAction::Set | clap::ArgAction::Append)
}

/// Whether an argument can only have been meant for an option: `--year`, `-v`.
fn looks_like_an_option(arg: &str) -> bool {
    let letter = |c: char| c.is_ascii_alphabetic();
    match arg.strip_prefix("--") {
        Some(long) => long.starts_with(letter),
        None => {
            arg.strip_prefix('-').is_some_and(|short| short.len() == 1 && short.starts_with(letter))
        }
    }
}

/// The language that the arguments ask for, before they are understood.
pub fn asked(args: &[OsString]) -> Option<Lang> {
    Lang::parse(value_of(args, "--lang")?)
}

/// The value of an option, before the arguments are understood.
pub fn value_of<'a>(args: &'a [OsString], option: &str) -> Option<&'a str> {
    let mut args = args.iter().take_while(|arg| *arg != "--").filter_map(|arg| arg.to_str());
    while let Some(arg) = args.next() {
        match arg.strip_prefix(option) {
            Some("") => return args.next(),
            Some(value) if value.starts_with('=') => return Some(&value[1..]),
            _ => {}
        }
    }
    None
}

/// What stands before the words of an error that has no code.
pub const ERROR: Text = text!("error:", "erreur :");

const OPTIONS: Text = text!("Options:", "Options :");

/// A heading without its colon, which clap writes.
pub fn heading(text: Text) -> &'static str {
    say(text).trim_end_matches(':')
}

/// The command with all its words in a language.
pub fn command(lang: Lang) -> Command {
    SPOKEN.set(lang);
    localised(Cli::command(), true)
}

fn localised(command: Command, top: bool) -> Command {
    let usage = say(text!("Usage:", "Usage :"));
    let commands = say(text!("Commands:", "Commandes :"));
    let options = say(OPTIONS);
    let template = if top {
        format!(
            "{{about}}\n\n{usage} {{usage}}\n\n{commands}\n{{subcommands}}\n\n{options}\n{{options}}{{after-help}}"
        )
    } else {
        format!("{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}")
    };
    let help = clap::Arg::new("help")
        .short('h')
        .long("help")
        .action(clap::ArgAction::Help)
        .help_heading(heading(OPTIONS))
        .help(say(text!("Print help", "Affiche l'aide")));
    let command = command.disable_help_flag(true).arg(help).help_template(template);
    let command = if top {
        command.disable_version_flag(true).arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .action(clap::ArgAction::Version)
                .help_heading(heading(OPTIONS))
                .help(say(text!("Print version", "Affiche la version"))),
        )
    } else {
        command
    };
    let command = command.subcommand_value_name(say(text!("COMMAND", "COMMANDE")));
    let command = command.mut_args(|arg| {
        let arg = with_placeholder(arg);
        if arg.get_help_heading().is_some() {
            return arg;
        }
        let heading = if arg.is_positional() {
            heading(text!("Arguments:", "Arguments :"))
        } else {
            heading(OPTIONS)
        };
        arg.help_heading(heading)
    });
    command.mut_subcommands(|command| localised(command, false))
}

/// What stands for a value in the help, in both languages.
const PLACEHOLDERS: [Text; 26] = [
    text!("AMOUNT", "MONTANT"),
    text!("DIR", "DOSSIER"),
    text!("FILE", "FICHIER"),
    text!("FOLDER", "DOSSIER"),
    text!("ID", "FICHE"),
    text!("ID KEY", "FICHE CLÉ"),
    text!("ID KEY=VALUE", "FICHE CLÉ=VALEUR"),
    text!("ID TEXT", "FICHE TEXTE"),
    text!("KEY", "CLÉ"),
    text!("KEY,…", "CLÉ,…"),
    text!("KEY[,KEY]", "CLÉ[,CLÉ]"),
    text!("LANG", "LANGUE"),
    text!("NAME", "NOM"),
    text!("NEW", "NOUVEAU"),
    text!("OLD", "ANCIEN"),
    text!("PATH", "CHEMIN"),
    text!("QUERY", "REQUÊTE"),
    text!("REV", "RÉVISION"),
    text!("ROLE", "RÔLE"),
    text!("SEVERITY", "GRAVITÉ"),
    text!("STATUS", "STATUT"),
    text!("TEXT", "TEXTE"),
    text!("TOOL", "OUTIL"),
    text!("WHAT", "QUOI"),
    text!("WHEN", "QUAND"),
    text!("YEAR", "ANNÉE"),
];

/// An argument whose value has a name in the language: `KEY,…` is `CLÉ,…`.
fn with_placeholder(arg: clap::Arg) -> clap::Arg {
    let name = arg.get_value_names().and_then(|names| names.first()).map(|name| name.as_str());
    match PLACEHOLDERS.iter().find(|known| Some(known.en) == name) {
        Some(known) => arg.value_name(say(*known)),
        None => arg,
    }
}

/// The mistake in the command, in words.
fn mistake(error: &clap::Error, args: &[OsString], lang: Lang) -> String {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let (arg, value) = (text(ContextKind::InvalidArg), text(ContextKind::InvalidValue));
    let mut words = match error.kind() {
        ErrorKind::UnknownArgument if !arg.starts_with('-') => {
            phrase!("unexpected argument `{arg}`", "argument en trop : `{arg}`", arg)
        }
        ErrorKind::UnknownArgument => {
            phrase!("unknown option `{arg}`", "option inconnue : `{arg}`", arg)
        }
        ErrorKind::InvalidSubcommand => {
            let name = text(ContextKind::InvalidSubcommand);
            phrase!("unknown command `{name}`", "commande inconnue : `{name}`", name)
        }
        ErrorKind::MissingRequiredArgument => phrase!("missing: {arg}", "il manque : {arg}", arg),
        ErrorKind::InvalidValue if value.is_empty() => {
            phrase!("{arg} needs a value", "{arg} attend une valeur", arg)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => phrase!(
            "invalid value `{value}` for {arg}",
            "valeur `{value}` non valide pour {arg}",
            value,
            arg,
        ),
        ErrorKind::ArgumentConflict => phrase!(
            "{arg} is given twice, or with an option that excludes it",
            "{arg} est donné deux fois, ou avec une option incompatible",
            arg,
        ),
        ErrorKind::MissingSubcommand => phrase!("missing command", "il manque une commande"),
        ErrorKind::InvalidUtf8 => {
            phrase!("an argument is not valid UTF-8", "un argument n'est pas de l'UTF-8 valide")
        }
        _ => phrase!("invalid command", "commande non valide"),
    };
    let near =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let nearest = |kind| match error.get(kind) {
        // clap gives the likeliest last.
        Some(ContextValue::Strings(texts)) => texts.last().cloned().unwrap_or_default(),
        _ => text(kind),
    };
    if let Some(near) = near.into_iter().map(nearest).find(|near| !near.is_empty()) {
        words = phrase!("{words}; {near}", "{words} ; {near}", words, near = did_you_mean(&near));
    }
    let valid = text(ContextKind::ValidValue);
    if !valid.is_empty() {
        words = phrase!(
            "{words} (possible values: {valid})",
            "{words} (valeurs possibles : {valid})",
            words,
            valid,
        );
    }
    let known = command(lang);
    let command =
        args.iter().filter_map(|arg| arg.to_str()).find(|arg| known.find_subcommand(arg).is_some());
    let command = command.map(|command| format!("{command} ")).unwrap_or_default();
    let flag = if asked(args).is_some() {
        format!(" --lang {}", say(text!("en", "fr")))
    } else {
        String::new()
    };
    let next = say(text!("help:", "aide :"));
    let (error, words) = (ERROR.say(lang), words.say(lang));
    format!("{error} {words}\n{next} sheet {command}--help{flag}")
}
