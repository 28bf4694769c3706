//! The words beside a quantity without the remarks among them.

/// How far the words beside a quantity are searched, in characters.
const LONGEST: usize = 400;

/// The beginning of the words beside a quantity.
pub(super) fn beginning(text: &str) -> &str {
    text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end])
}

/// A text without what stands in parentheses and has a number of its own: a remark that changes
/// nothing.
pub(super) fn without_remarks(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once('(') {
        let (inside, after) = inside.split_once(')').unwrap_or((inside, ""));
        kept += before;
        if !inside.contains(|c: char| c.is_ascii_digit()) {
            kept += inside.trim();
        }
        rest = after;
    }
    kept + rest
}
