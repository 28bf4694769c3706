//! An organisation, and the organisations that a text names.

use crate::lang::{Text, text};
use crate::value::list::judge::{
    LOWER, Nobody, ONE, SEVERAL, is_lower, is_nothing, is_of_plain_name, name_doubt, names_another,
    names_two, no_item,
};
use crate::value::list::kind::{Kind, NAMES_HERE, WITH_ITS_NAME};
use crate::value::list::mark::{Between, Cut, Mark, is_joined, strip_joint};
use crate::value::list::{ListItem, Piece, segments, words};
use crate::value::own::Own;
use crate::value::parsed::Parsed;

/// A commissioner or a partner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organisation {
    pub name: String,
    /// Whom to ask for there.
    pub contact: Option<String>,
    /// The number of the establishment, 14 digits, or of the enterprise, 9: text.
    pub siret: Option<String>,
    pub own: Own,
}

/// How organisations are listed.
pub static ORGANISATIONS: Kind = Kind {
    is_plain,
    one_per_item: true,
    has_members: true,
    is_judged: true,
    nobody: Nobody::ByArticle,
    segments: segments::lines,
    cut,
    is_headed: false,
    help: WITH_ITS_NAME,
    refused: NAMES_HERE,
};

impl Organisation {
    pub fn named(name: impl Into<String>) -> Organisation {
        Organisation { name: name.into(), ..Organisation::default() }
    }
}

impl ListItem for Organisation {
    const KIND: &'static Kind = &ORGANISATIONS;

    fn named(text: &str) -> Organisation {
        Organisation::named(text)
    }

    fn read(piece: &Piece) -> Parsed<Organisation> {
        let organisation = parse(&piece.text);
        let name = organisation.name.as_str();
        let lower = is_lower(name) && !words::is_organisation(name);
        let titled = words::is_titled(name).then_some(PERSON);
        let lower = lower.then_some(LOWER);
        let several = words::is_of_several(name).then_some(SEVERAL);
        let amount = name.contains(['€', '$', '£']).then_some(AMOUNT);
        let doubts = [name_doubt(name), titled, lower, several, group_doubt(name), amount];
        let doubt = doubts.into_iter().flatten().next();
        match doubt.or_else(|| contact_doubt(&organisation)) {
            Some(reason) => Parsed::uncertain(organisation, reason),
            None => Parsed::Exact(organisation),
        }
    }

    /// A person, a number or an address below an organisation is whom to ask for there.
    fn append(&mut self, piece: &Piece) -> bool {
        let is_contact = is_contact(&piece.text);
        if is_contact {
            self.contact = Some(match self.contact.take() {
                Some(contact) => format!("{contact}, {}", piece.text),
                None => piece.text.clone(),
            });
        }
        is_contact
    }
}

/// Whether a text is a person with a title, a phone number or an e-mail address.
fn is_contact(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let number = digits >= 9 && !text.contains(|c: char| c.is_alphabetic());
    number || words::is_titled(text) || text.contains('@') && !text.contains(' ')
}

/// Reads one organisation, and whom to ask for there: behind ` - `, a comma, or in parentheses.
fn parse(text: &str) -> Organisation {
    let dashes = [" - ", " – ", " — ", ", "];
    let mut found = dashes.iter().filter_map(|dash| text.split_once(dash));
    let behind = found.find(|(name, role)| {
        let in_brackets = name.matches('(').count() > name.matches(')').count();
        !in_brackets && (words::is_role(role) || is_contact(role))
    });
    // The last brackets, unless others are within them.
    let inside = text.strip_suffix(')').and_then(|text| {
        let last = text.rsplit_once('(').filter(|(_, inside)| !inside.contains(')'));
        last.or_else(|| text.split_once('('))
    });
    let inside = inside.filter(|(_, inside)| {
        words::is_role(inside)
            || inside.split([' ', ',', ';']).any(is_contact)
            || is_contact(inside)
    });
    match inside.or(behind) {
        Some((name, contact)) if !name.trim().is_empty() => Organisation {
            contact: Some(contact.trim().to_owned()),
            ..Organisation::named(name.trim())
        },
        _ => Organisation::named(text),
    }
}

