//! What `digest` says: what is new since a day, for the mail that goes to everybody.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate};

use crate::lang::{Lang, Phrase, Text, date, phrase, text};
use crate::report::passages::{self, Attributed, KindLabel};
use crate::report::{Block, Cell, Column, FieldCell, Report, Table, Tone};
use crate::search::Passage;
use crate::sheet::Sheet;
use crate::sheet::lesson_address::LessonDigest;
use crate::value::lesson::Lesson;
use crate::value::status::Status;

/// What is new.
#[derive(Clone, Debug)]
pub struct Digest {
    pub since: NaiveDate,
    pub today: NaiveDate,
    /// Sheets that were not there, and projects that were not finished.
    pub new: Vec<NewSheet>,
    pub finished: Vec<NewSheet>,
    /// Lessons that were not there, and those that held somewhere since, or did not.
    pub learnt: Vec<Attributed>,
    pub confirmed: Vec<Attributed>,
    pub contradicted: Vec<Attributed>,
    /// A lesson of an earlier year, at the same time of the year.
    pub season: Option<Attributed>,
}

/// A sheet as it is announced.
#[derive(Clone, Debug)]
pub struct NewSheet {
    pub id: String,
    pub title: String,
    pub territory: String,
    pub years: Cell,
    pub summary: String,
}

impl NewSheet {
    fn of(sheet: &Sheet, lang: Lang) -> NewSheet {
        NewSheet {
            id: sheet.id.clone(),
            title: sheet.name().to_owned(),
            territory: sheet.territory.name.clone().unwrap_or_default(),
            years: Cell::years(sheet, lang),
            summary: sheet.summary.clone().unwrap_or_default(),
        }
    }
}

/// Compares the sheets with what they were on a day, by their ids; those that were not there are new.
pub fn compare(
    now: &[&Sheet],
    then: &HashMap<String, Sheet>,
    (since, today): (NaiveDate, NaiveDate),
    lang: Lang,
) -> Digest {
    let mut digest = Digest {
        since,
        today,
        new: Vec::new(),
        finished: Vec::new(),
        learnt: Vec::new(),
        confirmed: Vec::new(),
        contradicted: Vec::new(),
        season: season(now, today, lang),
    };
    // What is called done before its end is not; an end that may have been is one.
    let is_done = |sheet: &Sheet, by: NaiveDate| {
        let derived = || sheet.derived_end.map(|end| end.day);
        let end = sheet.dates.end.map(|end| end.first()).or_else(derived);
        sheet.current_status() == Some(Status::Done) && end.is_none_or(|end| end <= by)
    };
    let was_done = |sheet: &Sheet| since.pred_opt().is_some_and(|before| is_done(sheet, before));
    for sheet in now {
        let before = then.get(&sheet.id);
        match before {
            None => digest.new.push(NewSheet::of(sheet, lang)),
            Some(before) if is_done(sheet, today) && !was_done(before) => {
                digest.finished.push(NewSheet::of(sheet, lang));
            }
            Some(_) => {}
        }
        let known: HashMap<LessonDigest, &Lesson> = before
            .iter()
            .flat_map(|before| before.lessons.all())
            .map(|lesson| (LessonDigest::of(&lesson.text), lesson))
            .collect();
        for (key, index, lesson) in sheet.lessons.each() {
            let told = || Attributed::of(Passage::of(key, index, lesson), sheet, lang);
            let Some(known) = known.get(&LessonDigest::of(&lesson.text)) else {
                digest.learnt.push(told());
                continue;
            };
            if has_more(&lesson.confirmed_in, &known.confirmed_in) {
                digest.confirmed.push(told());
            }
            if has_more(&lesson.contradicted_in, &known.contradicted_in) {
                digest.contradicted.push(told());
            }
        }
    }
    for lessons in [&mut digest.learnt, &mut digest.confirmed, &mut digest.contradicted] {
        *lessons = passages::once(std::mem::take(lessons));
        lessons.sort_by_cached_key(|one| one.evidence.rank());
    }
    digest
}

fn has_more(now: &[String], then: &[String]) -> bool {
    let then: HashSet<&String> = then.iter().collect();
    now.iter().any(|id| !then.contains(id))
}

/// A lesson of a project that ended a year ago or more, in this season; each month another one, those
/// first that several sheets say or that say what to do.
fn season(sheets: &[&Sheet], today: NaiveDate, lang: Lang) -> Option<Attributed> {
    let season = |day: NaiveDate| day.month0().div_ceil(3) % 4;
    let is_past = |sheet: &&&Sheet| {
        let period = sheet.period();
        let days = [period.first(), period.last()];
        period.last().is_some_and(|last| last.year() < today.year())
            && days.into_iter().flatten().any(|day| season(day) == season(today))
    };
    let lessons = sheets.iter().filter(is_past).flat_map(|sheet| {
        let lessons = sheet.lessons.each();
        lessons.map(|(key, index, lesson)| {
            Attributed::of(Passage::of(key, index, lesson), sheet, lang)
        })
    });
    let mut lessons = passages::once(lessons);
    lessons.sort_by_cached_key(|one| one.evidence.rank());
    let best = lessons.first()?.evidence.rank();
    lessons.retain(|one| one.evidence.rank() == best);
    let month = usize::try_from(today.year() * 12).ok()? + today.month0() as usize;
    let place = month % lessons.len();
    lessons.into_iter().nth(place)
}

