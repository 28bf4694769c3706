//! The short line by which an answer finds its place: `[sheet le-lavoir lessons.nuggets]`.
//!
//! It is plain ASCII between brackets, so that no mail program changes its letters; it is found
//! wherever a line was broken, and behind whatever marks of quotation.

use std::fmt;
use std::ops::Range;

use crate::sheet::field::Field;
use crate::sheet::fields::FIELDS;
use crate::value::id;

/// Where an answer belongs.
#[derive(Clone)]
pub struct Tag {
    /// The id of the sheet.
    pub id: String,
    pub field: &'static Field,
    /// The address of the lesson that is asked about.
    pub lesson: Option<String>,
}

const START: &str = "[sheet ";

/// The longest text that is looked at for the end of such a line, in bytes.
const LONGEST: usize = 1000;

/// What stands in the place of a key where the answers of a whole debrief belong.
const DEBRIEF: &str = "debrief";

impl fmt::Display for Tag {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{START}{} {}", self.id, self.field.key)?;
        if let Some(lesson) = &self.lesson {
            write!(out, " {lesson}")?;
        }
        write!(out, "]")
    }
}

/// The first such line of a text, and where it stands.
pub fn find(text: &str) -> Option<(Range<usize>, Tag)> {
    find_as(text, tag_of).next()
}

/// Every such line of a text, and where it stands.
pub fn find_all(text: &str) -> Vec<(Range<usize>, Tag)> {
    find_as(text, tag_of).collect()
}

/// The line by which the answers of a debrief find the sheet of an id.
pub fn debrief_line(id: &str) -> String {
    format!("{START}{id} {DEBRIEF}]")
}

/// The first line of a debrief, and where it stands; and the id of its sheet.
pub fn find_debrief(text: &str) -> Option<(Range<usize>, String)> {
    find_as(text, |inside| {
        let words = words(inside);
        let [id, key] = words.as_slice() else { return None };
        (key == DEBRIEF && id::parse(id).is_ok()).then(|| id.clone())
    })
    .next()
}

/// The lines of which something can be read between their brackets.
fn find_as<T>(text: &str, read: fn(&str) -> Option<T>) -> impl Iterator<Item = (Range<usize>, T)> {
    let open = text.match_indices('[').map(|(start, _)| (start, &text[start..]));
    let open = open.filter(|(_, rest)| {
        let start = rest.as_bytes().get(..START.trim_end().len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(START.trim_end().as_bytes()))
    });
    open.filter_map(move |(start, rest)| {
        let end = rest.find(']').filter(|end| *end < LONGEST)?;
        let found = read(&rest[START.trim_end().len()..end])?;
        Some((start..start + end + 1, found))
    })
}

/// The words between the brackets, whatever became of them, and without the addresses that mail
/// programs put behind what they take for one.
fn words(inside: &str) -> Vec<String> {
    let is_mark =
        |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '|' | '*' | '\\');
    let words = inside.split(is_mark).filter(|word| !word.is_empty() && !word.contains("://"));
    words.map(str::to_lowercase).collect()
}

fn tag_of(inside: &str) -> Option<Tag> {
    let mut words = words(inside).into_iter();
    let id = words.next().filter(|id| id::parse(id).is_ok())?;
    let key = words.next()?;
    let field = FIELDS.iter().find(|field| field.key == key && field.more.question.is_some())?;
    Some(Tag { id, field, lesson: words.next() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_found_whatever_became_of_the_line() {
        for text in [
            "[sheet le-lavoir lessons.nuggets]",
            "> [sheet le-lavoir\n> lessons.nuggets]",
            ">> *[Sheet le-lavoir lessons.nuggets]* ",
            "[SHEET LE-LAVOIR LESSONS.NUGGETS]",
            "\\[sheet le-lavoir lessons.nuggets\\]",
            "[sheet le-lavoir\u{a0}lessons.nuggets<http://lessons.nuggets>]",
            "[sheet le-lavoir lessons.nuggets (https://example.org/?to=lessons.nuggets)]",
            "[sheet] and [sheet le-lavoir lessons.nuggets] too",
        ] {
            let (_, tag) = find(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(tag.to_string(), "[sheet le-lavoir lessons.nuggets]", "{text}");
        }
        for text in
            ["", "[sheet ", "[sheet le-lavoir]", "[sheet le-lavoir nothing]", "[sheet ../a cost]"]
        {
            assert!(find(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_debrief_is_known_by_its_line() {
        let line = debrief_line("le-lavoir");
        let found = find_debrief(&format!("# Bilan\n> {line}\n"));
        assert_eq!(found.map(|(_, id)| id).as_deref(), Some("le-lavoir"));
        assert!(find(&line).is_none());
        for text in ["[sheet debrief]", "[sheet ../a debrief]", "[sheet a debrief b]"] {
            assert!(find_debrief(text).is_none(), "{text}");
        }
    }

    #[test]
    fn it_says_which_lesson_is_asked_about() {
        let (_, tag) = find("[sheet le-lavoir applied\n> forum#1f2e3d4c]").expect("a line");
        assert_eq!(tag.lesson.as_deref(), Some("forum#1f2e3d4c"));
    }
}
