//! A value that the tool would write otherwise.

use crate::finding::{Lint, Severity};
use crate::lang::{Phrase, phrase, text};
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::sheet::canonical;
use crate::text::clip::clip;
use crate::tree::{Change, Tree};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "not-canonical",
        severity: Severity::Hint,
        title: text!("value not in canonical form", "valeur qui n'est pas sous la forme standard",),
        why: text!(
            "`sheet` understands this value; other programs that read the file expect the \
             canonical form.",
            "`sheet` comprend cette valeur ; les autres programmes qui lisent le fichier \
             attendent la forme standard.",
        ),
        help: text!(
            "rewrite it: sheet fmt, or sheet validate --fix",
            "réécrivez cette valeur : sheet fmt, ou sheet validate --fix",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
cost: ⟦9500€HT⟧
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
cost:
  amount: 9500
  tax: HT
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let entry = context.entry;
    let deviations =
        canonical::deviations(&entry.node, &entry.sheet, &context.config.known).into_iter();
    // What is left as it is written has a finding of its own.
    let findings = deviations.filter_map(|deviation| {
        let change = deviation.change.ok()?;
        let (at, label) = match &change {
            Change::Items(items) => {
                let (index, first) = items.first()?;
                let (first, more) = (words(first), items.len() - 1);
                let label = match more {
                    0 => Phrase::untranslated(first),
                    _ => phrase!(
                        "{first}, and {more} more",
                        "{first}, et {more} de plus",
                        first,
                        more,
                    ),
                };
                (format!("{}[{index}]", deviation.key), label)
            }
            Change::Set(value) => (deviation.key.clone(), Phrase::untranslated(words(value))),
            Change::Unset | Change::Add(_) => return None,
        };
        Some(FieldFinding::at(at, label).with_fix(deviation.key, change))
    });
    findings.collect()
}

/// How many characters of a value are shown.
const MAX_LENGTH: usize = 60;

/// A canonical value on one line.
fn words(tree: &Tree) -> String {
    let all = match tree {
        Tree::Missing => String::new(),
        Tree::Text { text, .. } => text.clone(),
        Tree::List(items) => items.iter().map(words).collect::<Vec<_>>().join(", "),
        Tree::Map(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| format!("{key}: {}", words(value)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
        }
    };
    clip(&all, MAX_LENGTH).into_owned()
}
