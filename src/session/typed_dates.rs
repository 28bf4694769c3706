//! What a text for the start or the end of a project changes beyond that one date.

use crate::finding::Diagnostic;
use crate::lang::choice::Choice;
use crate::lang::{Phrase, phrase};
use crate::session::changes::Changes;
use crate::sheet::codes::BAD_DATE;
use crate::sheet::model::Dates;
use crate::text::{Source, Span};
use crate::tree::{Change, Tree};
use crate::value::date::{self, Beside, Date, DateSpan};
use crate::value::status::Status;
use crate::yaml::parse::parse;

/// What a text for one of the two dates means.
pub(super) struct TypedDates {
    pub changes: Changes,
    /// Why somebody must confirm it.
    pub warnings: Vec<Diagnostic>,
    pub read: Phrase,
    /// The other date of a period, which must not contradict one that is there.
    pub other: Option<(&'static str, Date)>,
}

/// What a text for a date changes where it says more or less than that date: a period both, an end
/// that is still open the status; one that lacks its year is of that of the other date.
pub(super) fn of_dates(path: &str, text: &str, dates: &Dates) -> Option<TypedDates> {
    let (other_path, is_start) = match path {
        START => (END, true),
        END => (START, false),
        _ => return None,
    };
    let set = |path: &str, date: Date| (path.to_owned(), Change::Set(Tree::text(date.to_string())));
    let certain = TypedDates {
        changes: Changes::new(),
        warnings: Vec::new(),
        read: Phrase::default(),
        other: None,
    };
    if !is_start && date::says_ongoing(text) {
        let ongoing = Change::Set(Tree::text(Status::Ongoing.code()));
        let changes = vec![(END.to_owned(), Change::Unset), ("status".to_owned(), ongoing)];
        return Some(TypedDates { changes, read: Status::Ongoing.label().into(), ..certain });
    }
    if let Some(span) = date::span(text).filter(DateSpan::is_possible) {
        return Some(TypedDates {
            changes: vec![set(START, span.start), set(END, span.end)],
            read: span.phrase(),
            other: Some((other_path, if is_start { span.end } else { span.start })),
            ..certain
        });
    }
    let beside =
        if is_start { dates.end.map(Beside::Before) } else { dates.start.map(Beside::After) };
    let date = date::in_year_of(text, beside?)?;
    let text = text.trim();
    let source = Source::of(path.to_owned(), text.to_owned());
    let at = Span::on_line(1, 1, text.chars().count());
    Some(TypedDates {
        changes: vec![set(path, date)],
        warnings: vec![Diagnostic::new(&source, date::no_year(date).finding(&BAD_DATE, at))],
        read: Phrase::per_lang(|lang| date.format(lang)),
        ..certain
    })
}

/// The dates that a sheet has with one change more.
pub(super) fn after(dates: Dates, (path, change): &(String, Change)) -> Dates {
    let date = match change {
        Change::Set(Tree::Text { text, .. }) => date::parse(text).value(),
        _ => None,
    };
    match path.as_str() {
        START => Dates { start: date, ..dates },
        END => Dates { end: date, ..dates },
        _ => dates,
    }
}

const START: &str = "dates.start";
const END: &str = "dates.end";

/// Why the other date of a period cannot be set: another one is there.
pub(super) fn contradicting(source: &Source, (path, date): (&str, Date)) -> Option<Phrase> {
    let parsed = parse(source).ok()?;
    let node = parsed.node.at(path)?;
    let there = node.text().filter(|_| !node.is_missing())?;
    (date::parse(there).value() != Some(date)).then(|| {
        let place = format!("{}:{}", source.path, node.span.start.line);
        phrase!(
            "{place}: {path}: {there} contradicts the period; set the two dates one by one",
            "{place} : {path} : {there} contredit la période ; donnez les deux dates l'une après \
             l'autre",
            place,
            path,
            there,
        )
    })
}
