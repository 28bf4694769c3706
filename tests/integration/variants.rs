//! `sheet schema`: over every field of the table, what is read without an error is accepted, and
//! what is not is refused.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use chrono::NaiveDate;
use project_sheet::finding::Severity;
use project_sheet::sheet::canonical::deviations;
use project_sheet::sheet::decode::{Decoded, decode};
use project_sheet::sheet::fields::{FIELDS, written};
use project_sheet::sheet::known::NOTHING_KNOWN;
use project_sheet::sheet::part::{Need, Part};
use project_sheet::sheet::shape::Shape;
use project_sheet::text::Source;
use project_sheet::value::list::judge::Nobody;
use project_sheet::yaml::parse::parse;

use crate::schema::{schema, seen_by_others};

/// Texts as people write them, in any field, right and wrong.
const TEXTS: &str = include_str!("../fixtures/variants.txt");

/// What is no text in quotation marks.
const PLAIN: [&str; 30] = [
    "",
    "~",
    "null",
    "true",
    "false",
    "0",
    "5",
    "-5",
    "9500",
    "9500.5",
    "1.5",
    "2023",
    "1899",
    "2101",
    "3023",
    "44986",
    "01160",
    "1160",
    "974",
    "123456789",
    "12345678901234",
    "46.2",
    "-4.5",
    "91",
    "181",
    "-181",
    "[]",
    "{}",
    "[a, b]",
    "{x-a: b}",
];

/// A place where a value may be written, and the sheet with that value.
struct Place {
    path: String,
    shape: Shape,
    sheet: Rc<dyn Fn(&str) -> String>,
}

fn places() -> Vec<Place> {
    let mut places = Vec::new();
    for field in written() {
        let key = field.key;
        let sheet: Rc<dyn Fn(&str) -> String> = Rc::new(move |value: &str| with(key, value));
        places.push(Place { path: key.to_owned(), shape: field.shape, sheet: sheet.clone() });
        parts(&mut places, key, field.shape, &sheet);
    }
    places
}

/// The places of the parts of a value, within its own place.
fn parts(places: &mut Vec<Place>, path: &str, shape: Shape, within: &Rc<dyn Fn(&str) -> String>) {
    for part in shape.parts() {
        let path = format!("{path}.{}", part.key);
        let others = needed(shape.parts(), part);
        let listed = shape.is_list();
        let within = within.clone();
        let sheet: Rc<dyn Fn(&str) -> String> = Rc::new(move |value: &str| {
            let record = format!("{{{others}{}: {value}}}", part.key);
            within(&if listed { format!("[{record}]") } else { record })
        });
        places.push(Place { path: path.clone(), shape: part.shape, sheet: sheet.clone() });
        parts(places, &path, part.shape, &sheet);
    }
}

/// The other parts that a value needs.
fn needed(parts: &[Part], but: &Part) -> String {
    let others = parts.iter().filter(|part| part.key != but.key);
    let mut one = parts.iter().filter(|part| part.need == Need::One);
    let one = one.next().filter(|_| but.need != Need::One);
    let needed = others.filter(|part| part.need == Need::Always).chain(one);
    needed.map(|part| format!("{}: \"10\", ", part.key)).collect()
}

/// A sheet that says nothing but this, and what every sheet needs.
fn with(key: &str, value: &str) -> String {
    let mut lines: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (known, known_value) in [("title", "a"), ("territory.name", "b"), (key, value)] {
        if known == key && known_value != value {
            continue;
        }
        match known.split_once('.') {
            Some((group, member)) => {
                lines.entry(group).or_default().push(format!("{member}: {known_value}"));
            }
            None => lines.entry(known).or_default().push(known_value.to_owned()),
        }
    }
    let line = |(key, values): (&str, Vec<String>)| {
        let grouped = FIELDS.iter().any(|field| field.key.starts_with(&format!("{key}.")));
        let value = if grouped { format!("{{{}}}", values.join(", ")) } else { values.concat() };
        format!("{key}: {value}\n")
    };
    lines.into_iter().map(line).collect()
}

