//! `sheet show`.

use std::fs;

use crate::harness::{SMALL, Test, three};

#[test]
fn a_sheet_is_shown_whole() {
    for (name, width, lang) in
        [("show_fr_100", 100, "fr"), ("show_fr_50", 50, "fr"), ("show_en_80", 80, "en")]
    {
        let args = ["show", "forum-des-aines", "--lang", lang];
        insta::assert_snapshot!(name, three().args(args).width(width).run().shown());
    }
}

#[test]
fn json_holds_the_sheet_by_its_keys() {
    insta::assert_snapshot!(
        "show_json",
        three().args(["show", "forum-des-aines", "--format", "json"]).stdout()
    );
    let json = three().args(["show", "place-du-lavoir", "--format", "json"]).run().json();
    assert_eq!(
        json["sheet"]["cost"],
        serde_json::json!({ "amount": 12500, "currency": "CHF", "tax": "HT" })
    );
    assert_eq!(json["sheet"]["commissioners"][1]["name"], "Habitat 74");
    assert_eq!(json["sheet"]["effort"]["days"], 28);
}

#[test]
fn a_sheet_is_found_by_a_prefix_or_a_piece_of_its_title() {
    for wanted in [
        "place",
        "place-du-lavoir.yaml",
        "projects/place-du-lavoir.yaml",
        "LAVOIR",
        "la place du lavoir",
    ] {
        let test = three().args(["show", wanted, "--format", "json"]);
        let answer = test.run();
        if wanted == "la place du lavoir" {
            assert_eq!(answer.code, 1, "{wanted}");
        } else {
            assert_eq!(answer.json()["sheet"]["id"], "place-du-lavoir", "{wanted}");
        }
    }
}

#[test]
fn words_are_an_id_or_a_path_first_then_a_query_then_a_title() {
    let ids = |args: &[&str]| {
        let answer = three().args([&["show"], args, &["--format", "json"]].concat()).run();
        assert_eq!(answer.code, 0, "{args:?}: {answer:?}");
        let json = answer.json();
        let all = json["sheets"].as_array().cloned().unwrap_or_else(|| vec![json["sheet"].clone()]);
        all.iter()
            .map(|sheet| sheet["id"].as_str().expect("an id")[..2].to_owned())
            .collect::<Vec<_>>()
            .join(" ")
    };
    for (args, expected) in [
        (vec!["petite-note"], "pe"),
        (vec!["petite-note", "projects/place-du-lavoir.yaml"], "pe pl"),
        (vec!["place", "forum"], "pl fo"),
        (vec!["place", "du", "lavoir"], "pl"),
        (vec!["year:2022"], "fo"),
        (vec!["cost>5000"], "fo pl"),
        (vec!["cost>5000", "-year:2022"], "pl"),
        (vec!["--team", "noé"], "fo"),
        (vec!["petite-note", "year:2022"], "pe fo"),
        (vec!["year:1999"], ""),
    ] {
        assert_eq!(ids(&args), expected, "{args:?}");
    }
    let shown = three().args(["show", "cost>5000", "--format", "markdown"]).stdout();
    assert_eq!(shown.matches("\n# ").count() + usize::from(shown.starts_with("# ")), 2, "{shown}");
}

