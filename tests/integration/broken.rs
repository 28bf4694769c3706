//! The gallery of errors: a file for every code, told in both languages.
//!
//! A file of `tests/fixtures/broken` is one sheet, or several files that lines
//! `# projects/….yaml` and `# sheet.yaml` begin.

use std::fs;
use std::path::PathBuf;

use project_sheet::rules;

use crate::harness::{Test, root};

fn folder() -> PathBuf {
    root().join("tests/fixtures/broken")
}

/// A collection of the files of one fixture.
fn collection(code: &str) -> Test {
    let bytes = fs::read(folder().join(format!("{code}.yaml"))).expect("the fixture");
    let starts =
        |line: &&[u8]| line.starts_with(b"# ") && line.trim_ascii_end().ends_with(b".yaml");
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
fn every_code_has_a_file_and_every_file_a_code() {
    let mut codes: Vec<&str> =
        rules::lints().map(|kind| kind.code).filter(|code| *code != NO_FILE).collect();
    codes.sort_unstable();
    let mut files: Vec<String> = fs::read_dir(folder())
        .expect("the folder")
        .map(|file| file.expect("a file").file_name().into_string().expect("a plain name"))
        .collect();
    files.sort_unstable();
    let files: Vec<&str> = files.iter().filter_map(|file| file.strip_suffix(".yaml")).collect();
    assert_eq!(files, codes);
}

#[test]
fn every_code_is_told_in_both_languages() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots/broken");
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| {
        for kind in rules::lints().filter(|kind| kind.code != NO_FILE) {
            let told = |test: Test, lang: &str| {
                let args = ["validate", "--files", "--rule", kind.code, "--lang", lang];
                // Whole findings, on a day on which all of them are due.
                let answer = test.today("2023-06-01").args(args).run();
                assert!(answer.stdout.contains(kind.code), "{answer:?}");
                answer.shown()
            };
            let (fr, en) = (told(collection(kind.code), "fr"), told(collection(kind.code), "en"));
            insta::assert_snapshot!(kind.code, format!("{fr}\n{en}"));
        }
    });
}

/// Every file of the fixtures, good or broken.
pub(crate) fn all() -> Vec<(PathBuf, Vec<u8>)> {
    let folders =
        [folder(), root().join("tests/fixtures/valid/projects"), root().join("examples/projects")];
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let mut files: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    files.sort();
    files.into_iter().map(|path| (path.clone(), fs::read(path).expect("a file"))).collect()
}
