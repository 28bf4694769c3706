//! Whether an amount holds the tax, and the words that say so: one table for the text of a cost,
//! for `tax:` and for questions.

use std::sync::LazyLock;

use crate::lang::choice::{self, Choice, ChoiceValue, choices};
use crate::text::fold::name_key;

choices! {
    /// Whether an amount holds the tax.
    Tax {
        Ht: "HT", "excl. VAT (HT)", "HT",
            also "hors taxes", also "hors taxe", also "hors tva", also "htva", also "h.t.",
            also "h.t", also "excl. vat", also "excl vat", also "excluding vat", also "before tax";
        Ttc: "TTC", "incl. VAT (TTC)", "TTC",
            also "toutes taxes comprises", also "taxes comprises", also "tva comprise",
            also "tva incluse", also "t.t.c", also "t.t.c.", also "incl. vat", also "incl vat",
            also "including vat";
        Exempt: "exempt", "VAT-exempt", "exonéré",
            also "net de taxes", also "net de taxe", also "net de tva", also "nets de taxes",
            also "nets de taxe", also "nets de tva", also "nets", also "nette",
            also "net", also "tva non applicable", also "sans tva", also "non assujetti",
            also "non assujettie", also "non assujetti à la tva", also "non assujettie à la tva",
            also "non soumis à la tva", also "exonéré de tva", also "exonérée", also "vat exempt",
            also "no vat";
    }
}

/// Every word, folded.
pub(super) static WORDS: LazyLock<Vec<(String, Tax)>> = LazyLock::new(|| {
    let names = |tax: Tax| ChoiceValue::of(tax).names().map(move |word| (name_key(word), tax));
    Tax::ALL.iter().copied().flat_map(names).collect()
});

impl Tax {
    /// Reads a text that is nothing but the words for a tax basis: `H.T.`, `hors taxes`, `net`.
    pub fn parse(text: &str) -> Option<Tax> {
        let code = Tax::ALL.iter().find(|tax| tax.code() == text);
        code.copied()
            .or_else(|| {
                let text = bare(text);
                WORDS.iter().find(|(word, _)| bare(word) == text).map(|(_, tax)| *tax)
            })
            .or_else(|| choice::parse(text))
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
