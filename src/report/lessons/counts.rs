//! What `summarize --lessons` says: what became of the lessons of each year.

use crate::lang::{Lang, Text, text};
use crate::report::{Block, Cell, Column, FieldCell, Report, Table, Tone};
use crate::stats::lessons::LessonCounts;
use crate::tree::Tree;

/// The report of the counts of each year, and how many lessons there are in all.
pub fn report(counts: &[LessonCounts], lang: Lang) -> Report {
    let sum = |of: fn(&LessonCounts) -> usize| counts.iter().map(of).sum::<usize>();
    let field = |key: &str, label: Text, count| {
        FieldCell::new(key, label.get(lang), Cell::count(count, lang))
    };
    let fields = vec![
        field("lessons", LESSONS, sum(|one| one.lessons)),
        field("neverReused", NEVER, sum(|one| one.never_reused)),
    ];
    Report::new("lessons")
        .with(Block::Fields { key: "summary", fields })
        .with(Block::Table(Table::of("years", counts, &COLUMNS, lang)))
}

const LESSONS: Text = text!("Lessons", "Leçons");
const NEVER: Text = text!("Never reused", "Jamais réutilisées");

const COLUMNS: [Column<LessonCounts>; 8] = [
    Column::new("year", text!("Year", "Année"), |one, lang| match one.year {
        Some(year) => Cell { data: Tree::number(year), ..Cell::text(year.to_string()) },
        None => Cell::text_only(text!("no date", "sans date").get(lang)).with_tone(Tone::Muted),
    }),
    count("lessons", LESSONS, |one, lang| Cell::count(one.lessons, lang)),
    count("applied", text!("Applied", "Appliquées"), |one, lang| Cell::count(one.applied, lang)),
    count("confirmed", text!("Confirmed", "Confirmées"), |one, lang| {
        Cell::count(one.confirmed, lang)
    }),
    count("contradicted", text!("Contradicted", "Contredites"), |one, lang| {
        Cell::count(one.contradicted, lang)
    })
    .optional(),
    count("neverReused", NEVER, |one, lang| Cell::count(one.never_reused, lang)),
    count("withAction", text!("With an action", "Avec une action"), |one, lang| {
        Cell::count(one.acting, lang)
    })
    .optional(),
    count("withContext", text!("With a context", "Avec un contexte"), |one, lang| {
        Cell::count(one.with_context, lang)
    })
    .optional(),
];

const fn count(
    key: &'static str,
    label: Text,
    cell: fn(&LessonCounts, Lang) -> Cell,
) -> Column<LessonCounts> {
    Column::new(key, label, cell).numeric()
}
