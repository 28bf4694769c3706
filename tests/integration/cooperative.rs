//! The cooperative of the examples, asked everything: every figure is computed once more, in whole
//! cents, from the JSON of its sheets alone.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, Months, NaiveDate};
use serde_json::{Value, json};

use crate::harness::Test;

fn asked(args: &[&str]) -> Value {
    let answer = Test::cooperative().args(args.iter().copied().chain(["--format", "json"])).run();
    assert_eq!(answer.code, 0, "{args:?}: {answer:?}");
    answer.json()
}

/// All that the sheets say that is counted or added up.
fn sheets(query: &[&str]) -> Vec<Value> {
    let columns = "id,status,year,cost,start,end,duration,effort,population,reached,team,tool,\
                   outcome,commissioner,kind,territory,nugget,difficulty";
    let args = [&["list", "--columns", columns], query].concat();
    rows(&asked(&args), "sheets")
}

fn rows(report: &Value, key: &str) -> Vec<Value> {
    let rows = report[key].as_array().unwrap_or_else(|| panic!("{key} in {report:#}"));
    rows.iter().cloned().map(|row| said(row).unwrap_or_default()).collect()
}

/// What a value says, without the keys under which it says nothing.
fn said(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::Array(items) if items.is_empty() => None,
        Value::Array(items) => {
            Some(items.into_iter().map(|item| said(item).unwrap_or_default()).collect())
        }
        Value::Object(pairs) => {
            let pairs = pairs.into_iter().filter_map(|(key, value)| Some((key, said(value)?)));
            let pairs: serde_json::Map<String, Value> = pairs.collect();
            (!pairs.is_empty()).then_some(Value::Object(pairs))
        }
        value => Some(value),
    }
}

/// An amount in cents.
fn cents(amount: &Value) -> i128 {
    let text = amount.to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    format!("{whole}{part:0<2}").parse().unwrap_or_else(|_| panic!("an amount: {text}"))
}

/// A quotient to the unit; half a unit goes up.
fn divided(dividend: i128, divisor: i128) -> i128 {
    (2 * dividend + divisor) / (2 * divisor)
}

/// What amounts have in common: currency, tax, basis.
type Purse = (String, String, String);

/// The figures of one purse.
#[derive(Debug, Default, PartialEq)]
struct Money {
    costed: i128,
    total: i128,
    median: i128,
    least: i128,
    most: i128,
    inhabitant: Option<i128>,
    month: Option<i128>,
    effort: Option<i128>,
}

/// An amount with what it is divided by: inhabitants, days from start to end, hundredths of days
/// worked.
struct Spent(i128, Option<i128>, Option<i128>, Option<i128>);

fn purse(sheet: &Value) -> Option<(Purse, i128)> {
    let cost = &sheet["cost"];
    let text = |key: &str, or: &str| cost[key].as_str().unwrap_or(or).to_owned();
    let purse = (text("currency", "EUR"), text("tax", ""), text("basis", "invoiced"));
    cost.get("amount").map(|amount| (purse, cents(amount)))
}

fn spent(sheet: &Value, amount: i128) -> Spent {
    let whole = |key: &str| {
        let text = sheet["dates"][key].as_str()?;
        NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
    };
    let between = whole("start").zip(whole("end"));
    let days = between.map(|(start, end)| i128::from((end - start).num_days() + 1)).or_else(|| {
        let months = sheet["dates"]["duration"].as_str()?.strip_suffix(" months")?;
        Some(divided(months.parse::<i128>().ok()? * 3044, 100))
    });
    let inhabitants = sheet["territory"]["population"].as_i64().map(i128::from);
    let effort = &sheet["effort"];
    let effort = match (effort["days"].as_i64(), effort["hours"].as_i64()) {
        (Some(days), _) => Some(i128::from(days) * 7),
        (None, hours) => hours.map(i128::from),
    };
    Spent(amount, inhabitants, days, effort)
}

