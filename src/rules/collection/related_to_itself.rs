//! A sheet that names itself where another one belongs.

use crate::finding::{Lint, Severity};
use crate::lang::{Text, text};
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::sheet::lesson_address::split;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "related-to-itself",
        severity: Severity::Warning,
        title: text!("sheet linked to itself", "fiche liée à elle-même"),
        why: text!(
            "A link to the sheet itself leads nowhere, and no project confirms its own lessons.",
            "Un lien vers la fiche elle-même ne mène nulle part, et aucun projet ne confirme ses \
             propres leçons.",
        ),
        help: text!(
            "name another sheet, or remove this id",
            "nommez une autre fiche, ou retirez cet identifiant",
        ),
        bad: "\
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
related:
  - ⟦forum⟧
",
        good: "\
# projects/forum.yaml
title: Forum ouvert
territory:
  name: Trifouilly
related:
  - place
# projects/place.yaml
title: La place
territory:
  name: Perpète
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let sheet = context.sheet;
    let mut found = Vec::new();
    let mut look = |ids: &[String], key: &dyn Fn() -> String| {
        let named = ids.iter().enumerate().filter(|(_, id)| split(id).0 == sheet.id);
        found.extend(
            named.map(|(index, _)| FieldFinding::at(format!("{}[{index}]", key()), ITSELF)),
        );
    };
    look(&sheet.related, &|| "related".to_owned());
    look(&sheet.applied, &|| "applied".to_owned());
    for (key, index, lesson) in sheet.lessons.each() {
        look(&lesson.confirmed_in, &|| format!("{key}[{index}].confirmed-in"));
        look(&lesson.contradicted_in, &|| format!("{key}[{index}].contradicted-in"));
    }
    found
}

const ITSELF: Text = text!("the sheet itself", "la fiche elle-même");

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::config::Config;
    use crate::portfolio::Entry;
    use crate::rules::{self, CheckOptions};
    use crate::text::Source;

    #[test]
    fn it_is_told_wherever_other_sheets_are_named() {
        let text = "title: A\nrelated: [b, a]\napplied: ['a#n1']\nlessons:\n  nuggets:\n    - \
                    {text: T, confirmed-in: [a], contradicted-in: [b, c]}\n";
        let source = Source::of("projects/a.yaml", text.to_owned());
        let entry = Entry::decode(&source, NaiveDate::default()).expect("a sheet");
        let config = Config::default();
        let options = CheckOptions { config: &config, today: NaiveDate::default(), on_disk: None };
        let found = rules::check(&entry, &options).findings.into_iter();
        let found = found.filter(|finding| finding.lint == &RULE.lint);
        let places = found.map(|finding| (finding.span.start.line, finding.span.start.column));
        assert_eq!(places.collect::<Vec<_>>(), [(2, 14), (3, 11), (6, 32)]);
    }
}
