//! `sheet new`: by options, by a file, and by an interview at a terminal.

use std::fs;

use crate::harness::{SMALL, Test, three};

fn written(test: &Test, id: &str) -> String {
    fs::read_to_string(test.path().join(format!("projects/{id}.yaml"))).expect("the new sheet")
}

fn sheets(test: &Test) -> usize {
    fs::read_dir(test.path().join("projects")).expect("the folder").count()
}

#[test]
fn options_make_a_sheet_in_canonical_form() {
    let test = Test::new().args([
        "new",
        "--title",
        "Forum des aînés",
        "--territory",
        "Trifouilly",
        "--cost",
        "9500€HT",
        "--team",
        "Alix Durand, Sam Petit",
        "--start",
        "1er mars 2023",
        "--nugget",
        "Un.",
        "--nugget",
        "Deux.",
        "--tool",
        "forum ouvert",
        "--request",
        "Une ligne.\n\nUne autre.",
        "--insee",
        "01210",
        "--summary",
        "no",
    ]);
    assert_eq!(test.stdout(), "projects/forum-des-aines.yaml: created\n");
    insta::assert_snapshot!(written(&test, "forum-des-aines"));
    let answer = test.args(["validate", "--lang", "en"]).run();
    assert_eq!(answer.code, 0, "{answer:?}");
}

#[test]
fn machines_are_told_where_the_sheet_is() {
    let test = Test::new().args(["new", "--title", "a", "--territory", "b", "--format", "json"]);
    let answer = test.run().json();
    assert_eq!(answer["sheet"]["id"], "a");
    assert_eq!(answer["sheet"]["path"], "projects/a.yaml");
}

#[test]
fn without_a_terminal_what_is_missing_is_named_and_nothing_waits() {
    for (args, missing) in [
        (vec!["new"], "--title, --territory"),
        (vec!["new", "--title", "a"], "--territory"),
        (vec!["new", "--cost", "12 €"], "--title, --territory"),
    ] {
        let test = Test::new().args(&args);
        let answer = test.run();
        assert_eq!(answer.code, 2, "{answer:?}");
        assert!(answer.stderr.starts_with(&format!("missing: {missing} (")), "{answer:?}");
        assert_eq!(sheets(&test), 0);
    }
}

#[test]
fn a_value_that_cannot_be_read_writes_nothing() {
    let test = Test::new().args([
        "new",
        "--title",
        "a",
        "--territory",
        "b",
        "--start",
        "2023-13-01",
        "--lang",
        "fr",
    ]);
    insta::assert_snapshot!(test.run().shown());
    assert_eq!(sheets(&test), 0);
}

#[test]
fn a_name_that_is_taken_is_not_taken_again() {
    let test = Test::new().sheet("forum-ouvert", SMALL);
    let test = test.args(["new", "--title", "Forum ouvert", "--territory", "Perpète"]);
    let answer = test.run();
    assert_eq!(answer.code, 1, "{answer:?}");
    assert!(answer.stderr.contains("--id forum-ouvert-2"), "{answer:?}");
    assert_eq!(written(&test, "forum-ouvert"), SMALL);
    let test = test.args(["new", "--title", "x", "--territory", "y", "--id", "../x"]);
    assert_eq!(test.run().code, 2);
}

#[test]
fn a_file_becomes_a_sheet_to_the_byte() {
    let text = "# à moi\ntitle:   Forum\nterritory: {name: T}\nx-moi:  [1,   2]\n";
    let test = Test::new().file("from.yaml", text).args(["new", "--from", "from.yaml"]);
    test.stdout();
    assert_eq!(written(&test, "forum"), text);
    let test = test.args(["new", "--from", "from.yaml", "--id", "deux", "--title", "Deux"]);
    test.stdout();
    assert_eq!(written(&test, "deux"), text.replace("  Forum", "  Deux"));
    let test = test.input(text).args(["new", "--from", "-", "--id", "trois"]);
    test.stdout();
    assert_eq!(written(&test, "trois"), text);
}