fn money(all: &[Spent]) -> Money {
    let mut amounts: Vec<i128> = all.iter().map(|spent| spent.0).collect();
    amounts.sort_unstable();
    let middle = amounts.len() / 2;
    let median = match amounts.len() % 2 {
        1 => amounts[middle],
        _ => divided(amounts[middle - 1] + amounts[middle], 2),
    };
    // The sum of those that tell the divisor, by the sum of the divisors.
    let per = |divisor: fn(&Spent) -> Option<i128>, times: i128, over: i128| {
        let told = all.iter().filter_map(|spent| Some((spent.0, divisor(spent)?)));
        let (amount, by) = told.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        (amount > 0 && by > 0).then(|| divided(amount * times, by * over))
    };
    Money {
        costed: all.len() as i128,
        total: amounts.iter().sum(),
        median,
        least: amounts[0],
        most: amounts[amounts.len() - 1],
        inhabitant: per(|spent| spent.1, 1, 1),
        // A mean month has 30.4375 days.
        month: per(|spent| spent.2, 304_375, 10_000),
        effort: per(|spent| spent.3, 7, 1),
    }
}

fn purses<'a>(sheets: impl IntoIterator<Item = &'a Value>) -> BTreeMap<Purse, Money> {
    let mut purses: BTreeMap<Purse, Vec<Spent>> = BTreeMap::new();
    for sheet in sheets {
        if let Some((purse, amount)) = purse(sheet) {
            purses.entry(purse).or_default().push(spent(sheet, amount));
        }
    }
    purses.into_iter().map(|(purse, all)| (purse, money(&all))).collect()
}

/// The same figures as a report tells them.
fn told<'a>(rows: impl IntoIterator<Item = &'a Value>) -> BTreeMap<Purse, Money> {
    let row = |row: &Value| {
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let maybe = |key: &str| row.get(key).map(cents);
        let amount = |key: &str| maybe(key).unwrap_or_else(|| panic!("{key} in {row:#}"));
        let money = Money {
            costed: row["costed"].as_i64().expect("a count").into(),
            total: amount("total"),
            median: amount("median"),
            least: amount("least"),
            most: amount("most"),
            inhabitant: maybe("perInhabitant"),
            month: maybe("perMonth"),
            effort: maybe("perEffortDay"),
        };
        ((text("currency"), text("tax"), text("basis")), money)
    };
    rows.into_iter().filter(|row| row.get("total").is_some()).map(row).collect()
}

