//! One fast look at the bytes of a text: whether it may hold what is then looked for slowly.

/// Whether three bytes in a row of a text are such as are looked for; behind the last stand zeros.
/// A question without branches is asked of many bytes at once.
pub fn any_triple(text: &str, is: impl Fn(u8, u8, u8) -> bool) -> bool {
    let bytes = text.as_bytes();
    let second = bytes.get(1..).unwrap_or_default();
    let third = bytes.get(2..).unwrap_or_default();
    let triples = bytes.iter().zip(second).zip(third);
    let within = triples.fold(false, |any, ((one, two), three)| any | is(*one, *two, *three));
    let at_end = match *bytes {
        [.., one, two] => is(one, two, 0) | is(two, 0, 0),
        [one] => is(one, 0, 0),
        [] => false,
    };
    within | at_end
}

/// Whether a byte stands in a text, 64 of which are looked at together.
pub fn has_byte(text: &str, byte: u8) -> bool {
    let stands = |bytes: &[u8]| bytes.iter().fold(false, |any, each| any | (*each == byte));
    let (chunks, rest) = text.as_bytes().as_chunks::<64>();
    chunks.iter().any(|chunk| stands(chunk)) || stands(rest)
}

/// What stands before and behind the first of an ASCII byte in a short text, where a plain loop is
/// faster than `split_once`.
#[inline]
pub fn split_at_byte(text: &str, byte: u8) -> Option<(&str, &str)> {
    debug_assert!(byte.is_ascii());
    let at = text.bytes().position(|each| each == byte)?;
    Some((&text[..at], &text[at + 1..]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_three_bytes_are_asked(text in "[ab\\PC]{0,40}", wanted in "[ab]{1,3}") {
            let [one, two, three] = [0, 1, 2].map(|at| wanted.as_bytes().get(at).copied());
            let may = |wanted: Option<u8>, byte| wanted.is_none_or(|wanted| wanted == byte);
            let found = any_triple(&text, |a, b, c| may(one, a) & may(two, b) & may(three, c));
            prop_assert_eq!(found, text.contains(&wanted));
        }

        #[test]
        fn a_text_is_split_at_a_byte(text in "[a#é]{0,12}") {
            prop_assert_eq!(split_at_byte(&text, b'#'), text.split_once('#'));
        }

        #[test]
        fn a_byte_is_found_wherever_it_stands(text in "[ab]{0,140}#?[ab]{0,140}") {
            prop_assert_eq!(has_byte(&text, b'#'), text.contains('#'));
        }
    }
}
