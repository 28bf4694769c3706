//! The pattern of a date, as a JSON Schema holds it: digits to the day, words by their names.

use crate::lang::Text;
use crate::lang::date::{MONTHS, SEASONS, WEEKDAYS};
use crate::text::fold::name_key;
use crate::text::pattern::{ANY, LETTER, SPACE, either, phrase, phrases, whole};
use crate::value::date::names::{ORDINALS, SHORTEST, TERM_UNITS};
use crate::value::date::single::{Bound, OTHER_SIDE, begins_or_ends};
use crate::value::date::span::ONGOING;
use crate::value::date::words::{ABOUT, FILLERS};
use crate::value::parsed::or_nothing;

/// The years in which a project can take place.
const YEAR: &str = "(?:19[0-9]{2}|20[0-9]{2}|2100)";
/// Those of them that have a 29 February.
const LEAP_YEAR: &str =
    "(?:19(?:0[48]|[2468][048]|[13579][26])|20(?:0[048]|[2468][048]|[13579][26]))";

/// A text that is a date.
pub fn pattern() -> String {
    let about = format!("(?:[~≈]{SPACE}*)?");
    let opening = format!("(?:{}{SPACE}*)?", phrases(begins_or_ends()));
    let dates = either([digits(), words(), of_spreadsheet()]);
    or_nothing(&format!("(?!{}){opening}{about}{dates}", phrases(OTHER_SIDE)))
}

/// A text in the place of a beginning that says when something ends, or the other way round.
pub fn other_bound_pattern(bound: Bound) -> String {
    format!("^{SPACE}*{}", phrases(bound.words_of_other().iter().copied()))
}

/// A text in the place of an end that says that there is none yet.
pub fn open_pattern() -> String {
    whole(&format!("{}[.]?", phrases(ONGOING)))
}

/// A month as a spreadsheet shows it: `juin-23`.
fn of_spreadsheet() -> String {
    format!("{}[.]?-[0-9]{{2}}", shortened(&MONTHS))
}

/// A date in digits; behind it may stand the time of day, or a remark.
fn digits() -> String {
    let months = ["(?:0?[13578]|1[02])", "(?:0?[469]|11)", "0?2"].map(str::to_owned);
    let orders = ["[.]", "/", "-"].map(|sign| {
        let mark = format!("{SPACE}*{sign}{SPACE}*");
        let month = "(?:0?[1-9]|1[0-2])";
        let short = |month: &str, day: &str| format!("{day}{mark}{month}{mark}[0-9]{{2}}");
        either([
            days(&months, |month, day, year| format!("{year}{mark}{month}{mark}{day}")),
            days(&months, |month, day, year| format!("{day}{mark}{month}{mark}{year}")),
            days(&months, |month, day, _| short(month, day)),
            format!("{YEAR}{mark}{month}"),
            format!("{month}{mark}{YEAR}"),
        ])
    });
    let parts = "(?:2[1-4]|3[3-6]|4[01])";
    let rest = format!("(?![0-9.,/-])(?!{})(?:[T\\s]{ANY}*)?", other_end());
    format!("(?:{}|{YEAR}-{parts}|{YEAR})~?{rest}", either(orders))
}

/// The days that there are, in the order that `put` gives, by the patterns of the months that have
/// 31 days, of those that have 30, and of February.
fn days([long, short, february]: &[String; 3], put: impl Fn(&str, &str, &str) -> String) -> String {
    either([
        put(long, "(?:0?[1-9]|[12][0-9]|3[01])", YEAR),
        put(short, "(?:0?[1-9]|[12][0-9]|30)", YEAR),
        put(february, "(?:0?[1-9]|1[0-9]|2[0-8])", YEAR),
        put(february, "29", LEAP_YEAR),
    ])
}

