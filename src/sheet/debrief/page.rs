//! What stands on a page that a team wrote on: what it filled in, which lessons it ticked, what it
//! answered to each question. What belongs nowhere is handed on.

use crate::sheet::ask::find_debrief;
use crate::sheet::debrief::facts::{labelled, without_gap};
use crate::sheet::debrief::questions::{DebriefQuestion, asked};
use crate::sheet::debrief::ticks::{is_untried, ticks};
use crate::sheet::debrief::words::{FACTS, LESSONS, is_head, is_ours, says};
use crate::sheet::field::Field;
use crate::sheet::lesson_address::split;
use crate::text::fold::letters_key;
use crate::value::bullets::strip_mark;
use crate::value::id;

/// What stands on a page.
#[derive(Default)]
pub struct Page {
    /// The id of its sheet.
    pub id: String,
    /// The facts, filled in or as they were.
    pub facts: Vec<(&'static Field, String)>,
    pub lessons: Vec<TickedLesson>,
    /// The lines below each question, those that are blank too.
    pub answers: Vec<(&'static DebriefQuestion, Vec<String>)>,
    /// What was written elsewhere.
    pub aside: Vec<String>,
}

/// A lesson with what was said of it.
pub struct TickedLesson {
    pub address: String,
    /// As it stands on the page: its beginning, and what it tells to do.
    pub text: String,
    boxes: Vec<String>,
    besides: Vec<String>,
}

impl TickedLesson {
    /// Whether it is ticked that nobody has tried it.
    pub fn is_untried(&self) -> bool {
        matches!(self.boxes.as_slice(), [one] if is_untried(one))
    }

    /// The one box that is ticked, with what is written beside; several are told with their ticks, and
    /// mean nothing.
    pub fn said(&self) -> String {
        let boxes = match self.boxes.as_slice() {
            [] | [_] => self.boxes.join(""),
            several => several.iter().map(|one| format!("☒ {one} ")).collect(),
        };
        [&[boxes][..], &self.besides].concat().join(" ").trim().to_owned()
    }
}

/// Under what a line stands.
#[derive(Default)]
enum Place {
    #[default]
    Facts,
    Lessons,
    Question,
    /// Behind the line that brings the answers back.
    End,
}

/// Reads a page; nothing where a text is none.
pub fn read(text: &str) -> Option<Page> {
    let (line, id) = find_debrief(text)?;
    let (mut page, mut place) = (Page { id, ..Page::default() }, Place::default());
    // As Markdown escapes it.
    let before = text[..line.start].trim_end_matches('\\');
    before.lines().for_each(|line| page.take(line.trim(), &mut place));
    place = Place::End;
    text[line.end..].lines().for_each(|line| page.take(line.trim(), &mut place));
    Some(page)
}

impl Page {
    fn take(&mut self, line: &str, place: &mut Place) {
        let bare = bare(line);
        if let Some((question, rest)) = asked(&bare) {
            *place = Place::Question;
            let rest = Some(rest.to_owned()).filter(|rest| !rest.is_empty());
            return self.answers.push((question, rest.into_iter().collect()));
        }
        for (heading, below) in [(LESSONS, Place::Lessons), (FACTS, Place::Facts)] {
            if says(&bare, heading) {
                return *place = below;
            }
        }
        if is_ours(&bare) {
            return;
        }
        match (&place, self.answers.last_mut()) {
            (Place::Question, Some((_, lines))) => lines.push(line.to_owned()),
            // Of a line that is broken, or escaped, signs alone may remain.
            _ if letters_key(&bare).is_empty() => {}
            (Place::Facts, _) if is_head(&bare) => {}
            (Place::Facts, _) => match labelled(&bare) {
                Some((field, text)) => {
                    let text = without_gap(text).to_owned();
                    self.facts.extend(Some((field, text)).filter(|(_, text)| !text.is_empty()));
                }
                None if is_name(line) => {}
                None => self.aside.push(line.to_owned()),
            },
            (Place::Lessons, _) => self.lesson(line, &bare),
            _ => self.aside.push(line.to_owned()),
        }
    }

    fn lesson(&mut self, line: &str, bare: &str) {
        let (first, rest) = bare.split_once(' ').unwrap_or((bare, ""));
        let (id, name) = split(first);
        if !name.is_empty() && id::parse(id).is_ok() {
            let text = rest.trim_start_matches(['·', ' ']).to_owned();
            let (boxes, besides) = (Vec::new(), Vec::new());
            let address = first.to_lowercase();
            return self.lessons.push(TickedLesson { address, text, boxes, besides });
        }
        let Some(lesson) = self.lessons.last_mut() else {
            return self.aside.push(line.to_owned());
        };
        let ticks = ticks(bare);
        if ticks.is_empty() {
            lesson.besides.push(bare.to_owned());
        }
        let ticked = ticks.into_iter().filter(|(is_ticked, _)| *is_ticked);
        lesson.boxes.extend(ticked.map(|(_, text)| text.to_owned()));
    }
}

/// Whether a line is a name and no more: that of the organisation, as Markdown has it.
fn is_name(line: &str) -> bool {
    line.strip_prefix("**").and_then(|rest| rest.strip_suffix("**")).is_some()
}

/// A line without what makes it a heading, an item or bold, and without what escapes its signs.
pub(super) fn bare(line: &str) -> String {
    let line = line.trim_start_matches('#').trim();
    // A box is no mark of an item here.
    let line = match strip_mark(line) {
        Some(rest) if ticks(line).is_empty() => rest,
        _ => line.trim_start_matches("- ").trim_start_matches("* "),
    };
    let mut bare = String::with_capacity(line.len());
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let escapes = letter == '\\' && letters.peek().is_some_and(char::is_ascii_punctuation);
        bare.extend(if escapes { letters.next() } else { Some(letter) });
    }
    bare.replace("**", "").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_is_ticked_once() {
        for (mark, expected, is_untried) in [
            ("- [ ] it held", "", false),
            ("- [x] it held", "it held", false),
            ("☒ it held", "it held", false),
            ("x it held", "it held", false),
            ("- [x] it held\n- [X] it did not hold", "☒ it held ☒ it did not hold", false),
            ("- [x] it held\nTwice, even", "it held Twice, even", false),
            ("- [x] not tried", "not tried", true),
        ] {
            let page = format!(
                "## The lessons that we meant to apply\n- **la-mare#n1 · Venir tôt**\n{mark}\n\
                 [sheet a debrief]"
            );
            let page = read(&page).expect("a page");
            let [lesson] = page.lessons.as_slice() else { panic!("{mark}") };
            assert_eq!((lesson.said().as_str(), lesson.is_untried()), (expected, is_untried));
            assert_eq!(
                (lesson.address.as_str(), lesson.text.as_str()),
                ("la-mare#n1", "Venir tôt")
            );
        }
    }

    #[test]
    fn what_stands_nowhere_is_handed_on() {
        let page = "# Bilan d'équipe : L\n\nQui lira ce que vous écrivez ici : tous.\n\nPrésents : Zoé\n\n- **Coût** (à compléter) 12 €\n\
                    ## Que voulions-nous faire ?\nTout\n\nCe que dit la fiche est faux\n\\\\[sheet a debrief]\nZoé";
        let page = read(page).expect("a page");
        assert_eq!(page.aside, ["Présents : Zoé", "Zoé"]);
        let facts: Vec<_> = page.facts.iter().map(|(field, text)| (field.key, &**text)).collect();
        assert_eq!(facts, [("cost", "12 €")]);
        let answers: Vec<_> =
            page.answers.iter().map(|(asked, lines)| (asked.key, lines)).collect();
        let lines = ["Tout", "", "Ce que dit la fiche est faux"].map(str::to_owned).to_vec();
        assert_eq!(answers, [("description.proposal", &lines)]);
        assert!(read("Bilan d'équipe").is_none());
    }
}
