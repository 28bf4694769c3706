//! Node → [`Sheet`], collecting every finding on the way; it never fails and never stops early.
//!
//! It has one line per field. A key that no row of the table has is unknown.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::finding::{Finding, Fix, renamed};
use crate::lang::{Text, text};
use crate::sheet::canonical::is_below;
use crate::sheet::codes::{BAD_AMOUNT, BAD_DATE, BAD_DURATION, WRONG_TYPE};
use crate::sheet::decode::{Decoder, Members};
use crate::sheet::known::{KnownBySort, NOTHING_KNOWN};
use crate::sheet::model::{Description, ImportSource, Lessons, Outcome, Participation, Territory};
use crate::sheet::{Sheet, current_status, derived_end, fields, unknown};
use crate::text::{Position, Span};
use crate::value::date;
use crate::value::document::Document;
use crate::value::effort::{self, Effort};
use crate::value::lesson::{Lesson, Word};
use crate::value::moment::Moment;
use crate::value::money::{self, Cost, Currency, Share, ShareAmount, Tax};
use crate::value::organisation::Organisation;
use crate::value::person::Person;
use crate::yaml::node::Node;

/// What the reading of a tree gives.
#[derive(Clone, Debug)]
pub struct Decoded {
    pub sheet: Sheet,
    pub findings: Vec<Finding>,
}

/// Reads the tree of a sheet. `id` is the name of its file; `today` decides where a project
/// stands that does not say it.
pub fn decode(id: &str, node: &Node, today: NaiveDate) -> Decoded {
    decode_knowing(id, node, today, &NOTHING_KNOWN)
}

/// Reads the tree of a sheet where names are known, none of which is cut.
pub fn decode_knowing(id: &str, node: &Node, today: NaiveDate, known: &KnownBySort) -> Decoded {
    let mut decoder = Decoder::knowing(known);
    let mut sheet = decoder.members(node, sheet);
    sheet.id = id.to_owned();
    sheet.status_from_dates = current_status::status_from_dates(&sheet.dates, today);
    sheet.derived_end = derived_end::derived_end(&sheet.dates, sheet.status, today);
    // What could not be read was kept whole, and not asked for its members.
    let has_others = decoder.has_others || !decoder.unread.is_empty();
    sheet.unread = decoder.unread;
    sheet.uncertain = decoder.uncertain;
    let mut findings = decoder.findings;
    findings.extend(required(&sheet, node));
    if has_others {
        sheet.own = unknown::own(node);
        let mut unknown = unknown::keys(node, &sheet.unread);
        unknown.findings.retain(cut_from_texts(&findings));
        findings.extend(unknown.findings);
        sheet.unread.extend(unknown.unread);
    } else {
        // Each key was asked for, so that none is unknown, nor the user's own.
        debug_assert!(
            unknown::keys(node, &[]).findings.is_empty() && unknown::own(node).is_empty()
        );
    }
    findings.sort_by_key(|finding| finding.span);
    Decoded { sheet, findings }
}

/// Whether a key is one, and not the beginning of a text which these findings put together again.
fn cut_from_texts(findings: &[Finding]) -> impl Fn(&Finding) -> bool + use<> {
    let whole = findings.iter().filter_map(|finding| match finding.fix.as_deref() {
        Some(Fix::Text(span, _)) if finding.lint == &WRONG_TYPE => Some(span.start),
        _ => None,
    });
    let whole: BTreeSet<Position> = whole.collect();
    move |key| !whole.contains(&key.span.start)
}

