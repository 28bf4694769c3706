//! One sheet as the page shows it: its face, the facts beside, and what it tells.

use std::collections::HashMap;

use crate::export::page::prose::{Inline, Paragraph, paragraph, paragraphs};
use crate::export::page::words::Words;
use crate::lang::choice::Choice;
use crate::lang::{Lang, Text, text};
use crate::sheet::Sheet;
use crate::sheet::fields;
use crate::sheet::key::Key;
use crate::sheet::shape::Shape;
use crate::text::sanitize::printable;
use crate::value::any::Value;
use crate::value::document::Document;
use crate::value::lesson::{Lesson, Word};
use crate::value::outcome_level::Level;

/// What the face of a sheet says; the rest does not say it again.
const FACE: [&str; 5] = ["title", "summary", "territory.name", "commissioners", "outcome.level"];

/// What keeps a sheet in order, and tells its readers nothing.
const KEPT: [&str; 5] =
    ["visibility", "ignore", "source", "territory.latitude", "territory.longitude"];

/// A sheet as the page shows it.
pub(super) struct SheetView<'a> {
    pub id: &'a str,
    pub title: String,
    /// The numbers of its facet values.
    pub values: String,
    /// The first and last day, where it has any.
    pub days: Option<(String, String)>,
    /// Degrees north and east.
    pub point: Option<(String, String)>,
    pub territory: String,
    pub years: String,
    pub commissioners: String,
    pub outcome: Option<(&'static str, &'static str)>,
    pub summary: Vec<Paragraph>,
    pub tools: Vec<String>,
    pub facts: Vec<Fact>,
    pub story: Vec<Story>,
}

/// A short value beside its label.
pub(super) struct Fact {
    pub label: String,
    /// Its key, where a column of the table holds it.
    pub column: &'static str,
    /// What it is sorted by, where that is a number.
    pub number: String,
    pub lines: Vec<Paragraph>,
}

/// What is told at length.
pub(super) struct Story {
    pub label: &'static str,
    /// How it looks: `prose`, `lessons`, `words`, `documents`.
    pub look: &'static str,
    pub items: Vec<Item>,
}

/// One thing that is told.
#[derive(Default)]
pub(super) struct Item {
    pub text: Vec<Paragraph>,
    /// What to do next time.
    pub action: Option<String>,
    /// Who says it, when it holds, how large it is.
    pub beside: Vec<String>,
    /// The sheets that found the same, and those where it did not hold, behind their words.
    pub found: Vec<(&'static str, Vec<Paragraph>)>,
}

impl<'a> SheetView<'a> {
    /// A sheet among others, of which the titles are known by their ids.
    pub(super) fn of(
        sheet: &'a Sheet,
        values: &[usize],
        titles: &HashMap<&str, &str>,
        lang: Lang,
    ) -> SheetView<'a> {
        let words = |key: &str| {
            let value = Key::find(key).map(|key| key.value(sheet).summary(lang));
            printable(&value.unwrap_or_default()).into_owned()
        };
        let days = sheet.period().first().zip(sheet.period().last());
        let point = sheet.territory.latitude.zip(sheet.territory.longitude);
        let values: Vec<String> = values.iter().map(ToString::to_string).collect();
        SheetView {
            id: &sheet.id,
            title: printable(sheet.name()).into_owned(),
            values: values.join(" "),
            days: days.map(|(first, last)| (first.to_string(), last.to_string())),
            point: point.map(|(north, east)| (north.to_string(), east.to_string())),
            territory: words("territory.name"),
            years: words("year"),
            commissioners: words("commissioners"),
            outcome: sheet
                .outcome
                .level
                .map(|level: Level| (level.code(), level.label().get(lang))),
            summary: sheet.summary.as_deref().map(paragraphs).unwrap_or_default(),
            tools: sheet.tools.iter().map(|tool| printable(tool).into_owned()).collect(),
            facts: facts(sheet, titles, lang),
            story: story(sheet, titles, lang),
        }
    }
}

/// Whether it is told at length, by the shape of its field.
fn is_told(shape: Shape) -> bool {
    shape.is_prose() || matches!(shape, Shape::Documents)
}

