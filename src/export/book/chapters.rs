//! Gathers the lessons of all sheets under the tools that they are about; those that say the same
//! are one.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use crate::config::Config;
use crate::lang::Lang;
use crate::sheet::Sheet;
use crate::sheet::field::Names;
use crate::sheet::key::Key;
use crate::text::fold::{name_key, search_key, sort_key};
use crate::text::sanitize::printable;
use crate::value::lesson::Lesson;
use crate::value::visibility::Visibility;

/// A tool, with what is known of it.
pub(super) struct Chapter {
    /// The tool; empty for what is about none.
    pub tool: String,
    /// The sheets that used it or say something of it.
    pub sheets: usize,
    pub nuggets: Vec<Entry>,
    pub difficulties: Vec<Entry>,
    pub surprises: Vec<Entry>,
}

/// A lesson, with all sheets that say it.
#[derive(Default)]
pub(super) struct Entry {
    pub text: String,
    pub actions: Vec<String>,
    /// The sheets that say it, by their titles and years, then those that confirmed it.
    pub sheets: Vec<String>,
    /// Who says it, where that is public.
    pub by: Vec<String>,
    /// Whether another sheet found the same.
    pub is_confirmed: bool,
}

/// A chapter while it is gathered.
#[derive(Default)]
struct Open {
    tool: String,
    sheets: BTreeSet<usize>,
    kinds: [Vec<OpenEntry>; 3],
}

struct OpenEntry {
    key: String,
    entry: Entry,
    sheets: BTreeSet<usize>,
}

/// The chapters, those of most sheets first; what is about no tool is the last.
pub(super) fn chapters(sheets: &[&Sheet], config: &Config, lang: Lang) -> Vec<Chapter> {
    let mut open: HashMap<String, Open> = HashMap::new();
    let by_id: HashMap<&str, usize> =
        sheets.iter().enumerate().map(|(at, sheet)| (sheet.id.as_str(), at)).collect();
    let names = config.vocabulary(Names::Tools);
    let canonical = |tool: &str| {
        let known = names.and_then(|names| names.canonical_name(tool));
        printable(known.unwrap_or(tool)).into_owned()
    };
    for (number, sheet) in sheets.iter().enumerate() {
        let lessons = &sheet.lessons;
        for tool in &sheet.tools {
            chapter(&mut open, canonical(tool)).sheets.insert(number);
        }
        let kinds = [&lessons.nuggets, &lessons.difficulties, &lessons.surprises];
        for (kind, lesson) in kinds
            .into_iter()
            .enumerate()
            .flat_map(|(kind, lessons)| lessons.iter().map(move |lesson| (kind, lesson)))
        {
            let own = if lesson.tools.is_empty() { &sheet.tools } else { &lesson.tools };
            let confirmed = lesson.confirmed_in.iter().filter_map(|id| by_id.get(id.as_str()));
            let who: BTreeSet<usize> = confirmed.copied().chain([number]).collect();
            let mut tools: Vec<String> = own.iter().map(|tool| canonical(tool)).collect();
            if tools.is_empty() {
                tools.push(String::new());
            }
            for tool in tools {
                let chapter = chapter(&mut open, tool);
                chapter.sheets.insert(number);
                add(&mut chapter.kinds[kind], lesson, &who);
            }
        }
    }
    let names: Vec<String> = sheets.iter().map(|sheet| named(sheet, lang)).collect();
    let mut chapters: Vec<Chapter> = open.into_values().map(|open| closed(open, &names)).collect();
    chapters.retain(|chapter| {
        let kinds = [&chapter.nuggets, &chapter.difficulties, &chapter.surprises];
        kinds.iter().any(|entries| !entries.is_empty())
    });
    chapters.sort_by_cached_key(|chapter| {
        (chapter.tool.is_empty(), Reverse(chapter.sheets), sort_key(&chapter.tool))
    });
    chapters
}

fn chapter(open: &mut HashMap<String, Open>, tool: String) -> &mut Open {
    open.entry(name_key(&tool)).or_insert_with(|| Open { tool, ..Open::default() })
}

/// Adds a lesson to those of its kind, or to the one that says the same.
fn add(entries: &mut Vec<OpenEntry>, lesson: &Lesson, who: &BTreeSet<usize>) {
    let key = search_key(&lesson.text);
    let at = entries.iter().position(|known| known.key == key).unwrap_or_else(|| {
        let entry = Entry { text: printable(&lesson.text).into_owned(), ..Entry::default() };
        entries.push(OpenEntry { key, entry, sheets: BTreeSet::new() });
        entries.len() - 1
    });
    let OpenEntry { entry, sheets, .. } = &mut entries[at];
    sheets.extend(who);
    let action = lesson.action.as_deref().map(printable);
    push_new(&mut entry.actions, action.as_deref());
    let is_public = lesson.visibility == Some(Visibility::Public);
    let by = lesson.by.as_deref().filter(|_| is_public).map(printable);
    push_new(&mut entry.by, by.as_deref());
}

/// Adds a text that is not there yet, however it is spelt.
fn push_new(texts: &mut Vec<String>, text: Option<&str>) {
    let Some(text) = text else { return };
    let key = search_key(text);
    if !texts.iter().any(|known| search_key(known) == key) {
        texts.push(text.to_owned());
    }
}

fn closed(open: Open, names: &[String]) -> Chapter {
    let [nuggets, difficulties, surprises] = open.kinds.map(|mut entries| {
        // Those that several sheets say first.
        entries.sort_by_cached_key(|open| (Reverse(open.sheets.len()), sort_key(&open.entry.text)));
        let entries = entries.into_iter().map(|open| Entry {
            is_confirmed: open.sheets.len() > 1,
            sheets: open.sheets.iter().map(|number| names[*number].clone()).collect(),
            ..open.entry
        });
        entries.collect()
    });
    Chapter { tool: open.tool, sheets: open.sheets.len(), nuggets, difficulties, surprises }
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
        let forum = &chapters[0].nuggets;
        assert_eq!((forum[0].text.as_str(), forum[0].is_confirmed), ("Afficher tôt.", true));
        assert_eq!(
            (&forum[0].sheets[..], &forum[0].by[..]),
            (&["a".to_owned(), "b".to_owned()][..], &["Alix".to_owned()][..])
        );
        assert!(!forum[1].is_confirmed);
    }

    #[test]
    fn who_says_it_is_named_where_that_is_public_alone() {
        let lesson = Lesson { by: Some("Alix".to_owned()), ..Lesson::of("Oui") };
        let chapters =
            chapters(&[&sheet("a", &["Forum"], vec![lesson])], &Config::default(), Lang::En);
        assert!(chapters[0].nuggets[0].by.is_empty());
    }
}
