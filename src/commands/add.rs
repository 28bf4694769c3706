//! `sheet add`: a lesson, a word, a document, a tool, a person or any other item, in ten seconds.

use anyhow::Result;

use crate::cli::AddArgs;
use crate::commands::set::target;
use crate::lang::common::did_you_mean;
use crate::lang::{Phrase, Text, phrase, text};
use crate::session::apply;
use crate::session::assignment;
use crate::session::assignment::Assignment;
use crate::session::changes::Changes;
use crate::session::item_question::{self, ItemAnswer, ItemQuestion, LINE};
use crate::session::revision;
use crate::session::{Context, Exit, Failure};
use crate::sheet::ask::lesson_typed;
use crate::sheet::field::Field;
use crate::sheet::fields::{self, COOPERATIVE, TEAM, addable, word_of};
use crate::sheet::key::Key;
use crate::sheet::model::Dates;
use crate::sheet::shape::Shape;
use crate::terminal::answer::Answer;
use crate::terminal::prompt::Prompt;
use crate::tree::{Change, Tree};
use crate::value::any::{Record, Value};
use crate::value::document::{self, Document};
use crate::value::lesson::{Lesson, Word};
use crate::value::list::ListItem;
use crate::value::moment::Moment;
use crate::value::visibility::Visibility;

/// Adds the item at the end of its list.
pub(super) fn run(context: &Context, args: &AddArgs) -> Result<Exit> {
    let (id, words) = target(&args.operands, &args.bulk);
    let field = list_of(args)?;
    let typed = words.join(" ");
    let answer = if !typed.trim().is_empty() {
        ItemAnswer { text: typed, ..ItemAnswer::default() }
    } else if let Some(asked) = asked(context, args, field, id.is_some())? {
        asked
    } else {
        let what = &args.list;
        return Err(Failure::usage(phrase!(
            "missing sheet or text: sheet add {what} ID 'TEXT'",
            "il manque la fiche ou le texte : sheet add {what} FICHE 'TEXTE'",
            what,
        ))
        .into());
    };
    if let Some((option, fields)) = misplaced(args, field) {
        let words = fields.join(", ");
        return Err(Failure::usage(phrase!(
            "{option} can only be used with: {words}",
            "{option} ne s'emploie qu'avec : {words}",
            option,
            words,
        ))
        .into());
    }
    let mut assignments = Vec::new();
    let text = answer.text.trim();
    match item(args, field, text, answer.part) {
        Some(item) => {
            let item = Value::Record(item.as_ref()).written();
            assignments.push(Assignment::of(field.key, Change::Add(item)));
        }
        None => match assignment::parse_item(
            context,
            field.key,
            &Key::Field(field),
            text,
            &Dates::default(),
        ) {
            Ok(assignment) => {
                let assignment = match non_blank(&args.role) {
                    Some(role) => with_role(assignment, text, &role)?,
                    None => assignment,
                };
                match assignment::confirm_unless_many(context, assignment, &args.bulk)? {
                    Some(assignment) => assignments.extend(assignment.split()),
                    None => return Ok(revision::refuse(context, &[])),
                }
            }
            Err(diagnostics) => {
                context.show_diagnostics(&diagnostics);
                return Ok(revision::refuse(context, &[]));
            }
        },
    }
    apply::to_sheets(context, "add", id, &assignments, &args.write_args, &args.bulk)
}

/// The list that is meant: a member is one of the team, or with `--cooperative`, or by the key
/// `members`, one of the cooperative.
///
/// # Errors
/// No list is called so, or the option says nothing about it.
fn list_of(args: &AddArgs) -> Result<&'static Field> {
    let is_cooperative = args.cooperative || args.list == COOPERATIVE;
    let named = fields::find(&args.list).or_else(|| fields::labelled(&args.list));
    let named = named.filter(|field| word_of(field).is_some()).map(|field| field.key);
    let key = match named {
        Some(TEAM | COOPERATIVE) if is_cooperative => COOPERATIVE,
        Some(TEAM | COOPERATIVE) => TEAM,
        Some(_) if args.cooperative => {
            return Err(Failure::usage(phrase!(
                "--cooperative can only be used with: member",
                "--cooperative ne s'emploie qu'avec : member",
            ))
            .into());
        }
        Some(key) => key,
        None => return Err(Failure::usage(unknown_list(&args.list)).into()),
    };
    Ok(fields::find(key).ok_or_else(|| Failure::usage(unknown_list(key)))?)
}

const WHICH_LESSON: Text = text!(
    "a lesson is a nugget, a difficulty or a surprise",
    "une leçon est une pépite, une difficulté ou une surprise",
);

/// Says which lists there are, or the one that was probably meant.
fn unknown_list(typed: &str) -> Phrase {
    let called = fields::called(typed).filter(|field| word_of(field).is_some());
    let near = match called.or_else(|| fields::near(typed)) {
        Some(field) if matches!(field.shape, Shape::Lessons) && called.is_some() => {
            Some(WHICH_LESSON.into())
        }
        field => field.and_then(word_of).map(|(word, _)| {
            Phrase::per_lang(|lang| did_you_mean(word.get(lang)).get(lang).to_owned())
        }),
    };
    let known = Phrase::per_lang(|lang| {
        addable().map(|(_, word)| word.get(lang)).collect::<Vec<_>>().join(", ")
    });
    let near = near.unwrap_or_else(|| phrase!("possible: {known}", "possible : {known}", known));
    phrase!(
        "`{typed}` cannot be added to a sheet; {near}; as in: sheet add nugget ID 'TEXT'",
        "`{typed}` ne s'ajoute pas à une fiche ; {near} ; par exemple : sheet add pépite FICHE \
         'TEXTE'",
        typed,
        near,
    )
}

