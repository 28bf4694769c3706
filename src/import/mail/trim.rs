//! An answer without what stands around it: the greeting, the end of the letter, the signature.

use crate::import::mail::words::{
    DEVICES, FAREWELLS, GREETINGS, IN_FORMULAS, begins_with, rest_behind,
};
use crate::text::fold::name_key;
use crate::value::bullets::strip_mark;

/// The most words of a line that is no more than a greeting or a farewell.
const FEW: usize = 6;

/// The most words of the line that a telephone adds.
const DEVICE: usize = 8;

/// The most lines of a signature.
const MOST: usize = 6;

/// What is answered on some lines.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Trimmed {
    /// The answer, paragraphs apart.
    pub text: String,
    /// What stands below the end of the letter, and is more than the name of whoever wrote it.
    pub signature: String,
}

/// What is answered on these lines; `names` are those of the writer.
pub(super) fn answer(lines: &[&str], names: &[&str]) -> Trimmed {
    let lines = lines.iter().map(|line| line.trim());
    let is_device =
        |line: &&str| begins_with(line, &DEVICES) && line.split_whitespace().count() <= DEVICE;
    let lines: Vec<&str> = lines.filter(|line| !is_device(line)).collect();
    let mut lines = without_greeting(&lines);
    let mut signature = Vec::new();
    if let Some(end) = (0..lines.len()).find(|at| is_end(&lines, *at)) {
        let below = lines.split_off(end);
        let is_more = |line: &&str| !is_name(line, names) && !is_formula(line, &FAREWELLS);
        signature.extend(below.into_iter().skip(1).filter(|line| !line.is_empty()).filter(is_more));
    }
    while lines.last().is_some_and(|last| last.is_empty() || is_name(last, names))
        && lines.len() > 1
    {
        lines.pop();
    }
    if lines.first().is_some_and(|first| is_formula(first, &FAREWELLS)) {
        lines.remove(0);
    }
    Trimmed { text: joined(&lines), signature: joined(&signature) }
}

/// Whether a letter ends with the line at an index: `--`, or a stroke or a farewell below the text, and
/// no more than a signature behind it.
fn is_end(lines: &[&str], at: usize) -> bool {
    let (above, below) = (&lines[..at], &lines[at + 1..]);
    let full: Vec<&&str> = below.iter().filter(|line| !line.is_empty()).collect();
    let signs = |line: &&str| {
        is_formula(line, &FAREWELLS)
            || line.split_whitespace().count() <= 2 * FEW && !line.ends_with(['.', '!', '?', '…'])
    };
    let is_farewell =
        || is_formula(lines[at], &FAREWELLS) && above.iter().any(|line| !line.is_empty());
    lines[at] == "--"
        || (matches!(lines[at], "—" | "__") || is_farewell())
            && full.len() <= MOST
            && full.into_iter().all(signs)
}

/// Whether a line is one of these formulas alone, with whom it is for: `Merci à toutes et tous`,
/// `Bonjour Zoé`. What else begins so is a sentence.
fn is_formula(line: &str, formulas: &[&str]) -> bool {
    let is_word = |word: &&str| word.contains(char::is_alphanumeric);
    let words: Vec<&str> = line.split_whitespace().filter(is_word).collect();
    let Some(rest) = rest_behind(line, formulas).filter(|_| words.len() <= FEW) else {
        return false;
    };
    let behind = rest.split_whitespace().filter(is_word).count().min(words.len());
    words[words.len() - behind..].iter().all(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        !word.contains('[') && bare.starts_with(char::is_uppercase)
            || IN_FORMULAS.contains(&name_key(bare).as_str())
    })
}

/// The lines without the greeting above them, or before the first of them.
fn without_greeting<'l>(lines: &[&'l str]) -> Vec<&'l str> {
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
    let mut lines = lines[first..].to_vec();
    let Some(line) = lines.first() else {
        return lines;
    };
    let is_end = |c: char| matches!(c, ',' | '!' | '.' | ':');
    let (greeting, rest) = match line.find(is_end) {
        Some(end) => {
            (&line[..end], line[end..].trim_start_matches(|c: char| is_end(c) || c == ' '))
        }
        None => (*line, ""),
    };
    if !is_formula(greeting, &GREETINGS) {
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
            ("Bonjour à toutes et à tous,\nVenir tôt.\nMerci Lou !", "Venir tôt."),
            ("Venir tôt.\nMerci !\nRester tard.", "Venir tôt. Merci ! Rester tard."),
            ("[privé]\nMerci [Privé] !", "[privé] Merci [Privé] !"),
        ] {
            let lines: Vec<&str> = text.lines().collect();
            assert_eq!(answer(&lines, &["Zoé Petit"]).text, expected, "{text}");
        }
    }

    #[test]
    fn a_sentence_that_begins_like_a_formula_is_kept() {
        for text in [
            "Merci à tous les habitants.",
            "Bonjour les tables sur la place, bonjour la vie.",
            "La rue.\n\nÀ bientôt sur la place !\n\nEt merci aux voisins qui ont tout porté.",
            "Salut les chaises, dit la dame.",
            "Envoyé par la mairie un matin de pluie, le plan a tout changé.",
        ] {
            let lines: Vec<&str> = text.lines().collect();
            assert_eq!(answer(&lines, &["Zoé Petit"]).text, text, "{text}");
        }
    }

    #[test]
    fn what_stands_below_the_end_is_handed_on() {
        let lines = ["Venir tôt.", "", "Bien cordialement,", "Zoé", "La coop", "06 00 00 00 00"];
        let trimmed = answer(&lines, &["Zoé Petit"]);
        assert_eq!(trimmed.text, "Venir tôt.");
        assert_eq!(trimmed.signature, "La coop 06 00 00 00 00");
    }
}