/// Whether a text is a name with a capital, with nothing in it that joins, cuts or opens.
fn is_plain(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
        && text.chars().all(is_of_plain_name)
        && !is_joined(text)
        && !names_two(text)
        && !names_another(text)
        && !words::is_titled(text)
        && !words::is_of_several(text)
        && group_doubt(text).is_none()
        && !is_nothing(text)
        && no_item(text, Nobody::ByArticle).is_none()
}

/// What leads from a name to what it is of.
const OF: [&str; 5] = ["de ", "du ", "des ", "d'", "d’"];

/// What makes doubtful that a name is one, and not people in general: `Commerçants du centre`.
fn group_doubt(name: &str) -> Option<Text> {
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    let of_somewhere = rest.is_empty() || OF.iter().any(|of| rest.starts_with(of));
    (of_somewhere && words::is_group(first)).then_some(GROUP)
}

/// What makes doubtful that somebody to ask for stands behind the name of an organisation.
fn contact_doubt(organisation: &Organisation) -> Option<Text> {
    let name = organisation.name.as_str();
    let inside = name.strip_suffix(')').and_then(|name| name.rsplit_once('('));
    match &organisation.contact {
        Some(contact) if words::is_activity(contact) => Some(NO_CONTACT),
        Some(contact) if words::is_role(contact) && reads_like_person(name) => Some(PERSON),
        None if inside.is_some_and(|(_, inside)| is_lower(inside)) => Some(NO_CONTACT),
        _ => None,
    }
}

/// Whether a name is two or three words, each with a capital and small letters, of which none is
/// an organisation's: `Jean Petit`.
fn reads_like_person(name: &str) -> bool {
    let is_word = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().skip(1).any(char::is_lowercase)
            && word.chars().all(|c| c.is_alphabetic() || c == '-')
    };
    let words = || name.split(' ').filter(|word| !words::PARTICLES.contains(*word));
    (2..=3).contains(&words().count())
        && words().all(is_word)
        && !name.split(' ').any(words::is_organisation)
}

/// Where organisations are told apart: never where that could halve a name, but with a doubt.
fn cut(mark: Mark, between: &Between) -> Cut {
    let next = between.next();
    let nobody = || no_item(next, Nobody::ByArticle).is_some() || is_nothing(next);
    match mark {
        Mark::Plus => Cut::YES,
        Mark::Slash => Cut::when(between.between_words()),
        Mark::Comma if between.in_number() || words::is_titled(next) || is_contact(next) => Cut::NO,
        Mark::Comma if words::is_role(next) => Cut::NO,
        Mark::Comma if is_lower(next) && words::is_apposition(next) => Cut::YES.because(ONE),
        // `Ministère de la Culture, de la Jeunesse`
        Mark::Comma if OF.iter().any(|of| next.starts_with(of)) => Cut::NO.because(SEVERAL),
        Mark::Comma if !is_lower(next) || words::is_organisation(next) || nobody() => Cut::YES,
        Mark::Comma if strip_joint(next).is_some() => Cut::YES,
        Mark::Comma => Cut::NO.because(SEVERAL),
        Mark::And if nobody() => Cut::YES,
        Mark::And => at_and(between, next),
        Mark::Ampersand => {
            let both = is_acronym(between.before.trim()) && is_acronym(next);
            Cut::when(both || has_article(next) || nobody())
        }
        Mark::Dash | Mark::Link => Cut::NO,
    }
}

