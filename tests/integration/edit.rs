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
        person.sees("nothing to say");
        assert_eq!(person.leaves().code, 0);
        assert_eq!(sheet(&test), good.as_bytes());
        assert!(drafts(&test).is_empty());
    }

    #[test]
    fn an_unchanged_text_is_not_written() {
        let test = Test::new().sheet("a", SMALL).args(["edit", "forum"]);
        let mut person = sits_down(&test, 80, &[("VISUAL", "true"), ("EDITOR", "false")]);
        person.sees("stands as it was");
        assert_eq!(person.leaves().code, 0);
        assert!(drafts(&test).is_empty());
    }

    #[test]
    fn a_bad_text_is_told_and_can_be_mended() {
        let test = edits(&[b"title: [", b"title: B\nterritory: {name: T}\n"]);
        let mut person = sits_down(&test, 80, &BY_SCRIPT);
        person.sees("error[syntax]").sees("back to the editor").types("\r").sees("nothing to say");
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
            person.sees("error[missing-territory]").sees("leave the old sheet").types(keys);
            assert_eq!(person.leaves().code, code, "{keys:?}");
            assert_eq!(sheet(&test), if saved { bad } else { SMALL.as_bytes() });
            let kept = drafts(&test);
            assert_eq!(kept.is_empty(), saved, "{kept:?}");
            assert!(kept.iter().all(|(_, text)| text.as_bytes() == bad), "{kept:?}");
        }
    }

    #[test]
    fn an_editor_that_fails_or_leaves_nothing_changes_nothing() {
        for (editor, seen, kept) in [
            ("false", "`false` failed: it ended with 1", 0),
            ("no-such-editor", "`no-such-editor` failed", 0),
            ("sh empty.sh", "an empty text", 0),
            ("sh lost.sh", "your text is kept in", 1),
            ("'unfinished", "failed", 0),
        ] {
            let test = edits(&[]).file("empty.sh", ": >$1").file("lost.sh", "echo x >$1; exit 1");
            let mut person = sits_down(&test, 200, &[("EDITOR", editor)]);
            person.sees(seen);
            assert_eq!(person.leaves().code, 1, "{editor}");
            assert_eq!(sheet(&test), SMALL.as_bytes());
            assert_eq!(drafts(&test).len(), kept, "{editor}");
        }
        let test = edits(&[]);
        let mut person = sits_down(&test, 80, &[("EDITOR", "")]);
        person.sees("no editor is chosen");
        assert_eq!(person.leaves().code, 1);
    }

    #[test]
    fn what_somebody_else_wrote_meanwhile_stands_and_the_text_is_kept() {
        let test = edits(&[])
            .file("both.sh", "echo 'title: mine' >$1; echo 'title: theirs' >projects/a.yaml");
        let test = test.file("3", "");
        let mut person = sits_down(&test, 80, &[("EDITOR", "sh both.sh")]);
        person.sees("missing-territory").sees("leave the old").types("\x1b[B\r");
        person.sees("was changed by somebody else").sees("your text is kept in");
        assert_eq!(person.leaves().code, 1);
        assert_eq!(sheet(&test), b"title: theirs\n");
        assert_eq!(drafts(&test)[0].1, "title: mine\n");
    }

    #[test]
    fn a_text_that_is_no_utf_8_is_told_and_never_deleted() {
        let test = edits(&[b"title: caf\xe9\nterritory: {name: T}\n"]);
        let mut person = sits_down(&test, 80, &BY_SCRIPT);
        person.sees("error[not-utf8]").sees("leave the old").types("\x1b");
        assert_eq!(person.leaves().code, 1);
        assert_eq!(sheet(&test), SMALL.as_bytes());
        assert_eq!(drafts(&test).len(), 1);
    }

    #[test]
    fn a_sheet_that_cannot_be_read_can_be_mended() {
        let test = edits(&[SMALL.as_bytes()]).sheet("a", "title: [");
        let mut person = sits_down(&test, 80, &BY_SCRIPT);
        person.sees("nothing to say");
        assert_eq!(person.leaves().code, 0);
        assert_eq!(sheet(&test), SMALL.as_bytes());
    }
}
