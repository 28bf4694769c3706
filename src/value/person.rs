//! A person, and the people that a text names.

use std::collections::HashSet;

use crate::text::fold::name_key;
use crate::value::bullets::items;
use crate::value::own::Own;
use crate::value::parsed::{normalise, says_nothing};

/// Somebody who took part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    pub role: Option<String>,
    pub organisation: Option<String>,
    pub own: Own,
}

/// The people that a text names, and what in it names nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    pub people: Vec<Person>,
    /// What is no name: `36 personnes`.
    pub left: Vec<String>,
}

/// Phrases that say a role before a name.
const ROLES: [&str; 11] = [
    "avec l'appui de",
    "avec l'aide de",
    "avec le soutien de",
    "avec la participation de",
    "avec l'appui d'",
    "avec l'aide d'",
    "avec",
    "animation :",
    "coordination :",
    "facilitation :",
    "pilotage :",
];

impl Person {
    pub fn named(name: impl Into<String>) -> Person {
        Person { name: name.into(), ..Person::default() }
    }

    /// Whether the name is one word: a first name alone.
    pub fn first_name_only(&self) -> bool {
        !self.name.is_empty() && !self.name.trim().contains([' ', '\u{a0}', '.'])
    }
}

/// Reads the people that a whole field names: apart at `;` and at line ends, then at `,`, then at
/// ` et ` and `&`. Nobody is merged with anybody.
pub fn split(text: &str) -> People {
    if is_plain_name(text) {
        return People { people: vec![Person::named(text.trim())], left: Vec::new() };
    }
    let text = normalise(text);
    let mut people = People::default();
    let parts =
        items(&text).into_iter().flat_map(|item| pieces(&item.replace('\n', " "), &[";", " • "]));
    for part in parts.flat_map(|part| pieces(&part, &[",", " et ", " & ", " and "])) {
        if says_nothing(&part) && !part.chars().any(char::is_alphanumeric) {
            continue;
        }
        if part.starts_with(|c: char| c.is_ascii_digit()) {
            people.left.push(part)
        } else {
            people.people.push(person(&part))
        }
    }
    people
}

/// Whether a text is one or two words of letters with a capital, so that there is nothing to split.
fn is_plain_name(text: &str) -> bool {
    let mut words = text.split(' ');
    let two = words.by_ref().take(2).all(|word| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-')
    });
    two && words.next().is_none() && !text.starts_with("Avec ")
}

/// The pieces between marks, none of which is cut within parentheses.
fn pieces(text: &str, marks: &[&str]) -> Vec<String> {
    if !marks.iter().any(|mark| text.contains(mark)) {
        return vec![text.trim().to_owned()];
    }
    let mut pieces = vec![String::new()];
    let mut rest = text;
    let mut depth = 0_usize;
    while let Some(c) = rest.chars().next() {
        let mark = marks.iter().find(|mark| depth == 0 && rest.starts_with(*mark));
        if let Some(mark) = mark {
            pieces.push(String::new());
            rest = &rest[mark.len()..];
            continue;
        }
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if let Some(last) = pieces.last_mut() {
            last.push(c);
        }
        rest = &rest[c.len_utf8()..];
    }
    pieces
        .into_iter()
        .map(|piece| piece.trim().to_owned())
        .filter(|piece| !piece.is_empty())
        .collect()
}

fn person(text: &str) -> Person {
    let text = text.trim();
    let lower = text.to_lowercase().replace('’', "'");
    let same_length = lower.len() == text.len();
    for role in ROLES.iter().filter(|_| same_length) {
        let Some(rest) = lower.strip_prefix(role) else {
            continue;
        };
        let apart = role.ends_with(['\'', ':']) || rest.starts_with(' ');
        let name = text[role.len()..].trim();
        if apart && !name.is_empty() {
            let role = text[..role.len()].trim_end_matches([' ', ':']).to_owned();
            return Person { role: Some(role), ..Person::named(name) };
        }
    }
    match text.split_once('(').and_then(|(name, role)| Some((name.trim(), role.strip_suffix(')')?)))
    {
        Some((name, role)) if !name.is_empty() && !role.trim().is_empty() => {
            Person { role: Some(role.trim().to_owned()), ..Person::named(name) }
        }
        _ => Person::named(text),
    }
}

