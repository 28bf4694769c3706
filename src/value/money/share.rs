//! Who bears a part of a cost, and how that is written beside the amount.

use rust_decimal::Decimal;

use crate::lang::text;
use crate::text::pattern::{SPACE, phrases};
use crate::tree;
use crate::value::list::kind::{Kind, WHOLE};
use crate::value::list::{ListItem, Piece};
use crate::value::own::Own;
use crate::value::parsed::Parsed;
use crate::value::quantity::strip_any;

/// Who bears a part of the cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    pub from: Option<String>,
    pub part: ShareAmount,
    pub own: Own,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ShareAmount {
    /// Of the whole, from 0 to 100.
    Percent(Decimal),
    /// In the currency of the cost.
    Amount(Decimal),
}

impl ListItem for Share {
    const KIND: &'static Kind = &WHOLE;

    fn named(text: &str) -> Share {
        Share {
            from: Some(text.to_owned()),
            part: ShareAmount::Percent(Decimal::ZERO),
            own: Own::new(),
        }
    }

    fn read(piece: &Piece) -> Parsed<Share> {
        match share(&piece.text) {
            Some(share) => Parsed::Exact(share),
            None => Parsed::invalid(text!("missing amount", "il manque le montant")),
        }
    }
}

/// The shares that follow an amount: `34 522 € 50% subvention ; 35% bénévolat`, in parentheses or
/// not.
pub(super) fn split_shares(text: &str) -> (&str, Vec<Share>) {
    let Some(percent) = text.find('%') else {
        return (text, Vec::new());
    };
    let before = text[..percent]
        .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | ' '));
    let start = text[before.len()..percent]
        .find(|c: char| c.is_ascii_digit())
        .map_or(percent, |at| before.len() + at);
    let (head, listed) = match before.strip_suffix('(') {
        Some(head) => (head, text[start..].trim_end_matches(['.', ' ']).strip_suffix(')')),
        None => (&text[..start], Some(&text[start..])),
    };
    let parts = listed.unwrap_or("").split([';', '\n', '•']).flat_map(|part| {
        // A comma sets shares apart only where each of its sides is one.
        let split = part.split(',').all(|piece| piece.contains('%'));
        let pieces: Vec<&str> = if split { part.split(',').collect() } else { vec![part] };
        pieces.into_iter().map(str::trim).filter(|piece| !piece.is_empty())
    });
    let funded = |share: &Share| share.from.as_deref().is_some_and(is_funder);
    let shares: Option<Vec<Share>> = parts.map(|part| share(part).filter(funded)).collect();
    match shares {
        Some(shares) if !shares.is_empty() && before.chars().any(|c| c.is_ascii_digit()) => {
            (head.trim_end_matches([' ', '-', '–', '—', ':']), shares)
        }
        _ => (text, Vec::new()),
    }
}

/// Words that name a tax, a payment or a discount behind a percentage, never who pays.
const NO_FUNDER: [&str; 30] = [
    "tva",
    "vat",
    "a la",
    "a l'",
    "au",
    "a",
    "de",
    "du",
    "d'",
    "des",
    "sur",
    "avant",
    "apres",
    "acompte",
    "arrhes",
    "solde",
    "versement",
    "remise",
    "rabais",
    "deposit",
    "discount",
    "on",
    "upon",
    "upfront",
    "en",
    "in",
    "at",
    "fin",
    "debut",
    "reste",
];

/// Whether the words behind a percentage may name who bears it.
fn is_funder(from: &str) -> bool {
    let closes = from.matches(')').count() > from.matches('(').count();
    from.chars().any(char::is_alphabetic) && !closes && strip_any(from, &NO_FUNDER).is_none()
}

/// The pattern of a text that is one share.
pub fn share_pattern() -> String {
    let spaces = format!("{SPACE}*");
    let tax = phrases(["tva", "vat"]);
    let by = phrases(["par", "by"]);
    format!("{spaces}[0-9 ]*[0-9](?:[.,][0-9]+)?{spaces}%(?![ :,.-]*(?:{by}{spaces})?{tax})[^%]*")
}

/// Reads one share: `50 % subvention`.
pub fn share(text: &str) -> Option<Share> {
    let (number, from) = text.split_once('%')?;
    let percent = tree::number(&number.trim().replace(',', ".").replace(' ', ""))?;
    let from = from.trim_matches([' ', ':', '-', ',', '.']);
    let from = strip_any(from, &["par", "by"]).unwrap_or(from).trim_start();
    if strip_any(from, &["tva", "vat"]).is_some() || from.contains('%') {
        return None;
    }
    let from = Some(from.to_owned()).filter(|from| !from.is_empty());
    Some(Share { from, part: ShareAmount::Percent(percent), own: Vec::new() })
}
