//! What could not be read is named by every command, and the rest is answered.

use crate::harness::{SMALL, Test};

/// Every command that looks at the sheets, with what it needs beside a sheet `a`.
const VERBS: &[&[&str]] = &[
    &["list"],
    &["filter", "forum"],
    &["show", "Forum ouv"],
    &["set", "Forum ouv", "status=done"],
    &["summarize"],
    &["summarize", "--by", "year"],
    &["search", "forum"],
    &["facets"],
    &["timeline"],
    &["brief", "forum"],
    &["todo"],
    &["ask"],
    &["checklist", "forum"],
    &["validate"],
    &["validate", "--rule", "too-long"],
    &["validate", "--fix"],
    &["validate", "--fix", "--dry-run"],
    &["fmt"],
    &["fmt", "--check"],
    &["new", "--title", "Neuf", "--territory", "Perpète", "--yes"],
    &["import", "page.txt"],
    &["rename", "a", "b"],
];

const PAGE: &str = "Nom du territoire\nTrifouilly\n";

/// A collection in which not everything can be read, and the names of what cannot.
type Spoilt = (Test, Vec<&'static str>);

/// Runs every command in what is made anew for each: all names are told beside the answer, or once in
/// it, and the verdict is no.
fn every_verb_names(spoilt: fn() -> Spoilt) {
    for args in VERBS {
        for lang in ["en", "fr"] {
            let (test, names) = spoilt();
            let answer = test.args([args, &["--lang", lang][..]].concat()).run();
            for name in names {
                let count = |text: &str| text.matches(&format!("--> {name}")).count();
                let (answered, beside) = (count(&answer.stdout), count(&answer.stderr));
                assert!(answered <= 1 && beside <= 1, "{args:?}, {name}: {answer:?}");
                assert!(answered + beside > 0, "{args:?}, {name}: {answer:?}");
            }
            assert_eq!(answer.code, 1, "{args:?}: {answer:?}");
        }
    }
}

fn collection() -> Test {
    Test::new().sheet("a", SMALL).file("page.txt", PAGE)
}

#[test]
fn every_verb_names_the_sheets_that_it_could_not_read() {
    every_verb_names(|| {
        let test = collection().sheet("broken", "title: b\nterritory: [\n");
        let test = test.sheet("latin", b"title: \xe9t\xe9\nterritory: T\n");
        (test, vec!["projects/broken.yaml", "projects/latin.yaml"])
    });
}

#[test]
fn every_verb_names_the_folders_that_are_too_deep() {
    every_verb_names(|| {
        let deep = format!("projects/{}a.yaml", "d/".repeat(32));
        (collection().file(&deep, SMALL), vec!["projects/d/d/d/d/"])
    });
    let shown = format!("projects/{}s.yaml", "d/".repeat(31));
    let test =
        collection().file(&shown, SMALL).args(["list", "--columns", "id", "--format", "csv"]);
    assert_eq!(test.stdout(), "id\na\ns\n");
}

#[cfg(unix)]
#[test]
fn every_verb_names_the_folders_that_are_closed() {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;
    let closed = || {
        let test = collection().file("projects/closed/b.yaml", SMALL);
        let folder = test.path().join("projects/closed");
        fs::set_permissions(folder, Permissions::from_mode(0o000)).expect("a mode");
        (test, vec!["projects/closed/"])
    };
    // To root, nothing is closed.
    if fs::read_dir(closed().0.path().join("projects/closed")).is_err() {
        every_verb_names(closed);
    }
}

#[cfg(unix)]
#[test]
fn every_verb_names_the_links_that_it_does_not_follow() {
    every_verb_names(|| {
        let test = collection().file("kept/k.yaml", SMALL).file("elsewhere/e.yaml", SMALL);
        let link = |to: &str, name: &str| {
            let name = test.path().join("projects").join(name);
            std::os::unix::fs::symlink(to, name).expect("a link");
        };
        link("a.yaml", "twin.yaml");
        link("../kept/k.yaml", "one.yaml");
        link("../kept/k.yaml", "two.yaml");
        link("../elsewhere", "linked");
        link("nowhere.yaml", "nothing.yaml");
        let twins = ["projects/twin.yaml", "projects/two.yaml"];
        (test, [&twins[..], &["projects/linked/", "projects/nothing.yaml"]].concat())
    });
}

#[cfg(unix)]
#[test]
fn a_link_is_one_sheet_with_what_it_leads_to_for_every_verb() {
    let test = Test::new().sheet("a", SMALL).file("kept/k.yaml", SMALL);
    let link = |to: &str, name: &str| {
        std::os::unix::fs::symlink(to, test.path().join("projects").join(name)).expect("a link");
    };
    link("a.yaml", "twin.yaml");
    link("../kept/k.yaml", "one.yaml");
    let mut test = test.args(["list", "--columns", "id", "--format", "csv"]);
    assert_eq!(test.run().stdout, "id\na\none\n");
    for args in [&["show", "twin"][..], &["set", "twin", "status=done"], &["fmt", "twin"]] {
        test = test.args(args);
        let answer = test.run();
        assert_eq!(answer.code, 1, "{answer:?}");
        assert!(answer.stderr.contains("link to projects/a.yaml, already counted"), "{answer:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_of_sheets_that_is_a_link_is_refused_by_every_verb() {
    let test = Test::nowhere().file("elsewhere/a.yaml", SMALL).file("page.txt", PAGE);
    std::os::unix::fs::symlink("elsewhere", test.path().join("projects")).expect("a link");
    let mut test = test;
    for args in VERBS {
        for (lang, why) in [("en", "is a link"), ("fr", "est un lien")] {
            test = test.args([args, &["--lang", lang][..]].concat());
            let answer = test.run();
            assert_eq!(answer.code, 2, "{answer:?}");
            assert!(answer.stderr.contains(why) && answer.stderr.contains("--dir"), "{answer:?}");
        }
    }
    let kept = std::fs::read_to_string(test.path().join("elsewhere/a.yaml")).expect("it is there");
    assert_eq!(kept, SMALL);
}

#[test]
fn who_is_not_found_may_be_among_those_that_cannot_be_read() {
    let test = Test::new().sheet("c", "title: Forum: c\n").args(["show", "Forum"]);
    let answer = test.run();
    assert_eq!(answer.code, 1);
    assert!(answer.stderr.contains("--> projects/c.yaml"), "{answer:?}");
    assert!(answer.stderr.contains("but some files could not be read"), "{answer:?}");
}

#[test]
fn what_is_too_large_to_be_read_is_not_written_either() {
    let large = [SMALL.as_bytes(), &vec![b'#'; 16 * 1024 * 1024]].concat();
    let mut test = Test::new().sheet("a", &large);
    for args in [
        &["set", "a", "title=B"][..],
        &["unset", "a", "summary"],
        &["add", "tool", "a", "Forum"],
        &["fmt"],
        &["fmt", "--check"],
        &["validate", "--fix"],
    ] {
        test = test.args(args);
        let answer = test.run();
        assert_eq!(answer.code, 1, "{answer:?}");
        assert!(answer.stderr.contains("larger than 16 MiB"), "{answer:?}");
    }
    assert!(std::fs::read(test.path().join("projects/a.yaml")).expect("it is there") == large);
}

#[test]
fn a_name_is_one_in_whatever_form_its_characters_are_written() {
    let (composed, apart) = ("\u{e9}t\u{e9}", "e\u{301}te\u{301}");
    for (file, related) in [(apart, composed), (composed, apart), (apart, apart)] {
        let other = format!("{SMALL}related: [{related}]\n");
        let mut test = Test::new().sheet(file, SMALL).sheet("other", other);
        let told = test.args(["validate", "--rule", "unknown-related"]);
        assert_eq!(told.run().code, 0, "{file} {related}: {:?}", told.run());
        test = told;
        for typed in [composed, apart] {
            test = test.args(["show", typed, "--format", "json"]);
            assert_eq!(test.run().json()["sheet"]["id"], composed, "{file} {typed}");
        }
    }
    let both = Test::new().sheet(apart, SMALL).sheet(composed, SMALL);
    let answer = both.args(["validate", "--rule", "duplicate-id", "--format", "short"]).run();
    assert!(answer.stdout.contains("duplicate-id"), "{answer:?}");
}