impl Digest {
    /// What it is called, and since when.
    pub fn title(&self) -> Phrase {
        let day = Phrase::per_lang(|lang| {
            date::day(self.since.year(), self.since.month(), self.since.day(), lang)
        });
        phrase!("What is new since {day}", "Ce qui est nouveau depuis le {day}", day)
    }

    /// The parts that tell of sheets, each with its key and its name.
    pub fn sheets(&self) -> [(&'static str, Text, &[NewSheet]); 2] {
        [
            ("new", text!("New sheets", "Nouvelles fiches"), &self.new),
            ("finished", text!("Finished projects", "Projets terminés"), &self.finished),
        ]
    }

    /// The parts that tell of lessons.
    pub fn lessons(&self) -> [(&'static str, Text, &[Attributed]); 4] {
        [
            ("learnt", text!("New lessons", "Nouvelles leçons"), &self.learnt),
            ("confirmed", text!("Confirmed lessons", "Leçons confirmées"), &self.confirmed),
            (
                "contradicted",
                text!("Contradicted lessons", "Leçons contredites"),
                &self.contradicted,
            ),
            (
                "season",
                text!("A lesson of this season", "Une leçon de saison"),
                self.season.as_slice(),
            ),
        ]
    }

    /// Whether nothing has happened.
    fn is_quiet(&self) -> bool {
        let news = [&self.learnt, &self.confirmed, &self.contradicted];
        self.new.is_empty() && self.finished.is_empty() && news.iter().all(|news| news.is_empty())
    }
}

/// The report of what is new.
pub fn report(digest: &Digest, lang: Lang) -> Report {
    let title = digest.title().get(lang).to_owned();
    let since = FieldCell::for_machines("since", Cell::text(digest.since.to_string()));
    let mut report = Report::new("digest")
        .with(Block::Title { text: title, subtitle: digest.today.to_string() })
        .with(Block::Fields { key: "digest", fields: vec![since] });
    if digest.is_quiet() {
        report.blocks.push(Block::Line(QUIET.get(lang).to_owned(), Tone::Plain));
    }
    for (key, heading, sheets) in digest.sheets() {
        let news: Vec<(&str, &NewSheet)> = sheets.iter().map(|sheet| (key, sheet)).collect();
        push(&mut report, heading, Table::of("sheets", &news, &columns(), lang), lang);
    }
    for (key, heading, lessons) in digest.lessons() {
        push(&mut report, heading, passages::table(key, lessons, KindLabel::InRow, lang), lang);
    }
    report
}

fn push(report: &mut Report, heading: Text, table: Table, lang: Lang) {
    if !table.rows.is_empty() {
        report.blocks.push(Block::Heading(heading.get(lang).to_owned()));
    }
    report.blocks.push(Block::Table(table));
}

const QUIET: Text = text!("Nothing new.", "Rien de nouveau.");

fn columns<'a>() -> [Column<(&'static str, &'a NewSheet)>; 6] {
    type Row<'a> = (&'static str, &'a NewSheet);
    [
        Column::for_machines("news", |(news, _): &Row, _| Cell::text(*news)),
        Column::new("id", text!("Sheet", "Fiche"), |(_, one): &Row, _| {
            Cell::text(&one.id).with_tone(Tone::Strong)
        }),
        Column::new("title", text!("Title", "Titre"), |(_, one): &Row, _| Cell::text(&one.title)),
        Column::new("territory.name", text!("Territory", "Territoire"), |(_, one): &Row, _| {
            Cell::text(&one.territory)
        }),
        Column::new("year", text!("Year", "Année"), |(_, one): &Row, _| one.years.clone()),
        Column::new("summary", text!("Summary", "En bref"), |(_, one): &Row, _| {
            Cell::text(&one.summary)
        })
        .optional(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::date;

    #[test]
    fn a_project_is_finished_once() {
        let day = |text: &str| date::parse(text).value().expect("a date").first();
        let sheet = |status, end: &str| {
            let mut sheet = Sheet { id: "a".to_owned(), status: Some(status), ..Sheet::default() };
            sheet.dates.end = date::parse(end).value();
            sheet
        };
        use Status::{Done, Ongoing};
        for (then, now, since, today, is_finished) in [
            ((Ongoing, "2026"), (Done, "2026"), "2026-10-01", "2026-11-01", true),
            ((Done, "2026"), (Done, "2026"), "2026-11-01", "2026-12-01", false),
            ((Done, "2026-12-31"), (Done, "2026-12-31"), "2026-11-01", "2026-12-01", false),
            ((Done, "2026-12-31"), (Done, "2026-12-31"), "2026-12-01", "2027-01-01", true),
            ((Done, "2026-12-31"), (Done, "2026-12-31"), "2027-01-01", "2027-02-01", false),
            ((Done, ""), (Done, ""), "2026-11-01", "2026-12-01", false),
            ((Ongoing, ""), (Done, ""), "2026-11-01", "2026-12-01", true),
        ] {
            let [then, now] = [then, now].map(|(status, end)| sheet(status, end));
            let before = HashMap::from([("a".to_owned(), then)]);
            let digest = compare(&[&now], &before, (day(since), day(today)), Lang::En);
            let told = (now.status, now.dates.end, since);
            assert_eq!(!digest.finished.is_empty(), is_finished, "{told:?}");
        }
    }
}
