//! The words of help in the language of the person, which clap asks for one by one.

use std::cell::Cell;

use crate::lang::{Lang, Phrase, Text};

thread_local! {
    /// The language in which a command is being built; only [`set_language`] does that.
    static HELP_LANG: Cell<Lang> = const { Cell::new(Lang::En) };
}

/// The words of the language in which the command is being built.
pub(super) fn translated(text: Text) -> &'static str {
    text.get(HELP_LANG.get())
}

/// The same for words that are made from a table.
pub(super) fn translated_phrase(phrase: &'static Phrase) -> &'static str {
    phrase.get(HELP_LANG.get())
}

/// Chooses the language of the words that are asked for from now on.
pub(super) fn set_language(lang: Lang) {
    HELP_LANG.set(lang);
}

/// A heading without its colon, which clap writes.
pub(super) fn heading(text: Text) -> &'static str {
    translated(text).trim_end_matches(':')
}