#[test]
fn a_file_with_an_error_becomes_no_sheet() {
    for text in ["title: a\nterritory: {name: T}\ncost: beaucoup\n", "a: [", "title: a\n", "\u{0}"]
    {
        let test = Test::new().file("from.yaml", text).args(["new", "--from", "from.yaml"]);
        let answer = test.run();
        assert!(matches!(answer.code, 1 | 2), "{answer:?}");
        assert!(!answer.stderr.is_empty());
        assert_eq!(sheets(&test), 0);
    }
}

#[cfg(unix)]
mod at_a_terminal {
    use super::*;
    use crate::person::{drafts, home, sits_down};

    fn interview() -> Test {
        three().args(["new"])
    }

    const CTRL_C: &str = "\x03";
    const CTRL_D: &str = "\x04";

    #[test]
    fn answers_are_read_echoed_and_written() {
        let test = interview();
        let mut person = sits_down(&test, 100, &[]);
        person.answers("Title", "Marché d'été").answers("Territory", "Perpète");
        person.answers("Commissioners", "").answers("Summary", "").answers("Status:", "");
        person.answers("Kind of territory:", "\x1b[B").sees("Kind of territory: neighbourhood");
        person.answers("Inhabitants", "").answers("Address", "");
        person.answers("Cost", "9500€HT").sees("= €9,500\u{a0}excl. VAT (HT)");
        person.answers("Start", "le 32 mars").sees("✗ invalid date");
        person.answers("> ", "mars 2023").sees("= March 2023");
        person.sees("End").types(CTRL_D);
        person.sees("save projects/marche-d-ete.yaml").types("\r");
        let left = person.leaves();
        assert_eq!(left.code, 0, "{left:?}");
        assert_eq!(left.answer, "projects/marche-d-ete.yaml: created\n");
        insta::assert_snapshot!(written(&test, "marche-d-ete"));
        assert!(drafts(&test).is_empty());
    }

    #[test]
    fn what_earlier_projects_taught_is_shown_before_the_questions() {
        let test = interview();
        let mut person = sits_down(&test, 80, &[]);
        person.answers("Title", "Suite").answers("Territory", "Trifouilly");
        person.answers("Commissioners", "Habitat 74");
        person.sees("WHAT EARLIER PROJECTS TAUGHT US").sees("(").sees("Summary").types(CTRL_C);
        assert_eq!(person.leaves().code, 130);
    }

    #[test]
    fn an_interrupted_interview_goes_on_where_it_stood() {
        let test = interview();
        let mut person = sits_down(&test, 80, &[]);
        person.answers("Title", "Marché").answers("Territory", "Perpète");
        person.sees("Commissioners").types(CTRL_C);
        let left = person.leaves();
        assert_eq!(left.code, 130, "{left:?}");
        assert!(left.seen.contains("your answers are kept"), "{left:?}");
        assert_eq!(sheets(&test), 3);
        let kept = drafts(&test);
        assert!(kept[0].1.ends_with("title: Marché\nterritory:\n  name: Perpète\n"), "{kept:?}");
        let mut person = sits_down(&test, 80, &[]);
        person.sees("Unfinished sheet: Marché").sees("delete it").types("\r");
        person.sees("  Title: Marché").sees("  Territory: Perpète");
        person
            .sees("3/29 · Commissioners")
            .types(CTRL_D)
            .sees("save projects/marche.yaml")
            .types("\r");
        assert_eq!(person.leaves().code, 0);
        assert_eq!(written(&test, "marche"), "title: Marché\nterritory:\n  name: Perpète\n");
        assert!(drafts(&test).is_empty());
    }

    const UP: &str = "\x1b[A";
    const DOWN: &str = "\x1b[B";

