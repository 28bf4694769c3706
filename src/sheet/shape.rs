//! What may be written for a field, or for a part of its value.

use crate::lang::choice::ChoiceValue;
use crate::lang::{Text, text};
use crate::value::count::Unit;
use crate::value::document::DOCUMENTS;
use crate::value::list::kind::Kind;
use crate::value::list::name::NAMES;
use crate::value::official_code::OfficialCode;
use crate::value::organisation::ORGANISATIONS;
use crate::value::person::PEOPLE;

/// What may be written for a field, or for a part of its value.
#[derive(Clone, Copy)]
pub enum Shape {
    /// Text on one line.
    Line,
    /// Text of any length.
    Prose,
    /// An official code: text, even where it has only digits.
    Code(OfficialCode),
    /// One of a few words.
    Choice(fn() -> Vec<ChoiceValue>),
    /// Yes or no.
    Flag,
    /// A whole number of something.
    Count(&'static Unit),
    Decimal,
    /// A number of money, whose currency stands beside it.
    Amount,
    /// The code of a currency, its sign or its name.
    Currency,
    Date,
    Duration,
    /// Every year from the first to the last.
    Years,
    /// A list of texts.
    Lines,
    /// A list of ids of other sheets.
    SheetIds,
    /// A list of addresses of lessons: `forum#1f2e3d4c`.
    LessonAddresses,
    /// A list of codes of findings.
    FindingCodes,
    /// Money: one text, or its parts.
    Cost,
    /// Time worked: one text, or its parts.
    Effort,
    /// Where an imported sheet comes from: its parts.
    Source,
    /// A digest for each key.
    Digests,
    /// Who pays which part of a cost.
    Shares,
    Organisations,
    People,
    Lessons,
    Words,
    Moments,
    Documents,
    /// What stands in a sheet and in none of its fields: keys and texts.
    Kept,
    /// The texts of several fields.
    Texts,
}

impl Shape {
    /// Whether several values may be written, each as an item.
    pub const fn is_list(&self) -> bool {
        matches!(
            self,
            Shape::Lines
                | Shape::SheetIds
                | Shape::LessonAddresses
                | Shape::FindingCodes
                | Shape::Shares
                | Shape::Organisations
                | Shape::People
                | Shape::Lessons
                | Shape::Words
                | Shape::Moments
                | Shape::Documents
                | Shape::Kept
                | Shape::Texts
        )
    }

    /// Whether its values name other sheets.
    pub const fn refers_to_sheets(&self) -> bool {
        matches!(self, Shape::SheetIds | Shape::LessonAddresses)
    }

    /// How a text that lists its values is cut and judged.
    pub fn kind(&self) -> Option<&'static Kind> {
        match self {
            Shape::Lines => Some(&NAMES),
            Shape::Organisations => Some(&ORGANISATIONS),
            Shape::People => Some(&PEOPLE),
            Shape::Documents => Some(&DOCUMENTS),
            _ => None,
        }
    }

    /// Whether its values are told in sentences.
    pub const fn is_prose(&self) -> bool {
        matches!(self, Shape::Prose | Shape::Texts | Shape::Lessons | Shape::Words | Shape::Moments)
    }

    /// How a value is written, where neither a list of words nor the kind of finding says it.
    pub fn hint(&self) -> Option<Text> {
        Some(match self {
            Shape::Flag => text!("true or false", "true ou false"),
            Shape::Currency => {
                text!("write its code, e.g. EUR", "écrivez son code, par exemple EUR")
            }
            Shape::Effort => text!("write 28 days", "écrivez 28 jours"),
            _ => return None,
        })
    }

    /// Whether its values are numbers, which stand on the right in a table.
    pub const fn is_numeric(&self) -> bool {
        matches!(
            self,
            Shape::Count(_) | Shape::Decimal | Shape::Amount | Shape::Years | Shape::Cost
        )
    }
}
