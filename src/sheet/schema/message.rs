//! What an editor says of a value that its field cannot hold: the words of the finding that
//! `validate` would report.

use crate::finding::Lint;
use crate::lang::choice::ChoiceValue;
use crate::lang::{Lang, Phrase, Text, list, phrase, text};
use crate::sheet::codes::{
    BAD_AMOUNT, BAD_CHOICE, BAD_DATE, BAD_DURATION, BAD_IDENTIFIER, BAD_NUMBER, UNKNOWN_KEY,
    WRONG_TYPE,
};
use crate::sheet::part::{Need, Part};
use crate::sheet::shape::Shape;

/// What a value of a shape is called.
pub(super) fn name(shape: Shape) -> Text {
    match shape {
        Shape::Date => text!("date", "date"),
        Shape::Duration => text!("duration", "durée"),
        Shape::Effort => text!("time worked", "temps passé"),
        Shape::Amount | Shape::Cost => text!("amount", "montant"),
        Shape::Currency => text!("currency", "monnaie"),
        Shape::Count(_) | Shape::Years | Shape::Decimal => text!("number", "nombre"),
        Shape::Code(_) => text!("official code", "code officiel"),
        Shape::Choice(_) => text!("one of these words", "un de ces mots"),
        Shape::Flag => text!("yes or no", "oui ou non"),
        _ => text!("text", "texte"),
    }
}

/// What is said of all that is no value of a shape.
pub(super) fn wrong(shape: Shape) -> Phrase {
    let hint = || shape.hint().map(Phrase::from).unwrap_or_default();
    match shape {
        Shape::Date => of(&BAD_DATE),
        Shape::Duration => of(&BAD_DURATION),
        Shape::Amount | Shape::Cost => of(&BAD_AMOUNT),
        Shape::Count(_) | Shape::Years | Shape::Decimal => of(&BAD_NUMBER),
        Shape::Code(_) => of(&BAD_IDENTIFIER),
        Shape::Effort => titled(&BAD_DURATION, hint()),
        Shape::Flag | Shape::Currency => titled(&BAD_CHOICE, hint()),
        Shape::Choice(all) => choice(&all()),
        shape if !shape.parts().is_empty() => titled(&WRONG_TYPE, record(shape)),
        shape if shape.is_list() => titled(&WRONG_TYPE, ITEMS.into()),
        _ => titled(&WRONG_TYPE, ONE_TEXT.into()),
    }
}

/// What is said of a key that stands where none is known but these.
pub(super) fn unknown_key(keys: &[&str]) -> Phrase {
    let keys = list::and(keys);
    phrase!(
        "{title}; known here: {keys}; a key of your own begins with `x-`",
        "{title} ; ici : {keys} ; une clé à vous commence par `x-`",
        title = UNKNOWN_KEY.title,
        keys,
    )
}

/// What is said of what stands in the place of a group of keys, of which this is the first.
pub(super) fn group(first: &str) -> Phrase {
    let help = phrase!(
        "write lines under the key, indented, such as `{first}: …`",
        "écrivez sous la clé, en retrait, des lignes comme `{first}: …`",
        first,
    );
    titled(&WRONG_TYPE, help)
}

/// That a value lacks all of the keys one of which it needs.
pub(super) fn missing(keys: &[&str]) -> Phrase {
    let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    phrase!("missing here: {keys}", "il manque ici : {keys}", keys = list::or(&keys))
}

/// The words of a finding: what it is, and what to do.
pub(super) fn of(lint: &Lint) -> Phrase {
    titled(lint, lint.help.into())
}

/// What a finding is, and what to do about it.
pub fn titled(lint: &Lint, help: Phrase) -> Phrase {
    phrase!("{title}: {help}", "{title} : {help}", title = lint.title, help)
}

fn choice(all: &[ChoiceValue]) -> Phrase {
    let words = Phrase::per_lang(|lang| {
        let words = all.iter().map(|choice| match lang {
            Lang::En => choice.code.to_owned(),
            Lang::Fr => format!("{} ({})", choice.code, choice.label.fr),
        });
        words.collect::<Vec<_>>().join(", ")
    });
    one_of(&words)
}

/// What is said of a word that is none of these.
pub fn one_of(words: &Phrase) -> Phrase {
    phrase!(
        "{title}; possible values: {words}",
        "{title} ; valeurs possibles : {words}",
        title = BAD_CHOICE.title,
        words,
    )
}

/// How a value with parts is written.
fn record(shape: Shape) -> Phrase {
    let needed = shape.parts().iter().find(|part| part.need != Need::Optional);
    let keys: Vec<&str> = shape.parts().iter().map(|part: &Part| part.key).collect();
    let first = needed.map_or(keys[0], |part| part.key);
    let keys = keys.join(", ");
    phrase!(
        "write a text, or lines such as `{first}: …` with these keys: {keys}",
        "écrivez un texte, ou des lignes comme `{first}: …` avec ces clés : {keys}",
        first,
        keys,
    )
}

const ONE_TEXT: Text =
    text!("write a single text after the key", "écrivez un seul texte après la clé");
const ITEMS: Text = text!(
    "write each text under the key, on a line of its own that begins with `- `",
    "écrivez chaque texte sous la clé, sur une ligne à lui qui commence par `- `",
);
