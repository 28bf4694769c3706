//! How single values are taken out of a tree, each in its type.

use rust_decimal::Decimal;

use crate::finding::{Finding, Fix, Lint};
use crate::lang::choice::{self, Choice, ChoiceValue};
use crate::lang::{Text, phrase, text};
use crate::sheet::codes::{BAD_AMOUNT, BAD_IDENTIFIER, BAD_NUMBER, LOST_LEADING_ZERO};
use crate::sheet::decode::Members;
use crate::sheet::decode::decoder::{ChildPath, Decoder};
use crate::sheet::decode::report::{EXPECTED_ONE, EXPECTED_TEXT};
use crate::sheet::fields;
use crate::sheet::shape::Shape;
use crate::tree;
use crate::value::count::PEOPLE;
use crate::value::parsed::{Parsed, normalise, says_nothing};
use crate::value::{count, money, quantity};
use crate::yaml::node::Node;

impl Decoder<'_> {
    /// A text, without spaces at its ends.
    pub fn text(&mut self, at: &Members, key: &str) -> Option<String> {
        let node = at.present(key)?;
        self.text_of(node, ChildPath::Key(key)).map(str::to_owned)
    }

    /// A value that is written as text and has its own reading.
    pub fn value<T>(
        &mut self,
        at: &Members,
        key: &str,
        lint: &'static Lint,
        read: impl FnOnce(&str) -> Parsed<T>,
    ) -> Option<T> {
        let node = at.present(key)?;
        let text = self.scalar(node, ChildPath::Key(key))?;
        self.accept(node, ChildPath::Key(key), lint, read(text))
    }

    /// A whole number of what the row of the field counts.
    pub fn number(&mut self, at: &Members, key: &str) -> Option<u64> {
        let node = at.present(key)?;
        let text = self.scalar(node, ChildPath::Key(key))?;
        let reading = count::plain(text).map(Parsed::Exact).unwrap_or_else(|| {
            let unit = match self.shape(key) {
                Some(Shape::Count(unit)) => unit,
                _ => &PEOPLE,
            };
            count::parse(text, unit)
        });
        self.accept(node, ChildPath::Key(key), &BAD_NUMBER, reading)
    }

    /// What may be written for a key of the value that is being read, by the table.
    fn shape(&self, key: &str) -> Option<Shape> {
        fields::shape_at(&self.path(ChildPath::Key(key)))
    }

    /// A number that is not negative: one of YAML as it is, a text as people write it.
    pub fn decimal(&mut self, at: &Members, key: &str) -> Option<Decimal> {
        self.decimal_by(at, key, &BAD_NUMBER, quantity::amount)
    }

    /// An amount of money.
    pub fn amount(&mut self, at: &Members, key: &str) -> Option<Decimal> {
        self.decimal_by(at, key, &BAD_AMOUNT, money::amount)
    }

    fn decimal_by(
        &mut self,
        at: &Members,
        key: &str,
        lint: &'static Lint,
        read: fn(&str) -> Parsed<Decimal>,
    ) -> Option<Decimal> {
        let node = at.present(key)?;
        let text = self.scalar(node, ChildPath::Key(key))?;
        let number =
            tree::number(text).filter(|number| node.is_plain() && *number >= Decimal::ZERO);
        let reading = number.map_or_else(|| read(text), Parsed::Exact);
        self.accept(node, ChildPath::Key(key), lint, reading)
    }

    /// Degrees of latitude or longitude, up to the limit that the row of the field gives.
    pub fn degrees(&mut self, at: &Members, key: &str) -> Option<Decimal> {
        at.present(key)?;
        let limit = fields::find(&self.path(ChildPath::Key(key)))?.more.degrees?;
        let before = self.findings.len();
        let degrees = self.value(at, key, &BAD_NUMBER, |text| match quantity::signed(text) {
            Parsed::Exact(degrees) if degrees.abs() > limit.into() => Parsed::invalid(phrase!(
                "expected -{limit} to {limit}",
                "un nombre de -{limit} à {limit} est attendu",
                limit,
            )),
            reading => reading,
        });
        self.advise(before, &BAD_NUMBER, DEGREES);
        degrees
    }

    /// Keeps a member that says again, or otherwise, what another one says.
    pub fn reject_duplicate(&mut self, at: &Members, key: &str) {
        if let Some(node) = at.present(key) {
            self.wrong_type(node, ChildPath::Key(key), EXPECTED_ONE);
        }
    }

    /// Yes or no; no where nothing is written.
    pub fn flag(&mut self, at: &Members, key: &str) -> bool {
        self.coded(at, key, |text| match text.to_lowercase().as_str() {
            "true" | "yes" | "oui" => Some(true),
            "false" | "no" | "non" => Some(false),
            _ => None,
        })
        .unwrap_or_default()
    }

    /// One of a few words.
    pub fn choice<C: Choice>(&mut self, at: &Members, key: &str) -> Option<C> {
        self.choice_by(at, key, choice::parse)
    }

    /// One of a few words, which has its own reading.
    pub fn choice_by<C: Choice>(
        &mut self,
        at: &Members,
        key: &str,
        read: fn(&str) -> Option<C>,
    ) -> Option<C> {
        let node = at.present(key)?;
        self.one_of(node, key, ChoiceValue::all::<C>, read)
    }

    /// A value that a code stands for.
    pub fn coded<T>(
        &mut self,
        at: &Members,
        key: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let node = at.present(key)?;
        self.one_of(node, key, Vec::new, read)
    }

    /// What a text stands for that is one of a few words; nothing where it says that it is not
    /// known.
    fn one_of<T>(
        &mut self,
        node: &Node,
        key: &str,
        choices: fn() -> Vec<ChoiceValue>,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let written = self.scalar(node, ChildPath::Key(key))?;
        let text = normalise(written);
        let found = read(&text);
        if found.is_none() && !says_nothing(&text) {
            self.bad_choice(node, ChildPath::Key(key), written, &choices());
        }
        found
    }

    /// An official code: text of the form that the table names, in which a leading zero counts.
    pub fn code(&mut self, at: &Members, key: &str) -> Option<String> {
        let text = self.text(at, key)?;
        let Some(Shape::Code(code)) = self.shape(key) else {
            return Some(text);
        };
        let node = at.present(key)?;
        let reported = self.findings.last().is_some_and(|last| last.span == node.span);
        match code.check(&text) {
            Ok(()) => {}
            Err(_) if reported => {}
            Err(refusal) if node.is_plain() && refusal.suggestion.is_some() => {
                self.refuse(node, &LOST_LEADING_ZERO, refusal);
            }
            Err(refusal) => self.refuse(node, &BAD_IDENTIFIER, refusal),
        }
        Some(text)
    }

    pub(super) fn text_of<'n>(&mut self, node: &'n Node, at: ChildPath) -> Option<&'n str> {
        let text = trim(self.scalar(node, at)?);
        let zero_led = text.len() > 1 && text.as_bytes()[0] == b'0';
        if zero_led && node.is_plain() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            let label = text!("read as a number", "lu comme un nombre");
            let help = phrase!(
                "put it in quotation marks: \"{text}\"",
                "mettez-le entre guillemets : \"{text}\"",
                text,
            );
            let finding = Finding::new(&LOST_LEADING_ZERO, node.span, label).with_help(help);
            self.findings.push(finding.with_fix(Fix::Text(node.span, format!("\"{text}\""))));
        }
        Some(text)
    }

    pub(super) fn scalar<'n>(&mut self, node: &'n Node, at: ChildPath) -> Option<&'n str> {
        let text = node.text();
        if text.is_none() {
            self.wrong_type(node, at, EXPECTED_TEXT);
        }
        text
    }
}