    #[test]
    fn answers_are_thrown_away_only_by_who_says_so_twice() {
        let test = interview();
        let mut person = sits_down(&test, 80, &[]);
        person.answers("Title", "Marché").answers("Territory", "Perpète");
        person.sees("Commissioners").types(CTRL_D);
        // A menu has two ends: a step up from its first line leads to no other.
        person.sees("save projects/marche.yaml").sees("stop here").types(UP).types("delete\r");
        person.sees("Delete the answers for good? [y/N]").types("\r");
        person.sees("stop here").types("stop\r");
        let left = person.leaves();
        assert_eq!(left.code, 0, "{left:?}");
        assert_eq!(drafts(&test).len(), 1);
        let mut person = sits_down(&test, 80, &[]);
        person.sees("Unfinished sheet: Marché (2\u{a0}answers)").sees("delete it");
        person.types(UP).types(DOWN).types(DOWN).types(DOWN).types("\r");
        person.sees("Delete the answers for good? [y/N]").types("\r");
        person.sees("Title").types(CTRL_C);
        assert_eq!(person.leaves().code, 130);
        assert_eq!(drafts(&test).len(), 1, "no is the usual answer");
        let mut person = sits_down(&test, 80, &[]);
        person.sees("Unfinished sheet: Marché").sees("delete it").types("\r");
        person.sees("3/29").types(CTRL_D);
        person.sees("stop here").types("delete\r").sees("for good? [y/N]").types("y\r");
        assert_eq!(person.leaves().code, 0);
        assert!(drafts(&test).is_empty());
        assert_eq!(sheets(&test), 3);
    }

    #[test]
    fn a_doubt_is_asked_about_and_no_answer_is_passed_over() {
        let test = interview();
        let mut person = sits_down(&test, 100, &[]);
        person.answers("Title", "forum des aînés à perpète-les-œillets");
        person.sees("a sheet already has this title: forum-des-aines");
        person.answers("Territory", "Perpète").answers("Commissioner", "").answers("Summary", "");
        person
            .sees("Status:")
            .sees("abandoned")
            .types("\r")
            .sees("Kind of territory:")
            .sees("other")
            .types("\r");
        person.answers("Inhabitants", "about 1400");
        person.sees("Read as 1,400").sees("Is that right? [Y/n]").types("n\r");
        person.sees("> ").types("1 400\r").sees("Address").types("\r");
        person.answers("Cost", "9.500 € HT");
        person.sees("Read as €9,500").sees("[Y/n]").types("\r");
        person
            .sees("Start")
            .types(CTRL_D)
            .sees("save projects/forum-des-aines-a-perpete-les-oeillets.yaml")
            .types("\r");
        assert_eq!(person.leaves().code, 0);
        let text = written(&test, "forum-des-aines-a-perpete-les-oeillets");
        assert!(text.contains("population: 1400\n"), "{text}");
        assert!(text.contains("cost:\n  amount: 9500\n  tax: HT\n"), "{text}");
    }

    #[test]
    fn a_period_answers_both_questions() {
        let test = interview();
        let mut person = sits_down(&test, 100, &[]);
        person.answers("Title", "T").answers("Territory", "P");
        person.answers("Commissioner", "").answers("Summary", "");
        person.sees("Status:").sees("abandoned").types("\r");
        person.sees("Kind of territory:").sees("other").types("\r");
        person.answers("Inhabitants", "").sees("Address").types("\r");
        person.answers("Cost", "");
        person.answers("Start", "du 1er mars au 10 octobre 2023");
        person.sees("= 1 March 2023 to 10 October 2023").sees("Duration").types(CTRL_D);
        person.sees("save projects/t.yaml").types("\r");
        assert_eq!(person.leaves().code, 0);
        let text = written(&test, "t");
        assert!(text.contains("  start: \"2023-03-01\"\n  end: \"2023-10-10\"\n"), "{text}");
    }

    #[test]
    fn a_change_of_many_sheets_is_shown_and_asked_about_once() {
        let test = interview().args(["set", "--where", "territory:", "reviewed=2026-01-01"]);
        let mut person = sits_down(&test, 100, &[]);
        person.sees("Reviewed on: 1 January 2026").sees("Save 3\u{a0}sheets? [y/N]").types("\r");
        person.sees("nothing was written");
        assert_eq!(person.leaves().code, 1);
        let mut person = sits_down(&test, 100, &[]);
        person.sees("[y/N]").types("y\r");
        assert_eq!(person.leaves().code, 0);
        for id in ["petite-note", "place-du-lavoir", "forum-des-aines"] {
            assert!(written(&test, id).contains("reviewed: \"2026-01-01\"\n"), "{id}");
        }
    }

