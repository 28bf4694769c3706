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
const LONGEST: usize = 400;

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
    let lower = text.to_ascii_lowercase();
    lower.match_indices(START.trim_end()).find_map(|(start, _)| {
        let rest = &text[start..];
        let end = rest.find(']').filter(|end| *end < LONGEST)?;
        let tag = tag_of(&rest[START.trim_end().len()..end])?;
        Some((start..start + end + 1, tag))
    })
}

fn tag_of(inside: &str) -> Option<Tag> {
    let plain = without_links(inside);
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '>' | '|' | '*');
    let mut words = plain.split(is_mark).filter(|word| !word.is_empty());
    let id = words.next().map(str::to_lowercase).filter(|id| id::parse(id).is_ok())?;
    let key = words.next()?.to_lowercase();
    let field = FIELDS.iter().find(|field| field.key == key && field.more.question.is_some())?;
    Some(Tag { id, field, lesson: words.next().map(str::to_lowercase) })
}

/// The same without the addresses that mail programs put behind what they take for one.
fn without_links(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, link)) = rest.split_once("<http") {
        plain.push_str(before);
        rest = link.split_once('>').map_or("", |(_, after)| after);
    }
    plain + rest
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
            "[sheet le-lavoir\u{a0}lessons.nuggets<http://lessons.nuggets>]",
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
    fn it_says_which_lesson_is_asked_about() {
        let (_, tag) = find("[sheet le-lavoir applied\n> forum#1f2e3d4c]").expect("a line");
        assert_eq!(tag.lesson.as_deref(), Some("forum#1f2e3d4c"));
    }
}
