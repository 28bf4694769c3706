//! `sheet validate`.

use std::fs;

use crate::harness::{SMALL, Test, three};

/// One file with ten different faults, accents and wide characters before several of them.
const TEN: &str = "\
titre: Été 漢字 🎉
title: Forum d'été
territory: {name: [漢字, b], population: 200 foyers, insee: 1160}
status: gelé
cost: 9,500 €
dates:
  start: 31.02.2023
  duration: 9
team:
  - 36 personnes
title: Deux fois
";

#[test]
fn ten_faults_are_ten_findings_in_one_run() {
    let test = Test::new().sheet("a", TEN);
    let json = test.args(["validate", "--format", "json"]).run();
    assert_eq!(json.code, 1);
    let told: Vec<String> = json.json()["findings"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|finding| {
            format!(
                "{}:{} {}",
                finding["line"],
                finding["column"],
                finding["code"].as_str().expect("a code")
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "1:1 unknown-key",
            "3:19 wrong-type",
            "3:40 bad-number",
            "3:59 lost-leading-zero",
            "4:9 bad-choice",
            "5:7 ambiguous-amount",
            "7:10 bad-date",
            "8:13 bad-duration",
            "10:5 wrong-type",
            "11:1 duplicate-key",
        ]
    );
    let test = Test::new().sheet("a", TEN);
    insta::assert_snapshot!(
        "validate_ten_fr",
        test.args(["validate", "--lang", "fr"]).run().shown()
    );
}

#[test]
fn carets_stand_under_what_they_tell() {
    let text = Test::new().sheet("a", TEN).args(["validate"]).run().stdout;
    let lines: Vec<&str> = text.lines().collect();
    let mut seen = 0;
    for (index, line) in lines.iter().enumerate() {
        let (Some(caret), Some(above)) =
            (line.find('^'), index.checked_sub(1).map(|above| lines[above]))
        else {
            continue;
        };
        let column = unicode_width::UnicodeWidthStr::width(&line[..caret]);
        let mut width = 0;
        let rest = above.char_indices().find(|(_, c)| {
            let here = width == column;
            if !here {
                width += unicode_width::UnicodeWidthChar::width(*c).unwrap_or(0);
            }
            here
        });
        let under = rest.map_or("", |(at, _)| &above[at..]);
        let starts = [
            "titre",
            "[漢字",
            "200 foyers",
            "1160",
            "gelé",
            "9,500",
            "31.02",
            "9",
            "36 personnes",
            "title",
        ];
        assert!(starts.iter().any(|start| under.starts_with(start)), "{above}\n{line}");
        seen += 1;
    }
    assert!(seen >= 9, "{seen} underlines seen");
}

#[test]
fn a_clean_collection_is_one_line() {
    let answer = Test::new().sheet("a", SMALL).args(["validate", "--lang", "fr"]).run();
    assert_eq!(answer.stdout, "1\u{a0}fiche\u{a0}: aucun problème\n");
    assert_eq!((answer.stderr.as_str(), answer.code), ("", 0));
}

#[test]
fn one_unreadable_file_hides_no_other_from_any_verb() {
    let all = || {
        let good = (0..49).map(|number| format!("sheet-{number:02}"));
        good.fold(Test::new(), |test, id| {
            test.sheet(&id, format!("{SMALL}dates: {{start: 2023-01}}\n"))
        })
        .sheet("broken", "title: Phase 2 : toiture\n")
    };
    for (args, proof) in [
        (vec!["list", "--columns", "id", "--format", "csv"], "sheet-48"),
        (vec!["filter", "year:2023", "--columns", "id", "--format", "csv"], "sheet-48"),
        (vec!["summarize", "--format", "json"], "\"sheets\": 49"),
        (vec!["validate"], "50\u{a0}sheets: 1\u{a0}error"),
        (vec!["show", "broken"], ""),
    ] {
        let answer = all().args(&args).run();
        assert_eq!(answer.code, 1, "{args:?}");
        assert!(answer.stdout.contains(proof), "{args:?}: {}", answer.stdout);
        let said = if args[0] == "validate" { &answer.stdout } else { &answer.stderr };
        assert!(said.contains("projects/broken.yaml:1:16"), "{args:?}: {said}");
        assert!(said.contains("title: \"Phase 2 : toiture\""), "{args:?}: {said}");
    }
}

#[test]
fn warnings_fail_only_when_they_are_asked_to() {
    let sheet = format!("{SMALL}cost: 9500 €\n");
    assert_eq!(Test::new().sheet("a", &sheet).args(["validate"]).run().code, 0);
    assert_eq!(Test::new().sheet("a", &sheet).args(["validate", "--strict"]).run().code, 1);
}

#[test]
fn a_sheet_silences_what_it_names_but_no_error() {
    let sheet = format!("{SMALL}cost: 9500 €\nignore: [tax-not-stated]\n");
    let answer = Test::new().sheet("a", sheet).args(["validate", "--strict"]).run();
    assert_eq!(answer.code, 0, "{answer:?}");
    let sheet = format!("{SMALL}cost: 9,500 €\nignore: [ambiguous-amount]\n");
    assert_eq!(Test::new().sheet("a", sheet).args(["validate"]).run().code, 1);
}

#[test]
fn some_paths_are_validated_against_all() {
    let test =
        Test::new().file("projects/2023/forum.yaml", SMALL).file("projects/2024/Forum.yaml", SMALL);
    let answer = test.args(["validate", "projects/2024"]).run();
    assert_eq!(answer.code, 1);
    assert!(answer.stdout.contains("duplicate-id"), "{}", answer.stdout);
    assert!(answer.stdout.contains("1\u{a0}sheet:"), "{}", answer.stdout);
    let answer =
        Test::new().file("elsewhere/a.yaml", SMALL).args(["validate", "elsewhere/a.yaml"]).run();
    assert_eq!((answer.code, answer.stdout.as_str()), (0, "1\u{a0}sheet: no problems found\n"));
    let answer = Test::new().args(["validate", "nowhere.yaml", "--lang", "fr"]).run();
    assert_eq!(answer.code, 2);
    assert_eq!(
        answer.stderr,
        "erreur\u{a0}: impossible de lire nowhere.yaml\u{a0}: fichier ou dossier introuvable\n"
    );
}

#[test]
fn a_sheet_is_one_file_whichever_way_the_collection_is_named() {
    let test = Test::new().file("inner/projects/a.yaml", SMALL);
    for args in [
        ["--dir", "inner", "validate", "inner/projects/a.yaml"],
        ["--dir", "inner", "validate", "projects/a.yaml"],
        ["--dir", "./inner/../inner", "validate", "inner/projects"],
    ] {
        let output = test.command().args(args).output().expect("it runs");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(text, "1\u{a0}sheet: no problems found\n", "{args:?}");
    }
}

#[test]
fn an_unknown_key_has_its_own_advice_and_is_still_shown() {
    let sheet = format!("{SMALL}coût: 12 €\néquipe: Bob\n");
    let test = Test::new().sheet("a", &sheet);
    let text = test.args(["validate", "--lang", "fr"]).run().stdout;
    assert!(
        text.contains("vouliez-vous dire «\u{a0}cost\u{a0}»")
            && text.contains("vouliez-vous dire «\u{a0}team\u{a0}»"),
        "{text}"
    );
    let shown = Test::new().sheet("a", sheet).args(["show", "a", "--lang", "fr"]).stdout();
    assert!(shown.contains("coût    12 €") && shown.contains("équipe  Bob"), "{shown}");
}

#[test]
fn these_are_not_told() {
    let sheet = |lines: &str| format!("{SMALL}{lines}");
    for quiet in [
        "effort: 28 jours de terrain\ndates: {start: 2026-01-01, end: 2026-12-31}\n",
        "team: [{name: Alix D., organisation: A}, {name: Alix D., organisation: B}]\n",
        "commissioners: [Saône et Loire]\n",
        "commissioners: [Coutances Mer et Bocage]\n",
        "team: [Frédéric D., Frédérique D.]\n",
        "status: abandoned\ndates: {start: 2023-05-01, end: 2023-05-01, duration: 1 jour}\n",
        "status: abandoned\ndates: {start: 2023, end: 2023, duration: 9 mois}\n",
        "summary: |\n  - oui\n  - oui\n  - oui\n",
        "cost: bénévole\n",
        "cost: {amount: 0}\n",
        "title: Forum\nterritory: {name: T, qpv: QP001004}\ndates: {start: 2023-03, end: 2023-12-31}\nstatus: abandoned\n",
        "title: Forum 2023\nterritory: {name: T}\ndates: {start: 2022-11}\nstatus: abandoned\n",
        "description: {request: 'Le 01.03.2023, à 14h - 18h, pour 9 500 000 €, SIRET 73282932000074.'}\n",
        "x-anything: {at: all}\n",
        "summary: \"coordination... et pourtant, etc...\"\n",
    ] {
        let text = if quiet.starts_with("title:") { quiet.to_owned() } else { sheet(quiet) };
        // That a tolerant form could be canonical is told, and is no reproach.
        let test = Test::new().file("sheet.yaml", "severities: {not-canonical: off}\n");
        let answer = test.sheet("a", &text).args(["validate"]).run();
        assert_eq!(answer.stdout, "1\u{a0}sheet: no problems found\n", "{text}");
    }
    let sheet = "title: Forum\nterritory: {name: Trifouilly, population: 1.400 hab.}\n";
    assert_eq!(Test::new().sheet("a", sheet).args(["validate", "--strict"]).run().code, 0);
}

#[test]
fn two_sheets_read_the_same_whichever_way_their_lists_are_written() {
    let strings = format!(
        "{SMALL}team: [Alix D.]\ncommissioners: [Habitat 74]\nlessons: {{nuggets: [bien], words: ['Alix : oui']}}\ndocuments: [Bilan]\n"
    );
    let objects = format!(
        "{SMALL}team: [{{name: Alix D.}}]\ncommissioners: [{{name: Habitat 74}}]\nlessons: {{nuggets: [{{text: bien}}], words: [{{from: Alix, text: oui}}]}}\ndocuments: [{{title: Bilan}}]\n"
    );
    let show =
        |text: &str| Test::new().sheet("a", text).args(["show", "a", "--format", "json"]).stdout();
    assert_eq!(show(&strings), show(&objects));
}

#[test]
fn json_is_the_same_whatever_the_number_of_findings() {
    let json = three().args(["validate", "--format", "json"]).run().json();
    assert_eq!(json["schemaVersion"], 1);
    assert_eq!(json["summary"]["sheets"], 3);
    let findings = json["findings"].as_array().expect("a list");
    for key in [
        "code",
        "severity",
        "path",
        "line",
        "column",
        "endLine",
        "endColumn",
        "title",
        "message",
        "help",
    ] {
        assert!(findings.iter().all(|finding| !finding[key].is_null()), "{key}");
    }
}

#[test]
fn a_file_that_cannot_be_opened_is_told() {
    let test = Test::new().sheet("a", SMALL);
    fs::create_dir(test.path().join("projects/b.yaml"))
        .expect("a folder under the name of a sheet");
    assert_eq!(test.args(["validate"]).run().code, 0, "a folder is no sheet");
    #[cfg(unix)]
    {
        let test = Test::new().sheet("a", SMALL);
        std::os::unix::fs::symlink("nowhere", test.path().join("projects/c.yaml")).expect("a link");
        let answer = test.args(["validate"]).run();
        assert_eq!(answer.code, 1);
        assert!(
            answer.stdout.contains("unreadable-file") && answer.stdout.contains("projects/c.yaml"),
            "{}",
            answer.stdout
        );
    }
}

#[test]
fn some_findings_alone_are_told() {
    let test = || Test::new().sheet("a", TEN);
    let codes = |args: &[&str]| -> Vec<String> {
        let args = ["validate", "--format", "short"].iter().chain(args);
        let text = test().args(args).run().stdout;
        text.lines().map(|line| line.split(['[', ']']).nth(1).expect("a code").to_owned()).collect()
    };
    assert_eq!(codes(&["--rule", "bad-date,bad-choice"]), ["bad-choice", "bad-date"]);
    assert_eq!(codes(&["--severity", "error"]).len(), codes(&[]).len());
    let hints = Test::new().sheet("a", format!("{SMALL}team: [Alix]\n"));
    let hints = hints.args(["validate", "--severity", "warning"]);
    assert_eq!(hints.stdout(), "1\u{a0}sheet: no problems found\n");
    let wrong = test().args(["validate", "--rule", "bad-dates"]).run();
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.contains("did you mean `bad-date`?"), "{wrong:?}");
}

