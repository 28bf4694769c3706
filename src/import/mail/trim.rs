//! An answer without what stands around it: the greeting, the end of the letter, the signature.

use crate::import::mail::words::{DEVICES, FAREWELLS, GREETINGS, begins_with};
use crate::text::fold::name_key;
use crate::value::bullets::strip_mark;

/// The most words of a line that is no more than a greeting or a farewell.
const FEW: usize = 6;

/// What is answered on these lines, paragraphs apart; `names` are those of the writer.
pub(super) fn answer(lines: &[&str], names: &[&str]) -> String {
    let mut lines: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    if let Some(end) = lines.iter().position(|line| matches!(*line, "--" | "—" | "__")) {
        lines.truncate(end);
    }
    lines.retain(|line| !begins_with(line, &DEVICES));
    let mut lines = without_greeting(&lines);
    let is_full = |line: &&str| !line.is_empty();
    if let Some(end) = (1..lines.len())
        .find(|at| is_short(lines[*at], &FAREWELLS) && lines[..*at].iter().any(is_full))
    {
        lines.truncate(end);
    }
    while lines.last().is_some_and(|last| last.is_empty() || is_name(last, names))
        && lines.len() > 1
    {
        lines.pop();
    }
    if lines.first().is_some_and(|first| is_short(first, &FAREWELLS)) {
        lines.remove(0);
    }
    joined(&lines)
}

fn is_short(line: &str, words: &[&str]) -> bool {
    line.split_whitespace().count() <= FEW && begins_with(line, words)
}

/// The lines without the greeting above them, or before the first of them.
fn without_greeting<'l>(lines: &[&'l str]) -> Vec<&'l str> {
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
    let mut lines = lines[first..].to_vec();
    let Some(line) = lines.first().filter(|line| begins_with(line, &GREETINGS)) else {
        return lines;
    };
    let is_end = |c: char| matches!(c, ',' | '!' | '.' | ':');
    let (greeting, rest) = match line.find(is_end) {
        Some(end) => {
            (&line[..end], line[end..].trim_start_matches(|c: char| is_end(c) || c == ' '))
        }
        None => (*line, ""),
    };
    if greeting.split_whitespace().count() > FEW {
        return lines;
    }
    if rest.is_empty() {
        lines.remove(0);
    } else {
        lines[0] = rest;
    }
    lines
}

/// Whether a line is the name of the writer, or begins as it does: `Zoé`, `Zoé P.`, `Z.`
fn is_name(line: &str, names: &[&str]) -> bool {
    let line = name_key(line);
    let words = line.split(' ').map(|word| word.trim_matches(['-', '.', ',', '*']));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    names.iter().any(|name| {
        let name = name_key(name);
        let known: Vec<&str> = name.split(' ').collect();
        let mut pairs = words.iter().zip(&known);
        (1..=known.len()).contains(&words.len())
            && pairs.all(|(word, known)| known.starts_with(word))
    })
}

/// The lines of each paragraph as one, where they are no items of a list.
pub(super) fn joined(lines: &[&str]) -> String {
    let mut text = String::new();
    let mut blank = false;
    for line in lines {
        if line.is_empty() {
            blank = true;
            continue;
        }
        let starts_item = strip_mark(line).is_some();
        match (text.is_empty(), blank, starts_item) {
            (true, ..) => {}
            (_, true, false) => text.push_str("\n\n"),
            (_, _, true) => text.push('\n'),
            (_, false, false) => text.push(' '),
        }
        text.push_str(line);
        blank = false;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_an_answer_is_no_part_of_it() {
        for (text, expected) in [
            ("Coucou !\n\nVenir tôt,\navant tous.\n\nBises\nZoé", "Venir tôt, avant tous."),
            ("Bonjour Sam, venir tôt.\nMerci beaucoup !", "venir tôt."),
            ("Venir tôt.\n\n-- \nZoé Petit\n06 00 00 00 00", "Venir tôt."),
            ("Venir tôt.\nZoé", "Venir tôt."),
            ("Venir tôt.\nZoé P.", "Venir tôt."),
            ("Venir tôt.\n\nEnvoyé de mon téléphone", "Venir tôt."),
            ("Merci pour ta question !\n\nVenir tôt.\nBest regards,\nZoé", "Venir tôt."),
            ("- Venir tôt\n- Rester tard", "- Venir tôt\n- Rester tard"),
            ("Un.\n\nDeux.", "Un.\n\nDeux."),
            (
                "Merci aux voisins, ce sont eux qui ont tout porté.",
                "Merci aux voisins, ce sont eux qui ont tout porté.",
            ),
            ("Zoé", "Zoé"),
            ("", ""),
        ] {
            let lines: Vec<&str> = text.lines().collect();
            assert_eq!(answer(&lines, &["Zoé Petit"]), expected, "{text}");
        }
    }
}
