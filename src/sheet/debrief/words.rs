//! What stands in every debrief, and what is not an answer for that.

use crate::lang::{Text, text};
use crate::sheet::debrief::questions::QUESTIONS;
use crate::text::fold::letters_key;

pub const TITLE: Text = text!("Team debrief", "Bilan d'équipe");
pub const READERS: Text =
    text!("Who will read what you write here:", "Qui lira ce que vous écrivez ici :");
pub const PRIVATE: Text = text!(
    "What begins with [private] stays with those who keep the sheets.",
    "Ce qui commence par [privé] reste entre les personnes qui tiennent les fiches.",
);
pub const HOW: Text = text!(
    "Write below each question, tick each lesson, fill in what is missing; then: sheet import FILE",
    "Écrivez sous chaque question, cochez chaque leçon, complétez ce qui manque ; puis : sheet import \
     FICHIER",
);
pub const FACTS: Text = text!("What the sheet says", "Ce que dit la fiche");
pub const LESSONS: Text =
    text!("The lessons that we meant to apply", "Les leçons que nous voulions appliquer");
/// What stands where the sheet says nothing.
pub const GAP: Text = text!("(to be filled in)", "(à compléter)");
pub const KEEP: Text = text!(
    "Please leave this line, it says where your answers belong:",
    "Laissez cette ligne, elle dit où vont vos réponses :",
);

/// Whether a line says these words and no more.
pub(super) fn says(line: &str, words: Text) -> bool {
    let line = letters_key(line);
    words.both().iter().any(|words| letters_key(words) == line)
}

/// Whether a line is one that stands among the answers of every debrief.
pub(super) fn is_ours(line: &str) -> bool {
    let hints = QUESTIONS.iter().filter_map(|question| question.hint);
    hints.chain([KEEP]).any(|words| says(line, words))
}

/// Whether a line begins as one above the facts does.
pub(super) fn is_head(line: &str) -> bool {
    let line = letters_key(line);
    let head = [TITLE, READERS, PRIVATE, HOW].into_iter().flat_map(Text::both);
    head.map(letters_key).any(|words| line.starts_with(&words))
}
