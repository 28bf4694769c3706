//! Numbers as one word, however programs part their thousands.

/// The longest text that is a number with its unit, in bytes.
const MAX_NUMBER: usize = 32;

/// A number as one word, however it is looked for: without what parts its thousands, and with a plain
/// space before its unit.
pub(super) fn as_one_word(text: &str) -> String {
    let is_space = |c: char| matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}');
    let unsigned = text.trim_start_matches(['-', '−', '+', '~', '€', ' ']);
    if text.len() > MAX_NUMBER || !unsigned.starts_with(|c: char| c.is_ascii_digit()) {
        return text.to_owned();
    }
    let text = text.replace(is_space, " ");
    let start = text.find(|c: char| c.is_ascii_digit()).unwrap_or_default();
    let (before, rest) = text.split_at(start);
    let end = rest.find(|c: char| c != ' ' && !c.is_ascii_digit()).unwrap_or(rest.len());
    let digits = rest[..end].trim_end();
    let is_of_number = |c: char| matches!(c, ',' | '.') || c.is_ascii_digit();
    let unit = rest[digits.len()..].trim_start_matches(is_of_number);
    let is_alone = !unit.contains(|c: char| c.is_ascii_digit());
    let mut groups = digits.split(' ');
    let first = groups.next().unwrap_or_default().len();
    if is_alone && first <= 3 && groups.all(|group| group.len() == 3) {
        format!("{before}{}{}", digits.replace(' ', ""), &rest[digits.len()..])
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_word_and_another_text_stays() {
        for (text, word) in [
            ("9\u{a0}500,50\u{a0}€", "9500,50 €"),
            ("-1\u{202f}234\u{202f}567", "-1234567"),
            ("9 500 € HT", "9500 € HT"),
            ("50\u{a0}%", "50 %"),
            ("(1 200,00) €", "(1 200,00) €"),
            ("04 50 01 02 03", "04 50 01 02 03"),
            ("123 456 789 00012", "123 456 789 00012"),
            ("2 500 et 3 500", "2 500 et 3 500"),
            ("Rue\u{a0}1 200", "Rue\u{a0}1 200"),
            ("9", "9"),
            ("", ""),
        ] {
            assert_eq!(as_one_word(text), word, "{text}");
        }
    }
}
