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

/// Somebody who took part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    pub role: Option<String>,
    pub organisation: Option<String>,
    pub own: Own,
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
        let heading = piece.heading.as_deref();
        let mut person = Person::default();
        let mut rest = None;
        match heading {
            Some(heading)
                if no_item(heading, Nobody::Always).is_some() && !words::is_role(heading) =>
            {
                rest = Some(format!("{heading} :"));
            }
            Some(heading) if words::is_organisation(heading) => {
                person.organisation = Some(without_article(heading).to_owned());
            }
            Some(heading) => person.role = Some(heading.to_owned()),
            None => {}
        }
        let mut reason = None;
        let text = beside(&piece.text, &mut person, &mut rest, &mut reason);
        person.name = text.to_owned();
        match (name_doubt(text).or(reason), rest) {
            (None, None) => Parsed::Exact(person),
            (_, Some(rest)) => Parsed::Partial { value: person, rest },
            (Some(reason), None) => Parsed::uncertain(person, reason),
        }
    }
}

/// Takes what stands beside a name, before it or behind it: a role, an organisation. Gives the
/// name.
fn beside<'t>(
    text: &'t str,
    person: &mut Person,
    rest: &mut Option<String>,
    reason: &mut Option<Text>,
) -> &'t str {
    let lower = text.to_lowercase().replace('’', "'");
    for role in ROLES.iter().filter(|role| lower.starts_with(*role)) {
        let end = text.char_indices().nth(role.chars().count()).map_or(text.len(), |(at, _)| at);
        if !text[end..].trim().is_empty() {
            person.role = Some(text[..end].trim().to_owned());
            return text[end..].trim();
        }
    }
    if let Some((name, inside)) = text.strip_suffix(')').and_then(|text| text.split_once('(')) {
        let (name, inside) = (name.trim(), inside.trim());
        if !name.is_empty() && !inside.is_empty() {
            let both = inside.rsplit_once(", ").filter(|(role, organisation)| {
                words::is_role(role) && !is_lower(organisation) && !words::is_role(organisation)
            });
            let is_role = words::is_role(inside)
                || ROLES.iter().any(|role| inside.to_lowercase().starts_with(role.trim()))
                || is_lower(inside) && !words::is_organisation(inside);
            let others = ["et ", "and "].iter().any(|joint| inside.starts_with(joint));
            if others || is_more(inside) || no_item(inside, Nobody::Always) == Some(NUMBER) {
                *rest = Some(inside.to_owned());
            } else if let Some((role, organisation)) = both {
                person.role = Some(role.trim().to_owned());
                person.organisation = Some(organisation.trim().to_owned());
            } else if is_role {
                person.role = Some(inside.to_owned());
            } else {
                let clear = words::is_organisation(inside)
                    || inside.contains(' ')
                    || !inside.chars().any(char::is_lowercase);
                *reason = (!clear).then_some(PERHAPS_ORGANISATION);
                person.organisation = Some(inside.to_owned());
            }
            return name;
        }
    }
    let dash = [" - ", " – ", " — "].iter().find_map(|dash| text.split_once(dash));
    if let Some((name, role)) = dash.or_else(|| text.split_once(',')) {
        let (name, role) = (name.trim(), role.trim());
        if !name.is_empty() && !role.is_empty() {
            let known = words::is_role(role);
            if !known && words::is_organisation(role) {
                person.organisation = Some(without_article(role).to_owned());
            } else {
                // `…, le maire` may be somebody else.
                let sure = known && !words::is_common_noun(role);
                *reason = (!sure).then_some(PERHAPS_ROLE);
                person.role = Some(role.to_owned());
            }
            return name;
        }
    }
    text
}

/// `De l'association Oie` → `association Oie`.
fn without_article(text: &str) -> &str {
    let text = text.trim_start_matches(['-', ' ']);
    let articles = [
        "de l'", "de l’", "de la ", "de ", "du ", "des ", "d'", "d’", "De l'", "De l’", "De la ",
        "Du ",
    ];
    articles.iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text)
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

/// Whether a text is one or two words of letters with a capital, so that there is nothing to split.
fn is_plain_name(text: &str) -> bool {
    let mut words = text.split(' ');
    let two = words.by_ref().take(2).all(|word| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-')
    });
    two && words.next().is_none() && !words::is_telling(text)
}

/// Where people are told apart: what begins with a small letter says more of the person before.
fn cut(mark: Mark, between: &Between) -> Cut {
    let next = between.next();
    let is_more = || {
        let nobody = no_item(next, Nobody::Always).is_some() || is_nothing(next);
        let joined = ["avec ", "Avec ", "et "].iter().any(|joint| next.starts_with(joint));
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
    "the words in parentheses may be no organisation",
    "ce qui est entre parenthèses n'est peut-être pas une organisation",
);
const PERHAPS_ROLE: Text = text!(
    "the words behind the name may be no role",
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
