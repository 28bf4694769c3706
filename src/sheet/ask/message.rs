//! The message to one person: their name, one question, the fact that it stands on, who will read the
//! answer, and the line that brings it back.

use crate::lang::{Lang, Phrase, list, phrase, plural};
use crate::sheet::Sheet;
use crate::sheet::ask::readers::{can_be_private, readers};
use crate::sheet::ask::tag::Tag;
use crate::sheet::ask::template::{KEEP, LEAD, PRIVATE, READERS, REPLY, THANKS};
use crate::sheet::field::Field;
use crate::sheet::shape::Shape;
use crate::text::sanitize::one_line;
use crate::value::any::Value;

/// A message to one person, in both languages.
#[derive(Clone)]
pub struct Message {
    pub who: String,
    pub tag: Tag,
    pub subject: Phrase,
    pub question: Phrase,
    /// All that it says, but for the line that brings the answer back.
    pub paragraphs: Vec<Phrase>,
}

impl Message {
    /// The message that asks somebody, from what they may see of the sheet; `lesson` is what a lesson
    /// says that is asked about.
    pub fn of(
        who: &str,
        tag: Tag,
        sheet: &Sheet,
        lesson: Option<&str>,
        organisation: Option<&str>,
    ) -> Message {
        let field = tag.field;
        let title = one_line(sheet.name());
        let first = first_name(who);
        let question = Phrase::from(field.more.question.unwrap_or(field.label));
        let thanks = match organisation {
            Some(name) => phrase!("{THANKS}\n{name}", "{THANKS}\n{name}", THANKS, name),
            None => THANKS.into(),
        };
        let project = project(sheet);
        let fact = fact(sheet, field, lesson);
        let readers = readers(sheet.visible_to().max(field.more.visibility), organisation);
        let private = if can_be_private(field) {
            phrase!(" {PRIVATE}", " {PRIVATE}", PRIVATE)
        } else {
            Phrase::default()
        };
        let paragraphs = vec![
            phrase!("Hello {first},", "Bonjour {first},", first),
            LEAD.into(),
            phrase!("{project}\n{fact}", "{project}\n{fact}", project, fact),
            question.clone(),
            phrase!(
                "{REPLY} {READERS} {readers}{private}",
                "{REPLY} {READERS} {readers}{private}",
                REPLY,
                READERS,
                readers,
                private,
            ),
            thanks,
        ];
        Message {
            who: who.to_owned(),
            tag,
            subject: phrase!("A question about “{title}”", "Une question sur “{title}”", title),
            question,
            paragraphs,
        }
    }

    /// The whole text, in a language.
    pub fn text(&self, lang: Lang) -> String {
        let paragraphs = self.paragraphs.iter().map(|paragraph| paragraph.get(lang));
        let text = paragraphs.collect::<Vec<_>>().join("\n\n");
        format!("{text}\n\n{}\n{}\n", KEEP.get(lang), self.tag)
    }
}

/// The name by which somebody is greeted: the first, where it is one.
fn first_name(who: &str) -> &str {
    let first = who.split_whitespace().next().unwrap_or(who);
    if first.ends_with('.') || first.chars().count() < 2 { who } else { first }
}

/// The project in a line: its title, where and when.
fn project(sheet: &Sheet) -> Phrase {
    let title = one_line(sheet.name());
    let years = Value::years(sheet.period());
    let beside = Phrase::per_lang(|lang| {
        let place = sheet.territory.name.clone().unwrap_or_default();
        let beside = [place, years.summary(lang)];
        beside.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
    });
    match beside.get(Lang::En) {
        "" => phrase!("“{title}”", "“{title}”", title),
        _ => phrase!("“{title}” ({beside})", "“{title}” ({beside})", title, beside),
    }
}

/// The fact that the question stands on.
fn fact(sheet: &Sheet, field: &Field, lesson: Option<&str>) -> Phrase {
    if let Some(text) = lesson {
        let text = one_line(text);
        return phrase!(
            "You meant to apply this lesson there: “{text}”",
            "Vous vouliez y appliquer cette leçon : “{text}”",
            text,
        );
    }
    let label = field.label;
    let nowhere = sheet.documents.iter().find(|one| one.is_nowhere());
    if let Some(title) = nowhere.and_then(|one| one.title.as_deref())
        && matches!(field.shape, Shape::Documents)
    {
        let title = one_line(title);
        return phrase!(
            "Its sheet mentions “{title}”, but not where to find it.",
            "Sa fiche cite “{title}”, sans dire où le trouver.",
            title,
        );
    }
    match field.shape {
        Shape::Words => {
            let names: Vec<&str> =
                sheet.lessons.words.iter().filter_map(|word| word.from.as_deref()).collect();
            match names.as_slice() {
                [] => phrase!(
                    "Nobody has left a word in its sheet yet.",
                    "Personne n'a encore laissé de petit mot dans sa fiche.",
                ),
                names => phrase!(
                    "In its sheet there are words from {names}; yours is missing.",
                    "Sa fiche a déjà un petit mot de : {names} ; il manque le tien.",
                    names = list::and(names),
                ),
            }
        }
        Shape::Lessons => {
            let lessons = plural::LESSON.phrase(sheet.lessons.all().count());
            let sorts = sheet.lessons.sorts();
            match sorts.iter().find(|(key, _)| *key == field.key).map_or(0, |(_, all)| all.len()) {
                0 => phrase!(
                    "Its sheet has {lessons}, and none of them under “{label}”.",
                    "Sa fiche a {lessons}, et rien sous “{label}”.",
                    lessons,
                    label,
                ),
                count => phrase!(
                    "Its sheet has {lessons}, {count} of them under “{label}”.",
                    "Sa fiche a {lessons}, dont {count} sous “{label}”.",
                    lessons,
                    count,
                    label,
                ),
            }
        }
        _ => phrase!(
            "Its sheet does not say it yet ({label}).",
            "Sa fiche ne le dit pas encore ({label}).",
            label,
        ),
    }
}