/// A date with words in it: a month, a season, a quarter or the beginning of the school year, and
/// the year; behind the year may stand anything but the other end of a period.
fn words() -> String {
    let between = BETWEEN;
    let filler = phrases(ABOUT.into_iter().chain(FILLERS).chain(["a", "scolaire"]));
    let filler = format!("(?:{filler}{between}*)*");
    let weekday = format!("(?:{}{between}*)?", shortened(&WEEKDAYS));
    let gap = format!("{between}+{filler}");
    let ending = "(?:[eE][rRmM]?[eE]?|[nN][dD]|[sS][tT]|[rR][dD]|[tT][hH])?(?![0-9a-zA-Z])";
    let [_, february, _, april, _, june, _, _, september, _, november, _] = MONTHS;
    let short = shortened(&[april, june, september, november]);
    let february = shortened(&[february]);
    let month = shortened(&MONTHS);
    // Days that there are not, on either side of the month.
    let never = format!(
        "[^0-9]*(?:31{ending}{between}+{short}|3[01]{ending}{between}+{february}\
         |29{ending}{between}+{february}{gap}(?!{LEAP_YEAR})[0-9]{{4}})\
         |(?:[^0-9]*{between})?(?:{short}{between}+31|{february}{between}+3[01])(?![0-9])"
    );
    let day = format!("(?:0?[1-9]|[12][0-9]|3[01]){ending}");
    let seasons = SEASONS.iter().flat_map(|season| season.both()).map(name_key);
    let seasons: Vec<String> = seasons.chain(["rentree".to_owned()]).collect();
    let ordinals = phrases(ORDINALS.iter().map(|(name, _)| *name));
    let term = either([
        format!("(?:[1-4](?:[a-zA-Zè]{{1,3}})?|{ordinals}){between}+{}", phrases(TERM_UNITS)),
        "[tTqQ][1-4](?![0-9a-zA-Z])|[sShH][12](?![0-9a-zA-Z])".to_owned(),
        phrases(seasons.iter().map(String::as_str)),
    ]);
    let dated = format!(
        "(?:{day}{gap}{month}{gap}(?:{YEAR}|[0-9]{{2}}(?!{between}+{LETTER}{{3}}))\
         |{month}{gap}{day}{gap}{YEAR}|(?:(?:{}{gap})?{month}|{term}){between}*{filler}{YEAR}(?:{between}+[0-9]{{4}})?\
         |{YEAR}{gap}(?:{month}|{term})|{YEAR})",
        phrases(["rentree"]),
    );
    // `hiver 2021-2022` is a period.
    let winter = phrases(SEASONS[3].both().map(name_key).iter().map(String::as_str));
    let winter = format!("{filler}{winter}{between}*{filler}{YEAR}{SPACE}*[-/–]{SPACE}*[0-9]{{2}}");
    let either_date = format!(r"[\s\S]*(?!{LETTER})[\s\S]{}{between}", phrases(["ou", "or"]));
    format!(
        "(?!{never}|{winter}){filler}{weekday}{filler}{dated}(?![0-9])(?!{}|{either_date}){ANY}*",
        other_end()
    )
}

/// What stands between the words of a date.
const BETWEEN: &str = "[ \u{a0}\u{202f}\u{2009}\t,./'’_\u{2011}–-]";

/// The other end of a period: a number that is no time of day, or a word and a year.
fn other_end() -> String {
    let number =
        format!("(?:[0-9]+(?![0-9]|{SPACE}*[hH:])|{LETTER}+[ .]+(?:[0-9]{{4}}|[0-9]{{2}}))");
    format!("{BETWEEN}*(?:{}|[-–/→]){BETWEEN}*{number}(?![0-9])", phrases(TO))
}

/// What stands between the two dates of a period.
const TO: [&str; 6] = ["au", "a", "to", "until", "jusqu'au", "jusqu'a"];

/// The names of some months or days, whole or shortened.
fn shortened(names: &[Text]) -> String {
    let names = names.iter().flat_map(|name| name.both()).map(|name| {
        let letters: Vec<String> =
            name_key(name).chars().map(|letter| phrase(&letter.to_string())).collect();
        let tail = letters[SHORTEST..].iter().rev();
        let tail = tail.fold(String::new(), |rest, letter| format!("(?:{letter}{rest})?"));
        format!("{}{tail}", letters[..SHORTEST].concat())
    });
    format!("{}(?!{LETTER})", either(names))
}
