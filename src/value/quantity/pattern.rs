//! The patterns of a quantity among words, as a JSON Schema holds them: what [`leading`] takes for
//! a number, and what makes it no single one for [`no_single`].
//!
//! [`leading`]: crate::value::quantity::leading
//! [`no_single`]: crate::value::quantity::no_single

use crate::text::pattern::{LETTER, SPACE, either, parts, phrases};
use crate::value::parsed::or_nothing;
use crate::value::quantity::about::{ABOUT, SIGNS};
use crate::value::quantity::digits::Grouping;
use crate::value::quantity::meaning::{
    AGENTS, BOUNDS_BEFORE, BOUNDS_BEHIND, CONDITIONS, PER_AREA, PERIODIC, RANGES, RESTATED, TIMES,
};
use crate::value::quantity::minus::MINUS;
use crate::value::quantity::number::{FRACTIONS, MAGNITUDES};
use crate::value::quantity::series::ENGLISH;
use crate::value::quantity::spelled::WORDS;

/// What sets thousands apart.
const GROUP: &str = "[ \u{a0}\u{202f}\u{2009}\t'’ʼ]";

/// A text that is a number alone.
pub fn amount_pattern() -> String {
    or_nothing(&digits(Grouping::Guess))
}

/// A text that is a number from one limit to the other, both of the same distance from zero.
pub fn degrees_pattern(limit: u32) -> String {
    let minus: String = MINUS.iter().rev().collect();
    let (tens, hundreds) = (limit % 100 / 10, limit / 100);
    let whole = match hundreds {
        0 => format!("[1-{}]?[0-9]", tens - 1),
        _ => format!("(?:[1-9]?[0-9]|1[0-{}][0-9])", tens - 1),
    };
    or_nothing(&format!("[{minus}]?{SPACE}*(?:{whole}(?:[.,][0-9]+)?|{limit}(?:[.,]0+)?)"))
}

/// A number in digits, whole: no digit follows, with or without what sets digits apart.
pub(in crate::value) fn digits(grouping: Grouping) -> String {
    let grouped = format!("[0-9]{{1,3}}(?:{GROUP}[0-9]{{3}})+");
    let any = "[0-9]+";
    let decimals = if grouping == Grouping::Whole { "0+" } else { "[0-9]+" };
    let both = format!(
        "[0-9]{{1,3}}(?:,[0-9]{{3}})+[.]{decimals}|[0-9]{{1,3}}(?:[.][0-9]{{3}})+,{decimals}"
    );
    let repeated = "[0-9]{1,3}(?:,[0-9]{3}){2,}|[0-9]{1,3}(?:[.][0-9]{3}){2,}";
    let one_mark = match grouping {
        Grouping::Guess => format!(
            "{any}[.][0-9]+|(?:0|[0-9]{{4,}}),[0-9]+|[0-9]{{1,3}},(?:[0-9]{{1,2}}|[0-9]{{4,}})"
        ),
        Grouping::Whole => format!("[0-9]{{1,3}}[.,][0-9]{{3}}|{any}[.,]0+"),
        Grouping::English => format!("{any}[.][0-9]+|[0-9]{{1,3}},[0-9]{{3}}"),
        Grouping::Never => format!("{any}[.,][0-9]+"),
    };
    format!(
        "(?:{grouped}(?:[.,]{decimals})?|{both}|{repeated}|{one_mark}|0|[1-9][0-9]*)\
         (?![0-9]|/[24](?![0-9/])|(?:{GROUP}|[.,])[0-9](?!/[24]))"
    )
}

/// A number in digits or in words, with its fraction and its magnitude.
pub(in crate::value) fn number(grouping: Grouping) -> String {
    format!("(?:{}|{})", in_digits(grouping), in_words())
}

/// A number in digits, with its fraction and its magnitude: before one a mark sets decimals apart.
pub(in crate::value) fn in_digits(grouping: Grouping) -> String {
    let half = phrases(["half a", "half an"]);
    let magnitude = magnitude();
    let part = part();
    format!(
        "(?:{half}|(?:{part}|{}){more}{magnitude}|(?:{part}|{}){more}(?!{SPACE}*[kKM](?![0-9a-zA-ZÀ-ÿ])))",
        digits(Grouping::Never),
        digits(grouping),
        more = more(&part),
    )
}

/// A number in words, with its fraction and its magnitude.
pub(in crate::value) fn in_words() -> String {
    format!("(?:{}{}(?:{})?)", spelled(), more(&part()), magnitude())
}

fn part() -> String {
    format!("{}(?![0-9/])", parts(FRACTIONS.iter().map(|(sign, _)| *sign)))
}

fn more(part: &str) -> String {
    format!("(?:{SPACE}*(?:{part}|{}))?", phrases(["and a half"]))
}

fn magnitude() -> String {
    let named = phrases(MAGNITUDES.iter().map(|(name, _)| *name));
    let joined = parts(["d'", "de ", "of "]);
    format!("{SPACE}*(?:[kKM](?![0-9a-zA-ZÀ-ÿ])|{named})(?:{SPACE}*{joined})?")
}

