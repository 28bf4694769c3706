//! `sheet list` and `sheet filter`.

use crate::harness::{SMALL, Test, three};

#[test]
fn a_list_is_a_table_in_both_languages() {
    insta::assert_snapshot!("list_fr", three().args(["list", "--lang", "fr"]).run().shown());
    insta::assert_snapshot!("list_en", three().args(["list", "--lang", "en"]).run().shown());
}

#[test]
fn a_narrow_list_stacks_its_columns() {
    insta::assert_snapshot!(
        "list_40",
        three().args(["list", "--lang", "fr"]).width(40).run().shown()
    );
    insta::assert_snapshot!(
        "list_60",
        three().args(["list", "--lang", "fr"]).width(60).run().shown()
    );
}

#[test]
fn every_line_fits_the_terminal() {
    let long = "title: Écoutons 漢字漢字 les habitant·e·s de l'agglomération de Saint-Étienne-du-Rouvray-lès-Œillets\nterritory:\n  name: Agglomération de Saint-Étienne-du-Rouvray-lès-Œillets\n";
    for width in [24, 40, 49, 50, 60, 80, 100, 140] {
        let text =
            Test::new().sheet("a", long).args(["list", "--lang", "fr"]).width(width).stdout();
        for line in text.lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= width, "{width}: {line}");
        }
    }
}

#[test]
fn csv_and_json_hold_the_data_and_never_follow_the_language() {
    for format in ["csv", "json"] {
        let args = |lang| ["list", "--format", format, "--lang", lang];
        assert_eq!(three().args(args("fr")).stdout(), three().args(args("en")).stdout());
    }
    insta::assert_snapshot!("list_csv", three().args(["list", "--format", "csv"]).stdout());
    insta::assert_snapshot!("list_json", three().args(["list", "--format", "json"]).stdout());
}

#[test]
fn flags_are_sugar_for_terms() {
    for (flags, query) in [
        (vec!["--year", "2022"], "year:2022"),
        (vec!["--year", "2022..2023"], "year:2022..2023"),
        (vec!["--team", "Élodie Brémond"], "team:\"elodie bremond\""),
        (vec!["--tool", "forum,balade"], "tool:forum,balade"),
        (vec!["--territory", "trifouilly"], "territory:trifouilly"),
        (vec!["--commissioner", "habitat 74"], "commissioner:\"habitat 74\""),
        (vec!["--min-cost", "6000"], "cost>=6000"),
        (vec!["--max-cost", "6000"], "cost<=6000"),
        (vec!["--status", "done"], "status:done"),
    ] {
        let flag = three()
            .args(["list", "--columns", "id", "--format", "csv"].iter().chain(&flags))
            .stdout();
        let term = three().args(["list", "--columns", "id", "--format", "csv", query]).stdout();
        assert_eq!(flag, term, "{query}");
        let found = flag.lines().count() - 1;
        assert!((1..3).contains(&found), "{query} finds {found}");
    }
}

