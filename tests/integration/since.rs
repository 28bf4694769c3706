//! `sheet validate --since`: what changed since a revision of git, and what that breaks elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

use crate::harness::{SMALL, Test};

/// Runs git in the folder of a test; whether it went well.
pub(crate) fn git(test: &Test, args: &[&str]) -> bool {
    let mut git = Command::new("git");
    git.arg("-C").arg(test.path()).args(["-c", "user.name=a", "-c", "user.email=a@b.c"]);
    git.args(args).output().is_ok_and(|output| output.status.success())
}

/// Runs the command where it finds git.
pub(crate) fn with_git(test: &Test, args: &[&str]) -> Output {
    let mut command = test.command();
    command.args(args).env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.output().expect("it runs")
}

/// The sheets with their texts.
fn texts(test: &Test) -> BTreeMap<String, String> {
    let files = fs::read_dir(test.path().join("projects")).expect("the sheets");
    let files = files.map(|file| file.expect("a file").path());
    let named = |path: PathBuf| {
        let name = path.strip_prefix(test.path()).expect("it is within").display().to_string();
        (name, fs::read_to_string(path).expect("a text"))
    };
    files.map(named).collect()
}

/// A finding that stays the same whatever its words: where it stands, and its code.
type Finding = (String, String, u64, u64);

fn findings(test: &Test, more: &[&str]) -> BTreeSet<Finding> {
    let output = with_git(test, &[&["validate", "--files", "--format", "json"], more].concat());
    let json: Value = serde_json::from_slice(&output.stdout).expect("JSON out");
    let findings = json["findings"].as_array().expect("a list").iter();
    let of = |finding: &Value| {
        let text = |key: &str| finding[key].as_str().expect("a text").to_owned();
        let number = |key: &str| finding[key].as_u64().expect("a number");
        (text("path"), text("code"), number("line"), number("column"))
    };
    findings.map(of).collect()
}

const LAVOIR: &str = "title: Le lavoir\nterritory: {name: Trifouilly}\nteam: [Zoé Petit]\nrelated: [mare]\n\
                    documents: [{title: plan, file: projects/plan.pdf}]\n";

const SILENT: &str = "title: y\nterritory: {name: U}\nteam: [Zoe Petit]\n\
                      ignore: [person-spelled-twice]\n";

fn write(test: &Test, name: &str, text: &str) {
    fs::write(test.path().join(name), text).expect("a file");
}

fn remove(test: &Test, name: &str) {
    fs::remove_file(test.path().join(name)).expect("it was there");
}

/// Changes the sheets of a test.
type Change = fn(&Test);

/// What a change breaks in sheets that it does not touch: of those, `--since` tells what was not told
/// before; of what it touches, everything.
#[test]
fn a_change_is_told_with_all_that_it_breaks_elsewhere() {
    let changes: [(&str, Change); 9] = [
        ("nothing", |_| {}),
        ("a related sheet is deleted", |test| remove(test, "projects/mare.yaml")),
        ("a document is deleted", |test| remove(test, "projects/plan.pdf")),
        ("a related sheet is renamed", |test| {
            write(test, "projects/etang.yaml", SMALL);
            remove(test, "projects/mare.yaml");
        }),
        ("a name is spelled otherwise by most", |test| {
            for name in ["new", "newer", "newest"] {
                let text = "title: x\nterritory: {name: T}\nteam: [Zoë Petit]\n";
                write(test, &format!("projects/{name}.yaml"), text);
            }
        }),
        ("a faulty sheet stays", |test| {
            write(test, "projects/new.yaml", &format!("{SMALL}status: gelé\n"));
        }),
        ("a sheet can no longer be read", |test| write(test, "projects/mare.yaml", "title: [\n")),
        ("the configuration is new", |test| write(test, "sheet.yaml", "required: [cost]\n")),
        ("an ignore is of no use any more", |test| write(test, "projects/lavoir.yaml", SMALL)),
    ];
    let mut elsewhere = 0;
    for (what, change) in changes {
        let test = Test::new()
            .sheet("lavoir", LAVOIR)
            .sheet("mare", SMALL)
            .sheet("faulty", format!("{SMALL}status: gelé\nrelated: [nowhere]\n"))
            .sheet("silent", SILENT)
            .file("projects/plan.pdf", "%PDF");
        if !git(&test, &["--version"]) {
            return;
        }
        let done = [&["init", "-q"][..], &["add", "."], &["commit", "-qm", "a"]];
        assert!(done.iter().all(|args| git(&test, args)));
        let (before, sheets) = (findings(&test, &[]), texts(&test));
        change(&test);
        let now = findings(&test, &[]);
        let told = findings(&test, &["--since", "HEAD"]);
        let is_new = |finding: &&Finding| !before.contains(*finding);
        let new: BTreeSet<Finding> = now.iter().filter(is_new).cloned().collect();
        assert!(told.is_superset(&new), "{what}: {:#?}", new.difference(&told));
        assert!(told.is_subset(&now), "{what}: {:#?}", told.difference(&now));
        let touched = |finding: &&Finding| {
            what.contains("configuration") || texts(&test).get(&finding.0) != sheets.get(&finding.0)
        };
        let old = told.difference(&new).find(|finding| !touched(finding));
        assert_eq!(old, None, "{what}");
        elsewhere += new.iter().filter(|finding| !touched(finding)).count();
    }
    assert!(elsewhere >= 5, "{elsewhere}");
}

