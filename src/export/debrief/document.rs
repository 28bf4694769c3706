//! Puts the page together, and the policy over its bytes.

use askama::Template;

use crate::export::debrief::words::Words;
use crate::export::dress::Dress;
use crate::export::frame::Frame;
use crate::lang::Lang;
use crate::report::debrief::Debrief;
use crate::sheet::debrief::{Fact, QUESTIONS};

const STYLE: &str = concat!(include_str!("../base.css"), include_str!("debrief.css"));

/// More lines than a question can have on the page; what has no room is cut off.
const LINES: usize = 24;

#[derive(Template)]
#[template(path = "debrief/debrief.html", config = "src/export/askama.toml")]
struct Page<'a> {
    frame: Frame<'a>,
    lang: Lang,
    words: Words,
    debrief: &'a Debrief<'a>,
    facts: Vec<Fact>,
    questions: Vec<Question>,
}

/// A question, and the room below it.
struct Question {
    text: &'static str,
    hint: &'static str,
    /// What the sheet says already; empty where it says nothing.
    known: String,
}

/// The page of a debrief.
///
/// # Errors
/// Where the template cannot be written out.
pub fn render(debrief: &Debrief, dress: &Dress) -> askama::Result<String> {
    let lang = dress.lang;
    let (answered, facts): (Vec<Fact>, Vec<Fact>) =
        debrief.facts(lang).into_iter().partition(Fact::is_of_question);
    let questions = QUESTIONS.iter().map(|asked| {
        let known = answered.iter().find(|fact| fact.field.key == asked.key);
        Question {
            text: asked.question.get(lang),
            hint: asked.hint.map_or("", |hint| hint.get(lang)),
            known: known.map(|fact| fact.words.clone()).unwrap_or_default(),
        }
    });
    let questions = questions.collect();
    let frame = Frame::of("debrief", STYLE, "", dress);
    Page { frame, lang, words: Words(lang), debrief, facts, questions }.render()
}
