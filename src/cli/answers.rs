//! The answers of an interview as options: one for each field of the table, under its short name.

use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches};

use crate::cli::help_lang::{heading, translated};
use crate::lang::text;
use crate::sheet::field::Field;
use crate::sheet::fields;

/// What was answered, in the order of the table.
#[derive(Default)]
pub struct Answers {
    pub values: Vec<(&'static Field, Vec<String>)>,
}

impl std::fmt::Debug for Answers {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        let given = self.values.iter().map(|(field, texts)| (field.key, texts));
        out.debug_map().entries(given).finish()
    }
}

impl Args for Answers {
    fn augment_args(command: Command) -> Command {
        command.args(fields::written().map(|field| {
            Arg::new(field.key)
                .long(field.short)
                .value_name("TEXT")
                .action(ArgAction::Append)
                .help_heading(heading(text!("Values for the fields:", "Valeurs des champs :")))
                .help(translated(field.about))
        }))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Answers::augment_args(command)
    }
}

impl FromArgMatches for Answers {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Answers, Error> {
        let texts =
            |field: &'static Field| Some((field, matches.get_many(field.key)?.cloned().collect()));
        Ok(Answers { values: fields::written().filter_map(texts).collect() })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Answers::from_arg_matches(matches)?;
        Ok(())
    }
}
