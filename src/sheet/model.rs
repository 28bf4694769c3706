//! All that a sheet knows of one project.

use rust_decimal::Decimal;

use crate::lang::Lang;
use crate::tree::Tree;
use crate::value::any::{Record, Value};
use crate::value::date::Date;
use crate::value::document::Document;
use crate::value::duration::Duration;
use crate::value::effort::Effort;
use crate::value::lesson::{Lesson, Word};
use crate::value::moment::Moment;
use crate::value::money::Cost;
use crate::value::name_set::NameSet;
use crate::value::organisation::Organisation;
use crate::value::outcome_level::Level;
use crate::value::own::Own;
use crate::value::period::{DerivedEnd, Period};
use crate::value::person::Person;
use crate::value::status::Status;
use crate::value::territory_kind::TerritoryKind;
use crate::value::visibility::Visibility;

/// All that is known of one project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The name of its file, without folder and ending.
    pub id: String,
    pub title: Option<String>,
    pub summary: Option<String>,
    /// The status as written.
    pub status: Option<Status>,
    /// What the dates say of it on the day of the reading, if they say it.
    pub status_from_dates: Option<Status>,
    /// Until when the project lasts where no end is stated, as of the day of the reading.
    pub derived_end: Option<DerivedEnd>,
    pub territory: Territory,
    pub commissioners: Vec<Organisation>,
    pub cost: Cost,
    pub dates: Dates,
    pub effort: Effort,
    pub team: Vec<Person>,
    pub partners: Vec<Organisation>,
    pub participation: Participation,
    pub description: Description,
    pub tools: Vec<String>,
    pub outcome: Outcome,
    pub lessons: Lessons,
    pub documents: Vec<Document>,
    /// The cooperative's own members in the project.
    pub members: Vec<Person>,
    /// Ids of other sheets.
    pub related: Vec<String>,
    /// Addresses of the lessons that the project applies.
    pub applied: Vec<String>,
    pub visibility: Option<Visibility>,
    pub reviewed: Option<Date>,
    pub source: ImportSource,
    /// Codes of the findings that this sheet silences.
    pub ignore: Vec<String>,
    /// What an importer could not place: label and value, kept as they were.
    pub extra: Vec<(String, Tree)>,
    /// The user's own keys, `x-…`, at the top and in groups; those of an item stand in the item.
    pub own: Own,
    /// What is written under a known key and could not be read, kept as it is written.
    pub unread: Vec<Unread>,
    /// The paths of values that are not certain: read in the likeliest way, or in part.
    pub uncertain: Vec<String>,
}

/// Where the project takes place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Territory {
    pub name: Option<String>,
    pub kind: Option<TerritoryKind>,
    /// Inhabitants of this very territory, not of the town around it.
    pub population: Option<u64>,
    pub address: Option<String>,
    /// Code of the French statistical office: text, because its leading zero counts.
    pub insee: Option<String>,
    /// Code of the priority neighbourhood, `QP…` until 2023, `QN…` from 2024.
    pub qpv: Option<String>,
    /// Degrees north.
    pub latitude: Option<Decimal>,
    /// Degrees east.
    pub longitude: Option<Decimal>,
}

/// When it takes place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dates {
    pub start: Option<Date>,
    pub end: Option<Date>,
    /// Elapsed time as declared, which the dates may contradict.
    pub duration: Option<Duration>,
}

impl Dates {
    /// What is stated of the start and the end; a duration counts back from the last day that an
    /// end without a start may mean.
    pub fn period(&self) -> Period {
        let Dates { start, end, duration } = *self;
        let last = end.filter(|_| start.is_none()).map(|end| end.last());
        let derived_start = last.and_then(|last| duration?.first_day_to(last));
        Period { start, end, derived_start, derived_end: None }
    }
}

/// Whom it is for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Participation {
    pub target: Vec<String>,
    /// How many people were reached.
    pub reached: Option<u64>,
}

/// What was asked and what was offered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Description {
    pub request: Option<String>,
    pub proposal: Option<String>,
    pub moments: Vec<Moment>,
}

/// How it turned out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    pub level: Option<Level>,
    pub text: Option<String>,
}

/// What was learnt.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lessons {
    pub nuggets: Vec<Lesson>,
    pub difficulties: Vec<Lesson>,
    pub surprises: Vec<Lesson>,
    pub words: Vec<Word>,
    /// Those that were left out for a reader: the key of their sort, and which of that each was.
    pub left_out: Vec<(&'static str, usize)>,
}

