//! The commands that change sheets, kind by kind: short forms, whole lines, doubts, many sheets at
//! once, texts that look like options, and what is said of all of it.

use std::fs;

use crate::harness::{Answer, SMALL, Test};

/// Runs a command on one sheet, and gives what became of it.
fn after(text: &str, args: &[&str]) -> (Answer, String) {
    let test = Test::new().sheet("x", text).args(args);
    let answer = test.run();
    let after = fs::read_to_string(test.path().join("projects/x.yaml")).expect("the sheet");
    (answer, after)
}

/// A command on a sheet that ends with some lines: what it makes of them, or that nothing is
/// written and why.
fn each(cases: &[(&str, &[&str], Result<&str, &str>)]) {
    for (lines, args, expected) in cases {
        let text = format!("{SMALL}{lines}\n");
        let (answer, after) = after(&text, args);
        match expected {
            Ok(expected) => {
                assert_eq!(after, format!("{SMALL}{expected}\n"), "{lines} {args:?} {answer:?}");
                assert_eq!(answer.code, 0, "{lines} {args:?} {answer:?}");
            }
            Err(why) => {
                assert_eq!(after, text, "{lines} {args:?} {answer:?}");
                assert_eq!(answer.code, 1, "{lines} {args:?} {answer:?}");
                assert!(answer.stderr.contains(why), "{lines} {args:?} {answer:?}");
                assert!(answer.stderr.contains("nothing was written"), "{answer:?}");
            }
        }
    }
}

#[test]
fn a_short_form_becomes_the_canonical_one_with_all_that_it_said() {
    each(&[
        ("cost: 800 € HT", &["set", "x", "cost=900 € HT"], Ok("cost:\n  amount: 900\n  tax: HT")),
        ("cost: 800 € HT", &["set", "x", "cost=800 € TTC"], Ok("cost:\n  amount: 800\n  tax: TTC")),
        (
            "cost: 800 € HT  # devis",
            &["set", "x", "cost.basis=budget"],
            Ok("cost:  # devis\n  amount: 800\n  tax: HT\n  basis: budget"),
        ),
        (
            "cost: CHF 800 HT",
            &["set", "x", "cost=CHF 900 HT"],
            Ok("cost:\n  amount: 900\n  currency: CHF\n  tax: HT"),
        ),
        (
            "cost: environ 800 € HT",
            &["set", "x", "cost=environ 900 € HT"],
            Ok("cost:\n  amount: 900\n  tax: HT\n  estimated: true"),
        ),
        // An amount alone is in its canonical form as it stands.
        ("cost: 800", &["set", "x", "cost.tax=HT"], Ok("cost:\n  amount: 800\n  tax: HT")),
        (
            "cost: 12.50  # devis",
            &["set", "x", "cost.currency=CHF"],
            Ok("cost:  # devis\n  amount: 12.50\n  currency: CHF"),
        ),
        ("effort: 3 jours", &["set", "x", "effort.hours=2"], Ok("effort:\n  days: 3\n  hours: 2")),
        ("effort: 3 jours et 2 heures", &["unset", "x", "effort.hours"], Ok("effort:\n  days: 3")),
        ("tools: forum", &["add", "tool", "x", "atelier"], Ok("tools:\n  - forum\n  - atelier")),
        (
            "commissioners: Habitat 74 et Ville de T",
            &["add", "commissioner", "x", "CAF"],
            Ok("commissioners:\n  - Habitat 74\n  - Ville de T\n  - CAF"),
        ),
        ("tools: ~  # rien", &["add", "tool", "x", "forum"], Ok("tools:  # rien\n  - forum")),
        ("dates:  # quand", &["set", "x", "start=2023"], Ok("dates:  # quand\n  start: \"2023\"")),
        // What was not understood to its last word is no text to be cut up.
        ("cost: entre 7 et 8 €", &["set", "x", "cost.tax=HT"], Err("x.yaml:4: cost.tax: `cost`")),
        ("cost: 9.500 €", &["set", "x", "cost.tax=HT"], Err("would lose: cost: 9.500 €")),
        (
            "description: |\n  Un\n  Deux",
            &["set", "x", "proposal=Un"],
            Err("`description` holds a text"),
        ),
        ("lessons:\n  - Une", &["add", "nugget", "x", "Deux"], Err("`lessons` holds a list")),
        ("lessons: Une", &["add", "word", "x", "Alix : oui"], Err("would be lost: lessons: Une")),
        ("x-suivi: [a, b]", &["set", "x", "x-suivi.par=Alix"], Err("`x-suivi` holds a list")),
        ("extra: Un texte", &["set", "x", "extra.a=b"], Err("`extra` holds a text")),
        // Who names the whole replaces it.
        ("cost: 9.500 €", &["set", "x", "cost=9 500 €"], Ok("cost:\n  amount: 9500")),
        ("cost: beaucoup", &["set", "x", "cost=9 500 €"], Ok("cost:\n  amount: 9500")),
    ]);
}

