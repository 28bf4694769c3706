//! What stands in a query → what it means: its keys and names found, its values parsed.

use crate::finding::Diagnostic;
use crate::lang::common::did_you_mean;
use crate::lang::{Phrase, Text, list, phrase, text};
use crate::query::Query;
use crate::query::comparison::Closeness;
use crate::query::error::query_error;
use crate::query::expr::{ByteRange, Expr, NAME, Operator, Token, ValueExpr};
use crate::query::foreign_sign::{in_value, in_word};
use crate::query::literal::Literal;
use crate::query::matcher::ValueMatcher;
use crate::query::names::{NamedQueries, State};
use crate::query::scope::{Scope, Target};
use crate::query::unknown_key::unknown_key;
use crate::sheet::key::Key;
use crate::sheet::shape::Shape;
use crate::text::fold::search_key;

/// The key of a bare year.
const YEAR: &str = "year";

/// At most so many names are listed.
const LISTED: usize = 12;

const WITHIN: Text = text!(
    "in sheet.yaml, this view is invalid: ",
    "dans sheet.yaml, cette vue n'est pas valide : ",
);

/// The text of a query, and the names that it may use.
pub struct Resolver<'a> {
    text: &'a str,
    names: &'a NamedQueries<'a>,
    scope: Scope<'a>,
}