#[test]
fn validate_takes_ids_paths_and_queries_alike() {
    let bad = |id: &str, year: &str| {
        (id.to_owned(), format!("{SMALL}dates: {{start: {year}-05, end: {year}-02}}\n"))
    };
    let told = |args: &[&str]| {
        let test = [bad("un", "2022"), bad("deux", "2023"), bad("trois", "2024")]
            .into_iter()
            .fold(Test::new(), |test, (id, text)| test.sheet(&id, text));
        let rule = ["--rule", "end-before-start", "--format", "short"];
        let answer = test.args([&["validate"], args, &rule].concat()).run();
        let ids = answer.stdout.lines().filter_map(|line| line.split(['/', '.']).nth(1));
        ids.filter(|id| ["un", "deux", "trois"].contains(id)).collect::<Vec<_>>().join(" ")
    };
    for (args, expected) in [
        (vec!["un"], "un"),
        (vec!["un", "projects/trois.yaml"], "trois un"),
        (vec!["year:2023"], "deux"),
        (vec!["start>=2023"], "deux trois"),
        (vec!["--year", "2022..2023"], "deux un"),
        (vec!["un", "year:2023"], "deux un"),
    ] {
        assert_eq!(told(&args), expected, "{args:?}");
    }
    let answer = Test::new().sheet("a", SMALL).args(["validate", "rien", "--lang", "fr"]).run();
    assert_eq!(answer.code, 1, "{answer:?}");
    assert!(answer.stderr.starts_with("pas de fiche"), "{answer:?}");
}

#[test]
fn a_wrong_id_gets_the_nearest_and_an_ambiguous_one_its_candidates() {
    let answer = three().args(["show", "place-du-lavior", "--lang", "fr"]).run();
    assert_eq!((answer.code, answer.stdout.as_str()), (1, ""));
    assert_eq!(
        answer.stderr,
        "pas de fiche «\u{a0}place-du-lavior\u{a0}»\u{a0}; vouliez-vous dire «\u{a0}place-du-lavoir\u{a0}»\u{a0}?\n"
    );
    let answer = three().args(["show", "p"]).run();
    assert_eq!(
        answer.stderr,
        "`p` matches several sheets: petite-note, place-du-lavoir; type more of the id\n"
    );
}

#[test]
fn an_exact_id_reads_no_other_file() {
    let test = Test::new().sheet("a", SMALL).sheet("b", "title: [");
    let answer = test.args(["show", "a"]).run();
    assert_eq!((answer.code, answer.stderr.as_str()), (0, ""));
}

#[test]
fn a_text_of_several_paragraphs_is_one_item() {
    let text = format!(
        "{SMALL}lessons:\n  nuggets:\n    - text: \"Aller au marché.\\n\\nRevenir le soir.\"\n      do: Se lever\n  words:\n    - from: Alix\n      text: \"Un.\\n\\nDeux.\"\n"
    );
    for (format, between) in [("text", "\n      "), ("markdown", "\n\n    "), ("html", "<br>")] {
        let shown = Test::new().sheet("a", &text).args(["show", "a", "--format", format]).stdout();
        for [first, second] in
            [["Aller au marché.", "Revenir le soir. → Se lever"], ["Alix: Un.", "Deux."]]
        {
            assert!(shown.contains(&format!("{first}{between}{second}")), "{format}:\n{shown}");
        }
    }
    for format in ["text", "markdown", "html"] {
        let args = ["search", "marché", "--format", format];
        let shown = Test::new().sheet("a", &text).args(args).stdout();
        assert!(!shown.contains("marché. Revenir"), "{format}:\n{shown}");
    }
}

#[test]
fn what_could_not_be_read_is_shown_as_it_is_written() {
    let text = format!(
        "{SMALL}cost: entre 7000 et 15 000 €\nx-ma-clé: [1, deux]\nextra:\n  Météo: pluie\n"
    );
    let shown = Test::new().sheet("a", text).args(["show", "a", "--lang", "fr"]).stdout();
    for part in ["PAS COMPRIS", "entre 7000 et 15 000 €", "x-ma-clé  1, deux", "Météo     pluie"]
    {
        assert!(shown.contains(part), "{part} in\n{shown}");
    }
}

