//! Numbers in words, French and English: `dix-huit`, `deux cent cinquante`, `twenty-five`,
//! `une centaine`.

use rust_decimal::Decimal;

use crate::value::quantity::phrase::{strip_any, strip_named, strip_phrase};

/// A word of a number, by what it adds to it.
#[derive(Clone, Copy)]
pub(super) enum Word {
    Small(u32),
    Ten(u32),
    Times(u32),
    /// So many, more or less: `dizaine`.
    About(u32),
}

use Word::{About, Small, Ten, Times};

pub(super) const WORDS: [(&str, Word); 91] = [
    ("zero", Small(0)),
    ("un", Small(1)),
    ("une", Small(1)),
    ("deux", Small(2)),
    ("trois", Small(3)),
    ("quatre", Small(4)),
    ("cinq", Small(5)),
    ("six", Small(6)),
    ("sept", Small(7)),
    ("huit", Small(8)),
    ("neuf", Small(9)),
    ("dix", Ten(10)),
    ("onze", Small(11)),
    ("douze", Small(12)),
    ("treize", Small(13)),
    ("quatorze", Small(14)),
    ("quinze", Small(15)),
    ("seize", Small(16)),
    ("vingt", Ten(20)),
    ("vingts", Ten(20)),
    ("trente", Ten(30)),
    ("quarante", Ten(40)),
    ("cinquante", Ten(50)),
    ("soixante", Ten(60)),
    ("septante", Ten(70)),
    ("huitante", Ten(80)),
    ("octante", Ten(80)),
    ("nonante", Ten(90)),
    ("cent", Times(100)),
    ("cents", Times(100)),
    ("mille", Times(1_000)),
    ("million", Times(1_000_000)),
    ("millions", Times(1_000_000)),
    ("one", Small(1)),
    ("two", Small(2)),
    ("three", Small(3)),
    ("four", Small(4)),
    ("five", Small(5)),
    ("seven", Small(7)),
    ("eight", Small(8)),
    ("nine", Small(9)),
    ("ten", Ten(10)),
    ("eleven", Small(11)),
    ("twelve", Small(12)),
    ("thirteen", Small(13)),
    ("fourteen", Small(14)),
    ("fifteen", Small(15)),
    ("sixteen", Small(16)),
    ("seventeen", Small(17)),
    ("eighteen", Small(18)),
    ("nineteen", Small(19)),
    ("twenty", Ten(20)),
    ("thirty", Ten(30)),
    ("forty", Ten(40)),
    ("fifty", Ten(50)),
    ("sixty", Ten(60)),
    ("seventy", Ten(70)),
    ("eighty", Ten(80)),
    ("ninety", Ten(90)),
    ("hundred", Times(100)),
    ("thousand", Times(1_000)),
    ("demi-douzaine", About(6)),
    ("huitaine", About(8)),
    ("dizaine", About(10)),
    ("dizaines", About(10)),
    ("douzaine", About(12)),
    ("douzaines", About(12)),
    ("quinzaine", About(15)),
    ("vingtaine", About(20)),
    ("trentaine", About(30)),
    ("quarantaine", About(40)),
    ("cinquantaine", About(50)),
    ("soixantaine", About(60)),
    ("centaine", About(100)),
    ("centaines", About(100)),
    ("millier", About(1_000)),
    ("milliers", About(1_000)),
    ("dozen", About(12)),
    ("dozens", About(12)),
    ("couple", About(2)),
    ("hundred or so", About(100)),
    ("thousand or so", About(1_000)),
    ("bonne dizaine", About(10)),
    ("bonne douzaine", About(12)),
    ("bonne vingtaine", About(20)),
    ("bonne trentaine", About(30)),
    ("bonne centaine", About(100)),
    ("petite dizaine", About(10)),
    ("petite vingtaine", About(20)),
    ("petite trentaine", About(30)),
    ("petite centaine", About(100)),
];

