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

/// Where a line ends, if it does, and whether all of it before is ASCII.
#[inline]
pub(super) fn line_end(bytes: &[u8]) -> (Option<usize>, bool) {
    let (eights, rest) = bytes.as_chunks::<8>();
    let mut before = 0;
    for (index, eight) in eights.iter().enumerate() {
        let eight = u64::from_le_bytes(*eight);
        let found = zeros(eight ^ (EACH * u64::from(b'\n')));
        if found != 0 {
            let byte = found.trailing_zeros() as usize / 8;
            before |= eight & ((1 << (byte * 8)) - 1);
            return (Some(index * 8 + byte), before & TOP == 0);
        }
        before |= eight;
    }
    let within = rest.iter().position(|byte| *byte == b'\n');
    let last = &rest[..within.unwrap_or(rest.len())];
    (within.map(|within| eights.len() * 8 + within), before & TOP == 0 && last.is_ascii())
}

/// How many characters a stretch of UTF-8 has: the bytes that begin one.
#[inline]
pub(super) fn characters(bytes: &[u8]) -> usize {
    let (eights, rest) = bytes.as_chunks::<8>();
    let goes_on = |eight: u64| (eight >> 7) & !(eight >> 6) & EACH;
    let ends = |eight: &[u8; 8]| goes_on(u64::from_le_bytes(*eight)).wrapping_mul(EACH) >> 56;
    let within: u64 = eights.iter().map(ends).sum();
    let behind = rest.iter().filter(|byte| **byte & 0xc0 == 0x80).count();
    bytes.len() - within as usize - behind
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
    eight.wrapping_sub(EACH) & !eight & TOP
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
        fn the_end_of_a_line_is_found(bytes in prop::collection::vec(prop::sample::select(&[0x80, b'a', b'\n', 11, 0xff, 0][..]), 0..40)) {
            let end = bytes.iter().position(|byte| *byte == b'\n');
            let is_ascii = bytes[..end.unwrap_or(bytes.len())].is_ascii();
            prop_assert_eq!(line_end(&bytes), (end, is_ascii));
        }
    }
}