/// The codes of the errors that the reading reports; nothing where the text is no YAML.
fn errors(text: &str) -> Option<(BTreeSet<&'static str>, serde_json::Value)> {
    let source = Source::of("a.yaml".to_owned(), text.to_owned());
    let parsed = parse(&source).ok()?;
    let decoded = decode("a", &parsed.node, NaiveDate::default());
    let errors = decoded.findings.iter().filter(|finding| finding.severity == Severity::Error);
    Some((errors.map(|finding| finding.lint.code).collect(), seen_by_others(&parsed.node)))
}

/// Whether a value at a place is one that a schema cannot refuse.
type IsBeyond = fn(&Place, &str) -> bool;

/// What is refused and a schema has to accept, with the reason.
const BEYOND: [(IsBeyond, &str); 3] = [
    (|_, value| value == "01160", "YAML gives all other programs the number 1160"),
    (
        |place, value| place.is_date() && value == "1.5",
        "YAML gives the number 1.5, as it gives 3.2023 for the month 03.2023",
    ),
    (
        |place, value| place.names_somebody() && value.contains(char::is_alphabetic),
        "which words name somebody, and which nobody or a number of people, is read word by word",
    ),
];

impl Place {
    fn is_date(&self) -> bool {
        matches!(self.shape, Shape::Date)
    }

    fn names_somebody(&self) -> bool {
        self.shape.kind().is_some_and(|kind| kind.nobody != Nobody::Allowed)
    }
}

#[test]
fn every_variant_is_accepted_where_it_is_read_and_refused_where_it_is_not() {
    let schema = jsonschema::draft202012::new(&schema()).expect("a schema");
    let quoted = TEXTS.lines().map(|text| format!("'{}'", text.replace('\'', "''")));
    let values: Vec<String> = quoted.chain(PLAIN.map(str::to_owned)).collect();
    let (mut wrong, mut checked) = (Vec::new(), 0);
    let mut beyond = [false; BEYOND.len()];
    for place in places() {
        for value in &values {
            let Some((errors, json)) = errors(&(place.sheet)(value)) else { continue };
            checked += 1;
            match (schema.is_valid(&json), errors.is_empty()) {
                (true, true) | (false, false) => {}
                (true, false) => match BEYOND.iter().position(|(is, _)| is(&place, value)) {
                    Some(reason) => beyond[reason] = true,
                    None => wrong.push(format!("{}: {value} is accepted: {errors:?}", place.path)),
                },
                (false, true) => wrong.push(format!("{}: {value} is refused", place.path)),
            }
        }
    }
    assert!(checked > 20_000, "{checked}");
    assert!(wrong.is_empty(), "{wrong:#?}");
    for (met, (_, reason)) in beyond.iter().zip(BEYOND) {
        assert!(met, "nothing is beyond a schema because {reason}");
    }
}

/// Values of a shape that few fields have.
const ODD: [&str; 5] = ["zz", "[zz, {qq: zz}]", "{qq: zz}", "{qq: [zz, {zz: zz}]}", "[[zz]]"];

/// How often the word of `ODD` stands in what is shown of something.
fn mentions(shown: impl std::fmt::Debug) -> usize {
    format!("{shown:?}").matches("zz").count()
}

#[test]
fn a_value_of_another_shape_is_kept_and_left_as_it_is_written() {
    let mut checked = 0;
    for place in places() {
        for value in ODD {
            let text = (place.sheet)(value);
            let source = Source::of("a.yaml".to_owned(), text.clone());
            let Ok(parsed) = parse(&source) else { panic!("{text}") };
            let Decoded { sheet, .. } = decode("a", &parsed.node, NaiveDate::default());
            assert!(mentions(&sheet) >= value.matches("zz").count(), "{text}: {sheet:#?}");
            for deviation in deviations(&parsed.node, &sheet, &NOTHING_KNOWN) {
                let Ok(change) = &deviation.change else { continue };
                assert!(mentions(change) >= mentions(&deviation.written), "{text}: {deviation:#?}");
            }
            checked += 1;
        }
    }
    assert!(checked > 300, "{checked}");
}
