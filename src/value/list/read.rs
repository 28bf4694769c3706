//! Reads the items that a text lists.

use crate::lang::{Phrase, Text};
use crate::value::list::cut::cut;
use crate::value::list::item::{Judged, ListItem, Scope};
use crate::value::list::judge::{self, NO_NAME, no_item};
use crate::value::list::kind::Kind;
use crate::value::list::known::KnownNames;
use crate::value::list::mark::has_mark;
use crate::value::list::piece::Piece;
use crate::value::parsed::{Parsed, plain_spaces, says_nothing};

/// Reads the items that a text lists; a name that is known is one, whatever stands in it.
pub fn read<T: ListItem>(text: &str, scope: Scope, known: &KnownNames) -> Vec<Judged<T>> {
    let kind = T::KIND;
    let text = text.trim();
    if kind.is_one_at_a_glance(text) {
        let outcome = Parsed::Exact(T::named(text));
        return vec![Judged { text: text.to_owned(), outcome, is_remark: false }];
    }
    read_pieces(text, scope, known)
}

/// Reads those of a text that is not plain at a glance.
pub fn read_pieces<T: ListItem>(text: &str, scope: Scope, known: &KnownNames) -> Vec<Judged<T>> {
    let kind = T::KIND;
    let pieces = match scope {
        _ if known.contains(text) => vec![Piece::of(text)],
        Scope::Item if kind.one_per_item => vec![Piece::of(text)],
        _ if kind.is_judged => cut(&plain_spaces(text), kind, known),
        _ => (kind.segments)(text),
    };
    let alone = pieces.len() == 1;
    let mut judged: Vec<Judged<T>> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let before = judged.last_mut().map(|judged| &mut judged.outcome);
        if let Some(Parsed::Exact(item) | Parsed::Uncertain { value: item, .. }) = before
            && item.append(&piece)
        {
            continue;
        }
        // Marks alone in an item were meant to be one.
        let is_marks = scope == Scope::Item && !piece.text.contains(char::is_alphanumeric);
        let is_known = known.contains(&piece.text);
        let settled = is_known || is_marks && !kind.has_members;
        let no_item = if settled { None } else { judge(&piece, kind, alone) };
        let outcome = match (no_item, &piece.heading) {
            (Some(outcome), _) => outcome,
            (None, None) if is_known => Parsed::Exact(T::named(&piece.text)),
            (None, _) => doubted(T::read(&piece), piece.doubt.filter(|_| !is_known)),
        };
        let settled = scope == Scope::Item && !kind.has_members;
        let outcome = if settled { certain(outcome) } else { outcome };
        let is_remark =
            kind.is_judged && (judge::is_more(&piece.text) || judge::is_nothing(&piece.text));
        let text = match (&piece.heading, &outcome) {
            (Some(heading), Parsed::Invalid(_)) => format!("{heading} : {}", piece.text),
            _ => piece.text,
        };
        judged.push(Judged { text, outcome, is_remark });
    }
    judged
}

/// Whether a text is clear as one item, to its last letter.
pub fn is_one<T: ListItem + PartialEq>(text: &str, item: &T) -> bool {
    match read::<T>(text, Scope::Item, &KnownNames::default()).as_slice() {
        [Judged { outcome: Parsed::Exact(read), .. }] => read == item,
        _ => false,
    }
}

/// The pieces of a text of an item that probably holds several.
pub fn pieces(text: &str, kind: &Kind, known: &KnownNames) -> Vec<String> {
    pieces_where(text, kind, known, |_| true)
}

/// The same, where it is certain that these are several.
pub fn certain_pieces(text: &str, kind: &Kind, known: &KnownNames) -> Vec<String> {
    pieces_where(text, kind, known, |piece| piece.doubt.is_none())
}

/// The pieces of a text where all of them are such, else the text as a whole.
fn pieces_where(
    text: &str,
    kind: &Kind,
    known: &KnownNames,
    are: impl Fn(&Piece) -> bool,
) -> Vec<String> {
    let whole = || vec![text.to_owned()];
    if !has_mark(text) || known.contains(text) {
        return whole();
    }
    let mut pieces = cut(&plain_spaces(text), kind, known);
    if !pieces.iter().all(are) {
        return whole();
    }
    pieces.retain(|piece| !says_nothing(&piece.text));
    let with_heading = |Piece { text, heading, .. }: Piece| match heading {
        Some(heading) => format!("{heading} : {text}"),
        None => text,
    };
    pieces.into_iter().map(with_heading).collect()
}