#[test]
fn each_change_of_a_command_finds_what_the_one_before_it_left() {
    each(&[(
        "cost:\n  amount: 9500\n  tax: HT",
        &["set", "x", "cost=12 000 €", "cost.tax=HT"],
        Ok("cost:\n  amount: 12000\n  tax: HT"),
    )]);
    let (answer, left) = after(SMALL, &["set", "x", "cost=900 €", "coût=800 €"]);
    assert_eq!((answer.code, left.as_str()), (2, SMALL), "{answer:?}");
    assert!(answer.stderr.contains("`cost` is given twice"), "{answer:?}");
}

#[test]
fn a_new_key_finds_its_place_or_the_line_that_hinders_it() {
    each(&[
        (
            "description:\n  request: |+\n    a\n",
            &["add", "nugget", "x", "Un", "--do", ""],
            Ok("description:\n  request: |+\n    a\n\nlessons:\n  nuggets:\n    - Un"),
        ),
        ("? x-c\n: v", &["set", "x", "effort=3 jours"], Err("x.yaml:1: effort.days: no key")),
    ]);
    let braces = "{title: F, territory: {name: T}}\n";
    let (answer, left) = after(braces, &["set", "x", "status=done"]);
    assert_eq!((answer.code, left.as_str()), (1, braces), "{answer:?}");
    assert!(answer.stderr.contains("x.yaml:1: status: the sheet is written in braces"));
    let list = format!("{SMALL}tools:\n  - un").replace('\n', "\r\n");
    let (answer, left) = after(&list, &["set", "x", "tool=deux"]);
    assert_eq!(left, list.replace("un", "deux"), "{answer:?}");
}

#[test]
fn what_a_text_cannot_say_of_a_cost_stays() {
    each(&[(
        "cost:\n  amount: 12\n  tax: HT\n  basis: budget\n  shares: [{from: Ville, percent: 100}]\n  x-devis: 7",
        &["set", "x", "cost=9 500,00 € TTC"],
        Ok(
            "cost:\n  amount: 9500.00\n  tax: TTC\n  basis: budget\n  shares: [{from: Ville, percent: 100}]\n  x-devis: 7",
        ),
    )]);
}

#[test]
fn a_value_goes_with_its_lines_and_leaves_all_others() {
    each(&[
        ("\nsummary: s\n\ntools: [a]", &["unset", "x", "summary"], Ok("\ntools: [a]")),
        ("dates:\n  start: 2023\ntools: [a]", &["unset", "x", "start"], Ok("tools: [a]")),
        (
            "dates:\n  # depuis toujours\n  start: 2023\ntools: [a]",
            &["unset", "x", "start"],
            Ok("dates:\n  # depuis toujours\ntools: [a]"),
        ),
        (
            "tools:\n  - a  # lui\n  # entre\n  - b\n# après\nsummary: s",
            &["unset", "x", "tools"],
            Ok("# après\nsummary: s"),
        ),
        ("dates: {start: 2023, end: 2024}", &["unset", "x", "end"], Ok("dates: {start: 2023}")),
        (
            "summary: &s s\nx-s: *s",
            &["unset", "x", "summary"],
            Err("x.yaml:5: summary: `*s` repeats"),
        ),
    ]);
    let text = format!("{SMALL}summary: s  # note\n");
    let (answer, left) = after(&text, &["unset", "x", "summary"]);
    assert_eq!(left, SMALL);
    assert!(answer.stdout.contains("Comment also removed (line 4): # note"), "{answer:?}");
    let mixed = "# a\r\nvocabulary:\n  x: y\n# b\ntitle: F\nterritory: {name: T}\nsummary: s\r\n";
    let (_, left) = after(mixed, &["unset", "x", "summary"]);
    assert_eq!(left, mixed.replace("summary: s\r\n", ""));
}

#[test]
fn what_is_required_is_not_removed() {
    for (key, words) in
        [("title", "title is required"), ("territory", "territory.name is required")]
    {
        let (answer, left) = after(SMALL, &["unset", "x", key]);
        assert_eq!((answer.code, left.as_str()), (1, SMALL), "{answer:?}");
        assert!(answer.stderr.contains(words), "{answer:?}");
    }
}

