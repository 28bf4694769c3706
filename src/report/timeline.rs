//! What `timeline` says: projects over time, each as a stretch of one axis; what is only known about
//! is drawn lighter.

use chrono::{Datelike, NaiveDate};

use crate::lang::choice::Choice;
use crate::lang::{Lang, text};
use crate::report::{AxisSpan, Block, Cell, Column, Report, Table, Tone, Visible};
use crate::sheet::Sheet;
use crate::value::any::Value;
use crate::value::date::Date;
use crate::value::period::{DerivedEnd, EndSource};

/// A project on the axis.
#[derive(Clone, Debug)]
pub struct ProjectSpan {
    pub id: String,
    pub title: String,
    pub start: Option<Date>,
    pub end: Option<Date>,
    /// Until when it lasts where no end is stated.
    pub derived_end: Option<DerivedEnd>,
    pub first: NaiveDate,
    pub last: NaiveDate,
}

impl ProjectSpan {
    /// The span of a sheet; `None` where it has no date.
    pub fn of(sheet: &Sheet) -> Option<ProjectSpan> {
        let period = sheet.period();
        Some(ProjectSpan {
            id: sheet.id.clone(),
            title: sheet.name().to_owned(),
            start: sheet.dates.start,
            end: sheet.dates.end,
            derived_end: sheet.derived_end,
            first: period.first()?,
            last: period.last()?,
        })
    }

    /// Its stretch on an axis of whole years.
    fn on_axis(&self, from: i32, to: i32) -> AxisSpan {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        let (start, end) = (day(from, 1, 1), day(to, 12, 31));
        let whole = (end - start).num_days() + 1;
        let place = |date: NaiveDate| {
            let days = (date - start).num_days().clamp(0, whole);
            u16::try_from(days * 1000 / whole.max(1)).unwrap_or(1000)
        };
        // Between the latest start and the earliest end it is there for sure.
        let today = self.derived_end.filter(|end| end.source == EndSource::Today);
        let end = self.end.map(|end| end.first()).or_else(|| today.map(|end| end.day));
        let known = self.start.zip(end);
        let sure = known.map(|(start, end)| (place(start.last()), place(end)));
        AxisSpan { from: place(self.first), to: place(self.last), sure }
    }
}

/// The report of the spans, in the order of their starts.
pub fn report(spans: &[ProjectSpan], lang: Lang) -> Report {
    let from = spans.iter().map(|span| span.first.year()).min().unwrap_or_default();
    let to = spans.iter().map(|span| span.last.year()).max().unwrap_or_default();
    let axis = if from == to { from.to_string() } else { format!("{from} – {to}") };
    let lines: Vec<(&ProjectSpan, AxisSpan)> =
        spans.iter().map(|span| (span, span.on_axis(from, to))).collect();
    let mut table = Table::of("projects", &lines, &columns(), lang);
    for header in table.headers.iter_mut().filter(|header| header.visible == Visible::Terminal) {
        header.label.clone_from(&axis);
    }
    Report::new("timeline").with(Block::Table(table))
}

fn columns<'a>() -> [Column<(&'a ProjectSpan, AxisSpan)>; 7] {
    [
        Column::new("id", text!("Sheet", "Fiche"), |(span, _), _| {
            Cell::text(&span.id).with_tone(Tone::Strong)
        }),
        Column::drawn(|(_, axis): &(&ProjectSpan, AxisSpan), _| {
            Cell::empty().with_tone(Tone::Span(*axis))
        }),
        Column::new("start", text!("Start", "Début"), |(span, _), lang| date(span.start, lang)),
        Column::new("end", text!("End", "Fin"), |(span, _), lang| match span.derived_end {
            Some(end) => Cell::text_only(end.day.to_string()).marked(end.source.label(), lang),
            None => date(span.end, lang),
        }),
        Column::for_machines("derivedEnd.date", |(span, _), _| {
            span.derived_end.map_or_else(Cell::empty, |end| Cell::text(end.day.to_string()))
        }),
        Column::for_machines("derivedEnd.source", |(span, _), _| {
            span.derived_end.map_or_else(Cell::empty, |end| Cell::text(end.source.code()))
        }),
        Column::new("title", text!("Title", "Titre"), |(span, _): &(&ProjectSpan, AxisSpan), _| {
            Cell::text(&span.title)
        })
        .optional(),
    ]
}

/// Whole dates as sheets write them, for they are short so; partial ones in words.
fn date(date: Option<Date>, lang: Lang) -> Cell {
    match date {
        Some(date) if date.is_whole() => Cell::text(date.to_string()),
        date => Cell::summary(&Value::date(date), lang),
    }
}
