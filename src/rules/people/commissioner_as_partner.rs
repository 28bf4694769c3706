//! One organisation that commissions and is a partner.

use std::collections::HashMap;

use crate::finding::{Lint, Severity};
use crate::lang::{Text, text};
use crate::portfolio::Location;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};
use crate::text::fold::name_key;

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "commissioner-as-partner",
        severity: Severity::Warning,
        title: text!(
            "commissioner also listed as a partner",
            "commanditaire inscrit aussi comme partenaire",
        ),
        why: text!(
            "Partners are counted separately from commissioners: an organisation in both lists \
             counts twice.",
            "Les partenaires sont comptés à part des commanditaires : une organisation dans les \
             deux listes compte double.",
        ),
        help: text!(
            "remove this organisation from one of the two lists",
            "retirez cette organisation de l'une des deux listes",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
commissioners:
  - Habitat 74
partners:
  - ⟦Habitat 74⟧
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
commissioners:
  - Habitat 74
partners:
  - Maison des associations
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let sheet = context.sheet;
    let mut commissioners = HashMap::new();
    for (index, one) in sheet.commissioners.iter().enumerate() {
        commissioners.entry(name_key(&one.name)).or_insert(index);
    }
    let partners = sheet.partners.iter().enumerate();
    let both = partners.filter_map(|(index, partner)| {
        let other = commissioners.get(&name_key(&partner.name))?;
        let also = Location::field(format!("commissioners[{other}]"));
        Some(FieldFinding::at(format!("partners[{index}]"), AGAIN).with_related(also, COMMISSIONER))
    });
    both.collect()
}

const AGAIN: Text = text!("also a commissioner", "aussi commanditaire");
const COMMISSIONER: Text = text!("the commissioner", "le commanditaire");