#[test]
fn standard_input_is_validated_by_itself() {
    let test = Test::new().input("title: a\nterritory: {name: b}\nstatus: gelé\n");
    let answer = test.args(["validate", "-", "--format", "short"]).run();
    assert_eq!(answer.code, 1);
    assert!(answer.stdout.starts_with("-:3:9: error[bad-choice]"), "{answer:?}");
    let good = Test::new().input(SMALL).args(["validate", "-"]);
    assert_eq!(good.stdout(), "1\u{a0}sheet: no problems found\n");
    assert_eq!(Test::new().args(["validate", "-", "--fix"]).run().code, 2);
}

#[test]
fn documents_are_looked_up_where_that_is_asked_for() {
    let sheet = format!(
        "{SMALL}documents:\n  - {{title: a, file: documents/a.pdf}}\n  - {{title: b, file: documents/b.pdf}}\n"
    );
    let test = || Test::new().sheet("a", &sheet).file("documents/a.pdf", "");
    assert_eq!(test().args(["validate"]).run().code, 0);
    let answer = test().args(["validate", "--files", "--format", "short"]).run();
    assert_eq!(answer.code, 1);
    assert!(
        answer.stdout.starts_with("projects/a.yaml:6:22: error[missing-document]"),
        "{answer:?}"
    );
}

