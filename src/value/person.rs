//! A person, and the people that a text names.

use crate::lang::{Text, text};
use crate::value::list::judge::{
    self, LOWER, NUMBER, Nobody, SEVERAL, is_lower, is_more, is_nothing, no_item,
};
use crate::value::list::kind::{Kind, NAMES_HERE, WITH_ITS_NAME};
use crate::value::list::mark::{Between, Cut, Mark};
use crate::value::list::words::{self, PARTICLES};
use crate::value::list::{ListItem, Piece, segments};
use crate::value::own::Own;
use crate::value::parsed::Parsed;
use crate::value::quantity::strip_any;

/// Somebody who took part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    pub role: Option<String>,
    pub organisation: Option<String>,
    pub own: Own,
}

/// Whether a role, a body or people without a name stand in the place of a name.
pub fn stands_for_name(text: &str) -> bool {
    words::is_role(text) || words::is_organisation(text) || no_item(text, Nobody::Always).is_some()
}

/// How people are listed.
pub static PEOPLE: Kind = Kind {
    is_plain: is_plain_name,
    one_per_item: false,
    has_members: true,
    is_judged: true,
    nobody: Nobody::Always,
    segments: segments::under_headings,
    cut,
    is_headed: true,
    help: WITH_ITS_NAME,
    refused: NAMES_HERE,
};

/// Phrases that say a role before a name.
const ROLES: [&str; 7] = [
    "avec l'appui de ",
    "avec l'aide de ",
    "avec le soutien de ",
    "avec la participation de ",
    "avec l'appui d'",
    "avec l'aide d'",
    "avec ",
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

impl ListItem for Person {
    const KIND: &'static Kind = &PEOPLE;

    fn named(text: &str) -> Person {
        Person::named(text)
    }

    fn read(piece: &Piece) -> Parsed<Person> {
        let Beside { name, role, organisation, rest, reason } = beside(&piece.text);
        let heading = piece.heading.as_deref().map_or(Beside::default(), above);
        let person = Person {
            name: name.to_owned(),
            role: role.or(heading.role).map(str::to_owned),
            organisation: organisation.or(heading.organisation).map(str::to_owned),
            ..Person::default()
        };
        let rest = rest.map(str::to_owned).or(heading.rest.map(|rest| format!("{rest} :")));
        match (name_doubt(name).or(reason), rest) {
            (None, None) => Parsed::Exact(person),
            (_, Some(rest)) => Parsed::Partial { value: person, rest },
            (Some(reason), None) => Parsed::uncertain(person, reason),
        }
    }
}

/// A name, and what stands beside it.
#[derive(Default)]
struct Beside<'t> {
    name: &'t str,
    role: Option<&'t str>,
    organisation: Option<&'t str>,
    /// What says something else.
    rest: Option<&'t str>,
    reason: Option<Text>,
}

/// What a heading says of those below it.
fn above(heading: &str) -> Beside<'_> {
    if no_item(heading, Nobody::Always).is_some() && !words::is_role(heading) {
        Beside { rest: Some(heading), ..Beside::default() }
    } else if words::is_organisation(heading) {
        Beside { organisation: Some(without_article(heading)), ..Beside::default() }
    } else {
        Beside { role: Some(heading), ..Beside::default() }
    }
}

/// A name, and what stands before it or behind it.
fn beside(text: &str) -> Beside<'_> {
    if let Some(name) = strip_any(text, &ROLES).map(str::trim).filter(|name| !name.is_empty()) {
        let role = text[..text.len() - name.len()].trim();
        return Beside { name, role: Some(role), ..Beside::default() };
    }
    if let Some((name, inside)) = text.strip_suffix(')').and_then(|text| text.split_once('(')) {
        let (name, inside) = (name.trim(), inside.trim());
        if !name.is_empty() && !inside.is_empty() {
            return Beside { name, ..in_parentheses(inside) };
        }
    }
    let dash = [" - ", " – ", " — "].iter().find_map(|dash| text.split_once(dash));
    if let Some((name, role)) = dash.or_else(|| text.split_once(',')) {
        let (name, role) = (name.trim(), role.trim());
        if !name.is_empty() && !role.is_empty() {
            let known = words::is_role(role);
            if !known && words::is_organisation(role) {
                let organisation = Some(without_article(role));
                return Beside { name, organisation, ..Beside::default() };
            }
            // `…, le maire` may be somebody else.
            let sure = known && !words::is_common_noun(role);
            let reason = (!sure).then_some(PERHAPS_ROLE);
            return Beside { name, role: Some(role), reason, ..Beside::default() };
        }
    }
    Beside { name: text, ..Beside::default() }
}

