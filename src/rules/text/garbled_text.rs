//! Text that went through the wrong encoding, or through none.

use crate::finding::{Lint, Severity};
use crate::lang::{Phrase, text};
use crate::portfolio::Location;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::text::sanitize::sanitize;

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

/// Whether a text may be garbled: seen in one pass over its bytes.
fn suspicious(text: &str) -> bool {
    let bytes = text.as_bytes();
    let next = |at: usize| bytes.get(at + 1).copied().unwrap_or_default();
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        b'\n' | b'\t' => false,
        0..0x20 | 0x7f | b'*' | 0xef => true,
        b'{' | b'[' => next(at) == *byte,
        b'<' => at > 1 && bytes[at - 2..at] == *b"\"\"",
        0xc2 => next(at) < 0xa0,
        0xc3 => matches!(next(at), 0x82 | 0x83) || next(at) == 0xa2 && next(at + 1) == 0xe2,
        _ => false,
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
}
