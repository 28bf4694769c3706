//! The words by which the parts of a reply are known, in both languages, without accents.

use crate::text::fold::name_key;

/// How our messages greet.
const OURS: [&str; 2] = ["Bonjour ", "Hello "];

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

/// Those of them that say nothing without a name.
pub(super) const NAMED: [&str; 5] = ["dear", "cher", "chere", "chers", "cheres"];

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

/// Those of them with which people begin as well.
pub(super) const THANKS: [&str; 4] = ["merci", "thanks", "thank you", "many thanks"];

/// What a greeting or a farewell says beside its formula and a name.
pub(super) const IN_FORMULAS: [&str; 35] = [
    "a", "again", "all", "and", "beaucoup", "d'avance", "advance", "encore", "et", "everyone",
    "for", "fort", "in", "l'equipe", "le", "madame", "message", "mme", "monde", "monsieur", "much",
    "pour", "question", "so", "ta", "team", "the", "there", "toi", "tous", "tout", "toutes",
    "very", "vous", "your",
];

/// What telephones and programs put below what is written.
pub(super) const DEVICES: [&str; 24] = [
    "envoye de mon",
    "envoye depuis mon",
    "envoye a partir de mon",
    "envoye avec mon",
    "envoye depuis l'application",
    "envoye a partir de l'application",
    "envoye a partir d'outlook",
    "envoye a partir de outlook",
    "envoye depuis outlook",
    "envoye depuis yahoo",
    "envoye a partir de yahoo",
    "envoye avec la messagerie",
    "envoye avec proton",
    "envoye depuis proton",
    "telecharger outlook",
    "obtenir outlook",
    "obtenez outlook",
    "sent from my",
    "sent from outlook",
    "sent from proton",
    "sent from yahoo",
    "sent with proton",
    "get outlook for",
    "provenance : courrier",
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
pub(super) const PASSES: [&str; 70] = [
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
    "je ne sais plus",
    "je sais plus",
    "je n'en sais rien",
    "je n'ai pas d'idee",
    "plus aucune idee",
    "pas la moindre idee",
    "je ne me souviens pas",
    "je ne me souviens plus",
    "je me souviens plus",
    "je ne m'en souviens pas",
    "je ne m'en souviens plus",
    "je ne me rappelle pas",
    "je ne me rappelle plus",
    "aucun souvenir",
    "plus aucun souvenir",
    "pas eu le temps",
    "je n'ai pas eu le temps",
    "j'ai pas eu le temps",
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
    "i do not know",
    "don't know",
    "i don't remember",
    "i do not remember",
    "i can't remember",
    "no time",
    "no comment",
    "sans commentaire",
    "nsp",
    "idem",
    "meme reponse",
    "je ne comprends pas la question",
    "j'y reflechis",
    "bien recu",
    "je n'y etais pas",
    "ditto",
    "same answer",
    "nothing to report",
    "not sure",
    "dunno",
    "idk",
    "i was not there",
    "i wasn't there",
];

/// What somebody who passes may say behind it: whom to ask.
pub(super) const ASKS: [&str; 7] =
    ["vois", "voir", "demande", "demandez", "demander", "ask", "better ask"];

/// The same in a few words: that they are sorry, or answer later.
pub(super) const PASSES_ON: [&str; 23] = [
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
    "je reponds",
    "je repondrai",
    "je te reponds",
    "je vous reponds",
    "plus tard",
    "i will answer",
    "i'll answer",
    "later",
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

/// What that line begins with, before its day.
pub(super) const DATED: [&str; 2] = ["le", "on"];

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

/// Whom a line greets as our messages do.
pub(super) fn greets(line: &str) -> Option<&str> {
    let name = OURS.iter().find_map(|greeting| line.strip_prefix(greeting))?;
    let name = name.trim_end_matches([',', ' ', '!']);
    (!name.is_empty() && name.split_whitespace().count() <= 3).then_some(name)
}
