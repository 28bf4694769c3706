//! Cuts a text at the marks where its sort of list is cut, never within parentheses or a name that
//! is known.

use std::ops::Range;

use crate::value::list::judge::{FIRST_ALONE, NAME_FIRST, ONE, is_lower, is_more, split_heading};
use crate::value::list::kind::Kind;
use crate::value::list::known::KnownNames;
use crate::value::list::mark::{Between, Cut, Mark, mark_at, strip_joint};
use crate::value::list::piece::Piece;
use crate::value::list::words;

/// The pieces of a text, without what closes a list or joins its last item.
pub(super) fn cut(text: &str, kind: &Kind, known: &KnownNames) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let segments = (kind.segments)(text);
    let last_first = kind.is_headed && are_last_names_first(&segments);
    for segment in segments {
        let mut heading = segment.heading;
        let in_bold = heading.is_some();
        let mut under = 0;
        for mut piece in cut_part(&segment.text, kind, known) {
            if let Some((head, rest)) = split_heading(&piece.text).filter(|_| kind.is_headed) {
                let (is_name, one_word) = (is_whole_name(head), !rest.contains(' '));
                under = 0;
                if is_name && words::is_role(rest) && (one_word || is_lower(rest)) {
                    // `Alix Durand : animatrice`
                    heading = None;
                    piece.text = format!("{head} ({rest})");
                } else {
                    piece.doubt = piece.doubt.or((is_name && one_word).then_some(NAME_FIRST));
                    heading = Some(head.to_owned());
                    piece.text = rest.to_owned();
                }
            }
            under += 1;
            let by_role = heading.as_deref().is_some_and(|head| !words::is_organisation(head));
            if under > 1 && by_role && !in_bold {
                piece.doubt = piece.doubt.or(Some(FIRST_ALONE));
            }
            piece.doubt = piece.doubt.or(last_first.then_some(ONE));
            piece.heading.clone_from(&heading);
            pieces.extend(without_joints(piece));
        }
    }
    // What several stand under one role is doubtful from the first on.
    for index in 1..pieces.len() {
        let same =
            pieces[index].heading.is_some() && pieces[index].heading == pieces[index - 1].heading;
        if same && pieces[index].doubt.is_some() {
            pieces[index - 1].doubt = pieces[index - 1].doubt.or(pieces[index].doubt);
        }
    }
    pieces
}

/// Whether the words before a colon are two or more with a capital, and say no role and no body.
fn is_whole_name(head: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let is_named = head.split(' ').filter(|word| capital(word)).count() > 1;
    is_named
        && !head.contains(|c: char| c.is_ascii_digit())
        && !words::is_role(head)
        && !words::is_organisation(head)
}

/// Whether each of several parts is a word, a comma and a word: `Durand, Alix ; Petit, Sam`.
fn are_last_names_first(segments: &[Piece]) -> bool {
    let is_word = |text: &str| !text.trim().is_empty() && !text.trim().contains(' ');
    let is_pair = |segment: &Piece| {
        segment.text.split_once(',').is_some_and(|(last, first)| {
            is_word(last) && is_word(first) && !first.contains(',') && !words::is_role(first)
        })
    };
    segments.len() > 1 && segments.iter().all(is_pair)
}

fn cut_part(text: &str, kind: &Kind, known: &KnownNames) -> Vec<Piece> {
    let known = known.stretches(text);
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut start, mut depth, mut doubt) = (0, 0_usize, None);
    let closes = text.rfind([')', ']', '}', '»']).unwrap_or_default();
    for (at, c) in text.char_indices().filter(|(at, _)| *at < text.len()) {
        match c {
            '(' | '[' | '{' | '«' if at < closes => depth += 1,
            ')' | ']' | '}' | '»' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let within = |range: &Range<usize>| range.contains(&at);
        if depth > 0 || at < start || known.iter().any(within) {
            continue;
        }
        let Some((mark, length)) = mark_at(&text[at..], c) else {
            continue;
        };
        let (before, after) = (&text[start..at], &text[at + length..]);
        if before.trim().is_empty() || after.trim().is_empty() {
            continue;
        }
        let between = Between { before, after, goes_on: !pieces.is_empty() };
        let behind = at + length..text.len();
        let before_known = |range: &Range<usize>| {
            behind.contains(&range.start) && text[behind.start..range.start].trim().is_empty()
        };
        let parts = !matches!(mark, Mark::Dash | Mark::Link);
        let cut = if parts && known.iter().any(before_known) {
            Cut::YES
        } else {
            (kind.cut)(mark, &between)
        };
        doubt = doubt.or(cut.doubt);
        if cut.cuts {
            pieces.push(Piece { text: before.trim().to_owned(), doubt, ..Piece::default() });
            doubt = cut.doubt;
            start = at + length;
        }
    }
    pieces.push(Piece { text: text[start..].trim().to_owned(), doubt, ..Piece::default() });
    pieces
}

/// A piece without the marks that close it and the word that joins it to the one before; what
/// says that there are others is a piece of its own.
fn without_joints(piece: Piece) -> Vec<Piece> {
    let text = piece.text.trim_matches([' ', ',', ';']);
    let text = strip_joint(text).unwrap_or(text);
    let (text, more) =
        match ["...", "…"].iter().find_map(|dots| Some((text.strip_suffix(dots)?, *dots))) {
            Some((before, dots)) if !before.trim().is_empty() => (before.trim_end(), Some(dots)),
            _ => (text, None),
        };
    let text = if is_more(text) { text } else { without_stop(text) };
    let mut pieces = Vec::new();
    if !text.is_empty() {
        pieces.push(Piece { text: text.to_owned(), ..piece.clone() });
    }
    pieces.extend(more.map(|dots| Piece { text: dots.to_owned(), ..Piece::default() }));
    pieces
}

/// A text without its full stop, which a letter that stands for a name keeps: `Alix D.`
fn without_stop(text: &str) -> &str {
    let Some(bare) = text.strip_suffix('.') else {
        return text;
    };
    let last = bare.rsplit([' ', '.', '-', '\'']).next().unwrap_or(bare);
    let is_short = last.chars().count() <= 2 && last.starts_with(char::is_uppercase);
    if is_short || bare.ends_with('.') { text } else { bare.trim_end() }
}
