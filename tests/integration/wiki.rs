//! Exports of the wiki, in every shape of `tests/fixtures/exports/`: in once, and again.

use std::collections::BTreeSet;
use std::fs;

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::harness::{Answer, SMALL, Test, root};
use crate::pages::canonical;

fn export(name: &str) -> Vec<u8> {
    fs::read(root().join("tests/fixtures/exports").join(name)).expect("the export of the test")
}

/// A collection beside which these exports and their form are.
fn with(names: &[&str]) -> Test {
    let files = names.iter().chain([&"form.json"]);
    files.fold(Test::new(), |test, name| test.file(name, export(name)))
}

fn import(test: &Test, args: &[&str]) -> Answer {
    test.run_with(["import"].iter().chain(args))
}

/// What an export gives, as machines read it.
fn given(name: &str) -> Value {
    let test = with(&[name]);
    import(&test, &[name, "--form", "form.json", "--format", "json"]).json()
}

fn sheets(answer: &Value) -> Vec<String> {
    let sheets = answer["sheets"].as_array().expect("a list").iter();
    sheets.map(|sheet| canonical(sheet["yaml"].as_str().expect("a text"))).collect()
}

fn states(answer: &Answer) -> Vec<String> {
    let json = answer.json();
    let sheets = json["sheets"].as_array().expect("a list").iter();
    sheets.map(|sheet| sheet["state"].as_str().expect("a code").to_owned()).collect()
}

fn codes(answer: &Value) -> Vec<String> {
    let findings = answer["findings"].as_array().expect("a list").iter();
    findings.map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect()
}

fn sheet(test: &Test, id: &str) -> String {
    fs::read_to_string(test.path().join(format!("projects/{id}.yaml"))).expect("the sheet")
}

/// The sheet, as machines read it.
fn shown(test: &Test, id: &str) -> Value {
    test.run_with(["show", id, "--format", "json"]).json()["sheet"].clone()
}

#[test]
fn an_export_is_shown_before_anything_is_written() {
    let test = with(&["keyed.json"]);
    let answer = import(&test, &["keyed.json", "--form", "form.json", "--lang", "fr"]);
    insta::assert_snapshot!("wiki_keyed", answer.shown());
    assert_eq!(fs::read_dir(test.path().join("projects")).expect("the folder").count(), 0);
}

#[test]
fn every_shape_gives_the_same_sheets() {
    let keyed = sheets(&given("keyed.json"));
    assert_eq!(keyed.len(), 2);
    for shape in ["array.json", "rows.json", "new.json"] {
        assert_eq!(sheets(&given(shape)), keyed, "{shape}");
    }
    for shape in ["one.json", "map.geojson"] {
        assert_eq!(sheets(&given(shape)), keyed[..1], "{shape}");
    }
}

