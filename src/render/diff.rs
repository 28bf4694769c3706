//! The lines in which two texts differ. This is the door of `similar`.

use similar::{ChangeTag, TextDiff};

use crate::lang::visible::visible;
use crate::render::Style;
use crate::report::Tone;

/// Lines around a difference that are shown with it.
const AROUND: usize = 1;

/// Draws the lines that differ, old and new, with the numbers of the old ones.
pub fn draw(path: &str, before: &str, after: &str, style: &Style) -> String {
    let (before, after, above) = differing(before, after);
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
            let number =
                change.old_index().map_or(String::new(), |line| (above + line + 1).to_string());
            let line = format!("{number:>4} {mark} {line}");
            text.push_str(&style.paint(line.trim_end(), tone));
            text.push('\n');
        }
    }
    text
}

/// The stretch of two texts without the lines that both begin and end with, but for those that are
/// shown around it, and how many lines stand above it.
fn differing<'t>(before: &'t str, after: &'t str) -> (&'t str, &'t str, usize) {
    let lines = |text: &'t str| text.split_inclusive('\n');
    let same = |(one, other): &(&str, &str)| one == other;
    let head = lines(before).zip(lines(after)).take_while(same).count().saturating_sub(AROUND);
    let from = lines(before).take(head).map(str::len).sum::<usize>();
    let (old, new) = (&before[from..], &after[from..]);
    let ends = lines(old).rev().zip(lines(new).rev()).take_while(same).count();
    let kept = |text: &'t str| {
        let lines: Vec<&str> = lines(text).collect();
        let tail = ends.min(lines.len()).saturating_sub(AROUND);
        let length = lines[..lines.len() - tail].iter().map(|line| line.len()).sum::<usize>();
        &text[..length]
    };
    (kept(old), kept(new), head)
}
