//! Which parts a value of each shape has.

use crate::sheet::part::cost::{COST, SHARE};
use crate::sheet::part::kept::{DOCUMENT, KEPT, SOURCE};
use crate::sheet::part::model::Part;
use crate::sheet::part::told::{LESSON, MOMENT, WORD};
use crate::sheet::part::work::{EFFORT, ORGANISATION, PERSON};
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::model::ImportSource;
    use crate::value::any::Record;
    use crate::value::document::Document;
    use crate::value::effort::Effort;
    use crate::value::lesson::{Lesson, Word};
    use crate::value::moment::Moment;
    use crate::value::money::Cost;
    use crate::value::organisation::Organisation;
    use crate::value::person::Person;

    #[test]
    fn a_part_is_found_by_what_people_call_it_and_no_other_is() {
        let all =
            [ORGANISATION, COST, SHARE, EFFORT, PERSON, LESSON, WORD, MOMENT, DOCUMENT, SOURCE];
        for parts in all {
            for part in parts {
                assert!(!part.aliases.is_empty(), "{}", part.key);
                for name in part.aliases.iter().chain([&part.key]) {
                    let called = |part: &&Part| part.is_called(name);
                    let found: Vec<&str> =
                        parts.iter().filter(called).map(|part| part.key).collect();
                    assert_eq!(found, [part.key], "{name}");
                }
            }
        }
    }

    #[test]
    fn every_part_of_a_value_is_described_in_its_order() {
        let of = |record: &dyn Record| {
            record.members().into_iter().map(|(key, _)| key).collect::<Vec<_>>()
        };
        for (parts, keys) in [
            (ORGANISATION, of(&Organisation::default())),
            (COST, of(&Cost::default())),
            (EFFORT, of(&Effort::default())),
            (PERSON, of(&Person::default())),
            (LESSON, of(&Lesson::default())),
            (WORD, of(&Word::default())),
            (MOMENT, of(&Moment::default())),
            (DOCUMENT, of(&Document::default())),
            (SOURCE, of(&ImportSource::default())),
        ] {
            assert_eq!(parts.iter().map(|part| part.key).collect::<Vec<_>>(), keys);
        }
    }
}
