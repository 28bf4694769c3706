//! How people write amounts, dates, durations, worked time, counts, statuses and lists: each row
//! of `tests/fixtures/readings/` is a text and what a careful colleague reads in it.

use chrono::NaiveDate;
use project_sheet::finding::Fix;
use project_sheet::lang::Lang;
use project_sheet::lang::choice::Choice;
use project_sheet::sheet::Sheet;
use project_sheet::sheet::decode::{Decoded, decode};
use project_sheet::sheet::fields;
use project_sheet::text::Source;
use project_sheet::tree::{Change, Tree};
use project_sheet::value::any::Value;
use project_sheet::value::money::ShareAmount;
use project_sheet::yaml::parse::parse;
use rust_decimal::Decimal;

use crate::harness::{SMALL, Test, root};

/// The tables, each with the field in which its texts are read.
const TABLES: [(&str, &str); 10] = [
    ("money", "cost"),
    ("date", "dates.start"),
    ("duration", "dates.duration"),
    ("effort", "effort"),
    ("count", "territory.population"),
    ("status", "status"),
    ("people", "team"),
    ("organisations", "partners"),
    ("tools", "tools"),
    ("documents", "documents"),
];

/// The fields that list things.
const LISTS: [&str; 4] = ["team", "partners", "tools", "documents"];

/// A text, and what is to be read in it.
struct Row {
    key: &'static str,
    text: String,
    outcome: String,
    reading: String,
}

fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for (table, key) in TABLES {
        let path = root().join(format!("tests/fixtures/readings/{table}.csv"));
        let mut reader = csv::Reader::from_path(path).expect("a table");
        for record in reader.records() {
            let record = record.expect("a row");
            let [text, outcome, reading] = [0, 1, 2].map(|column| record[column].to_owned());
            rows.push(Row { key, text, outcome, reading });
        }
    }
    rows
}

/// A sheet in which a value stands at a key.
fn decoded(key: &str, value: &str) -> Decoded {
    let text = match key.split_once('.') {
        Some(("territory", member)) => format!("{SMALL}  {member}: {value}\n"),
        Some((group, member)) => format!("{SMALL}{group}:\n  {member}: {value}\n"),
        None => format!("{SMALL}{key}: {value}\n"),
    };
    let source = Source::of("a.yaml", text);
    let parsed = parse(&source).expect("valid YAML");
    decode("a", &parsed.node, NaiveDate::default())
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

/// A value as YAML on one line.
fn inline(tree: &Tree) -> String {
    match tree {
        Tree::Missing => "~".to_owned(),
        Tree::Text { text, plain: true } => text.clone(),
        Tree::Text { text, plain: false } => quoted(text),
        Tree::List(items) => {
            format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", "))
        }
        Tree::Map(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| format!("{key}: {}", inline(value)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
        }
    }
}

fn plain(number: Decimal) -> String {
    number.normalize().to_string()
}

