//! Numbers for people: `9 500,50` in French, `9,500.50` in English.

use crate::lang::Lang;

/// Writes a decimal number given as digits with an optional `-` and `.`, grouped by thousands:
/// U+202F and a comma in French, a comma and a dot in English. Decimals stay as they are given.
pub fn decimal(digits: &str, lang: Lang) -> String {
    let (sign, unsigned) = match digits.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", digits),
    };
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let (group, point) = match lang {
        Lang::En => (',', '.'),
        Lang::Fr => ('\u{202f}', ','),
    };
    let mut out = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// Writes a whole number grouped by thousands.
pub fn integer(number: impl Into<i128>, lang: Lang) -> String {
    decimal(&number.into().to_string(), lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped_as_the_language_does() {
        for (digits, en, fr) in [
            ("0", "0", "0"),
            ("950", "950", "950"),
            ("9500", "9,500", "9\u{202f}500"),
            ("1234567.50", "1,234,567.50", "1\u{202f}234\u{202f}567,50"),
            ("-1400", "-1,400", "-1\u{202f}400"),
        ] {
            assert_eq!(decimal(digits, Lang::En), en);
            assert_eq!(decimal(digits, Lang::Fr), fr);
        }
        assert_eq!(integer(1400_u32, Lang::Fr), "1\u{202f}400");
    }
}