/// Whether “et” stands between two organisations, or within the name of one.
fn at_and(between: &Between, next: &str) -> Cut {
    let before = between.before.trim();
    if words::is_of_several(before) {
        return Cut::NO.because(SEVERAL);
    }
    let capital = next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    if has_article(next) || is_acronym(next) && (is_acronym(before) || between.goes_on) {
        return Cut::YES;
    }
    let goes_on = OF.iter().any(|of| next.starts_with(of));
    if words::is_organisation(next) && has_place(next) && !goes_on {
        let bare = !before.contains(' ');
        // `Musée et Parc de Bourg` may be one, `Habitéo et Ville de Bourg` is not.
        let apart = capital && !(bare && words::is_organisation(before));
        let apart = apart || !bare && has_place(before);
        return if apart { Cut::YES } else { Cut::NO.because(SEVERAL) };
    }
    if !is_acronym(next) && words::is_organisation(next) || !capital {
        return Cut::NO;
    }
    if between.goes_on {
        return Cut::YES.because(ONE);
    }
    let two_words = !before.contains(' ')
        && !next.contains(' ')
        && !words::is_joined_department(&format!("{before} et {next}"));
    let other = next.split(' ').filter(|word| !is_lower(word)).count() >= 2;
    Cut { cuts: false, doubt: (two_words || other || is_acronym(next)).then_some(SEVERAL) }
}

/// Whether a text begins with an article and the name of an organisation: `la CAF`.
fn has_article(text: &str) -> bool {
    let articles = ["la ", "le ", "l'", "l’", "les "];
    let behind = articles.iter().find_map(|article| text.strip_prefix(article));
    behind.is_some_and(|name| words::is_organisation(name) || !is_lower(name))
}

/// Whether a name says of which place: `mairie de Bourg`.
fn has_place(text: &str) -> bool {
    let mut words = text.split([' ', '\'', '’']).peekable();
    while let Some(word) = words.next() {
        let capital = words.peek().is_some_and(|next| next.starts_with(char::is_uppercase));
        if capital && matches!(word, "de" | "du" | "des" | "d" | "la" | "l" | "le") {
            return true;
        }
    }
    false
}

/// Whether a text is one word of capitals: `CAF`, `FDE99`.
fn is_acronym(text: &str) -> bool {
    text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
        && text.chars().filter(|c| c.is_uppercase()).count() >= 2
}

const GROUP: Text = text!(
    "it reads like people in general, not an organisation",
    "cela ressemble à des gens en général, pas à une organisation",
);
const AMOUNT: Text = text!(
    "there is an amount in the name; its place is under `cost`",
    "un montant se trouve dans le nom ; sa place est sous `cost`",
);
const NO_CONTACT: Text = text!(
    "the words beside the name may not be a contact",
    "ce qui accompagne le nom n'est peut-être pas un contact",
);
const PERSON: Text = text!(
    "it reads like a person, not an organisation",
    "cela ressemble à une personne, pas à une organisation",
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::list::{self, KnownNames, Scope};

    #[test]
    fn a_known_name_is_never_halved() {
        let known =
            KnownNames::of(["Habitat, Ville et Territoires", "Vallor et Habitéo"].into_iter());
        for (text, names) in [
            ("Habitat, Ville et Territoires, CAF", 2),
            ("Vallor et Habitéo", 1),
            ("CAF ; Vallor et Habitéo", 2),
            ("CAF ; VALLOR ET HABITEO", 2),
            ("CAF, habitat, ville et territoires et la Ville de Bourg", 3),
        ] {
            let read = list::read::<Organisation>(text, Scope::Field, &known);
            assert_eq!(read.len(), names, "{text}");
            assert!(read.iter().all(|one| matches!(one.outcome, Parsed::Exact(_))), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_word_is_lost(text in "[A-Za-zéè0-9 ,;/&\n-]{0,60}") {
            let read = list::read::<Organisation>(&text, Scope::Field, &KnownNames::default());
            let kept: String = read.into_iter().map(|judged| match judged.outcome {
                Parsed::Exact(o) | Parsed::Uncertain { value: o, .. } => format!("{} {} ", o.name, o.contact.unwrap_or_default()),
                _ => judged.text + " ",
            }).collect();
            for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !matches!(*word, "" | "et" | "and")) {
                prop_assert!(kept.contains(word), "{word} in {kept}");
            }
        }
    }
}
