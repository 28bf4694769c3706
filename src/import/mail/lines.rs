//! The lines of a reply: which of them its writer wrote, and which are quoted.

use crate::import::mail::heads::head;
use crate::sheet::ask::{Tag, ends_before_tag, find_tags};

/// Who wrote a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The writer of the reply.
    Own,
    /// Whoever asked: it stands behind a mark.
    Quoted,
    /// It stands below the head of a quotation that has no marks, where answers can stand, too.
    Below,
    /// The head of a quotation.
    Head,
}

/// A line without its marks.
#[derive(Clone)]
pub(super) struct Line<'t> {
    pub text: &'t str,
    pub origin: Origin,
    /// What it says where it brings an answer back; then it has no other text.
    pub tag: Option<Tag>,
}

/// The lines of a text, each with who wrote it.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    apart(with_origins(text))
}

/// Whether a text holds the head of a quotation.
pub(super) fn has_head(text: &str) -> bool {
    with_origins(text).iter().any(|line| line.origin == Origin::Head)
}

fn with_origins(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line> = text.lines().map(line).collect();
    let (mut at, mut is_unmarked) = (0, false);
    while at < lines.len() {
        let origin = lines[at].origin;
        let alike = lines[at..].iter().take_while(|line| line.origin == origin);
        let length = match origin {
            Origin::Own | Origin::Below => head(alike.map(|line| line.text)),
            Origin::Quoted | Origin::Head => None,
        };
        let Some(length) = length else {
            at += 1;
            continue;
        };
        lines[at..at + length].iter_mut().for_each(|line| line.origin = Origin::Head);
        at += length;
        // Once it is, all below is quoted already.
        if is_unmarked {
            continue;
        }
        let first = lines[at..].iter().find(|line| !line.text.is_empty());
        is_unmarked = first.is_none_or(|line| line.origin != Origin::Quoted);
        if is_unmarked {
            let unmarked = lines[at..].iter_mut().filter(|line| line.origin == Origin::Own);
            unmarked.for_each(|line| line.origin = Origin::Below);
        }
    }
    lines
}

fn line(text: &str) -> Line<'_> {
    let mut rest = text.trim();
    let mut origin = Origin::Own;
    while let Some(quoted) = rest.strip_prefix('>') {
        (rest, origin) = (quoted.trim_start(), Origin::Quoted);
    }
    Line { text: rest, origin, tag: None }
}

/// The same lines, where each that brings an answer back stands alone, however it was broken, and
/// whatever was typed beside it.
fn apart(lines: Vec<Line>) -> Vec<Line> {
    let texts: Vec<&str> = lines.iter().map(|line| line.text).collect();
    let whole = texts.join("\n");
    let mut found = find_tags(&whole).into_iter().peekable();
    let mut out = Vec::with_capacity(lines.len());
    let (mut start, mut passed) = (0, 0);
    for line in lines {
        let end = start + line.text.len();
        let mut from = passed.max(start);
        let mut is_whole = from == start;
        let part = |from: usize, to: usize, origin| Line {
            text: line.text.get(from - start..to - start).unwrap_or_default().trim(),
            origin,
            tag: None,
        };
        let says = |part: &Line| part.text.contains(char::is_alphanumeric);
        while let Some((place, tag)) = found.next_if(|(place, _)| place.start < end) {
            let before = part(from, place.start, line.origin);
            out.extend(Some(before).filter(|part| says(part) && !ends_before_tag(part.text)));
            out.push(Line { text: "", origin: line.origin, tag: Some(tag) });
            (passed, from, is_whole) = (place.end, place.end, false);
        }
        if is_whole {
            out.push(line);
        } else if from < end {
            // Our message ends with that line: whoever wrote on did so within the quotation.
            let is_own = line.origin == Origin::Own;
            let origin = if is_own { Origin::Own } else { Origin::Below };
            out.extend(Some(part(from, end, origin)).filter(says));
        }
        start = end + 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(text: &str) -> String {
        let lines = lines(text);
        let own = lines.iter().filter(|line| line.origin == Origin::Own && !line.text.is_empty());
        own.map(|line| line.text).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn a_quotation_is_known_by_its_head_or_its_marks() {
        for (text, expected) in [
            ("La pluie\n\nLe 3 mai 2024 à 10:02, La coop a écrit :\n> Bonjour", "La pluie"),
            (
                "La pluie\n\nLe ven. 3 mai 2024 à 10:02, La coop <\na@example.org> a écrit :\n\nBonjour",
                "La pluie",
            ),
            (
                "La pluie\n\nOn Fri, May 3, 2024 at 10:02 AM Coop <a@example.org>\nwrote:\n\n> Hello",
                "La pluie",
            ),
            (
                "La pluie\n\nDe : La coop\nEnvoyé : vendredi 3 mai 2024\nÀ : Sam\nObjet : Une question\n\nBonjour",
                "La pluie",
            ),
            (
                "La pluie\n\n*From:* Coop\n*Sent:* Friday\n*Subject:* A question\n\nHello",
                "La pluie",
            ),
            (
                "La pluie\n-----Message d'origine-----\nDe : La coop\nObjet : X\n\nBonjour",
                "La pluie",
            ),
            (
                "La pluie\n________________________________\nFrom: Coop\nSent: Friday\n\nHello",
                "La pluie",
            ),
            ("La pluie\nLe 3 mai 2024 à 10:02, La coop a écrit :\n> Bonjour", "La pluie"),
            (
                "Le 3 on danse.\nLe 3 mai 2024 à 10:02, La coop a écrit :\n> Bonjour",
                "Le 3 on danse.",
            ),
            ("La pluie\nLa coop <a@example.org> a écrit :\n> Bonjour", "La pluie"),
            ("La pluie\nLa coop <\na@example.org> a écrit :\n> Bonjour", "La pluie"),
            ("De : La coop\nObjet : X\nLa pluie\nÀ : midi", ""),
            (
                "La pluie\n\nHello Sam,\n\nI have one question about a project of ours; one sentence",
                "La pluie",
            ),
            ("La pluie [sheet a cost] le vent", "La pluie|le vent"),
            (
                "Laisse cette ligne, elle dit où va\nta réponse : [sheet a\ncost]",
                "Laisse cette ligne, elle dit où va",
            ),
            ("Le maire m'a écrit :\n« Bravo »", "Le maire m'a écrit :|« Bravo »"),
            ("De : bon matin, on a tout monté.", "De : bon matin, on a tout monté."),
            ("> Bonjour\nLa pluie\n> Merci", "La pluie"),
        ] {
            assert_eq!(own(text), expected, "{text}");
        }
    }
}
