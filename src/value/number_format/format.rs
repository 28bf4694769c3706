//! A number format: a code, and what it shows.

use crate::value::number_format::section::{Section, chosen};
use crate::value::number_format::shown::Shown;
use crate::value::number_format::token::{Token, tokens};
use crate::value::number_format::{day, digits, general};

/// A number format.
#[derive(Clone, Debug)]
pub(crate) struct NumberFormat {
    sections: Vec<Section>,
}

impl NumberFormat {
    pub(crate) fn of(code: &str) -> NumberFormat {
        NumberFormat { sections: tokens(code).into_iter().map(Section::of).collect() }
    }

    /// What is shown of a number; days may be counted from 1904.
    pub(crate) fn show(&self, number: f64, is_from_1904: bool) -> Shown {
        let Some((section, says_sign)) = chosen(&self.sections, number) else {
            return general(number);
        };
        if section.is_date() {
            let Some(moment) = day::moment(number, is_from_1904) else {
                return general(number);
            };
            let (text, value) = day::shown(&section.tokens, number, moment);
            return Shown { text, value };
        }
        // A section that shows nothing hides the number, which is there all the same.
        if !section.shows() {
            let text: String = literals(&section.tokens).collect();
            let value = (number != 0.0).then(|| digits::plain(number));
            return Shown { text: text.trim().to_owned(), value };
        }
        digits::shown(&section.tokens, number, !says_sign).unwrap_or_else(|| {
            let number = if says_sign { number.abs() } else { number };
            let mut shown = false;
            let text = section.tokens.iter().map(|token| match token {
                Token::Literal(text) => text.clone(),
                _ if std::mem::replace(&mut shown, true) => String::new(),
                _ => digits::plain(number),
            });
            Shown { text: text.collect::<String>().trim().to_owned(), value: None }
        })
    }
}

fn literals(tokens: &[Token]) -> impl Iterator<Item = &str> {
    tokens.iter().filter_map(|token| match token {
        Token::Literal(text) => Some(text.as_str()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(code: &str, number: f64) -> String {
        NumberFormat::of(code).show(number, false).text
    }

    #[test]
    fn a_number_is_what_people_see() {
        for (code, number, text) in [
            ("General", 9500.0, "9500"),
            ("General", 0.1 + 0.2, "0,3"),
            ("General", 99999999500012.0, "99999999500012"),
            ("0", 9499.5, "9500"),
            ("00000", 1990.0, "01990"),
            ("00,000", 1990.0, "01990"),
            ("#,##0", 0.0, "0"),
            ("0.00", 1.005, "1,01"),
            ("#,##0.00\\ \"€\"", 9500.0, "9500,00 €"),
            ("#,##0.00\\ [$€-40C]", 1234567.891, "1234567,89 €"),
            ("#,##0\\ \"€ TTC\"", 1200.0, "1200 € TTC"),
            ("[$CHF] #,##0", 12500.0, "CHF 12500"),
            ("0%", 0.5, "50%"),
            ("0.0\\ %", 0.125, "12,5 %"),
            ("General\" mois\"", 9.0, "9 mois"),
            ("0.#", 1.5, "1,5"),
            ("#", 0.0, ""),
            ("0\" h\"", -3.0, "-3 h"),
            ("#,##0 ;(#,##0)", -1200.0, "(1200)"),
            ("#,##0.00;[Red]-#,##0.00;\"-\"", 0.0, "-"),
            ("[<=2]0\" mois\";0\" ans\"", 2.0, "2 mois"),
            ("[<=2]0\" mois\";0\" ans\"", 3.0, "3 ans"),
            ("0#\" \"##\" \"##\" \"##\" \"##", 450010203.0, "04 50 01 02 03"),
            ("#,##0,\" k€\"", 9500.0, "10 k€"),
            ("0.00E+00", 12345.0, "12345"),
            ("# ?/?", 0.5, "0,5"),
        ] {
            assert_eq!(shown(code, number), text, "{code} of {number}");
        }
    }

    #[test]
    fn a_day_is_shown_so_that_it_is_read_as_that_day() {
        for (code, number, text) in [
            ("dd/mm/yyyy", 44986.0, "01/03/2023"),
            ("mm-dd-yy", 44986.0, "01-03-2023"),
            ("m/d/yyyy", 44990.0, "5/3/2023"),
            ("yyyy-mm-dd", 44986.0, "2023-03-01"),
            ("mmm yyyy", 44986.0, "mars 2023"),
            ("mmmm\\-yy", 44986.0, "mars-2023"),
            ("yyyy", 44986.0, "2023"),
            ("dddd d mmmm yyyy", 44986.0, "1 mars 2023"),
            ("d mmm", 44986.0, "1 mars"),
            ("dd/mm/yyyy hh:mm", 44986.75, "01/03/2023 18:00"),
            ("hh:mm", 0.5, "12:00"),
            ("[h]:mm:ss", 3.0, "72:00:00"),
            ("mm:ss", 0.5 / 24.0, "30:00"),
            ("dd/mm/yyyy", 59.0, "28/02/1900"),
            ("dd/mm/yyyy", 61.0, "01/03/1900"),
            ("dd/mm/yyyy", -1.0, "-1"),
        ] {
            assert_eq!(shown(code, number), text, "{code} of {number}");
        }
        let from_1904 = NumberFormat::of("yyyy-mm-dd").show(43524.0, true);
        assert_eq!(from_1904.text, "2023-03-01");
    }

    #[test]
    fn what_is_not_shown_is_not_lost() {
        for (code, number, value) in [
            ("0", 9499.5, Some("9499,5")),
            ("0.00", 9499.5, None),
            (";;;", 12.0, Some("12")),
            ("0%", 0.125, Some("0,125")),
            ("mmm yyyy", 45000.0, Some("2023-03-15")),
            ("mmm yyyy", 44986.0, None),
        ] {
            let shown = NumberFormat::of(code).show(number, false);
            assert_eq!(shown.value.as_deref(), value, "{code} of {number}");
        }
    }

    proptest! {
        /// Of a number, what is shown and what is kept beside it say the number.
        #[test]
        fn no_digit_is_lost(units in -99_999_999_i64..99_999_999, places in 0_u32..4, code in 0_usize..5) {
            let number = units as f64 / 10_f64.powi(places as i32);
            let code = ["General", "0", "#,##0.00", "0.000", "#,##0.##\" €\""][code];
            let shown = NumberFormat::of(code).show(number, false);
            let text = shown.value.unwrap_or(shown.text);
            let digits = text.replace(['€', ' '], "").replace(',', ".");
            prop_assert_eq!(digits.parse::<f64>().expect("a number"), number, "{}", code);
        }

        #[test]
        fn no_code_stops_it(code in "\\PC{0,12}", number in any::<f64>()) {
            NumberFormat::of(&code).show(number, false);
        }
    }
}
