//! The words that tell what a piece of a list is, folded.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::text::fold::{name_key, singular};

/// Words to be looked up.
type WordSet = HashSet<&'static str>;

fn word_set(words: &'static str) -> WordSet {
    words.split_whitespace().collect()
}

/// Words that begin the name of an organisation.
static ORGANISATION_WORDS: LazyLock<WordSet> = LazyLock::new(|| {
    word_set(
        "academie agence agglomeration association bailleur bibliotheque bureau ca caf cc ccas \
     centre chambre club collectif college comite commune communaute compagnie conseil \
     cooperative creche departement ecole ehpad entreprise etat federation fondation foyer \
     groupement hopital institut intercommunalite lycee mairie maison mediatheque metropole \
     mission mjc musee office parc pays prefecture regie region reseau sarl scic scop societe \
     syndicat theatre union universite ville",
    )
});

/// Those of them that also say what an organisation is, behind its name: `Oie, bailleur social`.
static APPOSITIONS: LazyLock<WordSet> = LazyLock::new(|| {
    word_set("association bailleur bureau cooperative entreprise federation fondation societe")
});

/// Words that begin a role, or a person to ask for.
static ROLES: LazyLock<WordSet> = LazyLock::new(|| {
    word_set(
        "accompagnateur accompagnatrice adjoint adjointe agent agente animateur animation \
     animatrice architecte benevole charge chargee chef cheffe conseiller conseillere \
     consultant consultante coordinateur coordination coordinatrice designer directeur \
     directrice elu elue facilitateur facilitation facilitatrice graphiste habitant habitante \
     illustrateur illustratrice ingenieur ingenieure maire mediateur mediatrice paysagiste \
     photographe pilotage pilote president presidente referent referente responsable salarie \
     salariee scribe secretaire service sociologue stagiaire tresorier tresoriere urbaniste \
     videaste volontaire",
    )
});

/// Those of them that are what somebody does, not who.
static ACTIVITIES: LazyLock<WordSet> =
    LazyLock::new(|| word_set("animation coordination facilitation pilotage"));

/// What stands before the name of a person.
static TITLES: LazyLock<WordSet> =
    LazyLock::new(|| word_set("m mm mme mmes mlle monsieur madame dr me pr"));

/// People, or bodies of them, without a name; in the singular.
pub static NOBODY: LazyLock<WordSet> = LazyLock::new(|| {
    word_set(
        "adherent agent ami anonyme anonymous benevole citoyen citoyenne collegue commercant elu elue enfant equipe \
     famille gen habitant habitante jeune membre monde parent partenaire participant \
     participante people personne person resident riverain salarie stagiaire team usager \
     voisin volontaire volunteer",
    )
});

/// Articles and the like, which count nothing.
pub static DETERMINERS: LazyLock<WordSet> = LazyLock::new(|| {
    word_set(
        "a autre autres certains de des divers du la le les leur leurs ma mes mon nos notre \
     plusieurs quelques sa several ses some son the tous tout toute toutes un une votre",
    )
});

/// Words that count.
pub static NUMBERS: LazyLock<WordSet> = LazyLock::new(|| {
    word_set(
        "about centaine cent cinq cinquantaine cinquante deux dix dizaine dizaines douze douzaine \
     environ huit neuf quarante quarantaine quatre quinze quinzaine sept six soixante \
     trentaine trente trois vingt vingtaine",
    )
});

/// Words that say how many, or which.
pub static QUANTITIES: LazyLock<WordSet> =
    LazyLock::new(|| NUMBERS.iter().chain(DETERMINERS.iter()).copied().collect());

/// Texts that say that there is nothing.
pub const NOTHING: &[&str] = &[
    "aucun",
    "aucune",
    "neant",
    "nil",
    "none",
    "nothing",
    "pas de partenaire",
    "personne",
    "r.a.s",
    "ras",
    "rien",
    "rien a signaler",
    "s.o",
    "sans objet",
    "so",
];

/// What stands between the words of a name, or before its capital.
pub static PARTICLES: LazyLock<WordSet> =
    LazyLock::new(|| word_set("d da de del den der des di dos du e el l la le les ten van von y"));

/// Departments whose name joins two rivers.
static JOINED_DEPARTMENTS: LazyLock<WordSet> = LazyLock::new(|| {
    word_set(
        "eure-loir ille-vilaine indre-loire loir-cher lot-garonne maine-loire meurthe-moselle \
     saone-loire seine-marne tarn-garonne",
    )
});

