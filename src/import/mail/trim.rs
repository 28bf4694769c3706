//! An answer without what stands around it: the greeting, the end of the letter, the signature.

use crate::import::mail::words::{
    DEVICES, FAREWELLS, GREETINGS, IN_FORMULAS, NAMED, THANKS, WITHIN, begins_with, rest_behind,
};
use crate::sheet::ask::{begins_with_private_mark, with_action};
use crate::text::fold::name_key;
use crate::value::bullets::Marks;

/// The most words of a line that is no more than a greeting or a farewell.
const FEW: usize = 6;

/// The most words of the line that a telephone adds.
const DEVICE: usize = 8;

/// What is answered on some lines.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Trimmed {
    /// The answer, paragraphs apart.
    pub text: String,
    /// What stands around it, and says more than a formula and the name of its writer.
    pub left: String,
}

/// What is answered on these lines; `names` are those of the writer.
pub(super) fn answer(lines: &[&str], names: &[&str]) -> Trimmed {
    let lines = lines.iter().map(|line| line.trim());
    let mut lines: Vec<&str> = lines.skip_while(|line| line.is_empty()).collect();
    let mut left = Vec::new();
    while let Some(first) = lines.first().copied() {
        let rest = greeting(first).map(|at| &first[at..]);
        match rest.filter(|rest| !rest.is_empty()) {
            Some(rest) => lines[0] = rest,
            None if rest.is_some() || is_beginning(first) => {
                left.push(lines.remove(0));
            }
            None => break,
        }
    }
    if let Some(end) = lines.iter().position(|line| is_end(line)) {
        left.extend(lines.split_off(end));
    }
    while lines.len() > 1
        && lines.last().is_some_and(|last| last.is_empty() || is_name(last, names))
    {
        lines.pop();
    }
    let says = |line: &&str| greeting(line) != Some(line.len()) && !is_bare_end(line);
    left.retain(|line| !line.is_empty() && says(line) && !is_name(line, names));
    Trimmed { text: joined(&lines), left: joined(&left) }
}

/// The name with which somebody signs, below the end of the letter.
pub(super) fn signature<'l>(lines: &[&'l str]) -> Option<&'l str> {
    /// The most words of a name.
    const NAME: usize = 4;
    let mut lines = lines.iter().map(|line| line.trim());
    lines.find(|line| is_bare_end(line) && !is_device(line))?;
    let name = lines.find(|line| !line.is_empty())?;
    let are_named = name.split_whitespace().all(is_named);
    (are_named && name.split_whitespace().count() <= NAME).then_some(name)
}

/// Where the text begins behind a greeting, if a line begins with one: `Bonjour Zoé, `.
fn greeting(line: &str) -> Option<usize> {
    let is_end = |c: char| matches!(c, ',' | '!' | '.');
    let end = line.find(is_end).unwrap_or(line.len());
    let is_greeting = is_formula(&line[..end], &GREETINGS, is_named);
    let is_address = beside(&line[..end], &NAMED).is_none_or(|words| !words.is_empty());
    let rest = line[end..].trim_start_matches(|c: char| is_end(c) || c.is_whitespace());
    (is_greeting && is_address).then_some(line.len() - rest.len())
}

/// Whether a line above an answer says nothing, or how it was written.
fn is_beginning(line: &str) -> bool {
    let is_within = || line.split_whitespace().count() <= FEW && begins_with(line, &WITHIN);
    line.is_empty() || is_formula(line, &THANKS, is_named) || is_device(line) || is_within()
}

/// Whether the letter ends with a line: a stroke, a farewell, what a telephone adds.
fn is_end(line: &str) -> bool {
    is_bare_end(line) || is_formula(line, &FAREWELLS, is_named)
}

/// Whether it says no more than that.
fn is_bare_end(line: &str) -> bool {
    matches!(line, "--" | "—" | "__") || is_device(line) || is_formula(line, &FAREWELLS, |_| false)
}

fn is_device(line: &str) -> bool {
    begins_with(line, &DEVICES) && line.split_whitespace().count() <= DEVICE
}

/// Whether a line is one of these formulas, with nothing beside it but what may stand there, too.
fn is_formula(line: &str, formulas: &[&str], may: fn(&str) -> bool) -> bool {
    let words = beside(line, formulas);
    words.is_some_and(|words| words.iter().all(|word| is_formal(word) || may(word)))
}

/// The words of a short line beside the formula with which it begins.
fn beside<'l>(line: &'l str, formulas: &[&str]) -> Option<Vec<&'l str>> {
    let is_word = |word: &&str| word.contains(char::is_alphanumeric);
    let words: Vec<&str> = line.split_whitespace().filter(is_word).collect();
    let rest = rest_behind(line, formulas).filter(|_| words.len() <= FEW)?;
    let behind = rest.split_whitespace().filter(is_word).count();
    // What is folded may have more words: of those that have a hyphen.
    Some(words[words.len().saturating_sub(behind)..].to_vec())
}

