//! The rows that programs are given: one object, one key, one shape; and lists that come apart again.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::NaiveDate;
use project_sheet::lang::Lang;
use project_sheet::render;
use project_sheet::report::list::{Layout, ListRow, report};
use project_sheet::report::{Block, Cell, Header, Report, Table};
use project_sheet::sheet::Sheet;
use project_sheet::sheet::decode::decode;
use project_sheet::sheet::fields::FIELDS;
use project_sheet::sheet::key::Key;
use project_sheet::sheet::row;
use project_sheet::text::Source;
use project_sheet::tree::Tree;
use project_sheet::yaml::parse::parse;
use proptest::prelude::*;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::harness::{SMALL, Test, contract, written};

const FULL: &str = "title: Forum\nterritory: {name: T, kind: commune, x-carte: 'oui'}\n\
    commissioners: [{name: M, siret: '26780000000011'}]\n\
    cost: {amount: 900, tax: HT, shares: [{from: A, percent: 60}, {from: B, percent: 40}]}\n\
    dates: {start: 2023-05, end: '2023-21'}\neffort: 3 jours\n\
    team: [Alix, {name: Sam, role: animation, x-age: 30}]\nparticipation: {target: [aînés], reached: 214}\n\
    description: {proposal: P}\ntools: [forum, 'a; b']\noutcome: {level: failed}\n\
    lessons:\n  nuggets: [{text: Un, do: faire, tools: [x, y]}, Deux]\n  words: ['Alix : bravo']\n\
    documents: [{title: Bilan, url: 'https://e.org/a_b'}]\nextra: {Vieux: [1, 2]}\nx-a: {b: 1}\nx-c: 5\n";

fn sheet(text: &str) -> Sheet {
    let source = Source::of("a.yaml", text.to_owned());
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
    decode("a", &parse(&source).expect("valid YAML").node, today).sheet
}

fn rendered(report: &Report, format: &str) -> String {
    let mut out = Vec::new();
    written(report, render::find(format).expect("a format"), &mut out);
    String::from_utf8(out).expect("UTF-8")
}

fn listed(sheet: &Sheet, columns: &[Key]) -> Report {
    let layout = Layout {
        columns: columns.to_vec(),
        explicit_columns: true,
        group: None,
        totals: false,
        counted: None,
        limit: 9,
        sorted_by: Vec::new(),
    };
    report(vec![ListRow::of(sheet, &layout, Lang::En)], &layout, Lang::En)
}

/// Names of every sort: fields, their members, groups, numbers of items, one's own.
fn names() -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for field in FIELDS {
        names.push(field.key.to_owned());
        names.extend(field.shape.parts().iter().map(|part| format!("{}.{}", field.key, part.key)));
    }
    names.extend(["dates", "territory", "lessons", "outcome", "participation"].map(str::to_owned));
    names.extend(["team.count", "cost.shares.from", "team.x-age"].map(str::to_owned));
    names.extend(["x-a", "x-a.b", "x-c", "x-c.d", "territory.x-carte", "extra"].map(str::to_owned));
    names.push("extra.Vieux".to_owned());
    names
}

fn key(name: &str) -> Key {
    Key::find(name).unwrap_or_else(|| panic!("{name}"))
}

/// JSON of which no object has a key twice.
#[derive(Debug, PartialEq)]
enum Json {
    Scalar(String),
    List(Vec<Json>),
    Map(BTreeMap<String, Json>),
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Json, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Json;
            fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
                out.write_str("JSON")
            }
            fn visit_unit<E: Error>(self) -> Result<Json, E> {
                Ok(Json::Scalar("null".to_owned()))
            }
            fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
                Ok(Json::Scalar(value.to_string()))
            }
            fn visit_u64<E: Error>(self, value: u64) -> Result<Json, E> {
                Ok(Json::Scalar(value.to_string()))
            }
            fn visit_i64<E: Error>(self, value: i64) -> Result<Json, E> {
                Ok(Json::Scalar(value.to_string()))
            }
            fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
                Ok(Json::Scalar(value.to_string()))
            }
            fn visit_str<E: Error>(self, value: &str) -> Result<Json, E> {
                Ok(Json::Scalar(format!("{value:?}")))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Json::List(list))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Json, A::Error> {
                let mut map = BTreeMap::new();
                while let Some((key, value)) = pairs.next_entry::<String, Json>()? {
                    if map.insert(key.clone(), value).is_some() {
                        return Err(A::Error::custom(format!("{key} twice")));
                    }
                }
                Ok(Json::Map(map))
            }
        }
        from.deserialize_any(Reader)
    }
}

