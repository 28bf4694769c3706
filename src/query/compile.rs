//! The text of a query → the query: parsed, the queries that it names followed, and resolved.

use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::config::Config;
use crate::finding::{Diagnostic, Finding};
use crate::query::Query;
use crate::query::expr::{Expr, NAME, ValueExpr};
use crate::query::names::{NamedQueries, State};
use crate::query::parse::parse;
use crate::query::resolve::Resolver;
use crate::query::scope::Scope;
use crate::sheet::key::Key;
use crate::text::stem::is_stop_word;

/// Compiles the text of a query, which may use those that have a name.
///
/// # Errors
/// What is wrong, reported like what is wrong in a sheet: its place in the text, the reason, what to
/// write.
pub fn compile(text: &str, scope: Scope) -> Result<Query, Box<Diagnostic>> {
    let names = NamedQueries::of(&scope.config.views);
    let expr = parse(text)?;
    let named = named_in(&names, &expr).into_iter();
    named.for_each(|index| resolve_with_dependencies(&names, scope, index));
    Resolver::new(text, &names, scope).resolve(expr)
}

/// The bare words of a query that are the name of a key, and so may have been meant for it. A label
/// counts where it stands alone: beside other terms it is a word like others.
pub fn bare_keys(text: &str) -> Vec<String> {
    let words = parse(text).as_ref().map(bare_words).unwrap_or_default();
    let alone = !text.trim().contains(char::is_whitespace);
    let is_key = |word: &String| Key::find(word).or_else(|| Key::typed(word).filter(|_| alone));
    words.into_iter().filter(|word| is_key(word).is_some()).collect()
}

/// The bare words of a query that say nothing by themselves, and that sheets must hold all the same.
pub fn stop_words(text: &str) -> Vec<String> {
    let words = parse(text).as_ref().map(bare_words).unwrap_or_default();
    words.into_iter().filter(|word| is_stop_word(word)).collect()
}

/// The first view that a query asks for as a whole, or beside other terms.
pub fn view_named(text: &str) -> Option<String> {
    fn name(expr: &Expr) -> Option<String> {
        match expr {
            Expr::All(several) => several.iter().find_map(name),
            Expr::Term { key, values, .. } if key.text == NAME => match values.as_slice() {
                [ValueExpr::One(name)] => Some(name.text.clone()),
                _ => None,
            },
            Expr::Any(_) | Expr::Not(_) | Expr::Term { .. } | Expr::Words(_) => None,
        }
    }
    parse(text).ok().as_ref().and_then(name)
}

/// The words that stand without a key and without quotation marks.
fn bare_words(expr: &Expr) -> Vec<String> {
    match expr {
        Expr::All(several) | Expr::Any(several) => several.iter().flat_map(bare_words).collect(),
        Expr::Not(one) => bare_words(one),
        Expr::Words(word) if !word.quoted => vec![word.text.clone()],
        Expr::Term { .. } | Expr::Words(_) => Vec::new(),
    }
}

/// What is wrong with the queries of a collection, each at its place in `sheet.yaml`.
pub fn view_findings(config: &Config) -> Vec<Finding> {
    let named = &config.views;
    let names = NamedQueries::of(named);
    // What is wrong with a query is so on any day.
    let scope = Scope { config, today: NaiveDate::default() };
    (0..named.len()).for_each(|index| resolve_with_dependencies(&names, scope, index));
    named
        .iter()
        .enumerate()
        .filter_map(|(index, query)| match names.state(index) {
            State::Invalid(finding) => Some(Finding { span: query.span, ..(*finding).clone() }),
            State::Unresolved | State::Resolving | State::Resolved(_) => None,
        })
        .collect()
}

/// A query that waits for those that it names.
struct Pending {
    index: usize,
    expr: Result<Expr, Box<Diagnostic>>,
    dependencies: Vec<usize>,
}

/// Resolves a query and those that it names. However long a chain of names is, nothing here calls
/// itself for it.
fn resolve_with_dependencies(names: &NamedQueries, scope: Scope, index: usize) {
    let mut open: Vec<Pending> = start_resolving(names, index).into_iter().collect();
    while let Some(last) = open.last_mut() {
        if let Some(next) = last.dependencies.pop() {
            open.extend(start_resolving(names, next));
            continue;
        }
        let Some(Pending { index, expr, .. }) = open.pop() else {
            break;
        };
        let resolver = Resolver::new(&names.all()[index].text, names, scope);
        let state = match expr.and_then(|expr| resolver.resolve(expr)) {
            Ok(query) => {
                let measure = query.measure();
                State::Resolved(Query::Named(Arc::new(query), measure))
            }
            Err(wrong) => State::Invalid(Rc::new(*wrong.finding)),
        };
        names.set_state(index, state);
    }
}

/// A query that nobody has named yet, opened.
fn start_resolving(names: &NamedQueries, index: usize) -> Option<Pending> {
    if !matches!(names.state(index), State::Unresolved) {
        return None;
    }
    names.set_state(index, State::Resolving);
    let expr = parse(&names.all()[index].text);
    let dependencies = expr.as_ref().map(|expr| named_in(names, expr)).unwrap_or_default();
    Some(Pending { index, expr, dependencies })
}

/// The indices of the queries that one names.
fn named_in(names: &NamedQueries, expr: &Expr) -> Vec<usize> {
    match expr {
        Expr::All(several) | Expr::Any(several) => {
            several.iter().flat_map(|one| named_in(names, one)).collect()
        }
        Expr::Not(one) => named_in(names, one),
        Expr::Term { key, values, .. } if key.text == NAME => {
            let named = values.iter().filter_map(|value| match value {
                ValueExpr::One(name) => names.index_of(&name.text),
                ValueExpr::Between(..) => None,
            });
            named.collect()
        }
        Expr::Term { .. } | Expr::Words(_) => Vec::new(),
    }
}
