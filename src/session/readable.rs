//! Sheets as those who work with them may read them, and the check that nothing else of them leaves.

use std::collections::{HashMap, HashSet};

use anyhow::Result;

use crate::lang::{Lang, phrase};
use crate::portfolio::Portfolio;
use crate::render;
use crate::report::Report;
use crate::session::{Context, Failure, sheets};
use crate::sheet::Sheet;
use crate::sheet::audience::Audience;
use crate::sheet::left_out::LeftOut;
use crate::sheet::lesson_address::{self, LessonName, split};
use crate::text::clip::clip;
use crate::value::lesson::Lesson;

/// Those who work with the sheets: what is asked of them holds what they may read.
pub(crate) const MEMBERS: Audience = Audience::Members;

/// So many characters of a text tell which it is.
const SHOWN: usize = 40;

/// Sheets by their ids, each whole and as its members may read it.
pub(crate) struct ReadableSheets(HashMap<String, (Sheet, Option<Sheet>)>);

impl ReadableSheets {
    pub(crate) fn read(context: &Context, ids: &HashSet<String>) -> Result<ReadableSheets> {
        if ids.is_empty() {
            return Ok(ReadableSheets(HashMap::new()));
        }
        let collection = context.collection()?;
        let paths: Vec<_> = ids.iter().filter_map(|id| collection.path_of(id)).collect();
        let read: Portfolio<Sheet> = sheets::map_files(context, &paths, |entry| entry.sheet);
        // What is made of them names no other sheet.
        let hidden = HashSet::new();
        let pair = |sheet: Sheet| {
            let readable = sheet.readable(MEMBERS, &hidden);
            (sheet.id.clone(), (sheet, readable))
        };
        Ok(ReadableSheets(read.answers.into_iter().map(pair).collect()))
    }

    /// The whole sheet of an id.
    pub(crate) fn whole(&self, id: &str) -> Option<&Sheet> {
        self.0.get(id).map(|(whole, _)| whole)
    }

    /// What its members may read of it, if anything.
    pub(crate) fn readable(&self, id: &str) -> Option<&Sheet> {
        self.0.get(id)?.1.as_ref()
    }

    /// The lesson of an address, where it is still open whether it held in the project of an id.
    pub(crate) fn open_lesson(&self, address: &str, id: &str) -> Option<(LessonName, &Lesson)> {
        let lessons = &self.readable(split(address).0)?.lessons;
        let (name, _, lesson) = lesson_address::find(lessons, address)?;
        (!lesson.is_judged_in(id)).then_some((name, lesson))
    }

    /// What must not leave of these sheets.
    pub(crate) fn left_out<'s>(all: impl IntoIterator<Item = &'s Self>, lang: Lang) -> LeftOut<'s> {
        let pairs: Vec<_> = all.into_iter().flat_map(|sheets| sheets.0.values()).collect();
        let texts = pairs.iter().flat_map(|(whole, kept)| whole.without(kept.as_ref()));
        LeftOut::of(texts, pairs.iter().filter_map(|(_, kept)| kept.as_ref()), lang)
    }
}

/// Looks whether a text that was left out stands in one that leaves; `read` gives each of those.
///
/// # Errors
/// Where one does.
pub(crate) fn refuse_leak(
    left_out: &LeftOut,
    read: impl FnOnce(&mut dyn FnMut(&str)),
) -> Result<()> {
    let Some(text) = left_out.leak(read) else {
        return Ok(());
    };
    let start = clip(text, SHOWN);
    Err(Failure::no(phrase!(
        "nothing was made: it would hold a text that its readers must not see: {start}",
        "rien n'a été fait : il s'y trouverait un texte que ses destinataires ne doivent pas \
         voir : {start}",
        start,
    ))
    .into())
}

/// The same for an answer: all that it says is in its data.
///
/// # Errors
/// As [`refuse_leak`].
pub(crate) fn refuse_leak_in(context: &Context, left_out: &LeftOut, report: &Report) -> Result<()> {
    if left_out.is_empty() {
        return Ok(());
    }
    let mut data = Vec::new();
    let format = render::find("json").unwrap_or(&render::FORMATS[0]);
    (format.render)(report, &context.style(false), &mut data)?;
    refuse_leak(left_out, |look| render::json_texts(&data, look))
}