/// Whether a word says nothing beside a formula.
fn is_formal(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    IN_FORMULAS.contains(&name_key(bare).as_str())
}

/// Whether a word can be a name; a mark in brackets is none.
fn is_named(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
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

/// The lines of each paragraph as one, where they are no items of a list, nor each a lesson with what to
/// do, nor begin with the mark of what is private.
pub(super) fn joined(lines: &[&str]) -> String {
    let mut text = String::new();
    let (mut blank, mut acts) = (false, false);
    let mut marks = Marks::default();
    for line in lines {
        if line.is_empty() {
            blank = true;
            continue;
        }
        let is_action = with_action(line).1.is_some();
        let starts_item =
            marks.strip(line).is_some() || begins_with_private_mark(line) || is_action && acts;
        acts |= is_action;
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
            ("La pluie -> un abri\nLe vent → rentrer", "La pluie -> un abri\nLe vent → rentrer"),
            ("La pluie,\nle vent → rentrer\ntôt", "La pluie, le vent → rentrer tôt"),
            (
                "Merci aux voisins, ce sont eux qui ont tout porté.",
                "Merci aux voisins, ce sont eux qui ont tout porté.",
            ),
            ("Zoé", "Zoé"),
            ("", ""),
            ("Bonjour à toutes et à tous,\nVenir tôt.\nMerci Lou !", "Venir tôt."),
            ("Envoyé de mon téléphone\n\nVenir tôt.", "Venir tôt."),
            ("[privé]\nMerci [Privé] !", "[privé] Merci [Privé] !"),
        ] {
            let lines: Vec<&str> = text.lines().collect();
            assert_eq!(answer(&lines, &["Zoé Petit"]).text, expected, "{text}");
        }
    }

    #[test]
    fn a_letter_is_signed_below_its_end() {
        for (text, name) in [
            ("Venir tôt.\n\nBises\nZoé", Some("Zoé")),
            ("Venir tôt.\nBien cordialement,\n\nSam Faure\nLa coop", Some("Sam Faure")),
            ("Venir tôt.\n-- \nSam Faure", Some("Sam Faure")),
            ("Venir tôt.\nBises\nla bande de la place", None),
            ("Venir tôt.\nZoé", None),
            ("Venir tôt.\n\nEnvoyé de mon téléphone\nZoé", None),
            ("Venir tôt.\nBises", None),
        ] {
            let lines: Vec<&str> = text.lines().collect();
            assert_eq!(signature(&lines), name, "{text}");
        }
    }

    #[test]
    fn a_sentence_that_begins_like_a_formula_is_kept() {
        for text in [
            "Bonjour a été dit trois fois.",
            "Cordialement accueillis, les habitants sont restés.",
            "Merci aux élus d'avoir attendu.",
            "Merci à tous les habitants.",
            "Bonjour les tables sur la place, bonjour la vie.",
            "Bonjour : le mot qui a tout changé.",
            "Cher, trop cher pour nous.",
            "La rue.\n\nÀ bientôt sur la place, disaient-ils.\n\nEt merci aux voisins.",
            "Envoyé par la mairie un matin de pluie, le plan a tout changé.",
            "Mes réponses aux questions des voisins les ont rassurés.",
        ] {
            let lines: Vec<&str> = text.lines().collect();
            let expected = Trimmed { text: text.to_owned(), left: String::new() };
            assert_eq!(answer(&lines, &["Zoé Petit"]), expected, "{text}");
        }
    }

    #[test]
    fn an_end_alone_is_no_answer() {
        for text in ["--\nZoé\n06 00 00 00 00", "Bises\nZoé\n06 00 00 00 00"] {
            let lines: Vec<&str> = text.lines().collect();
            let expected = Trimmed { text: String::new(), left: "06 00 00 00 00".to_owned() };
            assert_eq!(answer(&lines, &["Zoé Petit"]), expected, "{text}");
        }
    }

    #[test]
    fn what_stands_around_it_is_handed_on() {
        for (text, left) in [
            (
                "Venir tôt.\n\nBien cordialement,\nZoé\nLa coop\n06 00 00 00 00",
                "La coop 06 00 00 00 00",
            ),
            (
                "Venir tôt.\n-- \nZoé Petit\nCe message est confidentiel.",
                "Ce message est confidentiel.",
            ),
            (
                "Mes réponses ci-dessous :\nVenir tôt.\nMerci Lou !",
                "Mes réponses ci-dessous : Merci Lou !",
            ),
            ("Bonjour Lou,\nVenir tôt.\nEnvoyé de mon téléphone\nBises Zoé", "Bises Zoé"),
            ("Venir tôt.\nMerci beaucoup !\n\nZ.", ""),
            ("Venir tôt.\nMerci Sam.\nBonjour, il pleut.", "Merci Sam. Bonjour, il pleut."),
        ] {
            let lines: Vec<&str> = text.lines().collect();
            let expected = Trimmed { text: "Venir tôt.".to_owned(), left: left.to_owned() };
            assert_eq!(answer(&lines, &["Zoé Petit"]), expected, "{text}");
        }
    }
}
