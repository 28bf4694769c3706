//! The address of a lesson: the id of its sheet and a short digest of its text.
//!
//! It is stored as `forum-2021#1f2e3d4c`, so that it survives another order of the lessons, and
//! shown and typed as `forum-2021#n2`: the second nugget.

use std::fmt;

use crate::sheet::model::Lessons;
use crate::text::digest::sha256;
use crate::text::fold::letters_key;
use crate::value::lesson::Lesson;

/// What a lesson is named by within its sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LessonName {
    pub number: LessonNumber,
    pub digest: LessonDigest,
}

/// Its sort and its number among them, from 1 on: `n2`, `d1`, `s3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LessonNumber {
    letter: char,
    number: u16,
}

/// Eight hexadecimal digits that stay while the letters and digits of a text do, whatever becomes of
/// its commas, capitals and accents: the first of SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LessonDigest(u32);

/// The letter before the number, by the key of the list: nugget, difficulty, surprise.
const SORTS: [(&str, char); 3] =
    [("lessons.nuggets", 'n'), ("lessons.difficulties", 'd'), ("lessons.surprises", 's')];

/// What stands between the id and the name of the lesson.
const MARK: char = '#';

/// A lesson of a sheet, by the key of its sort and which of that it is, from 0; and its number.
pub fn at<'a>(lessons: &'a Lessons, key: &str, index: usize) -> Option<(LessonNumber, &'a Lesson)> {
    Some((number(lessons, key, index)?, lessons.of(key, Some(index))?))
}

/// The number of the lesson of a sort, by its key and which of that it is, from 0: the same for
/// every reader.
pub fn number(lessons: &Lessons, key: &str, index: usize) -> Option<LessonNumber> {
    LessonNumber::of(key, lessons.place(key, index))
}

/// The names of a sheet's lessons, in their order.
pub fn names(lessons: &Lessons) -> impl Iterator<Item = LessonName> {
    lessons.each().filter_map(|(key, index, lesson)| {
        LessonName::of(key, lessons.place(key, index), &letters_key(&lesson.text))
    })
}

/// The lesson of an address, with its name, the key of its sort and which of that it is.
pub fn find<'l>(
    lessons: &'l Lessons,
    address: &str,
) -> Option<(LessonName, (&'static str, usize), &'l Lesson)> {
    let mut named = names(lessons).zip(lessons.each());
    let (name, (key, index, lesson)) = named.find(|(name, _)| name.is_in(address))?;
    Some((name, (key, index), lesson))
}

/// An address in its two parts: the id, and the name of the lesson behind it with its `#`; nothing
/// where it is an id alone.
pub fn split(address: &str) -> (&str, &str) {
    address.split_at(address.find(MARK).unwrap_or(address.len()))
}

/// Whether the name of a lesson, with its `#`, is its number: `#n2`.
pub fn is_number(name: &str) -> bool {
    let letter = name.strip_prefix(MARK).and_then(|name| name.chars().next());
    let is_sort = SORTS.iter().any(|(_, sort)| Some(*sort) == letter);
    let digits = name.get(2..).unwrap_or_default();
    is_sort && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// An address, by a number or a digest; without an id, what stands behind it.
pub fn address(id: &str, name: impl fmt::Display) -> String {
    format!("{id}{MARK}{name}")
}

impl LessonName {
    /// The name of an item, from 0 on, of the list of lessons at a key, by the letters of its text.
    pub fn of(key: &str, index: usize, letters: &str) -> Option<LessonName> {
        let digest = LessonDigest::of_letters(letters);
        Some(LessonName { number: LessonNumber::of(key, index)?, digest })
    }

    /// Whether an address ends with one of these names.
    pub fn is_in(&self, address: &str) -> bool {
        let name = split(address).1.trim_start_matches(MARK).to_lowercase();
        name == self.number.to_string() || name == self.digest.to_string()
    }
}

impl LessonNumber {
    /// The number of an item, from 0 on, of the list of lessons at a key.
    pub fn of(key: &str, index: usize) -> Option<LessonNumber> {
        let (_, letter) = SORTS.into_iter().find(|(sort, _)| *sort == key)?;
        Some(LessonNumber { letter, number: u16::try_from(index).ok()?.checked_add(1)? })
    }
}

impl LessonDigest {
    pub fn of(text: &str) -> LessonDigest {
        LessonDigest::of_letters(&letters_key(text))
    }

    /// The digest of a text with these letters, as [`letters_key`] gives them.
    fn of_letters(letters: &str) -> LessonDigest {
        let [first, second, third, fourth, ..] = sha256(letters.as_bytes());
        LessonDigest(u32::from_be_bytes([first, second, third, fourth]))
    }
}

impl fmt::Display for LessonNumber {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}{}", self.letter, self.number)
    }
}

impl fmt::Display for LessonDigest {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{:08x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nuggets(texts: &[&str]) -> Lessons {
        Lessons {
            nuggets: texts.iter().map(|text| Lesson::of(text)).collect(),
            ..Lessons::default()
        }
    }

    fn found(lessons: &Lessons, address: &str) -> Option<String> {
        let (_, (key, index), _) = find(lessons, address)?;
        Some(format!("{key}[{index}]"))
    }

    #[test]
    fn a_lesson_keeps_its_address_whatever_happens_to_its_marks_and_order() {
        let digest = LessonDigest::of("Le marché, tôt, attire l'école.");
        let stored = address("forum", digest);
        assert_eq!(stored.len(), "forum#12345678".len());
        let changed = Lessons {
            difficulties: vec![Lesson::of("La pluie")],
            ..nuggets(&["le marché tôt attire l’école", "Un goûter"])
        };
        for (typed, path) in [
            (stored.as_str(), Some("lessons.nuggets[0]")),
            ("forum#n2", Some("lessons.nuggets[1]")),
            ("forum#D1", Some("lessons.difficulties[0]")),
            ("forum#n3", None),
            ("forum", None),
        ] {
            assert_eq!(found(&changed, typed).as_deref(), path, "{typed}");
        }
    }

    #[test]
    fn another_text_has_another_address() {
        assert_ne!(LessonDigest::of("Un goûter"), LessonDigest::of("Deux goûters"));
    }
}