/// Asks for the text, and for what an item of the list has beside it, where somebody can be asked
/// and it is known for which sheet.
fn asked(
    context: &Context,
    args: &AddArgs,
    field: &Field,
    named: bool,
) -> Result<Option<ItemAnswer>> {
    let known = named || args.bulk.query.is_some();
    let Some(mut prompt) = (if known { Prompt::start(context.terminal)? } else { None }) else {
        return Ok(None);
    };
    context.note(&field.about.into());
    let given = args.action.is_some() || args.url.is_some() || args.file.is_some();
    let item = item_question::of(field).unwrap_or(LINE);
    let item = ItemQuestion { part: item.part.filter(|_| !given), mark: LINE.mark, ..item };
    let words = item.mark.get(context.lang());
    let answer = item.ask(context, &mut prompt, field, words, &ItemAnswer::default());
    Ok(match answer {
        Answer::Given((answer, _)) => Some(answer).filter(|answer| !answer.text.is_empty()),
        Answer::Back | Answer::End | Answer::Stopped => None,
    })
}

/// The options of `add`, each with the parts of a value that it may give.
const OPTIONS: [(&str, &[&str]); 7] = [
    ("--do", &["do"]),
    ("--when", &["when"]),
    ("--from", &["by", "from"]),
    ("--url", &["url"]),
    ("--file", &["file"]),
    ("--role", &["role"]),
    ("--private", &["visibility"]),
];

/// An option that says nothing about this field, and the lists for which it is.
fn misplaced(args: &AddArgs, field: &Field) -> Option<(&'static str, Vec<&'static str>)> {
    let AddArgs { action, when, from, url, file, role, .. } = args;
    let texts = [action, when, from, url, file, role].map(Option::is_some);
    let (option, parts) = OPTIONS
        .into_iter()
        .zip(texts.into_iter().chain([args.private]))
        .filter_map(|(option, given)| given.then_some(option))
        .find(|(_, parts)| !has_part(field, parts))?;
    let able = addable().filter(|(field, _)| has_part(field, parts));
    Some((option, able.map(|(_, word)| word.en).collect()))
}

/// Whether the items of a field have one of these parts.
fn has_part(field: &Field, parts: &[&str]) -> bool {
    field.shape.parts().iter().any(|part| parts.contains(&part.key))
}

/// What is to be added, where options can say more than the text, or the part that was asked.
fn item(
    args: &AddArgs,
    field: &Field,
    text: &str,
    part: Option<String>,
) -> Option<Box<dyn Record>> {
    let visibility = args.private.then_some(Visibility::Private);
    Some(match field.shape {
        Shape::Lessons => Box::new(Lesson {
            visibility,
            when: non_blank(&args.when),
            by: non_blank(&args.from),
            ..lesson_typed(text, part.or_else(|| non_blank(&args.action)))
        }),
        Shape::Words => Box::new(match non_blank(&args.from) {
            from @ Some(_) => Word { from, text: text.to_owned(), visibility, ..Word::default() },
            None => Word { visibility, ..Word::parse(text) },
        }),
        Shape::Documents => {
            let place = part.map(|part| document::parse(&part)).unwrap_or_default();
            let url = non_blank(&args.url).or(place.url);
            let file = non_blank(&args.file).or(place.file).or(place.title);
            let has_more = url.is_some() || file.is_some() || args.private;
            let read = has_more.then(|| document::parse(text))?;
            // Where the text names another place, it is the title with all that it says.
            let again =
                url.is_some() && read.url.is_some() || file.is_some() && read.file.is_some();
            let read = if again { Document::named(text) } else { read };
            let (url, file) = (url.or(read.url), file.or(read.file));
            Box::new(Document { url, file, visibility, ..read })
        }
        Shape::Moments => Box::new(Moment { why: Some(part?), ..Moment::parse(text) }),
        _ => return None,
    })
}

/// What was given for an option, if that says anything.
fn non_blank(option: &Option<String>) -> Option<String> {
    option.clone().filter(|text| !text.trim().is_empty())
}

/// The same people, each in this role; where nobody confirms a doubt, it stands before the text as
/// people write it.
///
/// # Errors
/// One of them has another role already.
fn with_role(assignment: Assignment, text: &str, role: &str) -> Result<Assignment> {
    let mut changes = Changes::new();
    for (path, change) in assignment.changes {
        let Change::Add(person) = change else {
            changes.push((path, change));
            continue;
        };
        let mut members = match person {
            Tree::Map(members) => members,
            name => vec![("name".to_owned(), name)],
        };
        match members.iter().find(|(key, _)| key == "role").map(|(_, other)| other) {
            None => members.insert(1, ("role".to_owned(), Tree::text(role))),
            Some(other) if *other == Tree::text(role) => {}
            Some(_) => {
                return Err(Failure::usage(phrase!(
                    "--role {role}: the text gives a role already; keep one of the two",
                    "--role {role} : le texte donne déjà un rôle ; gardez l'un des deux",
                    role,
                ))
                .into());
            }
        }
        changes.push((path, Change::Add(Tree::Map(members))));
    }
    let read = &assignment.read;
    Ok(Assignment {
        changes,
        typed: vec![Change::Add(Tree::text(format!("{role} : {text}")))],
        read: phrase!("{read} ({role})", "{read} ({role})", read, role),
        ..assignment
    })
}