#[test]
fn a_sheet_with_lines_above_its_first_key_can_be_changed() {
    for head in [
        "# licence\n---\n",
        "# vim: ft=yaml\n# yamllint disable\n---\n",
        "%YAML 1.2\n---\n",
        "--- # note\n",
        "\n\n---\n",
    ] {
        for end in ["\n", "\r\n"] {
            let text = format!("{head}{SMALL}cost: 800 € HT\n").replace('\n', end);
            let (answer, changed) = after(&text, &["set", "x", "title=Neuf"]);
            assert_eq!(changed, text.replace("Forum ouvert", "Neuf"), "{answer:?}");
            let (_, changed) = after(&text, &["fmt", "x"]);
            let cost = "cost:\n  amount: 800\n  tax: HT\n".replace('\n', end);
            assert_eq!(changed, text.replace(&format!("cost: 800 € HT{end}"), &cost), "{head}");
        }
    }
}

#[test]
fn every_decimal_can_be_written() {
    for (value, line) in [
        ("cost=9 500,00 € HT", "  amount: 9500.00\n"),
        ("cost=9 500,50 € HT", "  amount: 9500.50\n"),
        ("cost=€9,500.00 HT", "  amount: 9500.00\n"),
        ("latitude=46.10", "  latitude: 46.10\n"),
        ("effort=2,50 jours", "  days: 2.50\n"),
        ("x-prix=12.50", "x-prix: 12.50\n"),
        ("x-zero=-0.0", "x-zero: -0.0\n"),
        ("x-petit=0.0000000000000000000000000001", "x-petit: 0.0000000000000000000000000001\n"),
    ] {
        let (answer, changed) = after(SMALL, &["set", "x", value]);
        assert!(changed.contains(line) && answer.code == 0, "{value}: {changed} {answer:?}");
        let (again, twice) = after(&changed, &["set", "x", value]);
        assert_eq!(twice, changed, "{again:?}");
        let (_, formatted) = after(&changed, &["fmt", "x"]);
        assert_eq!(formatted, changed, "twice is once");
    }
}

#[test]
fn a_number_below_amount_is_a_number() {
    let text = format!("{SMALL}cost: 0,510555 k€ HT\n");
    let (_, once) = after(&text, &["fmt"]);
    assert!(once.contains("amount: 510.555\n"), "{once}");
    let (_, twice) = after(&once, &["fmt"]);
    assert_eq!(twice, once);
}

#[test]
fn what_holds_more_than_its_type_is_left_alone_or_kept_whole() {
    let text = "title: F\nterritory: {name: T}\nteam:\n  - name: Alix\n    x-badge: 42\n  - name: Sam\n\
                lessons:\n  nuggets:\n    - text: Prévenir tôt.\n      do: [appeler, écrire]\n    - text: Marcher\n  \
                words:\n    - from: Alix\n      text: Belle année\n      visibility: nous\n    - 'Lou : oui'\n";
    for args in [&["fmt"][..], &["validate", "--fix"]] {
        let (answer, changed) = after(text, args);
        let expected = text.replace("    - 'Lou : oui'\n", "    - from: Lou\n      text: oui\n");
        assert_eq!(changed, expected, "{answer:?}");
    }
    let wide = Test::new().sheet("x", text).width(160).args(["fmt", "--lang", "fr"]);
    let answer = wide.run();
    assert!(answer.stdout.contains("pas modifié\u{a0}: pas compris"), "{answer:?}");
    let show = Test::new().sheet("x", text).args(["show", "x", "--format", "json"]).run().json();
    assert_eq!(show["sheet"]["team"][0]["x-badge"], 42);
    assert_eq!(
        show["sheet"]["unread"]["lessons.nuggets[0].do"],
        serde_json::json!(["appeler", "écrire"])
    );
    let found = Test::new().sheet("x", text).args([
        "list",
        "team.x-badge:42",
        "--columns",
        "id",
        "--format",
        "csv",
    ]);
    assert_eq!(found.stdout(), "id\nx\n");
}

#[test]
fn neither_fmt_nor_fix_settles_a_doubt_or_joins_lines() {
    for lines in [
        "cost: 9.500 €",
        "cost: 9000 € HT (10800 € TTC)",
        "dates: {start: 4/3/23}",
        "dates: {start: hiver 2022}",
        "participation: {reached: 2 200 (dont 40 élus)}",
        "tools:\n  • atelier\n  • forum",
        "tools:\n  -atelier\n  -forum",
        "team:\n  Alix Durand\n  Sam Petit",
        "tools:\n  - atelier\n   - forum",
        "effort: environ 12 jours",
        "lessons:\n  words:\n    - |\n      Alix : oui\n      Sam : non",
        "commissioners: [Habitat 74 et Ville de T]",
        "cost: {amount: 5, shares: [{from: A, percent: 50, amount: 2}]}",
    ] {
        let text = format!("{SMALL}{lines}\n");
        for args in [&["fmt"][..], &["validate", "--fix"]] {
            let (answer, left) = after(&text, args);
            assert_eq!(left, text, "{args:?} {answer:?}");
        }
    }
    let text = format!("{SMALL}lessons:\n  words: |\n    Alix : oui\n    Sam : non\n");
    let (_, changed) = after(&text, &["fmt"]);
    assert!(
        changed.contains("from: Alix\n      text: oui\n    - from: Sam\n      text: non\n"),
        "{changed}"
    );
}

