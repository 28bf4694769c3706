//! How a table of text is written: what somebody has said of it, and what was found out.

use crate::import::separator::Separator;
use crate::lang::{Phrase, phrase, text};
use crate::text::encoding::Encoding;

/// What somebody has said of how a table of text is written.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct SaidOfText {
    pub encoding: Option<Encoding>,
    pub separator: Option<Separator>,
}

/// How a table of text was read.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::import) struct HowWritten {
    pub encoding: Encoding,
    pub separator: Separator,
    /// What stands before the decimals of its numbers: a comma, a point, both, or neither.
    pub decimals: Vec<char>,
}

impl HowWritten {
    /// The words for it.
    pub(in crate::import) fn words(&self) -> Phrase {
        let encoding = self.encoding.name();
        let separator = match self.separator {
            Separator::Tab => {
                text!("tabs between the cells", "des tabulations entre les cellules").into()
            }
            other => {
                let sign = other.sign().to_string();
                phrase!("`{sign}` between the cells", "`{sign}` entre les cellules", sign)
            }
        };
        let read = phrase!(
            "read as {encoding}, {separator}",
            "lu en {encoding}, {separator}",
            encoding,
            separator,
        );
        match self.decimals[..] {
            [] => read,
            [sign] => phrase!(
                "{read}, `{sign}` before the decimals",
                "{read}, `{sign}` avant les décimales",
                read,
                sign = sign.to_string(),
            ),
            _ => phrase!(
                "{read}, `,` or `.` before the decimals",
                "{read}, `,` ou `.` avant les décimales",
                read,
            ),
        }
    }
}

/// What stands before the decimals of the numbers in some cells.
pub(in crate::import) fn decimals<'c>(cells: impl Iterator<Item = &'c str>) -> Vec<char> {
    let mut found: Vec<char> = cells.filter_map(decimal).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The longest word that may stand behind a number, in bytes: `€ TTC`, `jours`.
const MAX_UNIT: usize = 10;

/// What stands before the decimals of a cell that is a number; none where that cannot be known:
/// `9,500` is one of two.
fn decimal(cell: &str) -> Option<char> {
    let cell = cell.trim().trim_start_matches(['-', '+', '~']);
    let is_of_number = |c: char| c.is_ascii_digit() || c.is_whitespace() || ",.'’".contains(c);
    let end = cell.find(|c| !is_of_number(c)).unwrap_or(cell.len());
    let (number, unit) = cell.split_at(end);
    if unit.len() > MAX_UNIT || unit.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let number = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    let at = number.rfind([',', '.'])?;
    let (whole, rest) = number.split_at(at);
    let sign = rest.chars().next()?;
    let digits = &rest[1..];
    let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = whole.contains(|c: char| !c.is_ascii_digit());
    let is_number = is_plain(digits)
        && !digits.is_empty()
        && whole.starts_with(|c: char| c.is_ascii_digit())
        && !whole.contains(sign);
    (is_number && (digits.len() != 3 || is_grouped)).then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_sign_is_told_from_a_group_and_from_a_date() {
        for (cell, sign) in [
            ("9,5", Some(',')),
            ("9.50", Some('.')),
            ("-1 200,50 €", Some(',')),
            ("1,200.50", Some('.')),
            ("1.200,500", Some(',')),
            ("12'500.00 CHF", Some('.')),
            ("44.1234567", Some('.')),
            ("12,5 %", Some(',')),
            ("9,500", None),
            ("9.500 €", None),
            ("1.200.000", None),
            ("10.10.2023", None),
            ("01/03/2023", None),
            ("9 mois", None),
            ("1, 2", None),
            ("04.50.01.02.03", None),
            ("2,5 à 3,5", None),
            ("Ida, Tom", None),
            ("", None),
            (",5", None),
        ] {
            assert_eq!(decimal(cell), sign, "{cell}");
        }
        assert_eq!(decimals(["9,5", "9.5", "7,5"].into_iter()), [',', '.']);
    }
}
