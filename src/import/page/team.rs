//! People under the headings of their organisations, and those whom a page names.

use std::collections::HashSet;

use crate::import::page::items::Marks;
use crate::import::page::lines::{Line, filled};
use crate::import::page::sections::Page;
use crate::sheet::known::KnownBySort;
use crate::text::fold::name_key;
use crate::value::bullets::{strip_bullet, strip_mark};
use crate::value::list::{self, Scope, words};
use crate::value::person::Person;

/// The names of those who took part.
#[derive(Default)]
pub(super) struct Team {
    /// Folded, whole and the first of their words alone.
    names: HashSet<String>,
}

impl Team {
    pub(super) fn of(names: impl IntoIterator<Item = impl AsRef<str>>) -> Team {
        let names = names.into_iter().map(|name| name_key(name.as_ref())).flat_map(|name| {
            let first = name.split(' ').next().unwrap_or_default().to_owned();
            [first, name]
        });
        Team { names: names.filter(|name| !name.is_empty()).collect() }
    }

    /// Those of a page.
    pub(super) fn of_page(page: &Page, known: &KnownBySort) -> Team {
        let sections = page.sections.iter().filter(|section| section.is_people());
        let people = sections.flat_map(|section| {
            let key = section.field().map_or("", |field| field.key);
            list::read::<Person>(&people(&section.lines), Scope::Field, known.at(key))
        });
        let people = people.filter_map(|judged| judged.outcome.value());
        Team::of(people.map(|person| person.name))
    }

    /// Whether a name is one of theirs, or the first name of one.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.names.contains(&name_key(name))
    }
}

/// The people of a section, each line with the heading that it stands under.
pub(super) fn people(section: &[Line]) -> String {
    let lines: Vec<Line> = filled(section).collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_team_knows_a_name_and_its_first_word_however_they_are_spelt() {
        let names = ["Élodie Brémond", "Jean-Noël Brie", "Sam", ""];
        let team = Team::of(names);
        for name in names.iter().filter(|name| !name.is_empty()) {
            let first = name.split([' ', '-']).next().unwrap_or(name);
            for spelt in [(*name).to_owned(), name.to_uppercase(), name_key(name)] {
                assert!(team.knows(&spelt), "{spelt}");
            }
            assert!(team.knows(first), "{first}");
            for other in [format!("{name} X"), format!("{first}x")] {
                assert!(!team.knows(&other), "{other}");
            }
        }
        assert!(!team.knows("") && !team.knows("Brémond"));
    }
}
