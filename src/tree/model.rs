//! A value of any shape, kept as it was written: the user's own keys and what was not understood.

use std::collections::HashMap;

use rust_decimal::Decimal;

/// Text, a list or a mapping, without places.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Tree {
    Missing,
    /// `plain` where it is a number or a truth value: `12` is one and `"12"` is not.
    Text {
        text: String,
        plain: bool,
    },
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

impl Tree {
    /// A number, by its digits.
    pub fn number(number: impl ToString) -> Tree {
        Tree::Text { text: number.to_string(), plain: true }
    }

    /// `true` or `false`.
    pub fn flag(is: bool) -> Tree {
        Tree::Text { text: is.to_string(), plain: true }
    }

    /// A mapping of these keys to these values, in their order.
    pub fn map<'k>(pairs: impl IntoIterator<Item = (&'k str, Tree)>) -> Tree {
        Tree::Map(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// A text that is one, whatever it looks like.
    pub fn text(text: impl Into<String>) -> Tree {
        Tree::Text { text: text.into(), plain: false }
    }
}

/// Whether two trees say the same: the order of the keys of a mapping says nothing, nor does a key
/// without a value.
pub fn same(one: &Tree, other: &Tree) -> bool {
    match (one, other) {
        (Tree::Map(one), Tree::Map(other)) => {
            let present = |pairs: &'_ [(String, Tree)]| -> Vec<usize> {
                let there = pairs.iter().enumerate().filter(|(_, (_, value))| !is_nothing(value));
                there.map(|(index, _)| index).collect()
            };
            let (here, there) = (present(one), present(other));
            if here.len() != there.len() {
                return false;
            }
            let in_place = here.iter().zip(&there).all(|(a, b)| one[*a].0 == other[*b].0);
            if in_place {
                return here.iter().zip(&there).all(|(a, b)| same(&one[*a].1, &other[*b].1));
            }
            let by_key: HashMap<&str, &Tree> =
                there.iter().map(|index| (other[*index].0.as_str(), &other[*index].1)).collect();
            here.iter().all(|index| {
                let (key, value) = &one[*index];
                by_key.get(key.as_str()).is_some_and(|other| same(value, other))
            })
        }
        (Tree::List(one), Tree::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        _ => one == other || is_nothing(one) && is_nothing(other),
    }
}

pub(super) fn is_nothing(tree: &Tree) -> bool {
    match tree {
        Tree::Missing => true,
        Tree::Map(pairs) => pairs.iter().all(|(_, value)| is_nothing(value)),
        Tree::Text { .. } | Tree::List(_) => false,
    }
}

/// The number that a plain text is in YAML 1.2, if it is one that keeps its digits: `01210` and
/// `1e3` are texts.
pub fn number(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let zero_led = whole.len() > 1 && whole.starts_with('0');
    if !all_digits(whole) || !all_digits(fraction) || zero_led {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_keeps_its_digits_is_a_number() {
        for text in ["0", "12", "-3", "12.50", "0.5"] {
            assert_eq!(number(text).map(|n| n.to_string()).as_deref(), Some(text));
        }
        for text in ["", "01210", "1e3", "0x1F", "12:30", "1_000", ".5", "5.", "no", "12 "] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
