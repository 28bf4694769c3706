//! `sheet schema`: an independent validator gives the verdict that the reading gives.

use std::fs;

use crate::harness::{Test, root};
use project_sheet::report::explain::unmarked;
use project_sheet::rules::lints;
use project_sheet::text::Source;
use project_sheet::yaml::node::{Content, Node, ScalarStyle};
use project_sheet::yaml::parse::parse;
use serde_json::Value;

pub(crate) fn schema() -> Value {
    serde_json::from_str(&Test::new().args(["schema"]).stdout()).expect("JSON")
}

/// A tree as another YAML 1.2 reader would give it: numbers lose their leading zeros.
pub(crate) fn seen_by_others(node: &Node) -> Value {
    match &node.content {
        Content::Scalar { text, style: ScalarStyle::Plain } => match text.as_ref() {
            "" | "~" | "null" => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            text => match (text.parse::<i64>(), text.parse::<f64>()) {
                (Ok(number), _) => number.into(),
                (_, Ok(number)) => number.into(),
                _ => text.into(),
            },
        },
        Content::Scalar { text, .. } => text.as_ref().into(),
        Content::List(items) => items.iter().map(seen_by_others).collect(),
        Content::Map(pairs) => {
            let pair = |pair: &project_sheet::yaml::node::Pair| {
                (pair.key.to_string(), seen_by_others(&pair.value))
            };
            Value::Object(pairs.iter().map(pair).collect())
        }
    }
}

/// What the schema says of a text; nothing where it is no YAML.
fn accepted(schema: &jsonschema::Validator, text: &str) -> Option<bool> {
    let source = Source::of("a.yaml".to_owned(), text.to_owned());
    let parsed = parse(&source).ok()?;
    let value = seen_by_others(&parsed.node);
    Some(schema.is_valid(&value))
}

/// The kinds that tell of text and shape, and that a schema can know: neither the syntax, nor
/// which keys stood twice, nor the name of the file.
const SHAPE: [&str; 13] = [
    "unknown-key",
    "wrong-type",
    "missing-title",
    "missing-territory",
    "bad-date",
    "period-in-date",
    "bad-amount",
    "ambiguous-amount",
    "bad-duration",
    "bad-number",
    "bad-choice",
    "bad-identifier",
    "lost-leading-zero",
];

#[test]
fn it_is_a_schema() {
    jsonschema::draft202012::meta::validate(&schema()).expect("a schema");
}

#[test]
fn it_refuses_the_bad_example_of_every_shape_and_accepts_all_else() {
    let schema = jsonschema::draft202012::new(&schema()).expect("a schema");
    let mut refused = Vec::new();
    for kind in lints().filter(|kind| !kind.bad.contains("\n# projects/")) {
        if let Some(false) = accepted(&schema, &unmarked(kind.bad)) {
            refused.push(kind.code);
        }
        let good = accepted(&schema, &unmarked(kind.good));
        assert_ne!(good, Some(false), "{}: {}", kind.code, kind.good);
    }
    refused.sort_unstable();
    let mut expected = SHAPE;
    expected.sort_unstable();
    assert_eq!(refused, expected);
}

#[test]
fn it_accepts_every_sheet_that_is_good() {
    let schema = jsonschema::draft202012::new(&schema()).expect("a schema");
    let mut seen = 0;
    for folder in
        ["examples/projects", "examples/start", "projects", "tests/fixtures/valid/projects"]
    {
        for file in fs::read_dir(root().join(folder)).expect("a folder") {
            let path = file.expect("a file").path();
            let name = path.to_string_lossy();
            if name.ends_with(".sheet.yaml") || name.ends_with(".md") {
                continue;
            }
            let text = fs::read_to_string(&path).expect("a sheet");
            assert_eq!(accepted(&schema, &text), Some(true), "{}", path.display());
            seen += 1;
        }
    }
    assert!(seen >= 8);
}

#[test]
fn the_schema_of_the_settings_accepts_what_is_read_and_refuses_what_is_not() {
    let schema = settings_schema("en");
    jsonschema::draft202012::meta::validate(&schema).expect("a schema");
    let schema = jsonschema::draft202012::new(&schema).expect("a schema");
    let examples = ["examples/cooperative/sheet.yaml", "examples/start/fr.sheet.yaml"];
    let texts = examples.map(|path| fs::read_to_string(root().join(path)).expect("settings"));
    let uncommented = texts[1].replace("\n# ", "\n").replace("\n#   ", "\n  ");
    for text in texts.iter().map(String::as_str).chain([uncommented.as_str(), SETTINGS]) {
        assert_eq!(accepted(&schema, text), Some(true), "{text}");
    }
    for text in [
        "langage: fr\n",
        "language: de\n",
        "required: [cots]\n",
        "required: [year]\n",
        "severities: {first-nam-only: off}\n",
        "severities: {bad-date: hint}\n",
        "severities: {too-long: sometimes}\n",
        "vocabulary: {tool: [a]}\n",
        "views: {récents: {quary: a}}\n",
        "totals: perhaps\n",
    ] {
        assert_eq!(accepted(&schema, text), Some(false), "{text}");
        let answer = Test::new().file("sheet.yaml", text).args(["validate"]).run();
        assert_eq!(answer.code, 1, "{text}: {answer:?}");
    }
}

