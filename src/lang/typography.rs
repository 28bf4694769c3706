//! How French is set: its spaces and its quotation marks.
//!
//! In the source both languages are typed alike, with ordinary spaces, `code` between backticks
//! and “words” between curly marks. French has a no-break space before a double mark (`:`, `;`,
//! `?`, `!`) and a percent sign, and « guillemets » around either. Nothing between backticks
//! changes, because it is typed again as it stands. Source: Lexique des règles typographiques en
//! usage à l'Imprimerie nationale.

const OPENING: &str = "«\u{a0}";
const CLOSING: &str = "\u{a0}»";
const SPACE: &str = "\u{a0}";

/// The length of a French sentence once it is set, in bytes.
pub const fn length(typed: &str) -> usize {
    let (mut length, mut rest, mut code) = (0, typed.as_bytes(), false);
    while let Some(mark) = next_mark(rest, code) {
        length += mark.before.len() + mark.becomes.len();
        (rest, code) = (mark.after, mark.opens_code);
    }
    length + rest.len()
}

/// A French sentence as it is set; `N` is its [`length`].
// There are two thousand, and each step costs the compiler: all between two marks is one.
pub const fn set<const N: usize>(typed: &str) -> [u8; N] {
    let (mut set, mut end) = ([0; N], 0);
    let (mut rest, mut code) = (typed.as_bytes(), false);
    while let Some(mark) = next_mark(rest, code) {
        end = put(&mut set, end, mark.before);
        end = put(&mut set, end, mark.becomes.as_bytes());
        (rest, code) = (mark.after, mark.opens_code);
    }
    put(&mut set, end, rest);
    set
}

/// Writes a piece at a place, and returns where it ends.
const fn put(set: &mut [u8], at: usize, piece: &[u8]) -> usize {
    set.split_at_mut(at).1.split_at_mut(piece.len()).0.copy_from_slice(piece);
    at + piece.len()
}

/// The text that these bytes are.
pub const fn utf8(bytes: &'static [u8]) -> &'static str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("whole pieces are replaced by whole characters"),
    }
}

/// A mark that is not set as it is typed: what it becomes, what stands before and behind it, and
/// whether that is code.
struct Mark<'a> {
    before: &'a [u8],
    becomes: &'static str,
    after: &'a [u8],
    opens_code: bool,
}

/// The first mark of what is left of a sentence, which may begin within code.
const fn next_mark(typed: &[u8], code: bool) -> Option<Mark<'_>> {
    let mut at = 0;
    while at < typed.len() {
        let (length, becomes, opens_code) = match typed[at] {
            b'`' if code => (1, CLOSING, false),
            b'`' => (1, OPENING, true),
            b' ' if !code && is_double(typed, at + 1) => (1, SPACE, false),
            0xE2 if starts_with(typed, at, "“") => (3, OPENING, code),
            0xE2 if starts_with(typed, at, "”") => (3, CLOSING, code),
            _ => {
                at += 1;
                continue;
            }
        };
        let (before, rest) = typed.split_at(at);
        return Some(Mark { before, becomes, after: rest.split_at(length).1, opens_code });
    }
    None
}

const fn is_double(typed: &[u8], at: usize) -> bool {
    at < typed.len() && matches!(typed[at], b':' | b';' | b'?' | b'!' | b'%')
}

const fn starts_with(typed: &[u8], at: usize, mark: &str) -> bool {
    let mark = mark.as_bytes();
    let mut next = 0;
    while next < mark.len() {
        if at + next >= typed.len() || typed[at + next] != mark[next] {
            return false;
        }
        next += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use crate::lang::{Text, text};

    #[test]
    fn french_is_set_and_code_is_left_alone() {
        let sentences: [(Text, &str); 5] = [
            (text!("", "code inconnu : `a : b` ; lequel ?"), "code inconnu_: «_a : b_» ; lequel_?"),
            (text!("", "“à compléter” n'est rien"), "«_à compléter_» n'est rien"),
            (text!("", "10 % d'écart : sheet list"), "10_% d'écart_: sheet list"),
            (text!("", "été"), "été"),
            (text!("", ""), ""),
        ];
        for (text, set) in sentences {
            assert_eq!(text.fr.replace('\u{a0}', "_"), set.replace(" ;", "_;"));
        }
    }
}
