//! Whether an amount holds the tax, and the words that say so: one table for the text of a cost
//! and for questions about it.

use crate::lang::choice::{Choice, choices};
use crate::text::fold::name_key;

choices! {
    /// Whether an amount holds the tax.
    Tax {
        Ht: "HT", "excl. VAT (HT)", "HT";
        Ttc: "TTC", "incl. VAT (TTC)", "TTC";
        Exempt: "exempt", "VAT-exempt", "exonéré";
    }
}

/// The words, the longer ones before those with which they begin.
pub(super) const WORDS: &[(&str, Tax)] = &[
    ("toutes taxes comprises", Tax::Ttc),
    ("taxes comprises", Tax::Ttc),
    ("tva comprise", Tax::Ttc),
    ("tva incluse", Tax::Ttc),
    ("t.t.c.", Tax::Ttc),
    ("ttc", Tax::Ttc),
    ("incl. vat (ttc)", Tax::Ttc),
    ("incl. vat", Tax::Ttc),
    ("incl vat", Tax::Ttc),
    ("including vat", Tax::Ttc),
    ("hors taxes", Tax::Ht),
    ("hors taxe", Tax::Ht),
    ("hors tva", Tax::Ht),
    ("htva", Tax::Ht),
    ("h.t.", Tax::Ht),
    ("h.t", Tax::Ht),
    ("ht", Tax::Ht),
    ("excl. vat (ht)", Tax::Ht),
    ("excl. vat", Tax::Ht),
    ("excl vat", Tax::Ht),
    ("excluding vat", Tax::Ht),
    ("before tax", Tax::Ht),
    ("net de taxes", Tax::Exempt),
    ("net de taxe", Tax::Exempt),
    ("net de tva", Tax::Exempt),
    ("nets", Tax::Exempt),
    ("nette", Tax::Exempt),
    ("net", Tax::Exempt),
    ("tva non applicable", Tax::Exempt),
    ("sans tva", Tax::Exempt),
    ("non assujetti", Tax::Exempt),
    ("exonéré de tva", Tax::Exempt),
    ("exonérée", Tax::Exempt),
    ("exonéré", Tax::Exempt),
    ("exempt", Tax::Exempt),
    ("vat-exempt", Tax::Exempt),
    ("vat exempt", Tax::Exempt),
];

impl Tax {
    /// Reads a text that is nothing but the words for a tax basis: `H.T.`, `hors taxes`, `net`.
    pub fn parse(text: &str) -> Option<Tax> {
        let plain = |text: &str| name_key(text).replace('.', "").trim().to_owned();
        let wanted = plain(text);
        WORDS.iter().find(|(word, _)| plain(word) == wanted).map(|(_, tax)| *tax)
    }
}