    #[test]
    fn an_interview_in_another_window_is_not_taken_over() {
        let test = interview();
        let mut first = sits_down(&test, 80, &[]);
        first.answers("Title", "Le premier").sees("Territory");
        let mut second = sits_down(&test, 80, &[]);
        second.answers("Title", "Le second").sees("Territory").types(CTRL_C);
        assert_eq!(second.leaves().code, 130);
        first.types(CTRL_C);
        first.leaves();
        assert_eq!(drafts(&test).len(), 2);
    }

    #[test]
    fn ctrl_c_in_a_menu_leaves_the_cursor_and_the_draft() {
        let test = interview();
        let mut person = sits_down(&test, 80, &[]);
        person.answers("Title", "Marché").answers("Territory", "").answers("Commissioner", "");
        person.answers("Summary", "").sees("Status:").sees("abandoned").types(CTRL_C);
        let left = person.leaves();
        assert_eq!(left.code, 130, "{left:?}");
        assert_eq!(drafts(&test).len(), 1);
    }

    #[test]
    fn a_signal_leaves_the_terminal_and_the_draft_at_a_line_and_in_a_menu() {
        for (signal, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
            for menu in [false, true] {
                let test = interview();
                let mut person = sits_down(&test, 80, &[]);
                person.answers("Title", "Marché").sees("Territory");
                if menu {
                    person.types("\r").answers("Commissioner", "").answers("Summary", "");
                    person.sees("Status:").sees("abandoned");
                }
                person.signals(signal);
                let left = person.leaves();
                assert_eq!(left.code, code, "{signal} {menu} {left:?}");
                assert_eq!(drafts(&test).len(), 1);
            }
        }
    }

    #[test]
    fn escape_in_the_last_menu_writes_nothing_and_keeps_everything() {
        let test = interview();
        let mut person = sits_down(&test, 80, &[]);
        person.answers("Title", "Marché").sees("Territory").types(CTRL_D);
        person.sees("What next?").sees("delete the answers").types("\x1b");
        assert_eq!(person.leaves().code, 1);
        assert_eq!((sheets(&test), drafts(&test).len()), (3, 1));
    }

    #[test]
    fn without_title_or_territory_there_is_nothing_to_write() {
        let test = interview();
        let mut person = sits_down(&test, 80, &[]);
        person.sees("Title").types(CTRL_D).sees("edit: Title, territory").types("\r");
        person.answers("Title", "Marché").answers("Territory", "Perpète");
        person.sees("Commissioners").types("\r").sees("save projects/marche.yaml").types("\r");
        assert_eq!(person.leaves().code, 0);
    }

    #[test]
    fn accents_are_typed_and_deleted_whole() {
        let test = interview();
        let mut person = sits_down(&test, 80, &[]);
        // é, œ, a joined family and a cedilla, of which the last three are deleted again.
        person.sees("Title").sees("> ").types("Éœ👩‍👩‍👧ç\x7f\x7f\x7ft\x01D'\x05é\r");
        person.answers("Territory", "Perpète").sees("Commissioner").types(CTRL_D);
        person.sees("save projects/").types("\r");
        assert_eq!(person.leaves().code, 0);
        assert!(written(&test, "d-ete").starts_with("title: D'Été\n"));
    }

    #[test]
    fn bytes_that_are_no_utf_8_are_asked_again() {
        let test = interview();
        let mut person = sits_down(&test, 80, &[]);
        person.sees("Title").sees("> ").types(b"March\xe9 d'\xe9t\xe9\r");
        person.sees("invalid UTF-8").answers("> ", "Marché").sees("Territory").types(CTRL_C);
        person.leaves();
        assert!(drafts(&test)[0].1.contains("title: Marché\n"));
    }

    #[test]
    fn pasted_lines_are_one_answer() {
        let test = interview();
        let mut person = sits_down(&test, 80, &[]);
        let paste = |text: &str| format!("\x1b[200~{text}\x1b[201~\r");
        person.sees("Title").sees("> ").types(paste("Marché\nd'été"));
        person.sees("Territory").sees("> ").types("Perpète\r");
        person.sees("Commissioners").sees("> ").types(paste("Habitat 74\r\nVille de Perpète"));
        person.sees("Summary").sees("> ").types(paste("Un.\r\rDeux."));
        person.sees("Status:").types(CTRL_C);
        person.leaves();
        let kept = &drafts(&test)[0].1;
        assert!(kept.contains("title: Marché d'été\n"), "{kept}");
        assert!(kept.contains("  - Habitat 74\n  - Ville de Perpète\n"), "{kept}");
        assert!(kept.contains("summary: |-\n  Un.\n\n  Deux.\n"), "{kept}");
    }

