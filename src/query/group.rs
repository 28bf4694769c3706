//! What sheets are grouped by: the values of a key, each under one name, numbers in ranges.

use rust_decimal::Decimal;

use crate::lang::fold::fold_letters;
use crate::lang::{Lang, Phrase, number};
use crate::query::key::Key;
use crate::query::sort::Rank;
use crate::sheet::Sheet;
use crate::sheet::money::{Currency, say_amount};
use crate::sheet::value::Value;
use crate::source::tree::Tree;

/// A value under which a sheet stands.
#[derive(Clone, Debug)]
pub struct Label {
    /// What makes two values one, whatever the spelling.
    pub same: String,
    pub rank: Rank,
    pub words: Phrase,
    pub data: Tree,
}

/// Where a range of amounts, or of inhabitants, ends and the next begins.
const AMOUNTS: [u32; 6] = [1, 1_000, 5_000, 10_000, 25_000, 50_000];
const PEOPLE: [u32; 5] = [500, 2_000, 10_000, 50_000, 200_000];

/// The values of a key under which a sheet stands, each once; none where it says nothing there.
pub fn labels(key: &Key, sheet: &Sheet) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for value in key.value(sheet).flat() {
        for label in label(key, &value) {
            if !labels.iter().any(|known| known.same == label.same) {
                labels.push(label);
            }
        }
    }
    labels
}

fn label(key: &Key, value: &Value) -> Vec<Label> {
    let text = |text: &str| Label {
        same: fold_letters(text),
        rank: Rank::of_value(&Value::Text(text)),
        words: Phrase::same(text),
        data: Tree::text(text),
    };
    let plain = |value: &Value| Label {
        same: value.short(Lang::En),
        rank: Rank::of_value(value),
        words: Phrase::new(value.short(Lang::En), value.short(Lang::Fr)),
        data: value.tree(),
    };
    match value {
        Value::Missing => Vec::new(),
        Value::Text(one) => vec![text(one)],
        Value::Years(first, last) => {
            (*first..=*last).map(|year| plain(&Value::Number(year.into()))).collect()
        }
        Value::Choice(_) => {
            let order = Rank::of_value(value);
            vec![Label { rank: order, ..plain(value) }]
        }
        Value::Number(amount) if key.name() == "territory.population" => {
            vec![range(*amount, &PEOPLE, |amount, lang| number::decimal(&amount.to_string(), lang))]
        }
        Value::Record(record) => match record.as_cost() {
            Some(cost) => {
                let Some(amount) = cost.amount else {
                    return Vec::new();
                };
                let currency = cost.currency;
                let say = |amount: Decimal, lang| say_amount(amount, currency, lang);
                let mut label = range(amount, &AMOUNTS, say);
                if currency != Currency::EUR {
                    label.same = format!("{} {}", currency.code(), label.same);
                }
                vec![label]
            }
            None => match record.members().first() {
                Some((_, Value::Text(name))) => vec![text(name)],
                _ => vec![plain(value)],
            },
        },
        value => vec![plain(value)],
    }
}

/// The range in which a number lies: `5 000 – 10 000`, its first end within it.
fn range(amount: Decimal, ends: &[u32], say: impl Fn(Decimal, Lang) -> String) -> Label {
    let after = ends.iter().position(|end| amount < Decimal::from(*end)).unwrap_or(ends.len());
    let end = |index: usize| ends.get(index).map(|end| Decimal::from(*end));
    let (from, to) = (after.checked_sub(1).and_then(end), end(after));
    let words = |lang: Lang| match (from, to) {
        (None, Some(to)) if to == Decimal::ONE => say(Decimal::ZERO, lang),
        (None, Some(to)) => format!("< {}", say(to, lang)),
        (Some(from), Some(to)) => format!("{} – {}", say(from, lang), say(to, lang)),
        (from, None) => format!("≥ {}", say(from.unwrap_or_default(), lang)),
    };
    let bound = |end: Option<Decimal>| end.map_or(Tree::Missing, Tree::number);
    let pairs = [("from", bound(from)), ("to", bound(to))];
    let pairs = pairs.into_iter().filter(|(_, end)| *end != Tree::Missing);
    Label {
        same: after.to_string(),
        rank: Rank::Number(Decimal::from(after)),
        words: Phrase::new(words(Lang::En), words(Lang::Fr)),
        data: Tree::Map(pairs.map(|(key, end)| (key.to_owned(), end)).collect()),
    }
}