#[test]
fn a_broken_line_is_quoted_only_where_nothing_else_can_be_meant() {
    for (lines, expected) in [
        ("summary: Phase 2 : toiture", Some("summary: \"Phase 2 : toiture\"")),
        ("summary: Phase 2 : toiture # à revoir", None),
        ("tools:\n  - Alix : bonjour : merci", Some("tools:\n  - \"Alix : bonjour : merci\"")),
        ("commissioners:\n  - name: Habitat 74/    siret: \"732\"", None),
        ("summary: Fête #3 du quartier", Some("summary: \"Fête #3 du quartier\"")),
        ("summary: Merci  # à tous", None),
        // Quoted it would be no status at all; what stands beside it is quoted all the same.
        ("status: done #todo", None),
        (
            "status: done #todo\nsummary: Fête #3\ntools:\n  - atelier #2",
            Some("status: done #todo\nsummary: \"Fête #3\"\ntools:\n  - \"atelier #2\""),
        ),
    ] {
        let text = format!("{SMALL}{lines}\n");
        let (answer, fixed) = after(&text, &["validate", "--fix"]);
        let expected = expected.map_or(text.clone(), |lines| format!("{SMALL}{lines}\n"));
        assert_eq!(fixed, expected, "{answer:?}");
    }
    let words = "    - Alix : bonjour : merci\n".repeat(60);
    let (_, fixed) = after(&format!("{SMALL}lessons:\n  words:\n{words}"), &["validate", "--fix"]);
    assert_eq!(fixed.matches("text: \"bonjour : merci\"").count(), 60, "{fixed}");
}

#[test]
fn a_period_for_a_date_sets_both_and_never_against_one_that_is_there() {
    let both = "dates:\n  start: \"2023-03-01\"\n  end: \"2023-10-10\"";
    let period = "start=du 1er mars au 10 octobre 2023";
    each(&[
        ("dates:\n  start: \"2022\"", &["set", "x", period], Ok(both)),
        (
            "dates:\n  end: 10.10.2023",
            &["set", "x", period],
            Ok(&both.replace("\"2023-10-10\"", "10.10.2023")),
        ),
        (
            "dates:\n  end: \"2024\"",
            &["set", "x", period],
            Err("x.yaml:5: dates.end: 2024 contradicts the period"),
        ),
        ("dates:\n  end: \"2024\"", &["set", "x", "start=mai à mars 2023"], Err("period-in-date")),
    ]);
    let (_, left) = after(SMALL, &["set", "x", "start=2023", "end=en cours"]);
    assert!(left.contains("status: ongoing\n") && !left.contains("end:"), "{left}");
    let (answer, left) = after(SMALL, &["set", "x", period, "end=2023-12"]);
    assert_eq!((answer.code, left.as_str()), (2, SMALL), "{answer:?}");
}

#[test]
fn a_remark_beside_a_value_is_asked_about_or_kept() {
    for (value, line) in [
        ("population=2 200 habitants (956 foyers)", "  population: 2 200 habitants (956 foyers)\n"),
        ("cost=9500 € TTC (TVA 20 %)", "cost: 9500 € TTC (TVA 20 %)\n"),
        ("start=7 mars 2022 à 18h", "  start: 7 mars 2022 à 18h\n"),
        ("start=lundi 1er avril 2022", "  start: lundi 1er avril 2022\n"),
        ("duration=6 mois (dont 2 de préparation)", "  duration: 6 mois (dont 2 de préparation)\n"),
        ("effort=1.200 heures", "effort: 1.200 heures\n"),
    ] {
        let (answer, changed) = after(SMALL, &["set", "x", value]);
        assert!(changed.contains(line), "{changed}");
        assert_eq!(answer.code, 0, "{answer:?}");
        assert!(answer.stderr.contains("uncertain-value"), "{answer:?}");
    }
}