fn sheet(decoder: &mut Decoder, top: &Members) -> Sheet {
    Sheet {
        id: String::new(),
        status_from_dates: None,
        derived_end: None,
        unread: Vec::new(),
        uncertain: Vec::new(),
        title: decoder.text(top, "title"),
        summary: decoder.text(top, "summary"),
        status: decoder.status(top),
        territory: decoder.group(top, "territory", |decoder, at| Territory {
            name: decoder.text(at, "name"),
            kind: decoder.choice(at, "kind"),
            population: decoder.number(at, "population"),
            address: decoder.text(at, "address"),
            insee: decoder.code(at, "insee"),
            qpv: decoder.code(at, "qpv"),
            latitude: decoder.degrees(at, "latitude"),
            longitude: decoder.degrees(at, "longitude"),
        }),
        commissioners: decoder.items(top, "commissioners", organisation_of),
        cost: cost(decoder, top),
        dates: decoder.dates(top),
        effort: effort_of(decoder, top),
        team: decoder.items(top, "team", person_of),
        partners: decoder.items(top, "partners", organisation_of),
        participation: decoder.group(top, "participation", |decoder, at| Participation {
            target: decoder.names(at, "target"),
            reached: decoder.number(at, "reached"),
        }),
        description: decoder.group(top, "description", |decoder, at| Description {
            request: decoder.text(at, "request"),
            proposal: decoder.text(at, "proposal"),
            moments: decoder.items(at, "moments", moment_of),
        }),
        tools: decoder.names(top, "tools"),
        outcome: decoder.group(top, "outcome", |decoder, at| Outcome {
            level: decoder.choice(at, "level"),
            text: decoder.text(at, "text"),
        }),
        lessons: decoder.group(top, "lessons", |decoder, at| Lessons {
            nuggets: decoder.items(at, "nuggets", lesson_of),
            difficulties: decoder.items(at, "difficulties", lesson_of),
            surprises: decoder.items(at, "surprises", lesson_of),
            words: decoder.items(at, "words", word_of),
            left_out: Vec::new(),
        }),
        documents: decoder.items(top, "documents", document_of),
        members: decoder.items(top, "members", person_of),
        related: decoder.ids(top, "related"),
        applied: decoder.ids(top, "applied"),
        visibility: decoder.choice(top, "visibility"),
        reviewed: decoder.value(top, "reviewed", &BAD_DATE, date::parse),
        source: decoder.group(top, "source", |decoder, at| ImportSource {
            kind: decoder.text(at, "kind"),
            id: decoder.text(at, "id"),
            url: decoder.text(at, "url"),
            imported: decoder.value(at, "imported", &BAD_DATE, date::parse),
            seen: decoder.group(at, "seen", digests_of),
        }),
        extra: decoder.kept(top, unknown::EXTRA),
        ignore: decoder.ids(top, "ignore").into_iter().map(code).collect(),
        own: Vec::new(),
    }
}

/// A field that is written as one text or as a mapping: the money of a project.
fn cost(decoder: &mut Decoder, top: &Members) -> Cost {
    let cost = decoder.group_or_value(top, "cost", &BAD_AMOUNT, money::parse, |decoder, at| Cost {
        amount: decoder.amount(at, "amount"),
        currency: decoder.coded(at, "currency", Currency::parse).unwrap_or_default(),
        tax: decoder.choice_by(at, "tax", Tax::parse),
        basis: decoder.choice(at, "basis"),
        estimated: decoder.flag(at, "estimated"),
        shares: decoder.items(at, "shares", share_of),
    });
    cost.unwrap_or_default()
}

fn effort_of(decoder: &mut Decoder, top: &Members) -> Effort {
    let before = decoder.findings.len();
    let effort = decoder
        .group_or_value(top, "effort", &BAD_DURATION, effort::parse, |decoder, at| Effort {
            days: decoder.decimal(at, "days"),
            hours: decoder.decimal(at, "hours"),
            note: decoder.text(at, "note"),
        })
        .unwrap_or_default();
    decoder.advise(before, &BAD_DURATION, WORKED);
    effort
}

const WORKED: Text = text!(
    "write the days or hours worked: 15 days, 100 hours",
    "écrivez les jours ou les heures de travail : 15 jours, 100 heures",
);

fn share_of(decoder: &mut Decoder, at: &Members) -> Option<Share> {
    let from = decoder.text(at, "from");
    let percent = decoder.decimal(at, "percent").map(ShareAmount::Percent);
    let amount = decoder.amount(at, "amount").map(ShareAmount::Amount);
    if percent.is_some() && amount.is_some() {
        decoder.reject_duplicate(at, "amount");
    }
    let part = percent.or(amount)?;
    Some(Share { from, part, own: decoder.own(at) })
}

