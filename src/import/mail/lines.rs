//! The lines of a reply: which of them its writer wrote, and which are quoted.

use crate::import::mail::words::{FROM, SENT, SUBJECT, TO, WROTE, begins_with};
use crate::text::fold::name_key;

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
#[derive(Clone, Debug)]
pub(super) struct Line<'t> {
    pub text: &'t str,
    pub origin: Origin,
}

/// The most lines over which the head of a quotation is broken.
const MOST: usize = 4;

/// The lines of a text, each with who wrote it.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line> = text.lines().map(line).collect();
    let mut at = 0;
    while at < lines.len() {
        let Some(length) = head(&lines[at..]) else {
            at += 1;
            continue;
        };
        lines[at..at + length].iter_mut().for_each(|line| line.origin = Origin::Head);
        let rest = &mut lines[at + length..];
        let is_marked = rest.iter().find(|line| !line.text.is_empty());
        if is_marked.is_none_or(|line| line.origin != Origin::Quoted) {
            let unmarked = rest.iter_mut().filter(|line| line.origin == Origin::Own);
            unmarked.for_each(|line| line.origin = Origin::Below);
            break;
        }
        at += length;
    }
    lines
}

/// Whether a text holds the head of a quotation.
pub(super) fn has_head(text: &str) -> bool {
    lines(text).iter().any(|line| line.origin == Origin::Head)
}

fn line(text: &str) -> Line<'_> {
    let mut rest = text.trim();
    let mut origin = Origin::Own;
    while let Some(quoted) = rest.strip_prefix('>') {
        (rest, origin) = (quoted.trim_start(), Origin::Quoted);
    }
    Line { text: rest, origin }
}

/// How many lines the head of a quotation has that begins here, if one does.
fn head(lines: &[Line]) -> Option<usize> {
    let own = lines.iter().take_while(|line| line.origin == Origin::Own);
    let texts: Vec<&str> = own.take(4 * MOST).map(|line| line.text).collect();
    if texts.first().is_none_or(|first| first.is_empty()) {
        return None;
    }
    if is_rule(texts[0]) {
        let blank = texts[1..].iter().take_while(|text| text.is_empty()).count();
        let block = head_of_block(&texts[1 + blank..]);
        return match block {
            Some(block) => Some(1 + blank + block.length),
            None => texts[0].chars().any(char::is_alphabetic).then_some(1),
        };
    }
    let full = texts.iter().take_while(|text| !text.is_empty()).count();
    let says_who = |length: &usize| is_attribution(&texts[..*length].join(" "));
    (1..=full.min(MOST)).find(says_who).or_else(|| head_of_block(&texts).map(|head| head.length))
}

/// Whether a line parts a reply from what it replies to: `_____`, `-----Message d'origine-----`.
fn is_rule(text: &str) -> bool {
    let bare = text.trim_matches(['-', '_', '*', ' ']);
    let marks = text.chars().count() - bare.chars().count();
    let words = ["message d'origine", "original message", "message transfere", "forwarded message"];
    marks >= 5 && (bare.is_empty() || begins_with(bare, &words))
}

/// Whether a text says who wrote what follows, and when: `Le 12 mars à 09:14, Sam a écrit :`. A
/// sentence that ends so names no hour and no address.
fn is_attribution(text: &str) -> bool {
    if !text.ends_with(':') {
        return false;
    }
    let folded = name_key(text);
    let Some(said) = folded.strip_suffix(':').map(str::trim_end) else {
        return false;
    };
    let has_hour = folded.as_bytes().windows(3).any(|three| {
        three[0].is_ascii_digit() && matches!(three[1], b':' | b'h') && three[2].is_ascii_digit()
    });
    WROTE.iter().any(|wrote| said.ends_with(wrote)) && (has_hour || folded.contains('@'))
}

/// The head of a message as programs write it above a quotation.
pub(super) struct Head {
    /// How many lines it has.
    pub length: usize,
    pub from: Option<String>,
    pub subject: Option<String>,
}

/// The head that begins with the first of these lines: by whom, then when and about what.
pub(super) fn head_of_block(lines: &[&str]) -> Option<Head> {
    let labelled = |text: &&str, labels: &[&str]| {
        let text = text.trim_matches(['*', ' ']).to_owned();
        let (label, value) = text.split_once(':')?;
        let label = name_key(label.trim_matches(['*', ' ']));
        let value = value.trim_matches(['*', ' ']).to_owned();
        labels.contains(&label.as_str()).then_some(value)
    };
    let from = labelled(lines.first()?, &FROM)?;
    let is_head = |line: &&str| {
        [&FROM[..], &SENT, &SUBJECT, &TO].iter().any(|labels| labelled(line, labels).is_some())
    };
    // A list of addresses may go on over some lines.
    let full = lines.iter().take_while(|line| !line.trim().is_empty()).count();
    let length = lines[..full].iter().rposition(is_head)? + 1;
    let find = |labels| lines[..length].iter().find_map(|line| labelled(line, labels));
    let (sent, subject) = (find(&SENT[..]), find(&SUBJECT[..]));
    let name = from.split(['<', '[']).next().unwrap_or_default().trim_matches(['"', ' ']);
    let from = Some(name.to_owned()).filter(|name| !name.is_empty() && !name.contains('@'));
    (sent.is_some() || subject.is_some()).then_some(Head { length, from, subject })
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
            ("Le maire m'a écrit :\n« Bravo »", "Le maire m'a écrit :|« Bravo »"),
            ("De : bon matin, on a tout monté.", "De : bon matin, on a tout monté."),
            ("> Bonjour\nLa pluie\n> Merci", "La pluie"),
        ] {
            assert_eq!(own(text), expected, "{text}");
        }
    }
}
