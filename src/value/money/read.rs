//! How people write money: `9500€HT`, `9,5 k€`, `34 522€ (estimé)`, `gratuit`.

use rust_decimal::Decimal;

use crate::lang::choice::Choice;
use crate::lang::{Text, phrase, text};
use crate::text::fold::fold_letters;
use crate::tree;
use crate::value::money::{Cost, Currency, Part, Share, Tax, tax};
use crate::value::parsed::{Reading, Refusal, normalise, says_nothing};

/// Reads the whole of what a project cost.
pub fn read(text: &str) -> Reading<Cost> {
    let text = normalise(text);
    let folded = fold_letters(&text);
    if says_nothing(&text) {
        return Reading::Missing;
    }
    if matches!(
        folded.as_str(),
        "gratuit" | "gratuite" | "benevole" | "benevolat" | "offert" | "offerte" | "free"
    ) {
        return Reading::Clear(Cost { amount: Some(Decimal::ZERO), ..Cost::default() });
    }
    if let Some(refusal) = no_single_amount(&text, &folded) {
        return Reading::Refused(refusal);
    }
    let (head, shares) = split_shares(&text);
    let Some(start) = head.find(|c: char| c.is_ascii_digit()) else {
        // `TVA non applicable` says the tax and no amount.
        return match Tax::read(head) {
            Some(Tax::Exempt) => Reading::Clear(Cost { tax: Some(Tax::Exempt), ..Cost::default() }),
            _ => unreadable(),
        };
    };
    let (before, number) = head.split_at(start);
    if before.trim_end().ends_with(['-', '–']) {
        return Reading::refused(text!("negative amount", "montant négatif"));
    }
    let (digits, after) = number.split_at(number_length(number));
    let (scale, after) = magnitude(after);
    let mut beside = Beside::default();
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
        Reading::Refused(refusal) => Reading::Refused(Refusal {
            suggestion: refusal.suggestion.map(|amount| beside.around(&amount)),
            ..refusal
        }),
        reading if rest.is_empty() => reading.map(cost),
        Reading::Clear(amount)
            if money
                && !after
                    .trim_start_matches(['€', '$', '£'])
                    .starts_with(|c: char| c.is_ascii_digit()) =>
        {
            Reading::Partly { value: cost(amount), rest }
        }
        _ => Reading::refused(phrase!(
            "`{rest}` not understood next to the amount",
            "`{rest}` n'est pas compris à côté du montant",
            rest,
        )),
    }
}

/// Reads an amount alone: digits with separators, no currency and no tax.
pub fn amount(text: &str) -> Reading<Decimal> {
    let digits =
        !text.is_empty() && text.len() <= 12 && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(number) = tree::number(text).filter(|_| digits) {
        return Reading::Clear(number);
    }
    let text = normalise(text);
    if says_nothing(&text) {
        Reading::Missing
    } else {
        amount_in(text.trim_end_matches(['€', ' ']), Decimal::ONE)
    }
}

