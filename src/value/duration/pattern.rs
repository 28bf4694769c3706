//! The pattern of a duration, as a JSON Schema holds it.

use crate::text::pattern::{ANY, SPACE, phrases};
use crate::value::duration::parse::{LABELS, UNITS};
use crate::value::parsed::or_nothing;
use crate::value::quantity::pattern::{about, label, no_single, series, series_goes_on};

/// A text that is a duration: numbers, each with its unit; days alone have nothing behind them but
/// a remark in parentheses, or they would be worked.
pub fn pattern() -> String {
    let names = |take: &dyn Fn(&str) -> bool| {
        phrases(UNITS.iter().map(|(name, _)| *name).filter(|name| take(name)))
    };
    let unit = names(&|_| true);
    let series = series(&unit);
    let (about, days, longer) = (about(), names(&is_day), names(&|name| !is_day(name)));
    let ends = format!("[^(]*{days}[ .,]*(?:{about}|et demie?|and a half|½)?(?:[(]{ANY}*)?$");
    or_nothing(&format!(
        "{}(?:{about}{SPACE}*)?(?!{})(?:[Pp](?:[0-9]+(?:[.,][0-9]+)?[YMWD])+$\
         |(?={ANY}*[^a-zA-ZÀ-ÿ]{longer}|{ends}){series}{ANY}*)",
        label(&LABELS),
        no_single(&format!("{SPACE}*{unit}"), &series_goes_on(&unit), &[]),
    ))
}

fn is_day(unit: &str) -> bool {
    unit.starts_with(['j', 'd'])
}
