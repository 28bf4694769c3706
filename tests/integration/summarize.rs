//! `sheet summarize`.

use crate::harness::{SMALL, Test, three};

#[test]
fn a_summary_counts_and_adds_up() {
    insta::assert_snapshot!(
        "summarize_fr",
        three().args(["summarize", "--lang", "fr"]).run().shown()
    );
    insta::assert_snapshot!(
        "summarize_40",
        three().args(["summarize", "--lang", "en"]).width(40).run().shown()
    );
    insta::assert_snapshot!(
        "summarize_json",
        three().args(["summarize", "--format", "json"]).stdout()
    );
}

#[test]
fn sums_are_exact_and_never_mix_tax_currency_or_basis() {
    let cost = |cost: &str| format!("{SMALL}cost: {cost}\n");
    let test = Test::new()
        .sheet("a", cost("0,10 € HT"))
        .sheet("b", cost("0,20 € HT"))
        .sheet("c", cost("100 € TTC"))
        .sheet("d", cost("100 €"))
        .sheet("e", cost("100 CHF HT"))
        .sheet("f", cost("{amount: 100, tax: HT, basis: valued}"))
        .sheet("g", cost("gratuit"));
    let json = test.args(["summarize", "--format", "json"]).run().json();
    let money: Vec<String> = json["money"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|row| {
            let text = |key: &str| row[key].as_str().unwrap_or("-").to_owned();
            format!(
                "{} {} {} {} {}",
                row["total"],
                text("currency"),
                text("tax"),
                text("basis"),
                row["costed"]
            )
        })
        .collect();
    assert_eq!(
        money,
        [
            "100 EUR - invoiced 2",
            "0.3 EUR HT invoiced 2",
            "100 EUR HT valued 1",
            "100 EUR TTC invoiced 1",
            "100 CHF HT invoiced 1",
        ]
    );
}

#[test]
fn a_project_counts_in_every_year_that_it_touches() {
    let sheet = |dates: &str| format!("{SMALL}dates:\n{dates}");
    let test = Test::new()
        .sheet("a", sheet("  start: 2021-11\n  end: 2023-02\n"))
        .sheet("b", sheet("  start: 2023\n"))
        .sheet("c", SMALL);
    let json = test.args(["summarize", "--format", "json"]).run().json();
    assert_eq!(
        json["years"],
        serde_json::json!([
            { "year": 2021, "sheets": 1 },
            { "year": 2022, "sheets": 1 },
            { "year": 2023, "sheets": 2 },
        ])
    );
    assert_eq!(json["summary"]["undated"], 1);
}

#[test]
fn what_is_ongoing_or_follows_from_a_duration_touches_its_years_in_every_command() {
    let sheet = |more: &str| format!("{SMALL}{more}");
    let test = |args: &[&str]| {
        Test::new()
            .sheet("en-cours", sheet("status: ongoing\ndates: {start: 2021-05}\n"))
            .sheet("deux-ans", sheet("dates: {start: 2022-06, duration: 2 ans}\n"))
            .sheet("ouvert", sheet("dates: {start: 2021}\n"))
            .args(args.iter().copied())
            .run()
    };
    for (year, ids) in [
        ("2022", "deux-ans en-cours"),
        ("2023", "deux-ans en-cours"),
        ("2026", "en-cours"),
        ("2027", ""),
    ] {
        for args in [vec!["list", "--year", year], vec!["timeline", "--year", year]] {
            let answer = test(&[&args[..], &["--format", "json"]].concat()).json();
            let rows = answer["sheets"].as_array().or(answer["projects"].as_array()).expect("rows");
            let mut found: Vec<&str> =
                rows.iter().map(|row| row["id"].as_str().expect("an id")).collect();
            found.sort_unstable();
            assert_eq!(found.join(" "), ids, "{args:?}");
        }
    }
    let years = test(&["summarize", "--format", "json"]).json()["years"].clone();
    let counts: Vec<i64> =
        (0..6).map(|index| years[index]["sheets"].as_i64().unwrap_or(0)).collect();
    assert_eq!(counts, [2, 2, 2, 2, 1, 1]);
    insta::assert_snapshot!(
        "derived_list_fr",
        test(&["list", "--columns", "id,year,duration", "--lang", "fr"]).shown()
    );
    insta::assert_snapshot!("derived_timeline_en", test(&["timeline", "--lang", "en"]).shown());
    insta::assert_snapshot!(
        "derived_timeline_json",
        test(&["timeline", "--format", "json"]).stdout
    );
}

