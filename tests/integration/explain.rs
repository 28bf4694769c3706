//! `sheet explain`, and the examples of every kind of finding.

use crate::architecture::sources;
use crate::harness::Test;
use chrono::NaiveDate;
use project_sheet::config;
use project_sheet::portfolio::Entry;
use project_sheet::query;
use project_sheet::report::explain::unmarked;
use project_sheet::rules::{self, CheckOptions};
use project_sheet::text::{Position, Source};
use project_sheet::yaml::decode::decode;

/// The day on which the examples are read.
fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 6, 1).expect("a real day")
}

/// The files of an example: one, or several that a line `# projects/….yaml` begins, or
/// `# sheet.yaml` for what the collection has agreed on.
fn files(example: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in example.split_inclusive('\n') {
        match line.strip_prefix("# ").filter(|path| path.trim().ends_with(".yaml")) {
            Some(path) => files.push((path.trim().to_owned(), String::new())),
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
    let mut files = files(&unmarked(example));
    let agreed = files.iter().position(|(path, _)| path == "sheet.yaml");
    let agreed = agreed.map_or(String::new(), |at| files.remove(at).1);
    let agreed = Source::of("sheet.yaml".to_owned(), agreed);
    let (config, wrong) = config::decode(&agreed, &rules::adjustable());
    assert!(wrong.is_empty(), "{wrong:?}");
    let look = |file: &str| file == "documents/bilan.pdf";
    let setting = CheckOptions { config: &config, today: day(), on_disk: Some(&look) };
    let mut told = Vec::new();
    let (mut facts, mut used_ignores, mut sources) = (Vec::new(), Vec::new(), Vec::new());
    for (path, text) in files {
        // In an example `�` stands for a byte that is no UTF-8.
        let bytes = text.split('�').map(str::as_bytes).collect::<Vec<_>>().join(&0xe9);
        match decode(path.clone(), &bytes) {
            Ok(source) => sources.push(source),
            Err(unreadable) => {
                let finding = unreadable.finding;
                told.push((finding.lint.code.to_owned(), path, finding.span.start));
            }
        }
    }
    for source in &sources {
        let path = source.path.clone();
        match Entry::decode(source, day()) {
            Ok(entry) => {
                let checked = rules::check(&entry, &setting);
                told.extend(checked.findings.into_iter().map(|finding| {
                    (finding.lint.code.to_owned(), path.clone(), finding.span.start)
                }));
                facts.push(rules::facts(&entry));
                used_ignores.push(checked.used_ignores);
            }
            Err(finding) => told.push((finding.lint.code.to_owned(), path, finding.span.start)),
        }
    }
    let facts: Vec<_> = facts.iter().collect();
    let one_by_one =
        |checks: Vec<_>, ask: &(dyn Fn(_) -> _ + Sync)| checks.into_iter().map(ask).collect();
    let across = rules::check_across(&facts, &config, used_ignores, |_, _| true, one_by_one);
    told.extend(across.into_iter().map(|(index, finding)| {
        (finding.lint.code.to_owned(), facts[index].path.to_string(), finding.span.start)
    }));
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
    let mut wrong = Vec::new();
    for kind in rules::lints().filter(|kind| !kind.bad.is_empty()) {
        // Examples are written as people write, and not each in canonical form.
        let told = |example: &str| {
            let mut told = told(example);
            told.retain(|(code, ..)| code != "not-canonical" || kind.code == "not-canonical");
            told
        };
        let (path, place) = marked(kind.bad).unwrap_or_else(|| panic!("{}: no mark", kind.code));
        let (bad, good) = (told(kind.bad), told(kind.good));
        if bad != [(kind.code.to_owned(), path, place)] || !good.is_empty() {
            wrong.push(format!("{}: bad {bad:?}, good {good:?}", kind.code));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The kinds that no short example can show.
const WITHOUT_EXAMPLE: [&str; 4] =
    ["unreadable-file", "cost-outlier", "too-long", "old-schema-line"];

#[test]
fn every_kind_has_its_examples() {
    for kind in rules::lints() {
        let shown = !kind.bad.is_empty() && !kind.good.is_empty();
        assert_ne!(shown, WITHOUT_EXAMPLE.contains(&kind.code), "{}", kind.code);
    }
}

#[test]
fn codes_are_unique_and_in_kebab_case() {
    let mut codes: Vec<&str> = rules::lints().map(|kind| kind.code).collect();
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
    for kind in rules::lints() {
        for text in [kind.title, kind.why, kind.help] {
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
    assert!(list.lines().count() > rules::lints().count() + query::error::LINTS.len());
    let answer = Test::new().args(["explain", "end-befor-start"]).run();
    assert_eq!(answer.code, 1);
    assert!(answer.stderr.contains("did you mean `end-before-start`?"), "{}", answer.stderr);
}

#[test]
fn all_are_explained_as_markdown() {
    for lang in ["fr", "en"] {
        let args = ["explain", "--all", "--format", "markdown", "--lang", lang];
        let text = Test::new().args(args).stdout();
        for kind in rules::lints() {
            assert!(text.contains(&format!("`{}`\n", kind.code)), "{}", kind.code);
        }
        assert_eq!(text.matches("```").count() % 2, 0);
    }
    assert_eq!(Test::new().args(["explain", "--all", "bad-date"]).run().code, 2);
}

/// A query is no sheet: its examples are commands.
#[test]
fn what_is_wrong_with_a_query_is_explained_by_two_commands() {
    for lint in query::error::LINTS {
        let text = Test::new().args(["explain", lint.code, "--lang", "fr"]).stdout();
        assert!(text.contains(lint.title.fr), "{text}");
        let run = |example: &str| {
            let words = unmarked(example).replace('\'', "");
            let words = words.split_whitespace().skip(1).map(str::to_owned);
            Test::new().args(words.collect::<Vec<_>>()).run()
        };
        let bad = run(lint.bad);
        assert!(bad.code == 2 && bad.stderr.contains(lint.code), "{bad:?}");
        assert_eq!(run(lint.good).code, 0);
    }
}

/// A code that is printed can be explained: every one that a file of `src` declares.
#[test]
fn every_code_that_is_declared_is_explained() {
    let list = Test::new().args(["explain", "--format", "csv"]).stdout();
    for (path, text) in sources("") {
        for declared in text.split(": Lint = Lint {").skip(1) {
            let code = declared.split('"').nth(1).expect("its code");
            let line = list.lines().any(|line| line.starts_with(&format!("{code},")));
            assert!(line, "{code} of {} is in no list of codes", path.display());
        }
    }
}
