//! What names and texts are sorted by.

use crate::text::fold::names::name_key;

/// What to sort by in French: É sorts with E, Ł with L, numbers by their value, marks not at all;
/// among the same letters the text itself decides.
pub fn sort_key(text: &str) -> (String, String) {
    let folded = name_key(text);
    let mut key = String::with_capacity(folded.len() + 4);
    let mut digits = String::new();
    for c in folded.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        put_number(&mut key, &mut digits);
        match c {
            ' ' if !key.is_empty() && !key.ends_with(' ') => key.push(' '),
            c if c.is_alphanumeric() => key.push(c),
            _ => {}
        }
    }
    put_number(&mut key, &mut digits);
    (key, text.to_owned())
}

/// Puts a number so that it sorts by its value: how long it is before its digits.
fn put_number(key: &mut String, digits: &mut String) {
    if digits.is_empty() {
        return;
    }
    let value = digits.trim_start_matches('0');
    let length = u8::try_from(value.len()).unwrap_or(u8::MAX);
    // From `0` on, so that numbers stand before letters; none is longer than the last of them.
    key.push(char::from(b'0' + length.min(9)));
    if length >= 9 {
        key.push(char::from(length.min(0x7e)));
    }
    key.push_str(value);
    digits.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e_with_an_accent_sorts_with_e() {
        let mut names = ["Zoé", "Élan", "Eau", "Été"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["Eau", "Élan", "Été", "Zoé"]);
    }

    #[test]
    fn numbers_sort_by_value_and_marks_do_not_count() {
        let sorted = [
            "« Bref »",
            "Été 2",
            "Été 10",
            "Île",
            "Łódź",
            "Lot 1",
            "Lot 2",
            "Lot 10",
            "Lot 1000000000",
            "œuvre",
            "Ørsted",
            "…suite",
            "Zoé",
        ];
        let mut names = sorted;
        names.reverse();
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, sorted);
    }
}
