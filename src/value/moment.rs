//! A key moment of a project: what happened, when, and why it counted.

use crate::value::date::{self, Date};
use crate::value::list::kind::{Kind, WHOLE};
use crate::value::list::{ListItem, Piece};
use crate::value::own::Own;
use crate::value::parsed::Parsed;

/// What happened on a day, in a month or a season, and why it counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment {
    pub date: Option<Date>,
    pub what: String,
    pub why: Option<String>,
    pub own: Own,
}

impl Moment {
    /// Reads `mars 2023 : première réunion`: what stands before the first colon is the date, where
    /// the whole of it is one.
    pub fn parse(text: &str) -> Moment {
        let (date, what) = dated(text);
        Moment { date: date.whole(), what: what.to_owned(), ..Moment::default() }
    }
}

/// The reading of the date before the first colon, and what stands behind it; all of the text, where
/// no date stands there.
fn dated(text: &str) -> (Parsed<Date>, &str) {
    let text = text.trim();
    let parts = text.split_once(':').map(|(date, what)| (date::parse(date.trim()), what.trim()));
    match parts {
        Some((date @ (Parsed::Exact(_) | Parsed::Uncertain { .. }), what)) => (date, what),
        _ => (Parsed::Empty, text),
    }
}

impl ListItem for Moment {
    const KIND: &'static Kind = &WHOLE;

    fn named(text: &str) -> Moment {
        Moment::parse(text)
    }

    fn read(piece: &Piece) -> Parsed<Moment> {
        let (date, what) = dated(&piece.text);
        let of = |date| Moment { date, what: what.to_owned(), ..Moment::default() };
        match date {
            Parsed::Empty => Parsed::Exact(of(None)),
            date => date.map(|date| of(Some(date))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doubt_about_the_date_is_one_about_the_moment() {
        for (text, is_certain) in [
            ("mercredi 1er mars 2023 : réunion", true),
            ("lundi 7 mars 2023 : réunion", false),
            ("03/04/23 : balade", false),
            ("Vote : oui", true),
        ] {
            let read = Moment::read(&Piece::of(text));
            assert_eq!(matches!(read, Parsed::Exact(_)), is_certain, "{text}: {read:?}");
        }
    }

    #[test]
    fn only_a_whole_date_before_the_first_colon_is_the_date() {
        for (text, date, what) in [
            ("1er mars 2023 : première réunion", Some("2023-03-01"), "première réunion"),
            ("mars 2023: vote : oui", Some("2023-03"), "vote : oui"),
            ("Première réunion : en mars 2023", None, "Première réunion : en mars 2023"),
            ("Vote", None, "Vote"),
        ] {
            let moment = Moment::parse(text);
            let read = moment.date.map(|date| date.to_string());
            assert_eq!((read.as_deref(), moment.what.as_str()), (date, what), "{text}");
        }
    }
}
