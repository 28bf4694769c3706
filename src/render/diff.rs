//! The lines in which two texts differ. This is the door of `similar`.

use similar::{ChangeTag, TextDiff};

use crate::lang::visible::visible;
use crate::render::Style;
use crate::report::Tone;

/// Lines around a difference that are shown with it.
const AROUND: usize = 1;

/// Draws the lines that differ, old and new, with the numbers of the old ones.
pub fn draw(path: &str, before: &str, after: &str, style: &Style) -> String {
    let diff = TextDiff::from_lines(before, after);
    let mut text = format!("{}\n", style.paint(&visible(path), Tone::Strong));
    for (number, group) in diff.grouped_ops(AROUND).iter().enumerate() {
        if number > 0 {
            text.push_str("  …\n");
        }
        for change in group.iter().flat_map(|operation| diff.iter_changes(operation)) {
            let line = visible(change.value().trim_end_matches(['\n', '\r']));
            let (mark, tone) = match change.tag() {
                ChangeTag::Delete => ('-', Tone::Wrong),
                ChangeTag::Insert => ('+', Tone::Good),
                ChangeTag::Equal => (' ', Tone::Muted),
            };
            let number = change.old_index().map_or(String::new(), |line| (line + 1).to_string());
            let line = format!("{number:>4} {mark} {line}");
            text.push_str(&style.paint(line.trim_end(), tone));
            text.push('\n');
        }
    }
    text
}
