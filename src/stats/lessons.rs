//! What became of the lessons: how many say what to do and when, were applied, held or did not.

use std::collections::{BTreeMap, HashMap};

use chrono::Datelike;

use crate::sheet::Sheet;
use crate::sheet::lesson_address::{LessonName, names, split};

/// The lessons of a sheet, kept when the sheet is gone.
#[derive(Clone, Debug)]
pub(crate) struct SheetLessons {
    id: String,
    /// That in which the project ends, as far as is known.
    year: Option<i32>,
    lessons: Vec<LessonMarks>,
}

/// What a lesson says beside its text.
#[derive(Clone, Debug)]
struct LessonMarks {
    name: LessonName,
    acts: bool,
    has_context: bool,
    confirmed: bool,
    contradicted: bool,
}

/// How many lessons there are of a year, and of how many of them something is true.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LessonCounts {
    /// None for those of projects without a date.
    pub year: Option<i32>,
    pub lessons: usize,
    pub acting: usize,
    pub with_context: usize,
    pub applied: usize,
    pub confirmed: usize,
    pub contradicted: usize,
    /// Those that nobody has tried: neither applied nor confirmed nor contradicted.
    pub never_reused: usize,
}

impl SheetLessons {
    pub(crate) fn of(sheet: &Sheet) -> SheetLessons {
        let lessons = sheet.lessons.each().zip(names(&sheet.lessons));
        let lessons = lessons.map(|((_, _, lesson), name)| LessonMarks {
            name,
            acts: lesson.action.is_some(),
            has_context: lesson.when.is_some(),
            confirmed: !lesson.confirmed_in.is_empty(),
            contradicted: !lesson.contradicted_in.is_empty(),
        });
        SheetLessons {
            id: sheet.id.clone(),
            year: sheet.period().last().map(|last| last.year()),
            lessons: lessons.collect(),
        }
    }
}

/// The counts of each year, the first first, what has no year last; `applied` are the addresses of
/// all lessons that any sheet applies.
pub(crate) fn counts(sheets: &[SheetLessons], applied: &[String]) -> Vec<LessonCounts> {
    let mut by_id: HashMap<&str, Vec<&str>> = HashMap::new();
    for address in applied {
        by_id.entry(split(address).0).or_default().push(address);
    }
    let mut years: BTreeMap<(bool, Option<i32>), LessonCounts> = BTreeMap::new();
    for sheet in sheets {
        let addresses = by_id.get(sheet.id.as_str()).map_or(&[][..], Vec::as_slice);
        for lesson in &sheet.lessons {
            let counts = years.entry((sheet.year.is_none(), sheet.year)).or_default();
            counts.year = sheet.year;
            counts.add(lesson, addresses.iter().any(|address| lesson.name.is_in(address)));
        }
    }
    years.into_values().collect()
}

impl LessonCounts {
    fn add(&mut self, lesson: &LessonMarks, applied: bool) {
        let never = !(applied || lesson.confirmed || lesson.contradicted);
        self.lessons += 1;
        for (count, is) in [
            (&mut self.acting, lesson.acts),
            (&mut self.with_context, lesson.has_context),
            (&mut self.applied, applied),
            (&mut self.confirmed, lesson.confirmed),
            (&mut self.contradicted, lesson.contradicted),
            (&mut self.never_reused, never),
        ] {
            *count += usize::from(is);
        }
    }
}