impl Lessons {
    /// Every lesson of the three sorts.
    pub fn all(&self) -> impl Iterator<Item = &Lesson> {
        self.each().map(|(_, _, lesson)| lesson)
    }

    /// Every lesson, with the key of its sort and which of that it is, from 0.
    pub fn each(&self) -> impl Iterator<Item = (&'static str, usize, &Lesson)> {
        self.sorts().into_iter().flat_map(|(key, lessons)| {
            lessons.iter().enumerate().map(move |(index, lesson)| (key, index, lesson))
        })
    }

    pub const NUGGETS: &'static str = "lessons.nuggets";
    pub const DIFFICULTIES: &'static str = "lessons.difficulties";
    pub const SURPRISES: &'static str = "lessons.surprises";

    /// The keys of the sorts of lessons.
    pub const SORTS: [&'static str; 3] =
        [Lessons::NUGGETS, Lessons::DIFFICULTIES, Lessons::SURPRISES];

    /// The lessons of each sort, by their key.
    pub fn sorts(&self) -> [(&'static str, &[Lesson]); Lessons::SORTS.len()] {
        let [nuggets, difficulties, surprises] = Lessons::SORTS;
        [(nuggets, &self.nuggets), (difficulties, &self.difficulties), (surprises, &self.surprises)]
    }

    /// The lesson of a sort, by its key and which of that it is.
    pub fn of(&self, key: &str, index: Option<usize>) -> Option<&Lesson> {
        self.sorts().into_iter().find(|(sort, _)| *sort == key)?.1.get(index?)
    }

    /// Which of its sort a lesson is, from 0, where those count that were left out before it.
    pub fn place(&self, key: &str, index: usize) -> usize {
        let left_out = self.left_out.iter().filter(|(sort, _)| *sort == key);
        left_out.fold(index, |place, (_, left_out)| place + usize::from(*left_out <= place))
    }

    /// Who has said a word.
    pub fn authors(&self) -> NameSet<'_> {
        NameSet::of(self.words.iter().filter_map(|word| word.from.as_deref()))
    }
}

/// Where an imported sheet came from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportSource {
    pub kind: Option<String>,
    pub id: Option<String>,
    pub url: Option<String>,
    pub imported: Option<Date>,
    /// The digest of what each imported key was when it was last read: the base of a merge.
    pub seen: Vec<(String, String)>,
}

/// A value under a known key that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    /// The path of the key, with list indices as in the file: `team[0].role`.
    pub key: String,
    pub value: Tree,
}

impl Record for ImportSource {
    fn members(&self) -> Vec<(&'static str, Value<'_>)> {
        let seen: Vec<(&str, Value)> =
            self.seen.iter().map(|(key, digest)| (key.as_str(), Value::Code(digest))).collect();
        let seen = if seen.is_empty() { Value::Missing } else { Value::Map(seen) };
        vec![
            ("kind", Value::text(&self.kind)),
            ("id", Value::text(&self.id)),
            ("url", Value::text(&self.url)),
            ("imported", Value::date(self.imported)),
            ("seen", seen),
        ]
    }

    fn summary(&self, _lang: Lang) -> String {
        let parts = [&self.kind, &self.id, &self.url];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

impl Sheet {
    /// The tools that a lesson of it is about: those that it names, else all of the project.
    pub fn tools_of<'s>(&'s self, lesson: &'s Lesson) -> &'s [String] {
        if lesson.tools.is_empty() { &self.tools } else { &lesson.tools }
    }

    /// Where the project stands: as written, else as its dates say.
    pub fn current_status(&self) -> Option<Status> {
        self.status.or(self.status_from_dates)
    }

    /// The cost; `None` where its currency, tax or basis is written and could not be read, so that
    /// it counts as no other.
    pub fn known_cost(&self) -> Option<&Cost> {
        let parts = ["cost.currency", "cost.tax", "cost.basis"];
        let unread = self.unread.iter().any(|unread| parts.contains(&unread.key.as_str()));
        Some(&self.cost).filter(|_| !unread)
    }

    /// When the project takes place; where it states no end, until when it lasts all the same.
    pub fn period(&self) -> Period {
        Period { derived_end: self.derived_end, ..self.dates.period() }
    }

    /// The title; the id where it has none.
    pub fn name(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.id)
    }
}
