//! `sheet export`: the rows of the collection in files, and nothing in them that is for others.

use project_sheet::export::{EXPORTS, ExportFormat, How};
use project_sheet::render;
use serde_json::Value;

use crate::harness::{SMALL, Test};

/// A collection with something for each audience; what is for whom stands in the words.
fn secretive() -> Test {
    let open = "title: Marché ouvert\nterritory: {name: Trifouilly}\nvisibility: public\n\
        commissioners: [{name: Mairie, contact: reserve-contact}]\n\
        related: [prive-fiche, membres-fiche]\n\
        lessons:\n  nuggets: [Une pépite pour tous, {text: prive-pepite, visibility: private}]\n  \
        difficulties: [reserve-difficulte, {text: Une difficulté pour tous, visibility: public}]\n  \
        words: ['Alix : reserve-mot']\n\
        documents: [{title: prive-document, url: 'https://e.org/prive-adresse', visibility: private}]\n\
        source: {kind: wiki, id: reserve-source}\nextra: {Vieux: reserve-vieux}\nx-note: reserve-note\n";
    Test::new()
        .sheet("marche-ouvert", open)
        .sheet("membres-fiche", "title: reserve-titre\nterritory: {name: Trifouilly}\n")
        .sheet(
            "prive-fiche",
            "title: prive-titre\nterritory: {name: Trifouilly}\nvisibility: private\n",
        )
}

/// Every text that the readers of a form find in a file.
fn texts(form: &ExportFormat, bytes: &[u8]) -> Vec<String> {
    let read = match form.how {
        How::Report(format, _) => {
            render::find(format).and_then(|format| format.texts).expect("it can be read")
        }
        How::Json(_) => render::json_texts,
        How::Bytes(_, texts) => texts,
    };
    let mut texts = Vec::new();
    read(bytes, &mut |text| texts.push(text.to_owned()));
    texts
}

fn export(test: Test, args: &[&str]) -> Test {
    test.args(["export"].into_iter().chain(args.iter().copied()))
}

#[test]
fn no_form_holds_what_is_for_others_and_each_holds_the_rest() {
    for form in EXPORTS {
        for (audience, hidden) in [
            ("--public", &["reserve-", "membres-", "prive-"][..]),
            ("--members", &["prive-"]),
            ("--all", &[]),
        ] {
            let args = ["--format", form.name, audience, "-o", "out"];
            let test = export(secretive(), &args);
            let answer = test.run();
            assert_eq!(answer.code, 0, "{args:?}: {answer:?}");
            let written = std::fs::read(test.path().join("out")).expect("it is written");
            let text = texts(form, &written).join("\n");
            assert!(!text.is_empty(), "{args:?}");
            for word in ["reserve-", "membres-", "prive-"] {
                let there = text.contains(word) || text.contains(&word.replace('-', "\\-"));
                let expected = !hidden.contains(&word);
                // Not every form has a place for everything.
                let whole = ["csv", "json", "ndjson"].contains(&form.name);
                assert!(there == expected || expected && !whole, "{word} {args:?}: {text}");
            }
        }
    }
}

#[test]
fn whatever_shows_a_lesson_shows_where_it_held_and_where_it_did_not() {
    let told = "title: Quai\nterritory: {name: Trifouilly}\nlessons:\n  nuggets:\n  \
        - {text: Afficher tôt, confirmed-in: [halle], contradicted-in: [pont]}\n";
    let test = Test::new().sheet("quai", told).sheet("halle", SMALL).sheet("pont", SMALL);
    let forms = EXPORTS.iter().map(|form| (form, None));
    let book = EXPORTS.iter().filter(|form| form.name == "html").map(|form| (form, Some("--page")));
    let mut showing = Vec::new();
    for (form, page) in forms.chain(book) {
        // The others are not in the file, so that they are named by the lesson alone.
        let args = ["export", "title:Quai", "--format", form.name, "-o", "out", "--force"];
        let page = page.into_iter().flat_map(|page| [page, "lessons"]);
        let answer = test.run_with(args.into_iter().chain(page));
        assert_eq!(answer.code, 0, "{}: {answer:?}", form.name);
        let written = std::fs::read(test.path().join("out")).expect("it is written");
        let text = texts(form, &written).join("\n");
        if text.contains("Afficher tôt") {
            showing.push(form.name);
            assert!(text.contains("halle") && text.contains("pont"), "{}: {text}", form.name);
        }
    }
    assert_eq!(
        showing,
        ["csv", "xlsx", "json", "ndjson", "markdown", "lessons", "html", "wiki-csv", "html"]
    );
}

