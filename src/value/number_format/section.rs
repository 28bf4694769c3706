//! The section of a code that is for a number, and what it shows.

use crate::value::number_format::token::Token;

/// A section of a code.
#[derive(Clone, Debug, Default)]
pub(super) struct Section {
    pub tokens: Vec<Token>,
    /// For which numbers it is, where it says so: a sign and a number.
    condition: Option<(String, f64)>,
}

impl Section {
    pub(super) fn of(tokens: Vec<Token>) -> Section {
        let condition = tokens.iter().find_map(|token| match token {
            Token::Condition(text) => {
                let number = text.trim_start_matches(['<', '>', '=']);
                Some((text[..text.len() - number.len()].to_owned(), number.parse().ok()?))
            }
            _ => None,
        });
        let shown = tokens.into_iter().filter(|token| !matches!(token, Token::Condition(_)));
        Section { tokens: shown.collect(), condition }
    }

    /// Whether its own condition holds; none where it has none.
    fn holds(&self, number: f64) -> Option<bool> {
        let (sign, other) = self.condition.as_ref()?;
        Some(match sign.as_str() {
            "<" => number < *other,
            "<=" => number <= *other,
            ">" => number > *other,
            ">=" => number >= *other,
            "<>" => number != *other,
            _ => number == *other,
        })
    }

    /// Whether it shows a day or an hour.
    pub(super) fn is_date(&self) -> bool {
        self.tokens.iter().any(|token| matches!(token, Token::Date(..) | Token::Elapsed(_)))
    }

    /// Whether it shows anything of a number.
    pub(super) fn shows(&self) -> bool {
        let shows =
            |token: &Token| !matches!(token, Token::Literal(_) | Token::Comma | Token::Half);
        self.tokens.iter().any(shows)
    }
}

/// The section for a number, and whether it says by itself that the number is below zero.
pub(super) fn chosen(sections: &[Section], number: f64) -> Option<(&Section, bool)> {
    if sections.iter().any(|section| section.condition.is_some()) {
        let mut all = sections.iter();
        let found = all.find(|section| section.holds(number).unwrap_or(true));
        return found.map(|section| (section, false));
    }
    match (sections, number) {
        ([_, below, ..], number) if number < 0.0 => Some((below, true)),
        ([_, _, zero, ..], 0.0) => Some((zero, false)),
        ([first, ..], _) => Some((first, false)),
        ([], _) => None,
    }
}
