//! A column of a table, and the field that it is.

use crate::lang::{Text, text};
use crate::sheet::field::Field;

/// A column of a table.
#[derive(Clone)]
pub(crate) struct Column {
    /// Its name in the file: no other column has it.
    pub name: String,
    /// What people call it, where that is not its name.
    pub label: Option<String>,
    /// What can be chosen in it, where that is known.
    pub choices: Vec<String>,
    pub target: Target,
    pub sure: Sureness,
    /// In how many entries it says something.
    pub filled: usize,
}

/// Where the values of a column go.
#[derive(Clone, Copy)]
pub(crate) enum Target {
    Field(&'static Field),
    /// To `extra`, under the label of the column.
    Extra,
    /// Nowhere, on purpose.
    Nowhere,
}

/// How sure it is where the values of a column go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sureness {
    /// Somebody has said so.
    Settled,
    Certain,
    Likely,
    Unplaced,
}

impl Sureness {
    /// The word in machine formats.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Sureness::Settled => "settled",
            Sureness::Certain => "certain",
            Sureness::Likely => "likely",
            Sureness::Unplaced => "unplaced",
        }
    }

    pub(crate) const fn label(self) -> Text {
        match self {
            Sureness::Settled => text!("settled", "choisi"),
            Sureness::Certain => text!("certain", "certain"),
            Sureness::Likely => text!("likely", "probable"),
            Sureness::Unplaced => text!("not placed", "pas placée"),
        }
    }
}

impl Column {
    pub(in crate::import) fn new(name: impl Into<String>, label: Option<String>) -> Column {
        Column {
            name: name.into(),
            label,
            choices: Vec::new(),
            target: Target::Extra,
            sure: Sureness::Unplaced,
            filled: 0,
        }
    }

    /// What people read above it.
    pub(crate) fn shown(&self) -> &str {
        self.label.as_deref().unwrap_or(&self.name)
    }

    pub(crate) fn field(&self) -> Option<&'static Field> {
        match self.target {
            Target::Field(field) => Some(field),
            Target::Extra | Target::Nowhere => None,
        }
    }

    /// The code of where its values go: the key of a field, `extra`, nothing.
    pub(crate) fn key(&self) -> &'static str {
        match self.target {
            Target::Field(field) => field.key,
            Target::Extra => "extra",
            Target::Nowhere => "",
        }
    }
}
