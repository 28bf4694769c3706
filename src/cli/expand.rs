//! The arguments before clap reads them: `help` as an option, options before texts.

use std::ffi::OsString;

use clap::Command;

use crate::cli::early_exit::EarlyExit;
use crate::cli::help_lang::set_language;
use crate::cli::localize::localized;
use crate::cli::query_help::query_page;
use crate::cli::synonyms::is_query_topic;
use crate::lang::Lang;

/// `sheet help COMMAND` is `sheet COMMAND --help`.
///
/// # Errors
/// The page of `sheet help query`.
pub(super) fn expand_help(args: &[OsString], lang: Lang) -> Result<Vec<OsString>, EarlyExit> {
    if !args.iter().any(|arg| arg == "help") {
        return Ok(args.to_vec());
    }
    let known = localized(Lang::En);
    let valued = |arg: &OsString| {
        ["--dir", "--format", "--lang", "--color", "--today"].iter().any(|name| arg == name)
    };
    let command = (1..args.len()).find(|at| {
        let name = args[*at].to_str().unwrap_or_default();
        let is_command = name == "help" || known.find_subcommand(name).is_some();
        is_command && !valued(&args[at - 1])
    });
    let mut args = args.to_vec();
    if let Some(at) = command.filter(|at| args[*at] == "help") {
        if args.get(at + 1).and_then(|topic| topic.to_str()).is_some_and(is_query_topic) {
            set_language(lang);
            return Err(EarlyExit::Help(query_page()));
        }
        args.remove(at);
        args.push("--help".into());
    }
    Ok(args)
}

/// The arguments of a command that takes texts, its options first: what begins with a hyphen and
/// is no option is a text, to the letter. Two hyphens before a word are always an option.
pub(super) fn options_first(args: &[OsString], known: &Command) -> Vec<OsString> {
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
        let is_value = |value: &OsString| {
            let value = name(value);
            !value.starts_with("--") && option(command, &value).is_none()
        };
        let value = rest.next_if(|next| is_value(next));
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
        let more = found.and_then(clap::Arg::get_num_args).map_or(1, |count| count.max_values());
        options.extend((1..more).map_while(|_| rest.next_if(|next| is_value(next)).cloned()));
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
pub fn requested_lang(args: &[OsString]) -> Option<Lang> {
    Lang::parse(option_value(args, "--lang")?)
}

/// The value of an option, before the arguments are understood.
pub fn option_value<'a>(args: &'a [OsString], option: &str) -> Option<&'a str> {
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
