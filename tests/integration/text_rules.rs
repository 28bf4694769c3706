//! The rules that look at texts look at every text that the table of fields has.

use chrono::NaiveDate;
use project_sheet::config::Config;
use project_sheet::portfolio::Entry;
use project_sheet::rules::{CheckOptions, check};
use project_sheet::sheet::field::Field;
use project_sheet::sheet::fields;
use project_sheet::sheet::part::{Need, Part};
use project_sheet::sheet::shape::Shape;
use project_sheet::text::Source;

/// A text that each of these rules reports.
const FAULTS: [(&str, &str); 4] = [
    ("private-data", "Écrire à alix@example.org"),
    ("garbled-text", "Un Ã©tÃ© au village"),
    ("placeholder-text", "À compléter"),
    ("label-in-value", "Parler. Outils utilisés dans ce projet un forum"),
];

/// Where a text may stand, as the lines of a sheet around `TEXT`.
fn places() -> Vec<(String, String)> {
    let mut places = Vec::new();
    for field in fields::written() {
        match field.shape {
            Shape::Line | Shape::Prose => places.push((field.key.to_owned(), at(field, "TEXT"))),
            Shape::Lines => places.push((field.key.to_owned(), at(field, "[TEXT]"))),
            shape => {
                let parts = shape.parts().iter();
                for part in parts.filter(|part| part.is_text()) {
                    let value = whole(shape, part, "TEXT");
                    places.push((format!("{}.{}", field.key, part.key), at(field, &value)));
                }
                for part in shape.parts().iter().filter(|part| !part.shape.parts().is_empty()) {
                    for inner in part.shape.parts().iter().filter(|inner| inner.is_text()) {
                        let value =
                            format!("{{{}: {}}}", part.key, whole(part.shape, inner, "TEXT"));
                        let key = format!("{}.{}.{}", field.key, part.key, inner.key);
                        places.push((key, at(field, &value)));
                    }
                }
            }
        }
    }
    places
}

/// The line that sets a field.
fn at(field: &Field, value: &str) -> String {
    match field.key.split_once('.') {
        Some((group, member)) => format!("{group}: {{{member}: {value}}}\n"),
        None => format!("{}: {value}\n", field.key),
    }
}

/// A value in which one part has a text, and the others what they need.
fn whole(shape: Shape, part: &Part, text: &str) -> String {
    let text =
        if matches!(part.shape, Shape::Lines) { format!("[{text}]") } else { text.to_owned() };
    let mut pairs = vec![format!("{}: {text}", part.key)];
    let others = shape.parts().iter().filter(|other| other.key != part.key);
    pairs.extend(
        others
            .filter(|other| other.need == Need::Always)
            .map(|other| format!("{}: Oie", other.key)),
    );
    if matches!(shape, Shape::Shares) {
        pairs.push("percent: 100".to_owned());
    }
    let value = format!("{{{}}}", pairs.join(", "));
    if shape.is_list() { format!("[{value}]") } else { value }
}

/// The codes that are reported of a sheet.
fn reported(lines: &str) -> Vec<&'static str> {
    let source = Source::of("projects/a.yaml", lines.to_owned());
    let today = NaiveDate::default();
    let entry = Entry::decode(&source, today).unwrap_or_else(|finding| panic!("{finding:?}"));
    let config = Config::default();
    let options = CheckOptions { config: &config, today, on_disk: None };
    let findings = check(&entry, &options).findings;
    findings.into_iter().map(|finding| finding.lint.code).collect()
}

#[test]
fn private_data_is_found_in_what_has_no_field_too() {
    for (lines, found) in [
        ("x-note: Écrire à alix@example.org\n", true),
        ("x-suivi: {qui: [Alix, 06 12 34 56 78]}\n", true),
        ("territory: {x-note: alix@example.org}\n", true),
        ("extra: {Courriel du projet: alix@example.org}\n", true),
        ("x-contact: alix@example.org\n", false),
        ("x-note: Écrire à Alix\n", false),
    ] {
        assert_eq!(reported(lines).contains(&"private-data"), found, "{lines}");
    }
}

#[test]
fn each_rule_about_texts_looks_at_every_text_of_the_table() {
    let places = places();
    assert!(places.len() > 35, "{}", places.len());
    for (key, line) in places {
        for (code, fault) in FAULTS {
            let reported = reported(&line.replace("TEXT", &format!("\"{fault}\"")));
            // Whom to ask for is told to be asked.
            let excepted = code == "private-data" && key.ends_with(".contact");
            assert_eq!(reported.contains(&code), !excepted, "{key}: {code}: {reported:?}");
            let clean = line.replace("TEXT", "\"Une année\"");
            assert!(!self::reported(&clean).contains(&code), "{clean}");
        }
    }
}
