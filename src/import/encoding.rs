//! Bytes → text, in the encodings in which tables are exported: UTF-8, UTF-16 with its mark, else
//! Windows-1252.

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

fn of_bytes(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|byte| of_windows(*byte)).collect()),
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
        let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            marked,
            windows,
            utf16(u16::to_le_bytes, [0xff, 0xfe]),
            utf16(u16::to_be_bytes, [0xfe, 0xff]),
        ] {
            assert_eq!(decoded(&bytes), text, "{bytes:?}");
        }
    }
}