#[test]
fn no_key_stands_twice_in_json_and_nothing_is_dropped_in_silence() {
    let text = format!(
        "{SMALL}cost: {{amount: 5, shares: ['50 % Ville', rien]}}\nmembers: [12, [x]]\nlessons: {{words: [{{from: Bob}}]}}\n"
    );
    let test = Test::new().sheet("a", text).args(["show", "a", "--format", "json"]);
    let json = test.run().json();
    let sheet = &json["sheet"];
    assert_eq!(sheet["cost"]["shares"][0], serde_json::json!({ "from": "Ville", "percent": 50 }));
    assert_eq!(sheet["unread"]["cost.shares[1]"], "rien");
    assert_eq!(sheet["unread"]["members[0]"], "12");
    assert_eq!(sheet["unread"]["members[1]"], serde_json::json!(["x"]));
    let told = test.args(["validate", "--format", "json"]).run().json();
    assert_eq!(told["summary"]["errors"], 4, "{told:#}");
    // A key of the user's own stands beside those of the table, in each group.
    let groups = [
        ("territory", "name: N"),
        ("cost", "amount: 12"),
        ("dates", "start: 2023"),
        ("effort", "days: 3"),
        ("participation", "reached: 12"),
        ("description", "request: R"),
        ("outcome", "level: succeeded"),
        ("lessons", "nuggets: [L]"),
    ];
    let lines = groups.map(|(group, member)| format!("{group}: {{{member}, x-own: kept}}\n"));
    let text = format!("title: T\n{}", lines.concat());
    let json = Test::new().sheet("a", text).args(["show", "a", "--format", "json"]).run().json();
    for (group, member) in groups {
        let there = &json["sheet"][group];
        let (key, _) = member.split_once(':').expect("a key");
        assert!(there["x-own"] == "kept" && !there[key].is_null(), "{group}: {json:#}");
    }
    let text = format!("{SMALL}cost: {{amount: 5, shares: beaucoup}}\nteam: '?'\n");
    let told = Test::new().sheet("a", text).args(["validate", "--format", "json"]).run().json();
    assert_eq!(told["summary"]["errors"], 1, "{told:#}");
}

#[test]
fn a_read_verb_changes_no_byte_and_no_timestamp() {
    let test = three();
    let state = || {
        let mut files: Vec<_> = fs::read_dir(test.path().join("projects"))
            .expect("the folder")
            .map(|file| {
                let file = file.expect("a file");
                let found = file.metadata().expect("its metadata");
                (
                    file.file_name(),
                    fs::read(file.path()).expect("its bytes"),
                    found.modified().expect("its time"),
                    found.len(),
                )
            })
            .collect();
        files.sort();
        let folder = fs::metadata(test.path().join("projects")).expect("the folder");
        (files, folder.modified().expect("its time"))
    };
    let before = state();
    let page = crate::harness::root().join("tests/fixtures/wiki/below.txt");
    for args in [
        vec!["list"],
        vec!["filter", "a or b"],
        vec!["show", "place"],
        vec!["summarize"],
        vec!["validate"],
        vec!["explain", "syntax"],
        vec!["import", page.to_str().expect("a plain path")],
    ] {
        let mut command = test.command();
        command.args(&args).output().expect("it runs");
        assert!(before == state(), "{args:?}");
    }
}

#[test]
fn what_stands_under_a_key_that_stands_again_is_kept() {
    let twice = format!("{SMALL}dates: {{start: 2023-03-01}}\ndates:\n  start: 2024-05-02\n");
    let answer = Test::new().sheet("a", &twice).args(["show", "a"]).run();
    assert!(answer.stdout.contains("2024-05-02"), "{answer:?}");
}

/// Only what is made to be ticked is a box: what a user wrote stays behind the mark of its list.
#[test]
fn an_item_that_begins_with_a_box_stays_as_it_is_written() {
    let text = "title: T\nterritory: {name: Oie}\nlessons:\n  nuggets:\n    - ☐ Louer un barnum\n";
    for (format, expected) in [
        ("text", "• ☐ Louer un barnum"),
        ("markdown", "- ☐ Louer un barnum"),
        ("html", "<li>☐ Louer un barnum"),
    ] {
        let test = Test::new().sheet("t", text);
        let shown = test.args(["show", "t", "--format", format]).stdout();
        assert!(shown.contains(expected), "{format}: {shown}");
    }
}
