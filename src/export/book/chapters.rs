//! Gathers the lessons of all sheets under the tools that they are about; those that say the same
//! are one.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use crate::config::Config;
use crate::lang::Lang;
use crate::sheet::Sheet;
use crate::sheet::by_tool::{SharedLesson, by_tool};
use crate::sheet::field::Names;
use crate::sheet::key::Key;
use crate::sheet::model::Lessons;
use crate::text::fold::{name_key, search_key, sort_key};
use crate::text::sanitize::printable;
use crate::value::visibility::Visibility;

/// A tool, with what is known of it.
pub(super) struct Chapter {
    /// The tool; empty for what is about none.
    pub tool: String,
    /// The sheets that used it or say something of it.
    pub sheets: usize,
    /// What is said of it, by the sorts of lessons.
    pub sorts: [Vec<Entry>; Lessons::SORTS.len()],
}

/// A lesson, with all sheets that say it.
#[derive(Default)]
pub(super) struct Entry {
    pub text: String,
    pub actions: Vec<String>,
    /// The sheets that say or confirm it, by their titles and years.
    pub sheets: Vec<String>,
    /// The sheets where it did not hold.
    pub contradicted: Vec<String>,
    /// Who says it, where that is public.
    pub by: Vec<String>,
}

impl Entry {
    /// Whether another sheet found the same.
    pub(super) fn is_confirmed(&self) -> bool {
        self.sheets.len() > 1
    }
}

/// The sheets of the book, as it names them.
struct Named<'s> {
    names: Vec<String>,
    numbers: HashMap<&'s str, usize>,
}

/// Sheets in the order of the book, those that are not in it behind: the number and the id of each.
type Places<'s> = BTreeSet<(usize, &'s str)>;

impl<'s> Named<'s> {
    fn place(&self, id: &'s str) -> (usize, &'s str) {
        (self.numbers.get(id).copied().unwrap_or(usize::MAX), id)
    }

    fn names(&self, places: &Places) -> Vec<String> {
        let name = |(number, id): &(usize, &str)| {
            self.names.get(*number).cloned().unwrap_or_else(|| printable(id).into_owned())
        };
        places.iter().map(name).collect()
    }
}

/// The chapters, those of most sheets first; what is about no tool is the last.
pub(super) fn chapters(sheets: &[&Sheet], config: &Config, lang: Lang) -> Vec<Chapter> {
    let known = config.vocabulary(Names::Tools);
    let canonical = |tool: &str| {
        let known = known.and_then(|names| names.canonical_name(tool));
        printable(known.unwrap_or(tool)).into_owned()
    };
    let ids = sheets.iter().enumerate().map(|(number, sheet)| (sheet.id.as_str(), number));
    let named = Named {
        names: sheets.iter().map(|sheet| named(sheet, lang)).collect(),
        numbers: ids.collect(),
    };
    let told = by_tool(sheets, |tool| name_key(&canonical(tool))).into_iter();
    let chapters = told.filter(|told| !told.is_silent()).map(|told| Chapter {
        tool: told.tool.map(canonical).unwrap_or_default(),
        sheets: told.sheets.len(),
        sorts: told.sorts.map(|lessons| lessons.iter().map(|one| entry(one, &named)).collect()),
    });
    let mut chapters: Vec<Chapter> = chapters.collect();
    chapters.sort_by_cached_key(|chapter| {
        (chapter.tool.is_empty(), Reverse(chapter.sheets), sort_key(&chapter.tool))
    });
    chapters
}

/// A lesson with all sheets that say or confirm it.
fn entry<'s>(lesson: &'s SharedLesson, named: &Named<'s>) -> Entry {
    let places = |ids: &'s [String]| ids.iter().map(|id| named.place(id));
    let evidence = &lesson.evidence;
    let held = places(&evidence.said_in).chain(places(&evidence.confirmed_in)).collect();
    let mut entry = Entry {
        text: printable(lesson.text()).into_owned(),
        sheets: named.names(&held),
        contradicted: named.names(&places(&evidence.contradicted_in).collect()),
        ..Entry::default()
    };
    for (_, lesson) in &lesson.said {
        push_new(&mut entry.actions, lesson.action.as_deref());
        let is_public = lesson.visibility == Some(Visibility::Public);
        push_new(&mut entry.by, lesson.by.as_deref().filter(|_| is_public));
    }
    entry
}

/// Adds a text that is not there yet, however it is spelt.
fn push_new(texts: &mut Vec<String>, text: Option<&str>) {
    let Some(text) = text.map(printable) else { return };
    let key = search_key(&text);
    if !texts.iter().any(|known| search_key(known) == key) {
        texts.push(text.into_owned());
    }
}

/// The title of a sheet with its years.
fn named(sheet: &Sheet, lang: Lang) -> String {
    let title = printable(sheet.name());
    let years = Key::find("year").map(|key| key.value(sheet).summary(lang)).unwrap_or_default();
    let says_it = years.is_empty() || title.contains(&years);
    if says_it { title.into_owned() } else { format!("{title} ({years})") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::lesson::Lesson;

    fn sheet(id: &str, tools: &[&str], nuggets: Vec<Lesson>) -> Sheet {
        let mut sheet = Sheet { id: id.to_owned(), ..Sheet::default() };
        sheet.tools = tools.iter().map(|tool| (*tool).to_owned()).collect();
        sheet.lessons.nuggets = nuggets;
        sheet
    }

    #[test]
    fn what_several_sheets_say_is_one_lesson_and_comes_first() {
        let by = |visibility| Lesson {
            by: Some("Alix".to_owned()),
            visibility,
            contradicted_in: vec!["c".to_owned(), "d".to_owned()],
            ..Lesson::of("Afficher tôt.")
        };
        let sheets = [
            sheet("a", &["Forum"], vec![Lesson::of("Aller dehors"), by(None)]),
            sheet("b", &["forum", "Maquette"], vec![by(Some(Visibility::Public))]),
            sheet("c", &[], vec![Lesson::of("Rien d'autre")]),
        ];
        let sheets: Vec<&Sheet> = sheets.iter().collect();
        let chapters = chapters(&sheets, &Config::default(), Lang::Fr);
        let tools: Vec<(&str, usize)> =
            chapters.iter().map(|chapter| (chapter.tool.as_str(), chapter.sheets)).collect();
        assert_eq!(tools, [("Forum", 2), ("Maquette", 1), ("", 1)]);
        let forum = &chapters[0].sorts[0];
        assert_eq!((forum[0].text.as_str(), forum[0].is_confirmed()), ("Afficher tôt.", true));
        assert_eq!(
            (&forum[0].sheets[..], &forum[0].by[..]),
            (&["a".to_owned(), "b".to_owned()][..], &["Alix".to_owned()][..])
        );
        assert_eq!(forum[0].contradicted, ["c", "d"]);
        assert!(!forum[1].is_confirmed());
    }

    #[test]
    fn who_says_it_is_named_where_that_is_public_alone() {
        let lesson = Lesson { by: Some("Alix".to_owned()), ..Lesson::of("Oui") };
        let chapters =
            chapters(&[&sheet("a", &["Forum"], vec![lesson])], &Config::default(), Lang::En);
        assert!(chapters[0].sorts[0][0].by.is_empty());
    }
}