/// How far the number goes at the beginning of a text: digits, and what sets them apart where a
/// digit follows.
fn number_length(text: &str) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let digit_next = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let inside = c.is_ascii_digit() || matches!(c, ' ' | '.' | ',' | '\'') && digit_next;
        if !inside {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// A range, a rate or a sum: money, but no single amount.
fn no_single_amount(text: &str, folded: &str) -> Option<Refusal> {
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

/// What is said beside the digits.
#[derive(Clone, Copy, Default)]
struct Beside {
    estimated: bool,
    tax: Option<Tax>,
    currency: Option<Currency>,
    /// Whether the currency stood before the amount.
    before: bool,
}

const ESTIMATES: [&str; 7] = ["estimée", "estimé", "estimation", "environ", "à peu près", "~", "≈"];

const SIGNS: [(&str, &str); 7] = [
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("$", "USD"),
    ("francs suisses", "CHF"),
    ("fr.", "CHF"),
];

impl Beside {
    /// Takes the words that are understood from the beginning of a text, one after the other, and
    /// gives what is left: the first that is not, with all behind it.
    fn take(&mut self, text: &str) -> String {
        let mut rest = text.trim_matches(SPACE);
        while !rest.is_empty() {
            match self.one(rest) {
                Some(after) => rest = after.trim_matches(SPACE),
                None => break,
            }
        }
        rest.to_owned()
    }

    /// Takes one word from the beginning of a text; what a second tax or currency says is left.
    fn one<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        if let Some((inside, after)) = text.strip_prefix('(').and_then(|text| text.split_once(')'))
        {
            let mut within = Beside { ..*self };
            let whole = within.take(inside).is_empty();
            return whole.then(|| {
                *self = within;
                after
            });
        }
        if let Some(after) = ESTIMATES.iter().find_map(|word| behind(text, word)) {
            self.estimated = true;
            return Some(after);
        }
        if self.tax.is_none()
            && let Some((after, tax)) =
                tax::WORDS.iter().find_map(|(word, tax)| Some((behind(text, word)?, *tax)))
        {
            self.tax = Some(tax);
            return Some(after);
        }
        if self.currency.is_none()
            && let Some((after, code)) =
                SIGNS.iter().find_map(|(word, code)| Some((behind(text, word)?, *code)))
        {
            self.currency = Currency::read(code);
            return Some(after);
        }
        // The dash of `500.-` stands for no cents.
        if let Some(after) = text.strip_prefix(".-").or_else(|| text.strip_prefix('-')) {
            return Some(after);
        }
        let code = text.get(..3).filter(|_| self.currency.is_none())?;
        let after = &text[3..];
        self.currency =
            Some(Currency::read(code).filter(|_| !after.starts_with(char::is_alphanumeric))?);
        Some(after)
    }

    /// An amount with the currency and the tax that stood beside it.
    fn around(&self, amount: &str) -> String {
        let currency = match self.currency {
            Some(Currency::EUR) | None => "€",
            Some(currency) => currency.code(),
        };
        match self.tax {
            Some(tax) => format!("{amount} {currency} {}", tax.code()),
            None => format!("{amount} {currency}"),
        }
    }
}

/// What may stand between the words.
const SPACE: [char; 4] = [' ', ',', ';', ':'];

/// What stands behind a word at the beginning of a text, in any case; no letter may follow it.
fn behind<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for wanted in word.chars() {
        let found = rest.next()?;
        if !found.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    let rest = rest.as_str();
    let wordlike = word.ends_with(char::is_alphabetic);
    (!wordlike || !rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

/// The thousands or millions that a letter after the digits means.
fn magnitude(after: &str) -> (Decimal, &str) {
    let trimmed = after.trim_start();
    let alone = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    match trimmed.strip_prefix(['k', 'K']) {
        Some(rest) if alone(rest) => return (Decimal::ONE_THOUSAND, rest),
        _ => {}
    }
    match trimmed.strip_prefix('M') {
        Some(rest) if alone(rest) => (Decimal::ONE_THOUSAND * Decimal::ONE_THOUSAND, rest),
        _ => (Decimal::ONE, after),
    }
}

/// Reads digits with their separators, times a magnitude.
fn amount_in(digits: &str, scale: Decimal) -> Reading<Decimal> {
    let digits = digits.trim();
    if digits.starts_with(['-', '–']) {
        return Reading::refused(text!("negative amount", "montant négatif"));
    }
    let scaled = |text: &str| {
        let number = tree::number(text).filter(|_| text.len() <= 20)?;
        if scale == Decimal::ONE {
            Some(number)
        } else {
            number.checked_mul(scale).map(|number| number.normalize())
        }
    };
    let plain = |text: &str| match scaled(text) {
        Some(number) => Reading::Clear(number),
        None => unreadable(),
    };
    let bare: String = digits.chars().filter(|c| !matches!(c, ' ' | '\'')).collect();
    if bare.is_empty() || !spaces_right(digits) {
        let joined = bare.replace(['.', ','], "");
        let suggestion = (!joined.is_empty()).then_some(joined);
        return if bare.is_empty() {
            unreadable()
        } else {
            Reading::Refused(refusal(
                text!("misplaced spaces in the number", "espaces mal placées dans le nombre"),
                suggestion,
            ))
        };
    }
    let marks: Vec<(usize, char)> =
        bare.char_indices().filter(|(_, c)| matches!(c, '.' | ',')).collect();
    let spaced = bare.len() < digits.len();
    match marks.as_slice() {
        [] => plain(&bare),
        [(at, mark)] => {
            let (whole, fraction) = (&bare[..*at], &bare[at + 1..]);
            let thousands = fraction.len() == 3
                && (1..=3).contains(&whole.len())
                && whole != "0"
                && !spaced
                && scale == Decimal::ONE;
            match (thousands, mark) {
                (true, '.') => match scaled(&format!("{whole}{fraction}")) {
                    Some(value) => Reading::Doubtful {
                        reason: phrase!(
                            "dot read as a thousands separator: {value}",
                            "point lu comme séparateur de milliers : {value}",
                            value,
                        ),
                        value,
                    },
                    None => unreadable(),
                },
                (true, _) => Reading::Refused(Refusal {
                    ambiguous: true,
                    reason: phrase!(
                        "{whole}{fraction}, or {whole}.{fraction}?",
                        "{whole}{fraction}, ou {whole} virgule {fraction} ?",
                        whole,
                        fraction,
                    ),
                    suggestion: Some(format!("{whole}{fraction}")),
                }),
                (false, _) if whole.is_empty() || fraction.is_empty() => unreadable(),
                (false, _) => plain(&format!("{whole}.{fraction}")),
            }
        }
        [first, .., (last, mark)] => {
            // The last separator is the decimal one, if the others are another.
            let (whole, fraction) = (&bare[..*last], &bare[last + 1..]);
            let groups: Vec<&str> = whole.split(first.1).collect();
            let right = groups.iter().skip(1).all(|group| group.len() == 3) && groups[0].len() <= 3;
            match first.1 == *mark {
                true if right && fraction.len() == 3 => plain(&bare.replace(*mark, "")),
                false if right && !fraction.is_empty() => {
                    plain(&format!("{}.{fraction}", groups.concat()))
                }
                _ => unreadable(),
            }
        }
    }
}

/// Whether spaces stand only where thousands are set apart.
fn spaces_right(digits: &str) -> bool {
    let whole = digits.split([',', '.']).next().unwrap_or(digits);
    let groups: Vec<&str> = whole.split([' ', '\'']).filter(|group| !group.is_empty()).collect();
    groups.len() <= 1
        || groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3)
        || digits.contains('.') && groups.len() == 1
}

/// The shares that follow an amount: `34 522 € 50% subvention ; 35% bénévolat`.
fn split_shares(text: &str) -> (&str, Vec<Share>) {
    let Some(percent) = text.find('%') else {
        return (text, Vec::new());
    };
    let number = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | ' ');
    let before = text[..percent].trim_end_matches(number);
    let start = text[before.len()..percent]
        .find(|c: char| c.is_ascii_digit())
        .map_or(percent, |at| before.len() + at);
    let parts = text[start..].split([';', '\n', '•']).flat_map(|part| {
        // A comma sets shares apart only where each of its sides is one.
        let split = part.split(',').all(|piece| piece.contains('%'));
        let pieces: Vec<&str> = if split { part.split(',').collect() } else { vec![part] };
        pieces.into_iter().map(str::trim).filter(|piece| !piece.is_empty())
    });
    let shares: Option<Vec<Share>> = parts.map(share).collect();
    match shares {
        Some(shares) if before.chars().any(|c| c.is_ascii_digit()) => (&text[..start], shares),
        _ => (text, Vec::new()),
    }
}

/// Reads one share: `50 % subvention`.
pub fn share(text: &str) -> Option<Share> {
    let (number, from) = text.split_once('%')?;
    let percent = tree::number(&number.trim().replace(',', ".").replace(' ', ""))?;
    let from = from.trim_matches([' ', ':', '-', ',', '.']);
    if fold_letters(from).starts_with("tva") || from.contains('%') {
        return None;
    }
    let from = Some(from.to_owned()).filter(|from| !from.is_empty());
    Some(Share { from, part: Part::Percent(percent), own: Vec::new() })
}

fn unreadable<T>() -> Reading<T> {
    Reading::refused(text!("not an amount", "ce n'est pas un montant"))
}

fn refusal(reason: Text, suggestion: Option<String>) -> Refusal {
    Refusal { ambiguous: false, reason: reason.into(), suggestion }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

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
            match read(text) {
                Reading::Clear(cost) => assert_eq!(shape(&cost), expected, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn shares_follow_the_amount() {
        let text = "34 522€ (estimé) 50% subvention ; 35% bénévolat ; 10,5% commune ; 4,5% dons";
        let Reading::Clear(cost) = read(text) else {
            panic!("{:?}", read(text));
        };
        assert_eq!(shape(&cost), "~34522 EUR");
        let shares: Vec<String> = cost.shares.iter().map(|share| format!("{share:?}")).collect();
        assert_eq!(shares.len(), 4, "{shares:?}");
        assert_eq!(cost.shares[0].from.as_deref(), Some("subvention"));
        assert_eq!(cost.shares[2].part, Part::Percent("10.5".parse().expect("a number")));
    }

    #[test]
    fn shares_may_be_set_apart_by_commas_and_an_exemption_needs_no_amount() {
        let cost = read("34 522€ 50% subvention, 35% bénévolat, 15 % fonds propres")
            .value()
            .expect("money");
        assert_eq!(cost.shares.len(), 3, "{cost:?}");
        let cost = read("TVA non applicable").value().expect("a tax");
        assert_eq!((cost.amount, cost.tax), (None, Some(Tax::Exempt)));
        assert_eq!(share("50 % Ville").and_then(|share| share.from).as_deref(), Some("Ville"));
        assert_eq!(share("beaucoup"), None);
    }

    #[test]
    fn nothing_is_not_zero() {
        for text in ["", " ", "-", "?", "NC", "à définir"] {
            assert_eq!(read(text), Reading::Missing, "{text}");
        }
    }

    #[test]
    fn a_doubt_is_told() {
        let Reading::Doubtful { value, .. } = read("9.500 €") else {
            panic!("{:?}", read("9.500 €"));
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
            match read(text) {
                Reading::Refused(refusal) => {
                    assert_eq!(
                        (refusal.reason.en.as_str(), refusal.ambiguous),
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
            match read(text) {
                Reading::Partly { value, rest } => {
                    assert_eq!((shape(&value).as_str(), rest.as_str()), (expected, left))
                }
                other => panic!("{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn what_the_amount_cannot_hold_is_the_rest() {
        let Reading::Partly { value, rest } = read("9500 € HT pour la phase 1") else {
            panic!("{:?}", read("9500 € HT pour la phase 1"));
        };
        assert_eq!((shape(&value), rest.as_str()), ("9500 EUR HT".to_owned(), "pour la phase 1"));
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC{0,40}|[0-9 .,'€k%;-]{0,60}") {
            let _ = read(&text);
            let _ = amount(&text);
        }
    }
}
