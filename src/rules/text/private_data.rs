//! An address or a number that belongs to a person, in prose or in a name.

use crate::finding::{Lint, Severity};
use crate::lang::{Phrase, text};
use crate::portfolio::Location;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::sheet::Sheet;
use crate::sheet::texts::SheetText;
use crate::text::scan::any_triple;
use crate::tree::Tree;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "private-data",
        severity: Severity::Warning,
        title: text!(
            "e-mail address or phone number in a text",
            "adresse e-mail ou numéro de téléphone dans un texte",
        ),
        why: text!(
            "Sheets are shared, exported and kept for years; personal data should not travel with \
             them.",
            "Les fiches se partagent, s'exportent et se gardent des années ; les données \
             personnelles n'ont pas à voyager avec elles.",
        ),
        help: text!(
            "remove this, or put it in the `contact:` of an organisation",
            "retirez cette donnée, ou mettez-la dans le `contact:` d'une organisation",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
description:
  request: ⟦Écrire à alix@example.org avant mars.⟧
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
description:
  request: Écrire à Alix avant mars.
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let any = may_be_private(context.written);
    found_in(context.sheet, context.all_texts().filter(|_| any))
}

/// What is private in a sheet of these texts.
pub fn found_in<'a>(
    sheet: &Sheet,
    written: impl Iterator<Item = &'a SheetText<'a>>,
) -> Vec<FieldFinding> {
    // Whom to ask for is told to be asked.
    let is_contact =
        |place: &&SheetText| place.member.as_ref().is_some_and(|member| member.is("contact"));
    let of_fields = written.filter(|place| !is_contact(place));
    let of_fields = of_fields.flat_map(|place| found(place.text, || place.path()));
    let own = sheet.own.iter().filter(|(key, _)| !key.ends_with("x-contact"));
    let extra = sheet.extra.iter().map(|(key, tree)| (format!("extra.{key}"), tree));
    let kept = own.map(|(key, tree)| (key.clone(), tree)).chain(extra);
    let of_kept = kept.flat_map(|(key, tree)| {
        let texts = texts(tree).into_iter();
        texts.flat_map(move |text| found(text, || key.clone())).collect::<Vec<_>>()
    });
    of_fields.chain(of_kept).take(MAX_REPORTED).collect()
}

/// What is private in each line of a text at a path.
fn found(text: &str, path: impl Fn() -> String) -> Vec<FieldFinding> {
    if !may_be_private(text) {
        return Vec::new();
    }
    let several = text.contains('\n');
    let lines = text.lines().filter_map(|line| Some((line, private(line)?)));
    lines
        .map(|(line, found)| {
            let at = if several {
                Location::passage(path(), line.trim(), 0)
            } else {
                Location::field(path())
            };
            FieldFinding::on(at, Phrase::untranslated(found))
        })
        .collect()
}

/// Every text of a value of any shape.
fn texts(tree: &Tree) -> Vec<&str> {
    match tree {
        Tree::Missing => Vec::new(),
        Tree::Text { text, .. } => vec![text],
        Tree::List(items) => items.iter().flat_map(texts).collect(),
        Tree::Map(pairs) => pairs.iter().flat_map(|(_, value)| texts(value)).collect(),
    }
}

/// So many of a sheet are reported: each is looked for in its text.
const MAX_REPORTED: usize = 50;

/// The digits of a phone number.
const DIGITS: usize = 10;

/// Whether a text may hold an address, or a number, which begins with `0` or `+`: seen in one look
/// at its bytes.
fn may_be_private(text: &str) -> bool {
    text.starts_with('0')
        || any_triple(text, |byte, next, _| {
            (byte == b'@') | (byte == b'+') | (next == b'0') & !byte.is_ascii_digit()
        })
}

/// The first address or number in a line.
fn private(line: &str) -> Option<String> {
    if !may_be_private(line) {
        return None;
    }
    let words = line.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | ','));
    let address = words.map(|word| word.trim_matches(['.', ';', ':', '"', '\''])).find(|word| {
        let Some((name, host)) = word.split_once('@') else {
            return false;
        };
        let last = host.rsplit('.').next().unwrap_or_default();
        !name.is_empty()
            && host.contains('.')
            && last.len() >= 2
            && last.chars().all(char::is_alphabetic)
    });
    address.map(str::to_owned).or_else(|| phone(line))
}

