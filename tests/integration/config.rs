//! `sheet.yaml`: what a collection has agreed on, read and told like a sheet.

use crate::harness::{SMALL, Test};

fn told(config: &str, sheet: &str) -> Vec<(String, String)> {
    let test = Test::new().file("sheet.yaml", config).sheet("a", sheet);
    let json = test.args(["validate", "--format", "json"]).run().json();
    let findings = json["findings"].as_array().expect("a list");
    let word = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    findings.iter().map(|told| (word(&told["code"]), word(&told["severity"]))).collect()
}

fn pair(code: &str, severity: &str) -> (String, String) {
    (code.to_owned(), severity.to_owned())
}

#[test]
fn the_weight_of_a_finding_is_a_matter_of_agreement() {
    let sheet = format!("{SMALL}team: [Alix]\n");
    assert_eq!(told("", &sheet), [pair("first-name-only", "hint")]);
    assert_eq!(
        told("severities: {first-name-only: error}\n", &sheet),
        [pair("first-name-only", "error")]
    );
    assert_eq!(told("severities: {first-name-only: off}\n", &sheet), []);
    assert_eq!(
        told("severities: {first-name-only: jamais}\n", &sheet),
        [],
        "a label is as good as its code"
    );
}

#[test]
fn what_cannot_be_trusted_cannot_be_talked_away() {
    let test = Test::new().file("sheet.yaml", "severities: {bad-date: off}\n");
    let test = test.sheet("a", format!("{SMALL}dates: {{start: 2023-13-01}}\n"));
    let answer = test.args(["validate", "--lang", "fr"]).run();
    insta::assert_snapshot!(answer.shown());
}

#[test]
fn fields_can_be_required_and_names_agreed_on() {
    assert_eq!(told("required: [cost]\n", SMALL), [pair("missing-required", "error")]);
    let config = "vocabulary:\n  tools: [Forum ouvert, {name: Porte à porte, aliases: [porteàporte]}]\n  people: [Alix Durand]\n";
    let sheet = format!(
        "{SMALL}tools: [forum-ouvert, porteàporte, Forum]\nteam: [Alix Durand, Alix Durant]\n"
    );
    assert_eq!(
        told(config, &sheet),
        [pair("unknown-tool", "warning"), pair("unknown-person", "warning")]
    );
    let test = Test::new().file("sheet.yaml", config).sheet("a", sheet);
    let text = test.args(["validate"]).run().stdout;
    assert!(text.contains("did you mean `Alix Durand`?"), "{text}");
}

/// Names that rules of splitting doubt, cut or refuse, each with the list in which it stands.
const UNUSUAL_NAMES: [(&str, &str, &str); 8] = [
    ("organisations", "partners", "Vallor et Habitéo"),
    ("organisations", "partners", "Mairie de Trifouilly et CAF réunies"),
    ("organisations", "commissioners", "Habitat, Ville et Territoires"),
    ("organisations", "partners", "les communes"),
    ("people", "team", "Alix et son équipe"),
    ("people", "team", "Alix, la voisine du 3"),
    ("people", "members", "collectif : Oie"),
    ("tools", "tools", "RAS"),
];

#[test]
fn a_name_that_the_collection_lists_is_one_name_wherever_it_is_read() {
    for (list, field, name) in UNUSUAL_NAMES {
        let config = format!("vocabulary:\n  {list}: [{name:?}]\n");
        for value in [format!("{name:?}"), format!("[{name:?}]")] {
            let sheet = format!("{SMALL}{field}: {value}\n");
            let test = || Test::new().file("sheet.yaml", &config).sheet("a", &sheet);
            let json = test().args(["list", "--columns", field, "--format", "json"]).run().json();
            let read = &json["sheets"][0][field];
            let (read, more) = (&read[0], &read[1]);
            let read = if read.is_string() { read } else { &read["name"] };
            assert_eq!((read.as_str(), more.is_null()), (Some(name), true), "{json}");
            let codes = ["uncertain-value", "wrong-type", "several-organisations-in-one"];
            let reported = told(&config, &sheet);
            assert!(
                !reported.iter().any(|(code, _)| codes.contains(&code.as_str())),
                "{reported:?}"
            );
            let formatted = test().args(["fmt"]);
            let answer = formatted.run();
            assert_eq!(answer.code, 0, "{name}: {}", answer.stderr);
            let again = formatted.run_with(["fmt", "--check"]);
            assert_eq!(again.code, 0, "{name}: {}", again.stdout);
        }
    }
}

#[test]
fn the_language_is_that_of_the_collection_unless_somebody_asks_for_another() {
    let collection = || Test::new().file("sheet.yaml", "language: fr\n").sheet("a", SMALL);
    assert_eq!(collection().args(["validate"]).stdout(), "1\u{a0}fiche\u{a0}: aucun problème\n");
    assert_eq!(
        collection().args(["validate", "--lang", "en"]).stdout(),
        "1\u{a0}sheet: no problems found\n"
    );
    let wrong = collection().args(["nonsense"]);
    let output = wrong.command().env("SHEET_LANG", "en").output().expect("it runs");
    assert!(String::from_utf8_lossy(&output.stderr).contains("unknown command"));
    let elsewhere =
        Test::new().file("inner/sheet.yaml", "language: fr\n").file("inner/projects/a.yaml", SMALL);
    let answer = elsewhere.args(["--dir", "inner", "validate"]).stdout();
    assert_eq!(answer, "1\u{a0}fiche\u{a0}: aucun problème\n");
}

