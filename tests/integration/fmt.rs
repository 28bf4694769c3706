//! `sheet fmt`: every comment and every datum stays, and what is canonical is left alone.

use std::fs;

use proptest::prelude::*;

use crate::harness::{SMALL, Test, three};

/// What `show` tells machines of a sheet.
fn said(test: &Test, id: &str) -> String {
    let answer = test.run_with(["show", id, "--format", "json"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    answer.stdout
}

#[test]
fn values_are_brought_to_their_form_and_the_rest_stays() {
    let text = "# note\ntitle: a   # ici\nterritory: {name: b, population: 1 400 hab.}\ncost: 9 500 € HT # cher\ndates:\n  # début\n  start: 1er mars 2023\n  end: 2023\nteam: Alix D. et Sam\nx-a:   b\n";
    let test = Test::new().sheet("a", text);
    let before = said(&test, "a");
    let test = test.args(["fmt"]);
    assert_eq!(test.run().code, 0);
    let after = fs::read_to_string(test.path().join("projects/a.yaml")).expect("the sheet");
    assert_eq!(
        after,
        "# note\ntitle: a   # ici\nterritory: {name: b, population: 1400}\ncost: # cher\n  amount: 9500\n  tax: HT\ndates:\n  # début\n  start: \"2023-03-01\"\n  end: 2023\nteam:\n  - Alix D.\n  - Sam\nx-a:   b\n"
    );
    assert_eq!(said(&test, "a"), before);
}

#[test]
fn a_check_writes_nothing_and_ends_with_1() {
    let text = format!("{SMALL}cost: 9 500 € HT\n");
    let test = Test::new().sheet("a", &text).args(["fmt", "--check", "--lang", "fr"]);
    let answer = test.run();
    assert_eq!(answer.code, 1);
    assert!(
        answer.stdout.contains("9 500 € HT") && answer.stdout.contains("amount: 9500"),
        "{}",
        answer.stdout
    );
    assert_eq!(fs::read_to_string(test.path().join("projects/a.yaml")).expect("the sheet"), text);
    let answer = Test::new().sheet("a", SMALL).args(["fmt", "--check"]).run();
    assert_eq!((answer.code, answer.stdout.as_str()), (0, ""));
}

#[test]
fn what_cannot_be_read_or_placed_stays_as_it_is_written() {
    for line in [
        "cost: entre 7000 et 15 000 €",
        "population: 12",
        "team: Alix D. ; 36 personnes",
        "effort: beaucoup",
        "dates: {start: 31.02.2023}",
    ] {
        let text = format!("{SMALL}{line}\n");
        let test = Test::new().sheet("a", &text).args(["fmt"]);
        test.run();
        assert_eq!(
            fs::read_to_string(test.path().join("projects/a.yaml")).expect("the sheet"),
            text,
            "{line}"
        );
    }
    let partly = "title: a\nterritory: {name: b, population: 2200 habitants (956 foyers)}\n";
    let test = Test::new().sheet("a", partly).args(["fmt"]);
    test.run();
    assert_eq!(fs::read_to_string(test.path().join("projects/a.yaml")).expect("the sheet"), partly);
}

#[test]
fn formatting_twice_is_formatting_once() {
    let test = three().args(["fmt"]);
    assert_eq!(test.run().code, 0);
    let answer = test.args(["fmt", "--check"]).run();
    assert_eq!((answer.code, answer.stdout.as_str()), (0, ""));
}

#[test]
fn one_broken_sheet_hinders_no_other() {
    let test =
        Test::new().sheet("a", "title: [").sheet("b", format!("{SMALL}cost: 5 €\n")).args(["fmt"]);
    let answer = test.run();
    assert_eq!(answer.code, 1);
    assert!(answer.stderr.contains("projects/a.yaml"), "{}", answer.stderr);
    let after = fs::read_to_string(test.path().join("projects/b.yaml")).expect("the sheet");
    assert_eq!(after, format!("{SMALL}cost:\n  amount: 5\n"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_datum_and_every_comment_stays(
        cost in prop::sample::select(vec!["9 500 € HT", "gratuit", "{amount: '12.50', tax: hors taxes}", "~8000€", "\n  amount: 5 000\n  # part\n  shares: [{from: a, percent: 50}]"]),
        start in prop::sample::select(vec!["1er mars 2023", "03/2023", "2023", "'2023-03-01'", "début 2023", "hiver 2023"]),
        team in prop::sample::select(vec!["Alix, Sam", "[Alix, {name: Sam}]", "\n  - Alix # chef\n  - name: Sam\n    role: scribe", "Lou (son) ; Max"]),
        note in prop::sample::select(vec!["", "  # une note"]),
    ) {
        let note = if cost.contains('\n') { "" } else { note };
        let text = format!("title: a\nterritory:\n  name: b{note}\n  population: 1.400 hab.\ncost: {cost}{note}\n# entre\ndates:\n  start: {start}{note}\nteam: {team}\n# fin\n");
        let test = Test::new().sheet("a", &text);
        let before = said(&test, "a");
        let test = test.args(["fmt"]);
        let answer = test.run();
        let after = fs::read_to_string(test.path().join("projects/a.yaml")).expect("the sheet");
        prop_assert_eq!(said(&test, "a"), before, "{:?}\n{}\n{}", answer, text, after);
        prop_assert_eq!(after.matches('#').count(), text.matches('#').count(), "{}\n{}", text, after);
        test.run();
        prop_assert_eq!(fs::read_to_string(test.path().join("projects/a.yaml")).expect("the sheet"), after);
    }
}

#[test]
fn a_folder_that_merely_has_the_name_of_a_collection_is_left_alone() {
    let config = "title: 2023-03-01\nteam: Alix\ncost: 9 500 € HT\n";
    let sheet = "title: Forum\nterritory: {name: T}\nteam: Alix ; Sam\n";
    for args in [&["fmt"][..], &["fmt", "--check"], &["validate", "--fix"]] {
        for (lang, why) in [
            (
                "en",
                "not changed, because the title or the territory is missing: projects/web/site.yaml\n",
            ),
            (
                "fr",
                "pas modifiés, car il manque le titre ou le territoire\u{a0}: projects/web/site.yaml\n",
            ),
        ] {
            let test = Test::new().file("projects/web/site.yaml", config).sheet("a", sheet);
            let test = test.args([args, &["--lang", lang][..]].concat());
            let answer = test.run();
            assert_eq!(answer.code, 1, "{answer:?}");
            assert!(
                answer.stderr.contains(why) && answer.stderr.contains("sheet init"),
                "{answer:?}"
            );
            let read =
                |path: &str| std::fs::read_to_string(test.path().join(path)).expect("it is there");
            assert_eq!(read("projects/web/site.yaml"), config);
            assert!(args != ["fmt"] || read("projects/a.yaml") != sheet, "{answer:?}");
        }
    }
    let agreed = Test::new().file("sheet.yaml", "").sheet("a", config).args(["fmt"]);
    assert!(!agreed.run().stderr.contains("left alone"));
    let named = Test::new().sheet("site", config).args(["fmt", "site"]);
    assert!(!named.run().stderr.contains("left alone"));
}

#[test]
fn every_line_of_a_file_ends_as_its_others() {
    let text = "title: A\nterritory: {name: T, population: 1 400 hab.}\ncost: 9 500 € HT # cher\n\
                team: Alix D. et Sam\ndates:\n  start: 1er mars 2023\nlessons:\n  nuggets:\n    \
                - text: Un\n      tools: forum, carte\n    - Deux\n  words:\n    - {from: Ida, text: Oui}\n\
                documents:\n  - title: Plan\n    size: 3 Mo\n";
    for text in [text.to_owned(), text.replace('\n', "\r\n")] {
        let test = Test::new().sheet("a", &text).args(["fmt"]);
        assert_eq!(test.run().code, 0);
        let after = fs::read_to_string(test.path().join("projects/a.yaml")).expect("the sheet");
        assert_ne!(after, text);
        let ends = [after.matches("\r\n").count(), after.matches('\n').count()];
        let expected = if text.contains('\r') { ends[1] } else { 0 };
        assert_eq!(ends[0], expected, "{after:?}");
    }
}
