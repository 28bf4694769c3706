//! `sheet edit`: what was typed in the editor is saved when it is good or accepted, and never lost.

use crate::harness::{SMALL, Test};

#[test]
fn without_a_terminal_it_names_what_a_script_uses() {
    let answer = Test::new().sheet("a", SMALL).args(["edit", "a"]).run();
    assert_eq!(answer.code, 2, "{answer:?}");
    assert!(answer.stderr.contains("sheet set"), "{answer:?}");
}

#[cfg(unix)]
mod at_a_terminal {
    use std::fs;

    use super::*;
    use crate::person::{drafts, sits_down};

    /// Replaces the text by the next of the collection's files `1`, `2`, ….
    const EDITOR: &str =
        "n=$(cat turn 2>/dev/null || echo 0); n=$((n + 1)); echo $n >turn; cat $n >\"$1\"\n";

    fn edits(texts: &[&[u8]]) -> Test {
        let test = Test::new().sheet("a", SMALL).file("editor.sh", EDITOR).args(["edit", "a"]);
        texts
            .iter()
            .enumerate()
            .fold(test, |test, (index, text)| test.file(&(index + 1).to_string(), text))
    }

    fn sheet(test: &Test) -> Vec<u8> {
        fs::read(test.path().join("projects/a.yaml")).expect("the sheet")
    }

    const BY_SCRIPT: [(&str, &str); 1] = [("EDITOR", "sh editor.sh")];

    #[test]
    fn a_good_text_is_saved_to_the_byte() {
        let good = "# neuf\ntitle:   Autre\nterritory: {name: T}   \n";
        let test = edits(&[good.as_bytes()]);
        let mut person = sits_down(&test, 80, &BY_SCRIPT);
        person.sees("no problems found");
        assert_eq!(person.leaves().code, 0);
        assert_eq!(sheet(&test), good.as_bytes());
        assert!(drafts(&test).is_empty());
    }

    #[test]
    fn an_unchanged_text_is_not_written() {
        let test = Test::new().sheet("a", SMALL).args(["edit", "forum"]);
        let mut person = sits_down(&test, 80, &[("VISUAL", "true"), ("EDITOR", "false")]);
        person.sees("unchanged");
        assert_eq!(person.leaves().code, 0);
        assert!(drafts(&test).is_empty());
    }

    #[test]
    fn a_bad_text_is_told_and_can_be_mended() {
        let test = edits(&[b"title: [", b"title: B\nterritory: {name: T}\n"]);
        let mut person = sits_down(&test, 80, &BY_SCRIPT);
        person
            .sees("error[syntax]")
            .sees("reopen the editor")
            .types("\r")
            .sees("no problems found");
        assert_eq!(person.leaves().code, 0);
        assert!(sheet(&test).starts_with(b"title: B"));
    }

    #[test]
    fn a_bad_text_is_accepted_or_left_and_then_kept() {
        for (keys, code, saved) in [
            ("\x1b[B\r", 0, true),
            ("\x1b[B\x1b[B\r", 1, false),
            ("\x1b", 1, false),
            ("\x03", 130, false),
        ] {
            let bad = b"title: B\n";
            let test = edits(&[bad]);
            let mut person = sits_down(&test, 80, &BY_SCRIPT);
            person.sees("error[missing-territory]").sees("keep the old version").types(keys);
            assert_eq!(person.leaves().code, code, "{keys:?}");
            assert_eq!(sheet(&test), if saved { bad } else { SMALL.as_bytes() });
            let kept = drafts(&test);
            assert_eq!(kept.is_empty(), saved, "{kept:?}");
            assert!(kept.iter().all(|(_, text)| text.as_bytes() == bad), "{kept:?}");
        }
    }

    #[test]
    fn what_is_saved_as_no_yaml_is_shown_by_its_lines() {
        let test = edits(&[b"title: [\n"]);
        let mut person = sits_down(&test, 80, &BY_SCRIPT);
        person.sees("keep the old version").types("\x1b[B\r").sees("+ title: [").sees("saved");
        assert_eq!(person.leaves().code, 0);
        assert_eq!(sheet(&test), b"title: [\n");
    }

