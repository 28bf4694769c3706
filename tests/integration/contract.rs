//! The contract of machine formats: every view in every format, the same data in the same order, as
//! `examples/contract/answer.schema.json` writes it down.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use project_sheet::cli;
use project_sheet::lang::Lang;
use project_sheet::render::Reader;

use crate::architecture::sources;
use crate::harness::{self, Answer, Test, formats, root};

/// Every view of the cooperative, and the key of its rows.
const VIEWS: [(&[&str], &str); 19] = [
    (&["list"], "sheets"),
    (&["list", "--columns", "id,team,cost,x-bus,lesson", "--sort", "-cost,title"], "sheets"),
    (&["list", "--group-by", "tool", "--totals"], "sheets"),
    (&["filter", "year:2023 -outcome:failed"], "sheets"),
    (&["show", "l-ecole-du-conseil-val-perdu"], ""),
    (&["summarize"], "money"),
    (&["summarize", "--by", "year", "--spread"], "groups"),
    (&["summarize", "--by", "tool,outcome"], "pairs"),
    (&["summarize", "--by", "team", "--with", "team"], "pairs"),
    (&["summarize", "--lessons"], "years"),
    (&["search", "affiches", "jeunes", "--limit", "5"], "passages"),
    (&["search", "habitantes", "--by-kind"], "passages"),
    (&["facets", "--limit", "3"], "facets"),
    (&["timeline", "year:2023"], "projects"),
    (&["brief", "jardin", "partagé", "à", "Val-Perdu"], "sheets"),
    (&["brief", "marche-de-nuit-2020"], "sheets"),
    (&["brief", "marche-de-nuit-2020", "--premortem"], "reasons"),
    (&["todo", "--who", "alix"], "missing"),
    (&["checklist", "porte à porte"], "steps"),
];

fn run(args: &[&str], format: &str, lang: &str) -> Answer {
    let more = ["--format", format, "--lang", lang];
    let answer = Test::cooperative().args(args.iter().copied().chain(more)).run();
    assert_eq!(answer.code, 0, "{args:?} as {format}: {answer:?}");
    answer
}

fn contract() -> jsonschema::Validator {
    jsonschema::draft202012::new(&harness::contract()).expect("a schema")
}

fn contains_words(contract: &jsonschema::Validator, answer: &Value, args: &[&str]) {
    let wrong: Vec<String> = contract
        .iter_errors(answer)
        .map(|error| format!("{error} at {}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{args:?}: {wrong:?}\n{answer:#}");
}

#[test]
fn every_view_holds_the_contract_in_both_languages() {
    let contract = contract();
    for (args, _) in VIEWS {
        let french = run(args, "json", "fr").json();
        contains_words(&contract, &french, args);
        assert_eq!(french, run(args, "json", "en").json(), "{args:?}");
    }
}

#[test]
fn every_other_report_holds_the_contract() {
    let contract = contract();
    let page = fs::read(root().join("tests/fixtures/wiki/below.txt")).expect("the page");
    let sheet = "title: Forum\nterritory: {name: Trifouilly, insee: 01160}\ncost: 12 €\nteam: [Zoé Petit]\n";
    for args in [
        &["validate"][..],
        &["validate", "--fix"],
        &["explain", "bad-date"],
        &["explain"],
        &["explain", "--all"],
        &["fmt"],
        &["fmt", "--dry-run"],
        &["validate", "--fix", "--dry-run"],
        &["set", "un", "cost=900 €", "x-a=b"],
        &["set", "un", "cost=900 €", "--dry-run"],
        &["set", "--where", "title:forum", "--yes", "summary=s"],
        &["unset", "un", "cost"],
        &["unset", "un", "qpv"],
        &["add", "nugget", "un", "Une leçon"],
        &["rename", "un", "deux"],
        &["rename", "un", "deux", "--dry-run"],
        &["init", "--dry-run"],
        &["new", "-y", "--title", "Deux", "--territory", "P", "--dry-run"],
        &["import", "page.txt"],
        &["import", "page.txt", "--write"],
        &["init"],
        &["new", "--title", "Un forum", "--territory", "Perpète"],
        &["list", "--totals"],
        &["show", "un"],
        &["todo"],
        &["ask"],
        &["debrief", "un"],
        &["summarize"],
    ] {
        let test = Test::new().sheet("un", sheet).file("page.txt", &page);
        let answer = test.args(args.iter().copied().chain(["--format", "json"])).run();
        assert!(answer.code < 2, "{args:?}: {answer:?}");
        contains_words(&contract, &answer.json(), args);
    }
}

#[test]
fn what_is_left_out_of_too_many_pairs_holds_the_contract() {
    let names: String = (0..300).map(|at| format!("  - Nom{at} P\n")).collect();
    let args = ["summarize", "--by", "team", "--with", "team", "--format", "json"];
    let test = Test::new().sheet("a", format!("title: F\nterritory: {{name: T}}\nteam:\n{names}"));
    let json = test.args(args).run().json();
    assert!(json["leftOut"].is_object());
    contains_words(&contract(), &json, &args);
}

#[test]
fn every_report_is_written_down() {
    let schema = fs::read_to_string(root().join("examples/contract/answer.schema.json"));
    let schema = schema.expect("the contract");
    for (_, text) in sources("report") {
        for name in text.split("Report::new(\"").skip(1) {
            let name = name.split('"').next().unwrap_or_default();
            // What `new` tells before its questions is for people alone.
            let told = schema.contains(&format!("\"report\": {{\"const\": \"{name}\"}}"));
            assert!(told || name == "earlier", "{name}");
        }
    }
}

#[test]
fn ndjson_and_csv_hold_the_rows_of_the_json() {
    for (args, key) in VIEWS.into_iter().filter(|(_, key)| !key.is_empty()) {
        let json = run(args, "json", "fr").json();
        let rows = json[key].as_array().unwrap_or_else(|| panic!("{key}: {json:#}"));
        assert!(!rows.is_empty(), "{args:?}");
        let lines = run(args, "ndjson", "fr").stdout;
        let lines: Vec<Value> =
            lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(&lines, rows, "{args:?}");
        let csv = run(args, "csv", "en").stdout;
        assert_eq!(csv, run(args, "csv", "fr").stdout, "{args:?}");
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let head = reader.headers().expect("a header").clone();
        let records: Vec<csv::StringRecord> =
            reader.records().collect::<Result<_, _>>().expect("records");
        assert_eq!(records.len(), rows.len(), "{args:?}");
        let id = head.iter().position(|name| name == "id");
        for (record, row) in records.iter().zip(rows) {
            let id = id.map(|index| &record[index]);
            assert_eq!(id, row.get("id").and_then(Value::as_str), "{args:?}");
        }
    }
}

#[test]
fn what_people_read_holds_the_same_in_the_same_order() {
    for (args, key) in VIEWS.into_iter().filter(|(_, key)| !key.is_empty()) {
        let json = run(args, "json", "fr").json();
        let rows = json[key].as_array().expect("rows");
        let ids: Vec<&str> = rows.iter().filter_map(|row| row["id"].as_str()).collect();
        let read = |reader| matches!(reader, Reader::Terminal | Reader::Document);
        for format in formats(read) {
            let text = run(args, format, "fr").stdout;
            assert!(!text.trim().is_empty(), "{args:?} {format}");
            let mut rest = text.as_str();
            for id in &ids {
                let at =
                    rest.find(id).unwrap_or_else(|| panic!("{id} in {args:?} {format}: {text}"));
                rest = &rest[at + id.len()..];
            }
        }
    }
}

#[test]
fn html_is_a_fragment_of_closed_elements_and_every_text_is_escaped() {
    for (args, _) in VIEWS {
        closed(&run(args, "html", "fr").stdout);
    }
    let sheet = "title: '<script>alert(1)</script> & \"x\"'\nterritory: {name: \"l'Œil > là\"}\n\
                 lessons: {nuggets: ['Un <b>gras</b> marché']}\n";
    for args in [&["list"][..], &["show", "un"], &["search", "marché"], &["brief", "script"]] {
        let test = Test::new().sheet("un", sheet).sheet("deux", sheet);
        let html = test.args(args.iter().copied().chain(["--format", "html"])).stdout();
        closed(&html);
        assert!(!html.contains("<script") && !html.contains("<b>"), "{html}");
    }
}

/// Reads tags one after the other; each that opens must close.
fn closed(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in html.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("a whole tag");
        let name = tag.split(' ').next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{html}"),
            None if name == "br" => {}
            None => open.push(name),
        }
    }
    assert_eq!(open, Vec::<&str>::new(), "{html}");
}