#[test]
fn a_rule_across_sheets_is_silenced_by_the_sheet_that_it_is_about() {
    let one = "title: a\nterritory: {name: T}\nteam: [Zoé Petit]\n";
    let other = "title: b\nterritory: {name: T}\nteam: [Zoe Petit]\n";
    let test = |ignore: &str| {
        Test::new().sheet("a", one).sheet("b", format!("{other}{ignore}")).args(["validate"])
    };
    assert!(test("").stdout().contains("person-spelled-twice"));
    let used_ignores = test("ignore: [person-spelled-twice]\n").stdout();
    assert_eq!(used_ignores, "2\u{a0}sheets: no problems found\n");
}

#[test]
fn many_findings_stay_readable() {
    let sheet = |number: usize| {
        format!(
            "title: a {number}\nterritory: {{name: T{number}}}\nstatus: gelé\nteam: [Alix, Sam]\n"
        )
    };
    let test = || {
        (0..100).fold(Test::new(), |test, number| test.sheet(&format!("s{number}"), sheet(number)))
    };
    let text = test().args(["validate"]).run().stdout;
    insta::assert_snapshot!("validate_many", text);
    let all = test().args(["validate", "--all"]).run().stdout;
    assert_eq!(all.matches("error[bad-choice]").count(), 100);
    let short = test().args(["validate", "--format", "short"]).run().stdout;
    assert_eq!(short.lines().count(), 200);
}