/// What a sheet says at a key, in one line.
fn reading(key: &str, sheet: &Sheet) -> String {
    match key {
        "cost" => money(sheet),
        "dates.start" => sheet.dates.start.map(|date| date.to_string()).unwrap_or_default(),
        "dates.duration" => sheet.dates.duration.map(|time| time.to_string()).unwrap_or_default(),
        "effort" => {
            let effort = &sheet.effort;
            let days = effort.days.map(|days| format!("{} d", plain(days)));
            let hours = effort.hours.map(|hours| format!("{} h", plain(hours)));
            let note = effort.note.as_ref().map(|note| format!("({note})"));
            [days, hours, note].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        "territory.population" => {
            sheet.territory.population.map(|count| count.to_string()).unwrap_or_default()
        }
        "status" => sheet.status.map(|status| status.code().to_owned()).unwrap_or_default(),
        _ => items(key, sheet).join(" | "),
    }
}

/// Each item of a list in one line: `Name <role> [organisation]`, `Title #file @url (size)`.
fn items(key: &str, sheet: &Sheet) -> Vec<String> {
    let field = fields::written().find(|field| field.key == key).expect("a field");
    let member = |value: &Value, key: &str, [before, after]: [&str; 2]| match value.at(key) {
        Value::Text(text) => Some(format!("{before}{text}{after}")),
        _ => None,
    };
    let item = |value: Value| match value {
        Value::Text(text) => text.to_owned(),
        value => {
            let members = [
                member(&value, "name", ["", ""]),
                member(&value, "title", ["", ""]),
                member(&value, "role", ["<", ">"]),
                member(&value, "contact", ["<", ">"]),
                member(&value, "organisation", ["[", "]"]),
                member(&value, "file", ["#", ""]),
                member(&value, "url", ["@", ""]),
                member(&value, "size", ["(", ")"]),
            ];
            members.into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
    };
    (field.get)(sheet).flat().into_iter().map(item).collect()
}

/// What was kept of a list because it is no item: ` + 36 personnes`.
fn kept(key: &str, sheet: &Sheet) -> String {
    let kept = sheet.unread.iter().filter(|unread| unread.key == key);
    kept.flat_map(|unread| match &unread.value {
        Tree::List(items) => items.clone(),
        one => vec![one.clone()],
    })
    .map(|tree| match tree {
        Tree::Text { text, .. } => format!(" + {text}"),
        tree => format!(" + {tree:?}"),
    })
    .collect()
}

/// `~9500 EUR HT budget; 50% subvention`.
fn money(sheet: &Sheet) -> String {
    let cost = &sheet.cost;
    if cost.amount.is_none() && cost.tax.is_none() {
        return String::new();
    }
    let about = if cost.estimated { "~" } else { "" };
    let amount = cost.amount.map(|amount| format!("{about}{} ", plain(amount)));
    let words = [
        Some(format!("{}{}", amount.unwrap_or_default(), cost.currency.code())),
        cost.tax.map(|tax| tax.code().to_owned()),
        cost.basis.map(|basis| basis.code().to_owned()),
    ];
    let mut parts = vec![words.into_iter().flatten().collect::<Vec<_>>().join(" ")];
    for share in &cost.shares {
        let from = share.from.as_deref().unwrap_or("?");
        parts.push(match share.part {
            ShareAmount::Percent(percent) => format!("{}% {from}", plain(percent)),
            ShareAmount::Amount(amount) => format!("{} {from}", plain(amount)),
        });
    }
    parts.join("; ")
}

/// Whether a text was read, read with a doubt, or refused.
fn outcome(key: &str, decoded: &Decoded) -> &'static str {
    let below = |path: &str| path == key || path.starts_with(&format!("{key}."));
    let doubted = decoded.findings.iter().any(|finding| finding.lint.code == "uncertain-value");
    let unread = decoded.sheet.unread.iter().any(|unread| below(&unread.key));
    if LISTS.contains(&key) && unread && !items(key, &decoded.sheet).is_empty() {
        "doubt"
    } else if unread {
        "refused"
    } else if doubted && decoded.sheet.uncertain.iter().any(|path| below(path)) {
        "doubt"
    } else {
        "value"
    }
}

/// The period that the fix of a refused date writes, as EDTF writes it.
fn proposed_period(decoded: &Decoded) -> String {
    let found = decoded.findings.iter().find(|finding| finding.lint.code == "period-in-date");
    match found.and_then(|finding| finding.fix.as_deref()) {
        Some(Fix::Changes(changes)) => {
            let dates = changes.iter().filter_map(|(_, change)| match change {
                Change::Set(Tree::Text { text, .. }) => Some(text.as_str()),
                _ => None,
            });
            dates.collect::<Vec<_>>().join("/")
        }
        _ => String::new(),
    }
}

/// Every row is read as it should be; what differs is listed, silent errors first.
#[test]
fn texts_are_read_as_a_colleague_reads_them() {
    let rows = rows();
    let mut wrong = Vec::new();
    for row in &rows {
        let decoded = decoded(row.key, &quoted(&row.text));
        let found = outcome(row.key, &decoded);
        let read = match found {
            "refused" if row.key == "dates.start" => proposed_period(&decoded),
            "refused" => String::new(),
            _ => reading(row.key, &decoded.sheet) + &kept(row.key, &decoded.sheet),
        };
        if (found, read.as_str()) != (row.outcome.as_str(), row.reading.as_str()) {
            let kind = match (found, row.outcome.as_str()) {
                ("value", _) => "1 silently wrong",
                ("doubt", "refused") => "2 doubted, to be refused",
                ("doubt", _) => "3 doubted",
                ("refused", "refused") => "4 refused without its fix",
                (_, _) => "5 refused, people write it so",
            };
            wrong.push(format!(
                "{kind}: {} `{}`: {found} `{read}`, not {} `{}`",
                row.key, row.text, row.outcome, row.reading
            ));
        }
    }
    wrong.sort();
    assert!(rows.len() >= 350, "{} rows", rows.len());
    assert!(
        wrong.is_empty(),
        "{} of {} rows differ:\n{}",
        wrong.len(),
        rows.len(),
        wrong.join("\n")
    );
}

/// What was read is the same when it is written and read again, or printed and read again.
#[test]
fn what_the_tool_writes_and_prints_it_reads() {
    for row in rows() {
        let first = decoded(row.key, &quoted(&row.text));
        let field = fields::written().find(|field| field.key == row.key).expect("a field");
        let value = (field.get)(&first.sheet);
        if value.is_missing() || outcome(row.key, &first) == "refused" {
            continue;
        }
        let read = reading(row.key, &first.sheet);
        let again = decoded(row.key, &inline(&value.written()));
        assert_eq!(
            outcome(row.key, &again),
            "value",
            "{} written as {:?}",
            row.text,
            value.written()
        );
        assert_eq!(reading(row.key, &again.sheet), read, "{}", row.text);
        // Where a file lies is said as an address is, and is not read as one.
        if read.contains('#') {
            continue;
        }
        for lang in [Lang::En, Lang::Fr] {
            let words = value.details(lang);
            let again = decoded(row.key, &quoted(&words));
            // That an amount was invoiced goes without saying.
            let read = read.replace(" invoiced", "");
            assert_eq!(reading(row.key, &again.sheet), read, "{} printed as {words}", row.text);
        }
    }
}

/// An editor that knows the schema takes every text that the tool reads; of a status it offers the
/// words alone.
#[test]
fn the_schema_takes_what_is_read() {
    let schema: serde_json::Value =
        serde_json::from_str(&Test::new().args(["schema"]).stdout()).expect("JSON");
    let schema = jsonschema::draft202012::new(&schema).expect("a schema");
    let mut refused = Vec::new();
    let read = |row: &Row| row.outcome != "refused" && row.key != "status";
    for row in rows().into_iter().filter(read) {
        let mut sheet = serde_json::json!({"title": "F", "territory": {"name": "T"}});
        match row.key.split_once('.') {
            Some((group, member)) => sheet[group][member] = row.text.as_str().into(),
            None => sheet[row.key] = row.text.as_str().into(),
        }
        if !schema.is_valid(&sheet) {
            refused.push(format!("{}: {}", row.key, row.text));
        }
    }
    assert!(refused.is_empty(), "{}:\n{}", refused.len(), refused.join("\n"));
}

/// The words of a text that neither the sheet holds nor a finding names; those of a text that says
/// that there is nothing may go, as what joins and numbers items.
fn lost_words<'r>(row: &'r Row, decoded: &Decoded) -> Vec<&'r str> {
    if row.outcome == "value" && row.reading.is_empty() {
        return Vec::new();
    }
    let findings: String =
        decoded.findings.iter().map(|found| found.label.get(Lang::En).to_owned()).collect();
    let there =
        items(row.key, &decoded.sheet).join(" ") + &kept(row.key, &decoded.sheet) + &findings;
    let letters = |text: &str| text.to_lowercase().replace(',', ".").replace(' ', "");
    let there = letters(&there);
    let joints =
        ["et", "and", "de", "l", "la", "des", "1", "2", "mo", "ko", "attach", "file", "desc"];
    let words = row.text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .filter(|word| !joints.contains(&letters(word).as_str()) && !there.contains(&letters(word)))
        .collect()
}

/// Nothing of a text is lost: what is refused is kept, what is doubtful is told.
#[test]
fn nothing_of_a_text_is_lost() {
    for row in rows() {
        let decoded = decoded(row.key, &quoted(&row.text));
        if LISTS.contains(&row.key) {
            assert_eq!(lost_words(&row, &decoded), Vec::<&str>::new(), "{}", row.text);
            assert!(decoded.findings.len() < 2, "{}", row.text);
        }
        match outcome(row.key, &decoded) {
            "refused" if LISTS.contains(&row.key) => assert!(decoded.findings.len() == 1),
            "refused" => {
                let kept = Tree::text(&*row.text);
                let found = decoded.sheet.unread.iter().any(|unread| unread.value == kept);
                assert!(found, "{}: {:?}", row.text, decoded.sheet.unread);
                let errors = &decoded.findings;
                assert!(
                    errors.iter().any(|error| !error.label.get(Lang::Fr).is_empty()),
                    "{}",
                    row.text
                );
            }
            "doubt" => assert!(decoded.findings.len() == 1, "{}", row.text),
            _ => assert!(decoded.findings.is_empty(), "{}: {:?}", row.text, decoded.findings),
        }
    }
}
