//! The marks at which a list may be cut, and whether it is.

use crate::lang::Text;
use crate::text::scan::any_triple;

/// A mark at which a list may be cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Comma,
    Slash,
    /// ` + `, or a bullet or a bar between two.
    Plus,
    /// A hyphen or a dash between spaces.
    Dash,
    /// ` et `, ` and `.
    And,
    Ampersand,
    /// The space before an address of the web.
    Link,
}

/// What stands round a mark.
pub struct Between<'t> {
    /// From the last cut to the mark.
    pub before: &'t str,
    /// From the mark to the end of the part.
    pub after: &'t str,
    /// Whether the list was cut before.
    pub goes_on: bool,
}

/// No item is longer than this, in bytes.
const LONGEST: usize = 300;

impl<'t> Between<'t> {
    /// What probably is the next item.
    pub fn next(&self) -> &'t str {
        // Far behind there is no end of it, and a long text has many marks.
        let near =
            (0..=self.after.len().min(LONGEST)).rfind(|end| self.after.is_char_boundary(*end));
        let near = &self.after[..near.unwrap_or_default()];
        let ends = [",", " et ", " and ", " & "].map(|mark| near.find(mark));
        let end = ends.into_iter().flatten().min().unwrap_or(near.len());
        near[..end].trim()
    }

    /// Whether the mark stands within a number: `1,5`.
    pub fn in_number(&self) -> bool {
        self.before.ends_with(|c: char| c.is_ascii_digit())
            && self.after.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether two letters at least stand on either side, or a space: not `c/o`, `2022/2023`.
    pub fn between_words(&self) -> bool {
        let letters = |c: &char| c.is_alphabetic();
        self.before.ends_with(' ')
            || self.after.starts_with(' ')
            || self.before.chars().rev().take_while(letters).count() >= 2
                && self.after.chars().take_while(letters).count() >= 2
    }
}

/// Whether a list is cut at a mark, and why that is not certain.
#[derive(Clone, Copy, Debug)]
pub struct Cut {
    pub cuts: bool,
    pub doubt: Option<Text>,
}

impl Cut {
    pub const YES: Cut = Cut { cuts: true, doubt: None };
    pub const NO: Cut = Cut { cuts: false, doubt: None };

    pub fn when(cuts: bool) -> Cut {
        Cut { cuts, doubt: None }
    }

    pub fn because(self, doubt: Text) -> Cut {
        Cut { doubt: Some(doubt), ..self }
    }
}

/// Whether anything stands in a text at which a list may be cut: seen at a glance, before it is
/// tried.
pub fn has_mark(text: &str) -> bool {
    // The dashes, the dots and the bullet begin with one byte, which few letters do.
    let may_be = any_triple(text, |byte, next, _| {
        let mark = (byte == b',') | (byte == b'/') | (byte == b'|') | (byte == b';');
        let other = (byte == b'\n') | (byte == b'&') | (byte == b'+') | (byte == b'*');
        let joint = (byte == b' ') & ((next == b'e') | (next == b'a') | (next == b'-'));
        mark | other | joint | (byte == 0xe2) | (byte == b'.') & (next == b'.')
    });
    text.starts_with(|c: char| c.is_ascii_digit() || c == '-')
        || may_be && (text.contains(SIGNS) || text.contains("...") || is_joined(text))
}

/// Whether a word or a dash joins two names in a text.
pub fn is_joined(text: &str) -> bool {
    may_join(text) && JOINTS.iter().any(|joint| text.contains(joint))
}

/// A text without the word that joins it to the one before.
pub fn strip_joint(text: &str) -> Option<&str> {
    ["et ", "and ", "& "].iter().find_map(|joint| text.strip_prefix(joint))
}

/// Where a list may be cut, in one sign.
const SIGNS: [char; 12] = [',', '/', '•', '|', ';', '\n', '&', '+', '–', '—', '*', '…'];

/// What joins two names.
const JOINTS: [&str; 3] = [" et ", " and ", " - "];

/// Whether a joint may stand in a text: seen in one look at its bytes.
fn may_join(text: &str) -> bool {
    any_triple(text, |byte, next, last| {
        let word = (next == b'e') & (last == b't') | (next == b'a') & (last == b'n');
        (byte == b' ') & (word | (next == b'-'))
    })
}

/// The mark with which a text begins, and how long it is without the space behind it.
pub fn mark_at(text: &str, first: char) -> Option<(Mark, usize)> {
    let mark = match first {
        ',' => return Some((Mark::Comma, 1)),
        '/' => return Some((Mark::Slash, 1)),
        '•' | '|' => return Some((Mark::Plus, first.len_utf8())),
        ' ' => text,
        _ => return None,
    };
    const SPACED: [(&str, Mark); 9] = [
        (" et ", Mark::And),
        (" and ", Mark::And),
        (" & ", Mark::Ampersand),
        (" + ", Mark::Plus),
        (" - ", Mark::Dash),
        (" – ", Mark::Dash),
        (" — ", Mark::Dash),
        (" http://", Mark::Link),
        (" https://", Mark::Link),
    ];
    let (sign, kind) = SPACED.into_iter().find(|(sign, _)| mark.starts_with(sign))?;
    let length = if kind == Mark::Link { 1 } else { sign.len() - 1 };
    Some((kind, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_mark_is_missed_at_a_glance() {
        for sign in SIGNS {
            assert!(has_mark(&format!("A{sign}B")), "{sign}");
        }
        for joint in JOINTS {
            let text = format!("A{joint}B");
            assert!(is_joined(&text) && has_mark(&text), "{joint}");
        }
        assert!(has_mark("A..."));
        for joint in JOINTS {
            let after = joint.trim_start();
            assert_eq!(
                strip_joint(after).is_some(),
                after.contains(char::is_alphabetic),
                "{joint}"
            );
        }
    }
}
