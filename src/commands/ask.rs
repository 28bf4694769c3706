//! `sheet ask`: to each person one message with one question, and nothing that is private.

use std::collections::HashSet;

use anyhow::Result;

use crate::cli::{AskArgs, FORM, MAIL};
use crate::commands::todo::nobody;
use crate::export::{self, ExportOptions, How, PageSort};
use crate::lang::{phrase, plural};
use crate::report::ask::{self, Addressed};
use crate::session::readable::{MEMBERS, ReadableSheets, refuse_leak};
use crate::session::{Context, Exit, Failure, selection, sheets};
use crate::sheet::ask::{Candidate, Message, Tag, candidates, choose, owed, people};
use crate::sheet::field::Names;
use crate::sheet::left_out::LeftOut;
use crate::sheet::lesson_address::{address, split};
use crate::sheet::rev::Exported;
use crate::text::fold::{contains_words, search_key};
use crate::text::nearest::nearest;

/// Makes the messages; whatever is asked, nobody gets two.
pub(super) fn run(context: &Context, args: &AskArgs) -> Result<Exit> {
    let mut asked = asked(context, &args.selection.texts())?;
    let lessons = ReadableSheets::read(context, &asked.lesson_sheets())?;
    let open = |one: &Candidate| lessons.open_lesson(one.lesson.as_deref()?, &one.id);
    asked.candidates.retain(|one| one.lesson.is_none() || open(one).is_some());
    let mut chosen = choose(asked.candidates);
    if let Some(typed) = &args.who {
        let who = search_key(typed);
        chosen.retain(|one| contains_words(&search_key(&one.who), &who));
        if !asked.people.iter().any(|name| contains_words(&search_key(name), &who)) {
            let words = asked.people.iter().flat_map(|name| name.split(' ').chain([name.as_str()]));
            return Err(Failure::no(nobody(typed, nearest(typed, words))).into());
        }
    }
    let about = ReadableSheets::read(context, &chosen.iter().map(|one| one.id.clone()).collect())?;
    let organisation = context.loaded.config.organisation.as_deref();
    let people = context.loaded.config.vocabulary(Names::People);
    let messages = chosen.iter().filter_map(|one| {
        let sheet = about.readable(&one.id)?;
        let (name, lesson) = open(one).unzip();
        let lesson_sheet = one.lesson.as_deref().map(|stored| split(stored).0);
        let address = lesson_sheet.zip(name).map(|(id, name)| address(id, name.digest));
        let tag = Tag { id: one.id.clone(), field: one.field, lesson: address };
        let text = lesson.map(|lesson| lesson.text.as_str());
        let message = Message::of(&one.who, tag, sheet, text, organisation);
        let email = people.and_then(|people| people.email(&one.who)).unwrap_or_default();
        Some(Addressed { message, email: email.to_owned() })
    });
    let messages: Vec<Addressed> = messages.collect();
    refuse_leak(&ReadableSheets::left_out([&about, &lessons], context.lang()), |look| {
        messages.iter().for_each(|one| look(&one.message.text(context.lang())));
    })?;
    match args.form.as_deref() {
        Some(FORM) => form(context, &messages, &about)?,
        Some(MAIL) => {
            let mails = ask::mails(&messages, context.lang());
            context.answer_with(|out| out.write_all(mails.as_bytes()))?;
        }
        _ => context.answer(&ask::report(&messages, context.lang()))?,
    }
    tell(context, args, &messages, asked.unnamed, asked.hidden);
    Ok(Exit::Success)
}

/// What can be asked about the sheets that a query selects.
struct Asked {
    candidates: Vec<Candidate>,
    people: Vec<String>,
    /// How many sheets lack something and name nobody.
    unnamed: usize,
    /// How many are private.
    hidden: usize,
}