#[test]
fn the_audience_is_said_and_so_is_what_it_may_not_read() {
    let answer = export(secretive(), &["--format", "csv"]).run();
    assert_eq!(
        answer.stderr,
        "2\u{a0}sheets, for: members\n1\u{a0}sheet left out: not visible to this audience; with them: --all\n"
    );
    let answer = export(secretive(), &["--format", "csv", "--public", "--lang", "fr"]).run();
    assert!(answer.stderr.contains("pour\u{a0}: tout le monde"), "{answer:?}");
    assert!(answer.stderr.contains("--members"), "{answer:?}");
}

#[test]
fn a_row_has_its_id_and_its_digest_which_changes_with_what_it_says() {
    let revs = |test: &Test| -> Vec<(String, String)> {
        let json = test.run().json();
        let rows = json["sheets"].as_array().expect("rows").clone();
        let text = |row: &Value, key: &str| row[key].as_str().expect("a text").to_owned();
        rows.iter().map(|row| (text(row, "id"), text(row, "_rev"))).collect()
    };
    let args = ["--format", "json"];
    let before = revs(&export(secretive(), &args));
    assert!(
        before.iter().all(|(_, rev)| rev.starts_with("members-") && rev.len() == 16),
        "{before:?}"
    );
    let commented = "# un commentaire\ntitle: 'reserve-titre'\nterritory:\n  name: Trifouilly\n";
    assert_eq!(revs(&export(secretive().sheet("membres-fiche", commented), &args)), before);
    let changed = commented.replace("Trifouilly", "Perpète");
    let after = revs(&export(secretive().sheet("membres-fiche", changed), &args));
    assert!(before[0] == after[0] && before[1] != after[1], "{before:?} {after:?}");
    let public = revs(&export(secretive(), &["--format", "json", "--public"]));
    assert!(public[0].1.starts_with("public-") && public[0].1[7..] != before[0].1[8..]);
}

#[test]
fn the_rows_are_those_of_the_list() {
    let args = ["export", "--all", "--format", "json"];
    let mut rows = Test::cooperative().args(args).run().json()["sheets"].clone();
    for row in rows.as_array_mut().expect("rows") {
        row.as_object_mut().expect("a row").remove("_rev").expect("a digest");
    }
    let args = ["list", "--columns", "all", "--format", "json"];
    assert_eq!(rows, Test::cooperative().args(args).run().json()["sheets"]);
}

#[test]
fn a_file_is_written_over_an_earlier_export_alone() {
    for form in EXPORTS {
        let name = format!("fiches.{}", form.extension);
        let args = ["--format", form.name, "-o", &name];
        let test = export(secretive(), &args);
        let path = test.path().join(&name);
        assert_eq!(test.run().code, 0, "{name}");
        let first = std::fs::read(&path).expect("it is written");
        let again = test.run();
        assert_eq!(again.code, 0, "{name}: {again:?}");
        assert_eq!(std::fs::read(&path).expect("it is there"), first, "the same in, the same out");
        std::fs::write(&path, "pas un export").expect("a file");
        let refused = test.run();
        assert_eq!(refused.code, 1, "{name}");
        assert!(refused.stderr.contains("--force"), "{refused:?}");
        assert_eq!(std::fs::read(&path).expect("it is there"), b"pas un export");
        assert_eq!(
            test.run_with(["export", "-o", &name, "--format", form.name, "--force"]).code,
            0
        );
        assert_eq!(std::fs::read(&path).expect("it is there"), first);
    }
}