const DEGREES: Text = text!("write degrees, e.g. 46.1", "écrivez des degrés, par exemple 46,1");

/// A text without spaces at its ends; most have none.
#[inline]
fn trim(text: &str) -> &str {
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::sheet::decode::decode;
    use crate::sheet::part::{Need, Part};
    use crate::text::Source;
    use crate::yaml::parse::parse;

    /// The codes reported of a value that stands alone under a key.
    fn reported(key: &str, value: &str) -> Vec<&'static str> {
        let text = match key.split_once('.') {
            Some((group, key)) => format!("{group}: {{{key}: {value}}}\n"),
            None => format!("{key}: {value}\n"),
        };
        let source = Source::of("a.yaml", text);
        let parsed = parse(&source).expect("YAML");
        let findings = decode("a", &parsed.node, NaiveDate::default()).findings;
        findings.iter().map(|finding| finding.lint.code).collect()
    }

    /// What the table says of a value is what the decoder does with it.
    #[test]
    fn a_count_takes_the_words_of_its_row() {
        for field in fields::written() {
            let Shape::Count(unit) = field.shape else { continue };
            for word in unit.words {
                let doubts = reported(field.key, &format!("\"12 {word}\""));
                assert!(!doubts.contains(&"uncertain-value"), "{} {word}", field.key);
                assert!(!doubts.contains(&"bad-number"), "{} {word}", field.key);
            }
        }
    }

    #[test]
    fn a_number_is_read_by_what_it_counts() {
        for (key, value, code) in [
            ("territory.latitude", "91", Some("bad-number")),
            ("territory.longitude", "-180.5", Some("bad-number")),
            ("territory.latitude", "\"−4,5\"", None),
            ("territory.longitude", "\"46,123\"", None),
            ("cost.amount", "12.345", None),
            ("cost.amount", "\"12.345\"", Some("uncertain-value")),
            ("cost.amount", "9 500 € HT", Some("bad-amount")),
            ("cost.amount", "-500", Some("bad-amount")),
            ("cost.amount", "9 500 €", None),
            ("effort.hours", "\"1.200\"", Some("uncertain-value")),
            ("effort.days", "-3", Some("bad-number")),
            ("effort.days", "\"1 2\"", Some("bad-number")),
            ("cost", "{amount: 5, currency: €}", None),
            ("cost", "{amount: 5, currency: FRF}", Some("bad-choice")),
        ] {
            let reported = reported(key, value);
            let named = ["bad-number", "bad-amount", "uncertain-value", "bad-choice"];
            let found = reported.iter().copied().find(|code| named.contains(code));
            assert_eq!(found, code, "{key}: {value}: {reported:?}");
        }
    }

    #[test]
    fn a_code_is_checked_as_its_row_says() {
        let mut checked = 0;
        for field in fields::written() {
            if matches!(field.shape, Shape::Code(_)) {
                assert!(reported(field.key, "\"?!\"").contains(&"bad-identifier"), "{}", field.key);
                checked += 1;
            }
            let required = |part: &&Part| part.need == Need::Always;
            let others: String = field
                .shape
                .parts()
                .iter()
                .filter(required)
                .map(|p| format!("{}: A, ", p.key))
                .collect();
            for part in
                field.shape.parts().iter().filter(|part| matches!(part.shape, Shape::Code(_)))
            {
                let value = format!("[{{{others}{}: \"?!\"}}]", part.key);
                assert!(reported(field.key, &value).contains(&"bad-identifier"), "{}", field.key);
                checked += 1;
            }
        }
        assert!(checked >= 4, "{checked}");
    }
}
