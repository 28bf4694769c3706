//! The words by which the parts of a reply are known, in both languages, without accents.

use crate::text::fold::name_key;

/// What a greeting begins with.
pub(super) const GREETINGS: [&str; 16] = [
    "bonjour",
    "bonsoir",
    "coucou",
    "salut",
    "hello",
    "hi",
    "hey",
    "dear",
    "cher",
    "chere",
    "chers",
    "cheres",
    "good morning",
    "good afternoon",
    "good evening",
    "re bonjour",
];

/// What the end of a letter begins with.
pub(super) const FAREWELLS: [&str; 40] = [
    "bien cordialement",
    "cordialement",
    "cdlt",
    "cdt",
    "bien a toi",
    "bien a vous",
    "bises",
    "bise",
    "bisous",
    "je t'embrasse",
    "amities",
    "amicalement",
    "a bientot",
    "a plus",
    "a+",
    "a tres vite",
    "belle journee",
    "bonne journee",
    "belle soiree",
    "bonne soiree",
    "bonne fin de journee",
    "bon week end",
    "bon courage",
    "merci",
    "solidairement",
    "best",
    "best regards",
    "kind regards",
    "regards",
    "warm regards",
    "cheers",
    "thanks",
    "thank you",
    "many thanks",
    "take care",
    "see you",
    "talk soon",
    "sincerely",
    "yours",
    "have a nice day",
];

/// What telephones and programs put below what is written.
pub(super) const DEVICES: [&str; 16] = [
    "envoye de mon",
    "envoye depuis",
    "envoye a partir de",
    "envoye avec",
    "envoye par",
    "telecharger outlook",
    "obtenir outlook",
    "obtenez outlook",
    "sent from my",
    "sent from outlook",
    "sent from proton",
    "sent via",
    "sent with",
    "get outlook for",
    "provenance : courrier",
    "sent using",
];

/// What the subject of an automatic answer begins with.
pub(super) const AUTOMATIC_SUBJECTS: [&str; 12] = [
    "reponse automatique",
    "message automatique",
    "automatic reply",
    "auto reply",
    "autoreply",
    "auto:",
    "absence",
    "absent",
    "absente",
    "out of office",
    "undeliverable",
    "undelivered mail",
];

/// What an automatic answer says in its text.
pub(super) const AWAY: [&str; 14] = [
    "je suis absent",
    "je suis absente",
    "je suis actuellement absent",
    "je suis actuellement absente",
    "je suis en conge",
    "je suis actuellement en conge",
    "absent du bureau",
    "absente du bureau",
    "de retour le",
    "i am out of the office",
    "i'm out of the office",
    "i am away until",
    "i am currently away",
    "i am on leave",
];

/// How somebody passes, at the beginning of a sentence that says no more.
pub(super) const PASSES: [&str; 30] = [
    "je passe",
    "je passe mon tour",
    "je prefere ne pas repondre",
    "je ne prefere pas repondre",
    "je ne souhaite pas repondre",
    "je ne veux pas repondre",
    "je ne repondrai pas",
    "rien de special",
    "rien de particulier",
    "rien a dire",
    "rien a ajouter",
    "rien a signaler",
    "pas d'idee",
    "aucune idee",
    "je ne sais pas",
    "je sais pas",
    "joker",
    "pas d'avis",
    "pas de reponse",
    "sans reponse",
    "i pass",
    "i'll pass",
    "i would rather not",
    "i'd rather not",
    "i prefer not to answer",
    "nothing special",
    "nothing to add",
    "no idea",
    "i don't know",
    "no comment",
];

/// What somebody who passes may say behind it: whom to ask, that they are sorry.
pub(super) const PASSES_ON: [&str; 22] = [
    "vois",
    "voir",
    "demande",
    "demandez",
    "demander",
    "plutot",
    "desole",
    "desolee",
    "pour moi",
    "pour ma part",
    "de mon cote",
    "du tout",
    "trop",
    "sur cette question",
    "a cette question",
    "ask",
    "better ask",
    "sorry",
    "for me",
    "from me",
    "on this one",
    "this time",
];

/// What people write above when they answer within the quotation.
pub(super) const WITHIN: [&str; 12] = [
    "reponse dans le",
    "reponses dans le",
    "reponse ds le",
    "reponses ds le",
    "reponse ci dessous",
    "reponses ci dessous",
    "voir ci dessous",
    "mes reponses",
    "see below",
    "answers below",
    "my answers",
    "answers inline",
];

/// What the line above a quotation ends with, before its colon.
pub(super) const WROTE: [&str; 4] = ["a ecrit", "wrote", "writes", "ecrit"];

/// The lines of the head of a message, as programs write it above a quotation: by whom, when, and
/// what then follows.
pub(super) const FROM: [&str; 2] = ["de", "from"];
pub(super) const SENT: [&str; 3] = ["envoye", "sent", "date"];
pub(super) const SUBJECT: [&str; 2] = ["objet", "subject"];
pub(super) const TO: [&str; 4] = ["a", "to", "cc", "cci"];

/// Whether a text begins with one of these as whole words, whatever its capitals and accents.
pub(super) fn begins_with(text: &str, words: &[&str]) -> bool {
    rest_behind(text, words).is_some()
}

/// What follows the longest of these with which a text begins, folded.
pub(super) fn rest_behind(text: &str, words: &[&str]) -> Option<String> {
    let text = name_key(text);
    let rests = words.iter().filter_map(|word| {
        let rest = text.strip_prefix(word)?;
        (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
    });
    rests.min_by_key(|rest| rest.len()).map(str::to_owned)
}