/// What may stand between the digits of a phone number, and what stands between two as often.
const BETWEEN: &str = " .-+\u{a0}";
const OFTEN_BESIDE: &str = "()/";

/// A phone number, in any of its spellings: `06 12 34 56 78`, `+33 (0)6 12 34 56 78`, `+41 79 …`.
fn phone(line: &str) -> Option<String> {
    let narrow = || line.split(|c: char| !c.is_ascii_digit() && !BETWEEN.contains(c));
    let wide = line
        .split(|c: char| !c.is_ascii_digit() && !BETWEEN.contains(c) && !OFTEN_BESIDE.contains(c));
    // Two numbers may stand side by side.
    let alone = narrow().flat_map(|run| run.split(" - "));
    let mut all = narrow().chain(alone).chain(wide);
    let found = all.find(|run| is_french_phone(run) || is_phone_abroad(run));
    found.map(|run| run.trim().to_owned())
}

/// Ten digits with a zero in front, or the same behind the code of the country.
fn is_french_phone(run: &str) -> bool {
    let digits = digits(run);
    let abroad = digits.strip_prefix("0033").or(digits.strip_prefix("33"));
    let number = match abroad.filter(|_| run.trim_start().starts_with(['+', '0', '('])) {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => digits,
    };
    // Between slashes stand dates, too.
    let in_pairs = || groups(run).all(|group| group.len() == 2);
    number.len() == DIGITS
        && number.starts_with('0')
        && !number.starts_with("00")
        && number != "0000000000"
        && (!run.contains('/') || in_pairs())
}

/// A number behind the code of a country: `+41 79 123 45 67`, `0041 79 123 45 67` (ITU-T E.164: at
/// most 15 digits).
fn is_phone_abroad(run: &str) -> bool {
    const LEAST: usize = 10;
    const MOST: usize = 15;
    let run = run.trim_start_matches([' ', '\u{a0}', '(']);
    let is_grouped = || groups(run).count() >= 3;
    let code = match run.strip_prefix('+') {
        Some(code) => Some(code),
        None => run.strip_prefix("00").filter(|_| is_grouped()),
    };
    code.is_some_and(|code| {
        code.starts_with(|c: char| matches!(c, '1'..='9'))
            && (LEAST..=MOST).contains(&digits(code).len())
            && !code.contains(['+', '/'])
    })
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The digits that stand together.
fn groups(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_and_numbers_are_found_and_dates_and_codes_are_not() {
        for line in [
            "à alix@example.org.",
            "<a.b@c.fr>",
            "06 12 34 56 78",
            "tél. 06.12.34.56.78",
            "+33 6 12 34 56 78",
            "+33 (0)6 12 34 56 78",
            "(+33) 6 12 34 56 78",
            "06/12/34/56/78",
            "06 12 34 56 78 / 07 12 34 56 78",
            "06 12 34 56 78 - 07 12 34 56 78",
            "le +41 79 123 45 67",
            "0041 79 123 45 67",
            "+32 475 12 34 56",
        ] {
            assert!(private(line).is_some(), "{line}");
        }
        for line in [
            "@alix",
            "a@b",
            "le 01.03.2023",
            "73282932000074",
            "9 500 000 €",
            "1 400 - 2 079",
            "01/03/2023 - 10",
            "01/03/2023 (10 h)",
            "+ 1 400 000 000 €",
            "+12 000 000 €",
            "00412345600012",
            "rendez-vous à 14h - 18h",
        ] {
            assert_eq!(private(line), None, "{line}");
        }
    }

    proptest! {
        /// What is not seen in all texts of a sheet at once need not be looked for in each.
        #[test]
        fn what_is_seen_in_a_text_is_seen_among_others(
            text in "[a@0136+./() -]{0,24}",
            others in "\\PC{0,20}",
        ) {
            let all = format!("{others}\n{text}\n{others}");
            prop_assert!(!may_be_private(&text) || may_be_private(&all), "{text:?}");
        }

        #[test]
        fn no_number_is_missed_at_a_glance(line in "[a0136+./() \u{a0}-]{0,24}") {
            prop_assert!(phone(&line).is_none() || may_be_private(&line), "{line:?}");
        }
    }
}
