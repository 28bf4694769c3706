//! What a collection can configure.

use std::collections::HashMap;

use crate::config::vocabulary::Vocabulary;
use crate::finding::Severity;
use crate::lang::Lang;
use crate::lang::choice::{Choice, choices};
use crate::sheet::field::{Field, Names};
use crate::text::Span;

/// The name of the file.
pub const FILE: &str = "sheet.yaml";

/// What a collection has agreed on.
#[derive(Default)]
pub struct Config {
    pub language: Option<Lang>,
    pub organisation: Option<String>,
    /// How much findings weigh here, by their code, where that is not as usual.
    pub severities: HashMap<String, SeverityOverride>,
    /// Fields that every sheet must have here.
    pub required: Vec<&'static Field>,
    /// The names that are known, where the collection lists them.
    pub vocabularies: HashMap<Names, Vocabulary>,
    /// Queries with a name.
    pub queries: Vec<NamedQuery>,
}

impl Config {
    /// The names of this sort that the collection lists, if it does.
    pub fn vocabulary(&self, names: Names) -> Option<&Vocabulary> {
        self.vocabularies.get(&names).filter(|vocabulary| !vocabulary.is_empty())
    }
}

/// A query to which a collection has given a name: `query:récents`.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedQuery {
    pub name: String,
    pub text: String,
    /// Where its text stands.
    pub span: Span,
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
