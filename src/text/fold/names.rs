//! Names made comparable: case, accents, ligatures, quotation marks, hyphens and spaces.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::is_nfc;

/// The one form of a name that some systems write in another: `é` as one character (NFC).
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// Folds for comparing names: case, accents, ligatures, quotation marks, hyphens and spaces.
/// Frédéric and Frédérique stay two.
pub fn name_key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Spaces are held back until a letter follows, so that there is one, and none at the ends.
    let mut space = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        // Most of most names stays as it is, but for its capitals.
        let same = length_of_same(rest.as_bytes());
        if same > 0 {
            if std::mem::take(&mut space) {
                out.push(' ');
            }
            out.push_str(&rest[..same]);
            rest = &rest[same..];
            continue;
        }
        letters(first, &mut |letter| match plain(letter) {
            ' ' => space = !out.is_empty(),
            letter => {
                if std::mem::take(&mut space) {
                    out.push(' ');
                }
                out.push(letter);
            }
        });
        rest = &rest[first.len_utf8()..];
    }
    out.make_ascii_lowercase();
    out
}

/// How many bytes at the beginning stay as they are where names are folded: letters of ASCII and
/// marks, with single spaces between them.
fn length_of_same(bytes: &[u8]) -> usize {
    let stays = |at: usize| bytes.get(at).is_some_and(|byte| STAYS[usize::from(*byte)]);
    let mut end = 0;
    while stays(end) || end > 0 && bytes.get(end) == Some(&b' ') && stays(end + 1) {
        end += 1;
    }
    end
}

/// The bytes that stay as they are where names are folded, wherever they stand.
static STAYS: [bool; 256] = {
    let mut stays = [false; 256];
    let mut byte = b'!';
    while byte <= b'~' {
        stays[byte as usize] = !matches!(byte, b'-' | b'_' | b'`');
        byte += 1;
    }
    stays
};

/// The letters and digits of a text as [`name_key`] folds them: whatever its marks and spaces.
pub fn letters_key(text: &str) -> String {
    letter_runs(&name_key(text)).collect()
}

/// The stretches of letters and digits in a text.
pub fn letter_runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
}

/// The letter that a character is where it is folded, or the first of them.
pub fn first_letter(c: char) -> Option<char> {
    let mut first = None;
    letters(c, &mut |letter| first = first.or(Some(letter)));
    first
}

/// Whether a text begins with these folded letters, however it spells them.
pub fn starts_with_key(text: &str, folded: &str) -> bool {
    let mut rest = folded.chars();
    let mut next = rest.next();
    let mut same = true;
    for c in text.chars() {
        letters(c, &mut |letter| match next {
            Some(wanted) if wanted == letter => next = rest.next(),
            Some(_) => same = false,
            None => {}
        });
        if !same || next.is_none() {
            break;
        }
    }
    same && next.is_none()
}

/// The letters that a character is, without accents and capitals.
fn letters(c: char, put: &mut impl FnMut(char)) {
    match c {
        '\0'..='\x7f' => put(c.to_ascii_lowercase()),
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => put('e'),
        'à' | 'â' | 'ä' | 'À' | 'Â' | 'Ä' => put('a'),
        'î' | 'ï' | 'Î' | 'Ï' => put('i'),
        'ô' | 'ö' | 'Ô' | 'Ö' => put('o'),
        'ù' | 'û' | 'ü' | 'Ù' | 'Û' | 'Ü' => put('u'),
        'ç' | 'Ç' => put('c'),
        'œ' | 'Œ' => ['o', 'e'].into_iter().for_each(put),
        'æ' | 'Æ' => ['a', 'e'].into_iter().for_each(put),
        'ß' => ['s', 's'].into_iter().for_each(put),
        // Strokes are no accents to Unicode, and nobody types them.
        'ø' | 'Ø' => put('o'),
        'ł' | 'Ł' => put('l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => put('d'),
        'þ' | 'Þ' => ['t', 'h'].into_iter().for_each(put),
        'ħ' | 'Ħ' => put('h'),
        'ı' => put('i'),
        _ => {
            let bases = std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c));
            bases.flat_map(char::to_lowercase).for_each(put);
        }
    }
}

fn plain(c: char) -> char {
    match c {
        '’' | 'ʼ' | '‘' | '`' => '\'',
        '-' | '‐' | '‑' | '–' | '—' | '_' => ' ',
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_never_merged_by_likeness() {
        assert_ne!(name_key("Frédéric"), name_key("Frédérique"));
        assert_eq!(name_key("Jean-Noël"), name_key("jean  noel"));
        assert_eq!(name_key("Łukasz Đorđe Øyvind"), "lukasz dorde oyvind");
    }
}
