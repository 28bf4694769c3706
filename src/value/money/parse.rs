//! How people write money: `9500€HT`, `9,5 k€`, `34 522€ (estimé)`, `gratuit`.

use rust_decimal::Decimal;

use crate::lang::{phrase, text};
use crate::value::money::beside::{AmountQualifiers, LABELS};
use crate::value::money::share::split_shares;
use crate::value::money::{Basis, Cost, Tax};
use crate::value::parsed::{ParseError, Parsed, normalise, says_nothing};
use crate::value::quantity::{
    self, Grouping, Number, is_minus, is_number_at, leading, strip_any, unlabelled,
};

/// Words for what costs nothing.
pub(super) const FREE: [&str; 14] = [
    "gratuit",
    "gratuite",
    "gratuits",
    "gratuitement",
    "benevole",
    "benevolat",
    "offert",
    "offerte",
    "a titre gracieux",
    "sans frais",
    "free of charge",
    "free",
    "no charge",
    "pro bono",
];

/// Words for more money.
pub(super) const UNITS: [&str; 9] = ["€", "euros", "euro", "eur", "k€", "£", "$", "chf", "ht"];

/// Reads the whole of what a project cost.
pub fn parse(text: &str) -> Parsed<Cost> {
    let text = normalise(text);
    if says_nothing(&text) {
        return Parsed::Empty;
    }
    let bare = unlabelled(&text, &LABELS);
    let free = strip_any(bare, &FREE).map(|rest| rest.trim_matches([' ', '.', '!']));
    if free == Some("") {
        return Parsed::Exact(Cost { amount: Some(Decimal::ZERO), ..Cost::default() });
    }
    let (head, shares) = split_shares(&text);
    let mut beside = AmountQualifiers::default();
    let head = beside.take(head);
    if head.is_empty() && beside.tax == Some(Tax::Exempt) {
        // `TVA non applicable` says the tax and no amount.
        return Parsed::Exact(Cost { tax: beside.tax, ..Cost::default() });
    }
    // `Bénévole (valorisé 3 000 €)`: the amount stands within.
    let opened = head.strip_prefix('(').filter(|_| beside.basis.is_some());
    let head = opened.map_or(head, |inside| beside.take(inside.trim_end_matches([')', '.'])));
    let valued = beside.basis == Some(Basis::Valued);
    if free.is_some() && !(valued && is_number_at(head)) {
        return Parsed::invalid(quantity::CONDITION);
    }
    let start =
        if is_number_at(head) { 0 } else { head.find(|c: char| c.is_ascii_digit()).unwrap_or(0) };
    let (before, number) = head.split_at(start);
    let Some(Number { reading, about, rest: after }) = leading(number, Grouping::Guess) else {
        return unreadable();
    };
    if before.ends_with(['.', ',']) {
        return Parsed::invalid(text!(
            "no digit before the decimals",
            "il manque le chiffre avant la virgule"
        ));
    }
    beside.before = beside.currency.is_some();
    let unknown = beside.take(before);
    beside.before |= beside.currency.is_some();
    // A currency before its amount is written in English, where a comma sets thousands apart.
    let english = || leading(number, Grouping::English).map(|english| english.reading);
    let reading = if beside.before { english().unwrap_or(reading) } else { reading };
    let rest = beside.take(after);
    beside.estimated |= about;
    let cost = |amount: Decimal| Cost {
        amount: Some(amount),
        currency: beside.currency.unwrap_or_default(),
        tax: beside.tax,
        basis: beside.basis,
        estimated: beside.estimated,
        shares: shares.clone(),
    };
    if !is_minus(before)
        && is_same_with_other_tax(&beside, rest)
        && let Parsed::Exact(amount) = reading
    {
        return Parsed::Partial { value: cost(amount), rest: rest.to_owned() };
    }
    if let Some(refusal) = quantity::no_single(before, rest, &UNITS) {
        return Parsed::Invalid(refusal);
    }
    let money = beside.currency.is_some() || beside.tax.is_some();
    let left = format!("{unknown} {rest}").trim().to_owned();
    match reading {
        Parsed::Invalid(refusal) => Parsed::Invalid(ParseError {
            suggestion: refusal.suggestion.map(|amount| beside.around(&amount)),
            ..refusal
        }),
        reading if left.is_empty() => reading.map(cost),
        Parsed::Exact(amount) if money && !rest.starts_with(|c: char| c.is_ascii_digit()) => {
            Parsed::Partial { value: cost(amount), rest: left }
        }
        _ => Parsed::invalid(phrase!(
            "`{left}` not understood next to the amount",
            "`{left}` n'est pas compris à côté du montant",
            left,
        )),
    }
}

