//! How people write money: `9500€HT`, `9,5 k€`, `34 522€ (estimé)`, `gratuit`.

use rust_decimal::Decimal;

use crate::lang::{phrase, text};
use crate::text::fold::name_key;
use crate::value::money::amount::{amount_in, magnitude, number_length, refusal, unreadable};
use crate::value::money::beside::AmountQualifiers;
use crate::value::money::share::split_shares;
use crate::value::money::{Cost, Tax};
use crate::value::parsed::{ParseError, Parsed, normalise, says_nothing};

/// Reads the whole of what a project cost.
pub fn parse(text: &str) -> Parsed<Cost> {
    let text = normalise(text);
    let folded = name_key(&text);
    if says_nothing(&text) {
        return Parsed::Empty;
    }
    if matches!(
        folded.as_str(),
        "gratuit" | "gratuite" | "benevole" | "benevolat" | "offert" | "offerte" | "free"
    ) {
        return Parsed::Exact(Cost { amount: Some(Decimal::ZERO), ..Cost::default() });
    }
    if let Some(refusal) = no_single_amount(&text, &folded) {
        return Parsed::Invalid(refusal);
    }
    let (head, shares) = split_shares(&text);
    let Some(start) = head.find(|c: char| c.is_ascii_digit()) else {
        // `TVA non applicable` says the tax and no amount.
        return match Tax::parse(head) {
            Some(Tax::Exempt) => Parsed::Exact(Cost { tax: Some(Tax::Exempt), ..Cost::default() }),
            _ => unreadable(),
        };
    };
    let (before, number) = head.split_at(start);
    if before.trim_end().ends_with(['-', '–']) {
        return Parsed::invalid(text!("negative amount", "montant négatif"));
    }
    let (digits, after) = number.split_at(number_length(number));
    let (scale, after) = magnitude(after);
    let mut beside = AmountQualifiers::default();
    let unknown = beside.take(before);
    beside.before = beside.currency.is_some();
    let rest = beside.take(after);
    let rest = format!("{unknown} {rest}").trim().to_owned();
    let money = beside.currency.is_some() || beside.tax.is_some();
    let cost = |amount: Decimal| Cost {
        amount: Some(amount),
        currency: beside.currency.unwrap_or_default(),
        tax: beside.tax,
        basis: None,
        estimated: beside.estimated,
        shares: shares.clone(),
    };
    // A currency before its amount is written in English, where a comma sets thousands apart.
    let english = beside.before;
    let digits = if english { digits.replace(',', "'") } else { digits.to_owned() };
    match amount_in(&digits, scale) {
        Parsed::Invalid(refusal) => Parsed::Invalid(ParseError {
            suggestion: refusal.suggestion.map(|amount| beside.around(&amount)),
            ..refusal
        }),
        reading if rest.is_empty() => reading.map(cost),
        Parsed::Exact(amount)
            if money
                && !after
                    .trim_start_matches(['€', '$', '£'])
                    .starts_with(|c: char| c.is_ascii_digit()) =>
        {
            Parsed::Partial { value: cost(amount), rest }
        }
        _ => Parsed::invalid(phrase!(
            "`{rest}` not understood next to the amount",
            "`{rest}` n'est pas compris à côté du montant",
            rest,
        )),
    }
}

