//! What a field of a sheet is.

use crate::finding::Lint;
use crate::lang::Text;
use crate::sheet::Sheet;
use crate::sheet::section::Section;
use crate::sheet::shape::Shape;
use crate::text::fold::search_key;
use crate::value::any::Value;
use crate::value::date::Bound;
use crate::value::visibility::Visibility;

/// A field: its names, what may be written for it, and how it is taken from a sheet.
pub struct Field {
    /// The dotted path in the file and in machine formats; never translated.
    pub key: &'static str,
    /// The word by which it is asked for: `--columns commissioner`, `commissioner:dynacité`.
    pub short: &'static str,
    /// The same in French: `commanditaire:dynacité`.
    pub short_fr: &'static str,
    pub label: Text,
    /// What it is, in one line.
    pub about: Text,
    pub section: Section,
    pub shape: Shape,
    pub get: Getter,
    pub more: More,
}

/// What a sheet says for a field.
pub type Getter = for<'a> fn(&'a Sheet) -> Value<'a>;

/// What is true of some fields alone.
pub struct More {
    /// Other labels by which it is known, as those of earlier versions: understood, never shown.
    pub aliases: &'static [&'static str],
    /// What people call it too: proposed where it is written, never read.
    pub wordings: &'static [&'static str],
    /// What people call it within its group alone: `nom` in `territory`.
    pub within: &'static [&'static str],
    /// What is reported where nothing is written for it: without it a sheet is none.
    pub required: Option<&'static Lint>,
    /// An answer that shows how to answer.
    pub example: Option<Text>,
    /// How somebody who was there is asked for it, by mail.
    pub question: Option<Text>,
    pub names: Option<Names>,
    /// Which date of the project it is; the end may be said not to be there yet: `en cours`.
    pub bound: Option<Bound>,
    /// How far a number in degrees may be from zero.
    pub degrees: Option<u32>,
    /// What is written in the file, where [`Field::get`] gives more than that.
    pub stored: Option<Getter>,
    /// What the value that [`Field::get`] gives follows from, where that is not stated.
    pub derived: Option<fn(&Sheet) -> Option<Text>>,
    /// For whom it is where nothing else is said, even in a sheet that more people may read.
    pub visibility: Visibility,
}

impl More {
    /// Of most fields nothing of it is true.
    pub const NONE: More = More {
        aliases: &[],
        wordings: &[],
        within: &[],
        required: None,
        example: None,
        question: None,
        names: None,
        bound: None,
        degrees: None,
        stored: None,
        derived: None,
        visibility: Visibility::Public,
    };
}

/// What the values of a field are names of. Fields of the same sort share their names: those that
/// the sheets of a collection hold are offered again, those that `sheet.yaml` lists are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Names {
    Territories,
    Organisations,
    People,
    TargetGroups,
    Tools,
}

impl Field {
    /// What is written for it in the file.
    pub fn stored<'s>(&self, sheet: &'s Sheet) -> Value<'s> {
        self.more.stored.unwrap_or(self.get)(sheet)
    }

    /// Whether people call it so within its group alone, whatever the accents or the number.
    pub fn is_called_within(&self, name: &str) -> bool {
        let name = search_key(name);
        self.more.within.iter().any(|known| search_key(known) == name)
    }

    /// Every name under which somebody may write it.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        let wordings = self.more.wordings.iter().copied();
        [self.key, self.short, self.short_fr].into_iter().chain(self.labels()).chain(wordings)
    }

    /// Its labels in English and in French, then its aliases.
    pub fn labels(&self) -> impl Iterator<Item = &'static str> {
        self.label.both().into_iter().chain(self.more.aliases.iter().copied())
    }
}