/// What parentheses say of the name before them.
fn in_parentheses(inside: &str) -> Beside<'_> {
    // Two first names: `Zazou (Jeanne et Ali)`, and no `Urbaniste et Architecte`.
    let is_first_name =
        |name: &str| !name.contains(' ') && is_plain_name(name) && !words::is_role(name);
    let two = [" et ", " and ", " & "].iter().find_map(|joint| inside.split_once(joint));
    let others = strip_any(inside, &["et ", "and "]).is_some()
        || two.is_some_and(|(one, other)| is_first_name(one) && is_first_name(other))
        || strip_any(inside, &["avec ", "with "])
            .is_some_and(|other| other.starts_with(char::is_uppercase));
    if others || is_more(inside) || no_item(inside, Nobody::Always) == Some(NUMBER) {
        return Beside { rest: Some(inside), ..Beside::default() };
    }
    let both = inside.rsplit_once(", ").filter(|(role, organisation)| {
        words::is_role(role) && !is_lower(organisation) && !words::is_role(organisation)
    });
    if let Some((role, organisation)) = both {
        let (role, organisation) = (Some(role.trim()), Some(organisation.trim()));
        return Beside { role, organisation, ..Beside::default() };
    }
    if words::is_role(inside)
        || strip_any(inside, &ROLES).is_some()
        || is_lower(inside) && !words::is_organisation(inside)
    {
        return Beside { role: Some(inside), ..Beside::default() };
    }
    let clear = words::is_organisation(inside)
        || inside.contains(' ')
        || !inside.chars().any(char::is_lowercase);
    let reason = (!clear).then_some(PERHAPS_ORGANISATION);
    Beside { organisation: Some(inside), reason, ..Beside::default() }
}

/// `De l'association Oie` → `association Oie`.
fn without_article(text: &str) -> &str {
    let text = text.trim_start_matches(['-', ' ']);
    strip_any(text, &["de l'", "de la ", "de ", "du ", "des ", "d'"]).unwrap_or(text)
}

/// What makes the name of a person doubtful.
fn name_doubt(name: &str) -> Option<Text> {
    if let Some(reason) = judge::name_doubt(name) {
        return Some(reason);
    }
    let words: Vec<&str> =
        name.split([' ', '\'', '’', '-']).filter(|word| !word.is_empty()).collect();
    let main = || words.iter().filter(|word| !PARTICLES.contains(word.to_lowercase().as_str()));
    let last = || name.rsplit(' ').next().unwrap_or(name);
    if is_lower(name) {
        Some(LOWER)
    } else if main().count() > 2 && words::is_role(last()) {
        Some(PERHAPS_ROLE)
    } else if name.contains(|c: char| c.is_ascii_digit()) {
        Some(DIGITS)
    } else if words::is_organisation(name) {
        Some(ORGANISATION)
    } else if name.contains(" et ")
        || main().count() > MAX_WORDS
        || main().any(|word| word.starts_with(char::is_lowercase))
    {
        Some(SEVERAL)
    } else {
        None
    }
}

/// No name of a person has more words, hyphens apart.
const MAX_WORDS: usize = 5;

/// Whether a text is one or two words of letters with a capital, so that there is nothing to split;
/// the second may have a `d'` before it.
fn is_plain_name(text: &str) -> bool {
    let mut words = text.split(' ').enumerate();
    let two = words.by_ref().take(2).all(|(index, word)| {
        let word = word.strip_prefix("d'").filter(|_| index > 0).unwrap_or(word);
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-')
    });
    two && words.next().is_none() && !words::is_telling(text)
}

