//! The save: one lock for every writer, and a file that is the old one or the new one, whole.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use crate::harness::{SMALL, Test};

const PAGE: &str = "Un jardin\nNom du territoire\nPerpète\n";

/// Every command that writes, on a collection with a sheet `a` and a page.
const WRITERS: [&[&str]; 10] = [
    &["set", "a", "title=B"],
    &["unset", "a", "summary"],
    &["add", "tool", "a", "forum"],
    &["fmt"],
    &["validate", "--fix"],
    &["rename", "a", "b"],
    &["new", "--title", "c", "--territory", "T"],
    &["new", "--from", "new.yaml"],
    &["import", "page.txt", "--write"],
    &["init"],
];

fn collection() -> Test {
    Test::new()
        .sheet("a", "title: A\nterritory:\n  name: T\nsummary: x\nteam: Sam\n")
        .file("new.yaml", SMALL)
        .file("page.txt", PAGE)
}

fn text(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path).expect("a text")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The names in a folder, in order.
fn names(folder: impl AsRef<Path>) -> Vec<String> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Gives a file a time two hours ago.
fn grow_old(path: &Path) {
    let file = File::options().write(true).open(path).expect("a file");
    let now = file.metadata().expect("it is there").modified().expect("a time");
    file.set_modified(now - Duration::from_secs(7200)).expect("a time");
}

#[test]
fn a_read_verb_writes_nothing_below_the_collection() {
    for args in [
        &["list"][..],
        &["filter", "title:a"],
        &["show", "a"],
        &["summarize"],
        &["search", "a"],
        &["facets"],
        &["timeline"],
        &["brief", "a"],
        &["todo"],
        &["ask"],
        &["checklist", "a"],
        &["validate"],
        &["validate", "--fix", "--dry-run"],
        &["fmt", "--check"],
        &["schema"],
        &["explain", "bad-date"],
        &["import", "page.txt"],
    ] {
        let test = collection().args(args);
        test.run();
        assert_eq!(names(test.path()), ["new.yaml", "page.txt", "projects"], "{args:?}");
        assert_eq!(names(test.path().join("projects")), ["a.yaml"], "{args:?}");
    }
}

#[test]
fn nothing_that_a_writer_leaves_shows_in_git() {
    for args in WRITERS {
        let test = collection().args(args);
        let answer = test.run();
        assert_eq!(answer.code, 0, "{args:?}: {answer:?}");
        let git = |args: &[&str]| {
            let git = Command::new("git").current_dir(test.path()).args(args).output();
            String::from_utf8(git.expect("git").stdout).expect("UTF-8")
        };
        git(&["init", "--quiet"]);
        let status = git(&["status", "--porcelain", "--untracked-files=all"]);
        assert!(!status.contains(".sheet/") && !status.contains(".tmp"), "{args:?}: {status}");
        assert_eq!(names(test.path().join(".sheet")), [".gitignore", "lock"], "{args:?}");
    }
}

#[test]
fn every_writer_waits_says_so_and_gives_up_without_a_change() {
    let tests: Vec<Test> = WRITERS.iter().map(|args| collection().args(*args)).collect();
    let held: Vec<File> = tests
        .iter()
        .map(|test| {
            let folder = test.path().join(".sheet");
            fs::create_dir(&folder).expect("a folder");
            let lock = File::create(folder.join("lock")).expect("a file");
            lock.lock().expect("nobody has it");
            lock
        })
        .collect();
    let start = |test: &Test| {
        let mut command = test.command();
        command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it starts")
    };
    let writers: Vec<_> = tests.iter().map(start).collect();
    for ((writer, args), test) in writers.into_iter().zip(WRITERS).zip(&tests) {
        let output = writer.wait_with_output().expect("it ends");
        let said = said(&output);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.contains("waiting for another `sheet`"), "{args:?}: {said}");
        assert!(said.contains("has been writing for five seconds"), "{args:?}: {said}");
        assert_eq!(names(test.path().join("projects")), ["a.yaml"], "{args:?}");
    }
    drop(held);
    for (test, args) in tests.iter().zip(WRITERS) {
        assert_eq!(test.run().code, 0, "{args:?}");
    }
}

#[test]
fn leftovers_of_an_hour_are_cleared_by_the_next_writer() {
    let test = collection().args(["set", "a", "title=B"]).file(".sheet/.sheet-old.tmp", "old");
    let (old, new) =
        (test.path().join(".sheet/.sheet-old.tmp"), test.path().join(".sheet/.sheet-new.tmp"));
    grow_old(&old);
    fs::write(&new, "of a writer that may live").expect("a file");
    test.stdout();
    assert!(!old.exists() && new.exists());
}

