//! The ids that sheets have already, whatever their folders and endings: no new sheet gets one.

use crate::portfolio::id_of;
use crate::session::Context;
use crate::session::sheets;
use crate::store::{Collection, SheetPath};
use crate::value::id;

/// The files of a collection, by their ids.
pub(crate) struct TakenIds(Vec<SheetPath>);

impl TakenIds {
    /// Gathers them; what could not be read among them is reported.
    pub(crate) fn of(context: &Context, collection: &Collection) -> TakenIds {
        let paths = collection.paths();
        sheets::map_files(context, &paths, |_| ());
        TakenIds(paths)
    }

    /// The file that has an id. Capitals do not tell ids apart, because on some systems they do
    /// not tell files apart.
    pub(crate) fn by(&self, id: &str) -> Option<&SheetPath> {
        self.0.iter().find(|path| id_of(&path.shown).eq_ignore_ascii_case(id))
    }

    /// The id itself, or with the first number that makes it free.
    pub(crate) fn free(&self, id: &str) -> String {
        let numbered = (2..=self.0.len() + 2).map(|number| id::numbered(id, number));
        let mut ids = std::iter::once(id.to_owned()).chain(numbered);
        ids.find(|id| self.by(id).is_none()).unwrap_or_else(|| id.to_owned())
    }
}
