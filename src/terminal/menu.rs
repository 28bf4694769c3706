//! A menu that narrows as people type. This is the door of `dialoguer`: its screen and its keys,
//! and its look; its own menus take letters for commands, or know no accents.

use std::io;

use dialoguer::console::{Key, Term};
use dialoguer::theme::{SimpleTheme, Theme};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::lang::{Text, text};
use crate::terminal::Terminal;
use crate::terminal::answer::{Answer, MenuItem};
use crate::terminal::guard;
use crate::text::fold::{contains_words, name_key};

const NO_MATCH: Text = text!("(no match)", "(aucun choix)");

/// The last column is left: some terminals begin a line of their own behind it.
const MARGIN: usize = 1;

/// What was chosen in a menu: a line, or a sign that says something of the question.
pub(super) enum Picked {
    Item(usize),
    Sign(String),
}

/// A menu below its question, while somebody chooses.
struct Menu<'m> {
    terminal: Terminal,
    screen: Term,
    question: &'m str,
    items: &'m [MenuItem],
    typed: String,
    /// The line under the cursor.
    at: usize,
}

/// Lets one of several be chosen; `at` is where the cursor begins.
pub(super) fn choose(
    terminal: Terminal,
    question: &str,
    items: &[MenuItem],
    at: usize,
) -> Answer<Picked> {
    let screen = Term::buffered_stderr();
    let mut menu = Menu { terminal, screen, question, items, typed: String::new(), at };
    let _quiet = guard::hide_keys();
    match menu.run() {
        Ok(answer) => answer,
        Err(error) if error.kind() == io::ErrorKind::Interrupted => {
            guard::yield_to_signal();
            Answer::Stopped
        }
        Err(_) => Answer::End,
    }
}

impl Menu<'_> {
    fn run(&mut self) -> io::Result<Answer<Picked>> {
        loop {
            let found = self.found();
            if !found.contains(&self.at) {
                self.at = found.first().copied().unwrap_or(self.at);
            }
            self.draw(&found)?;
            let key = self.screen.read_key();
            self.screen.clear_to_end_of_screen()?;
            let place = found.iter().position(|one| *one == self.at).unwrap_or(0);
            let line = |place: usize| found.get(place).copied().unwrap_or(self.at);
            let (above, below) = (line(place.saturating_sub(1)), line(place + 1));
            let (first, last) = (line(0), line(found.len().saturating_sub(1)));
            match key? {
                Key::Enter if self.is_sign() => {
                    let typed = self.typed.clone();
                    return self.leave(&typed, Answer::Given(Picked::Sign(typed.clone())));
                }
                Key::Enter if !found.is_empty() => {
                    let label = self.items[self.at].label.clone();
                    return self.leave(&label, Answer::Given(Picked::Item(self.at)));
                }
                Key::Escape | Key::Char('\u{4}' | '\0') => return self.leave("", Answer::End),
                Key::ArrowUp | Key::BackTab => self.at = above,
                Key::ArrowDown | Key::Tab => self.at = below,
                Key::Home | Key::PageUp => self.at = first,
                Key::End | Key::PageDown => self.at = last,
                Key::Backspace => {
                    self.typed.pop();
                }
                Key::Char('\u{15}') => self.typed.clear(),
                Key::Char(letter) if !letter.is_control() => self.typed.push(letter),
                _ => {}
            }
        }
    }

    /// Whether what was typed is a sign of its own, which narrows nothing.
    fn is_sign(&self) -> bool {
        matches!(self.typed.trim(), "?" | "<")
    }

    /// The items that what was typed leaves.
    fn found(&self) -> Vec<usize> {
        found(self.items, if self.is_sign() { "" } else { &self.typed })
    }

    /// Draws the menu, and leaves the cursor behind what was typed.
    fn draw(&self, found: &[usize]) -> io::Result<()> {
        let (height, _) = self.screen.size();
        let width = self.width();
        let lines = usize::from(height).saturating_sub(1).clamp(1, found.len().max(1));
        let question = cut(&format!("{} {}", self.question, self.typed), width);
        self.screen.write_str(&question)?;
        let place = found.iter().position(|one| *one == self.at).unwrap_or(0);
        let first = (place + 1).saturating_sub(lines);
        for index in found.iter().skip(first).take(lines) {
            let mut line = String::new();
            let drawn = SimpleTheme.format_select_prompt_item(
                &mut line,
                &self.items[*index].label,
                *index == self.at,
            );
            drawn.map_err(io::Error::other)?;
            self.screen.write_str(&format!("\n{}", cut(&line, width)))?;
        }
        if found.is_empty() {
            let none = NO_MATCH.get(self.terminal.lang);
            self.screen.write_str(&format!("\n{}", cut(&format!("  {none}"), width)))?;
        }
        self.screen.move_cursor_up(lines)?;
        self.screen.write_str("\r")?;
        self.screen.move_cursor_right(question.width())?;
        self.screen.flush()
    }

    /// The columns that may be written in, now: a window changes its size.
    fn width(&self) -> usize {
        let (_, columns) = self.screen.size();
        self.terminal.width.min(usize::from(columns)).saturating_sub(MARGIN).max(1)
    }

    /// Puts the answer in the place of the menu.
    fn leave(&self, words: &str, answer: Answer<Picked>) -> io::Result<Answer<Picked>> {
        let line = cut(&format!("{} {words}", self.question), self.width());
        self.screen.write_line(&line)?;
        self.screen.flush()?;
        Ok(answer)
    }
}

