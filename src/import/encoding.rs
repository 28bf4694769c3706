//! Bytes → text, in the encodings in which tables are exported: UTF-8, UTF-16 with its mark, else
//! Windows-1252 or Mac Roman, by their French letters.

use std::borrow::Cow;

/// The text of a file, without the mark that says how it is encoded.
pub(in crate::import) fn decoded(bytes: &[u8]) -> String {
    let utf16 = |rest: &[u8], pair: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.chunks_exact(2).map(|two| pair([two[0], two[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => of_bytes(rest).into_owned(),
        _ => of_bytes(bytes).into_owned(),
    }
}

/// The name of the encoding of a file: by its mark, else by what its bytes can be.
pub(in crate::import) fn encoding(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "UTF-16",
        _ if std::str::from_utf8(bytes).is_ok() => "UTF-8",
        _ if is_mac(bytes) => "Mac Roman",
        _ => "Windows-1252",
    }
}

fn of_bytes(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => {
            let letter = if is_mac(bytes) { of_mac } else { of_windows };
            Cow::Owned(bytes.iter().map(|byte| letter(*byte)).collect())
        }
    }
}

/// Whether more bytes are the letters of French in Mac Roman than in Windows-1252. Both have letters
/// where the other has signs: `0x8e` is `é` or `Ž`, `0xe9` is `È` or `é`.
fn is_mac(bytes: &[u8]) -> bool {
    let french = |letter: fn(u8) -> char| {
        let is_french = |byte: &&u8| "éèêëàâîïôùûçœ’«»".contains(letter(**byte));
        bytes.iter().filter(|byte| **byte >= 0x80).filter(is_french).count()
    };
    french(of_mac) > french(of_windows)
}

/// A byte of Mac Roman. Source: Unicode, Mappings/Vendors/Apple/Roman.txt.
fn of_mac(byte: u8) -> char {
    const FROM_0X80: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
        ¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
    match byte {
        0x80.. => FROM_0X80.chars().nth(usize::from(byte - 0x80)).unwrap_or_default(),
        byte => char::from(byte),
    }
}

/// A byte of Windows-1252. Source: WHATWG, Encoding, index-windows-1252.
fn of_windows(byte: u8) -> char {
    const FROM_0X80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => FROM_0X80[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_in_every_encoding() {
        let text = "L’œuvre à 9 €";
        let utf16 = |units: fn(u16) -> [u8; 2], mark: [u8; 2]| {
            let units = text.encode_utf16().flat_map(units);
            mark.into_iter().chain(units).collect::<Vec<u8>>()
        };
        let windows = b"L\x92\x9cuvre \xe0 9 \x80".to_vec();
        let mac = b"L\xd5\xcfuvre \x88 9 \xdb".to_vec();
        let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            marked,
            windows,
            mac,
            utf16(u16::to_le_bytes, [0xff, 0xfe]),
            utf16(u16::to_be_bytes, [0xfe, 0xff]),
        ] {
            assert_eq!(decoded(&bytes), text, "{bytes:?}");
        }
    }
}
