//! What a project cost: an exact amount, its currency, its tax, what it measures.

mod read;
mod tax;

use rust_decimal::Decimal;

use crate::lang::choice::{Choice, choices};
use crate::lang::{Lang, number};
use crate::value::own::Own;

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
