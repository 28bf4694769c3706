//! `sheet ask`: to each person one message with one question, and nothing that is private.

use std::collections::{HashMap, HashSet};

use anyhow::Result;

use crate::cli::{AskArgs, FORM, MAIL};
use crate::commands::todo::nobody;
use crate::export::{self, ExportOptions, How, PageSort};
use crate::lang::{Phrase, phrase, plural};
use crate::portfolio::Portfolio;
use crate::report::ask::{self, Addressed};
use crate::session::{Context, Exit, Failure, selection, sheets};
use crate::sheet::Sheet;
use crate::sheet::ask::{Candidate, Message, Tag, candidates, choose, owed, people};
use crate::sheet::audience::Audience;
use crate::sheet::field::Names;
use crate::sheet::left_out::LeftOut;
use crate::sheet::lesson_address::{self, split};
use crate::sheet::rev::Exported;
use crate::text::fold::{contains_words, search_key};
use crate::text::nearest::nearest;

/// Those who work with the sheets: a message holds what they may read.
const AUDIENCE: Audience = Audience::Members;

/// Makes the messages; whatever is asked, nobody gets two.
pub(super) fn run(context: &Context, args: &AskArgs) -> Result<Exit> {
    let mut asked = asked(context, &args.selection.texts())?;
    let lessons = Sheets::read(context, &asked.lesson_sheets())?;
    asked.candidates.retain(|one| one.lesson.is_none() || lessons.open_lesson(one).is_some());
    let mut chosen = choose(asked.candidates);
    if let Some(typed) = &args.who {
        let who = search_key(typed);
        chosen.retain(|one| contains_words(&search_key(&one.who), &who));
        if !asked.people.iter().any(|name| contains_words(&search_key(name), &who)) {
            let words = asked.people.iter().flat_map(|name| name.split(' ').chain([name.as_str()]));
            return Err(Failure::no(nobody(typed, nearest(typed, words))).into());
        }
    }
    let about = Sheets::read(context, &chosen.iter().map(|one| one.id.clone()).collect())?;
    let organisation = context.loaded.config.organisation.as_deref();
    let people = context.loaded.config.vocabulary(Names::People);
    let messages = chosen.iter().filter_map(|one| {
        let (_, sheet) = about.find(&one.id)?;
        let lesson = lessons.open_lesson(one);
        let (address, lesson) = lesson.unzip();
        let tag = Tag { id: one.id.clone(), field: one.field, lesson: address };
        let message = Message::of(&one.who, tag, sheet.as_ref()?, lesson.as_deref(), organisation);
        let email = people.and_then(|people| people.email(&one.who)).unwrap_or_default();
        Some(Addressed { message, email: email.to_owned() })
    });
    let messages: Vec<Addressed> = messages.collect();
    if let Some(text) = leak(context, &messages, &about, &lessons) {
        return Err(Failure::no(text).into());
    }
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
        let is_hidden = !AUDIENCE.reads(sheet.visible_to());
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

/// Sheets by their ids, each whole and as those who are asked may read it.
struct Sheets(HashMap<String, (Sheet, Option<Sheet>)>);

impl Sheets {
    fn read(context: &Context, ids: &HashSet<String>) -> Result<Sheets> {
        if ids.is_empty() {
            return Ok(Sheets(HashMap::new()));
        }
        let collection = context.collection()?;
        let paths: Vec<_> = ids.iter().filter_map(|id| collection.path_of(id)).collect();
        let read: Portfolio<Sheet> = sheets::map_files(context, &paths, |entry| entry.sheet);
        // No message names another sheet than its own.
        let hidden = HashSet::new();
        let pair = |sheet: Sheet| {
            let readable = sheet.readable(AUDIENCE, &hidden);
            (sheet.id.clone(), (sheet, readable))
        };
        Ok(Sheets(read.answers.into_iter().map(pair).collect()))
    }

    fn find(&self, id: &str) -> Option<&(Sheet, Option<Sheet>)> {
        self.0.get(id)
    }

    /// The address and the text of the lesson that somebody is asked about, where it is still open
    /// whether it held there.
    fn open_lesson(&self, asked: &Candidate) -> Option<(String, String)> {
        let address = asked.lesson.as_deref()?;
        let lessons = &self.find(split(address).0)?.1.as_ref()?.lessons;
        let (name, _, lesson) = lesson_address::find(lessons, address)?;
        let address = lesson_address::address(split(address).0, name.digest);
        (!lesson.is_judged_in(&asked.id)).then(|| (address, lesson.text.clone()))
    }
}

/// Why the messages may not leave: one holds a text that its reader must not see.
fn leak(
    context: &Context,
    messages: &[Addressed],
    about: &Sheets,
    lessons: &Sheets,
) -> Option<Phrase> {
    let lang = context.lang();
    let pairs = about.0.values().chain(lessons.0.values());
    let left_out = LeftOut::of(pairs.map(|(whole, kept)| (whole, kept.as_ref())), lang);
    let texts: Vec<String> = messages.iter().map(|one| one.message.text(lang)).collect();
    let text = texts.iter().find_map(|text| left_out.within(text))?;
    Some(leaking(text))
}

fn leaking(text: &str) -> Phrase {
    let start = crate::text::clip::clip(text, 40);
    phrase!(
        "nothing was made: a message would hold a text that its reader must not see: {start}",
        "rien n'a été fait : un message contiendrait un texte que son destinataire ne doit pas \
         voir : {start}",
        start,
    )
}

/// The one question as a form, whose answer is a file for `sheet import`.
fn form(context: &Context, messages: &[Addressed], about: &Sheets) -> Result<()> {
    let [Addressed { message, .. }] = messages else {
        return Err(Failure::usage(phrase!(
            "--format html makes one form: choose a person with --who",
            "--format html fait un seul formulaire : choisissez une personne avec --who",
        ))
        .into());
    };
    let Tag { id, field, lesson } = &message.tag;
    let whole = about.find(id).filter(|_| lesson.is_none()).map(|(whole, _)| whole);
    let kept = whole.and_then(|whole| Exported::of(whole, AUDIENCE, &HashSet::new()));
    let how = export::find("form").map(|form| &form.how);
    let (Some(kept), Some(whole), Some(How::Bytes(make, texts))) = (kept, whole, how) else {
        return Err(Failure::no(phrase!(
            "this question is asked by mail only: --format mail",
            "cette question se pose seulement par mail : --format mail",
        ))
        .into());
    };
    let left_out = LeftOut::of([(whole, Some(&kept.sheet))].into_iter(), context.lang());
    let kept = [kept];
    let options = ExportOptions {
        lang: context.lang(),
        organisation: context.loaded.config.organisation.as_deref(),
        today: context.today,
        config: &context.loaded.config,
        logo: "",
        page: PageSort::Portfolio,
        of: kept.first(),
        question: Some(*field),
    };
    let made = make(&kept, &options)?;
    if let Some(text) = texts(&made.bytes).iter().find_map(|text| left_out.within(text)) {
        return Err(Failure::no(leaking(text)).into());
    }
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
            "{sheets} left out: private",
            "{sheets} en moins : privées",
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
                "no address for: {names}; `email` of `vocabulary: people:` in sheet.yaml",
                "pas d'adresse pour : {names} ; `email` de `vocabulary: people:` dans sheet.yaml",
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
