//! Every sheet of `examples/` and `projects/` is good, and every command runs on it.

use std::fs;

use project_sheet::render::Reader;

use crate::harness::{Answer, Test, formats, root};

fn in_folder(folder: &str, args: &[&str]) -> Answer {
    Test::within(folder).args(args).run()
}

#[test]
fn the_examples_are_whole() {
    let answer = in_folder("examples", &["validate", "--strict", "--format", "json"]);
    let findings = answer.json();
    assert_eq!(answer.code, 0, "{findings:#}");
    let sheets = fs::read_dir(root().join("examples/projects")).expect("the examples").count();
    assert!(sheets >= 3);
    assert_eq!(findings["summary"]["sheets"], sheets);
}

#[test]
fn every_verb_that_asks_runs_on_every_example() {
    let tools = in_folder("examples", &["list", "--columns", "tools", "--format", "csv"]).stdout;
    let tool = tools.lines().nth(1).and_then(|line| line.trim_matches('"').split(';').next());
    let tool = tool.expect("a tool of an example");
    for verb in [
        vec!["list"],
        vec!["filter", "text:"],
        vec!["summarize"],
        vec!["summarize", "--by", "team"],
        vec!["facets"],
        vec!["timeline"],
        vec!["search", "bancs"],
        vec!["brief", "un forum"],
        vec!["todo"],
        vec!["ask"],
        vec!["checklist", tool],
        vec!["explain"],
    ] {
        for format in formats(|reader| reader != Reader::FindingsViewer) {
            // A question is a form for one person.
            if verb[0] == "ask" && format == "html" {
                continue;
            }
            let args: Vec<&str> = verb.iter().copied().chain(["--format", format]).collect();
            let answer = in_folder("examples", &args);
            assert_eq!(answer.code, 0, "{args:?}: {answer:?}");
            assert!(!answer.stdout.trim().is_empty(), "{args:?}: {answer:?}");
        }
    }
    for file in fs::read_dir(root().join("examples/projects")).expect("the examples") {
        let path = file.expect("a file").path();
        let id = path.file_stem().and_then(|stem| stem.to_str()).expect("a plain name");
        let answer = in_folder("examples", &["show", id, "--lang", "fr"]);
        assert_eq!(answer.code, 0, "{answer:?}");
        assert!(!answer.stdout.contains("N'A PAS PU"), "{}", answer.stdout);
    }
}

#[test]
fn the_projects_of_the_repository_have_just_the_warnings_that_their_facts_deserve() {
    let answer = in_folder("", &["validate", "--format", "json"]);
    let json = answer.json();
    assert_eq!(answer.code, 0);
    let mut codes: Vec<String> = json["findings"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|finding| finding["path"] == "projects/levant-les-tattes.yaml")
        .map(|finding| finding["code"].as_str().expect("a code").to_owned())
        .collect();
    codes.sort();
    codes.dedup();
    assert_eq!(
        codes,
        [
            "document-without-location",
            "done-without-outcome",
            "done-without-tool",
            "duration-against-dates",
            "first-name-only",
            "lesson-without-action",
            "member-without-word",
            "never-reviewed",
            "one-sided-lessons",
        ]
    );
}
