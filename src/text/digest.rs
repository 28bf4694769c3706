//! Digests of texts: SHA-256 (FIPS 180-4), whole and short.

use sha2::{Digest, Sha256};

/// The digest of these bytes, for machines that compare the whole.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The first eight hexadecimal digits of it: short enough to be read and typed, and long enough to
/// tell some thousands of texts apart; nobody is kept from making two that have the same.
pub fn short(bytes: &[u8]) -> String {
    let [one, two, three, four, ..] = sha256(bytes);
    format!("{one:02x}{two:02x}{three:02x}{four:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_the_one_that_the_standard_gives() {
        assert_eq!(short(b"abc"), "ba7816bf");
        assert_eq!(sha256(b"abc")[28..], [0xf2, 0x00, 0x15, 0xad]);
    }
}
