//! Values that are one of a few words, each with its code in files and its label for people.

use crate::lang::common::did_you_mean;
use crate::lang::{Lang, Phrase, Text, phrase, text};
use crate::text::fold::search_key;
use crate::text::nearest::nearest;
use crate::text::pattern::searched;

/// One of a few words.
pub trait Choice: Copy + PartialEq + 'static {
    const ALL: &'static [Self];

    /// The word in files and machine formats; never translated.
    fn code(self) -> &'static str;

    fn label(self) -> Text;

    /// Other words that mean it, as its labels of earlier versions: understood, never shown.
    fn aliases(self) -> &'static [&'static str];
}

/// Reads a choice by its code, or by its label in either language, as a search finds it: accents,
/// case, a plural and inclusive spelling do not matter.
pub fn parse<C: Choice>(text: &str) -> Option<C> {
    if let Some(choice) = C::ALL.iter().find(|choice| choice.code() == text) {
        return Some(*choice);
    }
    let folded = search_key(text);
    let named =
        |choice: &&C| ChoiceValue::of(**choice).names().any(|name| search_key(name) == folded);
    C::ALL.iter().find(named).copied()
}

/// The pattern of a text that means one of these, as [`parse`] reads it.
pub fn pattern(choices: &[ChoiceValue]) -> String {
    searched(choices.iter().flat_map(|choice| choice.names()))
}

/// A choice with its type forgotten: what a table or a question shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ChoiceValue {
    pub code: &'static str,
    pub label: Text,
    aliases: &'static [&'static str],
    /// Its place among those that can be chosen, from 0.
    pub index: u8,
}

impl ChoiceValue {
    pub fn of(choice: impl Choice) -> ChoiceValue {
        let index = choice_index(choice);
        ChoiceValue { code: choice.code(), label: choice.label(), aliases: choice.aliases(), index }
    }

    /// Every word that means it: its code, its labels, and others.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        [self.code, self.label.en, self.label.fr].into_iter().chain(self.aliases.iter().copied())
    }

    /// All that can be chosen, in order.
    pub fn all<C: Choice>() -> Vec<ChoiceValue> {
        C::ALL.iter().copied().map(ChoiceValue::of).collect()
    }

    pub fn get(self, lang: Lang) -> &'static str {
        self.label.get(lang)
    }
}

fn choice_index<C: Choice>(choice: C) -> u8 {
    C::ALL.iter().position(|one| *one == choice).map_or(0, |place| place as u8)
}

/// What is said of a word that is none of those possible, and which are.
pub fn unknown(text: &str, choices: &[ChoiceValue]) -> (Text, Option<Phrase>) {
    let codes: Vec<&str> = choices.iter().map(|choice| choice.code).collect();
    let labels: Vec<&str> = choices.iter().map(|choice| choice.label.fr).collect();
    let (codes, labels) = (codes.join(", "), labels.join(", "));
    let all = Phrase::per_lang(|lang| match lang {
        Lang::En => codes.clone(),
        Lang::Fr => format!("{labels} ({codes})"),
    });
    let help = match nearest(text, choices.iter().map(|choice| choice.code)) {
        Some(near) => Some(phrase!(
            "{near} Possible values: {all}",
            "{near} Valeurs possibles : {all}",
            near = did_you_mean(near),
            all,
        )),
        None if choices.is_empty() => None,
        None => Some(phrase!("possible values: {all}", "valeurs possibles : {all}", all)),
    };
    (text!("unknown value", "valeur inconnue"), help)
}

/// Declares an enum with its codes and labels in one table.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($variant:ident: $code:literal, $en:literal, $fr:literal $(, also $also:literal)*;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($variant),+ }

        impl Choice for $name {
            const ALL: &'static [Self] = &[$($name::$variant),+];

            fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            fn label(self) -> $crate::lang::Text {
                match self { $($name::$variant => $crate::lang::text!($en, $fr)),+ }
            }

            fn aliases(self) -> &'static [&'static str] {
                match self { $($name::$variant => &[$($also),*]),+ }
            }
        }
    };
}

pub(crate) use choices;
