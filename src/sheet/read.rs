//! Node → [`Sheet`], collecting every finding on the way; it never fails and never stops early.
//!
//! It has one line per field. A key that none of the lines asks for is unknown.

use chrono::NaiveDate;

use crate::finding::{Finding, renamed};
use crate::lang::{Text, text};
use crate::sheet::codes::{BAD_AMOUNT, BAD_DATE, BAD_DURATION, MISSING_TERRITORY, MISSING_TITLE};
use crate::sheet::model::{Dates, Description, Lessons, Origin, Outcome, Participation, Territory};
use crate::sheet::reader::{Of, Reader, Split};
use crate::sheet::{Sheet, status, unknown};
use crate::text::Span;
use crate::value::document::{self, Document};
use crate::value::effort::{self, Effort};
use crate::value::lesson::{Lesson, Word};
use crate::value::money::{self, Cost, Currency, Part, Share};
use crate::value::organisation::{self, Organisation};
use crate::value::person::{self, People, Person};
use crate::value::{date, duration, official_code};
use crate::yaml::node::Node;

/// What the reading of a tree gives.
#[derive(Clone, Debug)]
pub struct Read {
    pub sheet: Sheet,
    pub findings: Vec<Finding>,
}

/// Reads the tree of a sheet. `id` is the name of its file; `today` decides where a project
/// stands that does not say it.
pub fn read(id: &str, node: &Node, today: NaiveDate) -> Read {
    let mut reader = Reader::default();
    let mut sheet = sheet(&mut reader, node);
    sheet.id = id.to_owned();
    sheet.standing = status::standing(&sheet.dates, today);
    sheet.unread = reader.unread;
    sheet.doubts = reader.doubts;
    let mut findings = reader.findings;
    findings.extend(required(&sheet, node));
    for stranger in unknown::keys(node) {
        findings.push(stranger.finding);
        sheet.unread.push(stranger.unread);
    }
    findings.sort_by_key(|finding| finding.span);
    Read { sheet, findings }
}

fn sheet(reader: &mut Reader, top: &Node) -> Sheet {
    Sheet {
        id: String::new(),
        standing: None,
        unread: Vec::new(),
        doubts: Vec::new(),
        title: reader.text(top, "title"),
        summary: reader.text(top, "summary"),
        status: reader.choice(top, "status"),
        territory: reader.group(top, "territory", |reader, at| Territory {
            name: reader.text(at, "name"),
            kind: reader.choice(at, "kind"),
            population: reader.number(at, "population"),
            address: reader.text(at, "address"),
            insee: reader.identifier(at, "insee", official_code::insee),
            qpv: reader.identifier(at, "qpv", official_code::qpv),
            latitude: reader.decimal(at, "latitude"),
            longitude: reader.decimal(at, "longitude"),
        }),
        commissioners: reader.items(top, "commissioners", organisations, organisation_of),
        cost: cost(reader, top),
        dates: reader.group(top, "dates", |reader, at| Dates {
            start: reader.value(at, "start", &BAD_DATE, date::read),
            end: reader.value(at, "end", &BAD_DATE, date::read),
            duration: reader.value(at, "duration", &BAD_DURATION, duration::read),
        }),
        effort: effort_of(reader, top),
        team: reader.items(top, "team", people, person_of),
        partners: reader.items(top, "partners", organisations, organisation_of),
        participation: reader.group(top, "participation", |reader, at| Participation {
            target: reader.texts(at, "target"),
            reached: reader.number(at, "reached"),
        }),
        description: reader.group(top, "description", |reader, at| Description {
            request: reader.text(at, "request"),
            proposal: reader.text(at, "proposal"),
        }),
        tools: reader.texts(top, "tools"),
        outcome: reader.group(top, "outcome", |reader, at| Outcome {
            level: reader.choice(at, "level"),
            text: reader.text(at, "text"),
        }),
        lessons: reader.group(top, "lessons", |reader, at| Lessons {
            nuggets: reader.items(at, "nuggets", one(Lesson::of), lesson_of),
            difficulties: reader.items(at, "difficulties", one(Lesson::of), lesson_of),
            surprises: reader.items(at, "surprises", one(Lesson::of), lesson_of),
            words: reader.items(at, "words", words, word_of),
        }),
        documents: reader.items(top, "documents", one(document::read), document_of),
        members: reader.items(top, "members", people, person_of),
        related: reader.texts(top, "related"),
        visibility: reader.choice(top, "visibility"),
        reviewed: reader.value(top, "reviewed", &BAD_DATE, date::read),
        source: reader.group(top, "source", |reader, at| Origin {
            kind: reader.text(at, "kind"),
            id: reader.text(at, "id"),
            url: reader.text(at, "url"),
            imported: reader.value(at, "imported", &BAD_DATE, date::read),
        }),
        extra: reader.kept(top, "extra"),
        ignore: reader.texts(top, "ignore").into_iter().map(code).collect(),
        own: unknown::own(top),
    }
}

/// A field that is written as one text or as a mapping: the money of a project.
fn cost(reader: &mut Reader, top: &Node) -> Cost {
    let cost = reader.group_or_value(top, "cost", &BAD_AMOUNT, money::read, |reader, at| Cost {
        amount: reader.amount(at, "amount"),
        currency: reader.coded(at, "currency", Currency::read).unwrap_or_default(),
        tax: reader.choice(at, "tax"),
        basis: reader.choice(at, "basis"),
        estimated: reader.flag(at, "estimated"),
        shares: reader.items(at, "shares", one_share, share_of),
    });
    cost.unwrap_or_default()
}

