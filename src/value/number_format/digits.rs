//! Numbers as digits in the places that a format has for them. No space parts thousands: a number is
//! one word, however it is looked for.

use rust_decimal::prelude::FromPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::value::number_format::shown::Shown;
use crate::value::number_format::token::Token;

/// A number without a format.
pub(crate) fn general(number: f64) -> Shown {
    Shown { text: plain(number), value: None }
}

/// A number with all its digits, and a decimal comma.
pub(super) fn plain(number: f64) -> String {
    match exact(number) {
        Some(number) => number.normalize().to_string().replace('.', ","),
        None => number.to_string().replace('.', ","),
    }
}

/// The decimal number that people typed: of the sixteen digits that are stored, fifteen are theirs.
fn exact(number: f64) -> Option<Decimal> {
    let digits: f64 = format!("{number:.14e}").parse().ok()?;
    Decimal::from_f64(digits)
}

/// Shows a number by a section; `None` where the section does not tell how.
pub(super) fn shown(tokens: &[Token], number: f64, with_sign: bool) -> Option<Shown> {
    let places = Places::of(tokens)?;
    let scale = power(100, places.percents)?;
    let thousands = power(1000, places.thousands_left_out)?;
    let full = exact(number)?.checked_mul(scale)?.checked_div(thousands)?;
    let decimals = places.decimals.len() as u32;
    let rounded = full.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    let value = (rounded != full).then(|| plain(number));
    let text = rounded.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    if with_sign && rounded.is_sign_negative() && !rounded.is_zero() {
        out.push('-');
    }
    out.push_str(&places.before);
    out.push_str(&places.whole(whole));
    let fraction = places.fraction(fraction);
    if !fraction.is_empty() {
        out.push(',');
        out.push_str(&fraction);
    }
    out.push_str(&places.after);
    Some(Shown { text: out.trim().to_owned(), value })
}

/// The places of a section.
#[derive(Default)]
struct Places<'t> {
    before: String,
    /// The places of the whole number, and what stands between them.
    whole: Vec<&'t Token>,
    decimals: Vec<char>,
    after: String,
    percents: u32,
    thousands_left_out: u32,
}

impl<'t> Places<'t> {
    fn of(tokens: &'t [Token]) -> Option<Places<'t>> {
        let is_place = |token: &Token| matches!(token, Token::Digit(_) | Token::Point);
        let first = tokens.iter().position(is_place)?;
        let last = tokens.iter().rposition(is_place)?;
        let point = tokens.iter().position(|token| *token == Token::Point);
        let mut places = Places::default();
        for (at, token) in tokens.iter().enumerate() {
            let is_whole = (first..=last).contains(&at) && point.is_none_or(|point| at < point);
            match token {
                Token::Digit(place) if !is_whole => places.decimals.push(*place),
                Token::Digit(_) => places.whole.push(token),
                Token::Comma if at > last || point == Some(at + 1) => {
                    places.thousands_left_out += 1
                }
                Token::Comma | Token::Point => {}
                Token::Percent => {
                    places.percents += 1;
                    let side = if at < first { &mut places.before } else { &mut places.after };
                    side.push('%');
                }
                Token::Literal(text) if at < first => places.before.push_str(text),
                Token::Literal(_) if is_whole => places.whole.push(token),
                Token::Literal(text) => places.after.push_str(text),
                Token::Date(..)
                | Token::Elapsed(_)
                | Token::Half
                | Token::Odd
                | Token::General
                | Token::Text
                | Token::Condition(_) => return None,
            }
        }
        Some(places)
    }

    /// The digits of the whole number in their places, the last in the last.
    fn whole(&self, digits: &str) -> String {
        let mut left: Vec<char> = digits.chars().filter(|_| digits != "0").collect();
        let mut out: Vec<char> = Vec::new();
        let first = self.whole.iter().position(|token| matches!(token, Token::Digit(_)));
        for (at, token) in self.whole.iter().enumerate().rev() {
            match token {
                Token::Digit(place) => loop {
                    let digit = left.pop().or((*place == '0').then_some('0'));
                    if let Some(digit) = digit {
                        out.push(digit);
                    }
                    // What has no place of its own stands in the first.
                    if Some(at) != first || left.is_empty() {
                        break;
                    }
                },
                Token::Literal(text) => out.extend(text.chars().rev()),
                _ => {}
            }
        }
        out.iter().rev().collect()
    }

    fn fraction(&self, digits: &str) -> String {
        let mut digits = digits.chars();
        let mut out = String::new();
        for _ in &self.decimals {
            out.push(digits.next().unwrap_or('0'));
        }
        let least = self.decimals.iter().rposition(|place| *place == '0').map_or(0, |at| at + 1);
        while out.len() > least && out.ends_with('0') {
            out.pop();
        }
        out
    }
}

/// A number multiplied so many times with itself.
fn power(number: i64, times: u32) -> Option<Decimal> {
    (0..times).try_fold(Decimal::ONE, |product, _| product.checked_mul(number.into()))
}