/// Reads the number that words at the beginning of a text spell: its value, whether it is only
/// about, and what stands behind it.
pub(super) fn spelled(text: &str) -> Option<(Decimal, bool, &str)> {
    let mut rest = text;
    // What is above the thousands, what is below, and the last word: what may follow it.
    let (mut whole, mut below, mut last) = (0_u64, 0_u64, None);
    while let Some((word, after)) = word(rest, last) {
        match word {
            Small(number) | Ten(number) if last.is_none_or(|last| follows(last, word)) => {
                // `quatre-vingt` is four times twenty.
                let four = matches!((last, word), (Some(Small(4)), Ten(20)));
                below = if four { below + 76 } else { below + u64::from(number) };
            }
            Times(100) if below < 100 => below = below.max(1) * 100,
            Times(scale) if last.is_some() || scale == 1_000 => {
                whole = whole.checked_add(below.max(1).checked_mul(scale.into())?)?;
                below = 0;
            }
            About(number) if last.is_some() => {
                let value = below.max(1).checked_mul(number.into())?;
                let behind = after.trim_start();
                let rest = strip_any(behind, &["d'", "de ", "of "]).unwrap_or(after);
                return Some((Decimal::from(whole.checked_add(value)?), true, rest));
            }
            _ => break,
        }
        last = Some(match (last, word) {
            (Some(Small(4)), Ten(20)) => Ten(80),
            _ => word,
        });
        rest = after;
    }
    last?;
    Some((Decimal::from(whole.checked_add(below)?), false, rest))
}

/// Whether a word goes on a number: `vingt` goes on with `deux`, `deux` with nothing but a scale.
fn follows(last: Word, word: Word) -> bool {
    match (last, word) {
        (Times(_), _) | (Small(4), Ten(20)) => true,
        (Ten(60 | 80), Small(_) | Ten(10)) | (Ten(10), Small(7..=9)) => true,
        (Ten(20..), Small(number)) => number < 10 || number == 11,
        _ => false,
    }
}

/// The next word of a number, and what stands behind it; `et` and `and` go on one that has begun.
fn word(text: &str, last: Option<Word>) -> Option<(Word, &str)> {
    let mut rest = text.trim_start();
    if let Some(last) = last {
        rest = rest.strip_prefix(['-', '‑']).unwrap_or(rest);
        let joined = match last {
            Ten(_) => strip_phrase(rest, "et"),
            Times(_) => strip_phrase(rest, "and"),
            Small(_) | About(_) => None,
        };
        if let Some(after) = joined.map(|after| after.trim_start_matches([' ', '-', '‑'])) {
            let one = strip_any(after, &["un", "une", "onze"]).is_some();
            rest = if one || matches!(last, Times(_)) { after } else { return None };
        }
    } else if let Some(after) = rest.strip_prefix(['a', 'A']).filter(|after| after.starts_with(' '))
    {
        return Some((Small(1), after));
    }
    strip_named(rest, &WORDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_are_read_to_their_end() {
        for (text, value, rest) in [
            ("dix-huit mois", 18, " mois"),
            ("soixante et onze", 71, ""),
            ("vingt-et-un mois", 21, " mois"),
            ("soixante-dix-neuf", 79, ""),
            ("quatre-vingt-dix-sept ans", 97, " ans"),
            ("deux cent cinquante", 250, ""),
            ("trois mille deux cents", 3200, ""),
            ("one hundred and twenty people", 120, " people"),
            ("twenty-five", 25, ""),
            ("mille", 1000, ""),
            ("un million", 1_000_000, ""),
            ("deux trois", 2, " trois"),
            ("vingt et des poussières", 20, " et des poussières"),
            ("une centaine de voisins", 100, "voisins"),
        ] {
            let (found, _, left) = spelled(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found, left), (Decimal::from(value), rest), "{text}");
        }
        for text in ["beaucoup", "unique", "à", "centre", "et un"] {
            assert!(spelled(text).is_none(), "{text}");
        }
    }
}
