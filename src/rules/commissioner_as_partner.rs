//! One organisation that commissions and is a partner.

use std::collections::HashMap;

use crate::finding::{Kind, Severity};
use crate::lang::Text;
use crate::lang::fold::fold_letters;
use crate::portfolio::Place;
use crate::rules::{Check, Remark, Rule, Subject};

pub static RULE: Rule = Rule {
    kind: Kind {
        code: "commissioner-as-partner",
        severity: Severity::Warning,
        title: Text::new(
            "a commissioner that is also a partner",
            "un commanditaire qui est aussi partenaire",
        ),
        why: Text::new(
            "Partners are counted beside the commissioners; one in both counts twice.",
            "Les partenaires se comptent à côté des commanditaires ; qui est des deux côtés compte double.",
        ),
        fix: Text::new("keep it where it belongs", "gardez-le là où il doit être"),
        bad: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ncommissioners:\n  - Habitat 74\npartners:\n  - ⟦Habitat 74⟧\n",
        good: "title: Forum ouvert\nterritory:\n  name: Trifouilly\ncommissioners:\n  - Habitat 74\npartners:\n  - Maison des associations\n",
    },
    check: Check::Within(check),
};

fn check(subject: &Subject) -> Vec<Remark> {
    let sheet = subject.sheet;
    let mut commissioners = HashMap::new();
    for (index, one) in sheet.commissioners.iter().enumerate() {
        commissioners.entry(fold_letters(&one.name)).or_insert(index);
    }
    let partners = sheet.partners.iter().enumerate();
    let both = partners.filter_map(|(index, partner)| {
        let other = commissioners.get(&fold_letters(&partner.name))?;
        let also = Place::field(format!("commissioners[{other}]"));
        Some(Remark::at(format!("partners[{index}]"), AGAIN).with_also(also, COMMISSIONER))
    });
    both.collect()
}

const AGAIN: Text = Text::new("the commissioner, again", "le commanditaire, de nouveau");
const COMMISSIONER: Text = Text::new("the commissioner", "le commanditaire");
