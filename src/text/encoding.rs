//! Bytes → text, in the encodings in which tables are exported: UTF-8, UTF-16 with its mark, else
//! Windows-1252 or Mac Roman, by their French letters.

/// How the characters of a text are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16,
    Windows1252,
    MacRoman,
}

/// The mark with which a text in UTF-8 may begin.
const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

impl Encoding {
    /// All that are known.
    pub const ALL: [Encoding; 4] =
        [Encoding::Utf8, Encoding::Utf16, Encoding::Windows1252, Encoding::MacRoman];

    /// That of a file: by its mark, else by what its bytes can be.
    pub fn of(bytes: &[u8]) -> Encoding {
        match bytes {
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Encoding::Utf16,
            _ if std::str::from_utf8(bytes).is_ok() => Encoding::Utf8,
            _ if is_mac(bytes) => Encoding::MacRoman,
            _ => Encoding::Windows1252,
        }
    }

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16 => "UTF-16",
            Encoding::Windows1252 => "Windows-1252",
            Encoding::MacRoman => "Mac Roman",
        }
    }

    /// The text of a file without its mark; U+FFFD where bytes are no character.
    pub fn read(self, bytes: &[u8]) -> String {
        match self {
            Encoding::Utf8 => {
                String::from_utf8_lossy(bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes)).into_owned()
            }
            Encoding::Utf16 => utf16(bytes),
            Encoding::Windows1252 => bytes.iter().map(|byte| of_windows(*byte)).collect(),
            Encoding::MacRoman => bytes.iter().map(|byte| of_mac(*byte)).collect(),
        }
    }
}

/// The text of a file, without the mark that says how it is encoded.
pub fn decoded(bytes: &[u8]) -> String {
    Encoding::of(bytes).read(bytes)
}

/// A file of which somebody has said how it is encoded, in UTF-8; `None` where it is not so.
pub fn in_utf8(bytes: &[u8], encoding: Encoding) -> Option<String> {
    match encoding {
        Encoding::Utf8 if std::str::from_utf8(bytes).is_err() => None,
        Encoding::Utf16 => {
            Some(utf16(bytes)).filter(|text| !text.contains(char::REPLACEMENT_CHARACTER))
        }
        _ => Some(encoding.read(bytes)),
    }
}

fn utf16(bytes: &[u8]) -> String {
    let has_zeros = |at: usize| bytes.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    let (rest, is_large_first) = match bytes {
        [0xff, 0xfe, rest @ ..] => (rest, false),
        [0xfe, 0xff, rest @ ..] => (rest, true),
        // Most letters need one byte of the two.
        rest => (rest, has_zeros(0) > has_zeros(1)),
    };
    let unit = if is_large_first { u16::from_be_bytes } else { u16::from_le_bytes };
    let (pairs, rest) = rest.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|two| unit(*two)).collect();
    let text = String::from_utf16_lossy(&units);
    if rest.is_empty() { text } else { text + "\u{fffd}" }
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
            let found = Encoding::of(&bytes);
            assert_eq!(in_utf8(&bytes, found).as_deref(), Some(text), "{found:?}");
        }
        let without_mark: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(in_utf8(&without_mark, Encoding::Utf16).as_deref(), Some(text));
        assert_eq!(in_utf8(b"\xe9", Encoding::Utf8), None);
        assert_eq!(in_utf8(b"\xfe\xff\xd8\x00", Encoding::Utf16), None);
        assert_eq!(in_utf8(b"a\x00b", Encoding::Utf16), None);
        assert_eq!(in_utf8(b"\x8e", Encoding::MacRoman).as_deref(), Some("é"));
    }
}
