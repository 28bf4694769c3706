//! The patterns of money, as a JSON Schema holds them.

use crate::text::pattern::{ANY, SPACE, either, phrases};
use crate::value::money::beside::{BASES, LABELS};
use crate::value::money::currency::{CODES, NAMES};
use crate::value::money::parse::{FREE, UNITS};
use crate::value::money::tax::{Tax, WORDS};
use crate::value::parsed::or_nothing;
use crate::value::quantity::Grouping;
use crate::value::quantity::pattern::{
    about, digits as digits_of, in_digits, in_words, label, no_single,
};

/// A text that says what a project cost: an amount with what may stand beside it, the words for
/// what is free, or those for what bears no tax.
pub fn pattern() -> String {
    let (money, about) = (money(), about());
    let bases = phrases(BASES.iter().map(|(name, _)| *name));
    let free = phrases(FREE);
    let exempt = WORDS.iter().filter(|(_, tax)| *tax == Tax::Exempt).map(|(word, _)| word.as_str());
    let exempt = phrases(exempt);
    let digits = in_digits(Grouping::Guess);
    let right_behind = phrases(UNITS.into_iter().chain(["ttc", "net"]));
    let no_amount = no_single(&right_behind, &right_behind, &UNITS);
    let touching = format!("[^0-9]*{digits}{SPACE}*(?:[€$£]|[a-zA-Z]{{1,6}})[0-9]");
    // Nothing but a number and what is understood beside it.
    let words = in_words();
    let clean = format!(
        "(?=[^0-9]*{digits}[^0-9]*$|(?:[^0-9]*[^0-9a-zA-ZÀ-ÿ])?{words}[^0-9]*$)\
         (?:{money}|{about}|{bases}|{number}|[(),;: –-]|[.,]-|[.]$)+$",
        number = either([&digits, &words]),
    );
    // Beside anything else an amount has to say that it is money.
    let named = format!(
        "(?=(?:[^0-9]*{digits}{SPACE}*|(?:(?:{about}|{bases})[ ,:]*)+)?[(]?{money}(?:{SPACE}*{english})?)\
         [^0-9]*(?:{digits}|[0-9][0-9,.]*)(?!{SPACE}*[0-9])",
        english = digits_of(Grouping::English),
    );
    // The same amount once more, with another tax.
    let taxed = |tax: Tax| {
        let words = WORDS.iter().filter(|(_, named)| *named == tax).map(|(word, _)| word.as_str());
        format!("[^0-9]*{digits}[^0-9]*?{}", phrases(words))
    };
    let (before, with) = (taxed(Tax::Ht), taxed(Tax::Ttc));
    let twice = format!("(?:{before}[ ,/=-]*{with}|{with}[ ,/=-]*{before})[^0-9]*$");
    let amount = format!(
        "(?:{twice}|(?:{about}{SPACE}*)?(?!{no_amount}|[^0-9]*[.,][0-9]|{touching})\
         (?:{clean}|{named}{ANY}*))"
    );
    or_nothing(&format!("{}(?:{free}[ .!]*$|{exempt}[^0-9]*$|{amount})", label(&LABELS)))
}

/// A text that is an amount alone, with nothing but the sign of the euro behind it.
pub fn amount_pattern() -> String {
    or_nothing(&format!("(?:{})?(?:{SPACE}|€)*", digits_of(Grouping::Guess)))
}

/// A text that is a currency: its code, its sign, its name.
pub fn currency_pattern() -> String {
    or_nothing(&currency())
}

fn currency() -> String {
    let codes = CODES.split_ascii_whitespace().map(str::to_ascii_lowercase);
    let codes: Vec<String> = codes.collect();
    let names = NAMES.iter().map(|(name, _)| *name);
    phrases(codes.iter().map(String::as_str).chain(names))
}

/// A word or a sign that says that a number is money.
fn money() -> String {
    either([currency(), phrases(WORDS.iter().map(|(word, _)| word.as_str()))])
}
