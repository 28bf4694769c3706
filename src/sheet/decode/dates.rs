//! Start, end and duration of a project, and a period that stands in the place of a date.

use crate::finding::{Finding, Fix};
use crate::lang::phrase;
use crate::sheet::codes::{BAD_DATE, BAD_DURATION, PERIOD_IN_DATE};
use crate::sheet::decode::Decoder;
use crate::sheet::decode::Members;
use crate::sheet::decode::decoder::ChildPath;
use crate::sheet::fields;
use crate::sheet::model::Dates;
use crate::tree::{Change, Tree};
use crate::value::date::{self, Beside, Date, DateSpan};
use crate::value::duration;
use crate::value::parsed::Parsed;
use crate::yaml::node::Node;

impl Decoder<'_> {
    /// The dates of a project.
    pub(super) fn dates(&mut self, top: &Members) -> Dates {
        const KEY: &str = "dates";
        let span = top.present(KEY).and_then(|node| Some((node, date::span(node.text()?)?)));
        if let Some((node, span)) = span {
            let dates = Tree::Map(vec![tree("start", span.start), tree("end", span.end)]);
            let fix = span.is_possible().then(|| vec![(KEY.to_owned(), Change::Set(dates))]);
            self.period(node, ChildPath::Key(KEY), span, fix);
            return Dates::default();
        }
        self.group(top, KEY, |decoder, at| Dates {
            start: decoder.end_of_period(at, "start", "end"),
            end: decoder.end_of_period(at, "end", "start"),
            duration: decoder.value(at, "duration", &BAD_DURATION, duration::parse),
        })
    }

    /// One of the two dates; a period in its place is both.
    fn end_of_period(&mut self, at: &Members, key: &'static str, other: &str) -> Option<Date> {
        let node = at.present(key)?;
        let text = node.text().unwrap_or_default();
        let may_be_open =
            || fields::find(&self.path(ChildPath::Key(key))).is_some_and(|at| at.more.is_open);
        if date::says_ongoing(text) && may_be_open() {
            return None;
        }
        let there = || at.present(other).map(|node| date::parse(node.text().unwrap_or_default()));
        let is_start = other == "end";
        let Some(span) = date::span(text) else {
            let side = if is_start { Beside::Before } else { Beside::After };
            let beside = || there().and_then(Parsed::value).map(side);
            return self.value(at, key, &BAD_DATE, |text| date::parse_beside(text, beside));
        };
        let stated = if is_start { span.end } else { span.start };
        let agrees = there().is_none_or(|there| there.value() == Some(stated));
        let fix = (agrees && span.is_possible()).then(|| {
            let dates = [("start", span.start), ("end", span.end)];
            let set = |(key, date): (&str, Date)| {
                (format!("dates.{key}"), Change::Set(Tree::text(date.to_string())))
            };
            dates.map(set).into()
        });
        self.period(node, ChildPath::Key(key), span, fix);
        None
    }

    /// Reports a period in the place of a date, and keeps it.
    fn period(
        &mut self,
        node: &Node,
        at: ChildPath,
        span: DateSpan,
        fix: Option<Vec<(String, Change)>>,
    ) {
        let period = span.phrase();
        let found = Finding::new(&PERIOD_IN_DATE, node.span, period);
        let (start, end) = (span.start, span.end);
        let help = phrase!(
            "write `start: {start}` and `end: {end}`",
            "écrivez `start: {start}` et `end: {end}`",
            start,
            end,
        );
        let found = if span.is_possible() { found.with_help(help) } else { found };
        self.findings.push(Finding { fix: fix.map(Fix::Changes).map(Box::new), ..found });
        self.keep_raw(at, node);
    }
}

fn tree(key: &str, date: Date) -> (String, Tree) {
    (key.to_owned(), Tree::text(date.to_string()))
}