/// What becomes of a piece that is no item; nothing of one that may be.
fn judge<T>(piece: &Piece, kind: &Kind, alone: bool) -> Option<Parsed<T>> {
    let text = &piece.text;
    if !kind.is_judged {
        return None;
    }
    if judge::is_nothing(text) && (alone || !judge::is_more(text)) {
        let silent = alone || !text.chars().any(char::is_alphanumeric);
        return Some(if silent {
            Parsed::Empty
        } else {
            Parsed::invalid(Phrase::fill(NO_NAME, &[("text", text)]))
        });
    }
    let why = no_item(text, kind.nobody)?;
    Some(Parsed::invalid(Phrase::fill(why, &[("text", text)])))
}

/// A reading without its doubt.
fn certain<T>(reading: Parsed<T>) -> Parsed<T> {
    match reading {
        Parsed::Uncertain { value, .. } => Parsed::Exact(value),
        reading => reading,
    }
}

/// A reading with the doubt of its cut, where it has none of its own.
fn doubted<T>(reading: Parsed<T>, doubt: Option<Text>) -> Parsed<T> {
    match (reading, doubt) {
        (Parsed::Exact(value), Some(reason)) => Parsed::uncertain(value, reason),
        (reading, _) => reading,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::document::{DOCUMENTS, Document};
    use crate::value::lesson::{Lesson, Word};
    use crate::value::list::name::NAMES;
    use crate::value::organisation::{ORGANISATIONS, Organisation};
    use crate::value::person::{PEOPLE, Person};

    /// What stands in lists, marks of every sort among it.
    const PIECES: [&str; 24] = [
        "Alix",
        "Mairie de A",
        "role",
        "etc.",
        "1.",
        "2.",
        "-",
        "•",
        "*",
        "**",
        ":",
        ",",
        ";",
        "/",
        "|",
        "&",
        "+",
        "–",
        "—",
        "et",
        "and",
        "…",
        "https://a.fr",
        "\n",
    ];

    /// What stands in names, words that say something else among it.
    const WORDS: [&str; 38] = [
        "d'Orbec",
        "d'avec",
        "Alix",
        "Durand",
        "CAF",
        "Oie",
        "74",
        "Mairie",
        "mairie",
        "de",
        "la",
        "La",
        "les",
        "Les",
        "et",
        "ou",
        "puis",
        "aucun",
        "Aucun",
        "Mme",
        "M",
        "équipe",
        "habitants",
        "Habitants",
        "anonyme",
        "etc",
        "al",
        "autres",
        "RAS",
        "néant",
        "maire",
        "Ville",
        "forum",
        "pas",
        "d'",
        "avec",
        "3",
        "deux",
    ];

    /// Whether what is seen at a glance is what is read piece by piece.
    fn is_seen_at_a_glance<T: ListItem + PartialEq>(text: &str) -> bool {
        let none = KnownNames::default();
        !(T::KIND.is_plain)(text)
            || [Scope::Field, Scope::Item].into_iter().all(|scope| {
                match read_pieces::<T>(text, scope, &none).as_slice() {
                    [Judged { outcome: Parsed::Exact(read), .. }] => *read == T::named(text),
                    _ => false,
                }
            })
    }

    proptest! {
        #[test]
        fn what_is_seen_at_a_glance_is_what_is_read(
            words in prop::collection::vec(prop::sample::select(&WORDS[..]), 1..5),
        ) {
            let text = words.join(" ");
            prop_assert!(is_seen_at_a_glance::<Person>(&text), "{text:?}");
            prop_assert!(is_seen_at_a_glance::<Organisation>(&text), "{text:?}");
            prop_assert!(is_seen_at_a_glance::<String>(&text), "{text:?}");
            prop_assert!(is_seen_at_a_glance::<Document>(&text), "{text:?}");
        }

        #[test]
        fn a_lesson_or_a_word_seen_at_a_glance_is_what_is_read(
            pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 1..6),
        ) {
            let text = pieces.join(" ");
            let text = text.trim();
            prop_assert!(is_seen_at_a_glance::<Lesson>(text), "{text:?}");
            prop_assert!(is_seen_at_a_glance::<Word>(text), "{text:?}");
        }

        #[test]
        fn what_has_no_mark_is_one_piece_in_every_sort_of_list(
            pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 1..6),
            joint in prop::sample::select(&["", " "][..]),
        ) {
            let text = pieces.join(joint);
            for kind in [&PEOPLE, &ORGANISATIONS, &NAMES, &DOCUMENTS] {
                let cut = cut(&plain_spaces(&text), kind, &KnownNames::default());
                prop_assert!(cut.len() <= 1 || has_mark(&text), "{text:?}: {cut:?}");
            }
        }
    }
}