/// Several writers against somebody who saves by rename, as editors do: what was acknowledged
/// stands, unless the editor, which looks at nothing, had read before and saved after.
#[test]
fn a_save_by_an_editor_is_never_overwritten() {
    for pause in 0..10 {
        let test = Test::new().sheet("a", SMALL);
        let sheet = test.path().join("projects/a.yaml");
        let write = |number: usize| {
            let mut command = test.command();
            command.args(["add", "tool", "a", &format!("outil {number}")]);
            command.stderr(Stdio::piped()).spawn().expect("it starts")
        };
        let writers: Vec<_> = (0..3).map(write).collect();
        thread::sleep(Duration::from_millis(3 * pause));
        let seen = text(&sheet);
        let draft = test.path().join("projects/.a.swp");
        fs::write(&draft, format!("{seen}summary: de l'éditeur\n")).expect("a file");
        fs::rename(&draft, &sheet).expect("it is saved");
        let outputs = writers.into_iter().map(|writer| writer.wait_with_output().expect("it ends"));
        let outputs: Vec<Output> = outputs.collect();
        let after = text(&sheet);
        assert!(after.contains("summary: de l'éditeur"), "{pause}: {after}");
        for (number, output) in outputs.iter().enumerate() {
            let tool = format!("outil {number}\n");
            if output.status.success() {
                assert!(after.contains(&tool) || !seen.contains(&tool), "{after}")
            } else {
                assert!(said(output).contains("someone else"), "{output:?}")
            }
        }
    }
}

