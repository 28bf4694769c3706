//! What `debrief` says: what a team goes through at the end of its project, on one page.

use crate::lang::{Lang, Phrase, phrase, plural};
use crate::report::{Block, Cell, Column, FieldCell, FieldLayout, Report, Table, Tone};
use crate::sheet::Sheet;
use crate::sheet::ask::{debrief_line, readers};
use crate::sheet::debrief::{
    DebriefQuestion, FACTS, Fact, GAP, HOW, KEEP, LESSONS, PRIVATE, QUESTIONS, READERS, TITLE,
    VERDICTS, facts,
};
use crate::sheet::lesson_address::{LessonNumber, address};
use crate::text::clip::clip;
use crate::text::sanitize::one_line;
use crate::text::shell::shell_quote;
use crate::value::lesson::Lesson;

/// What a team goes through.
#[derive(Clone, Debug)]
pub struct Debrief<'s> {
    sheet: &'s Sheet,
    /// Who reads what is written.
    pub readers: Phrase,
    /// The lessons that are judged here.
    pub lessons: Vec<AppliedLesson>,
    /// How many more there are.
    pub more: usize,
}

/// A lesson of which it is still open whether it held.
#[derive(Clone, Debug)]
pub struct AppliedLesson {
    pub address: String,
    pub text: String,
    /// What it tells to do; empty where it does not.
    pub action: String,
}

/// So many lessons, and so many characters of a title, of a lesson and of what it tells to do, have
/// room on the page.
const LESSONS_SHOWN: usize = 3;
const TITLE_LENGTH: usize = 90;
const LESSON_LENGTH: usize = 100;
const ACTION_LENGTH: usize = 80;

impl AppliedLesson {
    pub fn of(id: &str, number: LessonNumber, lesson: &Lesson) -> AppliedLesson {
        let short = |text: &str, length| clip(&one_line(text), length).into_owned();
        let action = lesson.action.as_deref();
        AppliedLesson {
            address: address(id, number),
            text: short(&lesson.text, LESSON_LENGTH),
            action: action.map(|text| short(text, ACTION_LENGTH)).unwrap_or_default(),
        }
    }
}

impl<'s> Debrief<'s> {
    /// The debrief of a sheet as its members may read it.
    pub fn of(
        sheet: &'s Sheet,
        mut lessons: Vec<AppliedLesson>,
        organisation: Option<&str>,
    ) -> Debrief<'s> {
        let more = lessons.len().saturating_sub(LESSONS_SHOWN);
        lessons.truncate(LESSONS_SHOWN);
        Debrief { sheet, readers: readers(sheet.visible_to(), organisation), lessons, more }
    }

    /// The title of the project.
    pub fn title(&self) -> String {
        clip(&one_line(self.sheet.name()), TITLE_LENGTH).into_owned()
    }

    /// Who will read the answers.
    pub fn candour(&self) -> Phrase {
        let readers = &self.readers;
        phrase!(
            "{READERS} {readers} {PRIVATE}",
            "{READERS} {readers} {PRIVATE}",
            READERS,
            readers,
            PRIVATE,
        )
    }

    pub fn facts(&self, lang: Lang) -> Vec<Fact> {
        facts(self.sheet, lang)
    }

    /// Where the lessons are told that have no room here.
    pub fn rest(&self) -> Option<Phrase> {
        let (more, id) = (self.more, &self.sheet.id);
        (more > 0).then(|| {
            phrase!(
                "And {lessons} more: sheet new {id} --missing",
                "Et encore {lessons} : sheet new {id} --missing",
                lessons = plural::LESSON.phrase(more),
                id = shell_quote(id),
            )
        })
    }

    /// The line by which the answers find their place.
    pub fn line(&self) -> String {
        debrief_line(&self.sheet.id)
    }
}