#[test]
fn an_amount_beside_a_part_that_is_not_understood_counts_nowhere() {
    for part in ["currency: FRF", "tax: peut-être", "basis: à l'œil"] {
        let text = format!("{SMALL}  population: 10\ncost:\n  amount: 1000\n  {part}\n");
        let test = Test::new().sheet("x", &text);
        for args in [
            &["list", "cost>=1000€", "--columns", "id", "--format", "csv"][..],
            &["list", "cost.amount>0", "--columns", "id", "--format", "csv"],
        ] {
            assert_eq!(test.run_with(args).stdout, "id\n", "{part}");
        }
        let row = test.run_with(["list", "--columns", "cost,unread", "--format", "json"]).json();
        let sheet = &row["sheets"][0];
        assert!(sheet["cost"]["amount"].is_null(), "{part}: {sheet}");
        assert!(sheet["unread"].to_string().contains("1000"), "{part}: {sheet}");
        let sums = test.run_with(["summarize", "--format", "json"]).stdout;
        assert!(!sums.contains("1000"), "{part}: {sums}");
        let told = test.run_with(["validate", "--format", "short"]).stdout;
        assert!(!told.contains("tax-not-stated"), "{part}: {told}");
        let (_, left) = after(&text, &["fmt"]);
        assert_eq!(left, text);
    }
}

#[test]
fn a_doubt_that_nobody_confirms_is_written_as_it_was_typed() {
    for (value, line) in [
        ("cost=9.500 €", "cost: 9.500 €\n"),
        ("start=01.03.23", "  start: 01.03.23\n"),
        ("population=environ 1 400", "  population: environ 1 400\n"),
    ] {
        let (answer, changed) = after(SMALL, &["set", "x", value]);
        assert!(changed.replace('"', "").contains(line), "{changed}");
        assert_eq!(answer.code, 0, "{answer:?}");
        assert!(answer.stderr.contains("uncertain-value"), "{answer:?}");
    }
    let new = Test::new().args([
        "new",
        "-y",
        "--title",
        "T",
        "--territory",
        "P",
        "--population",
        "environ 1 400",
    ]);
    let answer = new.run();
    assert_eq!(answer.code, 0, "{answer:?}");
    assert!(answer.stderr.contains("uncertain-value"), "{answer:?}");
    let text = fs::read_to_string(new.path().join("projects/t.yaml")).expect("the sheet");
    assert!(text.contains("population: environ 1 400\n"), "{text}");
    each(&[
        ("tools: [a]", &["set", "x", "cost=4 000 à 5 000 €"], Err("a range")),
        ("tools: [a]", &["set", "x", "cost=9,500 €"], Err("ambiguous-amount")),
        ("tools: [a]", &["set", "--where", "title:forum", "cost=9.500 €"], Err("uncertain-value")),
        (
            "cost:\n  amount: 5\n  shares: [{from: V, percent: 100}]",
            &["set", "x", "cost=9.500 €"],
            Err("x.yaml:6: cost: an uncertain value cannot be kept beside `shares`"),
        ),
        (
            "tools: [a]",
            &["add", "member", "x", "36 personnes"],
            Err("a number of people, not a name"),
        ),
    ]);
}

#[test]
fn many_sheets_change_at_once_or_none_does() {
    let sheets = || {
        Test::new()
            .sheet("a", SMALL)
            .sheet("b", format!("{SMALL}status: idea\n"))
            .sheet("c", SMALL.replace("Forum", "Marché"))
    };
    let read = |test: &Test, id: &str| {
        fs::read_to_string(test.path().join(format!("projects/{id}.yaml"))).expect(id)
    };
    let alone = sheets().args(["set", "--where", "title:forum", "status=done"]);
    let answer = alone.run();
    assert_eq!(answer.code, 2, "{answer:?}");
    assert!(answer.stderr.contains("--yes") && answer.stderr.contains("Status: idea → done"));
    assert_eq!(read(&alone, "a"), SMALL);
    let test = sheets().args([
        "set",
        "--where",
        "title:forum",
        "status=done",
        "--yes",
        "--format",
        "json",
    ]);
    let json = test.run().json();
    let changes = json["changes"].as_array().expect("a list");
    assert_eq!(changes.len(), 2, "{json:#}");
    assert_eq!(changes[1]["before"], "idea");
    assert_eq!(changes[1]["path"], "projects/b.yaml");
    assert!(read(&test, "a").contains("status: done") && read(&test, "b").contains("status: done"));
    assert!(!read(&test, "c").contains("status"));
    let one = sheets().sheet("b", format!("{SMALL}lessons: Une leçon\n")).args([
        "add",
        "nugget",
        "--where",
        "title:forum",
        "-y",
        "Deux",
    ]);
    let answer = one.run();
    assert_eq!(answer.code, 1, "{answer:?}");
    assert!(answer.stderr.contains("projects/b.yaml:4"), "{answer:?}");
    assert_eq!(read(&one, "a"), SMALL, "one refusal, and nothing is written");
    let none = sheets().args(["unset", "--where", "title:rien", "summary", "--yes"]).run();
    assert_eq!(none.code, 0, "{none:?}");
    assert!(none.stderr.contains("nothing was written"), "{none:?}");
}