    #[test]
    fn known_names_are_completed_whatever_their_accents() {
        let test = interview().sheet("b", "title: b\nterritory: {name: Élancourt}\n");
        let mut person = sits_down(&test, 80, &[]);
        person.answers("Title", "x").sees("Territory").sees("> ").types("elan\t\r");
        person.sees("Commissioner").types(CTRL_C);
        person.leaves();
        assert!(drafts(&test)[0].1.contains("name: Élancourt"));
    }

    #[test]
    fn a_long_answer_on_a_narrow_terminal_stays_whole() {
        let title = "Un très long titre ".repeat(12);
        for columns in [1, 2, 20] {
            let test = interview();
            let mut person = sits_down(&test, columns, &[]);
            person.sees("> ").types(format!("{title}\r")).sees("> ").types(CTRL_C);
            assert_eq!(person.leaves().code, 130);
            assert!(drafts(&test)[0].1.replace("\n  ", " ").contains(title.trim()), "{columns}");
        }
    }

    #[test]
    fn prose_is_written_in_the_editor_and_what_an_editor_breaks_is_kept() {
        let test = interview().file(
            "editor.sh",
            "case $1 in fail) echo lost >$2; exit 3;; empty) : >$2;; latin) printf 'caf\\351' >$2;; \
             *) printf 'Un.\\n\\nDeux.\\n' >\"$2\";; esac\n",
        );
        for (editor, seen, summary) in [
            ("sh editor.sh 'with space'", "Status:", "summary: |-\n  Un.\n\n  Deux.\n"),
            ("sh editor.sh fail", "failed: exit code 3", ""),
            ("sh editor.sh empty", "the text is empty", ""),
            ("sh editor.sh latin", "not valid UTF-8", ""),
            ("no-such-editor", "`no-such-editor` failed", ""),
            ("sh editor.sh $HOME", "Status:", "summary: |-\n  Un.\n\n  Deux.\n"),
        ] {
            let mut person = sits_down(&test, 100, &[("EDITOR", editor)]);
            person.sees("Title").types("x\r").sees("Territory").types("\r");
            person.sees("Commissioner").types("\r");
            person.answers("Summary (type e to open the editor)", "e").sees(seen).types(CTRL_C);
            assert_eq!(person.leaves().code, 130, "{editor}");
            let kept = drafts(&test);
            let (_, answers) =
                kept.iter().find(|(path, _)| path.ends_with("new.yaml")).expect("it");
            assert!(answers.ends_with(&format!("title: x\n{summary}")), "{editor}: {answers}");
            let lost = kept.iter().any(|(_, text)| text == "lost\n");
            assert_eq!(lost, editor.ends_with("fail"), "{kept:?}");
            fs::remove_dir_all(home(&test)).expect("a new life");
        }
    }

    #[test]
    fn an_answer_that_cannot_be_kept_is_said_and_the_interview_goes_on() {
        let test = interview();
        let mut person = sits_down(&test, 80, &[("XDG_STATE_HOME", "/dev/null")]);
        person.answers("Title", "Marché").sees("cannot save a draft in").sees("Territory");
        person.sees("> ").types("Perpète\r").sees("Commissioner").types(CTRL_D);
        person.sees("save projects/marche.yaml").types("\r");
        assert_eq!(person.leaves().code, 0);
    }
}

#[test]
fn what_is_given_and_is_no_answer_is_told() {
    let said = ["new", "--yes", "--title", "T", "--territory", "P", "--lang", "fr"];
    let silent = ["--cost", "à définir", "--summary", ""];
    let answer = Test::new().args([&said[..], &silent].concat()).run();
    assert_eq!(answer.code, 0, "{answer:?}");
    let told = answer.stderr.lines().filter(|line| line.contains("pas une réponse"));
    let told: Vec<&str> = told.collect();
    assert!(told.len() == 1 && told[0].contains("à définir"), "{answer:?}");
}
