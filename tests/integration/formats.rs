//! Findings in every format: what editors, GitHub, code scanners and CI servers are given.

use serde_json::Value;

use crate::harness::{SMALL, Test, root};

/// One fault of each severity, behind accents and wide characters.
fn faulty() -> Test {
    Test::new()
        .sheet("a b", SMALL)
        .sheet("c", "title: Été 漢字 <b> & \"x\", 100%\nterritory: {name: T, insee: 01160}\ncost: 12 €\nteam: [Zoé]\n")
}

fn shown(format: &str, lang: &str) -> String {
    faulty().args(["validate", "--format", format, "--lang", lang]).run().shown()
}

#[test]
fn one_line_for_each_finding() {
    insta::assert_snapshot!("format_short_en", shown("short", "en"));
    insta::assert_snapshot!("format_short_fr", shown("short", "fr"));
}

#[test]
fn github_is_given_errors_first_and_a_summary() {
    insta::assert_snapshot!("format_github", shown("github", "en"));
}

#[test]
fn ci_servers_are_given_junit() {
    insta::assert_snapshot!("format_junit", shown("junit", "en"));
    let clean = Test::new().sheet("a", SMALL).args(["validate", "--format", "junit"]).stdout();
    insta::assert_snapshot!("format_junit_clean", clean);
}

#[test]
fn sarif_is_valid_against_the_standards_schema() {
    let schema = std::fs::read(root().join("tests/fixtures/sarif-2.1.0.schema.json"));
    let schema: Value = serde_json::from_slice(&schema.expect("the schema")).expect("JSON");
    let schema = jsonschema::draft7::new(&schema).expect("a schema");
    let clean = || Test::new().sheet("a", SMALL);
    for sheets in [faulty as fn() -> Test, clean] {
        for lang in ["fr", "en"] {
            let answer = sheets().args(["validate", "--format", "sarif", "--lang", lang]).run();
            let errors: Vec<String> =
                schema.iter_errors(&answer.json()).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{errors:?}");
        }
    }
    let sarif = faulty().args(["validate", "--format", "sarif"]).run().json();
    let run = &sarif["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    for result in run["results"].as_array().expect("results") {
        let rule = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], result["ruleId"]);
    }
    let uri = &run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "projects/a%20b.yaml");
}

#[test]
fn a_format_for_findings_is_refused_elsewhere() {
    for format in ["short", "github", "sarif", "junit"] {
        let answer = Test::new().args(["list", "--format", format]).run();
        assert_eq!(answer.code, 2, "{answer:?}");
        assert!(answer.stderr.contains(&format!("sheet validate --format {format}")), "{answer:?}");
        assert_eq!(answer.stdout, "");
    }
}
