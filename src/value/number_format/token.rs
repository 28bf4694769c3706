//! The smallest parts of the code of a number format.

/// A part of a code.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Literal(String),
    /// A place for a digit: `0`, `#`, `?`.
    Digit(char),
    /// What parts the whole from its decimals.
    Point,
    /// Thousands are set apart, or left out where it stands behind the digits.
    Comma,
    Percent,
    /// A part of a day or of an hour, and how many times its letter stands there.
    Date(char, usize),
    /// Hours, minutes or seconds that are more than a day's: `[h]`.
    Elapsed(char),
    /// `AM/PM`: hours are counted to twelve, which nobody needs to know.
    Half,
    /// A power of ten, a fraction: shown as a plain number.
    Odd,
    General,
    /// The place of a text.
    Text,
    /// `[<1000]`: for which numbers a section is.
    Condition(String),
}

/// The sections of a code, each with its parts.
pub(super) fn tokens(code: &str) -> Vec<Vec<Token>> {
    let mut sections = vec![Vec::new()];
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let (token, length) = next(rest, first);
        match token {
            Some(token) => put(sections.last_mut(), token),
            None if first == ';' => sections.push(Vec::new()),
            None => {}
        }
        rest = &rest[length.min(rest.len())..];
    }
    sections
}

/// Adds a part; literals that follow each other are one.
fn put(section: Option<&mut Vec<Token>>, token: Token) {
    let Some(section) = section else {
        return;
    };
    match (section.last_mut(), token) {
        (Some(Token::Literal(text)), Token::Literal(more)) => text.push_str(&more),
        (_, token) => section.push(token),
    }
}

/// The first part of a code, and how many bytes it takes.
fn next(rest: &str, first: char) -> (Option<Token>, usize) {
    let literal = |text: &str| Some(Token::Literal(text.to_owned()));
    let second = rest.chars().nth(1);
    let behind = first.len_utf8() + second.map_or(0, char::len_utf8);
    match first {
        '"' => {
            let end = rest[1..].find('"').map_or(rest.len(), |at| at + 1);
            (literal(&rest[1..end]), end + 1)
        }
        '\\' => (second.map(|c| Token::Literal(c.into())), behind),
        // A space as wide as a character; what fills the cell.
        '_' => (literal(" "), behind),
        '*' => (None, behind),
        '[' => {
            let end = rest.find(']').unwrap_or(rest.len());
            (bracket(&rest[1..end.max(1)]), end + 1)
        }
        '0' | '#' | '?' => (Some(Token::Digit(first)), 1),
        '.' => (Some(Token::Point), 1),
        ',' => (Some(Token::Comma), 1),
        '%' => (Some(Token::Percent), 1),
        '@' => (Some(Token::Text), 1),
        '/' if rest[1..].starts_with(['?', '#']) => (Some(Token::Odd), 1),
        ';' => (None, 1),
        _ if starts_with(rest, "general") => (Some(Token::General), 7),
        _ if starts_with(rest, "standard") => (Some(Token::General), 8),
        _ if starts_with(rest, "am/pm") => (Some(Token::Half), 5),
        _ if starts_with(rest, "a/p") => (Some(Token::Half), 3),
        'E' | 'e' if rest[1..].starts_with(['+', '-']) => (Some(Token::Odd), 2),
        'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => {
            let letter = first.to_ascii_lowercase();
            let count = rest.chars().take_while(|c| c.to_ascii_lowercase() == letter).count();
            (Some(Token::Date(letter, count)), count)
        }
        other => (Some(Token::Literal(other.into())), other.len_utf8()),
    }
}

/// What stands in brackets: a currency, time beyond a day, a condition; a colour is nothing.
fn bracket(inner: &str) -> Option<Token> {
    if let Some(currency) = inner.strip_prefix('$') {
        let sign = currency.split('-').next().unwrap_or_default();
        return (!sign.is_empty()).then(|| Token::Literal(sign.to_owned()));
    }
    if inner.starts_with(['<', '>', '=']) {
        return Some(Token::Condition(inner.to_owned()));
    }
    let letter = inner.chars().next()?.to_ascii_lowercase();
    let same = inner.chars().all(|c| c.to_ascii_lowercase() == letter);
    (same && matches!(letter, 'h' | 'm' | 's')).then_some(Token::Elapsed(letter))
}

fn starts_with(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}