#[test]
fn a_rename_follows_every_reference_or_changes_nothing() {
    let sheets = |z: &str| {
        Test::new()
            .sheet("a", SMALL)
            .sheet("b", format!("{SMALL}related: a  # lié\n"))
            .sheet(
                "c",
                format!("{SMALL}lessons:\n  nuggets:\n    - {{text: t, confirmed-in: ['a', b]}}\n    - text: u\n      confirmed-in: a\n"),
            )
            .sheet("z", z)
            .args(["rename", "a", "neuf"])
    };
    let read = |test: &Test, id: &str| {
        fs::read_to_string(test.path().join(format!("projects/{id}.yaml"))).unwrap_or_default()
    };
    let test = sheets(SMALL);
    let answer = test.run();
    assert_eq!(answer.code, 0, "{answer:?}");
    assert_eq!(read(&test, "b"), format!("{SMALL}related: neuf  # lié\n"));
    assert!(
        read(&test, "c").contains("confirmed-in: ['neuf', b]")
            && read(&test, "c").contains("confirmed-in: neuf\n")
    );
    for (z, why) in [
        (format!("{SMALL}related: &r [a]\nx-r: *r\n"), "an alias elsewhere"),
        (
            format!(
                "{SMALL}lessons:\n  nuggets:\n    - &i {{text: t, confirmed-in: a}}\n    - *i\n"
            ),
            "an alias elsewhere",
        ),
        ("title: B : bis\nrelated: [a]\n".to_owned(), "syntax"),
    ] {
        let test = sheets(&z);
        let answer = test.run();
        assert_eq!(answer.code, 1, "{answer:?}");
        assert!(
            answer.stderr.contains(why) && answer.stderr.contains("nothing was written"),
            "{answer:?}"
        );
        assert_eq!(read(&test, "b"), format!("{SMALL}related: a  # lié\n"));
        assert_eq!(read(&test, "a"), SMALL);
    }
    let test = sheets(SMALL).args(["rename", "a", "neuf", "--dry-run"]);
    let answer = test.run();
    assert!(answer.stdout.contains("related: neuf"), "{answer:?}");
    assert_eq!(read(&test, "a"), SMALL);
    let test = Test::new().sheet("Maj", SMALL).args(["rename", "Maj", "maj"]);
    assert_eq!(test.run().code, 0);
    assert_eq!(read(&test, "maj"), SMALL);
}

#[test]
fn texts_that_begin_with_a_hyphen_are_texts() {
    for (args, line) in [
        (&["add", "nugget", "x", "- Aller au marché"][..], "- \"- Aller au marché\""),
        (&["add", "nugget", "x", "-Marcher: oui"], "- \"-Marcher: oui\""),
        (&["add", "nugget", "x", "--", "-Marcher: oui"], "- \"-Marcher: oui\""),
        (&["add", "nugget", "x", "Oui", "--do", "- Passer"], "do: \"- Passer\""),
        (&["set", "x", "summary=-5 degrés", "--format", "json"], "summary: \"-5 degrés\""),
        (&["set", "--lang", "fr", "x", "summary=- tiret"], "summary: \"- tiret\""),
    ] {
        let (answer, changed) = after(SMALL, args);
        let plain = |text: &str| text.replace(['"', '\''], "");
        assert!(plain(&changed).contains(&plain(line)), "{args:?}: {changed} {answer:?}");
    }
    let new = Test::new().args(["new", "-y", "--title", "-a:b", "--territory", "T", "--id", "n"]);
    assert_eq!(new.run().code, 0);
    let text = fs::read_to_string(new.path().join("projects/n.yaml")).expect("the sheet");
    assert!(text.contains("-a:b"), "{text}");
    for (query, count) in [
        ("-forum", 0),
        ("-marché", 1),
        ("-title:forum", 0),
        ("-status:done", 1),
        ("-\"au marché\"", 1),
    ] {
        let test = Test::new().sheet("x", SMALL).args([
            "list",
            query,
            "--columns",
            "id",
            "--format",
            "ndjson",
        ]);
        assert_eq!(test.stdout().lines().count(), count, "{query}");
    }
    for (args, words) in [
        (&["list", "--yaer", "2023"][..], "--year"),
        (&["list", "-v"], "unknown option `-v`"),
        (&["set", "x", "--titel=a"], "unknown option"),
    ] {
        let answer = Test::new().sheet("x", SMALL).args(args).run();
        assert_eq!(answer.code, 2, "{answer:?}");
        assert!(answer.stderr.contains(words), "{answer:?}");
    }
}

