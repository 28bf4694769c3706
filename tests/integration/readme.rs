//! The README: its commands run, and its links lead somewhere.

use std::fs;

use project_sheet::cli::GROUPS;

use crate::harness::{Test, root};

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).expect("the README")
}

/// The lines of `console` blocks that run the command.
fn commands() -> Vec<String> {
    let mut commands = Vec::new();
    let mut inside = false;
    for line in readme().lines() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if let Some(command) = line.strip_prefix("$ sheet ").filter(|_| inside) {
            commands.push(command.split("  #").next().unwrap_or(command).trim().to_owned());
        }
    }
    commands
}

/// Splits a command as a shell does, with single and double quotes.
pub(crate) fn split(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quote = None;
    for c in command.chars() {
        match (quote, c) {
            (Some(open), c) if open == c => quote = None,
            (None, '\'' | '"') => quote = Some(c),
            (None, ' ') => words.push(String::new()),
            _ => words.last_mut().expect("there is one").push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn every_command_of_the_readme_runs() {
    let commands = commands();
    assert!(commands.len() >= 8, "{commands:?}");
    for command in commands {
        let page = fs::read(root().join("tests/fixtures/wiki/below.txt")).expect("the page");
        let test = Test::new().file("page.txt", page);
        let test = test.sheets_of("projects").sheets_of("examples/cooperative/projects");
        let answer = test.args(split(&command)).run();
        assert_eq!(answer.code, 0, "{command}: {answer:?}");
        let said = format!("{}{}", answer.stdout, answer.stderr);
        // Editors read this format: where there is nothing to report, it is empty.
        let silent = command.contains("--format short");
        assert!(silent || !said.trim().is_empty(), "{command} says nothing");
    }
}

#[test]
fn every_picture_is_what_the_command_says() {
    let text = readme();
    let pictures = text.split("```text\n$ sheet ").skip(1);
    let pictures: Vec<&str> =
        pictures.map(|rest| rest.split("```").next().unwrap_or_default()).collect();
    assert!(pictures.len() >= 2);
    for picture in pictures {
        let (command, shown) = picture.split_once('\n').expect("lines");
        let answer = Test::within("").args(split(command)).width(96).run();
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        let (stdout, shown) = (plain(&answer.stdout), plain(shown));
        let mut rest = stdout.as_str();
        for line in shown.lines().filter(|line| !line.is_empty() && *line != "…") {
            let at = rest.find(line).unwrap_or_else(|| panic!("{command}: {line}\n{answer:?}"));
            rest = &rest[at + line.len()..];
        }
    }
}

#[test]
fn every_file_that_the_readme_names_is_there() {
    for link in readme().split("](").skip(1) {
        let target = link.split(')').next().unwrap_or_default();
        let local = !target.starts_with("http") && !target.starts_with('#');
        assert!(!local || root().join(target).exists(), "{target}");
    }
}

#[test]
fn every_file_that_contributing_names_is_there() {
    let text = fs::read_to_string(root().join("CONTRIBUTING.md")).expect("CONTRIBUTING");
    let paths =
        text.split('`').filter(|code| code.starts_with("src/") || code.starts_with("tests/"));
    for path in paths.filter(|path| !path.contains('<')) {
        assert!(root().join(path).exists(), "{path}");
    }
}

#[test]
fn every_verb_stands_in_the_readme() {
    for guide in GROUPS.iter().flat_map(|group| group.commands) {
        assert!(readme().contains(&format!("sheet {}", guide.name)), "{}", guide.name);
    }
}
