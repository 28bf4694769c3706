//! `sheet explain`, and the examples of every kind of finding.

use chrono::NaiveDate;
use project_sheet::portfolio::Entry;
use project_sheet::report::explain::unmarked;
use project_sheet::rules::{self, Fact};
use project_sheet::source::{Position, Source};

use crate::harness::Test;

/// The day on which the examples are read.
fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 6, 1).expect("a real day")
}

/// The files of an example: one, or several that a line `# projects/….yaml` begins.
fn files(example: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in example.split_inclusive('\n') {
        match line.strip_prefix("# projects/") {
            Some(path) => files.push((format!("projects/{}", path.trim()), String::new())),
            None => {
                if files.is_empty() {
                    files.push(("projects/example.yaml".to_owned(), String::new()));
                }
                if let Some((_, text)) = files.last_mut() {
                    text.push_str(line);
                }
            }
        }
    }
    files
}

/// Every finding of an example: its code, its file, its place.
fn told(example: &str) -> Vec<(String, String, Position)> {
    let mut told = Vec::new();
    let mut facts: Vec<Fact> = Vec::new();
    for (path, text) in files(&unmarked(example)) {
        // In an example `�` stands for a byte that is no UTF-8.
        let bytes = text.split('�').map(str::as_bytes).collect::<Vec<_>>().join(&0xe9);
        let source = match Source::new(path.clone(), bytes) {
            Ok(source) => source,
            Err(unreadable) => {
                let finding = unreadable.finding;
                told.push((finding.kind.code.to_owned(), path, finding.span.start));
                continue;
            }
        };
        match Entry::read(&source, day()) {
            Ok(entry) => {
                facts.push(rules::fact(&entry));
                let findings = rules::check(&entry, day()).into_iter();
                told.extend(findings.map(|finding| {
                    (finding.kind.code.to_owned(), path.clone(), finding.span.start)
                }));
            }
            Err(finding) => told.push((finding.kind.code.to_owned(), path, finding.span.start)),
        }
    }
    for (index, kind, _) in rules::check_across(&facts) {
        told.push((
            kind.code.to_owned(),
            facts[index].path.clone(),
            Position { line: 1, column: 1 },
        ));
    }
    told
}

/// The place of the first mark of an example.
fn marked(example: &str) -> Option<(String, Position)> {
    files(example).into_iter().find_map(|(path, text)| {
        let (before, _) = text.split_once('⟦')?;
        let line = before.matches('\n').count() as u32 + 1;
        let column = before.rsplit('\n').next().unwrap_or(before).chars().count() as u32 + 1;
        Some((path, Position { line, column }))
    })
}

#[test]
fn every_example_is_told_or_not_as_it_says() {
    for kind in rules::kinds().filter(|kind| !kind.bad.is_empty()) {
        let (path, place) = marked(kind.bad).unwrap_or_else(|| panic!("{}: no mark", kind.code));
        assert_eq!(
            told(kind.bad),
            [(kind.code.to_owned(), path, place)],
            "the bad example of {}",
            kind.code
        );
        assert_eq!(told(kind.good), [], "the good example of {}", kind.code);
    }
}

#[test]
fn codes_are_unique_and_in_kebab_case() {
    let mut codes: Vec<&str> = rules::kinds().map(|kind| kind.code).collect();
    assert!(codes.iter().all(|code| {
        code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    }));
    let count = codes.len();
    codes.sort();
    codes.dedup();
    assert_eq!(codes.len(), count);
}

#[test]
fn no_word_is_missing_in_either_language() {
    for kind in rules::kinds() {
        for text in [kind.title, kind.why, kind.fix] {
            assert!(!text.en.is_empty() && !text.fr.is_empty(), "{}", kind.code);
            assert_ne!(text.en, text.fr, "{}", kind.code);
        }
        assert!(!kind.title.en.ends_with('.') && !kind.title.fr.ends_with('.'), "{}", kind.code);
    }
}

#[test]
fn a_code_is_explained_in_both_languages() {
    for lang in ["fr", "en"] {
        let shown =
            Test::new().args(["explain", "duration-against-dates", "--lang", lang]).run().shown();
        insta::assert_snapshot!(format!("explain_{lang}"), shown);
    }
}

#[test]
fn all_codes_are_listed_and_a_wrong_one_gets_the_nearest() {
    let list = Test::new().args(["explain", "--format", "csv"]).stdout();
    assert_eq!(list.lines().count(), rules::kinds().count() + 1);
    let answer = Test::new().args(["explain", "end-befor-start"]).run();
    assert_eq!(answer.code, 1);
    assert!(answer.stderr.contains("did you mean end-before-start?"), "{}", answer.stderr);
}
