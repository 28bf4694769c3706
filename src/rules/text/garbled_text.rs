//! Text that went through the wrong encoding, or through none.

use crate::finding::{Lint, Severity};
use crate::lang::{Phrase, text};
use crate::portfolio::Location;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::text::sanitize::sanitize;
use crate::text::scan::any_triple;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "garbled-text",
        severity: Severity::Warning,
        title: text!("garbled text", "texte abîmé"),
        why: text!(
            "Accents read in the wrong encoding, invisible characters, or markup left over from a \
             wiki or a word processor.",
            "Accents lus dans le mauvais encodage, caractères invisibles, ou balises restées d'un \
             wiki ou d'un traitement de texte.",
        ),
        help: text!("retype the passage", "retapez le passage"),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
summary: ⟦Un Ã©tÃ© au village⟧
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
summary: Un été au village
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    if !suspicious(context.written) {
        return Vec::new();
    }
    let garbled = context.all_texts().filter_map(|place| {
        let text = place.text;
        if !suspicious(text) {
            return None;
        }
        let line = text.lines().find(|line| garbage(line).is_some())?;
        let label = garbage(line)?;
        Some(if text.contains('\n') {
            FieldFinding::on(Location::passage(place.path(), line.trim(), 0), label)
        } else {
            FieldFinding::at(place.path(), label)
        })
    });
    garbled.collect()
}

/// Whether a text may be garbled: seen in one look at its bytes.
fn suspicious(text: &str) -> bool {
    any_triple(text, |byte, next, last| {
        let control = (byte < 0x20) & (byte != b'\n') & (byte != b'\t') | (byte == 0x7f);
        let marks = (byte == b'*') | ((byte == b'{') | (byte == b'[')) & (next == byte);
        let html = (byte == b'"') & (next == b'"') & (last == b'<');
        // What UTF-8 becomes where it is read as Latin-1, and read so twice.
        let latin = (byte == 0xc2) & (next < 0xa0) | (byte == 0xc3) & (next & !1 == 0x82);
        let twice = (byte == 0xc3) & (next == 0xa2) & (last == 0xe2);
        control | marks | html | latin | twice | (byte == 0xef)
    })
}

/// What the wiki's own language leaves in a text.
const MARKUP: [&str; 4] = ["**", "{{", "[[", "\"\"<"];

/// What is garbled in a line, if anything is.
fn garbage(line: &str) -> Option<Phrase> {
    let twice = |lead: char| {
        line.char_indices().find(|(at, c)| {
            let next = line[at + c.len_utf8()..].chars().next();
            *c == lead && next.is_some_and(|next| ('\u{80}'..='\u{bf}').contains(&next))
        })
    };
    let shown = |what: &str| Phrase::untranslated(sanitize(what).into_owned());
    if let Some((at, _)) = twice('Ã').or_else(|| twice('Â')) {
        return Some(shown(&line[at..].chars().take(2).collect::<String>()));
    }
    if line.contains("â€") {
        return Some(shown("â€"));
    }
    if let Some(markup) = MARKUP.iter().find(|markup| line.contains(*markup)) {
        return Some(shown(markup));
    }
    let hidden = line.chars().find(|c| *c == '\u{fffd}' || c.is_control() && *c != '\t')?;
    Some(shown(&hidden.to_string()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn markup_of_the_wiki_is_garbage_and_single_marks_are_not() {
        for line in ["**gras", "{{attach file}}", "[[Page]]", "un \"\"<b>mot</b>\"\""] {
            assert!(suspicious(line) && garbage(line).is_some(), "{line}");
        }
        for line in ["un [mot]", "{a}", "a < b", "C++", "dit \"oui\""] {
            assert!(garbage(line).is_none(), "{line}");
        }
    }

    proptest! {
        /// What is not seen in all texts of a sheet at once need not be looked for in each.
        #[test]
        fn what_is_seen_in_a_text_is_seen_among_others(
            text in "[a*{\\[\"<ÃÂâ€\u{82}\u{fffd}\u{7} ]{0,12}",
            others in "\\PC{0,20}",
        ) {
            let all = format!("{others}\n{text}\n{others}");
            prop_assert!(!suspicious(&text) || suspicious(&all), "{text:?}");
        }

        #[test]
        fn no_garbage_is_missed_at_a_glance(line in "[a*{\\[\"<ÃÂâ€\u{82}\u{fffd}\u{7} ]{0,12}") {
            prop_assert!(garbage(&line).is_none() || suspicious(&line), "{line:?}");
        }
    }
}
