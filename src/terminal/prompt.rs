//! Asks the person. Choices go through `dialoguer`, whose door this is; text goes through
//! `line.rs`, because a text typed into `dialoguer` is corrupted by accents and pasted lines.

use std::{fmt, io};

use dialoguer::Select;
use dialoguer::theme::Theme;

use crate::lang::{Text, text};
use crate::terminal::Terminal;
use crate::terminal::answer::Answer;
use crate::terminal::guard::{self, TerminalGuard};
use crate::terminal::line::LineEditor;

const GARBLED: Text = text!(
    "invalid UTF-8 input; type it again, or set the terminal to UTF-8",
    "caractère non UTF-8 ; retapez-le, ou réglez le terminal en UTF-8",
);

/// A menu below its question, which is complete: the library would add a colon, in English.
struct AsAsked;

impl Theme for AsAsked {
    fn format_select_prompt(&self, out: &mut dyn fmt::Write, question: &str) -> fmt::Result {
        out.write_str(question)
    }
}

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

    /// Asks for a text of any length; what is pasted stays one answer, with its lines. `known`
    /// are offered by the tabulator key. What did not arrive as UTF-8 is asked again.
    pub(crate) fn line(&mut self, question: &str, known: &[String]) -> Answer<String> {
        loop {
            match self.line.read(&clean(question), known) {
                Some(answer) => return answer,
                None => self.terminal.message(GARBLED.get(self.terminal.lang)),
            }
        }
    }

    /// Asks for one of several; `at` is where the menu begins.
    pub(crate) fn choose(&mut self, question: &str, items: &[String], at: usize) -> Answer<usize> {
        // An item that is wider than the terminal would wrap, and the menu be drawn over itself.
        let width = self.terminal.width.saturating_sub(3).max(1);
        let items = items.iter().map(|item| clean(item).chars().take(width).collect::<String>());
        let menu = Select::with_theme(&AsAsked).with_prompt(clean(question)).items(items);
        match menu.default(at).report(false).interact_opt() {
            Ok(Some(index)) => Answer::Given(index),
            Ok(None) => Answer::End,
            Err(dialoguer::Error::IO(error)) if error.kind() == io::ErrorKind::Interrupted => {
                guard::yield_to_signal();
                Answer::Stopped
            }
            Err(_) => Answer::End,
        }
    }

    /// Asks yes or no, in either language, until it is one of them; nothing typed means `usual`.
    pub(crate) fn confirm(&mut self, question: &str, usual: bool) -> Answer<bool> {
        let hint = if usual { text!("[Y/n]", "[O/n]") } else { text!("[y/N]", "[o/N]") };
        let question = format!("{question} {} ", hint.get(self.terminal.lang));
        loop {
            let typed = match self.line(&question, &[]) {
                Answer::Given(typed) => typed.trim().to_lowercase(),
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

/// A question or an item on one clean line.
fn clean(text: &str) -> String {
    crate::text::sanitize::one_line(text).into_owned()
}
