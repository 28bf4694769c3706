//! The answers that a team wrote on the page of a debrief.

use crate::import::mail::reply::{Beside, Reply, ReplyPart, Silence};
use crate::import::mail::trim::joined;
use crate::sheet::ask::Tag;
use crate::sheet::debrief;
use crate::sheet::field::Field;
use crate::sheet::fields;
use crate::text::html;

/// What a team wrote; nothing where a text is no debrief.
pub(super) fn debrief(text: &str) -> Option<Reply> {
    let page = debrief::read(&unmarked(text))?;
    let mut reply = Reply { aside: page.aside, ..Reply::default() };
    let mut add = |field: Option<&'static Field>, lesson, text: String, beside| {
        if let Some(field) = field.filter(|_| !text.is_empty()) {
            let tag = Some(Tag { id: page.id.clone(), field, lesson });
            let passes = false;
            reply.parts.push(ReplyPart { tag, field: Some(field), text, passes, beside });
        }
    };
    for (field, text) in page.facts {
        add(Some(field), None, text, Beside::Shown);
    }
    for lesson in page.lessons {
        let said = lesson.said();
        if lesson.is_untried() {
            reply.aside.push(format!("{} {said}", lesson.address));
        } else {
            add(fields::find("applied"), Some(lesson.address), said, Beside::Lesson(lesson.text));
        }
    }
    for (question, lines) in page.answers {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        add(question.field(), None, joined(&lines), Beside::Added);
    }
    // Nobody writes on the page that is printed.
    if html::is_page(text) {
        reply.aside.clear();
    }
    if reply.parts.is_empty() && reply.aside.is_empty() {
        reply.silence = Some(Silence::Empty);
    }
    Some(reply)
}

/// A text without the marks of quotation, so that a line that was broken is whole again.
fn unmarked(text: &str) -> String {
    let bare = text.lines().map(|line| line.trim_start_matches(['>', ' ']));
    bare.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lang::Lang;
    use crate::render::{self, Style};
    use crate::report::debrief::{AppliedLesson, Debrief, report};
    use crate::sheet::Sheet;
    use crate::sheet::debrief::QUESTIONS;
    use crate::text::fold::letters_key;
    use crate::text::path::Folders;
    use crate::value::lesson::Lesson;
    use crate::value::person::Person;

    fn sheet() -> Sheet {
        let mut sheet = Sheet {
            id: "le-lavoir".to_owned(),
            title: Some("Le lavoir * de [Brume]".to_owned()),
            team: vec![Person::named("Zoé Petit"), Person::named("Sam Faure")],
            tools: vec!["Porte à porte".to_owned(), "Forum_ouvert".to_owned()],
            ..Sheet::default()
        };
        sheet.description.proposal = Some("Rouvrir le lavoir.\n\nLa place <aussi>".to_owned());
        sheet.participation.reached = Some(1200);
        sheet
    }

    fn page(sheet: &Sheet, format: &str, lang: Lang) -> String {
        let number = crate::sheet::lesson_address::LessonNumber::of("lessons.nuggets", 0);
        let lesson = Lesson { action: Some("Dire".to_owned()), ..Lesson::of("Venir tôt") };
        let lesson = AppliedLesson::of("la-mare", number.expect("a number"), &lesson);
        let debrief = Debrief::of(sheet, vec![lesson], Some("La coop"));
        let folders = Folders { repository: "/".into(), current: "/".into() };
        let style = Style {
            lang,
            folders: &folders,
            organisation: Some("La coop"),
            width: 60,
            colour: false,
            bars: false,
            terminal: false,
        };
        let mut out = Vec::new();
        let format = render::find(format).expect("a format");
        (format.render)(&report(&debrief, lang), &style, &mut out).expect("it is written");
        String::from_utf8(out).expect("a text")
    }

    /// The page with a text below a question.
    fn answered(page: &str, at: usize, answer: &str) -> String {
        let lines = page.lines().map(|line| {
            let asked = letters_key(line.trim_start_matches('#'));
            let question = QUESTIONS[at].question;
            if question.both().iter().any(|words| letters_key(words) == asked) {
                format!("{line}\n\n{answer}\n")
            } else {
                format!("{line}\n")
            }
        });
        lines.collect()
    }

    #[test]
    fn a_page_that_nobody_wrote_on_holds_no_answer_but_what_it_shows() {
        let sheet = sheet();
        for lang in [Lang::En, Lang::Fr] {
            for format in ["text", "markdown"] {
                let page = page(&sheet, format, lang);
                let reply = debrief(&page).expect("a debrief");
                for part in &reply.parts {
                    let field = part.field.expect("a field");
                    let is_shown = crate::sheet::debrief::is_as_shown(&sheet, field, &part.text);
                    assert!(is_shown, "{} {}", field.key, part.text);
                    assert_eq!(part.beside, Beside::Shown);
                }
                assert!(reply.aside.len() < 2 || format == "text", "{:?}\n{page}", reply.aside);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        /// Whatever is written below a question is its answer and nothing else.
        #[test]
        fn an_answer_is_taken_as_it_is(
            answer in "Xa([ ,;:!'()«»-]{1,2}[a-zé0-9]{1,9}){2,14}\\.(\n\n(Oui|La [a-z]{2,9}))?",
            at in 0..QUESTIONS.len(),
        ) {
            let sheet = sheet();
            for lang in [Lang::En, Lang::Fr] {
                for format in ["text", "markdown"] {
                    let typed = answered(&page(&sheet, format, lang), at, &answer);
                    for typed in [typed.clone(), typed.replace('\n', "\r\n"), quoted(&typed)] {
                        let reply = debrief(&typed).expect("a debrief");
                        let found: Vec<&ReplyPart> =
                            reply.parts.iter().filter(|part| part.beside == Beside::Added).collect();
                        prop_assert_eq!(found.len(), 1, "{}", typed);
                        prop_assert_eq!(&found[0].text, &answer, "{}", typed);
                        let field = found[0].field.expect("a field");
                        prop_assert_eq!(field.key, QUESTIONS[at].key, "{}", typed);
                    }
                }
            }
        }
    }

    fn quoted(text: &str) -> String {
        text.lines().map(|line| format!("> {line}\n")).collect()
    }
}
