//! What `ask` says: a message to each person.

use crate::lang::{Lang, phrase};
use crate::report::{Block, Cell, Column, Report, Table, Tone};
use crate::sheet::ask::Message;
use crate::text::mailto::mailto;
use crate::text::sanitize::{one_line, sanitize};

/// A message, and the address that it goes to; empty where that is not known.
pub struct Addressed {
    pub message: Message,
    pub email: String,
}

/// The report of the messages, each below its name.
pub fn report(messages: &[Addressed], lang: Lang) -> Report {
    let report = Report::new("ask").with(Block::Table(table(messages, lang)));
    messages.iter().fold(report, |report, Addressed { message, .. }| {
        let report = report.with(Block::Heading(message.who.clone()));
        let lines = message.text(lang);
        let lines = lines.trim_end().split("\n\n").map(str::to_owned);
        lines.fold(report, |report, line| report.with(Block::Line(line, Tone::Plain)))
    })
}

/// The messages as they are sent: to whom, about what, the text, and a link that opens it in a mail
/// program.
pub fn mails(messages: &[Addressed], lang: Lang) -> String {
    let mails = messages.iter().map(|Addressed { message, email }| {
        let (who, subject) = (one_line(&message.who), one_line(message.subject.get(lang)));
        let to = match email.as_str() {
            "" => who.into_owned(),
            email => format!("{who} <{email}>"),
        };
        let head =
            phrase!("To: {to}\nSubject: {subject}", "À : {to}\nObjet : {subject}", to, subject);
        let text = message.text(lang);
        let link = mailto(email, &subject, &text);
        format!("{}\n\n{}\n{link}\n", head.get(lang), sanitize(&text))
    });
    mails.collect::<Vec<_>>().join(&format!("\n{}\n\n", "-".repeat(RULE)))
}

/// The length of the line between two messages.
const RULE: usize = 60;

fn table(messages: &[Addressed], lang: Lang) -> Table {
    Table::of("messages", messages, &COLUMNS, lang)
}

const COLUMNS: [Column<Addressed>; 9] = [
    Column::for_machines("who", |one, _| Cell::text(&one.message.who)),
    Column::for_machines("email", |one, _| present(&one.email)),
    Column::for_machines("id", |one, _| Cell::text(&one.message.tag.id)),
    Column::for_machines("key", |one, _| Cell::text(one.message.tag.field.key)),
    Column::for_machines("applied", |one, _| {
        present(one.message.tag.lesson.as_deref().unwrap_or_default())
    }),
    Column::for_machines("subject", |one, lang| Cell::text(one.message.subject.get(lang))),
    Column::for_machines("question", |one, lang| Cell::text(one.message.question.get(lang))),
    Column::for_machines("text", |one, lang| Cell::text(one.message.text(lang))),
    Column::for_machines("link", |one, lang| {
        let subject = one.message.subject.get(lang);
        Cell::text(mailto(&one.email, subject, &one.message.text(lang)))
    }),
];

fn present(text: &str) -> Cell {
    if text.is_empty() { Cell::empty() } else { Cell::text(text) }
}
