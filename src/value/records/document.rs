//! What a document holds, and how it is said.

use crate::lang::Lang;
use crate::tree::Tree;
use crate::value::any::{Record, Statement, Value};
use crate::value::document::Document;
use crate::value::list;

impl Record for Document {
    fn statement(&self) -> Option<Statement<'_>> {
        self.title.as_deref().map(Statement::of)
    }

    fn own(&self) -> &[(String, Tree)] {
        &self.own
    }

    fn members(&self) -> Vec<(&'static str, Value<'_>)> {
        vec![
            ("title", Value::text(&self.title)),
            ("file", Value::text(&self.file)),
            ("url", Value::text(&self.url)),
            ("size", Value::text(&self.size)),
            ("visibility", Value::choice(self.visibility)),
        ]
    }

    fn summary(&self, _lang: Lang) -> String {
        let name = self.title.as_ref().or(self.file.as_ref()).or(self.url.as_ref());
        name.cloned().unwrap_or_default()
    }

    /// `Bilan (1.4 MB): https://…`.
    fn details(&self, lang: Lang) -> String {
        let mut words = self.summary(lang);
        if let Some(size) = &self.size {
            words += &match lang {
                Lang::En => format!(" ({size})"),
                Lang::Fr => format!(
                    " ({})",
                    size.replace('.', ",").replace('B', "o").replace(' ', "\u{a0}")
                ),
            };
        }
        let places = [&self.file, &self.url]
            .into_iter()
            .flatten()
            .filter(|place| !words.starts_with(place.as_str()));
        let places: Vec<&str> = places.map(String::as_str).collect();
        match (places.is_empty(), lang) {
            (true, _) => words,
            (false, Lang::En) => format!("{words}: {}", places.join(", ")),
            (false, Lang::Fr) => format!("{words} : {}", places.join(", ")),
        }
    }

    fn only_text(&self) -> Option<&str> {
        let alone = Document { title: self.title.clone(), ..Document::default() };
        self.title.as_deref().filter(|_| *self == alone)
    }

    fn is_read_from(&self, text: &str) -> bool {
        list::is_one(text, self)
    }
}