#[test]
fn a_broken_file_is_told_at_its_place_and_stops_nobody() {
    for config in ["langage: fr\n", "a: [", "\u{0}", "- a\n", "language: de\n"] {
        let test = || Test::new().file("sheet.yaml", config).sheet("a", SMALL);
        let answer = test().args(["validate", "--format", "short"]).run();
        assert_eq!(answer.code, 1, "{config}: {answer:?}");
        assert!(answer.stdout.starts_with("sheet.yaml:1:"), "{answer:?}");
        let list = test().args(["list", "--columns", "id", "--format", "csv"]).run();
        assert_eq!((list.code, list.stdout.as_str()), (0, "id\na\n"));
        assert!(list.stderr.contains("sheet.yaml"), "{list:?}");
    }
    let empty = Test::new().file("sheet.yaml", "# rien\n").sheet("a", SMALL).args(["validate"]);
    assert_eq!(empty.stdout(), "1\u{a0}sheet: no problems found\n");
}

/// `sheet.yaml` with queries that ask for one another, each given the term for the one before.
fn queries(count: usize, text: impl Fn(usize, &str) -> String) -> String {
    let term = |number: usize| match number {
        0 => "status:done".to_owned(),
        _ => format!("query:q{}", number - 1),
    };
    let named =
        (0..count).map(|number| format!("  q{number}: '{}'\n", text(number, &term(number))));
    format!("queries:\n{}", named.collect::<String>())
}

/// The queries that no machine could bear, and the name of the worst.
fn unbearable() -> Vec<(&'static str, String, &'static str)> {
    let doubled = |_, before: &str| format!("{before} or {before}");
    let nested = |_, before: &str| format!("{}{before}{}", "(-(".repeat(31), "))".repeat(31));
    let chain = |number: usize, _: &str| format!("query:q{}", number + 1);
    let circle = |number: usize, _: &str| format!("query:q{}", (number + 1) % 10_000);
    vec![
        ("twenty that double", queries(20, doubled), "q19"),
        ("sixty that double", queries(60, doubled), "q59"),
        ("a chain", queries(10_000, chain), "q0"),
        ("a circle", queries(10_000, circle), "q0"),
        ("parentheses in names", queries(30, nested), "q29"),
        ("one of ten thousand", queries(10_000, |_, _| "query:q0".to_owned()), "q1"),
        ("ten thousand unknown", queries(10_000, |number, _| format!("query:z{number}")), "q0"),
    ]
}

#[test]
fn no_query_of_a_collection_stops_a_command() {
    for (name, config, worst) in unbearable() {
        let test = Test::new().file("sheet.yaml", config).sheet("a", SMALL);
        let query = format!("query:{worst}");
        for (args, code) in [
            (&["--version"][..], 0),
            (&["help"], 0),
            (&["list", "--format", "csv"], 0),
            (&["show", "a"], 0),
            (&["filter", &query], 2),
            (&["validate", "--format", "short"], 1),
        ] {
            let started = std::time::Instant::now();
            let answer = test.run_with(args);
            assert_eq!(answer.code, code, "{name}: {args:?} {:.2000}", answer.stderr);
            assert!(started.elapsed().as_secs() < 10, "{name}: {args:?} {:?}", started.elapsed());
            if args[0] == "validate" {
                assert!(answer.stdout.contains("sheet.yaml:"), "{name}: {answer:?}");
            }
        }
    }
}

#[test]
fn queries_ask_for_one_another_as_deep_as_parentheses_may_stand() {
    let sheet = format!("{SMALL}status: done\n");
    let test = Test::new()
        .file("sheet.yaml", queries(12, |_, before| format!("{before} or {before}")))
        .sheet("a", &sheet);
    for query in ["query:q11", "(query:q11) -query:z,q3 or query:q0", "-(query:q4 -query:q5)"] {
        let answer = test.run_with(["filter", query, "--columns", "id", "--format", "csv"]);
        let expected = if query.contains(":z") { (2, "") } else { (0, "id\na\n") };
        assert_eq!((answer.code, answer.stdout.as_str()), expected, "{query}: {answer:?}");
    }
    let straight = |_, before: &str| before.to_owned();
    for (last, code) in [(50, 0), (70, 2)] {
        let test = Test::new().file("sheet.yaml", queries(last + 1, straight)).sheet("a", &sheet);
        let answer = test.args(["filter", &format!("query:q{last}")]).run();
        assert_eq!(answer.code, code, "{answer:?}");
    }
}

#[test]
fn the_first_cause_of_a_mistaken_query_is_told_at_every_query_that_asks_for_it() {
    let config = "views:\n  a: 'query:b'\n  b: 'query:c'\n  c: 'yaer:2023'\n";
    let test = Test::new().file("sheet.yaml", config).sheet("a", SMALL);
    let answer = test.args(["validate", "--format", "short"]).run();
    let lines: Vec<&str> = answer.stdout.lines().collect();
    assert_eq!(lines.len(), 3, "{answer:?}");
    for line in &lines[..2] {
        assert_eq!(line.matches("in sheet.yaml, this view is invalid").count(), 1);
        assert!(line.contains("unknown key"), "{line}");
    }
}
