//! What `new` says: where the new sheet is, and before that what earlier ones can teach.

use crate::lang::{Lang, Phrase, phrase, text};
use crate::report::{Block, Cell, FieldCell, FieldLayout, Report, Tone};

/// The report of a sheet that was written.
pub fn report(id: &str, path: &str, lang: Lang) -> Report {
    let field = |key: &str, words: &str| FieldCell::for_machines(key, Cell::text(words));
    let written = phrase!("{path}: created", "{path} : créée", path);
    Report::new("new")
        .with(Block::Fields { key: "sheet", fields: vec![field("id", id), field("path", path)] })
        .with(Block::Line(written.get(lang).to_owned(), Tone::Good))
}

/// An earlier sheet that is close to the new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimilarProject {
    pub id: String,
    pub title: String,
    pub year: String,
    /// What the two have in common.
    pub why: Phrase,
    /// Its lessons, in their order.
    pub lessons: Vec<String>,
}

/// How many lessons are shown before the questions, so that they fit on a screen.
const LESSONS: usize = 6;

/// The closest sheets, the closest first, and their lessons.
pub fn earlier(sheets: &[SimilarProject], lang: Lang) -> Report {
    let heading =
        text!("What earlier projects taught us", "Ce que les projets précédents nous ont appris");
    let mut report = Report::new("earlier").with(Block::Heading(heading.get(lang).to_owned()));
    let mut left = LESSONS;
    for sheet in sheets {
        let year = match sheet.year.as_str() {
            year if sheet.title.contains(year) => String::new(),
            year => format!(", {year}"),
        };
        let label = phrase!(
            "{title}{year} ({id}) — in common: {why}",
            "{title}{year} ({id}) — en commun : {why}",
            title = sheet.title,
            year,
            id = sheet.id,
            why = sheet.why,
        );
        let label = label.get(lang).to_owned();
        let lessons = &sheet.lessons[..left.min(sheet.lessons.len())];
        left -= lessons.len();
        report.blocks.push(match lessons {
            [] => Block::Line(label, Tone::Plain),
            lessons => {
                let field = FieldCell::new(&sheet.id, label, Cell::text(lessons.join("\n")))
                    .with_layout(FieldLayout::Items(lessons.to_vec()));
                Block::Fields { key: "earlier", fields: vec![field] }
            }
        });
    }
    report
}