fn organisation_of(decoder: &mut Decoder, at: &Members) -> Option<Organisation> {
    let organisation = Organisation {
        name: decoder.text(at, "name").unwrap_or_default(),
        contact: decoder.text(at, "contact"),
        siret: decoder.code(at, "siret"),
        own: decoder.own(at),
    };
    Some(organisation).filter(|organisation| !organisation.name.is_empty())
}

fn person_of(decoder: &mut Decoder, at: &Members) -> Option<Person> {
    let person = Person {
        name: decoder.text(at, "name").unwrap_or_default(),
        role: decoder.text(at, "role"),
        organisation: decoder.text(at, "organisation"),
        own: decoder.own(at),
    };
    Some(person).filter(|person| !person.name.is_empty())
}

fn lesson_of(decoder: &mut Decoder, at: &Members) -> Option<Lesson> {
    let lesson = Lesson {
        text: decoder.text(at, "text").unwrap_or_default(),
        when: decoder.text(at, "when"),
        action: decoder.text(at, "do"),
        tools: decoder.names(at, "tools"),
        by: decoder.text(at, "by"),
        visibility: decoder.choice(at, "visibility"),
        confirmed_in: decoder.ids(at, "confirmed-in"),
        contradicted_in: decoder.ids(at, "contradicted-in"),
        own: decoder.own(at),
    };
    Some(lesson).filter(|lesson| !lesson.text.is_empty())
}

fn word_of(decoder: &mut Decoder, at: &Members) -> Option<Word> {
    let word = Word {
        from: decoder.text(at, "from"),
        role: decoder.choice(at, "as"),
        text: decoder.text(at, "text").unwrap_or_default(),
        visibility: decoder.choice(at, "visibility"),
        own: decoder.own(at),
    };
    Some(word).filter(|word| !word.text.is_empty())
}

fn moment_of(decoder: &mut Decoder, at: &Members) -> Option<Moment> {
    let moment = Moment {
        date: decoder.value(at, "date", &BAD_DATE, date::parse),
        what: decoder.text(at, "what").unwrap_or_default(),
        why: decoder.text(at, "why"),
        own: decoder.own(at),
    };
    Some(moment).filter(|moment| !moment.what.is_empty())
}

fn document_of(decoder: &mut Decoder, at: &Members) -> Option<Document> {
    let document = Document {
        title: decoder.text(at, "title"),
        file: decoder.text(at, "file"),
        url: decoder.text(at, "url"),
        size: decoder.text(at, "size"),
        visibility: decoder.choice(at, "visibility"),
        own: decoder.own(at),
    };
    let told = [&document.title, &document.file, &document.url, &document.size];
    told.iter().any(|text| text.is_some()).then_some(document)
}

/// The digest of each key.
fn digests_of(decoder: &mut Decoder, at: &Members) -> Vec<(String, String)> {
    let keys = at.pairs().iter().map(|pair| &pair.key);
    keys.filter_map(|key| Some((key.to_string(), decoder.text(at, key)?))).collect()
}

/// The code of a finding, by today's name.
fn code(text: String) -> String {
    renamed(text.trim()).map_or(text, str::to_owned)
}

/// Tells which of the required fields are missing; one that is there and could not be read has its
/// finding already.
fn required(sheet: &Sheet, node: &Node) -> Vec<Finding> {
    fields::required()
        .filter(|field| (field.get)(sheet).is_missing())
        .filter(|field| !sheet.unread.iter().any(|unread| is_below(field.key, &unread.key)))
        .filter_map(|field| field.more.required)
        .map(|lint| {
            let first = node.pairs().first().map_or(Span::TOP, |pair| pair.key_span);
            Finding::new(lint, first, text!("in this sheet", "dans cette fiche"))
        })
        .collect()
}