fn effort_of(reader: &mut Reader, top: &Node) -> Effort {
    let read = |reader: &mut Reader, at: &Node| Effort {
        days: reader.decimal(at, "days"),
        hours: reader.decimal(at, "hours"),
        note: reader.text(at, "note"),
    };
    reader.group_or_value(top, "effort", &BAD_DURATION, effort::read, read).unwrap_or_default()
}

fn share_of(reader: &mut Reader, at: &Node) -> Option<Share> {
    let from = reader.text(at, "from");
    let percent = reader.decimal(at, "percent").map(Part::Percent);
    let amount = reader.amount(at, "amount").map(Part::Amount);
    if percent.is_some() && amount.is_some() {
        reader.one_too_many(at, "amount");
    }
    let part = percent.or(amount)?;
    Some(Share { from, part, own: reader.own(at) })
}

fn organisation_of(reader: &mut Reader, at: &Node) -> Option<Organisation> {
    let organisation = Organisation {
        name: reader.text(at, "name").unwrap_or_default(),
        contact: reader.text(at, "contact"),
        siret: reader.identifier(at, "siret", official_code::siret),
        own: reader.own(at),
    };
    Some(organisation).filter(|organisation| !organisation.name.is_empty())
}

fn person_of(reader: &mut Reader, at: &Node) -> Option<Person> {
    let person = Person {
        name: reader.text(at, "name").unwrap_or_default(),
        role: reader.text(at, "role"),
        organisation: reader.text(at, "organisation"),
        own: reader.own(at),
    };
    Some(person).filter(|person| !person.name.is_empty())
}

fn lesson_of(reader: &mut Reader, at: &Node) -> Option<Lesson> {
    let lesson = Lesson {
        text: reader.text(at, "text").unwrap_or_default(),
        when: reader.text(at, "when"),
        action: reader.text(at, "do"),
        tools: reader.texts(at, "tools"),
        by: reader.text(at, "by"),
        visibility: reader.choice(at, "visibility"),
        confirmed_in: reader.texts(at, "confirmed-in"),
        own: reader.own(at),
    };
    Some(lesson).filter(|lesson| !lesson.text.is_empty())
}

fn word_of(reader: &mut Reader, at: &Node) -> Option<Word> {
    let word = Word {
        from: reader.text(at, "from"),
        text: reader.text(at, "text").unwrap_or_default(),
        visibility: reader.choice(at, "visibility"),
        own: reader.own(at),
    };
    Some(word).filter(|word| !word.text.is_empty())
}

fn document_of(reader: &mut Reader, at: &Node) -> Option<Document> {
    let document = Document {
        title: reader.text(at, "title"),
        file: reader.text(at, "file"),
        url: reader.text(at, "url"),
        size: reader.text(at, "size"),
        visibility: reader.choice(at, "visibility"),
        own: reader.own(at),
    };
    Some(document).filter(|document| *document != Document::default())
}

/// The reading of a list item that is written as text and holds one value.
fn one<T>(read: impl Fn(&str) -> T) -> impl Fn(&str, Of) -> Split<T> {
    move |text, _| vec![read(text)].into()
}

/// Words in a text of a whole field: each line that names its speaker begins one.
fn words(text: &str, of: Of) -> Split<Word> {
    let named = |line: &str| Word::read(line).from.is_some();
    let several = text.lines().filter(|line| named(line)).count() > 1;
    if of == Of::Item || !several {
        let doubt = several.then(|| SPEAKERS.into());
        return Split { doubt, ..vec![Word::read(text)].into() };
    }
    let mut words: Vec<String> = Vec::new();
    for line in text.lines() {
        match words.last_mut() {
            Some(last) if !named(line) => *last += &format!("\n{line}"),
            _ => words.push(line.to_owned()),
        }
    }
    words.iter().map(|text| Word::read(text)).collect::<Vec<_>>().into()
}

const SPEAKERS: Text = text!(
    "perhaps several people: start the word of each with a `-`",
    "il y a peut-être plusieurs personnes : commencez le petit mot de chacune par un `-`",
);

/// The code of a finding, by today's name.
fn code(text: String) -> String {
    renamed(text.trim()).map_or(text, str::to_owned)
}

/// A share written as text, `50 % subvention`.
fn one_share(text: &str, _: Of) -> Split<Share> {
    money::share(text).into_iter().collect::<Vec<_>>().into()
}

fn people(text: &str, _: Of) -> Split<Person> {
    let People { people, left } = person::split(text);
    Split { values: people, left, doubt: None }
}

/// A field may name several organisations in one text; an item of a list is one, even where it
/// looks like two, because its writer has told them apart already.
fn organisations(text: &str, of: Of) -> Split<Organisation> {
    match of {
        Of::Field => organisation::split(text).into(),
        Of::Item => vec![organisation::read(text)].into(),
    }
}

/// Tells which of the two required fields are missing; one that is there and could not be read
/// has its finding already.
fn required(sheet: &Sheet, node: &Node) -> Vec<Finding> {
    let fields = [
        ("title", sheet.title.is_none(), &MISSING_TITLE),
        ("territory.name", sheet.territory.name.is_none(), &MISSING_TERRITORY),
    ];
    let written = |key: &str| sheet.unread.iter().any(|unread| key.starts_with(&unread.key));
    let missing = fields.into_iter().filter(|(key, missing, _)| *missing && !written(key));
    missing
        .map(|(_, _, kind)| {
            let first = node.pairs().first().map_or(Span::TOP, |pair| pair.key_span);
            Finding::new(kind, first, text!("in this sheet", "dans cette fiche"))
        })
        .collect()
}
