//! Whether a lesson held, ticked.

use crate::lang::{Text, text};
use crate::sheet::debrief::words::says;

/// What can be ticked of a lesson; the last says that nobody knows.
pub const VERDICTS: [Text; 3] = [
    text!("it held", "elle a tenu"),
    text!("it did not hold", "elle n'a pas tenu"),
    text!("not tried", "pas essayée"),
];

/// Whether it is said that nobody has tried it.
pub(super) fn is_untried(text: &str) -> bool {
    says(text, VERDICTS[2])
}

/// The boxes that people and programs draw, and whether they are ticked.
const BOXES: [(&str, bool); 9] = [
    ("[ ]", false),
    ("[]", false),
    ("☐", false),
    ("[x]", true),
    ("[X]", true),
    ("☑", true),
    ("☒", true),
    ("✓", true),
    ("✔", true),
];

/// The boxes of a line, each with whether it is ticked and what stands behind it; nothing where it has
/// none.
pub(super) fn ticks(line: &str) -> Vec<(bool, &str)> {
    let next = |text: &str| {
        let found = BOXES.iter().filter_map(|(sign, is_ticked)| {
            text.find(sign).map(|start| (start, start + sign.len(), *is_ticked))
        });
        found.min()
    };
    let mut ticks = Vec::new();
    // Whoever has no box to tick types an x.
    let mut rest = line.trim();
    let mut open = rest.strip_prefix(['x', 'X']).filter(|rest| rest.starts_with(' ')).map(|text| {
        rest = text;
        true
    });
    loop {
        let found = next(rest);
        let text = &rest[..found.map_or(rest.len(), |(start, ..)| start)];
        ticks.extend(open.map(|is_ticked| (is_ticked, text.trim())));
        let Some((_, end, is_ticked)) = found else {
            return ticks;
        };
        (rest, open) = (&rest[end..], Some(is_ticked));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_is_ticked_as_people_do_it() {
        for (line, expected) in [
            ("[x] elle a tenu", vec![(true, "elle a tenu")]),
            ("[ ] elle a tenu", vec![(false, "elle a tenu")]),
            ("☐ it held  ☒ it did not hold", vec![(false, "it held"), (true, "it did not hold")]),
            ("X it held", vec![(true, "it held")]),
            ("x it held ☐ not tried", vec![(true, "it held"), (false, "not tried")]),
            ("elle a tenu", vec![]),
            ("xylophone", vec![]),
        ] {
            assert_eq!(ticks(line), expected, "{line}");
        }
    }
}
