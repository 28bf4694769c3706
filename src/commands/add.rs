//! `sheet add`: a lesson, a word, a document, a tool or a person, in ten seconds.

use anyhow::Result;

use crate::cli::{AddArgs, Addition};
use crate::commands::{Context, Exit};
use crate::sheet::document;
use crate::sheet::lesson::{Lesson, Word};
use crate::sheet::person;
use crate::sheet::value::{Record, Value};
use crate::source::edit::Change;
use crate::source::tree::Tree;

/// Adds the item at the end of its list.
pub fn run(context: &Context, args: &AddArgs) -> Result<Exit> {
    let text = args.text.join(" ");
    let items = items(args, text.trim());
    let key = match args.what {
        Addition::Nugget => "lessons.nuggets",
        Addition::Difficulty => "lessons.difficulties",
        Addition::Surprise => "lessons.surprises",
        Addition::Word => "lessons.words",
        Addition::Document => "documents",
        Addition::Tool => "tools",
        Addition::Member => "members",
    };
    let changes: Vec<(String, Change)> =
        items.into_iter().map(|item| (key.to_owned(), Change::Add(item))).collect();
    let collection = context.collection()?;
    match context.named(&collection, &args.id)? {
        Some(path) => context.change(&collection, &path, &changes),
        None => Ok(Exit::No),
    }
}

/// What is to be added, as a sheet writes it.
fn items(args: &AddArgs, text: &str) -> Vec<Tree> {
    let written = |record: &dyn Record| Value::Record(record).written();
    match args.what {
        Addition::Nugget | Addition::Difficulty | Addition::Surprise => {
            let lesson = Lesson {
                action: args.action.clone(),
                when: args.when.clone(),
                by: args.from.clone(),
                ..Lesson::of(text)
            };
            vec![written(&lesson)]
        }
        Addition::Word => {
            let word = match &args.from {
                Some(from) => {
                    Word { from: Some(from.clone()), text: text.to_owned(), visibility: None }
                }
                None => Word::read(text),
            };
            vec![written(&word)]
        }
        Addition::Document => {
            let read = document::read(text);
            let document = document::Document {
                url: args.url.clone().or(read.url.clone()),
                file: args.file.clone().or(read.file.clone()),
                ..read
            };
            vec![written(&document)]
        }
        Addition::Tool => vec![Tree::text(text)],
        Addition::Member => {
            let people = person::split(text).people.into_iter().map(|person| person::Person {
                role: args.role.clone().or(person.role.clone()),
                ..person
            });
            people.map(|person| written(&person)).collect()
        }
    }
}
