//! The items of a section: one for each mark or number, or one for each line.

use crate::import::page::lines::Line;
use crate::value::bullets;

/// An item, and the line that it begins on.
pub(super) struct Item<'a> {
    pub first: Line<'a>,
    pub text: String,
}

/// The items of a section, and whether marks tell them apart.
pub(super) struct Items<'a> {
    pub items: Vec<Item<'a>>,
    pub marked: bool,
}

/// How an item goes on over several lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    /// As one line; an item within an item is one of its own.
    Joined,
    /// As the text that it is, with its paragraphs and what it lists.
    Kept,
}

/// Reads the items of a section.
pub(super) fn items<'a>(section: &[Line<'a>], lines: Lines) -> Items<'a> {
    let mut items: Vec<Item> = Vec::new();
    let (mut marks, mut indent) = (Marks::default(), None);
    let (mut marked, mut blank, mut nested) = (false, false, false);
    for line in section {
        if line.is_blank() {
            blank = true;
            continue;
        }
        let own = line.text.len() - line.text.trim_start().len();
        let trimmed = line.trimmed();
        let found = marks.strip(trimmed);
        let inner = found.is_some() && indent.is_some_and(|indent| own > indent);
        let within = inner && lines == Lines::Kept;
        match (found, items.last_mut()) {
            (Some(text), Some(last)) if within => {
                nested = true;
                last.text += &format!("\n- {}", text.text);
            }
            (Some(first), _) => {
                indent = indent.or(Some(own));
                (marked, nested) = (true, false);
                items.push(Item { first, text: first.text.to_owned() });
            }
            (None, Some(last)) if marked => {
                last.text += match lines {
                    Lines::Kept if blank => "\n\n",
                    Lines::Kept if nested && own == 0 => "\n",
                    _ => " ",
                };
                last.text += trimmed.text;
                nested &= !blank;
            }
            (None, _) => items.push(Item { first: trimmed, text: trimmed.text.to_owned() }),
        }
        blank = false;
    }
    items.retain(|item| !item.text.is_empty());
    Items { items, marked }
}

/// Whether some lines begin with the mark or the number of an item.
pub(super) fn has_items(lines: &[Line]) -> bool {
    let mut marks = Marks::default();
    lines.iter().any(|line| marks.strip(line.trimmed()).is_some())
}

/// Takes the marks and the numbers of items off.
#[derive(Default)]
pub(super) struct Marks(bullets::Marks);

impl Marks {
    /// The line behind its mark, if it has one.
    pub(super) fn strip<'a>(&mut self, line: Line<'a>) -> Option<Line<'a>> {
        let rest = self.0.strip(line.text)?;
        Some(line.from(line.text.len() - rest.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_go_on_over_several_lines() {
        for (text, how, expected) in [
            ("1. un\nsuite\n2. deux", Lines::Joined, vec!["un suite", "deux"]),
            ("2023. Une année\n1. un", Lines::Joined, vec!["2023. Une année", "un"]),
            (
                "- un\n  - a\n  - b\n\n  fin\n- deux",
                Lines::Kept,
                vec!["un\n- a\n- b\n\nfin", "deux"],
            ),
            ("- un\n  - a", Lines::Joined, vec!["un", "a"]),
            ("un\n\ndeux", Lines::Kept, vec!["un", "deux"]),
        ] {
            let lines: Vec<Line> =
                text.lines().map(|text| Line { number: 1, column: 0, text }).collect();
            let items = items(&lines, how).items;
            let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
            assert_eq!(texts, expected, "{text}");
        }
    }
}
