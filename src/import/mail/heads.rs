//! The head of a quotation: the lines above what is quoted that say whose it is.

use crate::import::mail::words::{DATED, FROM, SENT, SUBJECT, TO, WROTE, begins_with, greets};
use crate::sheet::ask::is_lead;
use crate::text::fold::name_key;

/// The most lines over which the head of a quotation is broken.
const MOST: usize = 4;

/// So many lines are looked at for the end of a head.
const LOOKED_AT: usize = 4 * MOST;

/// How many lines the head of a quotation has that begins with the first of these, if one does. Our own
/// message is known by its beginning, too.
pub(super) fn head<'t>(texts: impl Iterator<Item = &'t str>) -> Option<usize> {
    let texts: Vec<&str> = texts.take(LOOKED_AT).collect();
    let first = texts.first().filter(|first| !first.is_empty())?;
    if is_rule(first) {
        let blank = texts[1..].iter().take_while(|text| text.is_empty()).count();
        let block = head_of_block(&texts[1 + blank..]);
        return match block {
            Some(block) => Some(1 + blank + block.length),
            None => first.chars().any(char::is_alphabetic).then_some(1),
        };
    }
    attribution(&texts)
        .or_else(|| head_of_block(&texts).map(|head| head.length))
        .or_else(|| beginning(&texts))
}

/// Whether the first of these lines that is not blank begins our message.
pub(super) fn begins_as_ours(texts: &[&str]) -> bool {
    let blank = texts.iter().take_while(|text| text.is_empty()).count();
    texts.get(blank).is_some() && beginning(&texts[blank..]).is_some()
}

/// The beginning of our message: the greeting, and the sentence below it.
fn beginning(texts: &[&str]) -> Option<usize> {
    let greeting = usize::from(greets(texts[0]).is_some());
    let blank = texts[greeting..].iter().take_while(|text| text.is_empty()).count();
    let lead = greeting + blank;
    texts.get(lead).is_some_and(|text| is_lead(text)).then_some(lead + 1)
}

/// The lines that say who wrote what follows, and when.
fn attribution(texts: &[&str]) -> Option<usize> {
    let full = texts.iter().take_while(|text| !text.is_empty()).count();
    let says = |start: usize, end: usize| is_attribution(&texts[start..end].join(" "));
    let end = (1..=full.min(MOST)).find(|end| says(0, *end))?;
    // What stands right above its first line is no part of it.
    let begins = |start: usize| {
        if is_dated(texts[0]) { is_dated(texts[start]) } else { !texts[start - 1].ends_with('<') }
    };
    (!(1..end).any(|start| begins(start) && says(start, end))).then_some(end)
}

/// Whether a line begins with a day, as that line does: `Le 12 mars`, `On Mon, Nov 4`.
fn is_dated(text: &str) -> bool {
    begins_with(text, &DATED) && text.contains(|c: char| c.is_ascii_digit())
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
        [&SENT[..], &SUBJECT, &TO].iter().any(|labels| labelled(line, labels).is_some())
    };
    // A list of addresses may go on over some lines, and a page may set each line apart.
    let goes_on = |at: usize| {
        let is_open = at > 0 && lines[at - 1].trim_end().ends_with([';', ',', '<']);
        let is_gap = lines[at].trim().is_empty() && lines.get(at + 1).is_some_and(is_head);
        is_open || is_gap || lines[at].contains('@')
    };
    let is_one = |at: &usize| *at == 0 || is_head(&lines[*at]) || goes_on(*at);
    let whole = (0..lines.len()).take_while(is_one).count();
    let length = lines[..whole].iter().rposition(is_head)? + 1;
    let find = |labels| lines[..length].iter().find_map(|line| labelled(line, labels));
    let (sent, subject) = (find(&SENT[..]), find(&SUBJECT[..]));
    let name = from.split(['<', '[']).next().unwrap_or_default().trim_matches(['"', ' ']);
    let from = Some(name.to_owned()).filter(|name| !name.is_empty() && !name.contains('@'));
    (sent.is_some() || subject.is_some()).then_some(Head { length, from, subject })
}
