//! What `brief --premortem` says: the project has failed, and why similar ones would know.

use crate::lang::{Lang, Phrase, Text, date, phrase, text};
use crate::report::passages::{self, Attributed, KindLabel};
use crate::report::{Block, Cell, FieldCell, Report, Tone};
use crate::search::Passage;
use crate::sheet::Sheet;
use crate::sheet::fields;
use crate::sheet::model::Lessons;
use crate::value::outcome_level::Level;

/// So many of the closest sheets are asked.
pub const SHEETS: usize = 12;

/// So many reasons are shown: a screen, from which people go on by themselves.
const REASONS: usize = 8;

/// The month in which people imagine to be: June of the next year.
const MONTH: u32 = 6;

/// Why a project like this sheet's might fail: how it failed itself, which of its lessons did not
/// hold elsewhere, and what was difficult.
pub fn reasons(sheet: &Sheet, lang: Lang) -> Vec<Attributed> {
    let failed = sheet.outcome.level == Some(Level::Failed);
    let outcome = sheet.outcome.text.as_deref().filter(|_| failed);
    let outcome = outcome.and_then(|text| {
        let field = fields::find("outcome.text")?;
        Some(Passage::of_field(field, text))
    });
    let lessons = sheet.lessons.each();
    let told = lessons.filter(|(key, _, lesson)| {
        *key == Lessons::DIFFICULTIES || !lesson.contradicted_in.is_empty()
    });
    let told = told.map(|(key, index, lesson)| Passage::of(key, index, lesson));
    outcome.into_iter().chain(told).map(|one| Attributed::of(one, sheet, lang)).collect()
}

/// The report of the reasons of the closest sheets, in a year after the one that is given.
pub fn report(close: impl IntoIterator<Item = Vec<Attributed>>, year: i32, lang: Lang) -> Report {
    let mut reasons = passages::once(close.into_iter().flatten());
    // How projects failed, and which lessons did not hold, is what the other views do not show.
    reasons.sort_by_key(|one| {
        let rare = one.address.is_none() || !one.evidence.contradicted_in.is_empty();
        (!rare, one.evidence.rank())
    });
    reasons.truncate(REASONS);
    let month = Phrase::per_lang(|lang| date::month(year + 1, MONTH, lang));
    let imagined = phrase!(
        "We are in {month}. The project has failed.",
        "Nous sommes en {month}. Le projet a échoué.",
        month,
    );
    let machine = Cell::text(format!("{}-{MONTH:02}", year + 1));
    let fields = vec![FieldCell::for_machines("month", machine)];
    let mut report = Report::new("premortem")
        .with(Block::Fields { key: "imagined", fields })
        .with(Block::Line(imagined.get(lang).to_owned(), Tone::Strong));
    if !reasons.is_empty() {
        report.blocks.push(Block::Heading(BECAUSE.get(lang).to_owned()));
    }
    let table = passages::table("reasons", &reasons, KindLabel::InRow, lang);
    report.blocks.push(Block::Table(table));
    report.with(Block::Line(QUESTION.get(lang).to_owned(), Tone::Plain))
}

const BECAUSE: Text = text!("It failed because…", "Il a échoué parce que…");
const QUESTION: Text = text!(
    "And why else? Write down alone, for five minutes, why it failed; then read the reasons to each \
     other, and say for each what to do now.",
    "Et pour quelle autre raison ? Écrivez chacun de votre côté, pendant cinq minutes, pourquoi il a \
     échoué ; lisez-vous ensuite les raisons, et dites pour chacune quoi faire dès maintenant.",
);