/// Names within one sheet, to be asked whether somebody may be one of them: the same letters
/// whatever the case, accents and hyphens, or one name is the other's first words. Names are
/// never merged by likeness.
#[derive(Debug, Default)]
pub struct NameSet {
    whole: HashSet<String>,
    beginnings: HashSet<String>,
}

impl NameSet {
    pub fn of<'a>(names: impl Iterator<Item = &'a str>) -> NameSet {
        let mut known = NameSet::default();
        for name in names.map(name_key).filter(|name| !name.is_empty()) {
            known.beginnings.extend(beginnings(&name).map(str::to_owned));
            known.whole.insert(name);
        }
        known
    }

    /// Whether this may be the name of one of them.
    pub fn may_contain(&self, name: &str) -> bool {
        let name = name_key(name);
        self.beginnings.contains(&name) || beginnings(&name).any(|first| self.whole.contains(first))
    }
}

/// The first word of a name, the first two, and so on; of a very long text not all.
fn beginnings(name: &str) -> impl Iterator<Item = &str> {
    let ends = name.match_indices(' ').map(|(at, _)| at).take(8).chain([name.len()]);
    ends.map(|end| &name[..end]).filter(|first| !first.is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The people in one line: `Alix D. | Lou <avec l'appui de>`, and what was left.
    fn shape(text: &str) -> String {
        let People { people, left } = split(text);
        let person = |person: &Person| match &person.role {
            Some(role) => format!("{} <{role}>", person.name),
            None => person.name.clone(),
        };
        let mut shape = people.iter().map(person).collect::<Vec<_>>().join(" | ");
        if !left.is_empty() {
            shape += &format!(" + {}", left.join(" | "));
        }
        shape
    }

    #[test]
    fn people_are_told_apart_and_never_merged() {
        for (text, expected) in [
            ("Maud ; Rémi ; Frédérique ; Noé", "Maud | Rémi | Frédérique | Noé"),
            ("Alix D. et Sam B., avec l'appui de Lou", "Alix D. | Sam B. | Lou <avec l'appui de>"),
            ("Alix, Sam & Lou", "Alix | Sam | Lou"),
            ("- Alix\n- Sam", "Alix | Sam"),
            ("Lou (facilitatrice, scribe)", "Lou <facilitatrice, scribe>"),
            ("Frédéric et Frédérique", "Frédéric | Frédérique"),
            ("Odette Etienne", "Odette Etienne"),
            ("• Alix • Bob", "Alix | Bob"),
            ("36 personnes", " + 36 personnes"),
            ("Alix ; 3 bénévoles", "Alix + 3 bénévoles"),
            ("Alix\u{a0};\u{a0}Sam", "Alix | Sam"),
            ("; , et", "et"),
            ("", ""),
        ] {
            assert_eq!(shape(text), expected, "{text}");
        }
    }

    #[test]
    fn a_first_name_alone_is_one_word() {
        for (name, alone) in
            [("Alix", true), ("Jean-Pierre", true), ("Alix D.", false), ("Alix Durand", false)]
        {
            assert_eq!(Person::named(name).first_name_only(), alone, "{name}");
        }
    }

    #[test]
    fn names_are_of_one_person_by_their_letters_never_by_likeness() {
        let may_be_one = |one: &str, other: &str| NameSet::of([other].into_iter()).may_contain(one);
        assert!(may_be_one("Élodie", "elodie Brémond"));
        assert!(may_be_one("elodie Brémond", "Élodie"));
        assert!(may_be_one("Jean-Noël Brie", "jean noel brie"));
        assert!(!may_be_one("Frédéric", "Frédérique"));
        assert!(!may_be_one("", "Alix"));
        assert!(!may_be_one("Alix Durand", "Alix Petit"));
    }

    proptest! {
        #[test]
        fn no_word_is_lost(text in "[A-Za-zéè0-9 ,;&()\n-]{0,60}") {
            let People { people, left } = split(&text);
            let kept: String = people.iter().map(|p| format!("{} {} ", p.name, p.role.as_deref().unwrap_or(""))).chain(left).collect();
            for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !matches!(*word, "" | "et" | "and")) {
                prop_assert!(kept.contains(word), "{word} in {kept}");
            }
        }
    }
}
