//! Dates with words in them: `1er mars 2023`, `début juin 2019`, `T3 2022`, `rentrée 2023`.

use chrono::Datelike;

use crate::lang::date::WEEKDAYS;
use crate::lang::{Text, phrase, text};
use crate::text::fold::name_key;
use crate::value::date::Date;
use crate::value::date::names::{
    month_named, ordinal, season_named, term, weekday_named, without_ordinal,
};
use crate::value::date::numbers::{
    day_of, full_year, month_of, refuse, two_digits, unreadable, whole,
};
use crate::value::parsed::Parsed;

const TWO_YEARS: Text = text!(
    "a winter of two years is a period: December to February",
    "un hiver sur deux années est une période : de décembre à février",
);

/// The number of the winter in EDTF.
const WINTER: u8 = 24;

/// What the words of a date have said so far.
#[derive(Default)]
struct Words {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
    /// A season, quarter or half-year by its number in EDTF.
    term: Option<u8>,
    weekday: Option<u32>,
    about: bool,
    relative: bool,
    /// Whether `S1` may be a week as well.
    week: bool,
    /// The second year of `hiver 2021-2022`.
    next_year: bool,
    /// Whether the year has two digits.
    short_year: bool,
}

/// Reads a date in words; what stands behind it is the rest.
pub(super) fn parse(text: &str) -> Parsed<Date> {
    if let Some((month, year)) = of_spreadsheet(text) {
        let reason = two_digits(year);
        return match month_of(year, month) {
            Parsed::Exact(value) => Parsed::Uncertain { value, reason },
            other => other,
        };
    }
    let (words, rest) = match read(text) {
        Ok(read) => read,
        Err(Some(reason)) => return refuse(reason, None),
        Err(None) => return unreadable(),
    };
    words.date().with_rest(rest)
}

/// A month as a spreadsheet shows it: `juin-23`.
fn of_spreadsheet(text: &str) -> Option<(u32, i32)> {
    let (month, year) = text.split_once('-')?;
    let is_year = year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit());
    let month = month_named(&name_key(month.trim_end_matches('.'))).filter(|_| is_year)?;
    Some((month, full_year(year.parse().ok()?)))
}

/// The first year of a winter of two years: `hiver 2021-2022` is a period.
pub(super) fn winter_of_two_years(text: &str) -> Option<i32> {
    let (words, rest) = read(text).ok()?;
    let is_one = words.term == Some(WINTER) && words.next_year && !words.about;
    words.year.filter(|_| is_one && rest.is_empty())
}

/// What the words of a text say, and what stands behind them.
///
/// # Errors
/// As [`Words::take`].
fn read(text: &str) -> Result<(Words, &str), Option<Text>> {
    let pieces = pieces(text);
    let mut words = Words::default();
    let mut at = 0;
    let mut rest = "";
    while at < pieces.len() {
        match words.take(&pieces[at..]) {
            Ok(used) => at += used,
            Err(None) if words.year.is_some() => {
                rest = text[pieces[at].0..].trim();
                break;
            }
            Err(reason) => return Err(reason),
        }
    }
    Ok((words, rest))
}

