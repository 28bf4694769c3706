//! `sheet schema`: an independent validator gives the verdict that the reading gives.

use std::fs;

use crate::harness::{Test, root};
use project_sheet::report::explain::unmarked;
use project_sheet::rules::lints;
use project_sheet::text::Source;
use project_sheet::yaml::node::{Content, Node, ScalarStyle};
use project_sheet::yaml::parse::parse;
use serde_json::Value;

fn schema() -> Value {
    serde_json::from_str(&Test::new().args(["schema"]).stdout()).expect("JSON")
}

/// A tree as another YAML 1.2 reader would give it: numbers lose their leading zeros.
fn seen_by_others(node: &Node) -> Value {
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
const SHAPE: [&str; 12] = [
    "unknown-key",
    "wrong-type",
    "missing-title",
    "missing-territory",
    "bad-date",
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
fn it_accepts_what_the_tolerant_reading_reads() {
    let schema = jsonschema::draft202012::new(&schema()).expect("a schema");
    let sheet = |line: &str| format!("title: a\nterritory:\n  name: b\n{line}\n");
    for line in [
        "cost: 9500€HT",
        "cost: 9 500,00 € hors taxes",
        "cost: 9,5 k€",
        "cost: environ 8000 €",
        "cost: 34 522€ (estimé) 50% subvention ; 35% bénévolat",
        "cost: gratuit",
        "cost: NC",
        "cost: CHF 12'500.-",
        "cost: 12,000.50",
        "cost: 9500",
        "dates: {start: 1er mars 2023}",
        "dates: {start: 01.03.2023, end: fin 2029}",
        "dates: {start: 2023-21, end: 2023-03~}",
        "dates: {duration: 9mois}",
        "dates: {duration: un an et demi}",
        "dates: {duration: P9M}",
        "effort: 28 jours de terrain",
        "team: [Alix, {name: Sam, role: scribe}]",
        "team: Alix",
        "participation: {reached: environ 120}",
        "status: Terminé",
        "x-moi: [1, {a: b}]",
        "summary:",
        "lessons: {nuggets: [a, {text: b, do: c}], words: 'Alix : oui'}",
        "extra: {Clé : valeur}",
    ] {
        assert_eq!(accepted(&schema, &sheet(line)), Some(true), "{line}");
        let answer = Test::new().sheet("a", sheet(line)).args(["validate"]).run();
        assert_eq!(answer.code, 0, "{line}: {answer:?}");
    }
}
