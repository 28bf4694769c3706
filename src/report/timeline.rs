//! What `timeline` says: projects over time, each as a bar on one axis; what is only known about is
//! drawn lighter.

use chrono::{Datelike, NaiveDate};

use crate::lang::{Lang, Text};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::sheet::Sheet;
use crate::sheet::date::Date;
use crate::sheet::value::Value;

/// A project on the axis.
#[derive(Clone, Debug)]
pub struct Span {
    pub id: String,
    pub title: String,
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub first: NaiveDate,
    pub last: NaiveDate,
}

/// The axis of a terminal has so many places.
const PLACES: i64 = 40;

impl Span {
    /// The span of a sheet; `None` where it has no date.
    pub fn of(sheet: &Sheet) -> Option<Span> {
        let period = sheet.dates.period();
        Some(Span {
            id: sheet.id.clone(),
            title: sheet.name().to_owned(),
            start: sheet.dates.start,
            end: sheet.dates.end,
            first: period.first()?,
            last: period.last()?,
        })
    }
}

/// The report of the spans, in the order of their starts.
pub fn report(spans: &[Span], lang: Lang) -> Report {
    let from = spans.iter().map(|span| span.first.year()).min().unwrap_or_default();
    let to = spans.iter().map(|span| span.last.year()).max().unwrap_or_default();
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    let (start, end) = (day(from, 1, 1), day(to, 12, 31));
    let axis = if from == to { from.to_string() } else { format!("{from} … {to}") };
    let columns = vec![
        Column::new("id", Text::new("Sheet", "Fiche").say(lang)),
        Column::new("title", Text::new("Title", "Titre").say(lang)),
        Column::new("start", Text::new("Start", "Début").say(lang)),
        Column::new("end", Text::new("End", "Fin").say(lang)),
        Column::new("", axis),
    ];
    let place = |date: NaiveDate| {
        let whole = (end - start).num_days().max(1);
        (date - start).num_days() * PLACES / (whole + 1)
    };
    let row = |span: &Span| {
        let date = |date: Option<Date>| Cell::short(&Value::date(date), lang);
        // Between the latest start and the earliest end the project is there for sure.
        let sure = (
            span.start.map_or(span.first, |date| date.last()),
            span.end.map_or(span.last, |date| date.first()),
        );
        let known = span.start.is_some() && span.end.is_some();
        let mark = |at: i64| match at {
            at if known && place(sure.0) <= at && at <= place(sure.1) => '█',
            at if place(span.first) <= at && at <= place(span.last) => '░',
            _ => ' ',
        };
        let bar: String = (0..PLACES).map(mark).collect();
        vec![
            Cell::text(&span.id).with_tone(Tone::Strong),
            Cell::text(&span.title),
            date(span.start),
            date(span.end),
            Cell::words(bar.trim_end()),
        ]
    };
    let rows = spans.iter().map(row).collect();
    Report::new("timeline").with(Block::Table(Table::new("projects", columns, rows)))
}
