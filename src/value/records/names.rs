//! What a person and an organisation hold, and how they are said.

use crate::lang::Lang;
use crate::tree::Tree;
use crate::value::any::{Record, Statement, Value};
use crate::value::list;
use crate::value::organisation::Organisation;
use crate::value::person::Person;

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
