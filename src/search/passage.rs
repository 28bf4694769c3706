//! A passage of a sheet: a lesson, a word or prose, with who said it.

use std::ops::Range;

use crate::lang::Phrase;
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::text::fold::name_key;
use crate::value::lesson::Lesson;

/// A passage in which it stands.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The key of the field.
    pub key: String,
    /// Which item it is, from 0, where the field is a list.
    pub index: Option<usize>,
    pub kind: Phrase,
    pub who: Option<String>,
    /// The sentence, or the whole of a short text.
    pub text: String,
    /// In which case it holds, and what to do, where a lesson says it.
    pub when: Option<String>,
    pub action: Option<String>,
    /// Where words that were sought stand in the text, in bytes.
    pub marks: Vec<Range<usize>>,
}

impl Passage {
    /// The whole of a text of a sheet.
    pub fn of_field(field: &Field, text: &str) -> Passage {
        Passage {
            key: field.key.to_owned(),
            index: None,
            kind: field.label.into(),
            who: None,
            text: text.to_owned(),
            when: None,
            action: None,
            marks: Vec::new(),
        }
    }

    /// A lesson as a passage of its own.
    pub fn of(key: &str, index: usize, lesson: &Lesson) -> Passage {
        Passage {
            key: key.to_owned(),
            index: Some(index),
            kind: kind(key),
            who: lesson.by.clone(),
            text: lesson.text.clone(),
            when: lesson.when.clone(),
            action: lesson.action.clone(),
            marks: Vec::new(),
        }
    }
}

/// Leaves who says something where somebody says the same, if that is the same person, however
/// they are spelt.
pub(crate) fn keep_shared(who: &mut Option<String>, other: Option<&str>) {
    let key = other.map(name_key);
    who.take_if(|who| Some(name_key(who)) != key);
}

/// What people call a field; a key of their own is what they call it.
pub(super) fn kind(key: &str) -> Phrase {
    match fields::find(key) {
        Some(field) => field.label.into(),
        None => Phrase::untranslated(key.strip_prefix("extra.").unwrap_or(key)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_however_spelt_says_what_several_sheets_say() {
        for (one, other, kept) in [
            (Some("Noé Garance"), Some("NOE GARANCE"), Some("Noé Garance")),
            (Some("Noé Garance"), Some("Alix Durand"), None),
            (Some("Noé Garance"), None, None),
            (None, Some("Alix Durand"), None),
        ] {
            let mut who = one.map(str::to_owned);
            keep_shared(&mut who, other);
            assert_eq!(who.as_deref(), kept, "{one:?} {other:?}");
        }
    }
}
