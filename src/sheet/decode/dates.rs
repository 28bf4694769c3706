//! Start, end and duration of a project, a period that stands in the place of a date, and where a
//! project stands.

use crate::finding::{Finding, Fix};
use crate::lang::{Text, phrase, text};
use crate::sheet::codes::{BAD_DATE, BAD_DURATION, PERIOD_IN_DATE};
use crate::sheet::decode::Decoder;
use crate::sheet::decode::Members;
use crate::sheet::decode::decoder::ChildPath;
use crate::sheet::model::{Dates, Unread};
use crate::tree::{Change, Tree};
use crate::value::date::{self, Beside, Bound, Date, DateSpan};
use crate::value::duration;
use crate::value::parsed::Parsed;
use crate::value::status::Status;
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
            start: decoder.bound(at, Bound::Start),
            end: decoder.bound(at, Bound::End),
            duration: decoder.value(at, "duration", &BAD_DURATION, duration::parse),
        })
    }

    /// Where a project stands; one whose end is said to be open is under way, where nothing else is
    /// said of it.
    pub(super) fn status(&mut self, top: &Members) -> Option<Status> {
        const END: &str = "dates.end";
        let open = top.at(END).filter(|end| end.text().is_some_and(date::says_ongoing));
        let status = self.choice(top, "status");
        let unread = |unread: &Unread| unread.key == "status";
        match (open, status) {
            (None, _) | (_, Some(Status::Ongoing)) => status,
            (Some(_), None) if !self.unread.iter().any(unread) => Some(Status::Ongoing),
            (Some(end), _) => {
                self.doubt(end, ChildPath::Key(END), OPEN_END);
                self.keep_raw(ChildPath::Key(END), end);
                status
            }
        }
    }

    /// One of the two dates; a period in its place is both.
    fn bound(&mut self, at: &Members, bound: Bound) -> Option<Date> {
        let (key, other) = match bound {
            Bound::Start => ("start", "end"),
            Bound::End => ("end", "start"),
        };
        let node = at.present(key)?;
        let text = node.text().unwrap_or_default();
        if bound == Bound::End && date::says_ongoing(text) {
            return None;
        }
        let there = || at.present(other).map(|node| date::parse(node.text().unwrap_or_default()));
        let Some(span) = date::span(text) else {
            let side = match bound {
                Bound::Start => Beside::Before,
                Bound::End => Beside::After,
            };
            let beside = || there().and_then(Parsed::value).map(side);
            return self.value(at, key, &BAD_DATE, |text| match date::parse_beside(text, beside) {
                Parsed::Partial { .. } if bound.other_is_said(text) => {
                    Parsed::invalid(match bound {
                        Bound::Start => AN_END,
                        Bound::End => A_START,
                    })
                }
                reading => reading,
            });
        };
        let stated = match bound {
            Bound::Start => span.end,
            Bound::End => span.start,
        };
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

const AN_END: Text = text!(
    "this is when it ends; its place is `end`",
    "c'est la date de fin ; sa place est sous `end`",
);
const A_START: Text = text!(
    "this is when it begins; its place is `start`",
    "c'est la date de début ; sa place est sous `start`",
);
const OPEN_END: Text = text!(
    "the end is open, and the status does not say so; which of the two is right?",
    "la fin est ouverte, et le statut ne le dit pas ; lequel des deux est juste ?",
);

fn tree(key: &str, date: Date) -> (String, Tree) {
    (key.to_owned(), Tree::text(date.to_string()))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::sheet::decode::{Decoded, decode};
    use crate::text::Source;
    use crate::yaml::parse::parse;

    /// What is said of the end and of the status is read, or kept and asked about.
    #[test]
    fn an_open_end_is_no_end_and_contradicts_every_other_status() {
        for (status, read, contradicts) in [
            ("", Some(Status::Ongoing), false),
            ("'?'", Some(Status::Ongoing), false),
            ("fini-ci", None, true),
            ("en cours", Some(Status::Ongoing), false),
            ("terminé", Some(Status::Done), true),
            ("idée", Some(Status::Idea), true),
            ("abandonné", Some(Status::Abandoned), true),
        ] {
            let text = format!("status: {status}\ndates: {{start: 2020-01, end: en cours}}\n");
            let source = Source::of("a.yaml", text);
            let parsed = parse(&source).expect("YAML");
            let Decoded { sheet, findings } = decode("a", &parsed.node, NaiveDate::default());
            assert_eq!((sheet.status, sheet.dates.end), (read, None), "{status}");
            let asked = findings.iter().any(|finding| finding.lint.code == "uncertain-value");
            let kept = sheet.unread.iter().any(|unread| unread.key == "dates.end");
            assert_eq!((asked, kept), (contradicts, contradicts), "{status}: {findings:?}");
        }
    }
}
