//! Where a byte stands in a line. Lines and values are short: eight bytes at a time are looked at
//! sooner than a search for long texts has begun.

const EACH: u64 = 0x0101_0101_0101_0101;
const TOP: u64 = 0x8080_8080_8080_8080;

/// Where a byte stands first.
#[inline]
pub(super) fn find(byte: u8, bytes: &[u8]) -> Option<usize> {
    find_either(byte, byte, bytes)
}

/// Where one of two bytes stands first.
#[inline]
pub(super) fn find_either(one: u8, other: u8, bytes: &[u8]) -> Option<usize> {
    let (eights, rest) = bytes.as_chunks::<8>();
    for (index, eight) in eights.iter().enumerate() {
        let eight = u64::from_le_bytes(*eight);
        let found =
            zeros(eight ^ (EACH * u64::from(one))) | zeros(eight ^ (EACH * u64::from(other)));
        if found != 0 {
            return Some(index * 8 + found.trailing_zeros() as usize / 8);
        }
    }
    let within = rest.iter().position(|byte| *byte == one || *byte == other)?;
    Some(eights.len() * 8 + within)
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
    }
}
