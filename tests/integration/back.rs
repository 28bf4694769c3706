//! Exports that come back: what was edited in them, and nothing else, goes into the sheets.

use std::fs;
use std::io::{Cursor, Read, Write};

use project_sheet::export::EXPORTS;
use project_sheet::sheet::fields;
use project_sheet::sheet::part::Need;
use serde_json::Value;

use crate::harness::{SMALL, Test};

/// Exports a collection into a file of its own folder.
fn exported(test: Test, name: &str, args: &[&str]) -> Test {
    let all = ["export", "-o", name].into_iter().chain(args.iter().copied());
    let answer = test.run_with(all);
    assert_eq!(answer.code, 0, "{answer:?}");
    test
}

/// Edits cells of a CSV file, each by the id of its line and the key of its column.
fn edit(test: &Test, name: &str, cells: &[(&str, &str, &str)]) {
    let path = test.path().join(name);
    let text = fs::read_to_string(&path).expect("the export");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().expect("a header").clone();
    let at = |key: &str| head.iter().position(|name| name == key).expect("a column");
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(&head).expect("text");
    for row in reader.records() {
        let row = row.expect("a line");
        let mut row: Vec<String> = row.iter().map(str::to_owned).collect();
        for (id, key, cell) in cells {
            if row[0] == *id {
                row[at(key)] = (*cell).to_owned();
            }
        }
        out.write_record(&row).expect("text");
    }
    fs::write(&path, out.into_inner().expect("text")).expect("it is written");
}

fn rows(test: &Test) -> Vec<Value> {
    let json = test.run_with(["list", "--columns", "all", "--format", "json"]).json();
    json["sheets"].as_array().expect("rows").clone()
}

/// The paths of the values that differ.
fn differences(one: &Value, other: &Value, path: &str, all: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            for (key, value) in one {
                differences(value, &other[key], &format!("{path}/{key}"), all);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (at, (one, other)) in one.iter().zip(other).enumerate() {
                differences(one, other, &format!("{path}/{at}"), all);
            }
        }
        _ if one != other => all.push(path.to_owned()),
        _ => {}
    }
}

#[test]
fn what_nobody_edited_changes_nothing() {
    let full = "title: =1+1\nterritory: {name: T, latitude: -45.50, longitude: 3.123, insee: '01160'}\n\
        visibility: public\ncost: 34 522€ (estimé) 50% subvention ; 50% dons\n\
        commissioners: [{name: M, contact: C, siret: '26780000000011', x-a: b}]\n\
        dates: {start: 2023-05, end: '2023-21', duration: 9 mois}\neffort: 3 jours\n\
        team: [Alix, {name: 'Petit; Sam', role: animation, x-age: 30}]\ntools: [forum, 'a; b', 'dire \"c\"']\n\
        lessons:\n  nuggets: [{text: \"Un\\n\\nDeux\", do: '+ faire', tools: [x, 'y; z']}, Trois]\n  \
        words: ['Alix : bravo']\n  difficulties: [{text: D, visibility: private}, E]\n\
        documents: [{title: Bilan, url: 'https://e.org/a_b'}]\nextra: {Vieux: [1, 2]}\nx-a: {b: 1}\n";
    let full = full.replace("title: =1+1", "title: '=1+1'");
    let controls = format!(
        "{SMALL}summary: \"un\\rdeux\\u0007 trois\\r\\nquatre\\u2028cinq\"\ntools: [\"a\\tb\", 'c; d']\n\
         lessons: {{nuggets: [\"a\\tb\\rc\", {{text: \"\\t- d\", do: \"e\\u0085f\"}}]}}\nmembers: [\"X\\tY\"]\n"
    );
    let thousandths = format!("{SMALL}cost: {{amount: 1.125, tax: HT}}\n");
    for audience in ["--all", "--members", "--public"] {
        for (name, dialect) in
            [("a.csv", "standard"), ("b.csv", "excel-fr"), ("c.ndjson", ""), ("d.xlsx", "")]
        {
            for test in [
                Test::copy_of_cooperative(),
                Test::new()
                    .sheet("plein", &full)
                    .sheet("un", &thousandths)
                    .sheet("deux", &controls),
            ] {
                let dialect = if dialect.is_empty() { vec![] } else { vec!["--dialect", dialect] };
                let test = exported(test, name, &[vec![audience], dialect].concat());
                let before = rows(&test);
                let answer = test.run_with(["import", name, "--write"]);
                assert_eq!(answer.code, 0, "{audience} {name}: {answer:?}");
                assert!(
                    answer.stderr.contains("rien n'a été") || answer.stderr.contains("nothing was"),
                    "{answer:?}"
                );
                assert!(!answer.stderr.contains("not taken"), "{audience} {name}: {answer:?}");
                assert!(!answer.stderr.contains("non repris"), "{audience} {name}: {answer:?}");
                assert_eq!(rows(&test), before, "{audience} {name}");
            }
        }
    }
}