/// Where people are told apart: what begins with a small letter says more of the person before.
fn cut(mark: Mark, between: &Between) -> Cut {
    let next = between.next();
    let is_more = || {
        let nobody = no_item(next, Nobody::Always).is_some() || is_nothing(next);
        let joined = strip_any(next, &["avec ", "et "]).is_some();
        words::is_role(next) || !nobody && !joined && is_lower(next)
    };
    match mark {
        Mark::Plus => Cut::YES,
        Mark::Slash => Cut::when(between.between_words()),
        Mark::Comma | Mark::Dash => Cut::when(!is_more()),
        Mark::And | Mark::Ampersand if words::is_title(between.before.trim()) => {
            Cut::NO.because(SEVERAL)
        }
        Mark::And | Mark::Ampersand => {
            let in_role = between.before.contains([',', '–']) || between.before.contains(" - ");
            Cut::when(!(in_role && is_more()))
        }
        Mark::Link => Cut::NO,
    }
}

const DIGITS: Text =
    text!("the name of a person has no digits", "le nom d'une personne n'a pas de chiffres");
const ORGANISATION: Text = text!(
    "it reads like an organisation, not a person",
    "cela ressemble à une organisation, pas à une personne",
);
const PERHAPS_ORGANISATION: Text = text!(
    "the words in parentheses may not be an organisation",
    "ce qui est entre parenthèses n'est peut-être pas une organisation",
);
const PERHAPS_ROLE: Text = text!(
    "the words after the name may not be a role",
    "ce qui suit le nom n'est peut-être pas un rôle",
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::list::{self, KnownNames, Scope};

    #[test]
    fn a_first_name_alone_is_one_word() {
        for (name, alone) in
            [("Alix", true), ("Jean-Pierre", true), ("Alix D.", false), ("Alix Durand", false)]
        {
            assert_eq!(Person::named(name).first_name_only(), alone, "{name}");
        }
    }

    #[test]
    fn a_phrase_before_a_name_is_its_role_however_it_is_spelt() {
        for phrase in ROLES {
            let capital = phrase.replacen('a', "A", 1);
            for role in
                [phrase.to_owned(), capital, phrase.to_uppercase(), phrase.replace('\'', "’")]
            {
                let text = format!("{role}Alix Durand");
                let role = Some(role.trim());
                let beside = beside(&text);
                assert_eq!((beside.name, beside.role), ("Alix Durand", role), "{text}");
            }
        }
    }

    /// A colon stands behind a role and behind a name; where nothing tells which, that is a doubt.
    #[test]
    fn before_a_colon_stands_a_role_or_a_name() {
        for (text, expected) in [
            ("Sam Petit : Facilitatrice", "Sam Petit/Facilitatrice"),
            (
                "Alix Durand : animatrice, Sam Petit : graphiste",
                "Alix Durand/animatrice Sam Petit/graphiste",
            ),
            ("Animation : Alix Durand", "Alix Durand/Animation"),
            ("Sam Petit : Zouzou", "?"),
        ] {
            let read = list::read::<Person>(text, Scope::Field, &KnownNames::default());
            let said = read.into_iter().map(|judged| match judged.outcome {
                Parsed::Exact(person) => {
                    format!("{}/{}", person.name, person.role.unwrap_or_default())
                }
                _ => "?".to_owned(),
            });
            assert_eq!(said.collect::<Vec<_>>().join(" "), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_word_is_lost(text in "[A-Za-zéè0-9 ,;&()\n-]{0,60}") {
            let read = list::read::<Person>(&text, Scope::Field, &KnownNames::default());
            let kept: String = read.into_iter().map(|judged| match judged.outcome {
                Parsed::Exact(p) | Parsed::Uncertain { value: p, .. } => format!("{} {} {} ", p.name, p.role.unwrap_or_default(), p.organisation.unwrap_or_default()),
                _ => judged.text + " ",
            }).collect();
            for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !matches!(*word, "" | "et" | "and")) {
                prop_assert!(kept.contains(word), "{word} in {kept}");
            }
        }
    }
}