impl Json {
    /// Whether it says all that another says.
    fn contains(&self, other: &Json) -> bool {
        match (self, other) {
            (Json::Map(whole), Json::Map(part)) => part
                .iter()
                .all(|(key, value)| whole.get(key).is_some_and(|whole| whole.contains(value))),
            (Json::List(whole), Json::List(part)) => {
                whole.len() == part.len()
                    && whole.iter().zip(part).all(|(whole, part)| whole.contains(part))
            }
            (one, other) => one == other,
        }
    }
}

fn row(sheet: &Sheet, columns: &[Key]) -> Json {
    let line = rendered(&listed(sheet, columns), "ndjson");
    serde_json::from_str(&line).unwrap_or_else(|error| panic!("{columns:?}: {error}: {line}"))
}

#[test]
fn two_columns_are_one_object_with_each_key_once() {
    for text in [FULL, SMALL] {
        let sheet = sheet(text);
        let all = row(&sheet, &row::all_keys().collect::<Vec<_>>());
        let names = names();
        let alone: Vec<Json> = names.iter().map(|name| row(&sheet, &[key(name)])).collect();
        for (name, one) in names.iter().zip(&alone) {
            let own = name.contains("x-") || name.contains("extra") || name.ends_with(".count");
            assert!(own || all.contains(one), "{name}: {one:?} in {all:?}");
        }
        for (first, one) in names.iter().zip(&alone) {
            for (second, other) in names.iter().zip(&alone) {
                let both = row(&sheet, &[key(first), key(second)]);
                let missing = |part: &Json| !both.contains(part);
                // A member of what is no mapping is missing, and so is its place.
                let nothing = [first, second].iter().any(|name| *name == "x-c.d")
                    || text == SMALL && first.starts_with("x-") && second.starts_with("x-")
                    || text == SMALL && first.contains("extra") && second.contains("extra");
                assert!(nothing || !missing(one) && !missing(other), "{first},{second}: {both:?}");
            }
        }
    }
}

#[test]
fn a_group_is_the_object_of_the_sheet_and_a_column_for_each_member() {
    for (text, json, csv) in [
        (
            "dates: {start: 2023-05}\n",
            r#"{"start":"2023-05","end":null,"duration":null}"#,
            "2023-05,,",
        ),
        (
            "dates: {end: 2023-05}\n",
            r#"{"start":null,"end":"2023-05","duration":null}"#,
            ",2023-05,",
        ),
    ] {
        let report = listed(&sheet(text), &[key("dates")]);
        assert_eq!(rendered(&report, "ndjson"), format!("{{\"dates\":{json}}}\n"));
        let head = "dates.start,dates.end,dates.duration";
        assert_eq!(rendered(&report, "csv"), format!("{head}\n{csv}\n"));
    }
}

#[test]
fn amounts_are_numbers_in_columns_of_their_own() {
    let csv = Test::cooperative().args(["list", "--format", "csv"]).stdout();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let amount = reader.headers().expect("a header").iter().position(|name| name == "cost.amount");
    let amount = amount.expect("the column");
    let amounts: Vec<String> = reader
        .records()
        .map(|record| record.expect("a record")[amount].to_owned())
        .filter(|amount| !amount.is_empty())
        .collect();
    assert!(amounts.len() > 30, "{amounts:?}");
    assert!(amounts.iter().all(|amount| amount.parse::<f64>().is_ok()), "{amounts:?}");
}

/// The collections that are at hand.
fn collections() -> Vec<Test> {
    let unread = "title: A\nterritory: T\ncost: 9,500 €\ndates: {start: 2023-13-01}\nx-a: {b: 1}\n";
    vec![
        Test::cooperative(),
        Test::new().sheets_of("examples/projects"),
        Test::new().sheets_of("projects"),
        Test::new().sheets_of("tests/fixtures/valid/projects"),
        Test::new().sheet("un", SMALL).sheet("deux", FULL).sheet("trois", unread),
    ]
}

/// The contract of one of its definitions.
fn definition(name: &str) -> jsonschema::Validator {
    let schema = contract();
    let of = serde_json::json!({"$ref": format!("#/$defs/{name}"), "$defs": schema["$defs"]});
    jsonschema::draft202012::new(&of).expect("a schema")
}

#[test]
fn every_key_has_one_shape_in_every_sheet_of_every_collection() {
    let contract = definition("fullRow");
    for test in collections() {
        let args = ["list", "--columns", "all", "--format", "ndjson"];
        let lines = test.args(args).stdout();
        assert!(!lines.is_empty());
        for line in lines.lines() {
            let row: Value = serde_json::from_str(line).expect("JSON");
            let wrong: Vec<String> = contract
                .iter_errors(&row)
                .map(|error| format!("{error} at {}", error.instance_path()))
                .collect();
            assert!(wrong.is_empty(), "{wrong:?}\n{line}");
        }
    }
}