#[test]
fn what_the_wiki_says_becomes_plain_values() {
    let test = with(&["keyed.json", "old.json", "labels.csv", "excel.csv"]);
    let answer = import(&test, &["keyed.json", "--form", "form.json", "--write"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let bridge = shown(&test, "le-pont-les-rives");
    assert_eq!(bridge["title"], "Le pont & les rives");
    assert_eq!(bridge["tools"], json!(["Porte à porte", "Cercle, plénière"]));
    assert_eq!(bridge["partners"][0]["name"], "L'asso du Pont, et des rives");
    assert_eq!(bridge["status"], "done");
    assert_eq!(bridge["description"]["request"], "Relier les deux rives.\n\n- un bac\n- une fête");
    assert_eq!(bridge["territory"]["longitude"], 5.25);
    let other = shown(&test, "le-pont-les-rives-2");
    assert_eq!(other["tools"], json!(["Jeu \"Bascule\""]));
    assert_eq!(other["extra"]["Outils utilisés (codes)"], "zz");
    import(&test, &["old.json", "--form", "form.json", "--write"]);
    let spring = shown(&test, "la-source-de-l-oie");
    assert_eq!(spring["territory"]["latitude"], 44.5);
    assert_eq!(spring["cost"]["amount"], 1200.5);
    assert!(spring["dates"].is_null());
    let request = spring["description"]["request"].as_str().expect("a text");
    for (said, marks) in [
        ("manque", "**"),
        ("Le dossier (https://eau.example.org)", "[["),
        ("https://v.example.org/1", "iframe"),
        ("Plan (plan.pdf)", "{{"),
    ] {
        assert!(request.contains(said) && !request.contains(marks), "{request}");
    }
}

#[test]
fn a_table_with_labels_is_read_as_it_arrives() {
    let test = with(&["labels.csv"]);
    let answer = import(&test, &["labels.csv", "--write"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let bridge = shown(&test, "le-pont-les-rives");
    assert_eq!(bridge["cost"]["amount"], 4200);
    assert_eq!(bridge["tools"], json!(["Porte à porte", "Cercle, plénière"]));
    assert_eq!(bridge["partners"][0]["name"], "L'asso du Pont, et des rives");
    assert_eq!(bridge["extra"]["Remarque"], "vu avec la mairie");
    assert_eq!(bridge["extra"]["Remarque 2"], "à relancer");
    let other = shown(&test, "la-petite-rive");
    assert_eq!(other["tools"], json!(["Jeu \"Bascule\""]));
    assert_eq!(other["description"]["request"], "chemin C:\\\"x\" et fin");
}

#[test]
fn passwords_are_kept_nowhere_and_that_is_told() {
    let test = with(&["labels.csv"]);
    let preview = import(&test, &["labels.csv", "--format", "json"]);
    let written = import(&test, &["labels.csv", "--write"]);
    assert!(codes(&preview.json()).contains(&"secret-left-out".to_owned()), "{preview:?}");
    assert!(written.stdout.contains("Mot de passe"), "{written:?}");
    let all = [
        sheet(&test, "le-pont-les-rives"),
        sheet(&test, "la-petite-rive"),
        preview.stdout,
        written.stdout,
    ];
    for digest in ["0cc175b9c0f1b6a831c399e269772661", "92eb5ffee6ae2fec3ad71c777531578f"] {
        assert!(all.iter().all(|text| !text.contains(digest)), "{digest}");
    }
}

#[test]
fn the_slips_of_the_wiki_and_of_spreadsheets_are_told() {
    for (name, expected) in [
        ("keyed.json", vec!["unknown-code", "export-without-rights"]),
        ("old.json", vec!["not-published"]),
        ("other-form.json", vec!["entry-of-other-form"]),
        ("labels.csv", vec!["copied-coordinate", "secret-left-out"]),
        ("excel.csv", vec!["spoilt-by-program", "bad-number"]),
    ] {
        let told = codes(&given(name));
        for code in expected {
            assert!(told.iter().any(|one| one == code), "{name}: {code} in {told:?}");
        }
    }
}

#[test]
fn what_an_entry_says_twice_in_two_ways_is_kept() {
    let entry = json!([{
        "id_fiche": "A", "tag": "A", "form_id": "5", "bf_titre": "Le four", "title": "Le vieux four",
        "geolocation": {"bf_latitude": "48.10", "bf_longitude": "-1.2"}, "carte_google": "47.5|-1.2",
        "bf_latitude": "48.1",
    }]);
    let test = Test::new().file("a.json", entry.to_string());
    let yaml =
        import(&test, &["a.json", "--format", "json"]).json()["sheets"][0]["yaml"].to_string();
    for text in ["title: Le four", "latitude: 48.1", "Le vieux four", "47.5|-1.2"] {
        assert!(yaml.contains(text), "{text}: {yaml}");
    }
    assert!(!yaml.contains("48.10"), "{yaml}");
}

#[test]
fn a_text_that_the_wiki_left_unresolved_is_told_wherever_it_goes() {
    let entry =
        |key: &str| json!([{"id_fiche": "A", "bf_titre": "A", key: "voir {{bazar id=\"4\"}}"}]);
    for (key, code) in [("bf_demande", "uncertain-value"), ("bf_divers", "uncertain-value")] {
        let test = Test::new().file("a.json", entry(key).to_string());
        let answer = import(&test, &["a.json", "--format", "json"]).json();
        assert!(codes(&answer).iter().any(|one| one == code), "{key}: {answer}");
    }
}

#[test]
fn a_second_import_changes_what_changed_there_alone() {
    let test = with(&["array.json"]);
    let args = ["array.json", "--form", "form.json", "--format", "json"];
    let write = [args.as_slice(), &["--write"]].concat();
    assert_eq!(states(&import(&test, &write)), ["written", "written"]);
    let before = sheet(&test, "le-pont-les-rives");
    assert_eq!(states(&import(&test, &write)), ["same", "same"]);
    assert_eq!(sheet(&test, "le-pont-les-rives"), before);
    assert_eq!(import(&test, &[args.as_slice(), &["--check"]].concat()).code, 0);

    // There: the cost, and tools. Here: a comment, the territory, tools.
    let there = String::from_utf8(export("array.json")).expect("a text");
    let there = there.replace("4 200 \\u20ac TTC", "5 000 \\u20ac TTC").replace("\"a,b\"", "\"b\"");
    let here = before.replace("name: Trifouilly", "name: Trifouilly-le-Haut  # vérifié");
    let here = here.replace("  - Porte à porte\n", "  - Porte à porte\n  - Frise\n");
    let test = test.file("array.json", &there).sheet("le-pont-les-rives", &here);
    let check = import(&test, &[args.as_slice(), &["--check"]].concat());
    assert_eq!((check.code, states(&check)), (1, vec!["conflict".to_owned(), "same".to_owned()]));
    let changes = check.json()["changes"].clone();
    let outcomes: Vec<(&str, &str)> = changes
        .as_array()
        .expect("a list")
        .iter()
        .map(|row| (row["key"].as_str().expect("a key"), row["outcome"].as_str().expect("a code")))
        .collect();
    assert_eq!(outcomes, [("territory.name", "kept"), ("cost", "changed"), ("tools", "conflict")]);

    let answer = import(&test, &write);
    assert_eq!(answer.code, 1, "{answer:?}");
    let after = sheet(&test, "le-pont-les-rives");
    let expected = here.replace("amount: 4200", "amount: 5000");
    let body = |text: &str| text.split("source:").next().unwrap_or_default().to_owned();
    assert_eq!(body(&after), body(&expected), "the other bytes stay");
    // What was settled by hand stays settled.
    let ours = import(&test, &[write.as_slice(), &["--prefer", "ours"]].concat());
    assert_eq!(ours.code, 0, "{ours:?}");
    assert_eq!(states(&import(&test, &args)), ["same", "same"]);
    assert_eq!(body(&sheet(&test, "le-pont-les-rives")), body(&expected));
}

#[test]
fn theirs_is_taken_where_that_is_preferred() {
    let test = with(&["array.json"]);
    let write = ["array.json", "--form", "form.json", "--write"];
    import(&test, &write);
    let here = sheet(&test, "le-pont-les-rives").replace("amount: 4200", "amount: 1");
    let there = String::from_utf8(export("array.json")).expect("a text").replace("4 200", "5 000");
    let test = test.file("array.json", &there).sheet("le-pont-les-rives", here);
    assert_eq!(import(&test, &write).code, 1);
    let answer = import(&test, &[write.as_slice(), &["--prefer", "theirs"]].concat());
    assert_eq!(answer.code, 0, "{answer:?}");
    assert_eq!(shown(&test, "le-pont-les-rives")["cost"]["amount"], 5000);
}

#[test]
fn an_empty_value_empties_nothing_unless_that_is_accepted() {
    let test = with(&["array.json"]);
    let write = ["array.json", "--form", "form.json", "--write"];
    import(&test, &write);
    let there = String::from_utf8(export("array.json")).expect("a text");
    let there = there.replace("4 200 \\u20ac TTC", "").replace("\"Trifouilly\"", "\"\"");
    let test = test.file("array.json", there);
    let answer = import(&test, &write);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert_eq!(shown(&test, "le-pont-les-rives")["cost"]["amount"], 4200);
    let answer = import(&test, &[write.as_slice(), &["--accept-empty"]].concat());
    assert_eq!(answer.code, 0, "{answer:?}");
    let sheet = shown(&test, "le-pont-les-rives");
    assert!(sheet["cost"].is_null(), "{sheet}");
    assert_eq!(sheet["territory"]["name"], "Trifouilly", "a sheet is none without it");
}

#[test]
fn an_entry_stays_the_same_whatever_the_version_of_the_wiki() {
    let test = with(&["keyed.json", "new.json", "map.geojson"]);
    import(&test, &["keyed.json", "--form", "form.json", "--write"]);
    for name in ["new.json", "map.geojson"] {
        let answer = import(&test, &[name, "--form", "form.json", "--format", "json"]);
        assert!(states(&answer).iter().all(|state| state == "same"), "{name}: {answer:?}");
    }
}

#[test]
fn a_sheet_is_found_by_its_title_and_territory_where_there_is_no_id() {
    let test = with(&["labels.csv", "keyed.json"]);
    let csv = ["labels.csv", "--format", "json"];
    let write = [csv.as_slice(), &["--write"]].concat();
    assert_eq!(states(&import(&test, &write)), ["written", "written"]);
    assert_eq!(states(&import(&test, &csv)), ["same", "same"]);
    let twin = sheet(&test, "la-petite-rive");
    let test = test.sheet("twin", twin);
    let answer = import(&test, &write);
    assert_eq!(
        (answer.code, states(&answer)),
        (1, vec!["same".to_owned(), "ambiguous".to_owned()])
    );
    // A sheet that has no source yet is that of an entry only where somebody asks for it.
    let test = with(&["one.json"])
        .sheet("pont", "title: Le pont & les rives\nterritory:\n  name: Trifouilly\n");
    let one = ["one.json", "--form", "form.json", "--format", "json"];
    assert_eq!(states(&import(&test, &one)), ["new"]);
    let asked = [one.as_slice(), &["--match", "titre,territoire", "--write"]].concat();
    assert_eq!(states(&import(&test, &asked)), ["written"]);
    assert_eq!(shown(&test, "pont")["source"]["id"], "LePont");
    assert_eq!(states(&import(&test, &one)), ["same"]);
}

#[test]
fn a_sheet_of_another_wiki_is_another_sheet() {
    let test = with(&["one.json"]);
    let write = ["one.json", "--form", "form.json", "--write"];
    import(&test, &write);
    let other = String::from_utf8(export("one.json"))
        .expect("a text")
        .replace("wiki.example.org", "autre.example.org");
    let test = test.file("one.json", other);
    assert_eq!(import(&test, &write).code, 0);
    assert!(test.path().join("projects/le-pont-les-rives-2.yaml").is_file());
}

#[test]
fn what_has_gone_from_the_wiki_is_told_and_stays() {
    let test = with(&["keyed.json", "other-form.json"]);
    import(&test, &["keyed.json", "--form", "form.json", "--write"]);
    let args = ["other-form.json", "--form", "form.json", "--format", "json"];
    let answer = import(&test, &args);
    assert_eq!(answer.json()["gone"][0]["entry"], "LePont2");
    assert_eq!(answer.code, 0, "{answer:?}");
    assert_eq!(import(&test, &[args.as_slice(), &["--check"]].concat()).code, 1);
    assert!(sheet(&test, "le-pont-les-rives-2").contains("LePont2"));
}

#[test]
fn a_damaged_file_is_told_in_our_words() {
    const UNREADABLE: [&str; 2] = ["unreadable from here on", "illisible à partir d'ici"];
    const CUT_OFF: [&str; 2] = ["the file ends too early", "le fichier s'arrête trop tôt"];
    for (text, place, words) in [
        ("{\"a\": [1, 2", "1:11", CUT_OFF),
        ("{\"a\": \"b", "1:8", CUT_OFF),
        ("[{\"a\": \"b\"},\n]", "2:1", UNREADABLE),
        ("[{\"a\" \"b\"}]", "1:7", UNREADABLE),
        ("[{\"a\": nul}]", "1:11", UNREADABLE),
        ("[\"\\x\"]", "1:4", UNREADABLE),
    ] {
        let test = Test::new().file("a.json", text);
        for (lang, words) in ["en", "fr"].into_iter().zip(words) {
            let answer = import(&test, &["a.json", "--lang", lang]);
            let told = answer.stderr.lines().nth(4).unwrap_or_default();
            let told = told.rsplit(['\u{a0}', ':']).next().unwrap_or_default().trim();
            assert!(answer.stderr.contains(&format!("a.json:{place}")), "{text}: {answer:?}");
            assert_eq!(told, words, "{text}: {answer:?}");
        }
    }
}

#[test]
fn a_damaged_file_hinders_no_other() {
    let test = with(&["damaged.json", "keyed.json"]);
    let answer = import(&test, &["damaged.json", "keyed.json", "--form", "form.json", "--write"]);
    assert_eq!(answer.code, 1);
    assert!(
        answer.stderr.contains("damaged.json:1:") && answer.stderr.contains("not-a-wiki-export"),
        "{answer:?}"
    );
    assert!(sheet(&test, "le-pont-les-rives").contains("LePont"));
    let rows = "datetime_create,bf_titre,bf_lieu\n,Un,Oie\n,Deux,Oie,3,4\n,Trois,Oie\n";
    let test = Test::new().file("rows.csv", rows);
    let answer = import(&test, &["rows.csv", "--write"]);
    assert_eq!(answer.code, 1);
    assert!(
        answer.stdout.contains("rows.csv#3") && answer.stdout.contains("unreadable-row"),
        "{answer:?}"
    );
    for id in ["un", "trois"] {
        assert!(test.path().join(format!("projects/{id}.yaml")).is_file(), "{id}");
    }
}

#[test]
fn a_folder_is_read_with_the_form_that_is_in_it() {
    let page = fs::read(root().join("tests/fixtures/wiki/below.txt")).expect("a page");
    let test = Test::new()
        .file("in/form.json", export("form.json"))
        .file("in/a.json", export("keyed.json"))
        .file("in/b.csv", export("excel.csv"))
        .file("in/c.txt", page)
        .file("in/d.png", b"\x89PNG");
    let answer = import(&test, &["in", "--format", "json"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert_eq!(states(&answer), ["new"; 5]);
    assert!(
        answer.stdout.contains("Porte à porte") && answer.stderr.contains("d.png"),
        "{answer:?}"
    );
}

#[test]
fn every_title_gives_an_id_of_its_own() {
    let long = "mot ".repeat(80);
    let titles = ["Forum", "Forum", "???", "🦆", "../../x", "CON", long.as_str(), "FORUM", "Été"];
    let entry = |(index, title): (usize, &&str)| json!({"id_fiche": format!("Fiche{index}"), "bf_titre": title, "bf_lieu": "Oie"});
    let entries: Vec<Value> = titles.iter().enumerate().map(entry).collect();
    let test = Test::new().file("a.json", Value::from(entries).to_string());
    let answer = import(&test, &["a.json", "--write"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let files = fs::read_dir(test.path().join("projects")).expect("the folder");
    let names: Vec<String> = files
        .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(names.len(), titles.len(), "{names:?}");
    let mut written = String::new();
    for name in names {
        let id = name.strip_suffix(".yaml").expect("a sheet");
        assert!(project_sheet::value::id::parse(id).is_ok(), "{id}");
        let path = test.path().join("projects").join(&name);
        written += &fs::read_to_string(path).expect("a text");
    }
    assert!(written.contains("title: 🦆"), "{written}");
    assert_eq!(
        fs::read_dir(test.path()).expect("the folder").count(),
        3,
        "projects, a.json, .sheet"
    );
}

#[test]
fn columns_are_proposed_corrected_and_applied() {
    let test = with(&["keyed.json"]);
    let answer = import(
        &test,
        &["keyed.json", "--form", "form.json", "--write-map", "map.yaml", "--lang", "en"],
    );
    assert_eq!(answer.code, 0, "{answer:?}");
    let map = fs::read_to_string(test.path().join("map.yaml")).expect("the file");
    insta::assert_snapshot!("wiki_map", map);
    let told = ["keyed.json", "--form", "form.json", "--write-map", "-", "--lang", "en"];
    assert_eq!(import(&test, &told).stdout, map);
    assert!(!test.path().join("-").exists());
    let again = import(&test, &["keyed.json", "--write-map", "map.yaml"]);
    assert!(again.code == 1 && again.stderr.contains("already exists"), "{again:?}");
    let corrected = map
        .replace("bf_mots: extra", "bf_mots: participation.target")
        .replace("bf_prix: cost", "bf_prix: nothing");
    let test = test.file("map.yaml", corrected);
    let args = ["keyed.json", "--form", "form.json", "--map", "map.yaml", "--write"];
    assert_eq!(import(&test, &args).code, 0);
    let bridge = shown(&test, "le-pont-les-rives");
    assert_eq!(bridge["participation"]["target"], json!(["eau", "pont"]));
    assert!(bridge["cost"].is_null(), "{bridge}");
    let test = test.file("map.yaml", "columns:\n  BF_Prix: cost\n  bf_pris: nothing\n");
    let misspelt = import(&test, &args).stderr;
    assert!(misspelt.contains("do not have: bf_pris\n"), "{misspelt}");
    let test = test.file("map.yaml", "columns:\n  bf_prix: cots\n");
    let wrong = import(&test, &args);
    assert!(
        wrong.code == 2 && wrong.stderr.contains("map.yaml:2:12") && wrong.stderr.contains("cost"),
        "{wrong:?}"
    );
}

#[test]
fn a_value_moves_with_its_column_once_that_is_placed() {
    let test = with(&["keyed.json"]);
    let args = ["keyed.json", "--form", "form.json", "--format", "json", "--write"];
    assert_eq!(import(&test, &args).code, 0);
    let first = sheet(&test, "le-pont-les-rives");
    let (_, extra) = first.split_once("extra:\n").expect("what has no field");
    assert!(extra.contains("pont"), "{first}");
    let map = "columns:\n  bf_mots: participation.target\n";
    let test = test.file("map.yaml", map);
    let again = [args.as_slice(), &["--map", "map.yaml"]].concat();
    assert_eq!(import(&test, &again).code, 0);
    let bridge = shown(&test, "le-pont-les-rives");
    assert_eq!(bridge["participation"]["target"], json!(["eau", "pont"]));
    assert!(!bridge["extra"].to_string().contains("pont"), "{bridge}");
    assert!(!bridge["source"]["seen"].to_string().contains("pont"), "{bridge}");
    assert_eq!(states(&import(&test, &again))[0], "same");

    // What somebody has written there since is theirs.
    let edited = first.replace("pont", "ponton");
    let test = test.sheet("le-pont-les-rives", &edited);
    let answer = import(&test, &again);
    assert_eq!((answer.code, &*states(&answer)[0]), (1, "conflict"), "{answer:?}");
    assert_eq!(
        sheet(&test, "le-pont-les-rives").matches("ponton").count(),
        edited.matches("ponton").count()
    );
}

#[test]
fn the_collection_may_name_the_file_of_its_columns() {
    let test = with(&["keyed.json"])
        .file("map.yaml", "columns:\n  bf_mots: participation.target\n")
        .file("sheet.yaml", "mapping: map.yaml\n");
    let answer = import(&test, &["keyed.json", "--form", "form.json", "--write"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert_eq!(
        shown(&test, "le-pont-les-rives")["participation"]["target"],
        json!(["eau", "pont"])
    );
}

#[test]
fn what_cannot_be_changed_is_told_and_the_others_are_written() {
    let test = with(&["array.json"]);
    let write = ["array.json", "--form", "form.json", "--write"];
    import(&test, &write);
    let broken = sheet(&test, "le-pont-les-rives").replace("title:", "title: [");
    let there = String::from_utf8(export("array.json"))
        .expect("a text")
        .replace("Oie-sur-Rivi", "Bord-de-Rivi");
    let test =
        test.sheet("le-pont-les-rives", &broken).file("array.json", there).sheet("other", SMALL);
    let answer = import(&test, &write);
    assert_eq!(answer.code, 1, "a sheet could not be read: {answer:?}");
    assert_eq!(sheet(&test, "le-pont-les-rives"), broken, "it is never touched");
    let count = fs::read_dir(test.path().join("projects")).expect("the folder").count();
    assert_eq!(count, 3, "what cannot be read may be the sheet of an entry");
    assert_eq!(shown(&test, "le-pont-les-rives-2")["territory"]["name"], "Bord-de-Rivière");
}

/// The words of a text, without accents: letters and digits.
fn words(text: &str) -> Vec<String> {
    let folded = project_sheet::text::fold::name_key(text);
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    /// Each value of an export is in a sheet or in the report, whatever its column and its shape.
    #[test]
    fn no_value_of_an_export_is_lost(
        entries in proptest::collection::vec(
            proptest::collection::btree_map(
                prop_oneof![
                    Just("bf_lieu"), Just("bf_prix"), Just("bf_debut"), Just("bf_demande"), Just("bf_habitants"),
                    Just("bf_mots"), Just("checkboxListeOutils"), Just("listeListeX"), Just("bf_latitude"),
                    Just("bf_mail"), Just("bf_a.b"), Just("bf_equipe"), Just("fichierbf_doc"), Just("bf_statut"),
                ],
                prop_oneof![
                    "[A-Z][a-z]{3,8}( [a-z]{3,8}){0,3}", "[1-9][0-9]{0,4}", "<p>[a-z]{4,8}</p><x>[a-z]{4,8}</x>",
                    "[a-z]{4,8},[a-z]{4,8}", "- [a-z]{4,8}\n- [a-z]{4,8}", "[a-z]{4,6} <[a-z]{4,8}", "néant", "\"\"[a-z]{4,8}\"\"",
                ],
                1..8,
            ),
            1..6,
        )
    ) {
        let entries: Vec<Value> = entries.iter().enumerate().map(|(index, members)| {
            let mut entry = json!({"id_fiche": format!("Fiche{index}"), "bf_titre": format!("Titre {index}")});
            for (name, value) in members {
                entry[*name] = Value::from(value.as_str());
            }
            entry
        }).collect();
        let json = Value::from(entries.clone()).to_string().into_bytes();
        for (name, kind, bytes) in
            [("a.json", "wiki-json", json), ("a.csv", "wiki-csv", table(&entries))]
        {
            let test = Test::new().file(name, bytes);
            let args = [name, "--from", kind, "--format", "json"];
            let answer = import(&test, &[&args[..], &["--write"]].concat());
            prop_assert!(answer.code < 2, "{:?}", answer);
            let mut all = answer.stdout.clone();
            for file in fs::read_dir(test.path().join("projects")).expect("the folder") {
                all += &fs::read_to_string(file.expect("a file").path()).expect("the sheet");
            }
            let all = words(&all);
            for entry in &entries {
                // A table has no ids.
                let members = entry.as_object().expect("an entry").iter();
                for (_, value) in members.filter(|(name, _)| *name != "id_fiche") {
                    let words = words(value.as_str().expect("a text"));
                    for word in words.iter().filter(|word| word.len() > 1) {
                        prop_assert!(all.contains(word), "{}: {} of {} is lost", name, word, value);
                    }
                }
            }
            // A second time, there is nothing to do, where each entry is known by its id.
            let again = import(&test, &args);
            let done = states(&again).iter().all(|state| state == "same");
            prop_assert!(done || name == "a.csv", "{:?}", again);
        }
    }
}

/// The entries as the table that a wiki gives: a line each, without their ids.
fn table(entries: &[Value]) -> Vec<u8> {
    let members = entries.iter().map(|entry| entry.as_object().expect("an entry"));
    let names: BTreeSet<&String> = members.clone().flat_map(|entry| entry.keys()).collect();
    let names: Vec<&String> = names.into_iter().filter(|name| *name != "id_fiche").collect();
    let mut out = csv::Writer::from_writer(Vec::new());
    let dates = ["datetime_create", "datetime_latest"];
    let head = dates.into_iter().chain(names.iter().map(|name| name.as_str()));
    out.write_record(head).expect("text");
    for entry in members {
        let cells = names.iter().map(|name| entry.get(*name).and_then(Value::as_str));
        let dates = ["01/02/2023 10:00:00"; 2].into_iter();
        out.write_record(dates.chain(cells.map(Option::unwrap_or_default))).expect("text");
    }
    out.into_inner().expect("text")
}

/// What the form of a wiki has a place for.
const OF_THE_FORM: &str = "title,territory,population,address,cost,start,end,duration,team,partner,\
                           commissioner,request,proposal,tool,document,surprise,word,member";

/// What sheets say in the form of a wiki, in an order that does not depend on their ids.
fn said_in_form(test: &Test) -> Vec<String> {
    let rows = test.run_with(["list", "--columns", OF_THE_FORM, "--format", "json"]).json();
    let mut rows: Vec<String> = rows["sheets"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| {
            let mut row = row.clone();
            row["id"].take();
            // What was given for nothing has no value that could be told.
            if row["cost"]["amount"] == 0 {
                row["cost"]["basis"].take();
            }
            row.to_string()
        })
        .collect();
    rows.sort();
    rows
}

#[test]
fn what_the_form_of_a_wiki_can_hold_comes_back_from_it() {
    let cooperative = Test::copy_of_cooperative();
    let export = cooperative.run_with(["export", "--all", "--format", "wiki-csv"]);
    assert_eq!(export.code, 0, "{export:?}");
    let settings = fs::read(cooperative.path().join("sheet.yaml")).expect("it is there");
    let again = Test::new().file("sheet.yaml", settings).file("bazar.csv", export.stdout);
    let imported = again.run_with(["import", "bazar.csv", "--write"]);
    assert!(imported.code < 2, "{imported:?}");
    assert_eq!(said_in_form(&again), said_in_form(&cooperative));
}
