//! The command in the language of the person: clap itself knows English alone.

use std::cell::Cell;
use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory, FromArgMatches};

use super::Cli;
use crate::lang::{Lang, Text};

thread_local! {
    /// The language in which a command is being built; only [`command`] sets it.
    static SPOKEN: Cell<Lang> = const { Cell::new(Lang::En) };
}

/// The words of the language in which the command is being built.
pub fn say(en: &'static str, fr: &'static str) -> &'static str {
    Text::new(en, fr).say(SPOKEN.get())
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
    let matches = command(lang).try_get_matches_from(args.iter().map(negated));
    let cli = matches.and_then(|matches| Cli::from_arg_matches(&matches));
    cli.map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            Refused::Asked(error.render().to_string())
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Refused::Wrong(error.render().to_string())
        }
        ErrorKind::MissingSubcommand => Refused::Wrong(command(lang).render_help().to_string()),
        _ => Refused::Wrong(mistake(&error, &args, lang)),
    })
}

/// What of `sheet help` is no verb, but the language of queries.
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
    let verb = (1..args.len()).find(|at| {
        let name = args[*at].to_str().unwrap_or_default();
        let is_verb = name == "help" || known.find_subcommand(name).is_some();
        is_verb && !valued(&args[at - 1])
    });
    let mut args = args.to_vec();
    if let Some(at) = verb.filter(|at| args[*at] == "help") {
        if args.get(at + 1).is_some_and(|topic| topic == QUERY) {
            SPOKEN.set(lang);
            return Err(Refused::Asked(super::query_page()));
        }
        args.remove(at);
        args.push("--help".into());
    }
    Ok(args)
}

/// A term of a query that is negated with a hyphen, `-status:done`, in words that no option can
/// be mistaken for.
fn negated(arg: &OsString) -> OsString {
    let term = arg.to_str().and_then(|arg| arg.strip_prefix('-')).filter(|term| {
        let key = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-');
        let rest = term.trim_start_matches(key);
        !term.starts_with('-') && rest.starts_with([':', '=', '<', '>', '!', '"', '(', '«', '“'])
    });
    term.map_or_else(|| arg.clone(), |term| format!("not {term}").into())
}

/// The language that the arguments ask for, before they are understood.
pub fn asked(args: &[OsString]) -> Option<Lang> {
    Lang::read(value_of(args, "--lang")?)
}

/// The value of an option, before the arguments are understood.
pub fn value_of<'a>(args: &'a [OsString], option: &str) -> Option<&'a str> {
    let mut args = args.iter().filter_map(|arg| arg.to_str());
    while let Some(arg) = args.next() {
        match arg.strip_prefix(option) {
            Some("") => return args.next(),
            Some(value) if value.starts_with('=') => return Some(&value[1..]),
            _ => {}
        }
    }
    None
}

/// The command with all its words in a language.
pub fn command(lang: Lang) -> Command {
    SPOKEN.set(lang);
    localised(Cli::command(), true)
}

fn localised(command: Command, top: bool) -> Command {
    let usage = say("Usage:", "Usage :");
    let verbs = say("Verbs:", "Verbes :");
    let options = say("Options:", "Options :");
    let template = match top {
        true => format!(
            "{{about}}\n\n{usage} {{usage}}\n\n{verbs}\n{{subcommands}}\n\n{options}\n{{options}}{{after-help}}"
        ),
        false => format!("{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"),
    };
    let help = clap::Arg::new("help")
        .short('h')
        .long("help")
        .action(clap::ArgAction::Help)
        .help_heading(say("Options", "Options\u{a0}"))
        .help(say("Print help", "Affiche l'aide"));
    let command = command.disable_help_flag(true).arg(help).help_template(template);
    let command = match top {
        true => command.disable_version_flag(true).arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .action(clap::ArgAction::Version)
                .help_heading(say("Options", "Options\u{a0}"))
                .help(say("Print version", "Affiche la version")),
        ),
        false => command,
    };
    let command = command.mut_args(|arg| {
        if arg.get_help_heading().is_some() {
            return arg;
        }
        let heading = match arg.is_positional() {
            true => say("Arguments", "Arguments\u{a0}"),
            false => say("Options", "Options\u{a0}"),
        };
        arg.help_heading(heading)
    });
    command.mut_subcommands(|verb| localised(verb, false))
}

/// The mistake in the command, in words.
fn mistake(error: &clap::Error, args: &[OsString], lang: Lang) -> String {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let (arg, value) = (text(ContextKind::InvalidArg), text(ContextKind::InvalidValue));
    let words = match error.kind() {
        ErrorKind::UnknownArgument => {
            Text::new("there is no option `{arg}`", "il n'y a pas d'option « {arg} »")
        }
        ErrorKind::InvalidSubcommand => {
            Text::new("there is no verb `{verb}`", "il n'y a pas de verbe « {verb} »")
        }
        ErrorKind::MissingRequiredArgument => Text::new("{arg} is missing", "il manque {arg}"),
        ErrorKind::InvalidValue if value.is_empty() => {
            Text::new("{arg} needs a value", "{arg} attend une valeur")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Text::new(
            "`{value}` is no value for {arg}",
            "« {value} » n'est pas une valeur pour {arg}",
        ),
        ErrorKind::ArgumentConflict => Text::new(
            "{arg} stands twice, or beside what excludes it",
            "{arg} est donné deux fois, ou avec ce qui l'exclut",
        ),
        ErrorKind::MissingSubcommand => Text::new("a verb is missing", "il manque un verbe"),
        ErrorKind::InvalidUtf8 => {
            Text::new("an argument is not UTF-8", "un argument n'est pas en UTF-8")
        }
        _ => Text::new("the command is wrong", "la commande est fausse"),
    };
    let mut message = words.say(lang).replace("{arg}", &arg);
    message =
        message.replace("{value}", &value).replace("{verb}", &text(ContextKind::InvalidSubcommand));
    let near =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let nearest = |kind| match error.get(kind) {
        // clap gives the likeliest last.
        Some(ContextValue::Strings(texts)) => texts.last().cloned().unwrap_or_default(),
        _ => text(kind),
    };
    if let Some(near) = near.into_iter().map(nearest).find(|near| !near.is_empty()) {
        message += &Text::new("; did you mean {near}?", " ; vouliez-vous dire {near} ?")
            .say(lang)
            .replace("{near}", &near);
    }
    let valid = text(ContextKind::ValidValue);
    if !valid.is_empty() {
        message += &Text::new(" (possible: {valid})", " (possibles : {valid})")
            .say(lang)
            .replace("{valid}", &valid);
    }
    let known = command(lang);
    let verb =
        args.iter().filter_map(|arg| arg.to_str()).find(|arg| known.find_subcommand(arg).is_some());
    let verb = verb.map(|verb| format!("{verb} ")).unwrap_or_default();
    let flag =
        if asked(args).is_some() { format!(" --lang {}", say("en", "fr")) } else { String::new() };
    let next = say("for all of it:", "pour tout savoir :");
    format!("{message}\n{next} sheet {verb}--help{flag}")
}
