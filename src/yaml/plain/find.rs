//! Where a byte stands in a line. Lines and values are short: eight bytes at a time are looked at
//! sooner than a search for long texts has begun.

const EACH: u64 = 0x0101_0101_0101_0101;
const TOP: u64 = 0x8080_8080_8080_8080;

/// Where a byte stands first.
#[inline]
pub(super) fn find(byte: u8, bytes: &[u8]) -> Option<usize> {
    find_either(byte, byte, bytes)
}

/// Where one of two bytes stands first; neither is 0.
#[inline]
pub(super) fn find_either(one: u8, other: u8, bytes: &[u8]) -> Option<usize> {
    let within = |eight: u64| {
        let found =
            zeros(eight ^ (EACH * u64::from(one))) | zeros(eight ^ (EACH * u64::from(other)));
        (found != 0).then(|| found.trailing_zeros() as usize / 8)
    };
    for (index, eight) in bytes.as_chunks::<8>().0.iter().enumerate() {
        if let Some(within) = within(u64::from_le_bytes(*eight)) {
            return Some(index * 8 + within);
        }
    }
    // Of the last eight, those that were looked at before are neither.
    let (start, last) = last_eight(bytes);
    Some(start + within(last)?)
}

/// Where the last eight bytes begin, and they, with zeros behind them where there are fewer.
#[inline]
fn last_eight(bytes: &[u8]) -> (usize, u64) {
    let length = bytes.len();
    if let Some(last) = bytes.last_chunk::<8>() {
        return (length - 8, u64::from_le_bytes(*last));
    }
    let at = |index: usize| u64::from(bytes[index]) << (8 * index);
    let few = match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (Some(first), Some(last)) => {
            let last = u64::from(u32::from_le_bytes(*last));
            u64::from(u32::from_le_bytes(*first)) | last << (8 * (length - 4))
        }
        _ if length == 0 => 0,
        _ => at(0) | at(length / 2) | at(length - 1),
    };
    (0, few)
}

/// How many spaces stand at the beginning.
#[inline]
pub(super) fn spaces(bytes: &[u8]) -> usize {
    // Few lines begin with as many as eight.
    if let Some(eight) = bytes.first_chunk::<8>() {
        let others = u64::from_le_bytes(*eight) ^ (EACH * u64::from(b' '));
        if others != 0 {
            return others.trailing_zeros() as usize / 8;
        }
    }
    bytes.iter().take_while(|byte| **byte == b' ').count()
}

/// How many bytes stand before the first control character, all where there is none; and how many
/// before the first that is not ASCII, where that stands among them.
#[inline]
pub(super) fn until_control(bytes: &[u8]) -> (usize, usize) {
    let (eights, rest) = bytes.as_chunks::<8>();
    let mut ascii = usize::MAX;
    for (index, eight) in eights.iter().enumerate() {
        let eight = u64::from_le_bytes(*eight);
        if eight & TOP != 0 {
            ascii = ascii.min(index * 8 + (eight & TOP).trailing_zeros() as usize / 8);
        }
        let found = below(b' ', eight);
        if found != 0 {
            return (index * 8 + found.trailing_zeros() as usize / 8, ascii);
        }
    }
    let behind = eights.len() * 8;
    let length = rest.iter().position(|byte| *byte < b' ').unwrap_or(rest.len());
    let other = rest.iter().position(|byte| !byte.is_ascii());
    (behind + length, ascii.min(other.map_or(usize::MAX, |other| behind + other)))
}

/// How many characters a stretch of UTF-8 has: the bytes that begin one.
#[inline(never)]
pub(super) fn characters(bytes: &[u8]) -> usize {
    let goes_on = |eight: u64| (eight >> 7) & !(eight >> 6) & EACH;
    let ends = |eight: u64| goes_on(eight).wrapping_mul(EACH) >> 56;
    let (eights, rest) = bytes.as_chunks::<8>();
    let within: u64 = eights.iter().map(|eight| ends(u64::from_le_bytes(*eight))).sum();
    let (_, last) = last_eight(rest);
    bytes.len() - (within + ends(last)) as usize
}

/// Every place of one of two bytes, in order.
pub(super) fn places(one: u8, other: u8, bytes: &[u8]) -> impl Iterator<Item = usize> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let found = from + find_either(one, other, &bytes[from..])?;
        from = found + 1;
        Some(found)
    })
}

/// A number whose lowest bit that is set lies in the lowest byte that is zero.
#[inline]
fn zeros(eight: u64) -> u64 {
    below(1, eight)
}

/// A number whose lowest bit that is set lies in the lowest byte that is smaller than another.
#[inline]
fn below(byte: u8, eight: u64) -> u64 {
    eight.wrapping_sub(EACH * u64::from(byte)) & !eight & TOP
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_place_is_found(bytes in prop::collection::vec(prop::sample::select(&[0x80, b'a', b'`', b':', b';', b'#', 1, 0][..]), 0..40)) {
            let stands = |(at, byte): (usize, &u8)| matches!(byte, b':' | b'#').then_some(at);
            let all: Vec<usize> = bytes.iter().enumerate().filter_map(stands).collect();
            prop_assert_eq!(places(b':', b'#', &bytes).collect::<Vec<_>>(), all);
            prop_assert_eq!(find(b'a', &bytes), bytes.iter().position(|byte| *byte == b'a'));
        }

        #[test]
        fn spaces_are_counted(count in 0..20_usize, behind in "[a é!\\x00]{0,12}") {
            let text = " ".repeat(count) + &behind;
            prop_assert_eq!(spaces(text.as_bytes()), text.len() - text.trim_start_matches(' ').len());
        }

        #[test]
        fn characters_are_counted(text in "[aé€😀\\PC]{0,40}") {
            prop_assert_eq!(characters(text.as_bytes()), text.chars().count());
        }

        #[test]
        fn the_first_control_character_is_found(bytes in prop::collection::vec(prop::sample::select(&[0x80, b'a', b' ', b'\n', 31, 0x7f, 0xff, 0][..]), 0..40)) {
            let control = bytes.iter().position(|byte| *byte < b' ');
            let other = bytes.iter().position(|byte| !byte.is_ascii());
            let (length, ascii) = until_control(&bytes);
            prop_assert_eq!(length, control.unwrap_or(bytes.len()));
            prop_assert_eq!(ascii.min(length), other.unwrap_or(length).min(length));
        }
    }
}