#[test]
fn every_change_is_told_before_and_after() {
    let text = format!("{SMALL}cost: 5510 € TTC\nlessons:\n  nuggets: [un, deux]\ntools: [a]\n");
    for (args, said) in [
        (&["set", "x", "cost=900 €"][..], "Cost: €5,510 incl. VAT (TTC) → €900, tax not stated\n"),
        (
            &["set", "x", "nugget=trois"],
            "Nuggets: 2 before, 1 now (trois); to add instead of replacing: sheet add nugget x '…'\n",
        ),
        (&["add", "tool", "x", "b"], "Tools: + b\n"),
        (&["unset", "x", "tools"], "Tools: a → (none)\n"),
        (&["set", "x", "x-prix=12"], "x-prix: 12\n"),
        (&["set", "x", "status=done", "summary=s"], "Summary: s\nStatus: done\n"),
    ] {
        let (answer, _) = after(&text, args);
        assert_eq!(answer.stdout, said, "{answer:?}");
    }
    for (args, said) in [
        (&["set", "x", "title=Forum ouvert"][..], "Title: unchanged"),
        (&["set", "x", "cost=5510 € TTC"], "Cost: unchanged"),
        (&["unset", "x", "qpv"], "QPV code: already empty"),
        (&["add", "tool", "x", "a"], "Tools: already in the sheet"),
    ] {
        let (answer, left) = after(&text, args);
        assert_eq!((answer.code, left.as_str()), (0, text.as_str()));
        assert!(
            answer.stderr.contains(said) && answer.stderr.contains("nothing was written"),
            "{answer:?}"
        );
    }
    let dated = format!("{SMALL}dates: {{start: 2023}}\n");
    let (answer, _) = after(&dated, &["set", "x", "end=2010"]);
    assert!(answer.stderr.contains("end-before-start"), "{answer:?}");
    let (answer, _) = after(SMALL, &["set", "x", "related=nope"]);
    assert!(answer.stderr.contains("unknown-related"), "{answer:?}");
}

#[test]
fn every_command_that_writes_can_show_what_it_would() {
    let text = format!("{SMALL}cost: 800 € HT\n");
    for args in [
        &["set", "x", "title=Neuf"][..],
        &["unset", "x", "cost"],
        &["add", "tool", "x", "t"],
        &["fmt"],
        &["validate", "--fix"],
        &["rename", "x", "y"],
        &["new", "-y", "--title", "T", "--territory", "P"],
        &["init", "."],
    ] {
        let all: Vec<&str> = args.iter().copied().chain(["--dry-run"]).collect();
        let test = Test::new().sheet("x", &text).args(&all);
        let answer = test.run();
        assert!(answer.code < 2, "{all:?} {answer:?}");
        assert!(!answer.stdout.is_empty(), "{all:?} {answer:?}");
        let files: Vec<_> =
            fs::read_dir(test.path()).expect("it").flatten().map(|file| file.file_name()).collect();
        assert_eq!(files, ["projects"], "{all:?}");
        let left = fs::read_to_string(test.path().join("projects/x.yaml")).expect("the sheet");
        assert_eq!(left, text, "{all:?}");
    }
}

#[test]
fn a_dry_run_reports_what_the_real_one_reports() {
    let text = format!(
        "{SMALL}dates: {{start: 2023}}\nlessons:\n  nuggets:\n    - Frapper aux portes de tous.\n"
    );
    let reported = |args: &[&str]| {
        let test = Test::new().sheet("x", &text).args(args);
        let answer = test.run();
        let heads = answer.stderr.lines().filter(|line| line.contains("]: "));
        let reported: Vec<String> = heads.map(str::to_owned).collect();
        (answer.code, reported)
    };
    for (args, codes) in [
        (&["set", "x", "end=2010"][..], &["end-before-start"][..]),
        (&["set", "x", "related=nope"], &["unknown-related"]),
        (&["set", "x", "start=12/03/22"], &["uncertain-value"]),
        (&["add", "nugget", "x", "Commencer par un repas partagé."], &["lesson-without-action"]),
        (&["set", "x", "title=Forum"], &[]),
        (
            &["new", "-y", "--title", "T", "--territory", "P", "--start", "2023", "--end", "2010"],
            &["end-before-start"],
        ),
    ] {
        let (code, real) = reported(args);
        let (dry_code, dry) = reported(&[args, &["--dry-run"]].concat());
        assert_eq!((code, &real), (dry_code, &dry), "{args:?}");
        let all = real.join("\n");
        assert!(codes.iter().all(|code| all.contains(code)), "{args:?}: {all}");
        assert_eq!(real.is_empty(), codes.is_empty(), "{args:?}: {all}");
    }
}