impl<'a> Resolver<'a> {
    pub fn new(text: &'a str, names: &'a NamedQueries<'a>, scope: Scope<'a>) -> Resolver<'a> {
        Resolver { text, names, scope }
    }

    /// Finds out what an expression means; the queries that it names were resolved before.
    ///
    /// # Errors
    /// The first key, value or name that means nothing, at its place.
    pub fn resolve(&self, expr: Expr) -> Result<Query, Box<Diagnostic>> {
        let query = self.resolve_expr(expr)?;
        if query.measure().is_within_limits() {
            return Ok(query);
        }
        let reason = phrase!(
            "too long or too deeply nested, once its views are included",
            "trop longue ou trop imbriquée, une fois ses vues comprises",
        );
        self.refuse(&(0..self.text.len().min(1)), reason, None)
    }

    fn resolve_expr(&self, expr: Expr) -> Result<Query, Box<Diagnostic>> {
        let each = |all: Vec<Expr>| -> Result<Vec<Query>, Box<Diagnostic>> {
            all.into_iter().map(|one| self.resolve_expr(one)).collect()
        };
        match expr {
            Expr::All(all) => Ok(Query::All(each(all)?)),
            Expr::Any(any) => Ok(Query::Any(each(any)?)),
            Expr::Not(one) => Ok(Query::Not(Box::new(self.resolve_expr(*one)?))),
            Expr::Words(word) if is_year(&word) => self.year(word),
            Expr::Words(word) => match search_key(&word.text) {
                _ if let Some(mistake) = in_word(self.text, &word) => Err(mistake),
                folded if !folded.is_empty() => Ok(Query::Contains(folded)),
                _ if word.text.is_empty() => Ok(Query::MATCH_ALL),
                _ => {
                    let reason = phrase!("empty value", "valeur vide");
                    self.refuse(&word.at, reason, None)
                }
            },
            Expr::Term { key, operator, values } => self.term(&key, operator, &values),
        }
    }

    fn term(
        &self,
        word: &Token,
        operator: Operator,
        values: &[ValueExpr],
    ) -> Result<Query, Box<Diagnostic>> {
        let negate = |query| Query::Not(Box::new(query));
        for value in values {
            if let ValueExpr::One(value) = value
                && let Some(mistake) = in_value(self.text, word, value)
            {
                return Err(mistake);
            }
        }
        if word.text == NAME {
            let any = values
                .iter()
                .map(|name| self.resolve_with_dependencies(name))
                .collect::<Result<Vec<_>, _>>()?;
            return match operator {
                _ if any.is_empty() => self.refuse(&word.at, self.names(), None),
                Operator::Is | Operator::Equals => Ok(Query::Any(any)),
                Operator::EqualsNot => Ok(negate(Query::Any(any))),
                Operator::Compares(_) => self.refuse(&word.at, self.names(), None),
            };
        }
        let key = Key::typed(&word.text).ok_or_else(|| unknown_key(self.text, word, true))?;
        if let Some(cents) = values.iter().skip(1).find(|value| is_cents(&key, value)) {
            let reason = phrase!(
                "a comma means “or” here; write 12400.50, or quote the amount",
                "la virgule veut dire “ou” ici ; écrivez 12400.50, ou mettez le montant entre \
                 guillemets",
            );
            return self.refuse(cents.at(), reason, None);
        }
        let target = Target::of(&key, self.scope);
        let matchers = |closeness| -> Result<Vec<ValueMatcher>, Box<Diagnostic>> {
            let matcher = |value: &ValueExpr| {
                ValueMatcher::read(&target, value, closeness)
                    .or_else(|(reason, help)| self.refuse(value.at(), reason, help))
            };
            values.iter().map(matcher).collect()
        };
        match (operator, values) {
            (Operator::Is | Operator::Equals, []) => Ok(Query::Present(key)),
            (Operator::EqualsNot, []) => Ok(negate(Query::Present(key))),
            (Operator::Is, _) => Ok(Query::Is(key.clone(), matchers(Closeness::Begins)?)),
            (Operator::Equals, _) => Ok(Query::Is(key.clone(), matchers(Closeness::Equals)?)),
            (Operator::EqualsNot, _) => {
                Ok(negate(Query::Is(key.clone(), matchers(Closeness::Equals)?)))
            }
            (Operator::Compares(_), [ValueExpr::One(value)])
                if key.shape().is_some_and(has_no_order) =>
            {
                let name = &word.text;
                let help = match key.shape().filter(Shape::is_list) {
                    Some(_) => phrase!(
                        "to count them: {name}.count>2",
                        "pour les compter : {name}.count>2",
                        name,
                    ),
                    None => phrase!(
                        "to search for a word: {name}:{value}",
                        "pour chercher un mot : {name}:{value}",
                        name,
                        value = value.text,
                    ),
                };
                let reason = phrase!("texts cannot be compared", "des textes ne se comparent pas",);
                self.refuse(&word.at, reason, Some(help))
            }
            (Operator::Compares(comparison), [ValueExpr::One(value)]) => {
                let literal = Literal::read_bound(&target, &value.text)
                    .or_else(|(reason, help)| self.refuse(&value.at, reason, help))?;
                Ok(Query::Compares(key, comparison, Box::new(literal)))
            }
            (Operator::Compares(_), _) => {
                let reason = phrase!("a value must follow", "il faut une valeur après");
                self.refuse(&word.at, reason, None)
            }
        }
    }

    /// The term that a bare year stands for, or a range of years.
    fn year(&self, word: Token) -> Result<Query, Box<Diagnostic>> {
        let end = |text: &str| {
            Some(Token { text: text.to_owned(), ..word.clone() }).filter(|_| !text.is_empty())
        };
        let value = match word.text.split_once("..") {
            Some((from, to)) => ValueExpr::Between(end(from), end(to), word.at.clone()),
            None => ValueExpr::One(word.clone()),
        };
        let key = Token { text: YEAR.to_owned(), ..word };
        self.term(&key, Operator::Is, &[value])
    }

    /// The query that a name stands for.
    fn resolve_with_dependencies(&self, name: &ValueExpr) -> Result<Query, Box<Diagnostic>> {
        let ValueExpr::One(name) = name else {
            return self.refuse(name.at(), self.names(), None);
        };
        let wrong = match self.names.index_of(&name.text).map(|index| self.names.state(index)) {
            Some(State::Resolved(query)) => return Ok(query),
            Some(State::Invalid(wrong)) => wrong,
            // Those that it asks for are known, unless they are what asks for it.
            Some(State::Resolving | State::Unresolved) => {
                let reason = phrase!("it refers to itself", "elle se contient elle-même");
                return self.refuse(&name.at, reason, None);
            }
            None => {
                let reason = phrase!("unknown view", "vue inconnue");
                let help = self.names.near(&name.text).map(did_you_mean);
                return self.refuse(&name.at, reason, Some(help.unwrap_or_else(|| self.names())));
            }
        };
        // The first cause, however many queries ask for one another.
        let cause = Phrase::per_lang(|lang| {
            let label = wrong.label.get(lang);
            format!("{}{}", WITHIN.get(lang), label.strip_prefix(WITHIN.get(lang)).unwrap_or(label))
        });
        let help = phrase!("details: sheet validate", "détails : sheet validate");
        self.refuse(&name.at, cause, Some(help))
    }

    fn names(&self) -> Phrase {
        let all = self.names.all();
        if all.is_empty() {
            return phrase!(
                "sheet.yaml has no views yet",
                "sheet.yaml ne contient pas encore de vue",
            );
        }
        let names = all.iter().map(|query| {
            if query.name.contains(char::is_whitespace) {
                format!("\"{}\"", query.name)
            } else {
                query.name.clone()
            }
        });
        let names = list::first(names, LISTED);
        phrase!("views: {names}", "vues : {names}", names)
    }

    fn refuse<T>(
        &self,
        at: &ByteRange,
        reason: Phrase,
        help: Option<Phrase>,
    ) -> Result<T, Box<Diagnostic>> {
        Err(query_error(self.text, at.clone(), reason, help))
    }
}

/// Whether what stands behind a comma is no amount of its own, but the cents of the one before.
fn is_cents(key: &Key, value: &ValueExpr) -> bool {
    let money = matches!(key, Key::Field(field) | Key::Member(field, _) if matches!(field.shape, Shape::Cost));
    let ValueExpr::One(Token { text, quoted: false, .. }) = value else {
        return false;
    };
    let digits = text.chars().filter(char::is_ascii_digit).count();
    money && text.starts_with(|c: char| c.is_ascii_digit()) && digits <= 2
}

/// Whether a bare word is a year, `2023`, or a range of years, `2021..2023`.
fn is_year(word: &Token) -> bool {
    let year = |text: &str| {
        text.len() == 4
            && (text.starts_with("19") || text.starts_with("20"))
            && text.bytes().all(|c| c.is_ascii_digit())
    };
    let end = |text: &str| text.is_empty() || year(text);
    !word.quoted
        && match word.text.split_once("..") {
            Some((from, to)) => end(from) && end(to) && from.len() + to.len() > 0,
            None => year(&word.text),
        }
}

/// Whether of two such values none is more than the other.
fn has_no_order(shape: Shape) -> bool {
    shape.is_list() || shape.is_prose() || matches!(shape, Shape::Source | Shape::Flag)
}