#[test]
fn three_edited_cells_are_three_changes() {
    let test = exported(Test::copy_of_cooperative(), "fiches.csv", &[]);
    let before = rows(&test);
    let id = "marche-de-nuit-2023";
    edit(
        &test,
        "fiches.csv",
        &[
            (id, "summary", "Un marché le soir."),
            (id, "dates.end", "31 décembre 2023"),
            ("charte-du-voisinage-2023", "cost.amount", "7300.50"),
        ],
    );
    let shown = test.run_with(["import", "fiches.csv"]);
    assert_eq!(shown.code, 0, "{shown:?}");
    assert_eq!(rows(&test), before, "shown first");
    let written = test.run_with(["import", "fiches.csv", "--write"]);
    assert_eq!(written.code, 0, "{written:?}");
    let after = rows(&test);
    let mut changed = Vec::new();
    before.iter().zip(&after).for_each(|(one, other)| {
        let stored = |row: &Value| {
            let mut row = row.clone();
            // What follows from the dates is no cell of its own.
            for key in ["first", "last", "duration", "derived"] {
                row["dates"][key] = Value::Null;
            }
            for key in ["year", "text", "status"] {
                row[key] = Value::Null;
            }
            row
        };
        differences(&stored(one), &stored(other), one["id"].as_str().expect("an id"), &mut changed);
    });
    changed.sort();
    assert_eq!(
        changed,
        [
            "charte-du-voisinage-2023/cost/amount",
            "marche-de-nuit-2023/dates/end",
            "marche-de-nuit-2023/summary"
        ]
    );
    let again = test.run_with(["import", "fiches.csv", "--write"]);
    assert_eq!(again.code, 0, "what is there is no edit: {again:?}");
    assert_eq!(rows(&test), after);
}

/// A packed file in which some texts are others; what follows from a value stands there, too.
fn rewritten(bytes: &[u8], texts: &[(&str, &str)]) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).expect("a packed file");
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut found = 0;
    for at in 0..old.len() {
        let mut member = old.by_index(at).expect("a member");
        let name = member.name().expect("a name").into_owned();
        let mut text = String::new();
        member.read_to_string(&mut text).expect("XML");
        for (from, to) in texts {
            found += text.matches(from).count();
            text = text.replace(from, to);
        }
        new.start_file(name, zip::write::SimpleFileOptions::default()).expect("a member");
        new.write_all(text.as_bytes()).expect("its bytes");
    }
    assert!(found >= texts.len());
    new.finish().expect("a file").into_inner()
}

#[test]
fn three_edited_cells_of_a_workbook_are_three_changes() {
    let sheet = "title: Bal\nterritory: {name: T, insee: '01160'}\nsummary: Danser\n\
        cost: {amount: 7213, tax: HT, estimated: true}\ndates: {start: 2023-03-01, end: 2023-06}\n\
        tools: [forum, 'a; b']\n";
    let test = exported(Test::new().sheet("un", sheet).sheet("deux", SMALL), "a.xlsx", &["--all"]);
    let bytes = fs::read(test.path().join("a.xlsx")).expect("the export");
    // The day is the number of days since the last of 1899.
    let edits = [(">Danser<", ">Chanter<"), (">7213<", ">7213.5<"), (">44986<", ">44987<")];
    let test = test.file("a.xlsx", rewritten(&bytes, &edits));
    let answer = test.run_with(["import", "a.xlsx", "--format", "json"]).json();
    let changes = answer["changes"].as_array().expect("a list").iter();
    let changes: Vec<(&str, String)> = changes
        .map(|change| (change["key"].as_str().expect("a key"), change["after"].to_string()))
        .collect();
    for (key, value) in [("summary", "Chanter"), ("cost", "7213.5"), ("dates.start", "2023-03-02")]
    {
        let is_made = |(known, after): &(&str, String)| *known == key && after.contains(value);
        assert!(changes.iter().any(is_made), "{key}: {changes:?}");
    }
    assert_eq!(changes.len(), 3, "{changes:?}");
}

