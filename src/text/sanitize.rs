//! The one cleaner: what a terminal could obey is made visible instead.

use std::borrow::Cow;

/// Replaces each character that a terminal may act on, or that hides or turns the text around
/// it, by one visible character: U+2400 and following for C0 controls, `�` for the others.
///
/// One character stays one character, so a column counted before is right after. Line breaks
/// stay; a tab becomes a space.
pub fn sanitize(text: &str) -> Cow<'_, str> {
    if is_plain(text) { Cow::Borrowed(text) } else { replaced(text) }
}

/// The same, character by character.
fn replaced(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| shown(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(shown).collect())
}

/// Whether a text is letters, digits and signs of ASCII and letters with accents (U+00C0 to U+02FF),
/// as most are: none of them is a control, and each takes one column.
pub fn is_plain(text: &str) -> bool {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~' | 0x80..=0xbf | 0xc3..=0xcb);
    text.bytes().fold(true, |all, byte| all & is_plain(byte))
}

/// Replaces controls alone, as a file may hold them nowhere: joiners, soft hyphens and all other
/// characters of a text stay.
pub fn printable(text: &str) -> Cow<'_, str> {
    let kept = |c: char| if c.is_control() { shown(c) } else { c };
    if text.chars().all(|c| kept(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(kept).collect())
}

/// Makes text fit for one line: visible, with line breaks as spaces.
pub fn one_line(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    if !text.contains(['\n', '\r']) {
        return replaced(text);
    }
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Cow::Owned(sanitize(&joined).into_owned())
}

fn shown(c: char) -> char {
    match c {
        '\n' => c,
        '\t' => ' ',
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('�'),
        '\u{7f}' => '␡',
        // C1 controls
        '\u{80}'..='\u{9f}'
        // soft hyphen, Arabic letter mark, Mongolian vowel separator
        | '\u{ad}' | '\u{61c}' | '\u{180e}'
        // zero width and direction marks, line and paragraph separators, embeddings, overrides
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        // word joiner, invisible operators, isolates, deprecated format characters
        | '\u{2060}'..='\u{206f}'
        // joiners, fillers and vowels that nothing is drawn for
        | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}' | '\u{ffa0}'
        // variation selectors, but for the two that emoji need
        | '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0d}'
        // byte order mark, unassigned format characters, interlinear annotation
        | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
        // shorthand and musical format controls, tags and what is kept for more of them
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' => '�',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_goes_through() {
        assert_eq!(sanitize("\u{1b}[31mrouge\u{7}"), "␛[31mrouge␇");
        assert_eq!(sanitize("a\u{202e}b\u{200b}c\u{9b}d\u{7f}"), "a�b�c�d␡");
        for hidden in "\u{34f}\u{115f}\u{17b4}\u{180b}\u{3164}\u{ffa0}\u{fff0}\u{fe00}\u{1bca0}\u{1d173}\u{e0100}".chars() {
            assert_eq!(sanitize(&format!("a{hidden}b")), "a�b", "{hidden:?}");
        }
        assert_eq!(sanitize("un\tdeux\r\n"), "un deux␍\n");
        assert_eq!(one_line("un\r\n  deux\n"), "un deux");
    }

    #[test]
    fn a_file_keeps_every_character_that_is_no_control() {
        let text = "👩\u{200d}🌾 co\u{ad}opérative \u{202e}x\u{feff}";
        assert_eq!(printable(text), text);
        assert_eq!(printable("a\u{1b}[1mb\u{9b}c\n"), "a␛[1mb�c\n");
    }

    #[test]
    fn of_what_is_plain_nothing_is_replaced() {
        let all = ('\0'..=char::MAX).map(String::from);
        let plain: Vec<String> = all.filter(|text| is_plain(text)).collect();
        assert!(plain.iter().all(|text| sanitize(text) == *text));
        assert!(plain.iter().all(|text| text.chars().all(|c| shown(c) == c)));
        assert_eq!(plain.len(), 95 + 0x300 - 0xc0);
    }

    #[test]
    fn ordinary_text_is_borrowed() {
        for text in ["", "Écoute & dialogue à Trifouilly", "漢字 🎉", "❤️", "a\nb"] {
            assert!(matches!(sanitize(text), Cow::Borrowed(same) if same == text));
        }
    }
}