#[test]
fn columns_sorting_and_limits() {
    let ids = |args: &[&str]| {
        let all = ["list", "--columns", "id", "--format", "csv"].iter().chain(args);
        three().args(all).stdout().lines().skip(1).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(ids(&[]), "forum-des-aines petite-note place-du-lavoir");
    assert_eq!(ids(&["--sort", "title"]), "forum-des-aines petite-note place-du-lavoir");
    assert_eq!(ids(&["--sort", "-title"]), "place-du-lavoir petite-note forum-des-aines");
    assert_eq!(ids(&["--sort", "cost"]), "forum-des-aines place-du-lavoir petite-note");
    assert_eq!(ids(&["--sort", "-cost"]), "place-du-lavoir forum-des-aines petite-note");
    assert_eq!(ids(&["--sort", "-population", "--limit", "1"]), "place-du-lavoir");
    let csv = three()
        .args(["list", "--format", "csv", "--columns", "x-couleur,team.role,cost.tax"])
        .stdout();
    insta::assert_snapshot!(csv, @r"
    x-couleur,team.role,cost.tax
    rouge,animation; ,TTC
    ,,
    ,,HT
    ");
}

#[test]
fn an_unknown_column_is_told_with_the_nearest() {
    let answer = three().args(["list", "--columns", "titel", "--lang", "fr"]).run();
    assert_eq!((answer.code, answer.stdout.as_str()), (2, ""));
    assert!(answer.stderr.contains("vouliez-vous dire «\u{a0}title\u{a0}»"), "{}", answer.stderr);
}

#[test]
fn an_empty_collection_lists_nothing() {
    let answer = Test::new().args(["list"]).run();
    assert_eq!(
        (answer.stdout.as_str(), answer.stderr.as_str(), answer.code),
        ("", "0\u{a0}sheets\n", 0)
    );
    let json = Test::new().args(["list", "--format", "json"]).run().json();
    assert_eq!(json["sheets"], serde_json::json!([]));
}

#[test]
fn the_columns_of_a_grouped_list_do_not_depend_on_what_is_found() {
    for (sheets, rows) in [(0, 0), (1, 1)] {
        let test = (0..sheets).fold(Test::new(), |test, _| test.sheet("a", SMALL));
        let args = ["list", "--group-by", "team", "--columns", "id", "--format", "csv"];
        let table = test.args(args).stdout();
        assert_eq!(table.lines().next(), Some("id,group"));
        assert_eq!(table.lines().count(), 1 + rows, "{table}");
    }
}

#[test]
fn folders_below_projects_mean_nothing_and_hidden_files_are_left_alone() {
    let test = Test::new()
        .file("projects/2023/ete/a.yaml", SMALL)
        .file("projects/.git/b.yaml", SMALL)
        .file("projects/.c.yaml", SMALL)
        .file("projects/d.txt", SMALL)
        .file("projects/e.yml", SMALL);
    let csv = test.args(["list", "--columns", "id", "--format", "csv"]).stdout();
    assert_eq!(csv, "id\na\ne\n");
}

#[test]
fn a_sheet_whose_values_cannot_be_read_is_hinted_at() {
    let bad = format!("{SMALL}dates:\n  start: 2023-13-01\n");
    let answer = Test::new().sheet("a", bad).args(["list", "--year", "2023"]).run();
    assert_eq!(answer.code, 0);
    assert!(
        answer.stderr.contains("1\u{a0}sheet with errors; details: sheet validate"),
        "{}",
        answer.stderr
    );
}

#[test]
fn a_file_is_a_sheet_in_whatever_case_its_ending_is() {
    let test = Test::new().file("projects/a.YAML", SMALL).file("projects/b.Yml", SMALL);
    let test = test.file("projects/yaml", SMALL).file("projects/c.txt", SMALL);
    let csv = test.args(["list", "--columns", "id", "--format", "csv"]).stdout();
    assert_eq!(csv, "id\na\nb\n");
}

#[test]
fn of_sheets_with_one_id_the_paths_part_them() {
    let test = || Test::new().sheet("x/m", SMALL).sheet("y/m", SMALL);
    let answer = test().args(["show", "m", "--lang", "fr"]).run();
    assert_eq!(answer.code, 1);
    assert_eq!(
        answer.stderr,
        "«\u{a0}m\u{a0}» désigne plusieurs fiches\u{a0}: projects/x/m.yaml, projects/y/m.yaml\u{a0}; tapez une plus grande partie de l'identifiant\n"
    );
    assert_eq!(test().args(["show", "projects/y/m.yaml"]).run().code, 0);
}

#[test]
fn a_limit_counts_the_lines_of_a_grouped_list() {
    let args = ["list", "--group-by", "team", "--limit", "2", "--columns", "id", "--format", "csv"];
    let answer = three().args(args).run();
    assert_eq!(answer.stdout.lines().count(), 3, "{answer:?}");
    assert_eq!(answer.stderr, "2 of 6 lines, for 3\u{a0}sheets\n");
}

#[test]
fn filter_takes_the_flags_of_list() {
    let ids = |command| three().args([command, "--year", "2022", "--format", "csv"]).stdout();
    assert_eq!(ids("filter"), ids("list"));
}

#[test]
fn a_limit_says_how_many_there_are_and_totals_are_of_all() {
    let args = ["list", "--limit", "1", "--totals", "--columns", "id,id", "--format", "json"];
    let answer = three().args(args).run();
    assert_eq!(answer.stderr, "1 of 3\u{a0}sheets\n");
    let json = answer.json();
    assert_eq!(json["sheets"], serde_json::json!([{ "id": "forum-des-aines" }]));
    assert_eq!(json["totals"].as_array().map(Vec::len), Some(2));
}

#[test]
fn redirected_text_has_one_line_a_row_and_every_column() {
    let columns = "id,title,territory,team,tool,nugget,year,cost,status";
    for args in [&["list"][..], &["list", "--columns", columns], &["timeline"]] {
        let test = Test::cooperative().args(args);
        let mut command = test.command();
        let output = command.env_remove("COLUMNS").output().expect("the command ends");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        let rows = test.run_with(args.iter().chain(&["--format", "ndjson"])).stdout;
        assert_eq!(text.lines().count(), rows.lines().count() + 1, "{args:?}: {text}");
    }
}

#[test]
fn totals_of_groups_say_that_a_sheet_counts_in_each() {
    let sheet =
        |dates: &str| format!("title: T\nterritory: {{name: N}}\ncost: 100 € HT\ndates: {dates}\n");
    let one = sheet("{start: 2023-07-01, end: 2023-08-30}");
    let both = sheet("{start: 2023-07-01, end: 2024-06-30}");
    for (text, told) in [(one, false), (both, true)] {
        let test = Test::new().sheet("a", text);
        let shown =
            test.run_with(["list", "--group-by", "year", "--totals", "--lang", "en"]).stdout;
        assert_eq!(shown.contains("with its full cost, under each of them"), told, "{shown}");
    }
}

#[test]
fn the_texts_of_a_sheet_hold_its_moments() {
    let sheet = "title: T\nterritory:\n  name: Oie\ndescription:\n  moments:\n    - when: 2020-05\n      what: Première réunion\nlessons:\n  words:\n    - from: Zed\n      text: Bravo\n";
    let test = Test::new().sheet("a", sheet);
    for format in ["json", "ndjson", "csv"] {
        let answer = test.run_with(["list", "--columns", "text", "--format", format]).stdout;
        assert!(answer.contains("Première réunion") && answer.contains("Bravo"), "{answer}");
    }
}
