//! Puts the form together: its questions, what is known already, and the policy over its bytes.

use askama::Template;

use crate::export::dress::Dress;
use crate::export::form::names::{Offered, list_id, offered};
use crate::export::form::question::Question;
use crate::export::form::words::Words;
use crate::export::frame::Frame;
use crate::sheet::Sheet;
use crate::sheet::field::Field;
use crate::sheet::questions::{self, FieldQuestion};
use crate::sheet::rev::Exported;
use crate::text::sanitize::printable;

const STYLE: &str = concat!(include_str!("../base.css"), include_str!("form.css"));
const SCRIPT: &str = include_str!("form.js");

#[derive(Template)]
#[template(path = "form/form.html", config = "src/export/askama.toml")]
struct Form<'a> {
    frame: Frame<'a>,
    words: Words,
    lead: &'a str,
    /// Empty where the sheet is a new one, and so are its title and digest.
    id: &'a str,
    title: String,
    rev: &'a str,
    groups: Vec<Group>,
    lists: Vec<(&'static str, Vec<String>)>,
}

/// Questions that belong together: those to be answered, and those that are.
struct Group {
    title: &'static str,
    open: Vec<Question>,
    answered: Vec<Question>,
}

/// The form, for a new sheet or one that is to be completed, with all questions or one; names are
/// those of sheets that its reader may read.
///
/// # Errors
/// Where the template cannot be written out.
pub(in crate::export) fn render(
    readable: &[&Sheet],
    of: Option<&Exported>,
    question: Option<&Field>,
    dress: &Dress,
) -> askama::Result<String> {
    let lang = dress.lang;
    let known = offered(readable);
    let empty = Sheet::default();
    let sheet = of.map_or(&empty, |of| &of.sheet);
    let mut all = questions::all();
    all.retain(|asked| question.is_none_or(|question| question.key == asked.field.key));
    // What is asked alone is asked again.
    let is_open =
        |asked: &FieldQuestion| question.is_some() || questions::lacks(sheet, asked.field);
    let groups = questions::groups(&all).into_iter().map(|(title, range)| {
        let (open, answered): (Vec<FieldQuestion>, Vec<FieldQuestion>) =
            all[range].iter().partition(|asked| is_open(asked));
        let asked = |questions: Vec<FieldQuestion>| {
            let fields = questions.into_iter().map(|question| question.field);
            fields.map(|field| Question::of(field, sheet, &known, lang)).collect()
        };
        Group { title: title.get(lang), open: asked(open), answered: asked(answered) }
    });
    let groups = groups.collect();
    let words = Words(lang);
    let lead = match (question.and_then(|question| question.more.question), of) {
        (Some(question), _) => question.get(lang),
        (None, None) => words.lead(),
        (None, Some(_)) => words.lead_of(),
    };
    let form = Form {
        frame: Frame::of("form", STYLE, SCRIPT, dress),
        words,
        lead,
        id: &sheet.id,
        title: of.map(|of| printable(of.sheet.name()).into_owned()).unwrap_or_default(),
        rev: of.map_or("", |of| &of.rev),
        groups,
        lists: known.into_iter().map(|Offered { sort, names }| (list_id(sort), names)).collect(),
    };
    form.render()
}
