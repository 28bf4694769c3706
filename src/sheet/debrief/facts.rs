//! The facts of a sheet that stand above the questions, and those that are still to be filled in.

use crate::lang::{Lang, Text};
use crate::sheet::Sheet;
use crate::sheet::debrief::questions::QUESTIONS;
use crate::sheet::debrief::words::GAP;
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::sheet::shape::Shape;
use crate::text::clip::clip;
use crate::text::fold::letters_key;
use crate::text::sanitize::one_line;

/// The key of a fact, and when it is shown.
const FACTS: [(&str, Shown); 12] = [
    ("team", Shown::Always),
    ("dates.start", Shown::Always),
    ("dates.end", Shown::Always),
    ("dates.duration", Shown::WhereThere),
    ("effort", Shown::WhereThere),
    ("cost", Shown::Always),
    ("participation.reached", Shown::Always),
    ("participation.target", Shown::Always),
    ("tools", Shown::Always),
    ("description.moments", Shown::WhereThere),
    ("description.proposal", Shown::WhereThere),
    ("outcome.text", Shown::WhereThere),
];

/// When a fact is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    /// Else it is to be filled in.
    Always,
    WhereThere,
}

/// The longest words of a fact, in characters.
const LONGEST: usize = 105;

/// A fact of a sheet.
pub struct Fact {
    pub field: &'static Field,
    /// As people read it; empty where it is to be filled in.
    pub words: String,
}

/// The facts of a sheet, the team first.
pub fn facts(sheet: &Sheet, lang: Lang) -> Vec<Fact> {
    let facts = known().map(|(field, shown)| {
        let words = words(sheet, field, lang);
        (Fact { field, words }, shown)
    });
    let told = facts.filter(|(fact, shown)| *shown == Shown::Always || !fact.words.is_empty());
    told.map(|(fact, _)| fact).collect()
}

/// Every field that can be a fact.
fn known() -> impl Iterator<Item = (&'static Field, Shown)> {
    FACTS.into_iter().filter_map(|(key, shown)| Some((fields::find(key)?, shown)))
}

impl Fact {
    /// Whether it stands below the question that is asked for it.
    pub fn is_of_question(&self) -> bool {
        QUESTIONS.iter().any(|question| question.key == self.field.key)
    }
}

fn words(sheet: &Sheet, field: &Field, lang: Lang) -> String {
    clip(&whole(sheet, field, lang), LONGEST).into_owned()
}

fn whole(sheet: &Sheet, field: &Field, lang: Lang) -> String {
    one_line(&field.stored(sheet).summary(lang)).trim().to_owned()
}

/// Whether a text is what the debrief of a sheet says under a key, in any language: of a long text
/// the beginning, below which more may stand by now.
pub fn is_as_shown(sheet: &Sheet, field: &Field, text: &str) -> bool {
    let is_beginning = text.ends_with('…') || matches!(field.shape, Shape::Prose);
    let text = letters_key(text);
    [Lang::En, Lang::Fr].iter().any(|lang| {
        let whole = letters_key(&whole(sheet, field, *lang));
        whole == text || is_beginning && !text.is_empty() && whole.starts_with(&text)
    })
}

/// The fact that a line tells by its label, and what it says.
pub(super) fn labelled(line: &str) -> Option<(&'static Field, &str)> {
    let behind = |label: Text| {
        label.both().into_iter().find_map(|label| {
            let end = label.len();
            let is_it =
                line.get(..end).is_some_and(|start| letters_key(start) == letters_key(label));
            let rest = line.get(end..).filter(|_| is_it)?;
            let mark = |c: char| c.is_whitespace() || matches!(c, ':' | '*');
            (rest.is_empty() || rest.starts_with(mark)).then(|| rest.trim_start_matches(mark))
        })
    };
    known().find_map(|(field, _)| Some((field, behind(field.label)?)))
}

/// What was filled in where the sheet says nothing.
pub(super) fn without_gap(text: &str) -> &str {
    let text = text.trim();
    GAP.both().into_iter().find_map(|gap| text.strip_prefix(gap)).unwrap_or(text).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_is_known_by_its_label_in_either_language() {
        for (line, expected) in [
            ("Coût 9 500 € HT", Some(("cost", "9 500 € HT"))),
            ("Cost: 12", Some(("cost", "12"))),
            ("Fin", Some(("dates.end", ""))),
            ("Personnes rencontrées  (à compléter) 60", Some(("participation.reached", "60"))),
            ("Finalement", None),
            ("", None),
        ] {
            let found = labelled(line).map(|(field, text)| (field.key, without_gap(text)));
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn what_is_not_known_is_a_gap() {
        let sheet = Sheet { tools: vec!["Forum".to_owned()], ..Sheet::default() };
        let facts = facts(&sheet, Lang::Fr);
        let found: Vec<(&str, &str)> =
            facts.iter().map(|fact| (fact.field.key, fact.words.as_str())).collect();
        assert_eq!(found[0], ("team", ""));
        assert!(found.contains(&("tools", "Forum")) && found.contains(&("cost", "")), "{found:?}");
        assert!(facts.iter().all(|fact| fact.field.key != "effort"));
        assert!(is_as_shown(&sheet, facts.last().expect("a fact").field, "forum"));
        assert_eq!(known().count(), FACTS.len());
    }
}
