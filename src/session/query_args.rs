//! What was typed to choose sheets and columns → what it means.

use std::collections::HashSet;

use anyhow::Result;

use crate::cli::{FilterFlags, LayoutArgs, QueryArgs, WhereQuery};
use crate::config::ViewLayout;
use crate::query;
use crate::query::sort::SortKey;
use crate::report::list::{self, DEFAULT_COLUMNS};
use crate::session::{Context, Failure};
use crate::sheet::key::Key;
use crate::sheet::row;
use crate::stats::grouping::Grouping;

/// The order and the layout that were typed; a key that means nothing is a failure.
pub(crate) fn layout<'c>(
    context: &'c Context,
    args: &LayoutArgs,
    texts: &[String],
) -> Result<(Vec<SortKey>, list::Layout<'c>)> {
    // What is typed wins over the view, and that over the collection.
    let config = &context.loaded.config;
    let view = texts.iter().find_map(|text| config.view(&query::view_named(text)?));
    let agreed: Vec<&ViewLayout> =
        view.map(|view| &view.layout).into_iter().chain([&config.layout]).collect();
    let said = |typed: &Vec<String>, of: fn(&ViewLayout) -> &Vec<String>| {
        let all = std::iter::once(typed).chain(agreed.iter().map(|layout| of(layout)));
        all.into_iter().find(|names| !names.is_empty()).cloned().unwrap_or_default()
    };
    let columns = said(&args.columns, |layout| &layout.columns);
    let sort = said(&args.sort, |layout| &layout.sort);
    let agreed_group = agreed.iter().find_map(|layout| layout.group.as_ref());
    let group = args.group_by.as_ref().or(agreed_group);
    let totals = args.totals || agreed.iter().any(|layout| layout.totals);
    let explicit_columns = !columns.is_empty();
    let columns =
        if explicit_columns { columns } else { DEFAULT_COLUMNS.map(str::to_owned).to_vec() };
    let mut columns = columns.iter().map(|name| keys(name)).collect::<Result<Vec<_>>>()?.concat();
    let mut known = HashSet::new();
    columns.retain(|key| known.insert(key.name()));
    let by = |text: &String| {
        let (name, descending) = match text.strip_prefix('-') {
            Some(name) => (name, true),
            None => (text.as_str(), false),
        };
        key(name).map(|key| SortKey { key, descending })
    };
    let sort_keys = sort.iter().map(by).collect::<Result<Vec<SortKey>>>()?;
    let group = groupings(context, group.into_iter())?.pop();
    let limit = args.limit.unwrap_or(usize::MAX);
    let sorted_by = sort_keys.iter().map(|sort| sort.key.name()).collect();
    Ok((
        sort_keys,
        list::Layout { columns, explicit_columns, group, totals, counted: None, limit, sorted_by },
    ))
}

/// The keys to group by of names that were typed; one that means nothing is a failure.
pub(crate) fn groupings<'c, 'n>(
    context: &'c Context,
    names: impl Iterator<Item = &'n String>,
) -> Result<Vec<Grouping<'c>>> {
    names.map(|name| Ok(Grouping::of(key(name)?, &context.loaded.config))).collect()
}

/// The keys that a name of columns stands for.
fn keys(name: &str) -> Result<Vec<Key>> {
    match name.trim() {
        row::ALL => Ok(row::all_keys().collect()),
        name => Ok(vec![key(name)?]),
    }
}

/// The key of a name that was typed; one that means nothing is a failure.
pub(crate) fn key(name: &str) -> Result<Key> {
    Ok(query::parse_key(name.trim()).map_err(|error| Failure::mistake(*error))?)
}

impl QueryArgs {
    /// Its words and the terms of its flags.
    pub fn texts(&self) -> Vec<String> {
        [vec![self.query.join(" ")], self.flags.terms()].concat()
    }
}

impl WhereQuery {
    /// Its query and the terms of its flags.
    pub fn texts(&self) -> Vec<String> {
        [self.query.clone(), self.flags.terms()].concat()
    }
}

impl FilterFlags {
    /// The terms that the flags stand for.
    pub fn terms(&self) -> Vec<String> {
        let flags = [
            ("year:", &self.year),
            ("team:", &self.team),
            ("tool:", &self.tool),
            ("territory:", &self.territory),
            ("commissioner:", &self.commissioner),
            ("cost>=", &self.min_cost),
            ("cost<=", &self.max_cost),
            ("status:", &self.status),
        ];
        let given = flags.into_iter().filter_map(|(key, value)| Some((key, value.as_deref()?)));
        given
            .map(|(key, value)| match key.strip_suffix(':') {
                Some(_) => {
                    let any: Vec<String> = value.split(',').map(quoted).collect();
                    format!("{key}{}", any.join(","))
                }
                // The comma of what is compared is that of a decimal.
                None => format!("{key}{}", quoted(value)),
            })
            .collect()
    }
}

/// The value of a flag as a query writes it: in quotation marks where it holds more than a word.
fn quoted(value: &str) -> String {
    let plain =
        |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '\'' | '’' | '€' | '~');
    match value.trim() {
        value if value.chars().all(plain) => value.to_owned(),
        value => format!("\"{}\"", value.replace('"', " ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_of_a_flag_is_quoted_where_it_must_be() {
        assert_eq!(quoted("2021..2023"), "2021..2023");
        assert_eq!(quoted(" Jean Dupont"), "\"Jean Dupont\"");
        assert_eq!(quoted("a\" or b"), "\"a  or b\"");
    }
}
