//! People under the headings of their organisations, as one text.

use crate::import::page::items::Marks;
use crate::import::page::lines::Line;
use crate::value::bullets::{strip_bullet, strip_mark};
use crate::value::list::words;

/// The people of a section, each line with the heading that it stands under.
pub(super) fn people(section: &[Line]) -> String {
    let lines: Vec<Line> =
        section.iter().filter(|line| !line.is_blank()).map(Line::trimmed).collect();
    let mut marks = Marks::default();
    let mut heading: Option<&str> = None;
    let mut texts: Vec<String> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let next = lines.get(index + 1).map_or("", |next| next.text);
        if let Some(opens) = opens(line.text, next) {
            heading = Some(opens);
            continue;
        }
        texts.push(match (heading, marks.strip(*line)) {
            (Some(heading), found) => format!("**{heading} :** {}", found.unwrap_or(*line).text),
            (None, _) => line.text.to_owned(),
        });
    }
    texts.join("\n")
}

/// The heading that a line is, with those below it: `**Mairie :**`, `De l'association X :`.
fn opens<'t>(line: &'t str, next: &str) -> Option<&'t str> {
    if next.is_empty() {
        return None;
    }
    let bold = line.strip_prefix("**").and_then(|line| line.strip_suffix("**"));
    let name = bold.unwrap_or(line);
    let bare = name.trim_end_matches([':', ' ', '\u{a0}', '\u{202f}']);
    let is_whole = !bare.contains("**") && !bare.is_empty();
    let over_items = strip_mark(next).is_some() && strip_bullet(line).is_none();
    let is_heading =
        bold.is_some() || name.ends_with(':') || over_items && words::is_organisation(bare);
    (is_whole && is_heading).then_some(bare)
}
