//! A tool, a target group: a list of names that are texts and nothing else.

use crate::lang::{Text, text};
use crate::value::list::judge::{
    Nobody, SENTENCE, SEVERAL, doubt, is_more, is_nothing, is_of_plain_name, names_two,
};
use crate::value::list::kind::{Kind, ON_ITS_LINE};
use crate::value::list::mark::{Between, Cut, Mark, strip_joint};
use crate::value::list::{ListItem, Piece, segments};
use crate::value::parsed::Parsed;

pub static NAMES: Kind = Kind {
    is_plain,
    one_per_item: true,
    has_members: false,
    is_judged: true,
    nobody: Nobody::Allowed,
    segments: segments::lines,
    cut,
    is_headed: false,
    help: ON_ITS_LINE,
    refused: ON_ITS_LINE,
};

/// More words than this are a sentence.
const MAX_WORDS: usize = 12;

impl ListItem for String {
    const KIND: &'static Kind = &NAMES;

    fn named(text: &str) -> String {
        text.to_owned()
    }

    fn read(piece: &Piece) -> Parsed<String> {
        let text = piece.text.clone();
        let long = || (text.split(' ').count() > MAX_WORDS).then_some(SENTENCE);
        let two = || names_two(&text).then_some(SEVERAL);
        let refers = || refers(&text).then_some(REFERENCE);
        match doubt(&text).or_else(long).or_else(two).or_else(refers) {
            Some(reason) => Parsed::uncertain(text, reason),
            None => Parsed::Exact(text),
        }
    }
}

/// Whether a text is a few words with nothing between them.
fn is_plain(text: &str) -> bool {
    text.len() <= 48
        && text.chars().all(is_of_plain_name)
        && strip_joint(text).is_none()
        && !text.contains(" - ")
        && !names_two(text)
        && !refers(text)
        && !is_nothing(text)
        && !is_more(text)
}

/// Whether a text only says where the names are: `voir rapport`.
fn refers(text: &str) -> bool {
    let begins =
        |word: &str| text.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word));
    ["cf ", "cf. ", "voir ", "see "].into_iter().any(begins)
}

const REFERENCE: Text = text!("it is a reference, not a name", "c'est un renvoi, pas un nom");

/// A list of names is cut at commas, but not before a word that goes on with the same one.
fn cut(mark: Mark, between: &Between) -> Cut {
    match mark {
        Mark::Plus => Cut::YES,
        Mark::Comma if between.in_number() => Cut::NO,
        Mark::Comma => {
            let first = between.after.trim().split(' ').next().unwrap_or_default();
            let goes_on = ["dont", "puis", "y", "notamment", "sans", "avec", "mais", "soit", "ou"];
            if goes_on.contains(&first) { Cut::NO.because(SEVERAL) } else { Cut::YES }
        }
        Mark::And if between.goes_on => Cut::NO.because(SEVERAL),
        // `arbre à problèmes / solutions` is one, `forum / débat` may be two.
        Mark::Slash if between.before.ends_with(' ') => Cut::NO.because(SEVERAL),
        Mark::Dash => Cut::NO.because(SEVERAL),
        _ => Cut::NO,
    }
}
