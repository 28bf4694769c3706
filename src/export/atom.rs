//! What is new as a feed, for readers of news.
//!
//! Source: RFC 4287, the Atom syndication format.

use askama::Template;
use chrono::NaiveDate;

use crate::lang::{Lang, Text};
use crate::report::digest::{Digest, NewSheet};
use crate::report::passages::{Attributed, with_when};
use crate::text::sanitize::printable;

#[derive(Template)]
#[template(path = "atom.xml", config = "src/export/askama.toml")]
struct Feed<'a> {
    lang: &'static str,
    title: String,
    author: &'a str,
    today: NaiveDate,
    entries: Vec<Entry>,
}

/// One thing that is new.
struct Entry {
    /// Which it is, the same in every feed that tells of it.
    id: String,
    title: String,
    text: String,
}

/// The feed of a day; its author is the organisation.
///
/// # Errors
/// Where the template cannot be written out.
pub fn feed(
    digest: &Digest,
    organisation: Option<&str>,
    today: NaiveDate,
    lang: Lang,
) -> askama::Result<String> {
    let sheets = digest.sheets().into_iter();
    let sheets = sheets.flat_map(|(key, words, sheets)| {
        sheets.iter().map(move |sheet| of_sheet(key, words, sheet, lang))
    });
    let lessons = digest.lessons().into_iter();
    let lessons = lessons.flat_map(|(key, words, lessons)| {
        lessons.iter().map(move |lesson| of_lesson(key, words, lesson, lang))
    });
    let feed = Feed {
        lang: lang.code(),
        title: digest.title().get(lang).to_owned(),
        author: organisation.unwrap_or("sheet"),
        today,
        entries: sheets.chain(lessons).collect(),
    };
    feed.render()
}

fn of_sheet(key: &str, words: Text, sheet: &NewSheet, lang: Lang) -> Entry {
    let parts = [&sheet.territory, &sheet.years.text, &sheet.summary];
    let parts: Vec<&str> =
        parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    entry(key, &sheet.id, &format!("{} · {}", words.get(lang), sheet.title), &parts.join("\n"))
}

fn of_lesson(key: &str, words: Text, lesson: &Attributed, lang: Lang) -> Entry {
    let address = lesson.address.as_ref().unwrap_or(&lesson.id);
    let action = lesson.passage.action.iter().map(|action| format!("→ {action}"));
    let found = lesson.evidence.found();
    let found = found.iter().map(|words| words.get(lang).to_owned());
    let lines: Vec<String> =
        std::iter::once(with_when(&lesson.passage, lang)).chain(action).chain(found).collect();
    entry(key, address, &format!("{} · {address}", words.get(lang)), &lines.join("\n"))
}

fn entry(key: &str, id: &str, title: &str, text: &str) -> Entry {
    // What is no letter of an address stands in it by its bytes.
    let id: String = id
        .bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || byte == b'-' {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect();
    // XML 1.0 holds neither these two nor controls.
    let fit = |text: &str| printable(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
    Entry { id: format!("urn:project-sheet:{key}:{id}"), title: fit(title), text: fit(text) }
}
