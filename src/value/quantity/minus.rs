//! A minus of any kind before a number.

pub(super) const MINUS: [char; 10] = ['-', '‐', '‑', '‒', '–', '—', '―', '−', '﹣', '－'];

/// Whether a text ends, before its number, with a minus of any kind, or with the parenthesis that
/// accountants write for one.
pub(in crate::value) fn is_minus(before: &str) -> bool {
    before.trim_end().ends_with(MINUS) || before.trim() == "("
}

/// What stands behind a minus of any kind.
pub(super) fn strip_minus(text: &str) -> Option<&str> {
    text.strip_prefix(MINUS).map(str::trim_start)
}
