//! What sheets are ordered by.

use rust_decimal::Decimal;

use crate::sheet::Sheet;
use crate::sheet::key::Key;
use crate::text::fold::sort_key;
use crate::value::any::Value;

/// A value in a form that can be compared and kept when its sheet is gone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    Number(Decimal),
    Date(chrono::NaiveDate, chrono::NaiveDate),
    Text((String, String)),
    /// What is missing comes last, whichever way the order goes.
    Missing,
}

impl Rank {
    /// The rank of a sheet for a key; a list counts by its first item.
    pub fn of(key: &Key, sheet: &Sheet) -> Rank {
        rank(&key.value(sheet))
    }
}

fn rank(value: &Value) -> Rank {
    match value {
        Value::Missing => Rank::Missing,
        Value::Flag => Rank::Number(Decimal::ONE),
        Value::Number(number) => Rank::Number(*number),
        Value::Date(date) => Rank::Date(date.first(), date.last()),
        Value::Duration(duration) => Rank::Number(duration.approximate_days().into()),
        Value::Years(first, _) => Rank::Number((*first).into()),
        Value::Text(text) | Value::Code(text) => Rank::Text(sort_key(text)),
        Value::Choice(choice) => Rank::Number(choice.index.into()),
        Value::List(items) => items.first().map_or(Rank::Missing, rank),
        Value::Cost(cost) => cost.amount.map_or(Rank::Missing, Rank::Number),
        Value::Record(record) => match record.measure() {
            Some(number) => Rank::Number(number),
            None => record.members().first().map_or(Rank::Missing, |(_, member)| rank(member)),
        },
        Value::Map(pairs) => pairs.first().map_or(Rank::Missing, |(_, member)| rank(member)),
    }
}