#[cfg(unix)]
mod on_unix {
    use std::fs::Permissions;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};

    use super::*;

    fn mode(path: impl AsRef<Path>) -> u32 {
        fs::metadata(path).expect("it is there").mode() & 0o7777
    }

    fn set_mode(path: impl AsRef<Path>, mode: u32) {
        fs::set_permissions(path, Permissions::from_mode(mode)).expect("a mode");
    }

    #[test]
    fn a_read_only_sheet_is_refused() {
        for mode in [0o444, 0o464] {
            let test = collection().args(["set", "a", "title=B"]);
            let sheet = test.path().join("projects/a.yaml");
            set_mode(&sheet, mode);
            let answer = test.run();
            assert_eq!(answer.code, 2, "{answer:?}");
            assert!(
                answer.stderr.contains("read-only; to allow writing: chmod u+w FILE"),
                "{answer:?}"
            );
            assert!(text(&sheet).starts_with("title: A\n"));
        }
    }

    #[test]
    fn beside_a_read_only_sheet_all_is_written_or_nothing() {
        let costs = || {
            let cost = "territory: {name: T}\ncost: 800 € HT\n";
            let test = Test::new().sheet("a", format!("title: A\n{cost}"));
            let test = test.sheet("b", format!("title: B\n{cost}"));
            let test = test.sheet("c", format!("title: C\n{cost}"));
            set_mode(test.path().join("projects/b.yaml"), 0o444);
            test
        };
        let is_old = |test: &Test, id: &str| {
            text(test.path().join(format!("projects/{id}.yaml"))).ends_with("cost: 800 € HT\n")
        };
        let test = costs().args(["set", "--where", "title:a,b,c", "cost=9 €", "--yes"]);
        let answer = test.run();
        assert_eq!(answer.code, 2, "{answer:?}");
        assert!(answer.stderr.contains("nothing was written"), "{answer:?}");
        assert!(["a", "b", "c"].iter().all(|id| is_old(&test, id)), "{answer:?}");
        for command in [vec!["fmt"], vec!["validate", "--fix"]] {
            let test = costs().args(command);
            let answer = test.run();
            assert_eq!(answer.code, 1, "{answer:?}");
            assert!(answer.stderr.contains("b.yaml: the file is read-only"), "{answer:?}");
            let old: Vec<bool> = ["a", "b", "c"].iter().map(|id| is_old(&test, id)).collect();
            assert_eq!(old, [false, true, false], "{answer:?}");
        }
    }

    #[test]
    fn mode_owner_and_group_are_kept() {
        for kept in [0o600, 0o640, 0o664, 0o755] {
            let test = collection().args(["set", "a", "title=B"]);
            let sheet = test.path().join("projects/a.yaml");
            set_mode(&sheet, kept);
            // Only the system's administrator may give a file away.
            let given = chown(&sheet, Some(1234), Some(2345)).is_ok();
            let answer = test.run();
            assert_eq!((answer.code, answer.stderr.as_str()), (0, ""));
            assert_eq!(mode(&sheet), kept);
            let found = fs::metadata(&sheet).expect("it is there");
            assert!(!given || (found.uid(), found.gid()) == (1234, 2345), "{found:?}");
        }
    }

    #[test]
    fn a_new_sheet_is_as_open_as_any_new_file_and_has_the_group_that_its_folder_hands_down() {
        let test = collection().args(["new", "--title", "c", "--territory", "T"]);
        let projects = test.path().join("projects");
        let handed = chown(&projects, None, Some(2345)).is_ok();
        set_mode(&projects, 0o2775);
        fs::write(test.path().join("like-any"), "").expect("a file");
        test.stdout();
        assert_eq!(mode(projects.join("c.yaml")), mode(test.path().join("like-any")));
        let group = fs::metadata(projects.join("c.yaml")).expect("it is there").gid();
        assert!(!handed || group == 2345, "{group}");
    }

    #[test]
    fn whoever_may_write_sheets_may_lock_them() {
        for open in [0o700, 0o755, 0o2775] {
            let test = collection().args(["set", "a", "title=B"]);
            let projects = test.path().join("projects");
            let given = chown(&projects, Some(1234), Some(2345)).is_ok();
            set_mode(&projects, open);
            test.stdout();
            let folder = test.path().join(".sheet");
            assert_eq!(mode(&folder), open);
            assert_eq!(mode(folder.join("lock")), open & 0o666);
            for path in [&folder, &folder.join("lock")] {
                let owner = fs::metadata(path).expect("it is there").uid();
                assert!(!given || owner == 1234, "{owner}");
            }
        }
    }

    #[test]
    fn links_and_pipes_in_the_place_of_the_lock_are_refused() {
        let outside = tempfile::tempdir().expect("a folder");
        for part in ["folder", "file", "pipe"] {
            let test = collection().args(["set", "a", "title=B"]);
            let folder = test.path().join(".sheet");
            match part {
                "folder" => symlink(outside.path(), &folder).expect("a link"),
                "file" => {
                    fs::create_dir(&folder).expect("a folder");
                    symlink(outside.path().join("x"), folder.join("lock")).expect("a link");
                }
                _ => {
                    fs::create_dir(&folder).expect("a folder");
                    let pipe = Command::new("mkfifo").arg(folder.join("lock")).status();
                    assert!(pipe.expect("it runs").success());
                }
            }
            let answer = test.run();
            assert_eq!(answer.code, 2, "{part}: {answer:?}");
            assert!(answer.stderr.contains(".sheet"), "{part}: {answer:?}");
            assert_eq!(names(outside.path()), [""; 0], "{part}");
        }
    }

    #[test]
    fn beside_a_sheet_that_lies_elsewhere_its_own_leftovers_are_cleared() {
        let outside = tempfile::tempdir().expect("a folder");
        let target = outside.path().join("real.yaml");
        fs::write(&target, format!("{SMALL}status: Terminé\n")).expect("a file");
        let left = outside.path().join(".sheet-old.tmp");
        fs::write(&left, "old").expect("a file");
        grow_old(&left);
        let args: [&std::ffi::OsStr; 3] = ["validate".as_ref(), "--fix".as_ref(), target.as_ref()];
        let answer = Test::new().args(args).run();
        assert!(text(&target).contains("status: done"), "{answer:?}");
        assert_eq!(names(outside.path()), ["real.yaml"], "{answer:?}");
    }
}

#[test]
fn whatever_writes_a_sheet_says_the_errors_that_it_brings() {
    let head = "title: Bal\nterritory: {name: T}\n";
    let test = Test::new()
        .sheet("un", format!("{head}dates: {{start: '2023'}}\n"))
        .sheet("deux", "title: Bal 2\nterritory: {name: T}\n")
        .file("a.yaml", "title: Forum\nterritory: {name: T}\nrelated: [nulle-part]\n")
        .file("b.md", "# Foire\n\nTerritoire : T\nDébut : 2023\nFin : 2022\n")
        .file("c.csv", "Titre;Territoire;Début;Fin\nBal 2;T;2023;2022\n");
    for (args, code) in [
        (&["set", "un", "dates.end=2022"][..], "end-before-start"),
        (&["add", "related", "un", "nulle-part"], "unknown-related"),
        (&["new", "--from", "a.yaml"], "unknown-related"),
        (
            &["new", "-y", "--title=A", "--territory=T", "--start=2023", "--end=2022"],
            "end-before-start",
        ),
        (&["import", "b.md", "--write"], "end-before-start"),
        (&["import", "c.csv", "--write"], "end-before-start"),
    ] {
        let answer = test.run_with(args.iter().copied());
        assert_eq!(answer.code, 0, "{args:?}: {answer:?}");
        assert_eq!(answer.stderr.matches(code).count(), 1, "{args:?}: {answer:?}");
    }
}
