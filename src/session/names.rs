//! The names that the sheets of a collection hold, without those that are doubtful.

use crate::portfolio::Entry;
use crate::session::Context;
use crate::session::sheets;
use crate::sheet::canonical::is_below;
use crate::sheet::field::Names;
use crate::sheet::fields;
use crate::text::sanitize::one_line;

/// The names in a sheet that are certain, each with what it names; none that a terminal could obey.
pub(crate) fn of_entry(entry: &Entry) -> Vec<(Names, String)> {
    let sheet = &entry.sheet;
    let is_certain = |key: &str| !sheet.uncertain.iter().any(|uncertain| is_below(uncertain, key));
    let texts = fields::texts(sheet).into_iter().filter(|text| one_line(text.text) == text.text);
    let named = texts.filter_map(|text| {
        let names = text.field.more.names.filter(|_| is_certain(text.field.key))?;
        Some((names, text.text.to_owned()))
    });
    named.collect()
}

/// The names in all sheets of the collection, each with what it names; none where there is no
/// collection. They are read once.
pub(crate) fn of_collection(context: &Context) -> &[(Names, String)] {
    context.names.get_or_init(|| {
        let Ok(collection) = context.collection() else {
            return Vec::new();
        };
        let asked = sheets::load(context, &collection.paths(), |entry| of_entry(&entry));
        asked.answers.into_iter().flatten().collect()
    })
}
