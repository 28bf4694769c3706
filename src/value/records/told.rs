//! What a lesson, a word and a key moment hold, and how they are said.

use crate::lang::choice::Choice;
use crate::lang::{Lang, phrase};
use crate::tree::Tree;
use crate::value::any::{Record, Statement, Value};
use crate::value::lesson::{Lesson, Word, found_in, with_when};
use crate::value::moment::Moment;

impl Record for Lesson {
    fn statement(&self) -> Option<Statement<'_>> {
        Some(Statement {
            text: &self.text,
            author: self.by.as_deref(),
            when: self.when.as_deref(),
            action: self.action.as_deref(),
        })
    }

    fn own(&self) -> &[(String, Tree)] {
        &self.own
    }

    fn members(&self) -> Vec<(&'static str, Value<'_>)> {
        vec![
            ("text", Value::Text(&self.text)),
            ("when", Value::text(&self.when)),
            ("do", Value::text(&self.action)),
            ("tools", Value::texts(&self.tools)),
            ("by", Value::text(&self.by)),
            ("visibility", Value::choice(self.visibility)),
            ("confirmed-in", Value::codes(&self.confirmed_in)),
            ("contradicted-in", Value::codes(&self.contradicted_in)),
        ]
    }

    fn summary(&self, _lang: Lang) -> String {
        self.text.clone()
    }

    /// The text, what to do behind an arrow, and where it held or did not.
    fn details(&self, lang: Lang) -> String {
        let mut words = with_when(&self.text, self.when.as_deref(), lang);
        if let Some(action) = &self.action {
            words += &format!(" → {action}");
        }
        if let Some(by) = &self.by {
            words += &format!(" — {by}");
        }
        for found in found_in(&self.confirmed_in, &self.contradicted_in) {
            words += &format!(" {}", found.get(lang));
        }
        words
    }

    fn only_text(&self) -> Option<&str> {
        (*self == Lesson::of(&self.text)).then_some(&self.text)
    }
}

impl Record for Word {
    fn statement(&self) -> Option<Statement<'_>> {
        Some(Statement { author: self.from.as_deref(), ..Statement::of(&self.text) })
    }

    fn own(&self) -> &[(String, Tree)] {
        &self.own
    }

    fn members(&self) -> Vec<(&'static str, Value<'_>)> {
        vec![
            ("from", Value::text(&self.from)),
            ("as", Value::choice(self.role)),
            ("text", Value::Text(&self.text)),
            ("visibility", Value::choice(self.visibility)),
        ]
    }

    /// `Alix : une belle année`.
    fn summary(&self, lang: Lang) -> String {
        let text = &self.text;
        let role = || self.role.map(|role| role.label().get(lang).to_owned());
        match &self.from.clone().or_else(role) {
            None => text.clone(),
            Some(from) => {
                phrase!("{from}: {text}", "{from} : {text}", from, text).get(lang).to_owned()
            }
        }
    }

    fn only_text(&self) -> Option<&str> {
        (*self == Word::parse(&self.text)).then_some(&self.text)
    }
}

impl Record for Moment {
    fn statement(&self) -> Option<Statement<'_>> {
        Some(Statement::of(&self.what))
    }

    fn own(&self) -> &[(String, Tree)] {
        &self.own
    }

    fn members(&self) -> Vec<(&'static str, Value<'_>)> {
        vec![
            ("date", Value::date(self.date)),
            ("what", Value::Text(&self.what)),
            ("why", Value::text(&self.why)),
        ]
    }

    /// `mars 2023 : première réunion`.
    fn summary(&self, lang: Lang) -> String {
        let what = &self.what;
        match self.date.map(|date| date.format(lang)) {
            None => what.clone(),
            Some(date) => {
                phrase!("{date}: {what}", "{date} : {what}", date, what).get(lang).to_owned()
            }
        }
    }

    /// The same, and why it counted behind a dash.
    fn details(&self, lang: Lang) -> String {
        match &self.why {
            None => self.summary(lang),
            Some(why) => format!("{} — {why}", self.summary(lang)),
        }
    }

    fn only_text(&self) -> Option<&str> {
        (self.date.is_none() && *self == Moment::parse(&self.what)).then_some(&self.what)
    }
}