/// Whether a text begins like the name of an organisation, an article before it or not.
pub fn is_organisation(text: &str) -> bool {
    begins(text, &ORGANISATION_WORDS)
}

/// Whether a text may say what the organisation before it is.
pub fn is_apposition(text: &str) -> bool {
    begins(text, &APPOSITIONS) && text.contains(' ')
}

/// Those that name associations: `Amis du musée`.
const NAMED: [&str; 6] = ["ami", "enfant", "famille", "jeune", "parent", "voisin"];

/// Whether a word is people without a name, several of them: `Commerçants`.
pub fn is_group(word: &str) -> bool {
    let word = name_key(word);
    let one = singular(&word);
    one != word && NOBODY.contains(&*one) && !NAMED.contains(&&*one)
}

/// Whether a text begins with several organisations at once: `Mairies de Bourg`.
pub fn is_of_several(text: &str) -> bool {
    let first = name_key(text.split(' ').next().unwrap_or(text));
    let one = singular(&first);
    one != first
        && ORGANISATION_WORDS.contains(&*one)
        && !ORGANISATION_WORDS.contains(first.as_str())
}

/// Whether a text begins with a role, or with the title of a person.
pub fn is_role(text: &str) -> bool {
    begins(text, &ROLES)
}

/// Whether a text begins with what somebody does: `animation des ateliers`.
pub fn is_activity(text: &str) -> bool {
    begins(text, &ACTIVITIES)
}

/// Whether a text begins with an article and goes on in small letters: `une voisine`.
pub fn is_common_noun(text: &str) -> bool {
    let articles = ["un", "une", "le", "la", "l", "les", "des", "a", "an", "the"];
    let words = text.split_once([' ', '\'', '’']);
    words.is_some_and(|(article, noun)| {
        articles.contains(&name_key(article).as_str()) && noun.starts_with(char::is_lowercase)
    })
}

/// Whether a text begins with the title of a person: `Mme Dupont`.
pub fn is_titled(text: &str) -> bool {
    let first = text.split([' ', '.']).next().unwrap_or(text);
    TITLES.contains(name_key(first).as_str()) && text.len() > first.len() + 1
}

/// Whether a text is a title alone.
pub fn is_title(text: &str) -> bool {
    TITLES.contains(name_key(text).trim_end_matches('.'))
}

/// Whether a text is the name of a department of two words.
pub fn is_joined_department(text: &str) -> bool {
    JOINED_DEPARTMENTS.contains(name_key(text).replace(" et ", "-").as_str())
}

/// Words that may tell that what they begin is no name of a person.
static TELLING: LazyLock<WordSet> = LazyLock::new(|| {
    let sets = [&ORGANISATION_WORDS, &ROLES, &NOBODY, &DETERMINERS, &NUMBERS];
    let words = sets.into_iter().flat_map(|set| set.iter());
    words.chain(NOTHING).copied().chain(["avec"]).collect()
});

/// Whether the first word of a plain name may tell that it is none of a person.
pub fn is_telling(text: &str) -> bool {
    let first = name_key(text.split(' ').next().unwrap_or(text));
    TELLING.contains(first.as_str()) || TELLING.contains(&*singular(&first))
}

/// Whether a text begins with one of these words, an article before it or not.
fn begins(text: &str, words: &WordSet) -> bool {
    // A few words decide; the rest may be long.
    let head: String = text.chars().take(48).collect();
    let folded = name_key(&head).replace('\'', "' ");
    let mut all = folded.split([' ', '.', ',']).filter(|word| !word.is_empty());
    let first = all.find(|word| !matches!(*word, "la" | "le" | "l'" | "les" | "de" | "d'" | "du"));
    first.is_some_and(|word| words.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::list::{self, KnownNames, Scope};
    use crate::value::parsed::Parsed;
    use crate::value::person::Person;

    /// Whether a role stands before the colon or behind it, it is the role, whichever word it is.
    #[test]
    fn a_role_is_one_on_either_side_of_a_colon() {
        let read = |text: &str| -> Vec<_> {
            let read = list::read::<Person>(text, Scope::Item, &KnownNames::default()).into_iter();
            let people = read.filter_map(|judged| Parsed::value(judged.outcome));
            people.map(|person| (person.name, person.role)).collect()
        };
        for role in ROLES.iter() {
            let expected = vec![("Sam Petit".to_owned(), Some((*role).to_owned()))];
            for text in [format!("Sam Petit : {role}"), format!("{role} : Sam Petit")] {
                assert_eq!(read(&text), expected, "{text}");
            }
        }
    }
}