#[test]
fn the_query_chooses_what_is_added_up() {
    let json = three().args(["summarize", "status:done", "--format", "json"]).run().json();
    assert_eq!(json["summary"]["sheets"], 1);
}

/// Who is one there is one in `facets` and in `--by team`, and the other way round.
#[test]
fn a_person_is_one_however_the_name_is_spelt() {
    let sheet = |team: &str| format!("{SMALL}team: [{team}]\n");
    let test = Test::new()
        .file("sheet.yaml", "vocabulary:\n  people:\n    - {name: Ida Roy, aliases: [Ida R.]}\n")
        .sheet("a", sheet("Zoé Petit-Müller, Łucja Roy"))
        .sheet("b", sheet("Zoe Petit Muller, Zoé Petit-Müller, Ida R."))
        .sheet("c", sheet("Zoé Petit-Müller, Lucja Roy, IDA ROY"));
    let rows = |args: &[&str], list: &str, name: &str| -> Vec<(String, i64)> {
        let json = test.run_with(args.iter().chain(&["--format", "json"])).json();
        let rows = json[list].as_array().expect("a list").iter();
        let text = |row: &serde_json::Value| row[name].as_str().map(str::to_owned);
        rows.map(|row| (text(row).expect("a name"), row["sheets"].as_i64().expect("a count")))
            .collect()
    };
    let people = rows(&["summarize"], "people", "person");
    assert_eq!(people, rows(&["summarize", "--by", "team"], "groups", "team"));
    assert_eq!(people, rows(&["facets", "--key", "team"], "facets", "value"));
    let names = people.iter().map(|(name, count)| (name.as_str(), *count)).collect::<Vec<_>>();
    assert_eq!(names[..2], [("Zoé Petit-Müller", 3), ("Ida Roy", 2)]);
    assert_eq!((names.len(), names[2].1), (3, 2), "{names:?}");
    let todo = test.run_with(["todo"]).stdout;
    assert_eq!(todo.matches("ZO").count(), 1, "{todo}");
}

/// The changelog promises it: a year that is asked for is its row among the years.
#[test]
fn the_share_of_a_year_is_its_row_by_year() {
    let sheet = |dates: &str, effort: &str| {
        format!(
            "title: T\nterritory: {{name: N, population: 500}}\ncost: 12000 € HT\ndates: {dates}\neffort: {effort}\n"
        )
    };
    let test = Test::new()
        .sheet("a", sheet("{start: 2023}", "10 jours"))
        .sheet("b", sheet("{start: 2022-07-01, end: 2023-06-30}", "20 jours"))
        .sheet("c", sheet("{start: 2022-02-01, duration: 3 mois}", "2 jours"));
    let rows = test.run_with(["summarize", "--by", "year", "--spread", "--format", "json"]).json();
    for row in rows["groups"].as_array().expect("a list") {
        let year = row["year"].to_string();
        let args = ["summarize", "--year", &year, "--spread", "--format", "json"];
        let asked = test.run_with(args).json();
        let money = &asked["money"][0];
        for key in [
            "costed",
            "total",
            "median",
            "least",
            "most",
            "perInhabitant",
            "perMonth",
            "perEffortDay",
        ] {
            assert_eq!(money[key], row[key], "{year} {key}: {asked:#} {row:#}");
        }
    }
}
