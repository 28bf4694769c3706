//! Which parts a value of each shape has.

use crate::sheet::cost_parts::{COST, SHARE};
use crate::sheet::part::{
    DOCUMENT, EFFORT, KEPT, LESSON, MOMENT, ORGANISATION, PERSON, Part, SOURCE, WORD,
};
use crate::sheet::shape::Shape;

impl Shape {
    /// The parts of a value, or of each value of a list.
    pub const fn parts(&self) -> &'static [Part] {
        match self {
            Shape::Cost => COST,
            Shape::Effort => EFFORT,
            Shape::Source => SOURCE,
            Shape::Shares => SHARE,
            Shape::Organisations => ORGANISATION,
            Shape::People => PERSON,
            Shape::Lessons => LESSON,
            Shape::Words => WORD,
            Shape::Moments => MOMENT,
            Shape::Documents => DOCUMENT,
            Shape::Kept => KEPT,
            _ => &[],
        }
    }

    /// Whether it is one value with parts, which may also be written as one text.
    pub const fn is_record(&self) -> bool {
        !self.is_list() && !self.parts().is_empty()
    }
}
