//! Puts the book together: its chapters, and the policy over its bytes.

use askama::Template;

use crate::config::Config;
use crate::export::book::chapters::{Chapter, Entry, chapters};
use crate::export::book::words::Words;
use crate::export::dress::Dress;
use crate::export::frame::Frame;
use crate::lang::{Lang, Phrase, phrase, plural};
use crate::sheet::model::Lessons;
use crate::sheet::{Sheet, fields};
use crate::value::lesson::found_in;

const STYLE: &str = concat!(include_str!("../base.css"), include_str!("book.css"));

#[derive(Template)]
#[template(path = "book/book.html", config = "src/export/askama.toml")]
struct Book<'a> {
    frame: Frame<'a>,
    lang: Lang,
    words: Words,
    lead: String,
    chapters: Vec<Chapter>,
}

impl Book<'_> {
    /// The sorts of lessons of a chapter, each under its name, nuggets beside difficulties.
    fn sorts<'c>(&self, chapter: &'c Chapter) -> Vec<(&'static str, &'c [Entry])> {
        let all = Lessons::SORTS.iter().zip(&chapter.sorts);
        let told = all.filter(|(_, entries)| !entries.is_empty());
        told.filter_map(|(key, entries)| {
            Some((fields::find(key)?.label.get(self.lang), entries.as_slice()))
        })
        .collect()
    }

    /// Where a lesson did not hold.
    fn contradicted(&self, entry: &Entry) -> Vec<String> {
        let told = found_in(&[], &entry.contradicted);
        told.iter().map(|words| words.get(self.lang).to_owned()).collect()
    }

    fn sheets(&self, count: &usize) -> String {
        plural::SHEET.count(*count, self.lang)
    }
}

/// The book of the lessons of these sheets.
///
/// # Errors
/// Where the template cannot be written out.
pub(in crate::export) fn render(
    sheets: &[&Sheet],
    config: &Config,
    dress: &Dress,
) -> askama::Result<String> {
    let lang = dress.lang;
    let book = Book {
        frame: Frame::of("book", STYLE, "", dress),
        lang,
        words: Words(lang),
        lead: lead(sheets).get(lang).to_owned(),
        chapters: chapters(sheets, config, lang),
    };
    book.render()
}

fn lead(sheets: &[&Sheet]) -> Phrase {
    let lessons = sheets.iter().map(|sheet| sheet.lessons.all().count()).sum();
    let telling = sheets.iter().filter(|sheet| sheet.lessons.all().next().is_some()).count();
    phrase!(
        "{lessons} from {sheets}, by tool; those that several sheets confirm come first.",
        "{lessons} de {sheets}, par outil ; d'abord celles que plusieurs fiches confirment.",
        lessons = plural::LESSON.phrase(lessons),
        sheets = plural::SHEET.phrase(telling),
    )
}