#[test]
fn the_extension_tells_the_form() {
    let test = export(Test::new().sheet("un", SMALL), &["-o", "fiches.ndjson"]);
    assert_eq!(test.run().code, 0);
    let text = std::fs::read_to_string(test.path().join("fiches.ndjson")).expect("it is written");
    assert!(text.starts_with("{\"id\":\"un\",\"_rev\":\"members-"), "{text}");
    let unknown = test.run_with(["export", "-o", "fiches.doc"]);
    assert_eq!((unknown.code, unknown.stdout.as_str()), (2, ""));
    assert!(unknown.stderr.contains("csv, xlsx"), "{unknown:?}");
}

#[test]
fn a_dash_is_standard_output_and_makes_no_file() {
    let test = Test::new().sheet("un", SMALL);
    let plain = test.run_with(["export", "--format", "csv"]);
    let dash = test.run_with(["export", "--format", "csv", "-o", "-"]);
    assert!(!dash.stdout.is_empty(), "{dash:?}");
    assert_eq!((dash.code, dash.stdout), (0, plain.stdout));
    let workbook = test.run_with(["export", "--format", "xlsx", "-o", "-"]);
    assert_eq!((workbook.code, workbook.stdout.as_str()), (2, ""));
    assert!(!test.path().join("-").exists());
}

#[test]
fn private_data_stops_a_public_export_unless_it_is_accepted() {
    let sheet = format!(
        "{SMALL}visibility: public\nsummary: Écrire à alix@example.org\nx-note: 06 12 34 56 78\nignore: [private-data]\n"
    );
    let test = || Test::new().sheet("un", &sheet).sheet("deux", SMALL.replace("ouvert", "bis"));
    let stopped = export(test(), &["--public", "-o", "out.csv"]);
    let answer = stopped.run();
    assert_eq!((answer.code, answer.stdout.as_str()), (1, ""), "{answer:?}");
    assert!(answer.stderr.contains("alix@example.org") && answer.stderr.contains("--accept un"));
    assert!(!answer.stderr.contains("06 12"), "it does not leave: {answer:?}");
    assert!(!stopped.path().join("out.csv").exists());
    let accepted = export(test(), &["--public", "--format", "csv", "--accept", "un"]).run();
    assert!(accepted.code == 0 && accepted.stdout.contains("alix@example.org"), "{accepted:?}");
    let members = export(test(), &["--format", "csv"]).run();
    assert_eq!(members.code, 0, "{members:?}");
}

#[test]
fn a_french_spreadsheet_opens_its_dialect() {
    let sheet = format!("{SMALL}cost: 1 200,50 € HT\ntools: [a, 'b; c']\nsummary: '=1+1'\n")
        .replace("Trifouilly", "Trifouilly\n  latitude: -45.5\n  longitude: 3");
    let csv = export(Test::new().sheet("un", sheet), &["--format", "csv", "--dialect", "excel-fr"])
        .stdout();
    let text = csv.strip_prefix('\u{feff}').expect("what Excel knows UTF-8 by");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let head = reader.headers().expect("a header").clone();
    let row = reader.records().next().expect("a row").expect("of as many cells");
    let cell = |name: &str| &row[head.iter().position(|known| known == name).expect("a column")];
    assert_eq!((cell("cost.amount"), cell("territory.latitude")), ("1200,50", "-45,5"));
    assert_eq!((cell("tools"), cell("summary")), ("a; \"b; c\"", "'=1+1"));
    let refused = export(secretive(), &["--format", "json", "--dialect", "excel-fr"]).run();
    assert_eq!(refused.code, 2);
}

/// An export of no sheet is an export: another takes its place, and it comes back.
#[test]
fn an_export_of_nothing_is_one() {
    let test = Test::new().sheet("a", SMALL);
    for name in ["x.csv", "x.xlsx", "x.json", "x.ndjson", "x.md", "x.ics", "x.geojson", "x.html"] {
        for query in ["year:1900", "year:1900", "title:forum"] {
            let answer = test.run_with(["export", "-o", name, query]);
            assert_eq!(answer.code, 0, "{name}: {answer:?}");
        }
    }
    for name in ["x.csv", "x.xlsx", "x.json"] {
        assert_eq!(test.run_with(["export", "-o", name, "year:1900"]).code, 0);
        let answer = test.run_with(["import", name, "--check"]);
        assert_eq!(answer.code, 0, "{name}: {answer:?}");
    }
}