#[test]
fn what_says_the_other_end_is_no_date_of_this_one() {
    for (key, text, is_read) in [
        ("start", "à partir de mars 2023", true),
        ("start", "jusqu’en juin 2023", false),
        ("start", "until June 2023", false),
        ("end", "jusqu'au 3 mai 2023", true),
        ("end", "depuis 2019", false),
        ("end", "from March 2023", false),
    ] {
        let (answer, file) = after(SMALL, &["set", "x", &format!("dates.{key}={text}")]);
        assert_eq!(answer.code == 0, is_read, "{answer:?}");
        assert_eq!(file != SMALL, is_read, "{file}");
        assert!(is_read || answer.stderr.contains("its place is"), "{answer:?}");
    }
}

#[test]
fn names_are_told_apart_alike_where_they_are_set_and_added() {
    for text in [
        "Ville de Bourg, CD 74 (financeur)",
        "la CAF ; la MJC (prêt de salle)",
        "Ville de Bourg (50 %), CD 74 (50 %)",
        "Ville de Bourg, CAF de l'Ain",
        "Ministère des Sports, de la Jeunesse et des Lettres",
        "Ville de Bourg",
    ] {
        let names = |args: &[&str]| {
            let (_, written) = after(SMALL, args);
            let list = ["list", "--columns", "commissioners", "--format", "json"];
            Test::new().sheet("x", &written).args(list).run().stdout
        };
        let set = names(&["set", "x", &format!("commissioners={text}")]);
        assert!(set.contains("Ville") || set.contains("CAF") || set.contains("Ministère"), "{set}");
        assert_eq!(names(&["add", "commissioner", "x", text]), set, "{text}");
    }
}

#[test]
fn a_doubt_of_another_value_is_told_again() {
    for (key, first, second) in [
        ("territory.population", "env. 3000", "env. 9000"),
        ("dates.start", "12/03/22", "05/06/22"),
        ("dates.duration", "environ 6 mois", "environ 9 mois"),
        ("team", "Jeanne Dupont ?", "Ali Benali ?"),
    ] {
        let (answer, text) = after(SMALL, &["set", "x", &format!("{key}={first}")]);
        assert!(answer.stderr.contains("[uncertain-value]"), "{answer:?}");
        let (answer, _) = after(&text, &["set", "x", &format!("{key}={second}")]);
        assert!(answer.stderr.contains("[uncertain-value]"), "{answer:?}");
    }
}

#[test]
fn what_is_reported_of_a_change_stands_where_it_was_made() {
    let text = format!("{SMALL}lessons:\n  nuggets:\n    - Un tout autre lieu.\n");
    for (key, lesson) in
        [("nugget", "Frapper aux portes de tous."), ("difficulty", "La salle fermée.")]
    {
        let test = Test::new().sheet("x", &text).args(["add", key, "x", lesson]);
        let answer = test.run();
        assert!(answer.stderr.contains(&format!("- {lesson}")), "{answer:?}");
        assert!(!answer.stderr.contains("Un tout autre lieu"), "{answer:?}");
    }
}

#[test]
fn the_settings_are_validated_as_what_they_are() {
    let good = Test::new().sheet("x", SMALL).file("sheet.yaml", "language: fr\n");
    let answer = good.args(["validate", "sheet.yaml", "projects/x.yaml"]).run();
    assert_eq!(answer.code, 0, "{answer:?}");
    let bad = Test::new().sheet("x", SMALL).file("sheet.yaml", "langage: fr\n");
    let answer = bad.args(["validate", "sheet.yaml", "--format", "short"]).run();
    assert_eq!(answer.code, 1, "{answer:?}");
    assert!(
        answer.stdout.contains("sheet.yaml:1:1") && !answer.stdout.contains("missing-title"),
        "{answer:?}"
    );
}

#[test]
fn no_key_stands_twice_in_what_is_imported() {
    let page = "Forum des bancs\nLe Territoire\nNom du territoire\nOie\nPersonnes qui ont travaillé sur ce projet\n36 personnes, 12 bénévoles\n";
    let test =
        Test::new().file("page.txt", page).args(["import", "page.txt", "--id", "p", "--write"]);
    assert!(test.run().code < 2);
    let text = fs::read_to_string(test.path().join("projects/p.yaml")).expect("the sheet");
    assert_eq!(text.matches("\nteam:").count(), 1, "{text}");
    assert!(text.contains("36 personnes") && text.contains("12 bénévoles"), "{text}");
}

#[test]
fn a_file_keeps_the_characters_that_a_terminal_may_mark() {
    let text = "title: \"👩\\u200D🌾 co\\u00ADop\"\nterritory: {name: T}\n";
    for format in ["csv", "markdown", "html", "json"] {
        let test =
            Test::new().sheet("x", text).args(["list", "--columns", "title", "--format", format]);
        let stdout = test.stdout().replace("\\u200d", "\u{200d}").replace("\\u00ad", "\u{ad}");
        assert!(stdout.contains("👩\u{200d}🌾 co\u{ad}op"), "{format}: {stdout:?}");
    }
}
