//! The currency of an amount: its code, its sign, its name.

use crate::value::quantity::strip_named;

/// A currency: the alphabetic code of ISO 4217.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(&'static str);

/// The active codes of ISO 4217, without funds and metals. Source: SIX, list one, 2024.
pub(super) const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD \
    BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP \
    GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR \
    KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN \
    MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR \
    SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD \
    UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

/// The signs and names that stand for one currency alone, folded.
pub(super) const NAMES: [(&str, Currency); 24] = [
    ("€uros", Currency("EUR")),
    ("€uro", Currency("EUR")),
    ("€", Currency("EUR")),
    ("euros", Currency("EUR")),
    ("euro", Currency("EUR")),
    ("£", Currency("GBP")),
    ("pounds", Currency("GBP")),
    ("livres sterling", Currency("GBP")),
    ("$", Currency("USD")),
    ("us$", Currency("USD")),
    ("$us", Currency("USD")),
    ("$ us", Currency("USD")),
    ("$ ca", Currency("CAD")),
    ("dollars", Currency("USD")),
    ("$ca", Currency("CAD")),
    ("ca$", Currency("CAD")),
    ("c$", Currency("CAD")),
    ("dollars canadiens", Currency("CAD")),
    ("$cad", Currency("CAD")),
    ("sfr.", Currency("CHF")),
    ("fr.", Currency("CHF")),
    ("francs suisses", Currency("CHF")),
    ("swiss francs", Currency("CHF")),
    ("yens", Currency("JPY")),
];

impl Currency {
    pub const EUR: Currency = Currency("EUR");

    /// Reads a code, in any case, a sign or a name.
    pub fn parse(text: &str) -> Option<Currency> {
        let (currency, rest) = Currency::strip(text.trim())?;
        rest.is_empty().then_some(currency)
    }

    /// The currency with which a text begins, and what stands behind it.
    pub(super) fn strip(text: &str) -> Option<(Currency, &str)> {
        if let Some(named) = strip_named(text, &NAMES) {
            return Some(named);
        }
        let (code, rest) = text.split_at_checked(3)?;
        if !code.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return None;
        }
        let code = CODES.split_ascii_whitespace().find(|known| known.eq_ignore_ascii_case(code))?;
        (!rest.starts_with(char::is_alphanumeric)).then_some((Currency(code), rest))
    }

    /// Those that people call by a sign or a name, each once.
    pub fn named() -> impl Iterator<Item = Currency> {
        let first = |at: &usize| !NAMES[..*at].iter().any(|(_, known)| *known == NAMES[*at].1);
        (0..NAMES.len()).filter(first).map(|at| NAMES[at].1)
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
