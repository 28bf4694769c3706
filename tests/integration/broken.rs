//! The gallery of errors: the bad example of every code, told in both languages.
//!
//! An example is one sheet, or several files that lines `# projects/….yaml`, `# sheet.yaml` and
//! `# sheet.schema.json` begin. What no example can be in a few lines of text is a file of `tests/fixtures/broken`.

use std::fs;
use std::path::PathBuf;

use project_sheet::finding::Lint;
use project_sheet::report::explain::unmarked;
use project_sheet::rules;

use crate::harness::{Test, root};
use crate::readme::split;

fn folder() -> PathBuf {
    root().join("tests/fixtures/broken")
}

/// What is wrong, to the byte: that of the fixture, else that of the lint's own example.
fn bad(lint: &Lint) -> Vec<u8> {
    let fixture = fs::read(folder().join(format!("{}.yaml", lint.code)));
    fixture.unwrap_or_else(|_| unmarked(lint.bad).into_bytes())
}

/// A collection of the files of one example.
fn collection(lint: &Lint) -> Test {
    let bytes = bad(lint);
    let starts = |line: &&[u8]| {
        let end = line.trim_ascii_end();
        line.starts_with(b"# ") && (end.ends_with(b".yaml") || end.ends_with(b".json"))
    };
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if starts(&line) {
            let path = String::from_utf8_lossy(&line[2..]).trim().to_owned();
            files.push((path, Vec::new()));
            continue;
        }
        if files.is_empty() {
            files.push(("projects/forum.yaml".to_owned(), Vec::new()));
        }
        files.last_mut().expect("there is one").1.extend_from_slice(line);
    }
    files.into_iter().fold(Test::new(), |test, (path, text)| test.file(&path, text))
}

/// What no file of the repository can be: a file that the system refuses to read.
const NO_FILE: &str = "unreadable-file";

#[test]
fn a_fixture_is_there_only_for_what_no_example_can_be() {
    for file in fs::read_dir(folder()).expect("the folder") {
        let name = file.expect("a file").file_name().into_string().expect("a plain name");
        let code = name.strip_suffix(".yaml").expect("a sheet");
        let lint = rules::lints().find(|lint| lint.code == code).expect("a code");
        assert_ne!(bad(lint), unmarked(lint.bad).into_bytes(), "{name} is the example of its lint");
    }
}

#[test]
fn every_code_is_told_in_both_languages() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots/broken");
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| {
        for lint in rules::lints().filter(|lint| lint.code != NO_FILE) {
            let told = |test: Test, lang: &str| {
                let args = ["validate", "--files", "--rule", lint.code, "--lang", lang];
                // Whole findings, on a day on which all of them are due.
                let answer = test.today("2023-06-01").args(args).run();
                assert!(answer.stdout.contains(lint.code), "{answer:?}");
                answer.shown()
            };
            let (fr, en) = (told(collection(lint), "fr"), told(collection(lint), "en"));
            insta::assert_snapshot!(lint.code, format!("{fr}\n{en}"));
        }
    });
}

#[test]
fn what_is_shown_to_be_typed_fixes_the_finding() {
    let mut typed = 0;
    for lint in rules::lints().filter(|lint| lint.code != NO_FILE) {
        let test = collection(lint).today("2023-06-01");
        let validate = ["validate", "--files", "--rule", lint.code, "--lang", "en"];
        let shown = test.run_with(validate);
        // Whoever sees it types the words for which `…` stands.
        let is_whole = |line: &&str| line.starts_with("sheet ") && !line.contains('…');
        for command in shown.stdout.lines().map(str::trim).filter(is_whole) {
            let answer = test.run_with(split(command.trim_start_matches("sheet ")));
            assert_eq!(answer.code, 0, "{}: {command}: {answer:?}", lint.code);
            typed += 1;
            let after = test.run_with(validate);
            assert!(!after.stdout.contains(lint.code), "{}: {command}: {after:?}", lint.code);
        }
    }
    assert!(typed >= 8, "{typed}");
}

/// Every sheet of the tests and examples, good or broken, by its name.
pub(crate) fn all() -> Vec<(String, Vec<u8>)> {
    let folders = [root().join("tests/fixtures/valid/projects"), root().join("examples/projects")];
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let mut files: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    files.sort();
    let valid =
        files.into_iter().map(|path| (path.display().to_string(), fs::read(path).expect("a file")));
    let broken = rules::lints().filter(|lint| lint.code != NO_FILE);
    broken.map(|lint| (lint.code.to_owned(), bad(lint))).chain(valid).collect()
}
