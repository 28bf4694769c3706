//! A SIRET or SIREN whose digits do not agree.

use crate::finding::{Lint, Severity};
use crate::lang::text;
use crate::rules::{Check, CheckContext, FieldFinding, Rule};

pub static RULE: Rule = Rule {
    lint: Lint {
        code: "bad-checksum",
        severity: Severity::Error,
        title: text!("SIRET or SIREN with a wrong digit", "SIRET ou SIREN avec un chiffre faux"),
        why: text!(
            "The last digit is a checksum of the others: one digit is wrong, or two are swapped.",
            "Le dernier chiffre contrôle les autres : un chiffre est faux, ou deux sont inversés.",
        ),
        help: text!(
            "copy it again from https://annuaire-entreprises.data.gouv.fr",
            "recopiez-le depuis https://annuaire-entreprises.data.gouv.fr",
        ),
        bad: "\
title: Forum ouvert
territory:
  name: Trifouilly
commissioners:
  - name: Habitat 74
    siret: ⟦\"73282932000075\"⟧
",
        good: "\
title: Forum ouvert
territory:
  name: Trifouilly
commissioners:
  - name: Habitat 74
    siret: \"73282932000074\"
",
    },
    check: Check::Sheet(check),
};

fn check(context: &CheckContext) -> Vec<FieldFinding> {
    let sheet = context.sheet;
    let lists = [("commissioners", &sheet.commissioners), ("partners", &sheet.partners)];
    let wrong = lists.into_iter().flat_map(|(key, organisations)| {
        let numbered = organisations.iter().enumerate();
        numbered.filter(|(_, one)| one.siret.as_deref().is_some_and(is_wrong)).map(
            move |(index, _)| {
                let label = text!("wrong check digit", "chiffre de contrôle faux");
                FieldFinding::at(format!("{key}[{index}].siret"), label)
            },
        )
    });
    wrong.collect()
}

/// Whether the digits disagree. Source: the formula of Luhn (ISO/IEC 7812-1); the establishments
/// of La Poste (SIREN 356 000 000) are checked by the sum of their digits, a multiple of five.
fn is_wrong(text: &str) -> bool {
    let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(10)).collect();
    if !matches!(digits.len(), 9 | 14) {
        return false;
    }
    let poste = digits.len() == 14 && digits.starts_with(&[3, 5, 6, 0, 0, 0, 0, 0, 0]);
    let weighed = digits.iter().rev().enumerate().map(|(place, digit)| match place % 2 {
        0 => *digit,
        _ => digit * 2 / 10 + digit * 2 % 10,
    });
    let luhn = weighed.sum::<u32>() % 10 == 0;
    !(luhn || poste && digits.iter().sum::<u32>() % 5 == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_are_checked_and_la_poste_has_a_rule_of_its_own() {
        for right in ["732829320", "732 829 320 00074", "35600000000048", "35600000049837", "12"] {
            assert!(!is_wrong(right), "{right}");
        }
        for wrong in ["732829321", "73282932000075", "35600000049838"] {
            assert!(is_wrong(wrong), "{wrong}");
        }
    }
}