#[test]
fn edited_cells_of_every_tab_come_back() {
    let sheet = "title: Bal\nterritory: {name: T}\nsummary: Danser\nteam: [Ida, Tom]\n\
        lessons:\n  nuggets: [{text: Dire merci, do: Passer}, Finir tôt]\n  words: [{from: Ida, text: bravo}]\n\
        documents: [{title: Bilan, file: bilan.pdf}]\n";
    let test = exported(Test::new().sheet("un", sheet), "a.xlsx", &["--all"]);
    let bytes = fs::read(test.path().join("a.xlsx")).expect("the export");
    let edits = [
        (">Danser<", ">Chanter<"),
        (">Dire merci<", ">Dire merci deux fois<"),
        (">Bilan<", ">Bilan final<"),
        (">bravo<", ">bravo à vous<"),
    ];
    let test = test.file("a.xlsx", rewritten(&bytes, &edits));
    let answer = test.run_with(["import", "a.xlsx", "--write"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let text = fs::read_to_string(test.path().join("projects/un.yaml")).expect("the sheet");
    let expected = edits.iter().fold(sheet.to_owned(), |text, (from, to)| {
        text.replace(from.trim_matches(['<', '>']), to.trim_matches(['<', '>']))
    });
    assert_eq!(text, expected);
    // What is no line of the export is told: here a list has another key.
    let test = test.file("b.xlsx", rewritten(&bytes, &[(">lessons.nuggets<", ">lessons.nugget<")]));
    let answer = test.run_with(["import", "b.xlsx"]);
    assert!(answer.stderr.contains("Lessons!3: not taken"), "{answer:?}");
}

/// Taken, refused or not understood: whoever edits a cell hears of it.
#[test]
fn an_edited_cell_of_any_column_is_answered() {
    let test = exported(Test::new().sheet("un", SMALL), "a.csv", &[]);
    let path = test.path().join("a.csv");
    let text = fs::read_to_string(&path).expect("the export");
    let head = text.lines().next().expect("a header");
    let unedited = test.run_with(["import", "a.csv"]);
    for key in head.split(',').filter(|key| !["id", "_rev"].contains(key)) {
        fs::write(&path, &text).expect("it is written");
        edit(&test, "a.csv", &[("un", key, "24")]);
        let answer = test.run_with(["import", "a.csv"]);
        assert_ne!((&answer.stdout, &answer.stderr), (&unedited.stdout, &unedited.stderr), "{key}");
        let written = project_sheet::sheet::fields::written().any(|field| {
            key.strip_prefix(field.key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        });
        if !written || key.starts_with("source.") {
            assert!(answer.stderr.contains(&format!("not taken: {key};")), "{key}: {answer:?}");
        }
    }
}

/// Over every list whose items have parts.
#[test]
fn the_keys_of_the_user_s_own_stay_in_the_items_of_a_list_that_was_edited() {
    let mut tried = 0;
    for field in fields::written().filter(|field| field.shape.is_list()) {
        let parts = field.shape.parts();
        let Some(named) = parts.iter().find(|part| part.need == Need::Always).or(parts.first())
        else {
            continue;
        };
        let more = if field.key == "cost.shares" { ", percent: 50" } else { "" };
        let item = |name: &str, own: &str| format!("{{{}: {name}{more}, x-own: {own}}}", named.key);
        let value = format!("[{}, {}]", item("Alix Petit", "un"), item("Sam Roy", "deux"));
        let lines = match field.key.split_once('.') {
            Some((group, key)) => format!("{group}:\n  {key}: {value}\n"),
            None => format!("{}: {value}\n", field.key),
        };
        let test = Test::new().sheet("a", format!("{SMALL}{lines}"));
        let test = exported(test, "a.csv", &["--all"]);
        let key = format!("{}.{}", field.key, named.key);
        edit(&test, "a.csv", &[("a", &key, "Alix Petit; Sam Roux")]);
        let answer = test.run_with(["import", "a.csv", "--write"]);
        assert_eq!(answer.code, 0, "{key}: {answer:?}");
        let after = fs::read_to_string(test.path().join("projects/a.yaml")).expect("the sheet");
        assert!(after.contains("Sam Roux"), "{key}: {after}");
        for own in ["x-own: un", "x-own: deux"] {
            assert!(after.contains(own), "{key}: {after}");
        }
        tried += 1;
    }
    assert!(tried > 7, "{tried}");
}

#[test]
fn columns_that_were_taken_out_change_nothing() {
    let sheet =
        format!("{SMALL}lessons:\n  nuggets: [{{text: Un, do: Faire, tools: [x]}}, Deux]\n");
    let test = exported(Test::new().sheet("un", &sheet), "a.csv", &["--all"]);
    let text = fs::read_to_string(test.path().join("a.csv")).expect("the export");
    let rev = text.lines().nth(1).expect("a line").split(',').nth(1).expect("a digest");
    let test = test
        .file("b.csv", format!("_rev;id;lessons.nuggets.text;À voir\n{rev};un;\"Uns; Deux\";x\n"));
    let answer = test.run_with(["import", "b.csv", "--write"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let after = fs::read_to_string(test.path().join("projects/un.yaml")).expect("the sheet");
    assert_eq!(after, sheet.replace("text: Un", "text: Uns"));
    assert!(
        answer.stderr.contains("a sheet has no key `À voir`"),
        "what is new is told: {answer:?}"
    );
}

#[test]
fn a_line_of_another_length_than_the_first_is_refused_with_its_file() {
    for line in ["un,all-1\n", "un,all-1,Bal,X\n", "un,all-1,\"Bal\n"] {
        let test = Test::new().sheet("un", SMALL).file("a.csv", format!("id,_rev,title\n{line}"));
        let answer = test.run_with(["import", "a.csv"]);
        assert_eq!(answer.code, 1, "{line}: {answer:?}");
        assert!(answer.stderr.contains("broken-export"), "{line}: {answer:?}");
    }
}

#[test]
fn what_an_export_left_out_is_never_removed() {
    let sheet = "title: A\nterritory: {name: T}\nvisibility: public\n\
        commissioners:\n  - name: Mairie\n    contact: Zoé\n    x-a: b\n\
        lessons:\n  nuggets:\n    - Un  # un commentaire\n    - text: secret\n      visibility: private\n    - Deux\n";
    let test = exported(Test::new().sheet("un", sheet), "a.csv", &["--public"]);
    edit(
        &test,
        "a.csv",
        &[
            ("un", "lessons.nuggets.text", "Un; Deux et demi"),
            ("un", "commissioners.name", "Ville"),
        ],
    );
    let answer = test.run_with(["import", "a.csv", "--write"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let text = fs::read_to_string(test.path().join("projects/un.yaml")).expect("the sheet");
    let expected = sheet.replace("Mairie", "Ville").replace("- Deux", "- Deux et demi");
    assert_eq!(text, expected);
    // One line more, and one line less.
    let test = exported(Test::new().sheet("un", sheet), "a.csv", &["--public"]);
    edit(
        &test,
        "a.csv",
        &[("un", "lessons.nuggets.text", "Deux; Trois"), ("un", "lessons.nuggets.do", "; Faire")],
    );
    assert_eq!(test.run_with(["import", "a.csv", "--write"]).code, 0);
    let nuggets = rows(&test)[0]["lessons"]["nuggets"].clone();
    let texts: Vec<&str> =
        nuggets.as_array().expect("a list").iter().filter_map(|one| one["text"].as_str()).collect();
    assert_eq!(texts, ["secret", "Deux", "Trois"]);
    assert_eq!(nuggets[2]["do"], "Faire");
}

#[test]
fn a_sheet_that_has_changed_since_is_a_conflict_where_cells_differ() {
    let test = exported(Test::new().sheet("un", SMALL).sheet("deux", SMALL), "a.csv", &[]);
    edit(&test, "a.csv", &[("un", "summary", "de là"), ("deux", "summary", "aussi")]);
    assert_eq!(test.run_with(["set", "un", "tools=forum"]).code, 0);
    let answer = test.run_with(["import", "a.csv", "--write"]);
    assert_eq!(answer.code, 1, "{answer:?}");
    assert!(
        answer.stderr.contains("summary") && answer.stderr.contains("export again"),
        "{answer:?}"
    );
    let rows = rows(&test);
    assert_eq!((&rows[0]["summary"], &rows[1]["summary"]), (&"aussi".into(), &Value::Null));
}

#[test]
fn an_emptied_cell_empties_and_what_is_not_understood_is_told() {
    let sheet = format!("{SMALL}summary: S\ntools: [a, b]\ncost: {{amount: 900, tax: HT}}\n");
    let test = exported(Test::new().sheet("un", &sheet).sheet("deux", &sheet), "a.csv", &[]);
    edit(
        &test,
        "a.csv",
        &[
            ("un", "summary", ""),
            ("un", "tools", ""),
            ("un", "cost.tax", ""),
            ("deux", "dates.start", "jamais"),
        ],
    );
    let answer = test.run_with(["import", "a.csv", "--write"]);
    assert_eq!(answer.code, 1, "{answer:?}");
    assert!(
        answer.stderr.contains("dates.start") && answer.stderr.contains("jamais"),
        "{answer:?}"
    );
    let text = fs::read_to_string(test.path().join("projects/un.yaml")).expect("the sheet");
    assert_eq!(text, format!("{SMALL}cost: {{amount: 900}}\n"));
    assert_eq!(
        fs::read_to_string(test.path().join("projects/deux.yaml")).expect("the sheet"),
        sheet
    );
}

#[test]
fn a_sheet_keeps_its_title_and_a_mark_before_three_digits_is_no_decimal_sign() {
    let sheet = format!("{SMALL}cost: {{amount: 900, tax: HT}}\n");
    let test = exported(Test::new().sheet("un", &sheet).sheet("deux", &sheet), "a.csv", &[]);
    edit(&test, "a.csv", &[("un", "title", ""), ("deux", "cost.amount", "9.500")]);
    let answer = test.run_with(["import", "a.csv", "--write"]);
    assert_eq!(answer.code, 1, "{answer:?}");
    assert!(answer.stderr.contains("un: title must not be empty"), "{answer:?}");
    assert!(answer.stderr.contains("deux: cost.amount was not understood: 9.500"), "{answer:?}");
    let rows = rows(&test);
    assert_eq!(
        (&rows[1]["title"], &rows[0]["cost"]["amount"]),
        (&"Forum ouvert".into(), &900.into())
    );
}

/// A line that says nothing, an item that cannot be read, comments.
#[test]
fn what_stands_between_the_values_of_a_list_stays() {
    let sheet = format!(
        "{SMALL}team:\n  - Ana Roy  # en juin\n  - [x]\n  # appeler le matin\n  - Bo Petit\n\
         tools:\n  - forum\n  -\n  - balade  # à pied\n"
    );
    for (key, cell, from, to) in [
        ("team.name", "Ana Roy; Bo Petitot", "Bo Petit", "Bo Petitot"),
        ("team.name", "Ana Royer; Bo Petit", "Ana Roy", "Ana Royer"),
        ("tools", "forum; balades", "balade ", "balades "),
        ("tools", "forum; balade; frise", "à pied\n", "à pied\n  - frise\n"),
    ] {
        let test = exported(Test::new().sheet("un", &sheet), "a.csv", &["--all"]);
        edit(&test, "a.csv", &[("un", key, cell)]);
        let answer = test.run_with(["import", "a.csv", "--write"]);
        assert_eq!(answer.code, 0, "{cell}: {answer:?}");
        let after = fs::read_to_string(test.path().join("projects/un.yaml")).expect("the sheet");
        assert_eq!(after, sheet.replacen(from, to, 1), "{cell}");
    }
}

#[test]
fn a_cell_is_taken_whole_or_not_at_all() {
    let sheet = format!(
        "{SMALL}  population: 1200\ndates: {{start: 2022-01-01, duration: 9 months}}\nreviewed: 2025-01-01\n\
         description:\n  moments: [{{date: 2023-01, what: Pluie}}]\n"
    );
    for (key, cell) in [
        ("dates.duration", "10 months (suspendu)"),
        ("dates.start", "2022-02-01 (à confirmer)"),
        ("dates.start", "2022-01-01 (à confirmer)"),
        ("territory.population", "1300 (source INSEE)"),
        ("territory.population", "1200 (source INSEE)"),
        ("reviewed", "2025-01-02 par Lou"),
        ("description.moments.date", "2023-01 ou 02"),
    ] {
        let test = exported(Test::new().sheet("un", &sheet), "a.csv", &["--all"]);
        edit(&test, "a.csv", &[("un", key, cell)]);
        let answer = test.run_with(["import", "a.csv", "--write"]);
        assert_eq!(answer.code, 1, "{key}: {cell}: {answer:?}");
        assert!(answer.stderr.contains(key) && answer.stderr.contains(&cell[..8]), "{answer:?}");
        let after = fs::read_to_string(test.path().join("projects/un.yaml")).expect("the sheet");
        assert_eq!(after, sheet, "{key}: {cell}");
    }
}

#[test]
fn of_several_lines_of_one_sheet_none_is_taken() {
    let test = exported(Test::new().sheet("un", SMALL), "a.csv", &[]);
    let path = test.path().join("a.csv");
    let text = fs::read_to_string(&path).expect("the export");
    let line = text.lines().nth(1).expect("a line").replace("Forum ouvert", "Autre");
    fs::write(&path, format!("{text}{line}\n")).expect("it is written");
    let answer = test.run_with(["import", "a.csv", "--write"]);
    assert_eq!(answer.code, 1, "{answer:?}");
    assert!(answer.stderr.contains("un: 2 lines of the file"), "{answer:?}");
    assert_eq!(rows(&test)[0]["title"], "Forum ouvert");
}

#[test]
fn short_forms_in_an_object_are_read_as_in_a_sheet() {
    let sheet = format!("{SMALL}cost: 900 € HT\nteam: [Alix Durand]\n");
    for format in ["ndjson", "json"] {
        let test = Test::new().sheet("un", &sheet);
        let test = exported(test, "a.json", &["--format", format]);
        let path = test.path().join("a.json");
        let text = fs::read_to_string(&path).expect("the export");
        let mut all: Value = serde_json::from_str(text.trim()).expect("an object");
        let row = if format == "json" { &mut all["sheets"][0] } else { &mut all };
        row["cost"] = "9 500 € HT".into();
        row["team"] = serde_json::json!(["Alix Durand", "Sam Petit"]);
        row["dates"] = "mars 2023".into();
        row["territory"] = serde_json::json!({"kind": "commune"});
        fs::write(&path, format!("{all}\n")).expect("it is written");
        let answer = test.run_with(["import", "a.json", "--write"]);
        assert_eq!(answer.code, 0, "{answer:?}");
        let after = &rows(&test)[0];
        assert_eq!(after["cost"]["amount"], 9500);
        assert_eq!(after["dates"]["start"], "2023-03");
        assert_eq!(after["territory"]["name"], "Trifouilly", "what is not there came not back");
        assert_eq!(after["territory"]["kind"], "municipality");
        assert_eq!(after["team"][1]["name"], "Sam Petit");
    }
}

#[test]
fn what_comes_back_to_a_sheet_that_cannot_be_read_says_why() {
    let test = exported(Test::new().sheet("un", format!("{SMALL}summary: S\n")), "a.csv", &[]);
    edit(&test, "a.csv", &[("un", "summary", "autre")]);
    let test = test.file("b.yaml", "id: un\nsummary: autre\n_seen:\n  summary: x\n");
    fs::write(test.path().join("projects/un.yaml"), "title: [\n").expect("it is written");
    for name in ["a.csv", "b.yaml"] {
        let answer = test.run_with(["import", name, "--write"]);
        assert_eq!(answer.code, 1, "{name}: {answer:?}");
        assert!(answer.stderr.contains("projects/un.yaml:1"), "{name}: {answer:?}");
    }
}

#[test]
fn an_export_that_does_not_come_back_says_what_does() {
    for form in EXPORTS {
        let name = format!("a.{}", form.extension);
        let test = Test::new().sheet("un", SMALL);
        let test = exported(test, &name, &["--all", "--format", form.name]);
        let answer = test.run_with(["import", &name]);
        let is_refused = answer.stderr.contains("not-importable");
        assert_eq!(is_refused, !form.comes_back, "{}: {answer:?}", form.name);
        assert_eq!(answer.code, i32::from(is_refused), "{}: {answer:?}", form.name);
        for back in EXPORTS.iter().filter(|back| is_refused && back.comes_back) {
            assert!(answer.stderr.contains(back.name), "{}: {answer:?}", form.name);
        }
    }
}

#[test]
fn a_workbook_without_its_keys_is_no_stranger_s_table() {
    let test = exported(Test::new().sheet("un", SMALL), "a.xlsx", &["--all"]);
    let bytes = fs::read(test.path().join("a.xlsx")).expect("the export");
    let test = test.file("a.xlsx", rewritten(&bytes, &[(">_rev<", "><")]));
    let answer = test.run_with(["import", "a.xlsx"]);
    assert!(answer.code == 1 && answer.stderr.contains("broken-export"), "{answer:?}");
    let named = test.run_with(["import", "a.xlsx", "--from", "spreadsheet"]);
    assert_eq!(named.code, 0, "{named:?}");
}

/// Of whatever sort a file is, `--check` says no before it is imported and yes behind.
#[test]
fn a_check_compares_every_sort_of_file() {
    let test = Test::new().sheet("un", SMALL).sheet("deux", SMALL);
    let test = exported(exported(test, "a.csv", &["id:un"]), "b.ndjson", &["id:deux"]);
    let test = exported(test, "c.xlsx", &[]);
    edit(&test, "a.csv", &[("un", "summary", "Un tour")]);
    let rows = fs::read_to_string(test.path().join("b.ndjson")).expect("the export");
    let rows = rows.replace("\"address\":null", "\"address\":\"12 rue du Pré\"");
    let test = test
        .file("b.ndjson", rows)
        .file("table.csv", "Titre;Commune\nLe four;Vercombe\n")
        .file("reply.txt", "Un atelier de plus.\n> [sheet un lessons.nuggets]\n")
        .file("page.txt", "Titre : Le pré\nTerritoire : Vercombe\nDurée : 9 mois\n")
        .file("new.yaml", "title: Le puits\nterritory:\n  name: Vercombe\n");
    assert_eq!(test.run_with(["import", "c.xlsx", "--check"]).code, 0);
    let settled = test.run_with(["import", "c.xlsx", "--prefer", "theirs"]);
    assert!(settled.code == 2 && settled.stderr.contains("--prefer"), "{settled:?}");
    for name in ["a.csv", "b.ndjson", "table.csv", "reply.txt", "page.txt", "new.yaml"] {
        let check = || test.run_with(["import", name, "--check"]);
        let before = check();
        assert_eq!(before.code, 1, "{name}: {before:?}");
        let written = test.run_with(["import", name, "--write"]);
        assert_eq!(written.code, 0, "{name}: {written:?}");
        let behind = check();
        assert_eq!(behind.code, 0, "{name}: {behind:?}");
    }
}

/// What a program adds to an object and no sheet has is named, however deep it stands.
#[test]
fn what_no_sheet_has_is_told() {
    let own = "x-note: a\nteam:\n  - name: Sam\n    x-badge: 42\n";
    let test = exported(Test::new().sheet("un", format!("{SMALL}{own}")), "a.ndjson", &["--all"]);
    let same = test.run_with(["import", "a.ndjson"]);
    assert!(same.code == 0 && !same.stderr.contains("a.ndjson"), "{same:?}");
    let path = test.path().join("a.ndjson");
    let mut row: Value =
        serde_json::from_str(&fs::read_to_string(&path).expect("the export")).expect("JSON");
    row["remarks"] = "un".into();
    row["territory"]["deep"] = "deux".into();
    row["lessons"]["nuggets"] = serde_json::json!([{"text": "Neuf.", "foo": "trois"}]);
    fs::write(&path, row.to_string()).expect("it is written");
    let told = test.run_with(["import", "a.ndjson", "--lang", "en"]);
    for key in ["remarks", "territory.deep", "lessons.nuggets.foo"] {
        assert!(told.stderr.contains(&format!("no key `{key}`")), "{key}: {told:?}");
    }
    assert!(told.stdout.contains("Neuf."), "{told:?}");
}

/// Several names in one cell are several items, as they are wherever they are typed; what nobody
/// can tell apart is not taken.
#[test]
fn new_names_in_a_cell_are_read_as_they_are_typed() {
    let sheet = "title: A\nterritory: {name: T}\nteam: [Alix D., {name: 'Petit, Sam'}]\n\
                 tools: [forum]\n";
    let team = "Alix D.; Petit, Sam";
    for (column, cell, expected) in [
        ("team.name", "Alix D.; Petit, Sam; Noé G.", "Alix D.; Petit, Sam; Noé G."),
        ("team.name", "Alix D.; Petit, Sam; Noé, Zoé K.", "Alix D.; Petit, Sam; Noé; Zoé K."),
        ("team.name", "Alix D., Noé G.", "Alix D.; Noé G."),
        ("tools", "forum, carte, jury", "forum; carte; jury"),
        ("tools", "forum; carte, jury", "forum; carte; jury"),
        ("team.name", "Alix D.; Petit, Sam; Jean et les élus", team),
        ("team.role", "Animatrice; Facilitateur; Stagiaire", team),
        (
            "commissioners.name",
            "Ville de Perpète, Ville de Trifouilly",
            "Ville de Perpète; Ville de Trifouilly",
        ),
        ("participation.target", "jeunes, aînés", "jeunes; aînés"),
    ] {
        let test = exported(Test::new().sheet("a", sheet), "x.csv", &["--all"]);
        edit(&test, "x.csv", &[("a", column, cell)]);
        let answer = test.run_with(["import", "x.csv", "--write"]);
        assert_eq!(answer.code == 0, expected != team, "{cell}: {answer:?}");
        let column = if column == "team.role" { "team.name" } else { column };
        let after = test.run_with(["list", "--columns", column, "--format", "csv"]).stdout;
        let after = after.trim_end().split_once('\n').expect("a row").1;
        assert_eq!(after.trim_matches('"'), expected, "{answer:?}");
    }
}

/// A spreadsheet writes dates in its own way when it saves a table: nobody has edited them then,
/// and what is edited beside them is taken.
#[test]
fn dates_that_a_spreadsheet_has_rewritten_are_no_edits() {
    let sheet = "title: A\nterritory: {name: T}\ndates: {start: 2023-03-05, end: 2023-06}\n\
                 reviewed: 2023-07-01\n";
    let test = exported(Test::new().sheet("a", sheet), "x.csv", &["--all"]);
    edit(
        &test,
        "x.csv",
        &[
            ("a", "dates.start", "05/03/2023"),
            ("a", "dates.end", "juin-23"),
            ("a", "dates.first", "05/03/2023"),
            ("a", "dates.last", "30/06/2023"),
            ("a", "reviewed", "01/07/2023 00:00"),
        ],
    );
    let answer = test.run_with(["import", "x.csv", "--check", "--lang", "en"]);
    assert_eq!((answer.code, answer.stderr.as_str()), (0, "nothing was written\n"), "{answer:?}");
    edit(&test, "x.csv", &[("a", "title", "Autre")]);
    let answer = test.run_with(["import", "x.csv", "--write", "--lang", "en"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let text = fs::read_to_string(test.path().join("projects/a.yaml")).expect("the sheet");
    assert_eq!(text, sheet.replace("title: A", "title: Autre"));
}