/// The report of a debrief.
pub fn report(debrief: &Debrief, lang: Lang) -> Report {
    let (title, id) = (debrief.title(), &debrief.sheet.id);
    let heading = phrase!("{TITLE}: {title}", "{TITLE} : {title}", TITLE, title);
    let machines = [("id", id), ("title", &title)];
    let machines = machines.map(|(key, text)| FieldCell::for_machines(key, Cell::text(text)));
    let line = |text: &str, tone| Block::Line(text.to_owned(), tone);
    let (team, facts): (Vec<Fact>, Vec<Fact>) =
        debrief.facts(lang).into_iter().partition(|fact| fact.field.key == "team");
    let fields = |facts: &[Fact]| {
        let fields = facts.iter().map(|fact| field(debrief.sheet, fact, lang)).collect();
        Block::Fields { key: "debrief", fields }
    };
    let mut report = Report::new("debrief")
        .with(Block::Title { text: heading.get(lang).to_owned(), subtitle: id.clone() })
        .with(Block::Fields { key: "debrief", fields: machines.into() })
        .with(fields(&team))
        .with(line(debrief.candour().get(lang), Tone::Plain))
        .with(line(HOW.get(lang), Tone::Muted))
        .with(Block::Heading(FACTS.get(lang).to_owned()))
        .with(fields(&facts));
    if !debrief.lessons.is_empty() {
        report.blocks.push(Block::Heading(LESSONS.get(lang).to_owned()));
    }
    let boxes = debrief.lessons.iter().map(|lesson| boxes(lesson, lang)).collect();
    report.blocks.push(Block::Fields { key: "debrief", fields: boxes });
    report.blocks.push(Block::Table(Table::of("lessons", &debrief.lessons, &LESSON_COLUMNS, lang)));
    report.blocks.extend(debrief.rest().map(|words| line(words.get(lang), Tone::Muted)));
    for asked in &QUESTIONS {
        report.blocks.push(Block::Heading(asked.question.get(lang).to_owned()));
        report.blocks.extend(asked.hint.map(|hint| line(hint.get(lang), Tone::Muted)));
    }
    report.blocks.push(Block::Table(Table::of("questions", &QUESTIONS, &QUESTION_COLUMNS, lang)));
    let tag = debrief.line();
    report.with(Block::Line(format!("{}\n{tag}", KEEP.get(lang)), Tone::Muted))
}

/// A fact, or that it is to be filled in.
fn field(sheet: &Sheet, fact: &Fact, lang: Lang) -> FieldCell {
    let Fact { field, words, .. } = fact;
    let text = if words.is_empty() { GAP.get(lang) } else { words };
    let cell = Cell { data: field.stored(sheet).tree(), ..Cell::text_only(text) };
    FieldCell::new(field.key, field.label.get(lang), cell)
}

/// A lesson, and what can be ticked of it.
fn boxes(lesson: &AppliedLesson, lang: Lang) -> FieldCell {
    let AppliedLesson { address, text, action } = lesson;
    let action = if action.is_empty() { String::new() } else { format!(" → {action}") };
    let items = VERDICTS.map(|words| words.get(lang).to_owned());
    FieldCell::for_people(format!("{address} · {text}{action}"), Cell::text_only(items.join("\n")))
        .with_layout(FieldLayout::Boxes(items.into()))
}

const LESSON_COLUMNS: [Column<AppliedLesson>; 3] = [
    Column::for_machines("address", |lesson, _| Cell::text(&lesson.address)),
    Column::for_machines("text", |lesson, _| Cell::text(&lesson.text)),
    Column::for_machines("do", |lesson, _| match lesson.action.as_str() {
        "" => Cell::empty(),
        action => Cell::text(action),
    }),
];

const QUESTION_COLUMNS: [Column<DebriefQuestion>; 2] = [
    Column::for_machines("key", |asked, _| Cell::text(asked.key)),
    Column::for_machines("question", |asked, lang| Cell::text(asked.question.get(lang))),
];