fn asked(context: &Context, texts: &[String]) -> Result<Asked> {
    let selection = selection::selection(context, texts)?;
    let of_each = sheets::map_selected(context, &selection, |entry| {
        let sheet = &entry.sheet;
        let is_hidden = !MEMBERS.reads(sheet.visible_to());
        let names: Vec<String> = people(sheet).into_iter().map(str::to_owned).collect();
        let is_unnamed = owed(sheet).iter().any(|one| one.who.is_none());
        let candidates = if is_hidden { Vec::new() } else { candidates(sheet) };
        (candidates, names, is_unnamed && !is_hidden, is_hidden)
    })?;
    let mut asked = Asked { candidates: Vec::new(), people: Vec::new(), unnamed: 0, hidden: 0 };
    for (candidates, people, is_unnamed, is_hidden) in of_each.answers {
        asked.candidates.extend(candidates);
        asked.people.extend(people);
        asked.unnamed += usize::from(is_unnamed);
        asked.hidden += usize::from(is_hidden);
    }
    Ok(asked)
}

impl Asked {
    /// The ids of the sheets whose lessons are asked about.
    fn lesson_sheets(&self) -> HashSet<String> {
        let lessons = self.candidates.iter().filter_map(|one| one.lesson.as_deref());
        lessons.map(|address| split(address).0.to_owned()).collect()
    }
}

/// The one question as a form, whose answer is a file for `sheet import`.
fn form(context: &Context, messages: &[Addressed], about: &ReadableSheets) -> Result<()> {
    let [Addressed { message, .. }] = messages else {
        return Err(Failure::usage(phrase!(
            "--format html makes one form: choose a person with --who",
            "--format html fait un seul formulaire : choisissez une personne avec --who",
        ))
        .into());
    };
    let Tag { id, field, lesson } = &message.tag;
    let whole = about.whole(id).filter(|_| lesson.is_none());
    let kept = whole.and_then(|whole| Exported::of(whole, MEMBERS, &HashSet::new()));
    let how = export::find("form").map(|form| &form.how);
    let (Some(kept), Some(whole), Some(How::Bytes(make, texts))) = (kept, whole, how) else {
        return Err(Failure::no(phrase!(
            "this question is asked by mail only: --format mail",
            "cette question se pose seulement par mail : --format mail",
        ))
        .into());
    };
    let left_out = LeftOut::of(whole.without(Some(&kept.sheet)), [&kept.sheet], context.lang());
    let options = ExportOptions {
        lang: context.lang(),
        organisation: context.loaded.config.organisation.as_deref(),
        today: context.today,
        config: &context.loaded.config,
        logo: "",
        page: PageSort::Portfolio,
        of: Some(&kept),
        question: Some(*field),
        threads: context.threads,
    };
    let made = make([kept.clone()].into(), &options)?;
    refuse_leak(&left_out, |look| texts(&made.bytes, look))?;
    context.answer_with(|out| out.write_all(&made.bytes))
}

/// Says how the messages go, and who gets none.
fn tell(context: &Context, args: &AskArgs, messages: &[Addressed], unnamed: usize, hidden: usize) {
    if unnamed > 0 && args.who.is_none() {
        context.note(&phrase!(
            "{sheets} with something missing and nobody to ask: sheet todo",
            "{sheets} à compléter, sans personne à qui demander : sheet todo",
            sheets = plural::SHEET.phrase(unnamed),
        ));
    }
    if hidden > 0 {
        context.note(&phrase!(
            "left out as private: {sheets}",
            "en moins, car de diffusion privée : {sheets}",
            sheets = plural::SHEET.phrase(hidden),
        ));
    }
    if messages.is_empty() {
        return context.note(&phrase!("nothing left to ask", "plus rien à demander"));
    }
    let count = plural::MESSAGE.phrase(messages.len());
    if args.form.as_deref() == Some(MAIL) {
        let silent = messages.iter().filter(|one| one.email.is_empty());
        let names: Vec<&str> = silent.map(|one| one.message.who.as_str()).collect();
        if !names.is_empty() {
            let names = names.join(", ");
            context.note(&phrase!(
                "no e-mail address for: {names}; add `email` under `vocabulary: people:` in sheet.yaml",
                "pas d'adresse e-mail pour : {names} ; ajoutez `email` sous `vocabulary: people:` dans \
                 sheet.yaml",
                names,
            ));
        }
    }
    context.note(&phrase!(
        "{count}; save a reply in a file, then: sheet import FILE",
        "{count} ; enregistrez une réponse dans un fichier, puis : sheet import FICHIER",
        count,
    ));
}
