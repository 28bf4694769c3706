//! `sheet init`: a collection that validates, made whole, over nothing.

use std::fs;

use crate::harness::Test;

fn begun(lang: &str, args: &[&str]) -> (Test, String) {
    let test = Test::new();
    fs::remove_dir(test.path().join("projects")).expect("an empty folder");
    let test = test.args(["init", "--lang", lang].iter().chain(args));
    let answer = test.stdout();
    (test, answer)
}

#[test]
fn a_new_collection_validates_in_both_languages() {
    for (lang, example) in [("fr", "exemple"), ("en", "example")] {
        let (test, answer) = begun(lang, &[]);
        assert!(answer.contains(&format!("projects/{example}.yaml")), "{answer}");
        let text = fs::read_to_string(test.path().join(format!("projects/{example}.yaml")));
        let text = text.expect("the example");
        assert!(text.starts_with("# yaml-language-server: $schema=../sheet.schema.json\n"));
        let schema = fs::read_to_string(test.path().join("sheet.schema.json")).expect("the schema");
        let test = test.args(["validate", "--strict", "--format", "json"]);
        let told = test.run().json();
        assert_eq!(told["findings"].as_array().map(Vec::len), Some(0), "{told:#}");
        assert_eq!(test.args(["schema"]).stdout(), schema);
    }
}

#[test]
fn what_is_there_stays() {
    let (test, _) = begun("fr", &[]);
    fs::write(test.path().join("projects/exemple.yaml"), "à moi").expect("a file");
    fs::write(test.path().join(".github/workflows/sheets.yml"), "à moi").expect("a file");
    let test = test.args(["init", "--lang", "fr"]);
    insta::assert_snapshot!(test.stdout());
    for path in ["projects/exemple.yaml", ".github/workflows/sheets.yml"] {
        assert_eq!(fs::read_to_string(test.path().join(path)).expect("a file"), "à moi");
    }
}

#[test]
fn the_job_is_for_the_forge_that_is_named() {
    for (forge, path) in [
        ("github", Some(".github/workflows/sheets.yml")),
        ("gitlab", Some(".gitlab-ci.yml")),
        ("none", None),
    ] {
        let (test, answer) = begun("en", &["--ci", forge]);
        for other in [".github/workflows/sheets.yml", ".gitlab-ci.yml"] {
            assert_eq!(test.path().join(other).exists(), path == Some(other), "{forge}");
            assert_eq!(answer.contains(other), path == Some(other), "{forge}");
        }
    }
}

#[test]
fn a_folder_is_made_where_it_is_named_and_a_new_sheet_names_the_schema() {
    let (test, _) = begun("en", &["ici/coop"]);
    assert!(test.path().join("ici/coop/projects/example.yaml").exists());
    let test = test.args(["--dir", "ici/coop", "new", "--title", "a", "--territory", "b"]);
    test.stdout();
    let text = fs::read_to_string(test.path().join("ici/coop/projects/a.yaml")).expect("the sheet");
    assert!(text.starts_with("# yaml-language-server: $schema=../sheet.schema.json\ntitle: a\n"));
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let test = Test::new().file("file", "").args(["init", "file/coop"]);
    let answer = test.run();
    assert_eq!(answer.code, 2, "{answer:?}");
    assert!(answer.stderr.contains("file/coop"), "{answer:?}");
}

#[test]
fn after_a_failure_it_says_file_by_file_what_was_written_and_goes_on_the_next_time() {
    let test = Test::new().file(".github", "in the way").args(["init", "--lang", "en"]);
    let answer = test.run();
    assert_eq!(answer.code, 2, "{answer:?}");
    for said in ["schema.json: saved", "example.yaml: saved", "sheets.yml: not saved"] {
        assert!(answer.stderr.contains(said), "{said}: {answer:?}");
    }
    fs::remove_file(test.path().join(".github")).expect("it is there");
    assert_eq!(test.run().code, 0);
    assert!(test.path().join(".github/workflows/sheets.yml").exists());
}
