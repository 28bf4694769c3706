//! Pages of a wiki in the layouts, orders and wordings in which people keep them: beside each
//! text of `tests/fixtures/pages/`, the sheets that it gives and what is told of it.

use std::collections::BTreeSet;
use std::fs;

use chrono::NaiveDate;
use project_sheet::sheet::decode::decode;
use project_sheet::sheet::write::write;
use project_sheet::text::Source;
use project_sheet::text::fold::composed;
use project_sheet::yaml::parse::parse;

use crate::harness::{Test, root};

/// A sheet as it is written, whatever the spelling of its values, without where it comes from.
pub(crate) fn canonical(yaml: &str) -> String {
    let source = Source::of("a.yaml", yaml.to_owned());
    let parsed = parse(&source).expect("valid YAML");
    let mut sheet = decode("a", &parsed.node, NaiveDate::default()).sheet;
    sheet.source = Default::default();
    sheet.extra.sort_by(|(one, _), (other, _)| one.cmp(other));
    composed(&write(&sheet).expect("a sheet that can be written")).into_owned()
}

/// What a page gives: its sheets, and the lines and findings that are told.
#[derive(Debug, PartialEq)]
struct Given {
    sheets: Vec<String>,
    told: BTreeSet<String>,
}

/// What is to be given: sheets, each behind the other, and `kept` and `finding` lines at the end.
fn expected(text: &str) -> Given {
    let mut documents: Vec<&str> = text.split("---\n").collect();
    let told = documents.pop_if(|last| last.starts_with("kept:") || last.starts_with("finding:"));
    let told =
        told.unwrap_or_default().lines().flat_map(|line| match line.strip_prefix("kept: ") {
            Some(lines) => lines.split(' ').map(|line| format!("kept {line}")).collect(),
            None => vec![line.replace("finding: ", "")],
        });
    Given { told: told.collect(), sheets: documents.into_iter().map(canonical).collect() }
}

fn given(page: &[u8]) -> Given {
    let test = Test::new().file("page.txt", page);
    let answer = test.args(["import", "page.txt", "--format", "json"]).run();
    if answer.code != 0 {
        return Given { sheets: Vec::new(), told: BTreeSet::from([answer.stderr]) };
    }
    let json = answer.json();
    let list = |key: &str| json[key].as_array().expect("a list").clone();
    let kept = list("notUnderstood").into_iter().map(|line| format!("kept {}", line["line"]));
    let findings = list("findings").into_iter().map(|finding| {
        format!("{} {}", finding["code"].as_str().expect("a code"), finding["line"])
    });
    let yaml = |sheet: &serde_json::Value| canonical(sheet["yaml"].as_str().expect("a text"));
    Given {
        told: kept.chain(findings).collect(),
        sheets: list("sheets").iter().map(yaml).collect(),
    }
}

#[test]
fn every_page_gives_its_sheets_and_every_line_is_accounted_for() {
    let folder = root().join("tests/fixtures/pages");
    let files = fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").path());
    let mut pages: Vec<_> =
        files.filter(|path| path.extension().is_some_and(|e| e == "txt")).collect();
    pages.sort();
    assert!(pages.len() >= 30, "{}", pages.len());
    let mut wrong = String::new();
    for path in &pages {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let sheet = fs::read_to_string(path.with_extension("yaml")).expect("what the page gives");
        let (given, expected) = (given(&fs::read(path).expect("a page")), expected(&sheet));
        if given != expected {
            wrong += &format!(
                "\n{name}: told {:?}, not {:?}\n{}\nand not\n{}\n",
                given.told,
                expected.told,
                given.sheets.join("---\n"),
                expected.sheets.join("---\n")
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_dash_is_a_mark_below_a_label_and_a_minus_beside_it() {
    for (below, amount) in [
        ("Coût\n- 12 000 € HT", Some("amount: 12000")),
        ("  Coût\n  – 12 000 € HT", Some("amount: 12000")),
        ("## Coût\n- 12 000 € HT", Some("amount: 12000")),
        ("Coût : - 500 € HT", None),
        ("Coût : – 500 € HT", None),
    ] {
        let page = format!("Le bal\nNom du territoire\nOie\n{below}\n");
        let test = Test::new().file("page.txt", page).args(["import", "page.txt", "--id", "p"]);
        let answer = test.run();
        match amount {
            Some(amount) => assert!(answer.stdout.contains(amount), "{answer:?}"),
            None => assert!(answer.stdout.contains("bad-amount"), "{answer:?}"),
        }
    }
    let table = "Titre;Territoire;Coût\nA;P;- 500 €\nB;P;• 500 €\n";
    let answer = Test::new().file("t.csv", table).args(["import", "t.csv"]).run();
    assert_eq!(answer.stdout.matches("bad-amount").count(), 1, "{answer:?}");
    assert_eq!(answer.stdout.matches("amount: 500").count(), 1, "{answer:?}");
}

/// Whether a duration is worked time is told by its value, whatever stands below.
#[test]
fn the_first_line_below_a_duration_is_its_value() {
    for mark in ["-", "*", "•", "–"] {
        let below = format!("2,5 jours de forum\nLes uns et les autres\n\n{mark} 900 €");
        let page = format!("Le bal\n### Nom du territoire\nOie\n### Durée\n{below}\n");
        let test = Test::new().file("page.txt", page);
        let json = test.args(["import", "page.txt", "--format", "json"]).run().json();
        let yaml = json["sheets"][0]["yaml"].as_str().expect("a text").to_owned();
        assert!(yaml.contains("days: 2.5") && !yaml.contains("duration:"), "{mark}: {yaml}");
    }
}
