//! Whether an amount holds the tax, and the words that say so: one table for the text of a cost,
//! for `tax:` and for questions.

use std::cmp::Reverse;
use std::sync::LazyLock;

use crate::lang::choice::{Choice, ChoiceValue, choices};
use crate::text::fold::name_key;

choices! {
    /// Whether an amount holds the tax.
    Tax {
        Ht: "HT", "excl. VAT (HT)", "HT",
            also "hors taxes", also "hors taxe", also "hors tva", also "htva", also "h.t.",
            also "h.t", also "excl. vat", also "excl vat", also "excluding vat", also "before tax";
        Ttc: "TTC", "incl. VAT (TTC)", "TTC",
            also "toutes taxes comprises", also "taxes comprises", also "tva comprise",
            also "tva incluse", also "t.t.c.", also "incl. vat", also "incl vat",
            also "including vat";
        Exempt: "exempt", "VAT-exempt", "exonéré",
            also "net de taxes", also "net de taxe", also "net de tva", also "nets", also "nette",
            also "net", also "tva non applicable", also "sans tva", also "non assujetti",
            also "exonéré de tva", also "exonérée", also "vat exempt";
    }
}

/// Every word, the longer ones before those with which they begin.
pub(super) static WORDS: LazyLock<Vec<(&str, Tax)>> = LazyLock::new(|| {
    let names = |tax: Tax| ChoiceValue::of(tax).names().map(move |word| (word, tax));
    let mut words: Vec<(&str, Tax)> = Tax::ALL.iter().copied().flat_map(names).collect();
    words.sort_by_key(|(word, _)| Reverse(word.len()));
    words
});

/// The words without accents, capitals and dots.
static BARE_WORDS: LazyLock<Vec<(String, Tax)>> =
    LazyLock::new(|| WORDS.iter().map(|(word, tax)| (bare(word), *tax)).collect());

impl Tax {
    /// Reads a text that is nothing but the words for a tax basis: `H.T.`, `hors taxes`, `net`.
    pub fn parse(text: &str) -> Option<Tax> {
        let code = Tax::ALL.iter().find(|tax| tax.code() == text);
        code.copied().or_else(|| {
            let text = bare(text);
            BARE_WORDS.iter().find(|(word, _)| *word == text).map(|(_, tax)| *tax)
        })
    }
}

fn bare(text: &str) -> String {
    name_key(text).replace('.', "").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::money;

    #[test]
    fn every_word_means_the_same_alone_and_beside_an_amount() {
        for (word, tax) in WORDS.iter() {
            assert_eq!(Tax::parse(word), Some(*tax), "{word}");
            let cost = money::parse(&format!("5000 € {word}")).whole().expect(word);
            assert_eq!(cost.tax, Some(*tax), "{word}");
        }
    }
}