/// The items that a text leaves: those that are called just so, else those that have a word for
/// each of its words, which begins so.
fn found(items: &[MenuItem], typed: &str) -> Vec<usize> {
    let typed = name_key(typed);
    let all = 0..items.len();
    if typed.is_empty() {
        return all.filter(|index| !items[*index].hidden).collect();
    }
    let having = |matches: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let names = |item: &MenuItem| {
            let also = item.also.iter().copied();
            also.chain([item.label.as_str()]).any(|name| matches(&name_key(name)))
        };
        all.clone().filter(|index| names(&items[*index])).collect()
    };
    let same = having(&|name| name == typed);
    let begun = |name: &str| typed.split(' ').all(|word| contains_words(name, word));
    if same.is_empty() { having(&begun) } else { same }
}

/// The beginning of a text that fits into so many columns: a line that is wider would wrap, and
/// the menu be drawn over itself.
fn cut(text: &str, width: usize) -> String {
    let mut left = width;
    let fits = |c: &char| {
        let columns = c.width().unwrap_or(0);
        left.checked_sub(columns).inspect(|rest| left = *rest).is_some()
    };
    text.chars().take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use crate::lang::Lang;
    use crate::lang::choice::ChoiceValue;
    use crate::sheet::fields::FIELDS;
    use crate::sheet::shape::Shape;

    use super::*;

    #[test]
    fn every_beginning_of_every_name_leaves_its_choice_and_the_whole_name_that_alone() {
        let choices = FIELDS.iter().filter_map(|field| match field.shape {
            Shape::Choice(all) => Some(all()),
            _ => None,
        });
        for choices in choices {
            let item = |one: &ChoiceValue| MenuItem {
                also: one.names().collect(),
                ..MenuItem::of(one.get(Lang::Fr))
            };
            let items: Vec<MenuItem> = choices.iter().map(item).collect();
            let is_name = |text: &str| {
                let mut names = choices.iter().flat_map(|one| one.names());
                names.any(|name| name_key(name) == name_key(text))
            };
            for (index, choice) in choices.iter().enumerate() {
                for name in choice.names() {
                    assert_eq!(found(&items, &name.to_uppercase()), [index], "{name}");
                    let ends = name.char_indices().map(|(at, c)| at + c.len_utf8());
                    for begun in ends.map(|end| &name[..end]).filter(|begun| !is_name(begun)) {
                        assert!(found(&items, begun).contains(&index), "{begun}");
                    }
                }
            }
        }
    }

    #[test]
    fn words_are_typed_in_any_order_and_what_is_hidden_is_found() {
        let hidden = MenuItem { hidden: true, ..MenuItem::of("modifier : Coût") };
        let items = [MenuItem::of("enregistrer x.yaml"), MenuItem::of("modifier : Cadre"), hidden];
        for (typed, left) in [
            ("", &[0, 1][..]),
            ("cadre mod", &[1]),
            ("cou", &[2]),
            ("modifier", &[1, 2]),
            ("adre", &[]),
        ] {
            assert_eq!(found(&items, typed), left, "{typed}");
        }
    }

    #[test]
    fn a_line_is_cut_by_its_columns() {
        for (text, width, line) in
            [("été", 2, "ét"), ("日本", 3, "日"), ("e\u{301}t", 1, "e\u{301}")]
        {
            assert_eq!(cut(text, width), line, "{text}");
        }
    }
}
