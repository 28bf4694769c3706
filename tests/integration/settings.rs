//! `sheet.yaml`: what a collection has agreed on, read and told like a sheet.

use crate::harness::{SMALL, Test};

fn told(settings: &str, sheet: &str) -> Vec<(String, String)> {
    let test = Test::new().file("sheet.yaml", settings).sheet("a", sheet);
    let json = test.args(["validate", "--format", "json"]).run().json();
    let findings = json["findings"].as_array().expect("a list");
    let word = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    findings.iter().map(|told| (word(&told["code"]), word(&told["severity"]))).collect()
}

fn pair(code: &str, severity: &str) -> (String, String) {
    (code.to_owned(), severity.to_owned())
}

#[test]
fn the_weight_of_a_finding_is_a_matter_of_agreement() {
    let sheet = format!("{SMALL}team: [Alix]\n");
    assert_eq!(told("", &sheet), [pair("first-name-only", "hint")]);
    assert_eq!(
        told("severities: {first-name-only: error}\n", &sheet),
        [pair("first-name-only", "error")]
    );
    assert_eq!(told("severities: {first-name-only: off}\n", &sheet), []);
    assert_eq!(
        told("severities: {first-name-only: jamais}\n", &sheet),
        [],
        "a label is as good as its code"
    );
}

#[test]
fn what_cannot_be_trusted_cannot_be_talked_away() {
    let test = Test::new().file("sheet.yaml", "severities: {bad-date: off}\n");
    let test = test.sheet("a", format!("{SMALL}dates: {{start: 2023-13-01}}\n"));
    let answer = test.args(["validate", "--lang", "fr"]).run();
    insta::assert_snapshot!(answer.shown());
}

#[test]
fn fields_can_be_required_and_names_agreed_on() {
    assert_eq!(told("required: [cost]\n", SMALL), [pair("missing-required", "error")]);
    let settings = "vocabulary:\n  tools: [Forum ouvert, {name: Porte à porte, aliases: [porteàporte]}]\n  people: [Alix Durand]\n";
    let sheet = format!(
        "{SMALL}tools: [forum-ouvert, porteàporte, Forum]\nteam: [Alix Durand, Alix Durant]\n"
    );
    assert_eq!(
        told(settings, &sheet),
        [pair("unknown-tool", "warning"), pair("unknown-person", "warning")]
    );
    let test = Test::new().file("sheet.yaml", settings).sheet("a", sheet);
    let text = test.args(["validate"]).run().stdout;
    assert!(text.contains("did you mean `Alix Durand`?"), "{text}");
}

#[test]
fn the_language_is_that_of_the_collection_unless_somebody_asks_for_another() {
    let collection = || Test::new().file("sheet.yaml", "language: fr\n").sheet("a", SMALL);
    assert_eq!(collection().args(["validate"]).stdout(), "1\u{a0}fiche : rien à signaler\n");
    assert_eq!(
        collection().args(["validate", "--lang", "en"]).stdout(),
        "1\u{a0}sheet: nothing to say\n"
    );
    let wrong = collection().args(["nonsense"]);
    let output = wrong.command().env("SHEET_LANG", "en").output().expect("it runs");
    assert!(String::from_utf8_lossy(&output.stderr).contains("there is no verb"));
    let elsewhere =
        Test::new().file("inner/sheet.yaml", "language: fr\n").file("inner/projects/a.yaml", SMALL);
    let answer = elsewhere.args(["--dir", "inner", "validate"]).stdout();
    assert_eq!(answer, "1\u{a0}fiche : rien à signaler\n");
}

#[test]
fn a_broken_file_is_told_at_its_place_and_stops_nobody() {
    for settings in ["langage: fr\n", "a: [", "\u{0}", "- a\n", "language: de\n"] {
        let test = || Test::new().file("sheet.yaml", settings).sheet("a", SMALL);
        let answer = test().args(["validate", "--format", "short"]).run();
        assert_eq!(answer.code, 1, "{settings}: {answer:?}");
        assert!(answer.stdout.starts_with("sheet.yaml:1:"), "{answer:?}");
        let list = test().args(["list", "--columns", "id", "--format", "csv"]).run();
        assert_eq!((list.code, list.stdout.as_str()), (0, "id\na\n"));
        assert!(list.stderr.contains("sheet.yaml"), "{list:?}");
    }
    let empty = Test::new().file("sheet.yaml", "# rien\n").sheet("a", SMALL).args(["validate"]);
    assert_eq!(empty.stdout(), "1\u{a0}sheet: nothing to say\n");
}
