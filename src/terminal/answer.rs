//! What is asked, and what comes of it.

/// A question, and what helps to answer it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Question<'q> {
    /// What stands before the answer.
    pub words: &'q str,
    /// What `?` shows; where there is nothing, `?` is an answer.
    pub help: &'q str,
    /// The names that the tabulator key completes.
    pub known: &'q [String],
    /// The text that is there already, to be changed.
    pub before: &'q str,
}

impl<'q> Question<'q> {
    /// A question that explains itself.
    pub(crate) fn of(words: &'q str) -> Question<'q> {
        Question { words, ..Question::default() }
    }
}

/// A line of a menu.
#[derive(Clone, Debug)]
pub(crate) struct MenuItem {
    pub label: String,
    /// Other words by which it is chosen.
    pub also: Vec<&'static str>,
    /// Whether it is shown only to who types for it.
    pub hidden: bool,
}

impl MenuItem {
    /// A line that is chosen by what it says.
    pub(crate) fn of(label: impl Into<String>) -> MenuItem {
        MenuItem { label: label.into(), also: Vec::new(), hidden: false }
    }
}

/// What came of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer<T> {
    Given(T),
    /// `<`: to the question before.
    Back,
    /// No more answers: Ctrl-D, Escape in a menu, or the terminal is gone.
    End,
    /// Ctrl-C.
    Stopped,
}

impl<T> Answer<T> {
    /// The same of another value.
    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> Answer<U> {
        match self {
            Answer::Given(given) => Answer::Given(change(given)),
            Answer::Back => Answer::Back,
            Answer::End => Answer::End,
            Answer::Stopped => Answer::Stopped,
        }
    }
}
