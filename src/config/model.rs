//! What a collection can configure.

use std::collections::HashMap;

use crate::config::organisation::PageDress;
use crate::config::vocabulary::Vocabulary;
use crate::finding::Severity;
use crate::lang::Lang;
use crate::lang::choice::{Choice, choices};
use crate::sheet::field::{Field, Names};
use crate::sheet::known::KnownBySort;
use crate::text::Span;
use crate::text::fold::name_key;

/// The name of the file.
pub const FILE: &str = "sheet.yaml";

/// What a collection has agreed on.
#[derive(Default)]
pub struct Config {
    pub language: Option<Lang>,
    pub organisation: Option<String>,
    pub dress: PageDress,
    /// The file that says which column of an import becomes which field.
    pub mapping: Option<String>,
    /// How much findings weigh here, by their code, where that is not as usual.
    pub severities: HashMap<String, SeverityOverride>,
    /// Fields that every sheet must have here.
    pub required: Vec<&'static Field>,
    /// The names that are known, where the collection lists them.
    pub vocabularies: HashMap<Names, Vocabulary>,
    /// Those names and their aliases, as lists are read with them.
    pub known: KnownBySort,
    /// Queries with a name, and how their lists are laid out.
    pub views: Vec<View>,
    /// How lists are laid out where neither a view nor an option says it.
    pub layout: ViewLayout,
}

impl Config {
    /// The view of this name, whatever its accents.
    pub fn view(&self, name: &str) -> Option<&View> {
        let folded = name_key(name);
        self.views.iter().find(|view| name_key(&view.name) == folded)
    }

    /// The names of this sort that the collection lists, if it does.
    pub fn vocabulary(&self, names: Names) -> Option<&Vocabulary> {
        self.vocabularies.get(&names).filter(|vocabulary| !vocabulary.is_empty())
    }
}

/// A query to which a collection has given a name, `@récents`, and how its list is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    pub name: String,
    /// The text of the query.
    pub text: String,
    /// Where its text stands.
    pub span: Span,
    pub layout: ViewLayout,
}

/// How a list is laid out, by the names of keys; what is empty is not said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ViewLayout {
    pub columns: Vec<String>,
    pub sort: Vec<String>,
    pub group: Option<String>,
    pub totals: bool,
}

choices! {
    /// How much a finding weighs in a collection.
    SeverityOverride {
        Error: "error", "error", "erreur";
        Warning: "warning", "warning", "avertissement";
        Hint: "hint", "hint", "conseil";
        Off: "off", "off", "jamais";
    }
}

impl SeverityOverride {
    /// The severity; `None` where nothing is reported.
    pub fn severity(self) -> Option<Severity> {
        match self {
            SeverityOverride::Error => Some(Severity::Error),
            SeverityOverride::Warning => Some(Severity::Warning),
            SeverityOverride::Hint => Some(Severity::Hint),
            SeverityOverride::Off => None,
        }
    }
}
