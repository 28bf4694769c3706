//! What the collection knows before the first answer: its names, and the sheets that are close.

use std::collections::HashMap;

use anyhow::Result;

use crate::lang::Phrase;
use crate::report::Cell;
use crate::report::new::SimilarProject;
use crate::search::{Profile, ranked};
use crate::session::Context;
use crate::session::names;
use crate::session::sheets;
use crate::sheet::Sheet;
use crate::sheet::field::{Field, Names};
use crate::store::Collection;
use crate::text::fold::name_key;
use crate::value::any::Record;
use crate::value::evidence::Evidence;

/// At most so many earlier sheets are shown.
const MAX_SHEETS: usize = 3;

/// What the sheets of a collection are called: the names in them, and their own.
#[derive(Debug, Default)]
pub(super) struct KnownNames {
    /// By what they name, the most used first.
    names: HashMap<Names, Vec<String>>,
    titles: Vec<Titled>,
}

/// A sheet by its title.
#[derive(Clone, Debug)]
pub(super) struct Titled {
    folded: String,
    pub id: String,
    /// The years that it touches, as they are said; empty where it has no date.
    pub years: String,
}

impl KnownNames {
    /// Gathers the names of all sheets.
    pub(super) fn gather(context: &Context, collection: &Collection) -> Result<KnownNames> {
        let lang = context.lang();
        let asked = sheets::map_files(context, &collection.paths(), |entry| {
            let sheet = &entry.sheet;
            let titled = Titled {
                folded: name_key(sheet.name()),
                id: sheet.id.clone(),
                years: Cell::years(sheet, lang).text,
            };
            (names::of_entry(&entry), titled)
        });
        let (named, titles): (Vec<_>, Vec<Titled>) = asked.answers.into_iter().unzip();
        let named = context.names.get_or_init(|| named.into_iter().flatten().collect());
        let mut known: HashMap<Names, Vec<&String>> = HashMap::new();
        for (names, name) in named {
            known.entry(*names).or_default().push(name);
        }
        let known = known.into_iter().map(|(names, used)| (names, by_use(used.into_iter())));
        Ok(KnownNames { names: known.collect(), titles })
    }

    /// The sheet that has this title already, whatever its accents and capitals.
    pub(super) fn titled(&self, title: &str) -> Option<&Titled> {
        let folded = name_key(title);
        self.titles.iter().find(|titled| titled.folded == folded)
    }

    /// The names that may be meant for a field.
    pub(super) fn of(&self, field: &Field) -> &[String] {
        let names = field.more.names.and_then(|names| self.names.get(&names));
        names.map_or(&[], Vec::as_slice)
    }
}

/// Each name once, whatever its accents and capitals, the most used first.
fn by_use<'a>(names: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut counted: HashMap<String, (usize, &String)> = HashMap::new();
    for name in names {
        counted.entry(name_key(name)).or_insert((0, name)).0 += 1;
    }
    let mut ranked: Vec<(usize, &String)> = counted.into_values().collect();
    ranked.sort_by(|(one, name), (other, second)| other.cmp(one).then(name.cmp(second)));
    ranked.into_iter().map(|(_, name)| name.clone()).collect()
}

/// The sheets that are closest to what is known of the new one.
pub(super) fn closest(
    context: &Context,
    collection: &Collection,
    sheet: &Sheet,
) -> Result<Vec<SimilarProject>> {
    let profile = Profile::of(sheet);
    let lang = context.lang();
    let asked = sheets::map_files(context, &collection.paths(), |entry| {
        let sheet = &entry.sheet;
        let close = profile.similarity(sheet)?;
        let mut lessons: Vec<_> = sheet.lessons.all().collect();
        lessons.sort_by_cached_key(|lesson| Evidence::of(&sheet.id, lesson).rank());
        let earlier = SimilarProject {
            id: sheet.id.clone(),
            title: sheet.name().to_owned(),
            why: Phrase::default(),
            year: Cell::years(sheet, lang).text,
            lessons: lessons.iter().map(|lesson| lesson.details(lang)).collect(),
        };
        Some((close, earlier))
    });
    let sheets = asked.answers.len();
    let ranked = ranked(asked.answers.into_iter().flatten().collect(), sheets);
    let closest = ranked.into_iter().take(MAX_SHEETS);
    Ok(closest.map(|(common, earlier)| SimilarProject { why: common.summary, ..earlier }).collect())
}