/// A range, a rate or a sum: money, but no single amount.
fn no_single_amount(text: &str, folded: &str) -> Option<ParseError> {
    let digit_before =
        |at: usize| text[..at].trim_end().ends_with(|c: char| c.is_ascii_digit() || c == '€');
    let digit_after = |at: usize| text[at..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    let between = |mark: &str| {
        text.match_indices(mark).any(|(at, _)| digit_before(at) && digit_after(at + mark.len()))
    };
    if folded.starts_with("entre ")
        || folded.starts_with("de ") && folded.contains(" a ")
        || [" à ", " - ", "-", " – ", "–", " to "].iter().any(|mark| between(mark))
    {
        return Some(refusal(
            text!("a range; write one amount", "une fourchette ; écrivez un seul montant"),
            None,
        ));
    }
    if folded.contains("€/")
        || folded.contains("€ /")
        || folded.contains(" par jour")
        || folded.contains("/jour")
        || folded.contains("/h")
        || folded.contains("/an")
        || folded.contains("/mois")
    {
        return Some(refusal(
            text!("a rate; write the total", "un tarif ; écrivez le total"),
            None,
        ));
    }
    if text.contains('+') {
        return Some(refusal(
            text!("several amounts; write the total", "plusieurs montants ; écrivez le total"),
            None,
        ));
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lang::choice::Choice;
    use crate::value::money::{ShareAmount, amount, share};

    /// What was read, in one line: `9500 EUR HT`, `~34522 EUR`.
    fn shape(cost: &Cost) -> String {
        let about = if cost.estimated { "~" } else { "" };
        let amount = cost.amount.map(|amount| amount.to_string()).unwrap_or_default();
        let tax = cost.tax.map(|tax| format!(" {}", tax.code())).unwrap_or_default();
        format!("{about}{amount} {}{tax}", cost.currency.code())
    }

    #[test]
    fn money_is_read_as_people_write_it() {
        for (text, expected) in [
            ("9500€HT", "9500 EUR HT"),
            ("9 500 € HT", "9500 EUR HT"),
            ("9\u{202f}500\u{a0}€\u{a0}HT", "9500 EUR HT"),
            ("9500 euros H.T.", "9500 EUR HT"),
            ("9 500,00 € hors taxes", "9500.00 EUR HT"),
            ("5510€ TTC", "5510 EUR TTC"),
            ("12 000,50 € TTC", "12000.50 EUR TTC"),
            ("5 000 € net", "5000 EUR exempt"),
            ("5000 € TVA non applicable", "5000 EUR exempt"),
            ("5000 € (exonéré)", "5000 EUR exempt"),
            ("9,5 k€", "9500 EUR"),
            ("9.5k€", "9500 EUR"),
            ("1,2 M€", "1200000 EUR"),
            ("34 522€ (estimé)", "~34522 EUR"),
            ("environ 8000 €", "~8000 EUR"),
            ("~8000€", "~8000 EUR"),
            ("gratuit", "0 EUR"),
            ("Bénévole", "0 EUR"),
            ("offert", "0 EUR"),
            ("0 €", "0 EUR"),
            ("CHF 12'500.-", "12500 CHF"),
            ("CHF 12'500.- HT", "12500 CHF HT"),
            ("9500,- €", "9500 EUR"),
            ("12500 chf", "12500 CHF"),
            ("12,000.50 €", "12000.50 EUR"),
            ("12.000,50 €", "12000.50 EUR"),
            ("9500", "9500 EUR"),
            ("12.50", "12.50 EUR"),
            ("€ 9500", "9500 EUR"),
            ("1.234.567 €", "1234567 EUR"),
        ] {
            match parse(text) {
                Parsed::Exact(cost) => assert_eq!(shape(&cost), expected, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn shares_follow_the_amount() {
        let text = "34 522€ (estimé) 50% subvention ; 35% bénévolat ; 10,5% commune ; 4,5% dons";
        let Parsed::Exact(cost) = parse(text) else {
            panic!("{:?}", parse(text));
        };
        assert_eq!(shape(&cost), "~34522 EUR");
        let shares: Vec<String> = cost.shares.iter().map(|share| format!("{share:?}")).collect();
        assert_eq!(shares.len(), 4, "{shares:?}");
        assert_eq!(cost.shares[0].from.as_deref(), Some("subvention"));
        assert_eq!(cost.shares[2].part, ShareAmount::Percent("10.5".parse().expect("a number")));
    }

    #[test]
    fn shares_may_be_set_apart_by_commas_and_an_exemption_needs_no_amount() {
        let cost = parse("34 522€ 50% subvention, 35% bénévolat, 15 % fonds propres")
            .value()
            .expect("money");
        assert_eq!(cost.shares.len(), 3, "{cost:?}");
        let cost = parse("TVA non applicable").value().expect("a tax");
        assert_eq!((cost.amount, cost.tax), (None, Some(Tax::Exempt)));
        assert_eq!(share("50 % Ville").and_then(|share| share.from).as_deref(), Some("Ville"));
        assert_eq!(share("beaucoup"), None);
    }

    #[test]
    fn nothing_is_not_zero() {
        for text in ["", " ", "-", "?", "NC", "à définir"] {
            assert_eq!(parse(text), Parsed::Empty, "{text}");
        }
    }

    #[test]
    fn a_doubt_is_told() {
        let Parsed::Uncertain { value, .. } = parse("9.500 €") else {
            panic!("{:?}", parse("9.500 €"));
        };
        assert_eq!(shape(&value), "9500 EUR");
    }

    #[test]
    fn what_is_no_single_amount_is_refused_with_its_reason() {
        for (text, reason, ambiguous) in [
            ("9,500 €", "9500, or 9.500?", true),
            ("600€/jour", "a rate; write the total", false),
            ("5000€ + 600€ de matériel", "several amounts; write the total", false),
            ("95 00€", "misplaced spaces in the number", false),
            ("entre 7000 et 15 000€", "a range; write one amount", false),
            ("7 à 15 k€", "a range; write one amount", false),
            ("7000-15000 €", "a range; write one amount", false),
            ("-500 €", "negative amount", false),
            ("2 x 500 €", "`x 500 €` not understood next to the amount", false),
            ("12€50", "`50` not understood next to the amount", false),
            ("1500 € TTC/an", "a rate; write the total", false),
            ("100 €/mois", "a rate; write the total", false),
            ("12 ateliers", "`ateliers` not understood next to the amount", false),
            (
                "9.500 € pour la phase 1",
                "`pour la phase 1` not understood next to the amount",
                false,
            ),
            ("beaucoup", "not an amount", false),
            ("HT", "not an amount", false),
            ("€", "not an amount", false),
            (&"9".repeat(300), "not an amount", false),
        ] {
            match parse(text) {
                Parsed::Invalid(refusal) => {
                    assert_eq!(
                        (refusal.reason.en.as_ref(), refusal.ambiguous),
                        (reason, ambiguous),
                        "{text}"
                    );
                }
                other => panic!("{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn of_two_amounts_the_first_counts_with_its_own_tax() {
        for (text, expected, left) in [
            ("9500€ HT (11400€ TTC)", "9500 EUR HT", "(11400€ TTC)"),
            ("9500€ht soit 11400€ttc", "9500 EUR HT", "soit 11400€ttc"),
        ] {
            match parse(text) {
                Parsed::Partial { value, rest } => {
                    assert_eq!((shape(&value).as_str(), rest.as_str()), (expected, left))
                }
                other => panic!("{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn what_the_amount_cannot_hold_is_the_rest() {
        let Parsed::Partial { value, rest } = parse("9500 € HT pour la phase 1") else {
            panic!("{:?}", parse("9500 € HT pour la phase 1"));
        };
        assert_eq!((shape(&value), rest.as_str()), ("9500 EUR HT".to_owned(), "pour la phase 1"));
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC{0,40}|[0-9 .,'€k%;-]{0,60}") {
            let _ = parse(&text);
            let _ = amount(&text);
        }
    }
}
