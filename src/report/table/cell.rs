//! A value in a report: the words for people, the data for machines, and a tone instead of a colour.

use crate::lang::choice::Choice;
use crate::lang::{Lang, Text, phrase};
use crate::sheet::Sheet;
use crate::sheet::key::{self, Key};
use crate::tree::Tree;
use crate::value::any::Value;

/// One value, for people and for machines.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub text: String,
    pub data: Tree,
    pub tone: Tone,
}

/// What a piece of text means; every renderer decides how that looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    Strong,
    Muted,
    Good,
    Error,
    /// A length, drawn as a bar of so many hundredths of the longest.
    Bar(u8),
    /// A stretch of an axis.
    Span(AxisSpan),
}

/// A stretch of an axis, in thousandths of it, both ends within; and where it is sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AxisSpan {
    pub from: u16,
    pub to: u16,
    pub sure: Option<(u16, u16)>,
}

impl Cell {
    /// A value in a table: its summary.
    pub fn summary(value: &Value, lang: Lang) -> Cell {
        Cell { text: value.summary(lang), data: value.tree(), tone: Tone::Plain }
    }

    /// What a sheet says under a key, marked for people where it is not stated; machines are given
    /// what is stated, and the years, always in one shape.
    pub fn of_key(key: &Key, sheet: &Sheet, lang: Lang) -> Cell {
        let text = match key {
            Key::Group(name) => group_words(name, sheet, lang),
            _ => key.value(sheet).summary(lang),
        };
        let cell = Cell { data: key.data(sheet), ..Cell::text_only(text) };
        match key.derived(sheet) {
            Some(source) if !cell.text.is_empty() => cell.marked(source, lang),
            _ => cell,
        }
    }

    /// The years of a project, marked where the last one is not stated.
    pub fn years(sheet: &Sheet, lang: Lang) -> Cell {
        let period = sheet.period();
        let cell = Cell::summary(&Value::years(period), lang);
        match period.last_year_source() {
            Some(source) => cell.marked(source.label(), lang),
            None => cell,
        }
    }

    /// The same with what it follows from, in parentheses.
    pub fn marked(self, source: Text, lang: Lang) -> Cell {
        Cell { text: format!("{} ({})", self.text, source.get(lang)), ..self }
    }

    /// A value on a page: all its details.
    pub fn details(value: &Value, lang: Lang) -> Cell {
        Cell { text: value.details(lang), ..Cell::summary(value, lang) }
    }

    /// A text that is its own data.
    pub fn text(words: impl Into<String>) -> Cell {
        let words = words.into();
        Cell { data: Tree::text(words.clone()), text: words, tone: Tone::Plain }
    }

    /// A count, as people and as machines write it.
    pub fn count(count: usize, lang: Lang) -> Cell {
        Cell::summary(&Value::Number(count.into()), lang)
    }

    /// Nothing, for anybody.
    pub fn empty() -> Cell {
        Cell::text_only("")
    }

    /// A code, which people read by its label.
    pub fn labelled(code: impl Into<String>, label: Text, lang: Lang) -> Cell {
        Cell { text: label.get(lang).to_owned(), ..Cell::text(code) }
    }

    /// For machine formats alone.
    pub fn data(data: Tree) -> Cell {
        Cell { data, ..Cell::empty() }
    }

    /// For people alone: nothing in machine formats.
    pub fn text_only(words: impl Into<String>) -> Cell {
        Cell { text: words.into(), data: Tree::Missing, tone: Tone::Plain }
    }

    /// The same for machine formats alone: people read it elsewhere already.
    pub fn data_only(self) -> Cell {
        Cell { text: String::new(), tone: Tone::Plain, ..self }
    }

    pub fn with_tone(self, tone: Tone) -> Cell {
        Cell { tone, ..self }
    }
}

/// What a sheet says in the fields of a group, each below its label.
fn group_words(name: &str, sheet: &Sheet, lang: Lang) -> String {
    let said = key::below(name).filter_map(|field| {
        let words = (field.get)(sheet).summary(lang);
        let label = field.label;
        let said = phrase!("{label}: {words}", "{label} : {words}", label, words);
        (!words.is_empty()).then(|| said.get(lang).to_owned())
    });
    said.collect::<Vec<_>>().join(", ")
}