#[test]
fn the_contract_types_every_field_and_every_part() {
    let contract = contract();
    let row = &contract["$defs"]["row"]["properties"];
    let resolved = |schema: &Value| match schema["$ref"].as_str() {
        Some(name) => contract["$defs"][name.trim_start_matches("#/$defs/")].clone(),
        None => schema.clone(),
    };
    let mut known = BTreeSet::from(["group".to_owned()]);
    for field in FIELDS {
        let (top, rest) = field.key.split_once('.').unwrap_or((field.key, ""));
        known.insert(top.to_owned());
        let place = if rest.is_empty() { &row[top] } else { &row[top]["properties"][rest] };
        assert!(place.is_object(), "{}", field.key);
        let value = resolved(place);
        let typed = ["type", "enum"].iter().any(|word| !value[word].is_null());
        assert!(typed, "{}: {value}", field.key);
        if field.shape.parts().is_empty() {
            continue;
        }
        let item = if field.shape.is_list() { resolved(&value["items"]) } else { value };
        let parts: BTreeSet<String> =
            item["properties"].as_object().expect("parts").keys().cloned().collect();
        let here: BTreeSet<String> =
            field.shape.parts().iter().map(|part| part.key.to_owned()).collect();
        assert_eq!(parts, here, "{}", field.key);
        for part in field.shape.parts() {
            let default = item["properties"][part.key]["default"].as_str();
            assert_eq!(default, part.default, "{}.{}", field.key, part.key);
        }
    }
    let keys: BTreeSet<String> = row.as_object().expect("keys").keys().cloned().collect();
    assert_eq!(keys, known);
}

#[test]
fn the_contract_refuses_other_shapes() {
    let contract = definition("row");
    for wrong in [
        r#"{"id": "a", "dates": ["2023-05"]}"#,
        r#"{"id": "a", "dates": ["2017-07-01", {"start": "2017-07-01"}]}"#,
        r#"{"id": "a", "cost": [{"amount": 2400}, {"amount": 2400}]}"#,
        r#"{"id": "a", "cost": {"amount": [2400, 2400]}}"#,
        r#"{"id": "a", "team": [{"name": ["x"]}, [{"name": "x"}]]}"#,
        r#"{"id": "a", "participation": ["aînés", 214]}"#,
        r#"{"id": "a", "cost": {"amount": "9500"}}"#,
        r#"{"id": "a", "unknown": 1}"#,
    ] {
        let row: Value = serde_json::from_str(wrong).expect("JSON");
        assert!(!contract.is_valid(&row), "{wrong}");
    }
}

#[test]
fn the_answer_names_the_files_that_could_not_be_read() {
    let test = Test::new().sheet("a", SMALL).sheet("b", "title: [\n");
    for args in [&["list"][..], &["summarize"], &["facets"], &["todo"]] {
        let answer = test.run_with(args.iter().copied().chain(["--format", "json"]));
        assert_eq!(answer.code, 1, "{args:?}");
        assert_eq!(answer.json()["unreadable"][0]["path"], "projects/b.yaml", "{args:?}");
    }
}

/// Takes a list apart as the contract says.
fn apart(cell: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut item = String::new();
    let mut chars = cell.chars().peekable();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => item.push('"'),
            '"' => quoted = !quoted,
            ';' if !quoted => {
                chars.next_if_eq(&' ');
                items.push(std::mem::take(&mut item));
            }
            c => item.push(c),
        }
    }
    if !cell.is_empty() {
        items.push(item);
    }
    items
}

proptest! {
    #[test]
    fn a_list_comes_apart_as_it_went_in(
        list in prop::collection::vec("[a-cé;\"\n ,'=]{0,6}", 0..5),
    ) {
        let data = Tree::List(list.iter().map(Tree::text).collect());
        let table = Table::new("sheets", vec![Header::new("x-a", "")], vec![vec![Cell::data(data)]].into());
        let csv = rendered(&Report::new("list").with(Block::Table(table)), "csv");
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let cell = reader.records().next().map(|record| record.expect("a record")[0].to_owned());
        let cell = cell.unwrap_or_default();
        // The mark of what would be a formula is no part of the text.
        let cell = cell.strip_prefix('\'').filter(|rest| rest.trim_start_matches('\'').starts_with('=')).unwrap_or(&cell);
        prop_assert_eq!(apart(cell), list);
    }
}