#[test]
fn a_text_is_checked_in_place_of_its_file_among_the_others() {
    let bad = "title: Le lavoir\nterritory: {name: T}\nrelated: [mare, nulle-part]\nstatus: gelé\n";
    for (name, from, shown) in [
        ("projects/lavoir.yaml", "", "projects/lavoir.yaml"),
        ("lavoir.yaml", "projects", "lavoir.yaml"),
        ("projects/new.yaml", "", "projects/new.yaml"),
    ] {
        let test = Test::new().sheet("lavoir", SMALL).sheet("mare", SMALL).input(bad);
        let args = ["validate", "--stdin-filename", name, "--format", "short"];
        let answer = test.run_from(from, args);
        let places: Vec<&str> =
            answer.stdout.lines().filter_map(|line| line.split(": ").next()).collect();
        let told = [format!("{shown}:3:17"), format!("{shown}:4:9")];
        assert_eq!(places, told, "{answer:?}");
        assert_eq!(answer.code, 1);
        // With the sign of standard input, as editors write it, it is the same.
        let same = test.run_from(from, [&args[..], &["-"]].concat());
        assert_eq!(same.stdout, answer.stdout);
        let saved = fs::read_to_string(test.path().join("projects/lavoir.yaml"));
        assert_eq!(saved.expect("a sheet"), SMALL);
    }
}

