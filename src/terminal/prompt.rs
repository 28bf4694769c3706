//! Asks the person: a line, one of several, yes or no. `?` explains a question, `<` leads back.

use std::io;

use crate::lang::{Text, text};
use crate::terminal::Terminal;
use crate::terminal::answer::{Answer, MenuItem, Question};
use crate::terminal::guard::TerminalGuard;
use crate::terminal::line::LineEditor;
use crate::terminal::menu::{self, Picked};

const GARBLED: Text = text!(
    "invalid UTF-8 input; type it again, or set the terminal to UTF-8",
    "caractère non UTF-8 ; retapez-le, ou réglez le terminal en UTF-8",
);

/// The right to ask, while the terminal is being watched.
pub(crate) struct Prompt {
    terminal: Terminal,
    line: LineEditor,
    _watch: TerminalGuard,
}

impl Prompt {
    /// Begins to ask; `None` where nobody can answer: no terminal, or one that can draw nothing.
    ///
    /// # Errors
    /// Where the terminal cannot be used.
    pub(crate) fn start(terminal: Terminal) -> io::Result<Option<Prompt>> {
        if !terminal.interactive {
            return Ok(None);
        }
        let watch = TerminalGuard::start()?;
        Ok(Some(Prompt { terminal, line: LineEditor::start()?, _watch: watch }))
    }

    /// Asks for a text of any length; what is pasted stays one answer, with its lines. What did not
    /// arrive as UTF-8 is asked again.
    pub(crate) fn line(&mut self, question: &Question) -> Answer<String> {
        let words = clean(question.words);
        loop {
            match self.line.read(&words, question) {
                Some(Answer::Given(text)) => match self.sign(&text, question) {
                    Sign::None => return Answer::Given(text),
                    Sign::Explained => {}
                    Sign::Back => return Answer::Back,
                },
                Some(answer) => return answer,
                None => self.terminal.message(GARBLED.get(self.terminal.lang)),
            }
        }
    }

    /// Asks for one of several; `at` is where the menu begins.
    pub(crate) fn choose(
        &mut self,
        question: &Question,
        items: &[MenuItem],
        at: usize,
    ) -> Answer<usize> {
        let words = clean(question.words);
        let clean = |item: &MenuItem| MenuItem { label: clean(&item.label), ..item.clone() };
        let items: Vec<MenuItem> = items.iter().map(clean).collect();
        loop {
            match menu::choose(self.terminal, &words, &items, at) {
                Answer::Given(Picked::Item(index)) => return Answer::Given(index),
                Answer::Given(Picked::Sign(text)) => match self.sign(&text, question) {
                    Sign::None | Sign::Explained => {}
                    Sign::Back => return Answer::Back,
                },
                Answer::Back => return Answer::Back,
                Answer::End => return Answer::End,
                Answer::Stopped => return Answer::Stopped,
            }
        }
    }

    /// What a text says of its question rather than answers; an explanation is given at once.
    fn sign(&self, text: &str, question: &Question) -> Sign {
        match text.trim() {
            "<" => Sign::Back,
            "?" if !question.help.is_empty() => {
                self.terminal.message(question.help);
                Sign::Explained
            }
            _ => Sign::None,
        }
    }

    /// Asks yes or no, in either language, until it is one of them; nothing typed means `usual`. Of
    /// a question of several lines, the last one stands before the answer.
    pub(crate) fn confirm(&mut self, question: &str, usual: bool) -> Answer<bool> {
        let hint = if usual { text!("[Y/n]", "[O/n]") } else { text!("[y/N]", "[o/N]") };
        let last = match question.rsplit_once('\n') {
            Some((above, last)) => {
                self.terminal.message(above);
                last
            }
            None => question,
        };
        let question = format!("{last} {} ", hint.get(self.terminal.lang));
        loop {
            let typed = match self.line(&Question::of(&question)) {
                Answer::Given(typed) => typed.trim().to_lowercase(),
                Answer::Back => return Answer::Back,
                Answer::End => return Answer::End,
                Answer::Stopped => return Answer::Stopped,
            };
            match typed.as_str() {
                "" => return Answer::Given(usual),
                "o" | "oui" | "y" | "yes" => return Answer::Given(true),
                "n" | "no" | "non" => return Answer::Given(false),
                _ => {}
            }
        }
    }
}

/// What a text says of its question.
enum Sign {
    None,
    Explained,
    Back,
}

/// A question or an item on one clean line.
fn clean(text: &str) -> String {
    crate::text::sanitize::one_line(text).into_owned()
}
