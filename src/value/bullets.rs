//! A text that lists things, one below the other.

/// The marks that people set before items; arrows, squares, ticks and small pictures are others.
pub const MARKS: [char; 8] = ['-', '*', '—', '•', '–', '·', '‣', '▪'];

/// Those of them that are signs within a text as well: marks only before a space.
const SIGNS: [char; 3] = ['-', '*', '—'];

/// The things that a text lists: one a line, or one for each mark at the beginning of a line; then
/// a line without a mark continues the one above.
pub fn items(text: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    let mut marked = false;
    let mut marks = Marks::default();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match (marks.strip(line), items.last_mut()) {
            (Some(rest), _) => {
                marked = true;
                items.push(rest.to_owned());
            }
            (None, Some(last)) if marked => {
                last.push('\n');
                last.push_str(line);
            }
            (None, _) => items.push(line.to_owned()),
        }
    }
    items.retain(|item| !item.is_empty());
    items
}

/// Takes the marks of items off, and numbers where they count: `1.`, `2)`.
#[derive(Default)]
pub struct Marks {
    count: usize,
}

impl Marks {
    /// The text behind the mark or the number of the next item, if the line begins with one.
    pub fn strip<'t>(&mut self, line: &'t str) -> Option<&'t str> {
        strip_mark(line).or_else(|| {
            let next = (self.count + 1).to_string();
            let rest = line.strip_prefix(&next)?.strip_prefix(['.', ')', '°'])?;
            let rest = rest.strip_prefix([' ', '\t', '\u{a0}'])?;
            // A number alone is what somebody wrote.
            if !rest.contains(char::is_alphanumeric) {
                return None;
            }
            self.count += 1;
            Some(rest.trim_start())
        })
    }
}

/// The text behind the mark of an item, if the line begins with one. A picture alone marks nothing:
/// it is what somebody wrote.
pub fn strip_mark(line: &str) -> Option<&str> {
    let pictured = || apart(line.strip_prefix(is_picture)?).filter(|rest| !rest.is_empty());
    strip_bullet(line).or_else(pictured)
}

/// The text behind one of the [`MARKS`]: pictures stand before headings as well.
pub fn strip_bullet(line: &str) -> Option<&str> {
    match line.strip_prefix(SIGNS) {
        Some(rest) => apart(rest),
        None => line.strip_prefix(MARKS).map(str::trim),
    }
}

/// What a space parts from the mark before it.
fn apart(rest: &str) -> Option<&str> {
    (rest.is_empty() || rest.starts_with([' ', '\u{a0}', '\t'])).then(|| rest.trim())
}

/// Arrows, squares, ticks and small pictures, which people set before items.
fn is_picture(c: char) -> bool {
    matches!(c, '←'..='⇿' | '■'..='◿' | '☀'..='➿' | '🌀'..='🫿')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_without_a_mark_continues_the_item_above() {
        for (text, expected) in [
            ("- un\n- deux\nsuite", vec!["un", "deux\nsuite"]),
            ("un\ndeux", vec!["un", "deux"]),
            ("• un\n– deux\n* trois", vec!["un", "deux", "trois"]),
            ("avant\n- un", vec!["avant", "un"]),
            ("-5 degrés\n*gras*", vec!["-5 degrés", "*gras*"]),
            ("1. un\n2) deux\nsuite", vec!["un", "deux\nsuite"]),
            ("2023. Une année", vec!["2023. Une année"]),
            ("1) (", vec!["1) ("]),
            ("-\n \n", vec![]),
            ("→ un\n✓ deux\n☑ trois\n🌱 quatre", vec!["un", "deux", "trois", "quatre"]),
            ("🌱", vec!["🌱"]),
        ] {
            assert_eq!(items(text), expected, "{text}");
        }
    }
}
