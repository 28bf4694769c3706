//! `sheet validate --fix`: mends what takes no judgement, to the byte, and loses nothing.

use std::fs;

use proptest::prelude::*;

use crate::broken;
use crate::harness::{SMALL, Test};

fn fixed(text: &str) -> (Test, String) {
    let test = Test::new().sheet("a", text).args(["validate", "--fix"]);
    test.run();
    let after = fs::read_to_string(test.path().join("projects/a.yaml")).expect("the sheet");
    (test, after)
}

#[test]
fn what_takes_no_judgement_is_mended_and_nothing_else() {
    for (line, expected) in [
        ("cost: 9500€HT   # devis", "cost:   # devis\n  amount: 9500\n  tax: HT"),
        ("x-a:   [1,  2]", "x-a:   [1,  2]"),
        (
            "commissioners: Habitat 74 et Ville de T",
            "commissioners:\n  - Habitat 74\n  - Ville de T",
        ),
        // Whether one item is two, its writer must say.
        ("commissioners: [Habitat 74 et Ville de T]", "commissioners: [Habitat 74 et Ville de T]"),
        (
            "dates:\n  end: du 1er mars au 10 octobre 2023",
            "dates:\n  start: \"2023-03-01\"\n  end: \"2023-10-10\"",
        ),
        (
            "dates:\n  start: mars à juin 2023  # devis\n  end: 2023-06\n  duration: 4 months",
            "dates:\n  start: 2023-03  # devis\n  end: 2023-06\n  duration: 4 months",
        ),
        ("dates: 2022-2023", "dates:\n  start: \"2022\"\n  end: \"2023\""),
        // One that contradicts the other date, or itself, is left.
        ("dates: {start: 2022-2023, end: 2024}", "dates: {start: 2022-2023, end: 2024}"),
        ("dates: {start: mai à mars 2023}", "dates: {start: mai à mars 2023}"),
        (
            "lessons:\n  words:\n    - Alix : oui",
            "lessons:\n  words:\n    - from: Alix\n      text: oui",
        ),
        ("lessons:\n  words:\n    - txt: oui", "lessons:\n  words:\n    - txt: oui"),
        ("effort: {days: 2,5}", "effort: {days: 2.5}"),
        ("documents: [{title: a}]", "documents: [{title: a}]"),
        ("summary:", "summary:"),
    ] {
        let before = format!("# tête\n{SMALL}{line}\n");
        let (_, after) = fixed(&before);
        let kept = after.starts_with(&format!("# tête\n{SMALL}"));
        assert!(kept, "{after}");
        let words = |text: &str| text.replace([' ', '\n', '{', '}', '[', ']', ','], "");
        assert_eq!(words(&after), words(&format!("# tête\n{SMALL}{expected}\n")), "{after}");
    }
}

#[test]
fn only_what_is_asked_for_is_mended() {
    let text = format!("{SMALL}cost: 9500€HT\ntools: {{}}\nteam: Alix Durand, Noé Petit\n");
    let test = Test::new().sheet("a", &text);
    let read = || fs::read_to_string(test.path().join("projects/a.yaml")).expect("the sheet");
    for more in [["--rule", "bad-date"], ["--severity", "error"], ["--rule", "uncertain-value"]] {
        test.run_with(["validate", "--fix"].into_iter().chain(more));
        assert_eq!(read(), text, "{more:?}");
    }
    test.run_with(["validate", "--fix", "--rule", "not-canonical"]);
    assert_ne!(read(), text);
}

#[test]
fn a_text_with_a_colon_and_an_eaten_zero_get_their_quotation_marks() {
    let (test, after) =
        fixed("title: Phase 2 : toiture\nterritory:\n    name: T\n    insee: 01160   # Ain\n");
    assert_eq!(
        after,
        "title: \"Phase 2 : toiture\"\nterritory:\n    name: T\n    insee: \"01160\"   # Ain\n"
    );
    assert_eq!(test.args(["validate"]).run().code, 0);
}

#[test]
fn a_passage_that_stands_twice_stands_once() {
    let long = "La commune souhaite que les habitants de chaque hameau décident ensemble du budget des fêtes.";
    let before = format!(
        "{SMALL}description:\n  request: |-\n    {long}\n    Elle a deux mois.\n\n    {long}\n    Elle a deux mois.\n    Puis elle vote.\n"
    );
    let (test, after) = fixed(&before);
    assert_eq!(after.matches(long).count(), 1, "{after}");
    assert!(after.contains("Puis elle vote."), "{after}");
    assert!(!test.args(["validate"]).run().stdout.contains("repeated-paragraph"));
}

#[test]
fn what_would_be_mended_is_shown_and_not_written() {
    let text = format!("{SMALL}cost: 9500€HT\n");
    let test =
        Test::new().sheet("a", &text).args(["validate", "--fix", "--dry-run", "--lang", "fr"]);
    insta::assert_snapshot!(test.run().shown());
    assert_eq!(fs::read_to_string(test.path().join("projects/a.yaml")).expect("it"), text);
    let clean = Test::new().sheet("a", SMALL).args(["validate", "--fix", "--dry-run"]).run();
    assert_eq!(clean.code, 0, "{clean:?}");
    let alone = Test::new().args(["validate", "--dry-run"]).run();
    assert_eq!(alone.code, 2, "{alone:?}");
}

#[test]
fn a_second_fix_finds_nothing_to_do() {
    for (path, bytes) in broken::all() {
        let test = Test::new().file("projects/a.yaml", &bytes).args(["validate", "--fix"]);
        test.run();
        let once = fs::read(test.path().join("projects/a.yaml")).expect("the sheet");
        let again = test.run();
        let twice = fs::read(test.path().join("projects/a.yaml")).expect("the sheet");
        assert_eq!(once, twice, "{path}");
        assert!(again.stderr.contains("nothing to fix"), "{again:?}");
    }
}

/// The words of a text, without the marks that YAML sets between them.
fn words(text: &str) -> Vec<String> {
    let letters = |c: char| !c.is_alphanumeric();
    let mut words: Vec<String> = text.split(letters).map(str::to_owned).collect();
    words.retain(|word| !word.is_empty());
    words.sort();
    words
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn no_word_is_lost(
        title in "[A-Za-zé]{1,8}( : [a-z]{1,5})?",
        name in "[A-Z][a-z]{1,8}( et Ville de [A-Z][a-z]{1,6})?",
        insee in "0[0-9]{4}",
        comment in "[a-z ]{0,12}",
        own in "[a-z]{1,6}: [a-z]{1,6}",
    ) {
        let text = format!("# {comment}\ntitle: {title}\nterritory:\n  name: T\n  insee: {insee} # {comment}\ncommissioners:\n  - {name}\nx-{own}\n");
        let (_, after) = fixed(&text);
        let lost: Vec<String> = words(&text).into_iter().filter(|word| word != "et" && !words(&after).contains(word)).collect();
        prop_assert!(lost.is_empty(), "{lost:?} of {text}\n{after}");
    }
}