fn facts(sheet: &Sheet, titles: &HashMap<&str, &str>, lang: Lang) -> Vec<Fact> {
    let mut facts = Vec::new();
    let hidden = |key: &str| FACE.contains(&key) || KEPT.contains(&key) || key == "tools";
    for field in fields::written().filter(|field| !hidden(field.key) && !is_told(field.shape)) {
        let value = (field.get)(sheet);
        if value.is_missing() {
            continue;
        }
        let lines: Vec<Paragraph> = match field.shape {
            Shape::SheetIds => sheet.related.iter().map(|id| to_sheet(id, titles)).collect(),
            _ => value.items(lang).iter().flat_map(|item| paragraphs(item)).collect(),
        };
        let derived = Key::Field(field).derived(sheet).map(|source| source.get(lang));
        let derived = derived.map(|source| paragraph(&format!("({source})")));
        let column = if field.key == "cost" { "cost" } else { "" };
        let number = match value {
            Value::Cost(cost) => cost.amount.map(|amount| amount.to_string()),
            _ => None,
        };
        facts.push(Fact {
            label: field.label.get(lang).to_owned(),
            column,
            number: number.unwrap_or_default(),
            lines: lines.into_iter().chain(derived).collect(),
        });
    }
    let own = sheet.own.iter().chain(&sheet.extra).map(|(key, tree)| (key, tree));
    let unread = sheet.unread.iter().map(|unread| (&unread.key, &unread.value));
    for (key, tree) in own.chain(unread) {
        let lines = Value::of_tree(tree).items(lang);
        let lines = lines.iter().flat_map(|item| paragraphs(item)).collect();
        let label = printable(key).into_owned();
        facts.push(Fact { label, column: "", number: String::new(), lines });
    }
    facts
}

fn story(sheet: &Sheet, titles: &HashMap<&str, &str>, lang: Lang) -> Vec<Story> {
    let told = fields::written().filter(|field| field.key != "summary" && is_told(field.shape));
    let stories = told.map(|field| {
        let lessons = |lessons: &[Lesson]| {
            lessons.iter().map(|lesson| of_lesson(lesson, titles, lang)).collect()
        };
        let (look, items): (_, Vec<Item>) = match field.key {
            "lessons.nuggets" => ("lessons", lessons(&sheet.lessons.nuggets)),
            "lessons.difficulties" => ("lessons", lessons(&sheet.lessons.difficulties)),
            "lessons.surprises" => ("lessons", lessons(&sheet.lessons.surprises)),
            "lessons.words" => {
                ("words", sheet.lessons.words.iter().map(|word| of_word(word, lang)).collect())
            }
            "documents" => {
                ("documents", sheet.documents.iter().map(|one| of_document(one, lang)).collect())
            }
            _ => {
                let texts = (field.get)(sheet).items(lang);
                let item = |text: &String| Item { text: paragraphs(text), ..Item::default() };
                ("prose", texts.iter().map(item).collect())
            }
        };
        Story { label: field.label.get(lang), look, items }
    });
    stories.filter(|story| !story.items.is_empty()).collect()
}

fn of_lesson(lesson: &Lesson, titles: &HashMap<&str, &str>, lang: Lang) -> Item {
    let when = lesson.when.as_ref().map(|when| format!("{} {when}", WHEN.get(lang)));
    let by = lesson.by.as_ref().map(|by| format!("— {by}"));
    let words = Words(lang);
    let found = [
        (words.confirmed(), &lesson.confirmed_in),
        (words.contradicted(), &lesson.contradicted_in),
    ];
    let found = found.into_iter().filter(|(_, ids)| !ids.is_empty());
    let found = found.map(|(words, ids)| (words, ids.iter().map(|id| to_sheet(id, titles))));
    Item {
        text: paragraphs(&lesson.text),
        action: lesson.action.as_deref().map(|action| printable(action).into_owned()),
        beside: when.into_iter().chain(by).map(|words| printable(&words).into_owned()).collect(),
        found: found.map(|(words, sheets)| (words, sheets.collect())).collect(),
    }
}

fn of_word(word: &Word, lang: Lang) -> Item {
    let role = word.role.map(|role| role.label().get(lang).to_owned());
    let from = word.from.iter().cloned().chain(role).collect::<Vec<_>>().join(", ");
    let beside = Some(format!("— {}", printable(&from))).filter(|_| !from.is_empty());
    Item { text: paragraphs(&word.text), beside: beside.into_iter().collect(), ..Item::default() }
}

fn of_document(document: &Document, lang: Lang) -> Item {
    let place = document.url.as_deref().or(document.file.as_deref()).unwrap_or_default();
    let name = document.title.as_deref().filter(|title| !title.is_empty()).unwrap_or(place);
    let alone = Document { size: document.size.clone(), ..Document::default() };
    // The size is written in the words of the language, behind a name that is empty here.
    let size = Value::Record(&alone).details(lang).trim().to_owned();
    let beside = Some(size).filter(|size| !size.is_empty());
    let text = vec![vec![Inline::link(name, place)]];
    Item { text, beside: beside.into_iter().collect(), ..Item::default() }
}

/// The title of another sheet, leading to it where it is on the page.
fn to_sheet(id: &str, titles: &HashMap<&str, &str>) -> Paragraph {
    match titles.get(id) {
        Some(title) => vec![Inline::link(title, &format!("#{id}"))],
        None => vec![Inline::plain(id)],
    }
}

const WHEN: Text = text!("when:", "quand :");