/// Reads an amount whose currency and tax stand elsewhere.
pub fn amount(text: &str) -> Parsed<Decimal> {
    match quantity::amount(text.trim_end_matches(['€', ' '])) {
        Parsed::Invalid(refusal) => match parse(text) {
            Parsed::Exact(Cost { amount: Some(amount), .. }) => Parsed::Invalid(ParseError {
                ambiguous: false,
                reason: AMOUNT_ALONE.into(),
                suggestion: Some(amount.normalize().to_string()),
            }),
            Parsed::Invalid(ParseError { suggestion: None, reason, .. })
                if refusal.suggestion.is_none() =>
            {
                Parsed::invalid(reason)
            }
            _ => Parsed::Invalid(ParseError { suggestion: None, ..refusal }),
        },
        reading => reading,
    }
}

/// Whether this is the same amount once more, with another tax: `, 11 400 € TTC`.
fn is_same_with_other_tax(beside: &AmountQualifiers, rest: &str) -> bool {
    let rest = rest.trim_start_matches(['/', '=', ' ', '-']);
    let Some(Number { rest, .. }) = leading(rest, Grouping::Guess) else {
        return false;
    };
    let mut other = AmountQualifiers::default();
    let whole = other.take(rest).is_empty();
    whole && beside.tax.is_some() && other.tax.is_some() && other.tax != beside.tax
}

fn unreadable<T>() -> Parsed<T> {
    Parsed::invalid(text!("not an amount", "ce n'est pas un montant"))
}

const AMOUNT_ALONE: crate::lang::Text = text!(
    "write only the number here; currency and tax have their own keys, `currency:` and `tax:`",
    "écrivez ici le nombre seul ; la monnaie et la taxe ont leurs clés, `currency:` et `tax:`",
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lang::Lang;
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
    fn what_is_no_single_amount_is_refused_with_its_reason() {
        for (text, reason, ambiguous) in [
            ("9,500 €", "9500, or 9.500?", true),
            ("600€/jour", "a value per unit; write the total", false),
            ("5000€ + 600€ de matériel", "several values; write the total", false),
            ("95 00€", "misplaced spaces in the number", false),
            ("entre 7000 et 15 000€", "a range; write a single value", false),
            ("7 à 15 k€", "a range; write a single value", false),
            ("7000-15000 €", "a range; write a single value", false),
            ("-500 €", "a negative value", false),
            ("2 x 500 €", "a multiplication; write the result", false),
            ("12€50", "`50` not understood next to the amount", false),
            ("1500 € TTC/an", "a value per unit; write the total", false),
            ("100 €/mois", "a value per unit; write the total", false),
            ("12 ateliers", "`ateliers` not understood next to the amount", false),
            (
                "9.500 € pour la phase 1",
                "`pour la phase 1` not understood next to the amount",
                false,
            ),
            ("beaucoup", "not an amount", false),
            ("HT", "not an amount", false),
            ("€", "not an amount", false),
            (&"9".repeat(300), "not a number", false),
        ] {
            match parse(text) {
                Parsed::Invalid(refusal) => {
                    assert_eq!(
                        (refusal.reason.get(Lang::En), refusal.ambiguous),
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