/// The values of a sheet under a key, by the path where they stand.
fn values(sheet: &Value, path: &str) -> BTreeSet<String> {
    let value = path.split('.').fold(sheet, |value, key| &value[key]);
    let name = |value: &Value| match value.get("name").unwrap_or(value) {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match value {
        Value::Null => BTreeSet::new(),
        Value::Array(items) => items.iter().map(name).collect(),
        value => BTreeSet::from([name(value)]),
    }
}

/// How many sheets stand under each value; those that say nothing under none.
fn counts(sheets: &[Value], path: &str) -> BTreeMap<Option<String>, usize> {
    let mut counts = BTreeMap::new();
    for sheet in sheets {
        let values = values(sheet, path);
        let values: Vec<Option<String>> =
            if values.is_empty() { vec![None] } else { values.into_iter().map(Some).collect() };
        values.into_iter().for_each(|value| *counts.entry(value).or_default() += 1);
    }
    counts
}

fn sum(sheets: &[&Value], path: &str) -> i64 {
    let value = |sheet: &&Value| path.split('.').fold(*sheet, |value, key| &value[key]).as_i64();
    sheets.iter().filter_map(value).sum()
}

#[test]
fn its_sheets_hold_no_error() {
    let answer = Test::cooperative().args(["validate", "--severity", "error"]).run();
    assert_eq!(answer.code, 0, "{answer:?}");
    assert!(answer.stdout.starts_with("46\u{a0}fiches"), "{answer:?}");
}

#[test]
fn the_summary_is_what_its_sheets_add_up_to() {
    for query in [vec![], vec!["year:2023"], vec!["tool:forum or cost:0"]] {
        let sheets = sheets(&query);
        let all: Vec<&Value> = sheets.iter().collect();
        let report = asked(&[&["summarize"], query.as_slice()].concat());
        let summary = &report["summary"];
        let mut inhabitants: BTreeMap<&str, u64> = BTreeMap::new();
        for sheet in &sheets {
            // A territory counts once, however many projects it has.
            let name = sheet["territory"]["name"].as_str().expect("a name");
            let population = sheet["territory"]["population"].as_u64().unwrap_or(0);
            let known = inhabitants.entry(name).or_default();
            *known = population.max(*known);
        }
        let lacks = |key: &str| sheets.iter().filter(|sheet| sheet.get(key).is_none()).count();
        let expected = [
            ("sheets", sheets.len()),
            ("inhabitants", inhabitants.into_values().sum::<u64>() as usize),
            ("reached", sum(&all, "participation.reached") as usize),
            ("uncosted", lacks("cost")),
            ("undated", lacks("year")),
        ];
        for (key, expected) in expected {
            assert_eq!(summary[key].as_u64().unwrap_or(0), expected as u64, "{query:?} {key}");
        }
        assert_eq!(told(&rows(&report, "money")), purses(&sheets), "{query:?}");
        for (key, name, path) in [
            ("statuses", "status", "status"),
            ("years", "year", "year"),
            ("people", "person", "team"),
        ] {
            let mut expected = counts(&sheets, path);
            if key != "statuses" {
                expected.remove(&None);
            }
            if key == "years" && query == ["year:2023"] {
                // Nothing is said of years that were not asked for.
                expected.retain(|year, _| year.as_deref() == Some("2023"));
            }
            let found = rows(&report, key).into_iter().map(|row| {
                let value = values(&row, name).into_iter().next();
                (value, row["sheets"].as_u64().expect("a count") as usize)
            });
            assert_eq!(found.collect::<BTreeMap<_, _>>(), expected, "{query:?} {key}");
        }
    }
}

#[test]
fn groups_are_what_their_sheets_add_up_to() {
    let sheets = sheets(&[]);
    for (key, path) in [
        ("commissioner", "commissioners"),
        ("kind", "territory.kind"),
        ("territory", "territory.name"),
        ("team", "team"),
        ("tool", "tools"),
        ("outcome", "outcome.level"),
        ("status", "status"),
    ] {
        let groups = rows(&asked(&["summarize", "--by", key]), "groups");
        let mut by_value: BTreeMap<Option<String>, Vec<Value>> = BTreeMap::new();
        for row in groups {
            by_value.entry(values(&row, path).into_iter().next()).or_default().push(row);
        }
        let counts = counts(&sheets, path);
        assert_eq!(by_value.keys().collect::<Vec<_>>(), counts.keys().collect::<Vec<_>>());
        for (value, rows) in by_value {
            let of_value = |sheet: &&Value| match &value {
                Some(value) => values(sheet, path).contains(value),
                None => values(sheet, path).is_empty(),
            };
            let members: Vec<&Value> = sheets.iter().filter(of_value).collect();
            assert_eq!(told(&rows), purses(members.iter().copied()), "{key} {value:?}");
            for row in &rows {
                assert_eq!(row["sheets"], members.len(), "{key} {value:?}");
                let reached = row["reached"].as_i64().unwrap_or(0);
                assert_eq!(reached, sum(&members, "participation.reached"), "{key} {value:?}");
            }
        }
    }
}

/// The first and the last day of a date as a sheet writes it.
fn interval(date: &str) -> (NaiveDate, NaiveDate) {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day");
    let parts: Vec<&str> = date.trim_end_matches('~').split('-').collect();
    let year = parts[0].parse().expect("a year");
    let number = |index: usize| parts.get(index).and_then(|part| part.parse::<u32>().ok());
    let before = |date: NaiveDate| date - Days::new(1);
    match (number(1), number(2)) {
        (None, _) => (day(year, 1, 1), day(year, 12, 31)),
        (Some(21), None) => (day(year, 3, 1), day(year, 5, 31)),
        (Some(12), None) => (day(year, 12, 1), day(year, 12, 31)),
        (Some(month), None) => (day(year, month, 1), before(day(year, month + 1, 1))),
        (Some(month), Some(one)) => (day(year, month, one), day(year, month, one)),
    }
}

/// The first and the last day of a project: where no end is written, as long as its duration, and
/// until today where it is ongoing.
fn days(sheet: &Value) -> Option<(NaiveDate, NaiveDate)> {
    let [start, end] = ["start", "end"].map(|key| sheet["dates"][key].as_str().map(interval));
    let first = start.or(end)?.0;
    let mut last = end.or(start)?.1;
    if end.is_none() {
        if let Some(duration) = sheet["dates"]["duration"].as_str() {
            let months = duration.strip_suffix(" months").and_then(|months| months.parse().ok());
            let after = first.checked_add_months(Months::new(months.expect("whole months")));
            last = last.max(after.expect("a day") - Days::new(1));
        }
        if sheet["status"] == "ongoing" {
            last = last.max(NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day"));
        }
    }
    Some((first, last))
}

#[test]
fn a_project_touches_every_year_to_its_end_even_where_none_is_written() {
    let all = sheets(&[]);
    let mut derived = 0;
    for sheet in &all {
        let years = days(sheet).map(|(first, last)| (first.year()..=last.year()).collect());
        let years: Vec<i32> = years.unwrap_or_default();
        let written = sheet["dates"]["end"].as_str().or(sheet["dates"]["start"].as_str());
        let written = written.map(|date| interval(date).1.year());
        derived += usize::from(years.last() > written.as_ref());
        assert_eq!(
            rows_of(sheet, "year"),
            years.iter().map(|year| i64::from(*year)).collect::<Vec<_>>()
        );
    }
    for year in 2016..=2027 {
        let touches = |sheet: &&Value| {
            days(sheet).is_some_and(|(first, last)| first.year() <= year && year <= last.year())
        };
        let expected: Vec<&Value> = all.iter().filter(touches).collect();
        assert_eq!(sheets(&["--year", &year.to_string()]).iter().collect::<Vec<_>>(), expected);
    }
    assert_eq!(derived, 2);
}

#[test]
fn the_money_of_a_year_is_that_of_projects_that_begin_then_or_is_spread_by_days() {
    let sheets = sheets(&[]);
    let mut first: BTreeMap<(i64, Purse), i128> = BTreeMap::new();
    let mut spread = first.clone();
    let mut touched: BTreeMap<i64, u64> = BTreeMap::new();
    for sheet in &sheets {
        let years: Vec<i64> = rows_of(sheet, "year");
        years.iter().for_each(|year| *touched.entry(*year).or_default() += 1);
        let Some((purse, amount)) = purse(sheet).filter(|_| !years.is_empty()) else {
            continue;
        };
        *first.entry((years[0], purse.clone())).or_default() += amount;
        let (start, end) = days(sheet).expect("a date");
        let all = i128::from((end - start).num_days() + 1);
        let (mut passed, mut given) = (0, 0);
        for year in years {
            let days = start.iter_days().take_while(|day| *day <= end);
            passed += days.filter(|day| i64::from(day.year()) == year).count() as i128;
            let due = divided(amount * passed, all);
            *spread.entry((year, purse.clone())).or_default() += due - given;
            given = due;
        }
        assert_eq!(given, amount);
    }
    // A year alone, whole or spread, has the row of the year by year; its share by any key, too.
    for year in ["2022", "2023", "2024"] {
        let of_year = |all: &BTreeMap<(i64, Purse), i128>| -> BTreeMap<Purse, i128> {
            let of_year = all.iter().filter(|((other, _), _)| other.to_string() == year);
            of_year
                .map(|((_, purse), amount)| (purse.clone(), *amount))
                .filter(|(_, amount)| *amount > 0)
                .collect()
        };
        let totals = |args: &[&str], key: &str| -> BTreeMap<Purse, i128> {
            let report = asked(&[&["summarize", "--year", year], args].concat());
            let mut totals: BTreeMap<Purse, i128> = BTreeMap::new();
            for row in rows(&report, key) {
                for (purse, money) in told([&row]) {
                    *totals.entry(purse).or_default() += money.total;
                }
            }
            totals.retain(|_, amount| *amount > 0);
            totals
        };
        assert_eq!(totals(&["--spread"], "money"), of_year(&spread), "{year}");
        assert_eq!(totals(&["--by", "year", "--spread"], "groups"), of_year(&spread), "{year}");
        assert_eq!(totals(&["--by", "status", "--spread"], "groups"), of_year(&spread), "{year}");
        assert_eq!(totals(&["--by", "kind", "--spread"], "groups"), of_year(&spread), "{year}");
        assert_eq!(totals(&["--by", "year"], "groups"), of_year(&first), "{year}");
        let mut whole: BTreeMap<Purse, i128> = BTreeMap::new();
        for sheet in sheets
            .iter()
            .filter(|sheet| rows_of(sheet, "year").iter().any(|one| one.to_string() == year))
        {
            if let Some((purse, amount)) = purse(sheet).filter(|(_, amount)| *amount > 0) {
                *whole.entry(purse).or_default() += amount;
            }
        }
        assert_eq!(totals(&[], "money"), whole, "{year}");
        assert_eq!(totals(&["--by", "kind"], "groups"), whole, "{year}");
    }
    let groups = |args: &[&str]| {
        let report = asked(&[&["summarize", "--by", "year"], args].concat());
        let rows = rows(&report, "groups").into_iter().filter(|row| row.get("year").is_some());
        let mut found = BTreeMap::new();
        for row in rows {
            let year = row["year"].as_i64().expect("a year");
            assert_eq!(row["sheets"], touched[&year], "{year}");
            found.extend(
                told([&row]).into_iter().map(|(purse, money)| ((year, purse), money.total)),
            );
        }
        found
    };
    assert_eq!(groups(&[]), first);
    spread.retain(|_, amount| *amount > 0);
    let mut found = groups(&["--spread"]);
    found.retain(|_, amount| *amount > 0);
    assert_eq!(found, spread);
}

fn rows_of(sheet: &Value, key: &str) -> Vec<i64> {
    sheet[key].as_array().into_iter().flatten().filter_map(Value::as_i64).collect()
}

#[test]
fn two_keys_make_the_table_of_their_pairs() {
    let sheets = sheets(&[]);
    for (args, one, other, with) in [
        (vec!["--by", "tool,outcome"], "tools", "outcome.level", "outcome.level"),
        (vec!["--by", "team", "--with", "team"], "team", "team", "with"),
    ] {
        let mut expected: BTreeMap<(Option<String>, Option<String>), u64> = BTreeMap::new();
        let said = |sheet: &Value, path: &str| {
            let values: Vec<Option<String>> = values(sheet, path).into_iter().map(Some).collect();
            if values.is_empty() { vec![None] } else { values }
        };
        for sheet in &sheets {
            for first in said(sheet, one) {
                for second in said(sheet, other) {
                    if one != other || (first != second && first.is_some()) {
                        *expected.entry((first.clone(), second)).or_default() += 1;
                    }
                }
            }
        }
        let report = asked(&[&["summarize"], args.as_slice()].concat());
        let pair = |row: Value| {
            let value = |path: &str| values(&row, path).into_iter().next();
            ((value(one), value(with)), row["sheets"].as_u64().expect("a count"))
        };
        let found: BTreeMap<_, _> = rows(&report, "pairs").into_iter().map(pair).collect();
        assert_eq!(found, expected, "{args:?}");
    }
}

#[test]
fn facets_follow_the_query() {
    let paths = [
        "status",
        "year",
        "territory.kind",
        "territory.name",
        "commissioners",
        "team",
        "tools",
        "outcome.level",
    ];
    for query in [vec![], vec!["year:2023"], vec!["-outcome:failed", "cost>=5000"]] {
        let sheets = sheets(&query);
        let args = [&["facets", "--limit", "99"], query.as_slice()].concat();
        let facets = rows(&asked(&args), "facets");
        for path in paths {
            let of_key = facets.iter().filter(|row| row["key"] == path);
            let found = of_key.map(|row| {
                let value = values(row, "value").into_iter().next();
                (value, row["sheets"].as_u64().expect("a count") as usize)
            });
            assert_eq!(
                found.collect::<BTreeMap<_, _>>(),
                counts(&sheets, path),
                "{query:?} {path}"
            );
        }
        for (key, number) in
            [("cost", "cost.amount"), ("territory.population", "territory.population")]
        {
            for row in facets.iter().filter(|row| row["key"] == key) {
                let Some(range) = row.get("value") else {
                    continue;
                };
                let within = |sheet: &&Value| {
                    let value = number.split('.').fold(*sheet, |value, key| &value[key]).as_f64();
                    let currency = sheet["cost"]["currency"].as_str().unwrap_or("EUR");
                    let ends = ["from", "to"].map(|end| range[end].as_f64());
                    value.is_some_and(|value| {
                        ends[0].is_none_or(|from| from <= value)
                            && ends[1].is_none_or(|to| value < to)
                            && range["currency"].as_str().is_none_or(|wanted| wanted == currency)
                    })
                };
                let count = sheets.iter().filter(within).count();
                assert_eq!(row["sheets"], count, "{query:?} {range}");
            }
        }
    }
}

#[test]
fn a_brief_tells_what_its_sheets_hold() {
    let all = sheets(&[]);
    for about in ["marche-de-nuit-2023", "un forum ouvert au bord de la rivière", "Val-Perdu"] {
        let report = asked(&["brief", about]);
        let close = rows(&report, "sheets");
        assert!(!close.is_empty() && close.iter().all(|row| row["id"] != about), "{about}");
        let find = |id: &Value| all.iter().find(|sheet| sheet["id"] == *id).expect("a sheet");
        let sources: Vec<&Value> = close.iter().map(|row| find(&row["id"])).collect();
        for (row, sheet) in close.iter().zip(&sources) {
            for key in ["year", "cost", "outcome"] {
                assert_eq!(row.get(key), sheet.get(key), "{about}");
            }
            assert!(row["why"].as_array().is_some_and(|why| !why.is_empty()), "{row}");
        }
        assert_eq!(told(&rows(&report, "prices")), purses(sources.iter().copied()), "{about}");
        for (key, kind) in [("worked", "nuggets"), ("difficult", "difficulties")] {
            for lesson in rows(&report, key) {
                let told = find(&lesson["id"])["lessons"][kind].as_array().cloned();
                let same = |one: &Value| {
                    let text = one.get("text").unwrap_or(one);
                    *text == lesson["text"] && one.get("do") == lesson.get("do")
                };
                assert!(told.is_some_and(|told| told.iter().any(same)), "{lesson:#}");
            }
        }
    }
}

#[test]
fn a_brief_knows_a_place_by_one_word_and_looks_into_lessons() {
    let why = |about: &str| {
        let close = rows(&asked(&["brief", about]), "sheets");
        close
            .iter()
            .flat_map(|row| row["why"].as_array().cloned().unwrap_or_default())
            .map(|why| why.to_string())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(rows(&asked(&["brief", "Trifouilly"]), "sheets").len(), 4);
    assert!(why("des affiches").contains("affiches"));
    let context = why("un atelier pour les adolescents du quartier");
    assert!(context.contains("adolescents") && context.contains("neighbourhood"), "{context}");
    assert!(!why("a market with the kids").contains("\"the\""));
    assert!(!rows(&asked(&["brief", "a neighbourhood and its young people"]), "sheets").is_empty());
}

#[test]
fn a_list_in_groups_has_the_sheets_and_the_sums_of_each() {
    let report = asked(&["list", "--group-by", "kind", "--totals", "--columns", "id,cost"]);
    let all = sheets(&[]);
    let listed = rows(&report, "sheets");
    assert_eq!(listed.len(), all.len());
    for row in &listed {
        let sheet = all.iter().find(|sheet| sheet["id"] == row["id"]).expect("a sheet");
        assert_eq!(row["group"], sheet["territory"]["kind"]);
    }
    let totals = rows(&report, "totals");
    let (of_kinds, of_all): (Vec<&Value>, Vec<&Value>) =
        totals.iter().partition(|row| row.get("group").is_some());
    assert_eq!(told(of_all), purses(&all));
    for kind in ["neighbourhood", "municipality", "intermunicipality", "department"] {
        let told = told(of_kinds.iter().filter(|row| row["group"] == kind).copied());
        assert_eq!(told, purses(all.iter().filter(|sheet| sheet["territory"]["kind"] == kind)));
        assert!(!told.is_empty(), "{kind}");
    }
    assert_eq!(report["schemaVersion"], json!(1));
}