#[test]
fn markdown_is_a_table_for_a_tender() {
    let columns = "title,territory,commissioner,year,cost";
    let args =
        ["list", "year:2023", "--columns", columns, "--sort", "-year", "--format", "markdown"];
    insta::assert_snapshot!("references_fr", Test::cooperative().args(args).stdout());
    let brief = ["brief", "un forum ouvert à Val-Perdu", "--format", "markdown"];
    insta::assert_snapshot!("brief_markdown_fr", Test::cooperative().args(brief).stdout());
    let sheet = "title: 'Place *du* | lavoir_ #1'\nterritory: {name: '[T](x)'}\n";
    let table = Test::new().sheet("un", sheet).args(["list", "--format", "markdown"]).stdout();
    insta::assert_snapshot!("markdown_escaped", table);
}

#[test]
fn the_exit_codes_of_every_command_are_written_down() {
    let schema = harness::contract();
    let written = schema["x-exitCodes"]["1 of each command"].as_object().expect("by command");
    let commands = cli::localized(Lang::En);
    let names = commands.get_subcommands().map(clap::Command::get_name);
    let names: BTreeSet<&str> = names.filter(|name| *name != "help").collect();
    assert_eq!(written.keys().map(String::as_str).collect::<BTreeSet<_>>(), names);
    // What only a file that cannot be read makes 1 is 0 even where nothing is found.
    for (name, when) in written {
        let empty = when == "Only where a file could not be read.";
        let args = match name.as_str() {
            "search" | "brief" => vec![name.as_str(), "rien-de-tel"],
            "filter" => vec!["filter", "title:rien-de-tel"],
            name => vec![name],
        };
        if empty {
            for test in [Test::new(), Test::cooperative()] {
                assert_eq!(test.run_with(&args).code, 0, "{name}");
            }
            let broken = Test::new().sheet("a", "title: [\n");
            assert_eq!(broken.run_with(&args).code, 1, "{name}");
        }
    }
}

#[test]
fn what_is_there_holds_the_contract() {
    let contract = contract();
    for test in [Test::cooperative(), Test::new(), Test::new().sheet("a", "title: [\n")] {
        let answer = test.args(["--format", "json"]).run().json();
        contains_words(&contract, &answer, &[]);
    }
    let answer = Test::nowhere().run_with(["--format", "json"]).json();
    contains_words(&contract, &answer, &[]);
}
