//! The lessons of many sheets under the tools that they are about.

use std::collections::{BTreeMap, BTreeSet};

use crate::lang::{Text, text};
use crate::sheet::Sheet;
use crate::sheet::model::Lessons;
use crate::text::fold::search_key;
use crate::tree::once;
use crate::value::evidence::Evidence;
use crate::value::lesson::Lesson;

/// What is about no tool, as people call it.
pub const NO_TOOL: Text = text!("Without a tool", "Sans outil");

/// A tool, and what sheets say of it.
#[derive(Default)]
pub struct ToolLessons<'s> {
    /// As the first sheet spells it; none for what is about no tool.
    pub tool: Option<&'s str>,
    /// The sheets that use it or say something of it, by their numbers.
    pub sheets: BTreeSet<usize>,
    /// The lessons of each of [`Lessons::SORTS`], in their order of [`Evidence::rank`].
    pub sorts: [Vec<SharedLesson<'s>>; Lessons::SORTS.len()],
}

/// A lesson, as each sheet says it, and what they know of it together.
pub struct SharedLesson<'s> {
    /// With the number of the sheet; never empty.
    pub said: Vec<(usize, &'s Lesson)>,
    pub evidence: Evidence,
}

/// Every tool of some sheets; names of one `key` are one tool. What is about no tool is the last.
pub fn by_tool<'s>(sheets: &[&'s Sheet], key: impl Fn(&str) -> String) -> Vec<ToolLessons<'s>> {
    let mut tools: BTreeMap<(bool, String), ToolLessons<'s>> = BTreeMap::new();
    for (number, sheet) in sheets.iter().enumerate() {
        let mut about = |tool: Option<&'s str>, lesson: Option<(usize, &'s Lesson)>| {
            let place = (tool.is_none(), tool.map(&key).unwrap_or_default());
            let known = tools.entry(place);
            let known = known.or_insert_with(|| ToolLessons { tool, ..ToolLessons::default() });
            known.sheets.insert(number);
            if let Some((sort, lesson)) = lesson {
                known.sorts[sort].push(SharedLesson {
                    said: vec![(number, lesson)],
                    evidence: Evidence::of(&sheet.id, lesson),
                });
            }
        };
        sheet.tools.iter().for_each(|tool| about(Some(tool), None));
        for (sort, (_, lessons)) in sheet.lessons.sorts().into_iter().enumerate() {
            for lesson in lessons {
                let own = sheet.tools_of(lesson);
                own.iter().for_each(|tool| about(Some(tool), Some((sort, lesson))));
                if own.is_empty() {
                    about(None, Some((sort, lesson)));
                }
            }
        }
    }
    let shared = |told: ToolLessons<'s>| ToolLessons { sorts: told.sorts.map(shared), ..told };
    tools.into_values().map(shared).collect()
}

/// Lessons that say the same as one.
fn shared(lessons: Vec<SharedLesson>) -> Vec<SharedLesson> {
    let mut lessons = once(
        lessons,
        |one| search_key(one.text()),
        |one| one,
        |known, one| {
            known.said.extend(one.said);
            known.evidence.join(&one.evidence);
        },
    );
    lessons.sort_by_cached_key(|one| one.evidence.rank());
    lessons
}

impl<'s> SharedLesson<'s> {
    /// As the first sheet says it.
    pub fn text(&self) -> &'s str {
        self.said.first().map_or("", |(_, lesson)| &lesson.text)
    }
}

impl ToolLessons<'_> {
    /// Whether sheets use it and say nothing of it.
    pub fn is_silent(&self) -> bool {
        self.sorts.iter().all(Vec::is_empty)
    }
}