    #[test]
    fn an_editor_that_fails_or_leaves_nothing_changes_nothing() {
        for (editor, seen, kept) in [
            ("false", "`false` failed: exit code 1", 0),
            ("no-such-editor", "`no-such-editor` failed", 0),
            ("sh empty.sh", "the text is empty", 0),
            ("sh lost.sh", "your text is in", 1),
            ("'unfinished", "failed", 0),
        ] {
            let test = edits(&[]).file("empty.sh", ": >$1").file("lost.sh", "echo x >$1; exit 1");
            let mut person = sits_down(&test, 200, &[("EDITOR", editor)]);
            person.sees(seen);
            assert_eq!(person.leaves().code, 1, "{editor}");
            assert_eq!(sheet(&test), SMALL.as_bytes());
            assert_eq!(drafts(&test).len(), kept, "{editor}");
        }
    }

    /// Makes a folder of programs: what the terminal of a test needs, and these.
    fn programs(test: &Test, scripts: &[(&str, &str)]) -> String {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = test.path().join("bin");
        fs::create_dir(&folder).expect("a folder");
        let path = std::env::var_os("PATH").unwrap_or_default();
        for name in ["sh", "stty"] {
            let found = std::env::split_paths(&path).map(|folder| folder.join(name));
            let found = found.into_iter().find(|file| file.is_file()).expect("it is there");
            symlink(found, folder.join(name)).expect("a link");
        }
        for (name, script) in scripts {
            let file = folder.join(name);
            fs::write(&file, format!("#!/bin/sh\n{script}\n")).expect("a script");
            fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("it can be run");
        }
        folder.display().to_string()
    }

    #[test]
    fn the_editor_is_the_persons_choice_and_never_a_repositorys() {
        let visual = ("VISUAL", "sh ed.sh visual");
        let editor = ("EDITOR", "sh ed.sh editor");
        let git_editor = ("GIT_EDITOR", "sh ed.sh git-editor");
        let of_person =
            ("git", "[ \"$*\" = 'config --global --get core.editor' ] && echo sh ed.sh global");
        let of_repository =
            ("git", "case $* in *--global*) exit 1;; esac; echo sh ed.sh repository");
        let nano = ("nano", "sh ed.sh nano \"$1\"");
        let vi = ("vi", "sh ed.sh vi \"$1\"");
        for (chosen, scripts, title) in [
            (&[git_editor, editor, visual][..], &[of_person, nano][..], Some("visual")),
            (&[git_editor, editor, ("VISUAL", " ")], &[of_person, nano], Some("editor")),
            (&[git_editor], &[of_person, nano], Some("git-editor")),
            (&[], &[of_person, nano], Some("global")),
            (&[], &[of_repository, nano, vi], Some("nano")),
            (&[], &[vi], Some("vi")),
            (&[("EDITOR", "")], &[of_repository], None),
        ] {
            let script = "printf 'title: %s\\nterritory: {name: T}\\n' $1 >\"$2\"";
            let test = edits(&[]).file("ed.sh", script);
            let path = programs(&test, scripts);
            let environment = [chosen, &[("PATH", path.as_str())]].concat();
            let mut person = sits_down(&test, 80, &environment);
            match title {
                Some(title) => {
                    assert_eq!(person.leaves().code, 0, "{title}");
                    assert!(sheet(&test).starts_with(format!("title: {title}\n").as_bytes()));
                }
                None => {
                    person.sees("no editor found");
                    assert_eq!(person.leaves().code, 1);
                }
            }
        }
    }

    #[test]
    fn what_somebody_else_wrote_meanwhile_stands_and_the_text_is_kept() {
        let test = edits(&[])
            .file("both.sh", "echo 'title: mine' >$1; echo 'title: theirs' >projects/a.yaml");
        let test = test.file("3", "");
        let mut person = sits_down(&test, 80, &[("EDITOR", "sh both.sh")]);
        person.sees("missing-territory").sees("keep the old").types("\x1b[B\r");
        person.sees("was changed by someone else").sees("your text is in");
        assert_eq!(person.leaves().code, 1);
        assert_eq!(sheet(&test), b"title: theirs\n");
        assert_eq!(drafts(&test)[0].1, "title: mine\n");
    }

