//! Days and hours: a number of days since a beginning.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Timelike};

use crate::lang::Lang;
use crate::lang::date::MONTHS;
use crate::value::number_format::token::Token;

/// The moment that a number is, to the second; none before the first or after the year 9999.
pub(super) fn moment(number: f64, is_from_1904: bool) -> Option<NaiveDateTime> {
    if !(0.0..3_000_000.0).contains(&number) {
        return None;
    }
    let seconds = (number * 86_400.0).round() as i64;
    let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    // Excel counts 29 February 1900, which never was.
    let start = match is_from_1904 {
        true => NaiveDate::from_ymd_opt(1904, 1, 1)?,
        false if days < 60 => NaiveDate::from_ymd_opt(1899, 12, 31)?,
        false => NaiveDate::from_ymd_opt(1899, 12, 30)?,
    };
    let moment = start.and_hms_opt(0, 0, 0)?;
    let moment = moment.checked_add_signed(TimeDelta::try_days(days)?)?;
    let moment = moment.checked_add_signed(TimeDelta::try_seconds(rest)?)?;
    (moment.year() <= 9999).then_some(moment)
}

/// What the parts of a section say.
struct Parts<'t>(&'t [Token]);

impl Parts<'_> {
    fn has(&self, letter: char) -> bool {
        self.at(letter).is_some()
    }

    fn at(&self, letter: char) -> Option<usize> {
        (0..self.0.len()).find(|at| self.letter(*at) == Some(letter))
    }

    /// What a part stands for: `n` for minutes, which are written as months are.
    fn letter(&self, at: usize) -> Option<char> {
        let of = |token: &Token| match token {
            Token::Date(letter, _) | Token::Elapsed(letter) => Some(*letter),
            _ => None,
        };
        let letter = of(&self.0[at])?;
        // The name of a weekday says nothing more.
        if matches!(self.0[at], Token::Date('d', 3..)) {
            return None;
        }
        let before = self.0[..at].iter().rev().find_map(of);
        let after = self.0[at + 1..].iter().find_map(of);
        let is_minute = letter == 'm' && (before == Some('h') || after == Some('s'));
        Some(if is_minute { 'n' } else { letter })
    }
}

/// Shows a moment by a section, and the whole day where a part of it is shown alone.
pub(super) fn shown(
    tokens: &[Token],
    number: f64,
    moment: NaiveDateTime,
) -> (String, Option<String>) {
    let parts = Parts(tokens);
    let is_day = parts.has('d') && parts.has('m');
    // In a format that begins with the month, the day stands second: here it never does.
    let month_first = is_day && parts.at('m') < parts.at('d') && !parts.has_before('y', 'm');
    let mut out = String::new();
    for (at, token) in tokens.iter().enumerate() {
        let letter = match parts.letter(at) {
            Some('m') if month_first => Some('d'),
            Some('d') if month_first => Some('m'),
            letter => letter,
        };
        match (token, letter) {
            (Token::Literal(text), _) => out.push_str(text),
            (Token::Point | Token::Comma, _) => out.push('.'),
            (Token::Elapsed(_), Some(letter)) => {
                let unit = match letter {
                    'h' => 24.0,
                    's' => 86_400.0,
                    _ => 1440.0,
                };
                out.push_str(&format!("{:02}", (number * unit + 1e-6).floor()));
            }
            (Token::Date(_, count), Some(letter)) => {
                let number = match letter {
                    'y' => moment.year() as u32,
                    'm' if *count > 2 => {
                        out.push_str(MONTHS[moment.month0() as usize % 12].get(Lang::Fr));
                        continue;
                    }
                    'm' => moment.month(),
                    'd' => moment.day(),
                    'h' => moment.hour(),
                    'n' => moment.minute(),
                    _ => moment.second(),
                };
                let width = if letter == 'y' { 4 } else { (*count).min(2) };
                out.push_str(&format!("{number:0width$}"));
            }
            _ => {}
        }
    }
    let hides_day = parts.has('y') && !parts.has('d') && moment.day() != 1;
    (out.trim_matches([' ', ',']).to_owned(), hides_day.then(|| moment.date().to_string()))
}

impl Parts<'_> {
    /// Whether one part stands before another.
    fn has_before(&self, one: char, other: char) -> bool {
        self.has(one) && self.at(one) < self.at(other)
    }
}
