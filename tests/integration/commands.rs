//! Every command, in every format, on every kind of standard output.

use std::collections::BTreeSet;
use std::process::Stdio;

use project_sheet::cli;
use project_sheet::export;
use project_sheet::lang::Lang;
use project_sheet::render::Reader;
use serde_json::Value;

use crate::harness::{Answer, Test, formats};

/// One call of each command.
const CALLS: [&[&str]; 29] = [
    &["init"],
    &["new", "--title", "Un forum", "--territory", "Perpète"],
    &["edit", "lavoir"],
    &["list"],
    &["filter", "title:lavoir"],
    &["show", "lavoir"],
    &["summarize"],
    &["search", "affiches"],
    &["facets"],
    &["timeline"],
    &["brief", "un lavoir"],
    &["todo"],
    &["ask", "--who", "zoé"],
    &["debrief", "lavoir"],
    &["checklist", "affiches"],
    &["digest", "--since", "2023-05-01"],
    &["set", "lavoir", "cost=900 €"],
    &["unset", "lavoir", "cost"],
    &["add", "nugget", "lavoir", "Une leçon"],
    &["rename", "lavoir", "mare"],
    &["fmt"],
    &["validate"],
    &["validate", "--fix", "--dry-run"],
    &["explain"],
    &["explain", "bad-date"],
    &["explain", "--all"],
    &["import", "page.txt"],
    &["export"],
    &["schema"],
];

const SHEET: &str = "\
title: Le lavoir
territory: {name: Trifouilly}
cost: 9 500 € HT
dates: {start: 2023-03-01, end: 2023-06}
status: done
tools: [affiches]
team: [Zoé Petit]
lessons:
  nuggets:
    - text: Les affiches ont fait venir du monde.
      do: Afficher dix jours avant.
";

fn collection() -> Test {
    let page = include_str!("../fixtures/wiki/below.txt");
    Test::new().sheet("lavoir", SHEET).file("page.txt", page)
}

fn run(call: &[&str], format: &str) -> Answer {
    let editor = ("EDITOR", "true");
    let test = collection();
    let mut command = test.command();
    command.args(call).args(["--format", format]).envs([editor]);
    test.run_as(command)
}

fn is_for_findings(readers: Reader) -> bool {
    readers == Reader::FindingsViewer
}

/// Whether a text is written in a format.
fn is_written_in(format: &str, text: &str) -> bool {
    let is_json = |text: &str| serde_json::from_str::<Value>(text).is_ok();
    match format {
        "json" => is_json(text),
        "ndjson" => !text.is_empty() && text.lines().all(is_json),
        "csv" => csv::Reader::from_reader(text.as_bytes()).records().all(|row| row.is_ok()),
        "html" => text.starts_with("<section") && text.trim_end().ends_with("</section>"),
        _ => !text.starts_with(['{', '<']),
    }
}

#[test]
fn a_call_stands_here_for_every_command() {
    let commands = cli::localized(Lang::En);
    let names = commands.get_subcommands().map(|command| command.get_name().to_owned());
    let called: BTreeSet<String> = CALLS.iter().map(|call| call[0].to_owned()).collect();
    assert_eq!(names.filter(|name| name != "help").collect::<BTreeSet<_>>(), called);
}

#[test]
fn every_command_answers_in_every_format_or_refuses_it_with_a_word() {
    for call in CALLS {
        for format in formats(|_| true) {
            let answer = run(call, format);
            let said = format!("{call:?} as {format}: {answer:?}");
            if call[0] == "edit" {
                // It asks a person: here there is none.
                assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{said}");
            } else if call[0] == "export" && export::find(format).is_none() {
                // It has forms of its own.
                assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{said}");
                assert!(answer.stderr.contains("--format"), "{said}");
            } else if answer.code == 2 {
                assert!(answer.stdout.is_empty(), "{said}");
                assert!(answer.stderr.contains(&format!("--format {format}")), "{said}");
                assert!(!["text", "json"].contains(&format), "{said}");
            } else {
                // The schema has one form, exports and questions have their own, and so have findings.
                let own = ["schema", "export", "ask", "debrief"].contains(&call[0])
                    || formats(is_for_findings).any(|own| own == format);
                assert!(own || is_written_in(format, &answer.stdout), "{said}");
            }
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn every_answer_that_cannot_be_written_is_told() {
    for call in CALLS {
        for format in ["text", "json", "csv", "html"] {
            let answers = run(call, format);
            if answers.stdout.is_empty() {
                continue;
            }
            let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
            let test = collection();
            let mut command = test.command();
            command.args(call).args(["--format", format]).stdout(full.expect("the device"));
            let output = command.output().expect("it runs");
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{call:?} as {format}: {said}");
            assert!(said.contains("disk full"), "{call:?} as {format}: {said}");
        }
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    // Long enough for no pipe to hold it.
    let long = format!("{SHEET}summary: {}\n", "abc ".repeat(300));
    let many = (0..200).fold(Test::new(), |test, number| test.sheet(&format!("s{number}"), &long));
    for call in
        [&["show", "title:lavoir"][..], &["list", "--columns", "all"], &["explain", "--all"]]
    {
        for format in formats(|_| true) {
            let mut command = many.command();
            command.args(call).args(["--format", format]);
            command.stdout(Stdio::piped()).stderr(Stdio::piped());
            let mut child = command.spawn().expect("it starts");
            drop(child.stdout.take());
            let output = child.wait_with_output().expect("it ends");
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(!said.contains("cannot write"), "{call:?} as {format}: {said}");
        }
    }
}
