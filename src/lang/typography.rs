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
    let typed = typed.as_bytes();
    let (mut at, mut length, mut code) = (0, 0, false);
    while at < typed.len() {
        let piece = piece(typed, at, code);
        length += piece.becomes.len();
        code = piece.code;
        at += piece.length;
    }
    length
}

/// A French sentence as it is set; `N` is its [`length`].
pub const fn set<const N: usize>(typed: &str) -> [u8; N] {
    let typed = typed.as_bytes();
    let mut set = [0; N];
    let (mut at, mut end, mut code) = (0, 0, false);
    while at < typed.len() {
        let piece = piece(typed, at, code);
        let mut next = 0;
        while next < piece.becomes.len() {
            set[end] = piece.becomes[next];
            end += 1;
            next += 1;
        }
        code = piece.code;
        at += piece.length;
    }
    set
}

/// The text that these bytes are.
pub const fn utf8(bytes: &'static [u8]) -> &'static str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("whole pieces are replaced by whole characters"),
    }
}

/// Some bytes of a sentence, what they become, and whether code follows.
struct Piece<'a> {
    length: usize,
    becomes: &'a [u8],
    code: bool,
}

const fn piece(typed: &[u8], at: usize, code: bool) -> Piece<'_> {
    let (length, becomes, code) = match typed[at] {
        b'`' if code => (1, CLOSING.as_bytes(), false),
        b'`' => (1, OPENING.as_bytes(), true),
        b' ' if !code && is_double(typed, at + 1) => (1, SPACE.as_bytes(), false),
        0xE2 if starts_with(typed, at, "“") => (3, OPENING.as_bytes(), code),
        0xE2 if starts_with(typed, at, "”") => (3, CLOSING.as_bytes(), code),
        _ => (1, typed.split_at(at).1.split_at(1).0, code),
    };
    Piece { length, becomes, code }
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
