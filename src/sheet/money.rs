//! What a project cost: an exact amount, its currency, its tax, what it measures.

mod read;
mod tax;

use rust_decimal::Decimal;

use crate::lang::{Lang, number};
use crate::sheet::Own;
use crate::sheet::choice::{Choice, choices};
use crate::sheet::value::{Record, Value};
use crate::tree::Tree;

pub use read::{amount, read, share};

/// A currency: the alphabetic code of ISO 4217.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(&'static str);

/// The active codes of ISO 4217, without funds and metals. Source: SIX, list one, 2024.
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD \
    BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP \
    GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR \
    KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN \
    MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR \
    SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD \
    UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

impl Currency {
    pub const EUR: Currency = Currency("EUR");

    /// Reads a code, in any case.
    pub fn read(text: &str) -> Option<Currency> {
        let code =
            CODES.split_ascii_whitespace().find(|code| code.eq_ignore_ascii_case(text.trim()))?;
        Some(Currency(code))
    }

    pub fn code(self) -> &'static str {
        self.0
    }
}

impl Default for Currency {
    fn default() -> Currency {
        Currency::EUR
    }
}

choices! {
    /// Whether an amount holds the tax.
    Tax {
        Ht: "HT", "excl. VAT (HT)", "HT";
        Ttc: "TTC", "incl. VAT (TTC)", "TTC";
        Exempt: "exempt", "VAT-exempt", "exonéré";
    }
}

choices! {
    /// What an amount measures; amounts of different bases are never added up.
    Basis {
        Invoiced: "invoiced", "invoiced", "facturé";
        Budget: "budget", "budget", "budget";
        Valued: "valued", "valued", "valorisé";
    }
}

/// The members of a cost that its text rarely says: who sets the cost by a text keeps them.
pub const SELDOM_SAID: [&str; 2] = ["basis", "shares"];

/// Who bears a part of the cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    pub from: Option<String>,
    pub part: Part,
    pub own: Own,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// Of the whole, from 0 to 100.
    Percent(Decimal),
    /// In the currency of the cost.
    Amount(Decimal),
}

/// The money of a project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cost {
    pub amount: Option<Decimal>,
    pub currency: Currency,
    /// Unknown where it is not stated; never assumed.
    pub tax: Option<Tax>,
    pub basis: Option<Basis>,
    pub estimated: bool,
    pub shares: Vec<Share>,
}

impl Cost {
    /// What the amount measures: what is stated, else what was invoiced.
    pub fn basis(&self) -> Basis {
        self.basis.unwrap_or(Basis::Invoiced)
    }
}

/// The words for an amount: `9 500 €` in French, `€9,500` in English; decimals only where there
/// are some, and then two at least.
pub fn say_amount(amount: Decimal, currency: Currency, lang: Lang) -> String {
    let amount = amount.normalize();
    let digits = match amount.scale() {
        1 => format!("{amount}0"),
        _ => amount.to_string(),
    };
    let number = number::decimal(&digits, lang);
    let sign = match currency.code() {
        "EUR" => "€",
        "GBP" => "£",
        "USD" => "$",
        code => code,
    };
    match (lang, sign.len() > "€".len() || sign.chars().count() > 1) {
        (Lang::Fr, _) => format!("{number}\u{a0}{sign}"),
        (Lang::En, true) => format!("{sign}\u{a0}{number}"),
        (Lang::En, false) => format!("{sign}{number}"),
    }
}

impl Record for Cost {
    fn members(&self) -> Vec<(&'static str, Value<'_>)> {
        let foreign = self.currency != Currency::EUR;
        vec![
            ("amount", Value::number(self.amount)),
            ("currency", if foreign { Value::Text(self.currency.code()) } else { Value::Missing }),
            ("tax", Value::choice(self.tax)),
            ("basis", Value::choice(self.basis)),
            ("estimated", if self.estimated { Value::Flag } else { Value::Missing }),
            ("shares", Value::records(&self.shares)),
        ]
    }

    /// `9 500 € HT`, `≈ 34 522 € (budget)`.
    fn short(&self, lang: Lang) -> String {
        let Some(amount) = self.amount else {
            return self.tax.map(|tax| tax.label().say(lang).to_owned()).unwrap_or_default();
        };
        let mut words = say_amount(amount, self.currency, lang);
        if self.estimated {
            words = format!("≈\u{a0}{words}");
        }
        if let Some(tax) = self.tax {
            words = format!("{words}\u{a0}{}", tax.label().say(lang));
        }
        match self.basis() {
            Basis::Invoiced => words,
            basis => format!("{words} ({})", basis.label().say(lang)),
        }
    }

    fn full(&self, lang: Lang) -> String {
        let shares: Vec<String> = self.shares.iter().map(|share| share.short(lang)).collect();
        if shares.is_empty() {
            self.short(lang)
        } else {
            format!("{}\n{}", self.short(lang), shares.join("\n"))
        }
    }

    fn as_cost(&self) -> Option<&Cost> {
        Some(self)
    }
}

impl Record for Share {
    fn own(&self) -> &[(String, Tree)] {
        &self.own
    }

    fn members(&self) -> Vec<(&'static str, Value<'_>)> {
        let part = match self.part {
            Part::Percent(percent) => ("percent", Value::Number(percent)),
            Part::Amount(amount) => ("amount", Value::Number(amount)),
        };
        vec![("from", Value::text(&self.from)), part]
    }

    fn short(&self, lang: Lang) -> String {
        let part = match self.part {
            Part::Percent(percent) => {
                let number = number::decimal(&percent.normalize().to_string(), lang);
                let space = if lang == Lang::Fr { "\u{a0}" } else { "" };
                format!("{number}{space}%")
            }
            Part::Amount(amount) => number::decimal(&amount.to_string(), lang),
        };
        match &self.from {
            Some(from) => format!("{part} {from}"),
            None => part,
        }
    }
}

#[cfg(test)]
mod tests {
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
            let cost = read(text).value().unwrap_or_else(|| panic!("{text}"));
            assert_eq!(cost.short(Lang::Fr), fr);
            assert_eq!(cost.short(Lang::En), en);
        }
    }
}
