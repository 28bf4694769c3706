//! Who bears a part of a cost, and how that is written beside the amount.

use rust_decimal::Decimal;

use crate::text::fold::name_key;
use crate::tree;
use crate::value::own::Own;

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

/// The shares that follow an amount: `34 522 € 50% subvention ; 35% bénévolat`.
pub(super) fn split_shares(text: &str) -> (&str, Vec<Share>) {
    let Some(percent) = text.find('%') else {
        return (text, Vec::new());
    };
    let before = text[..percent]
        .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | ' '));
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
    if name_key(from).starts_with("tva") || from.contains('%') {
        return None;
    }
    let from = Some(from.to_owned()).filter(|from| !from.is_empty());
    Some(Share { from, part: ShareAmount::Percent(percent), own: Vec::new() })
}
