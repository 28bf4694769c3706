//! The members of each value that has some, and the words that name it.

use crate::lang::choice::Choice;
use crate::lang::{Lang, number, phrase, plural, text};
use crate::tree::Tree;
use crate::value::any::{Record, Statement, Value};
use crate::value::document::Document;
use crate::value::effort::Effort;
use crate::value::lesson::{Lesson, Word, found_in};
use crate::value::list;
use crate::value::moment::Moment;
use crate::value::money::{Basis, Cost, Currency, Share, ShareAmount, format_amount};
use crate::value::organisation::Organisation;
use crate::value::person::Person;

impl Record for Cost {
    fn members(&self) -> Vec<(&'static str, Value<'_>)> {
        let foreign = self.currency != Currency::EUR;
        vec![
            ("amount", Value::number(self.amount)),
            ("currency", if foreign { Value::Code(self.currency.code()) } else { Value::Missing }),
            ("tax", Value::choice(self.tax)),
            ("basis", Value::choice(self.basis)),
            ("estimated", if self.estimated { Value::Flag } else { Value::Missing }),
            ("shares", Value::records(&self.shares)),
        ]
    }

    /// `9 500 € HT`, `≈ 34 522 € (budget)`.
    fn summary(&self, lang: Lang) -> String {
        let Some(amount) = self.amount else {
            return self.tax.map(|tax| tax.label().get(lang).to_owned()).unwrap_or_default();
        };
        let mut words = format_amount(amount, self.currency, lang);
        if self.estimated {
            words = format!("≈\u{a0}{words}");
        }
        if let Some(tax) = self.tax {
            words = format!("{words}\u{a0}{}", tax.label().get(lang));
        }
        match self.basis() {
            Basis::Invoiced => words,
            basis => format!("{words} ({})", basis.label().get(lang)),
        }
    }

    fn details(&self, lang: Lang) -> String {
        let shares: Vec<String> = self.shares.iter().map(|share| share.summary(lang)).collect();
        if shares.is_empty() {
            self.summary(lang)
        } else {
            format!("{}\n{}", self.summary(lang), shares.join("\n"))
        }
    }
}

impl Record for Share {
    fn own(&self) -> &[(String, Tree)] {
        &self.own
    }

    fn members(&self) -> Vec<(&'static str, Value<'_>)> {
        let part = match self.part {
            ShareAmount::Percent(percent) => ("percent", Value::Number(percent)),
            ShareAmount::Amount(amount) => ("amount", Value::Number(amount)),
        };
        vec![("from", Value::text(&self.from)), part]
    }

    fn summary(&self, lang: Lang) -> String {
        let part = match self.part {
            ShareAmount::Percent(percent) => {
                let number = number::decimal(&percent.normalize().to_string(), lang);
                let space = if lang == Lang::Fr { "\u{a0}" } else { "" };
                format!("{number}{space}%")
            }
            ShareAmount::Amount(amount) => number::decimal(&amount.to_string(), lang),
        };
        match &self.from {
            Some(from) => format!("{part} {from}"),
            None => part,
        }
    }
}

impl Record for Effort {
    fn members(&self) -> Vec<(&'static str, Value<'_>)> {
        vec![
            ("days", Value::number(self.days)),
            ("hours", Value::number(self.hours)),
            ("note", Value::text(&self.note)),
        ]
    }

    fn summary(&self, lang: Lang) -> String {
        let days = self.days.map(|days| plural::DAY.amount(days, lang));
        let hours = self.hours.map(|hours| plural::HOUR.amount(hours, lang));
        let parts = [days, hours, self.note.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

impl Record for Person {
    fn statement(&self) -> Option<Statement<'_>> {
        Some(Statement::of(&self.name))
    }

    fn own(&self) -> &[(String, Tree)] {
        &self.own
    }

    fn members(&self) -> Vec<(&'static str, Value<'_>)> {
        vec![
            ("name", Value::Text(&self.name)),
            ("role", Value::text(&self.role)),
            ("organisation", Value::text(&self.organisation)),
        ]
    }

    fn summary(&self, _lang: Lang) -> String {
        self.name.clone()
    }

    /// `Alix D. (facilitation, Habitat 74)`.
    fn details(&self, _lang: Lang) -> String {
        named(&self.name, [self.role.clone(), self.organisation.clone()])
    }

    fn only_text(&self) -> Option<&str> {
        (*self == Person::named(&*self.name)).then_some(&self.name)
    }

    fn is_read_from(&self, text: &str) -> bool {
        list::is_one(text, self)
    }
}

impl Record for Organisation {
    fn statement(&self) -> Option<Statement<'_>> {
        Some(Statement::of(&self.name))
    }

    fn own(&self) -> &[(String, Tree)] {
        &self.own
    }

    fn members(&self) -> Vec<(&'static str, Value<'_>)> {
        vec![
            ("name", Value::Text(&self.name)),
            ("contact", Value::text(&self.contact)),
            ("siret", Value::code(&self.siret)),
        ]
    }

    fn summary(&self, _lang: Lang) -> String {
        self.name.clone()
    }

    /// `Mairie de Trifouilly (Responsable du développement, SIRET 123…)`.
    fn details(&self, _lang: Lang) -> String {
        let siret = self.siret.as_ref().map(|siret| format!("SIRET {siret}"));
        named(&self.name, [self.contact.clone(), siret])
    }

    fn only_text(&self) -> Option<&str> {
        let alone = self.contact.is_none() && self.siret.is_none() && self.own.is_empty();
        alone.then_some(&self.name)
    }

    fn is_read_from(&self, text: &str) -> bool {
        list::is_one(text, self)
    }
}

/// A name, and in parentheses what else is known.
fn named(name: &str, known: [Option<String>; 2]) -> String {
    let known: Vec<String> = known.into_iter().flatten().collect();
    if known.is_empty() { name.to_owned() } else { format!("{name} ({})", known.join(", ")) }
}

impl Record for Lesson {
    fn statement(&self) -> Option<Statement<'_>> {
        Some(Statement {
            text: &self.text,
            author: self.by.as_deref(),
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
        let mut words = self.text.clone();
        if let Some(when) = &self.when {
            words += &format!(" ({} {when})", text!("when:", "quand :").get(lang));
        }
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
        Some(Statement { text: &self.text, author: self.from.as_deref(), action: None })
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

#[cfg(test)]
mod tests {
    use crate::value::money;

    use super::*;

    #[test]
    fn money_is_said_as_the_language_does() {
        for (text, fr, en) in [
            ("9500€HT", "9\u{202f}500\u{a0}€\u{a0}HT", "€9,500\u{a0}excl. VAT (HT)"),
            ("5510,50 € TTC", "5\u{202f}510,50\u{a0}€\u{a0}TTC", "€5,510.50\u{a0}incl. VAT (TTC)"),
            ("12,5 €", "12,50\u{a0}€", "€12.50"),
            ("CHF 12'500.-", "12\u{202f}500\u{a0}CHF", "CHF\u{a0}12,500"),
            ("environ 8000 €", "≈\u{a0}8\u{202f}000\u{a0}€", "≈\u{a0}€8,000"),
            ("gratuit", "0\u{a0}€", "€0"),
        ] {
            let cost = money::parse(text).value().unwrap_or_else(|| panic!("{text}"));
            assert_eq!(cost.summary(Lang::Fr), fr);
            assert_eq!(cost.summary(Lang::En), en);
        }
    }
}