    #[test]
    fn a_text_that_is_no_utf_8_is_told_and_never_deleted() {
        let test = edits(&[b"title: caf\xe9\nterritory: {name: T}\n"]);
        let mut person = sits_down(&test, 80, &BY_SCRIPT);
        person.sees("error[not-utf8]").sees("keep the old").types("\x1b");
        assert_eq!(person.leaves().code, 1);
        assert_eq!(sheet(&test), SMALL.as_bytes());
        assert_eq!(drafts(&test).len(), 1);
    }

    #[test]
    fn a_sheet_that_cannot_be_read_can_be_mended() {
        let test = edits(&[SMALL.as_bytes()]).sheet("a", "title: [");
        let mut person = sits_down(&test, 80, &BY_SCRIPT);
        person.sees("no problems found");
        assert_eq!(person.leaves().code, 0);
        assert_eq!(sheet(&test), SMALL.as_bytes());
    }

    const MINE: &str = "title: À moi\nterritory: {name: T}\n";

    /// Writes a text, then kills the command that waits for it, or does what is said first.
    fn stopped(before: &str) -> Test {
        let editor = format!("cat mine >\"$1\"; {before}\nkill -9 $PPID; sleep 0.2\n");
        edits(&[]).file("mine", MINE).file("stopped.sh", editor).file("hard-link", "")
    }

    const STOPPED: [(&str, &str); 1] = [("EDITOR", "sh stopped.sh")];
    const LEFT_ALONE: [(&str, &str); 1] = [("EDITOR", "true")];
    const DOWN: &str = "\x1b[B";

    /// What hinders a save while the editor is open, and how it is undone.
    const HINDRANCES: [(&str, &str, &str); 4] = [
        ("ln projects/a.yaml twin", "rm twin", "hard link"),
        ("chmod a-w projects/a.yaml", "chmod u+w projects/a.yaml", "read-only"),
        ("mv .sheet off; ln -s off .sheet", "rm .sheet", "not a link"),
        ("echo 'title: theirs' >>projects/a.yaml", "true", "changed by someone else"),
    ];

    #[test]
    fn whatever_hinders_the_save_the_text_is_named_and_the_next_edit_offers_it() {
        for (hinder, undo, why) in HINDRANCES {
            let test = edits(&[])
                .file(".sheet/.gitignore", "*")
                .file("mine", MINE)
                .file("mine.sh", format!("cat mine >\"$1\"; {hinder}\n"))
                .file("undo.sh", undo);
            let mut person = sits_down(&test, 60, &[("EDITOR", "sh mine.sh")]);
            person.sees("your text is in:").sees("/1/a.yaml").sees("sheet edit a");
            let left = person.leaves();
            assert!(left.code != 0 && left.seen.contains("/.local/state/sheet/drafts/1/a.yaml"));
            let told = left.seen.replace("\r\n", " ");
            assert!(told.contains(why), "{why}: {told}");
            let mut shell = std::process::Command::new("sh");
            assert!(shell.arg("undo.sh").current_dir(test.path()).status().expect("sh").success());
            let mut person = sits_down(&test, 100, &LEFT_ALONE);
            person.sees("Unsaved text").sees("delete it").types("\r").sees("saved");
            assert_eq!(person.leaves().code, 0, "{why}");
            assert_eq!(sheet(&test), MINE.as_bytes(), "{why}");
            assert!(drafts(&test).is_empty(), "{why}");
        }
    }

    #[test]
    fn a_lock_that_is_held_strands_no_text() {
        let test = edits(&[MINE.as_bytes()]).file(".sheet/lock", "");
        let lock = fs::File::options().write(true).open(test.path().join(".sheet/lock"));
        let lock = lock.expect("it is there");
        lock.lock().expect("nobody has it");
        let mut person = sits_down(&test, 100, &BY_SCRIPT);
        person.sees("waiting for another").sees("your text is in:").sees("five seconds");
        assert_eq!(person.leaves().code, 2);
        assert_eq!(drafts(&test)[0].1, MINE);
    }