/// A number in words.
fn spelled() -> String {
    let words = phrases(WORDS.iter().map(|(word, _)| *word));
    let between = format!("(?:{SPACE}|[\u{2011}-])*");
    let joint = format!("{between}(?:{}{between})?", phrases(["et", "and"]));
    let counted = format!("(?:{SPACE}*{})?", parts(["d'", "de ", "of "]));
    format!("(?:[aA]{SPACE}+|{words}{joint})(?:{words}{joint})*{counted}")
}

/// A word or a sign for *about*.
pub(in crate::value) fn about() -> String {
    let signs: String = SIGNS.iter().collect();
    format!("(?:[{signs}]|{})", phrases(ABOUT))
}

/// A label before a value, with its colon.
pub(in crate::value) fn label(labels: &[&str]) -> String {
    format!("(?:{}{SPACE}*:{SPACE}*)?", phrases(labels.iter().copied()))
}

/// Looks ahead from the beginning of a text, and finds that it is no single quantity: `beside` is
/// what may stand right behind the number, with `more` of the same quantity behind that; `units`
/// are the folded words for another one.
pub(in crate::value) fn no_single(beside: &str, more: &str, units: &[&str]) -> String {
    let minus: String = MINUS.iter().rev().collect();
    let spaces = format!("{SPACE}*");
    let counted = format!("[€$£~≈ ]*[0-9]+(?:[.,][0-9]+)*(?![0-9.,]*{spaces}%)");
    // A remark in parentheses that has a number of its own changes nothing, nor does what is told
    // once more in other words.
    let told = format!(r"(?:(?![^a-zA-ZÀ-ÿ]{})[^(=\n]|\((?=[^)0-9]*\)))", phrases(RESTATED));
    let digits = digits(Grouping::Never);
    let agents = parts(AGENTS);
    let joined = [&RANGES[..], &TIMES, &["et", "and", "plus", "&"]].concat();
    let behind = either([
        format!("[, ]*{}{spaces}{counted}", phrases(joined)),
        format!("/{spaces}{LETTER}"),
        phrases(PER_AREA),
        format!(
            "(?:{})(?!{spaces}[0-9])",
            phrases(["l'", "la", "le", "an", "the", "piece", "de l'", "a "])
        ),
        format!("(?:{counted}{spaces})?{}", phrases(["fois", "times", "twice"])),
    ]);
    let anywhere_behind = either([
        format!("{}{spaces}(?!{agents})[a-zà-ÿ]", phrases(["par", "per"])),
        format!("{}{spaces}{counted}", phrases(TIMES.into_iter().chain(["ou", "or"]))),
        format!("{}(?!{spaces}[0-9])", phrases(BOUNDS_BEHIND)),
        format!("{digits}{spaces}{}", phrases(units.iter().copied())),
    ]);
    either([
        format!("{spaces}\\({spaces}[0-9]"),
        format!(
            "(?:[^0-9]*[^a-zA-ZÀ-ÿ0-9])?(?:(?:{}){spaces}[0-9]|{}|{}[^0-9]*[0-9])",
            phrases(["moins", "minus"]),
            phrases(["entre", "between"]),
            phrases(BOUNDS_BEFORE),
        ),
        format!("(?!{spaces}[+]/)[^0-9]*(?:[{minus}]{spaces}[0-9]|[<>≤≥][^0-9]*[0-9])"),
        format!("{spaces}(?:{}){spaces}[0-9]", phrases(["des", "from", "de", "d'"])),
        format!(
            "(?:{told}*(?!{LETTER}){told})?{}",
            phrases(CONDITIONS.into_iter().chain(PERIODIC))
        ),
        format!("[^0-9]*{digits}(?:{spaces}{beside})*{spaces}(?!{beside}|{more}){behind}"),
        format!("[^0-9]*{digits}(?:{told}*(?![0-9a-zA-ZÀ-ÿ.,]){told})?{anywhere_behind}"),
        format!("[^0-9]*[0-9]{told}*[+]"),
    ])
}

/// What goes on with a series, behind one of its units: a number in digits and its unit.
pub(in crate::value) fn series_goes_on(units: &str) -> String {
    format!("{}{}{SPACE}*{units}", joint(), in_digits(Grouping::Guess))
}

fn joint() -> String {
    format!("[, ]*(?:{}{SPACE}*)?", phrases(["et", "and"]))
}

/// Numbers one behind the other, each with its unit, of which `units` is the pattern.
pub(in crate::value) fn series(units: &str) -> String {
    let joint = joint();
    let english = format!("{}(?={SPACE}*{})", digits(Grouping::English), phrases(ENGLISH));
    let half = phrases(["et demie", "et demi", "and a half", "½", "1/2"]);
    format!(
        "(?:{joint}(?:{}|{english}){SPACE}*{units}(?!-{LETTER})[.]?(?:{SPACE}*{half})?)+",
        number(Grouping::Guess),
    )
}
