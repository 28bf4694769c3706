//! What money and time worked hold, and how they are said.

use rust_decimal::Decimal;

use crate::lang::choice::Choice;
use crate::lang::{Lang, number, plural};
use crate::tree::Tree;
use crate::value::any::{Record, Value};
use crate::value::effort::Effort;
use crate::value::money::{Basis, Cost, Currency, Share, ShareAmount, format_amount};

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

    fn measure(&self) -> Option<Decimal> {
        self.whole_days()
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