const SETTINGS: &str = "\
language: fr
organisation: La coop
severities: {first-name-only: off, too-long: Erreur}
required: [cost, Début, dates.end]
vocabulary:
  tools: [Porte à porte, {name: Forum ouvert, aliases: [open forum]}]
  people: Alix Durand
views:
  récents: 'year:2023..'
  marchés: {query: 'tool:marché', columns: [id, coût], sort: '-cost', group: year, totals: true}
queries: {vieux: 'year:2001'}
columns: title,cost
";

fn settings_schema(lang: &str) -> Value {
    let text = Test::new().args(["schema", "--settings", "--lang", lang]).stdout();
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn what_a_collection_has_agreed_on_stands_in_its_schema() {
    let settings = "required: [cost]\nvocabulary: {tools: [Porte à porte]}\n";
    let test = Test::new().file("sheet.yaml", settings);
    let text = test.args(["schema"]).stdout();
    assert!(text.contains("\"Porte à porte\""), "{text}");
    let schema: Value = serde_json::from_str(&text).expect("JSON");
    let schema = jsonschema::draft202012::new(&schema).expect("a schema");
    let sheet = "title: a\nterritory:\n  name: b\n";
    assert_eq!(accepted(&schema, sheet), Some(false));
    assert_eq!(accepted(&schema, &format!("{sheet}cost: 5 €\ntools: [autre]\n")), Some(true));
}

/// Every schema within a schema that people read something of.
fn each<'v>(schema: &'v Value, look: &mut impl FnMut(&'v serde_json::Map<String, Value>)) {
    match schema {
        Value::Object(pairs) => {
            look(pairs);
            pairs.values().for_each(|value| each(value, look));
        }
        Value::Array(items) => items.iter().for_each(|item| each(item, look)),
        _ => {}
    }
}

#[test]
fn every_key_is_described_and_whatever_is_refused_is_told_in_the_language() {
    let of_sheets = |lang: &str| -> Value {
        let text = Test::new().args(["schema", "--lang", lang]).stdout();
        serde_json::from_str(&text).expect("JSON")
    };
    for make in [&of_sheets as &dyn Fn(&str) -> Value, &settings_schema] {
        let mut messages = Vec::new();
        for lang in ["en", "fr"] {
            let schema = make(lang);
            let (mut keys, mut told) = (0, Vec::new());
            each(&schema, &mut |pairs| {
                if pairs.contains_key("additionalProperties")
                    && let Some(Value::Object(properties)) = pairs.get("properties")
                {
                    for (key, value) in properties {
                        assert!(value["description"].is_string(), "{lang}: {key}: {value}");
                        keys += 1;
                    }
                }
                for refusing in ["pattern", "required", "additionalProperties"] {
                    let refuses = pairs.get(refusing).is_some_and(|value| !value.is_object());
                    let named = pairs.contains_key("title") || pairs.contains_key("errorMessage");
                    assert!(!refuses || !named || pairs.contains_key("errorMessage"), "{pairs:?}");
                }
                told.extend(pairs.get("errorMessage").and_then(Value::as_str).map(str::to_owned));
            });
            assert!(keys > 15 && told.len() > 15, "{keys} {}", told.len());
            messages.push(told);
        }
        let same = messages[0].iter().zip(&messages[1]).filter(|(one, other)| one == other).count();
        assert_eq!((messages[0].len(), same), (messages[1].len(), 0));
    }
}

#[test]
fn the_problem_matcher_finds_its_parts_in_every_line() {
    let tasks = fs::read_to_string(root().join("examples/editor/vscode/tasks.json"));
    let tasks: Value = serde_json::from_str(&tasks.expect("it is there")).expect("JSON");
    let pattern = &tasks["tasks"][0]["problemMatcher"]["pattern"]["regexp"];
    let matcher = serde_json::json!({ "pattern": pattern });
    let matcher = jsonschema::draft202012::new(&matcher).expect("a schema");
    let answer = Test::cooperative().args(["validate", "--all", "--format", "short"]).run();
    let lines: Vec<&str> = answer.stdout.lines().collect();
    assert!(lines.len() > 100, "{answer:?}");
    for line in lines {
        assert!(matcher.is_valid(&line.into()), "{line}");
    }
    assert!(!matcher.is_valid(&"projects/a.yaml: error".into()));
}
