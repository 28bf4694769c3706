//! A slip of typing that makes a key of what is none.

use crate::finding::{Finding, Fix};
use crate::lang::{phrase, text};
use crate::sheet::codes::UNKNOWN_KEY;
use crate::text::{Position, Source, Span};
use crate::yaml::node::Pair;
use crate::yaml::parse::parse;
use crate::yaml::quoted::marked;
use crate::yaml::syntax::{MISSING_BEFORE_BRACKET, MISSING_SPACE, NO_BREAK_SPACE, Slip, unparted};

/// Reports the slip that made a key, where one did; `before` is the pair that stands before it.
pub(super) fn slip(pair: &Pair, before: Option<&Pair>) -> Option<Finding> {
    let space = no_break_space(pair).or_else(|| missing_space(pair));
    space.or_else(|| decimal_comma(pair, before?))
}

/// A key with a space that YAML takes for a letter.
fn no_break_space(pair: &Pair) -> Option<Finding> {
    let is_odd = |c: char| c.is_whitespace() && !c.is_ascii();
    let at_ends = pair.key.starts_with(is_odd) || pair.key.ends_with(is_odd);
    let Slip { label, help, .. } = NO_BREAK_SPACE;
    let fix = Fix::Text(pair.key_span, pair.key.replace(is_odd, " "));
    at_ends.then(|| Finding::new(&UNKNOWN_KEY, pair.key_span, label).with_help(help).with_fix(fix))
}

/// `territory:{name: Bourg}`, in which YAML reads the key `territory:{name`.
fn missing_space(pair: &Pair) -> Option<Finding> {
    let (key, value) = unparted(&pair.key)?;
    let (start, end) = (pair.key_span.start, pair.key_span.end);
    if start.line != end.line || (end.column - start.column) as usize != pair.key.chars().count() {
        // It was put in quotation marks.
        return None;
    }
    let whole = format!("{value}: {}", pair.value.text()?);
    let is_group = value.starts_with(['[', '{']);
    let slip = if is_group { MISSING_BEFORE_BRACKET } else { MISSING_SPACE };
    let line = format!("{key}: {}", if is_group { whole } else { marked(&whole) });
    let column = start.column + key.chars().count() as u32 + u32::from(is_group);
    let at =
        Span { start: Position { column, ..start }, end: Position { column: column + 1, ..start } };
    let is_certain = is_group && parse(&Source::of("", line.clone())).is_ok();
    let finding = Finding::new(&UNKNOWN_KEY, at, slip.label).with_help(slip.help_with(&line));
    let fix = is_certain.then(|| Fix::Text(pair.key_span, format!("{key}: {value}")));
    Some(match fix {
        Some(fix) => finding.with_fix(fix),
        None => finding,
    })
}

/// `{days: 2,5}`, in which YAML reads the key `5`.
fn decimal_comma(pair: &Pair, before: &Pair) -> Option<Finding> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    let whole = before.value.text().filter(|text| is_number(text))?;
    let (end, start) = (before.value.span.end, pair.key_span.start);
    let is_beside = end.line == start.line && end.column + 1 == start.column;
    if !is_beside || !pair.value.is_missing() || !is_number(&pair.key) {
        return None;
    }
    let number = format!("\"{whole},{}\"", pair.key);
    let span = Span { start: before.value.span.start, end: pair.key_span.end };
    let label = text!(
        "between braces, a comma begins another key",
        "entre accolades, une virgule annonce une autre clé",
    );
    let help = phrase!(
        "put the number in quotation marks: {number}",
        "mettez le nombre entre guillemets : {number}",
        number,
    );
    let finding = Finding::new(&UNKNOWN_KEY, pair.key_span, label).with_help(help);
    Some(finding.with_fix(Fix::Text(span, number)))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::sheet::decode::decode;
    use crate::sheet::fields::TOP_KEYS;

    #[test]
    fn a_missing_space_is_told_the_same_whether_or_not_yaml_reads_the_line() {
        let (mut read, mut refused) = (0, 0);
        let groups = TOP_KEYS.iter().map(|(key, _)| ("", *key)).chain([("dates:\n  ", "start")]);
        // Without a key before it, YAML reads the whole line as the words of the group.
        let is_words = |head: &str, value: &str| !head.is_empty() && !value.contains(": ");
        for (head, key) in groups {
            for value in
                ["{name: Bourg}", "{name: A, b: C}", "[a, b]", "[{name: A}]", "[{a: b, c: d}]"]
            {
                if is_words(head, value) {
                    continue;
                }
                let source = Source::of("a.yaml", format!("x-a: b\n{head}{key}:{value}\n"));
                let finding = match parse(&source) {
                    Err(finding) => {
                        refused += 1;
                        *finding
                    }
                    Ok(parsed) => {
                        read += 1;
                        let found = decode("a", &parsed.node, NaiveDate::default()).findings;
                        found
                            .into_iter()
                            .find(|found| found.lint == &UNKNOWN_KEY)
                            .unwrap_or_else(|| panic!("{}", source.text()))
                    }
                };
                assert_eq!(finding.label, MISSING_BEFORE_BRACKET.label.into(), "{}", source.text());
                let start = finding.span.start;
                let place = source.line(start.line).chars().nth(start.column as usize - 1);
                assert!(matches!(place, Some('[' | '{')), "{}", source.text());
                let help = MISSING_BEFORE_BRACKET.help_with(&format!("{key}: {value}"));
                assert_eq!(finding.help.as_deref(), Some(&help), "{}", source.text());
                let Some(Fix::Text(span, words)) = finding.fix.as_deref() else {
                    panic!("{finding:?}");
                };
                let fixed = source.replaced(*span, words);
                assert_eq!(fixed.text(), format!("x-a: b\n{head}{key}: {value}\n"));
            }
        }
        assert!(read > 40 && refused > 40, "{read} {refused}");
    }
}
