//! What is wrong with the command that was typed, in words.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::expand::requested_lang;
use crate::cli::help_lang::translated;
use crate::cli::localize::localized;
use crate::cli::synonyms;
use crate::lang::common::did_you_mean;
use crate::lang::{Lang, Text, phrase, text};

/// What stands before the words of an error that has no code.
pub const ERROR: Text = text!("error:", "erreur :");

/// The mistake in the command, in words.
pub(super) fn usage_error(error: &clap::Error, args: &[OsString], lang: Lang) -> String {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let valid = text(ContextKind::ValidValue);
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
        ErrorKind::TooManyValues => {
            phrase!("{arg} takes no value", "{arg} ne prend pas de valeur", arg)
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
        ErrorKind::InvalidUtf8 => {
            phrase!("an argument is not valid UTF-8", "un argument n'est pas de l'UTF-8 valide")
        }
        _ => phrase!("invalid command", "commande non valide"),
    };
    let near =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let suggested = near.into_iter().map(|kind| match error.get(kind) {
        // clap gives the likeliest last.
        Some(ContextValue::Strings(texts)) => texts.last().cloned().unwrap_or_default(),
        _ => text(kind),
    });
    // What it is called here comes before what is spelt like it.
    let synonym = synonyms::command_for(&text(ContextKind::InvalidSubcommand))
        .or_else(|| {
            synonyms::option_for(&arg).filter(|_| error.kind() == ErrorKind::UnknownArgument)
        })
        .or_else(|| synonyms::value_for(&value).filter(|here| valid.contains(here)));
    let near =
        synonym.map(str::to_owned).into_iter().chain(suggested).find(|near| !near.is_empty());
    let near = near.map(|near| {
        if near.starts_with("git ") { synonyms::by_git(&near) } else { did_you_mean(&near) }
    });
    if let Some(near) = near {
        words = phrase!("{words}; {near}", "{words} ; {near}", words, near);
    }
    if !valid.is_empty() {
        words = phrase!(
            "{words} (possible values: {valid})",
            "{words} (valeurs possibles : {valid})",
            words,
            valid,
        );
    }
    let known = localized(lang);
    let command =
        args.iter().filter_map(|arg| arg.to_str()).find(|arg| known.find_subcommand(arg).is_some());
    let command = command.map(|command| format!("{command} ")).unwrap_or_default();
    let flag = if requested_lang(args).is_some() {
        format!(" --lang {}", translated(text!("en", "fr")))
    } else {
        String::new()
    };
    let next = translated(text!("help:", "aide :"));
    let (error, words) = (ERROR.get(lang), words.get(lang));
    format!("{error} {words}\n{next} sheet {command}--help{flag}")
}