    #[test]
    fn a_text_whose_command_was_killed_is_offered_with_what_it_changes() {
        let test = stopped("");
        assert_eq!(sits_down(&test, 80, &STOPPED).leaves().code, 137);
        let mut person = sits_down(&test, 80, &LEFT_ALONE);
        person.sees("+ title: À moi").sees("projects/a.yaml");
        person.sees("resume it").sees("delete it").types("\r").sees("saved");
        assert_eq!(person.leaves().code, 0);
        assert_eq!(sheet(&test), MINE.as_bytes());
        assert!(drafts(&test).is_empty());
    }

    #[test]
    fn a_text_whose_terminal_was_closed_is_offered() {
        let test = edits(&[]).file("slow.sh", "echo >>\"$1\"; echo OPEN >&2; sleep 0.5");
        let mut person = sits_down(&test, 80, &[("EDITOR", "sh slow.sh")]);
        person.sees("OPEN").signals("HUP");
        assert_eq!(person.leaves().code, 129);
        std::thread::sleep(std::time::Duration::from_millis(600));
        let mut person = sits_down(&test, 80, &LEFT_ALONE);
        person.sees("Unsaved text").sees("delete it").types("\r").sees("saved");
        assert_eq!(person.leaves().code, 0);
        assert_eq!(sheet(&test), format!("{SMALL}\n").as_bytes());
    }

    #[test]
    fn a_text_that_was_not_saved_is_kept_until_it_is_thrown_away_twice() {
        let test = stopped("");
        sits_down(&test, 80, &STOPPED).leaves();
        // Begin from the sheet: the other text stays.
        let mut person = sits_down(&test, 80, &LEFT_ALONE);
        person.sees("delete it").types(format!("{DOWN}\r")).sees("unchanged");
        assert_eq!(person.leaves().code, 0);
        assert_eq!(drafts(&test)[0].1, MINE);
        // Escape and Ctrl-C decide nothing.
        for (keys, code) in [("\x1b", 1), ("\x03", 130)] {
            let mut person = sits_down(&test, 80, &LEFT_ALONE);
            person.sees("delete it").types(keys);
            assert_eq!(person.leaves().code, code);
            assert_eq!(drafts(&test)[0].1, MINE);
        }
        let mut person = sits_down(&test, 80, &LEFT_ALONE);
        let throw = format!("{DOWN}{DOWN}\r");
        person.sees("delete it").types(&throw).sees("for good? [y/N]").types("\r");
        person.sees("delete it").types(&throw).sees("for good? [y/N]").types("y\r");
        person.sees("unchanged");
        assert_eq!(person.leaves().code, 0);
        assert_eq!(sheet(&test), SMALL.as_bytes());
        assert!(drafts(&test).is_empty());
    }

    #[test]
    fn a_sheet_that_changed_since_is_said_to_have() {
        let test = stopped("");
        sits_down(&test, 80, &STOPPED).leaves();
        let test = test.sheet("a", format!("{SMALL}summary: entre-temps\n"));
        let mut person = sits_down(&test, 80, &LEFT_ALONE);
        person.sees("- summary: entre-temps").sees("has changed since").sees("delete it");
        person.types("\r").sees("saved");
        assert_eq!(person.leaves().code, 0);
        assert_eq!(sheet(&test), MINE.as_bytes());
    }

    #[test]
    fn what_an_editor_left_when_it_was_killed_is_named() {
        let test = stopped("cat projects/a.yaml >\"$1\"; echo x >\"$1.save\"");
        sits_down(&test, 100, &STOPPED).leaves();
        let mut person = sits_down(&test, 100, &LEFT_ALONE);
        person.sees("left files beside your text: a.yaml.save").sees("delete it").types("\x1b");
        assert_eq!(person.leaves().code, 1);
    }

    #[test]
    fn a_text_for_another_sheet_of_that_name_is_not_offered() {
        let test = stopped("").file("projects/2023/a.yaml", SMALL);
        sits_down(&test, 80, &STOPPED).leaves();
        let test = test.args(["edit", "projects/2023/a.yaml"]);
        let mut person = sits_down(&test, 80, &LEFT_ALONE);
        person.sees("unchanged");
        assert_eq!(person.leaves().code, 0);
        assert_eq!(drafts(&test).len(), 1);
    }
}
