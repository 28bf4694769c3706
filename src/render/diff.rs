//! The lines in which two texts differ. This is the door of `imara_diff`.

use imara_diff::{Algorithm, Diff, InternedInput};

use crate::render::Style;
use crate::report::Tone;
use crate::text::sanitize::sanitize;

/// Lines around a difference that are shown with it.
const CONTEXT_LINES: usize = 1;

/// Draws the lines that differ, old and new, with the numbers of the old ones.
pub(super) fn draw(path: &str, before: &str, after: &str, style: &Style) -> String {
    let lines = InternedInput::new(before, after);
    let mut diff = Diff::compute(Algorithm::Histogram, &lines);
    diff.postprocess_lines(&lines);
    let mut text = format!("{}\n", style.paint(&sanitize(path), Tone::Strong));
    let mut hunks = diff.hunks().peekable();
    let mut shown = 0;
    while let Some(hunk) = hunks.next() {
        let (start, end) = (hunk.before.start as usize, hunk.before.end as usize);
        let next = hunks.peek().map_or(lines.before.len(), |next| next.before.start as usize);
        let (from, to) =
            (start.saturating_sub(CONTEXT_LINES).max(shown), (end + CONTEXT_LINES).min(next));
        if shown > 0 && from > shown {
            text.push_str("  …\n");
        }
        let mut draw = |number: Option<usize>, mark: char, line: &str, tone: Tone| {
            let number = number.map_or(String::new(), |number| (number + 1).to_string());
            let line = sanitize(line.trim_end_matches(['\n', '\r']));
            let line = format!("{number:>4} {mark} {line}");
            text.push_str(&style.paint(line.trim_end(), tone));
            text.push('\n');
        };
        let old = |line: usize| lines.interner[lines.before[line]];
        (from..start).for_each(|line| draw(Some(line), ' ', old(line), Tone::Muted));
        (start..end).for_each(|line| draw(Some(line), '-', old(line), Tone::Error));
        for line in &lines.after[hunk.after.start as usize..hunk.after.end as usize] {
            draw(None, '+', lines.interner[*line], Tone::Good);
        }
        (end..to).for_each(|line| draw(Some(line), ' ', old(line), Tone::Muted));
        shown = to;
    }
    text
}