#[test]
fn only_what_changed_since_a_revision_is_told_against_all() {
    let test = Test::new().sheet("old", format!("{SMALL}status: gelé\n")).sheet("same", SMALL);
    let git = |args: &[&str]| git(&test, args);
    if !git(&["--version"]) {
        return;
    }
    assert!(git(&["init", "-q"]) && git(&["add", "."]) && git(&["commit", "-qm", "a"]));
    let changed = test.path().join("projects/same.yaml");
    fs::write(&changed, format!("{SMALL}related: [nowhere]\n")).expect("a sheet");
    fs::write(test.path().join("projects/new.yaml"), format!("{SMALL}related: [old]\n"))
        .expect("a sheet");
    let output = with_git(&test, &["validate", "--since", "HEAD", "--format", "short"]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(text.lines().count(), 1, "{text} {output:?}");
    assert!(text.starts_with("projects/same.yaml:4:11: error[unknown-related]"), "{text}");
    for revision in ["nowhere", "--output=x"] {
        let output = with_git(&test, &["validate", &format!("--since={revision}")]);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(!String::from_utf8_lossy(&output.stderr).contains("fatal"), "{output:?}");
    }
    assert!(!test.path().join("x").exists());
}

#[test]
fn a_shallow_clone_is_told_as_one() {
    let (test, clone) = (Test::new().sheet("a", SMALL), tempfile::tempdir().expect("a folder"));
    let git = |args: &[&str]| git(&test, args);
    if !git(&["--version"]) {
        return;
    }
    assert!(
        git(&["init", "-q", "-b", "one"]) && git(&["add", "."]) && git(&["commit", "-qm", "a"])
    );
    assert!(git(&["branch", "main"]) && git(&["commit", "-q", "--allow-empty", "-m", "b"]));
    let (from, to) = (format!("file://{}", test.path().display()), clone.path().join("c"));
    let to = to.to_str().expect("a name");
    assert!(git(&["clone", "-q", "--depth", "1", &from, to]));
    let output = with_git(&test, &["validate", "--since", "main", "--dir", to]);
    let text = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(text.contains("fetch-depth: 0"), "{text}");
}

#[cfg(unix)]
#[test]
fn asking_git_writes_nothing_and_runs_nothing_that_the_repository_names() {
    use std::os::unix::fs::PermissionsExt;
    let test = Test::new().sheet("a", SMALL).sheet("crlf", SMALL).sheet("gone", SMALL);
    let git = |args: &[&str]| git(&test, args);
    if !git(&["--version"]) {
        return;
    }
    assert!(git(&["init", "-q"]) && git(&["add", "."]) && git(&["commit", "-qm", "a"]));
    let trace = test.path().join("ran");
    let evil = format!("touch '{}'; cat", trace.display());
    fs::write(test.path().join(".gitattributes"), "*.yaml filter=x diff=x\n").expect("a file");
    for key in ["filter.x.clean", "filter.x.process", "filter.x.smudge", "diff.x.textconv"] {
        assert!(git(&["config", key, &evil]));
    }
    for key in ["core.fsmonitor", "diff.external", "core.pager", "alias.ls-tree", "alias.cat-file"]
    {
        assert!(git(&["config", key, &format!("!{evil}")]));
    }
    for hook in
        ["post-index-change", "fsmonitor-watchman", "post-checkout", "reference-transaction"]
    {
        let hook = test.path().join(".git/hooks").join(hook);
        fs::write(&hook, format!("#!/bin/sh\n{evil}\n")).expect("a hook");
        fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).expect("a mode");
    }
    let write = |name: &str, text: &str| {
        fs::write(test.path().join("projects").join(name), text).expect("a sheet");
    };
    // Same text and another time; same text and other line ends; another text; a new name.
    write("a.yaml", SMALL);
    write("crlf.yaml", &SMALL.replace('\n', "\r\n"));
    write("changed.yaml", &format!("{SMALL}status: gelé\n"));
    fs::remove_file(test.path().join("projects/gone.yaml")).expect("it was there");
    let look = || {
        let mut seen = Vec::new();
        let mut open = vec![test.path().join(".git")];
        while let Some(path) = open.pop() {
            let found = fs::metadata(&path).expect("it is there");
            seen.push((path.clone(), found.modified().expect("a time"), fs::read(&path).ok()));
            if found.is_dir() {
                let inside = fs::read_dir(&path).expect("a folder");
                open.extend(inside.map(|file| file.expect("a file").path()));
            }
        }
        seen.sort();
        seen
    };
    let before = look();
    let output = with_git(&test, &["validate", "--since", "HEAD", "--format", "short"]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let told = text.lines().all(|line| line.starts_with("projects/changed.yaml:"));
    assert!(told && !text.is_empty(), "{text} {output:?}");
    assert!(look() == before, "something below .git changed");
    assert!(!trace.exists(), "something was run");
}