#[test]
fn a_text_in_place_of_the_configuration_is_checked_as_one() {
    let test = Test::new().sheet("a", SMALL).input("language: klingon\n");
    let args = ["validate", "--stdin-filename", "sheet.yaml", "--format", "short"];
    let answer = test.run_with(args);
    assert!(answer.stdout.starts_with("sheet.yaml:1:11: error"), "{answer:?}");
    let both = test.run_with(["validate", "--stdin-filename", "a.yaml", "projects/a.yaml"]);
    assert_eq!(both.code, 2, "{both:?}");
}

#[test]
fn on_a_narrow_screen_words_are_folded_between_words() {
    for (lang, width) in [("fr", 60), ("en", 44)] {
        let test = Test::new().sheet("a", TEN).width(width);
        let shown = test.run_with(["validate", "--lang", lang]).stdout;
        // Lines of the sheet stay as they are.
        for line in shown.lines().filter(|line| !line.contains('|')) {
            assert!(line.chars().count() <= width, "{line}\n{shown}");
        }
    }
}

/// The verdict is one, however a text is given: what makes the exit code 1 is a failure in JUnit.
#[test]
fn the_exit_code_and_the_failures_agree_however_a_text_is_given() {
    let warned = format!("{SMALL}cost: 12 €\n");
    let wrong = format!("{SMALL}status: gelé\n");
    for (text, strict, code) in [
        (SMALL, &[][..], 0),
        (SMALL, &["--strict"], 0),
        (&warned, &[], 0),
        (&warned, &["--strict"], 1),
        (&wrong, &[], 1),
        (&wrong, &["--strict"], 1),
    ] {
        let ways: [&[&str]; 4] =
            [&[], &["projects/a.yaml"], &["-"], &["--stdin-filename", "projects/a.yaml"]];
        for way in ways {
            let test = Test::new().sheet("a", text).input(text);
            let args = [&["validate", "--format", "junit"], strict, way].concat();
            let answer = test.run_with(&args);
            assert_eq!(answer.code, code, "{args:?}: {answer:?}");
            assert_eq!(answer.stdout.contains("<failure"), code == 1, "{args:?}: {answer:?}");
        }
    }
}

/// An id is what a file is called, and files are called anything.
#[test]
fn proposed_commands_name_a_sheet_as_a_shell_takes_it() {
    let id = "la place d'hiver";
    let text = |year: i32| {
        format!(
            "title: La place\nterritory:\n  name: Oie\nteam: [Lou Petit]\ndates:\n  start: {year}-01\n  end: {year}-06\n"
        )
    };
    let test = Test::new()
        .sheet(id, text(2020))
        .sheet("l'autre place", text(2019))
        .sheet("encore une", "{title: T, territory: {name: Oie}}\n");
    let mut proposed = 0;
    for words in [
        vec!["validate"],
        vec!["unset", id, "title"],
        vec!["set", id, "summary="],
        vec!["set", "encore une", "summary=x"],
    ] {
        let told = test.run_with(words);
        for line in format!("{}{}", told.stdout, told.stderr).lines() {
            let Some((_, command)) = line.rsplit_once(": sheet ") else { continue };
            let words = shell_words::split(command).unwrap_or_else(|_| panic!("{line}"));
            let is_sheet = |word: &String| [id, "l'autre place", "encore une"].contains(&&**word);
            let is_path = |word: &String| word.contains(".yaml") || word.starts_with('-');
            assert!(words.iter().any(|word| is_sheet(word) || is_path(word)), "{line}");
            proposed += 1;
        }
    }
    assert!(proposed > 8, "{proposed}");
}