/// The words of a text, each folded, with the place where it begins.
fn pieces(text: &str) -> Vec<(usize, String)> {
    let between = |c: char| matches!(c, ' ' | ',' | '.' | '/' | '\'' | '-' | '‑' | '–' | '_');
    let mut pieces = Vec::new();
    let mut start = 0;
    for piece in text.split(between) {
        if !piece.is_empty() {
            pieces.push((start, name_key(piece)));
        }
        start += piece.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
    pieces
}

pub(super) const ABOUT: [&str; 17] = [
    "debut",
    "fin",
    "mi",
    "vers",
    "courant",
    "environ",
    "circa",
    "about",
    "around",
    "early",
    "late",
    "mid",
    "end",
    "beginning",
    "start",
    "milieu",
    "env",
];
pub(super) const FILLERS: [&str; 22] = [
    "le", "la", "les", "l", "du", "de", "d", "en", "au", "the", "of", "in", "on", "annee", "year",
    "mois", "month", "date", "durant", "pendant", "during", "this",
];

/// Whether a month or a whole year stands behind the first word: then this is no year, but a day of
/// another date.
fn later_date(pieces: &[(usize, String)]) -> bool {
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    pieces[1..].iter().any(|(_, word)| is_year(word) || month_named(word).is_some())
}

impl Words {
    /// Takes the next word or two, and gives how many.
    ///
    /// # Errors
    /// Why this is no date, where the word says so; nothing where the word is none of a date.
    fn take(&mut self, pieces: &[(usize, String)]) -> Result<usize, Option<Text>> {
        let word = pieces[0].1.as_str();
        let next = pieces.get(1).map_or("", |(_, word)| word.as_str());
        let number: Option<u32> = without_ordinal(word).parse().ok();
        let later_month =
            || pieces[1..].iter().any(|(_, word)| word != "mar" && month_named(word).is_some());
        let placed = ordinal(word).filter(|_| next.len() > 1);
        if let Some(found) = placed.and_then(|place| term(next, place)) {
            self.set_term(found.ok_or(NO_TERM)?)?;
            return Ok(2);
        }
        let compact = word.split_at_checked(1).and_then(|(unit, place)| {
            let place: u8 = place.parse().ok().filter(|place| *place > 0)?;
            Some((unit, term(unit, place)?))
        });
        match (compact, number) {
            (Some(("s", None)), _) => return Err(None),
            (Some((unit, found)), _) => {
                self.set_term(found.ok_or(NO_TERM)?)?;
                self.week = unit == "s";
            }
            (None, Some(value @ 1000..=9999)) if self.year.is_none() => {
                self.year = Some(value as i32);
            }
            (None, Some(value)) if self.begins_a_winter(value) => self.next_year = true,
            (None, Some(value @ 0..=99))
                if self.is_day_alone() && word.len() == 2 && !later_date(pieces) =>
            {
                self.year = Some(full_year(value));
                self.short_year = true;
            }
            (None, Some(value @ 1..=31)) if self.day.is_none() && self.year.is_none() => {
                self.day = Some(value);
            }
            // An American puts the year behind the day, nobody a day behind the year.
            (None, Some(_)) => return Err(None),
            (None, None) => return self.take_name(word, later_month()),
        }
        Ok(1)
    }

    /// Takes a word that is no number.
    fn take_name(&mut self, word: &str, later_month: bool) -> Result<usize, Option<Text>> {
        match word {
            "ou" | "or" => return Err(Some(ALTERNATIVE)),
            "dernier" | "derniere" | "prochain" | "prochaine" | "last" | "next" => {
                self.relative = true;
            }
            "a" if self.year.is_none() => {}
            "rentree" if self.month.is_none() => {
                self.month = Some(9);
                self.about = true;
            }
            "scolaire" if self.about => {}
            _ if ABOUT.contains(&word.trim_matches(['(', ')'])) => self.about = true,
            _ if FILLERS.contains(&word) => {}
            _ if season_named(word).is_some() => match season_named(word) {
                Some(season) => self.set_term(season)?,
                None => return Err(None),
            },
            "mar" if later_month => self.weekday = Some(1),
            _ => match (month_named(word), weekday_named(word)) {
                (Some(month), _) if self.month.is_none_or(|known| known == month) => {
                    self.month = Some(month);
                }
                (None, Some(day)) if self.weekday.is_none() => self.weekday = Some(day),
                _ => return Err(None),
            },
        }
        Ok(1)
    }

    /// Whether a year is the one after that of a winter or of a *rentrée*.
    fn begins_a_winter(&self, year: u32) -> bool {
        let spans = self.term == Some(WINTER) || self.month == Some(9) && self.about;
        let is_next = |next: i32| {
            year as i32 == next || self.term == Some(WINTER) && year as i32 == next % 100
        };
        spans && self.year.is_some_and(|first| is_next(first + 1))
    }

    /// Whether there is a day of a month, and no year yet.
    fn is_day_alone(&self) -> bool {
        self.day.is_some() && self.month.is_some() && self.year.is_none()
    }

    fn set_term(&mut self, term: u8) -> Result<(), Option<Text>> {
        if self.term.replace(term).is_some() { Err(Some(TWO_TERMS)) } else { Ok(()) }
    }

    /// The date that the words say.
    fn date(self) -> Parsed<Date> {
        let Some(year) = self.year else {
            let known = self.relative || self.term.is_some() || self.month.is_some();
            return if known { refuse(NO_YEAR, None) } else { unreadable() };
        };
        let reading = match (self.day, self.month, self.term) {
            (Some(day), Some(month), None) => self.day_of_week(day_of(year, month, day)),
            (None, Some(month), None) => month_of(year, month),
            (None, None, Some(WINTER)) if self.next_year => refuse(TWO_YEARS, None),
            (None, None, Some(WINTER)) => winter(year),
            (None, None, Some(term)) => self.part_of(year, term),
            (None, None, None) if self.weekday.is_none() => whole(Date::year(year), year),
            _ => unreadable(),
        };
        let reading = if self.about { reading.map(Date::about) } else { reading };
        match reading {
            Parsed::Exact(value) if self.short_year => {
                Parsed::Uncertain { value, reason: two_digits(year) }
            }
            reading => reading,
        }
    }

    fn part_of(&self, year: i32, term: u8) -> Parsed<Date> {
        match whole(Date::season(year, term), year) {
            Parsed::Exact(value) if self.week => Parsed::Uncertain { value, reason: WEEK.into() },
            reading => reading,
        }
    }

    /// The day, with a doubt where another day of the week was named.
    fn day_of_week(&self, reading: Parsed<Date>) -> Parsed<Date> {
        match (reading, self.weekday) {
            (Parsed::Exact(value), Some(named)) => {
                let right = value.first().weekday().num_days_from_monday();
                let weekday = WEEKDAYS[right as usize % WEEKDAYS.len()];
                if named == right {
                    return Parsed::Exact(value);
                }
                let reason =
                    phrase!("this day is a {weekday}", "ce jour est un {weekday}", weekday);
                Parsed::Uncertain { value, reason }
            }
            (reading, _) => reading,
        }
    }
}

pub(super) const NO_YEAR: Text = text!("missing year", "il manque l'année");
const NO_TERM: Text = text!(
    "a year has four quarters and two halves",
    "une année a quatre trimestres et deux semestres",
);
const TWO_TERMS: Text = text!("two seasons or quarters", "deux saisons ou deux trimestres");
const ALTERNATIVE: Text =
    text!("two dates to choose from; write one", "deux dates au choix ; écrivez-en une");
const WEEK: Text =
    text!("read as half of a year, not as a week", "lu comme un semestre, pas comme une semaine");

fn winter(year: i32) -> Parsed<Date> {
    let reason = phrase!(
        "winter at the start or at the end of {year}?",
        "l'hiver du début ou de la fin de {year} ?",
        year,
    );
    match whole(Date::season(year, WINTER), year) {
        Parsed::Exact(value) => Parsed::Uncertain { value, reason },
        other => other,
    }
}
