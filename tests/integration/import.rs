//! `sheet import`.

use std::fs;

use project_sheet::report::explain::unmarked;
use project_sheet::rules;

use crate::harness::{SMALL, Test, root};

fn page(name: &str) -> String {
    fs::read_to_string(root().join("tests/fixtures/wiki").join(name)).expect("the page of the test")
}

/// The sheet that a page gives, as `show` tells it to machines.
fn sheet(text: &str) -> serde_json::Value {
    let test = Test::new().file("page.txt", text);
    let test = test.args(["import", "page.txt", "--id", "page", "--write"]);
    let answer = test.run();
    assert_eq!(answer.code, 0, "{answer:?}");
    test.args(["show", "page", "--format", "json"]).run().json()["sheet"].clone()
}

#[test]
fn a_page_is_shown_before_anything_is_written() {
    let test = Test::new()
        .file("page.txt", page("below.txt"))
        .args(["import", "page.txt", "--lang", "fr"]);
    insta::assert_snapshot!("import_below", test.run().shown());
    assert_eq!(fs::read_dir(test.path().join("projects")).expect("the folder").count(), 0);
    let test = Test::new().file("page.txt", page("beside.txt")).args(["import", "page.txt"]);
    insta::assert_snapshot!("import_beside", test.run().shown());
}

#[test]
fn labels_above_their_values() {
    let sheet = sheet(&page("below.txt"));
    assert_eq!(sheet["title"], "Un jardin pour Perpète");
    assert_eq!(sheet["territory"]["population"], 2200);
    assert_eq!(sheet["extra"]["Nombre d'habitants"], "2200 habitants (956 foyers)");
    assert_eq!(sheet["commissioners"][1]["name"], "Mairie de Perpète");
    assert_eq!(sheet["team"][2]["role"], "avec l'appui de");
    assert!(sheet["partners"].is_null(), "the label was empty");
    let request = sheet["description"]["request"].as_str().expect("a text");
    assert!(request.starts_with("Adresse aux riverains"), "{request}");
    assert!(request.ends_with("Documents produits : aucun pour l'instant."), "{request}");
    assert_eq!(sheet["description"]["proposal"], "Six ateliers, puis une fête.");
    assert_eq!(sheet["tools"][1], "Atelier de plantation qui dure une demi-journée");
    assert_eq!(sheet["lessons"]["words"][0]["from"], "Alix");
    assert_eq!(sheet["lessons"]["words"][0]["text"], "Une belle saison : je replante demain.");
    assert_eq!(sheet["documents"][0]["size"], "1.4 MB");
}

#[test]
fn labels_before_their_values_and_labels_that_are_missing() {
    let sheet = sheet(&page("beside.txt"));
    assert_eq!(sheet["territory"]["name"], "Trifouilly");
    assert_eq!(sheet["commissioners"][0]["contact"], "Responsable des mobilités");
    assert_eq!(sheet["cost"]["amount"], 34522);
    assert_eq!(sheet["cost"]["estimated"], true);
    assert_eq!(sheet["cost"]["shares"][3], serde_json::json!({ "from": "dons", "percent": 5 }));
    assert_eq!(sheet["effort"]["days"], 28);
    assert!(sheet["dates"].is_null());
    assert_eq!(
        sheet["description"]["request"],
        "Une navette pour le marché.\nElle doit rouler dès mai."
    );
    assert_eq!(sheet["lessons"]["surprises"][0]["text"], "Le silence des commerçants.");
    assert_eq!(sheet["unread"]["team[1]"], "36 personnes");
}

#[test]
fn a_page_that_was_saved_as_html_says_the_same() {
    let sheet = |name: &str, text: &str| {
        let test = Test::new().file(name, text);
        let answer = test.args(["import", name, "--format", "json"]).run();
        assert_eq!(answer.code, 0, "{answer:?}");
        let json = answer.json();
        json["sheets"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|sheet| sheet["yaml"].clone())
            .collect::<Vec<_>>()
    };
    let folder = crate::harness::root().join("tests/fixtures/pages");
    for file in fs::read_dir(folder).expect("the folder") {
        let path = file.expect("a file").path();
        if path.extension().is_none_or(|end| end != "txt") {
            continue;
        }
        let name = path.display();
        // Of a page, nobody sees the spaces before a line.
        let text = fs::read_to_string(&path).expect("a page");
        let text: String = text.lines().map(|line| format!("{}\n", line.trim())).collect();
        let line = |line: &str| match line {
            "" => "<div><br></div>".to_owned(),
            line => format!("<div>{}</div>\n", line.replace('&', "&amp;").replace('<', "&lt;")),
        };
        let body: String = text.lines().map(line).collect();
        let html = format!(
            "<!DOCTYPE html><html><head><title>Coop</title></head><body>{body}</body></html>"
        );
        assert_eq!(sheet("a.html", &html), sheet("a.txt", &text), "{name}");
    }
    let headed = "<html><body><h1>Le four</h1><p><b>Nom du territoire</b></p><p>Orval</p><h2>Outils</h2>\
                  <ul><li>Forum</li></ul><h2>Presse</h2><p>Rien.</p></body></html>";
    let sheets = sheet("b.html", headed);
    let expected = "title: Le four\nterritory:\n  name: Orval\ntools:\n  - Forum\nsource:";
    let yaml = sheets[0].as_str().expect("a text");
    assert!(yaml.contains(expected) && yaml.ends_with("extra:\n  Presse: Rien.\n"), "{yaml}");
}

/// Words and numbers of a text, folded, apart from each other.
fn words(text: &str) -> Vec<String> {
    let folded = project_sheet::text::fold::name_key(text);
    let mut words = vec![String::new()];
    for c in folded.chars() {
        let last = words.last().and_then(|word| word.chars().last());
        if !c.is_alphanumeric()
            || last.is_some_and(|last| last.is_ascii_digit() != c.is_ascii_digit())
        {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.push(c);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Words that stand otherwise in a sheet: units, separators between names, an estimate.
const SAID_OTHERWISE: [&str; 6] = ["mois", "mo", "et", "estime", "jours", "o"];

#[test]
fn no_word_of_a_page_is_lost() {
    let stray = "Une ligne de trop\n\nLe Territoire\nun égaré\nNom du territoire\nTrifouilly\net encore\nDate de fin\nbientôt\nCoût\nentre 7000 et 15 000 €\n";
    for text in [page("below.txt"), page("beside.txt"), format!("Titre\n{stray}")] {
        let test = Test::new()
            .file("page.txt", &text)
            .args(["import", "page.txt", "--id", "a", "--write"]);
        let answer = test.run();
        assert_eq!(answer.code, 0, "{answer:?}");
        let yaml = fs::read_to_string(test.path().join("projects/a.yaml")).expect("the new sheet");
        let kept = words(&yaml);
        let labels =
            words(&test.args(["import", "page.txt", "--id", "b", "--format", "json"]).run().stdout);
        for word in words(&text).iter().filter(|word| !SAID_OTHERWISE.contains(&word.as_str())) {
            let in_sheet = kept.contains(word)
                || kept
                    .iter()
                    .any(|kept| kept.trim_start_matches('0') == word.trim_start_matches('0'));
            assert!(
                in_sheet || labels.contains(word) || is_label(word),
                "{word} is lost in\n{yaml}"
            );
        }
    }
}

/// Words of headings, which are left out on purpose.
fn is_label(word: &str) -> bool {
    let headings = "le territoire cadre du projet description retour d experience structures partenaires sur ce avec quels membres de zazou";
    headings.split(' ').any(|label| label == word)
}

#[test]
fn a_word_goes_on_until_the_next_speaker() {
    let text = "T\nNom du territoire\nX\nLe petit mot de chaque membre de l'équipe :\nAlix : bien\nvraiment\nSam : pas mal : si\n";
    let words = &sheet(text)["lessons"]["words"];
    assert_eq!(words[0]["text"], "bien vraiment");
    assert_eq!(words[1]["text"], "pas mal : si");
}

#[test]
fn a_page_of_many_lines_is_read_at_once() {
    let lines = "Coût des travaux et adresse du lieu\n- un point\n".repeat(5_000);
    let text =
        format!("T\nNom du territoire\nX\nDemande Client\n{lines}Les pépites méthodo !\n{lines}");
    let started = std::time::Instant::now();
    assert_eq!(sheet(&text)["title"], "T");
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn stray_lines_are_told_and_kept() {
    let text = "Une ligne de trop\nTitre\nLe Territoire\nun égaré\nNom du territoire\nTrifouilly\net encore\n";
    let test = Test::new().file("page.txt", text).args(["import", "page.txt", "--format", "json"]);
    let json = test.run().json();
    let lines: Vec<&serde_json::Value> =
        json["notUnderstood"].as_array().expect("a list").iter().map(|row| &row["line"]).collect();
    assert_eq!(lines, [1, 4, 7]);
    let yaml = json["sheets"][0]["yaml"].as_str().expect("a text");
    assert!(
        yaml.contains("un égaré")
            && yaml.contains("et encore")
            && yaml.contains("Une ligne de trop"),
        "{yaml}"
    );
}

#[test]
fn what_cannot_be_read_stays_as_text_at_its_place() {
    let text = "Titre\nNom du territoire\nTrifouilly\nCoût\nentre 7000 et 15 000 €\n";
    let test =
        Test::new().file("page.txt", text).args(["import", "page.txt", "--id", "a", "--write"]);
    let answer = test.run();
    assert!(
        answer.stdout.contains("page.txt:5:1") && answer.stdout.contains("bad-amount"),
        "{}",
        answer.stdout
    );
    let yaml = fs::read_to_string(test.path().join("projects/a.yaml")).expect("the new sheet");
    assert!(yaml.contains("cost: entre 7000 et 15 000 €"), "{yaml}");
}

#[test]
fn a_sheet_that_is_there_is_never_overwritten() {
    let test = Test::new().sheet("a", SMALL).file("page.txt", page("below.txt"));
    let answer = test.args(["import", "page.txt", "--id", "a", "--write", "--lang", "fr"]).run();
    assert_eq!(answer.code, 1);
    assert!(
        answer.stderr.contains("projects/a.yaml existe déjà\u{a0}; rien n'a été enregistré"),
        "{}",
        answer.stderr
    );
}

#[test]
fn a_bad_id_writes_nothing() {
    for id in ["../x", "a/b", "CON", "", "é", &"a".repeat(61)] {
        let test = Test::new().file("page.txt", page("below.txt"));
        let test = test.args(["import", "page.txt", "--write", "--id", id]);
        let answer = test.run();
        assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{id}");
        assert_eq!(fs::read_dir(test.path()).expect("the folder").count(), 2, "{id}");
    }
}

#[test]
fn a_text_without_labels_is_refused_and_the_others_are_read() {
    let test = Test::new()
        .file("a.txt", "Bonjour\n")
        .file("b.txt", page("below.txt"))
        .file("c.txt", b"\xff\xfe");
    let answer = test.args(["import", "a.txt", "c.txt", "b.txt"]).run();
    assert_eq!(answer.code, 1);
    assert!(
        answer.stderr.contains("no-known-label") && answer.stderr.contains("not-utf8"),
        "{}",
        answer.stderr
    );
    assert!(answer.stdout.contains("un-jardin-pour-perpete"), "{}", answer.stdout);
}

#[test]
fn a_page_comes_from_standard_input_too() {
    let test = Test::new().input(page("below.txt")).args(["import", "-", "--write"]);
    assert_eq!(test.run().code, 0);
    assert!(test.path().join("projects/un-jardin-pour-perpete.yaml").is_file());
}

#[test]
fn an_id_that_any_folder_or_ending_has_is_refused() {
    let test = Test::new()
        .file("projects/2023/twin.yaml", SMALL)
        .file("projects/two.yml", SMALL)
        .file("projects/Three.yaml", SMALL)
        .file("page.txt", page("below.txt"));
    let test = ["twin", "two", "three"].iter().fold(test, |test, id| {
        let test = test.args(["import", "page.txt", "--id", id, "--write"]);
        let answer = test.run();
        assert_eq!(answer.code, 1, "{id}: {answer:?}");
        assert!(answer.stderr.contains("already exists; nothing was written"), "{answer:?}");
        assert!(!test.path().join(format!("projects/{id}.yaml")).exists(), "{id}");
        test
    });
    let answer = test.args(["import", "page.txt", "--id", "twin"]).run();
    assert!(answer.stderr.contains("projects/2023/twin.yaml already exists"), "{answer:?}");
}

#[test]
fn what_is_refused_is_named_and_the_others_are_written() {
    let test = Test::new()
        .sheet("deux", SMALL)
        .file("a.txt", "Un\nNom du territoire\nT\n")
        .file("☃.txt", "☃\nNom du territoire\nT\n")
        .file("b.txt", "Deux\nNom du territoire\nT\n")
        .file("c.txt", "Trois\nNom du territoire\nT\n")
        .args(["import", "a.txt", "☃.txt", "b.txt", "c.txt", "--write"]);
    let answer = test.run();
    assert_eq!(answer.code, 1, "{answer:?}");
    assert!(answer.stderr.contains("☃.txt: no id can be made from its title"), "{answer:?}");
    // Another project has the id of its title.
    for id in ["un", "deux-2", "trois"] {
        assert!(test.path().join(format!("projects/{id}.yaml")).exists(), "{id}");
    }
}

/// A limit on the size of files stands for a disk that is full at the second of them.
#[cfg(unix)]
#[test]
fn after_a_failure_midway_it_says_file_by_file_what_was_written_and_goes_on_the_next_time() {
    let long = format!("Deux\nNom du territoire\nT\nDemande Client\n{}\n", "mot ".repeat(2_000));
    let test = Test::new()
        .file("a.txt", "Un\nNom du territoire\nT\n")
        .file("b.txt", long)
        .file("c.txt", "Trois\nNom du territoire\nT\n")
        .args(["import", "a.txt", "b.txt", "c.txt", "--write"]);
    let answer = test.run_with_files_of_at_most_1_kb();
    assert_eq!(answer.code, 2, "{answer:?}");
    for said in ["un.yaml: saved", "deux.yaml: not saved", "trois.yaml: not saved"] {
        assert!(answer.stderr.contains(said), "{said}: {answer:?}");
    }
    assert!(answer.stderr.contains("error: cannot write"), "{answer:?}");
    let answer = test.run();
    assert_eq!(answer.code, 0, "{answer:?}");
    assert_eq!(fs::read_dir(test.path().join("projects")).expect("the folder").count(), 3);
}

#[test]
fn a_file_that_nothing_recognises_is_named_and_can_be_given_a_kind() {
    let test = || Test::new().file("a.bin", "Bonjour\n").file("page.bin", page("below.txt"));
    let unknown = test().args(["import", "a.bin"]).run();
    assert!(
        unknown.code == 1 && unknown.stderr.contains("spreadsheet or wiki-text"),
        "{unknown:?}"
    );
    let broken = test().args(["import", "a.bin", "--from", "wiki-text"]).run();
    assert!(broken.code == 1 && broken.stderr.contains("no-known-label"), "{broken:?}");
    assert_eq!(test().args(["import", "page.bin"]).run().code, 0);
}

/// Whatever is wrong in it, and whatever keys of their own its writers have.
#[test]
fn a_sheet_is_read_as_a_sheet_and_never_as_a_page() {
    let mut sheets: Vec<String> = rules::lints()
        .flat_map(|lint| [lint.bad, lint.good])
        .filter(|example| example.contains("title:") && !example.contains(".yaml\n"))
        .map(unmarked)
        .collect();
    let sound = "title: Forum\nterritory:\n  name: Oie\nteam: [Alix]\n";
    for more in
        ["x-note: privé\n", "teem: Sam\n", "extra:\n  a: b\n", "summary: A : b\n", "\tb: c\n"]
    {
        sheets.push(format!("# commentaire\n{sound}{more}"));
    }
    assert!(sheets.len() > 60, "{}", sheets.len());
    let named = sheets.iter().enumerate().map(|(index, text)| (format!("in/{index}.yaml"), text));
    let test = named.fold(Test::new(), |test, (name, text)| test.file(&name, text));
    let answer = test.run_with(["import", "in", "--format", "json"]);
    let read = answer.json()["sheets"].as_array().expect("a list").len();
    assert!(read > 50 && !answer.stdout.contains("wiki-text"), "{read}: {answer:?}");
}

/// What to do the next time stands behind an arrow, wherever a lesson comes from.
#[test]
fn an_arrow_in_an_imported_lesson_is_what_to_do() {
    for (name, text) in [
        ("t.csv", "Projet;Commune;Ce qui a marché\nBal;Trifouilly;Le son → jouer tôt\n"),
        ("p.txt", "Bal\nTerritoire : Trifouilly\nPépites :\n- Le son -> jouer tôt\n- La pluie\n"),
    ] {
        let test = Test::new().file(name, text);
        let answer = test.run_with(["import", name, "--write", "--id", "bal"]);
        assert_eq!(answer.code, 0, "{answer:?}");
        let shown = test.run_with(["show", "bal", "--format", "json"]).json();
        let lesson = &shown["sheet"]["lessons"]["nuggets"][0];
        assert_eq!((&lesson["text"], &lesson["do"]), (&"Le son".into(), &"jouer tôt".into()));
    }
}

/// A date that is stated counts, whatever a period beside it says.
#[test]
fn a_period_beside_another_date_is_asked_about() {
    let page = "Bal\nTerritoire : Trifouilly\nDate de début : mars à octobre 2023\n\
                Date de fin : novembre 2023\n";
    let test = Test::new().file("p.txt", page);
    let answer = test.run_with(["import", "p.txt", "--write"]);
    assert!(answer.stdout.contains("period-in-date"), "{answer:?}");
    let sheet = fs::read_to_string(test.path().join("projects/bal.yaml")).expect("the sheet");
    assert!(sheet.contains("  start: mars à octobre 2023\n  end: 2023-11\n"), "{sheet}");
}

/// A period says when a project began and when it ended, wherever it comes from.
#[test]
fn a_period_on_a_page_or_in_a_table_is_two_dates() {
    for (name, text) in [
        ("a.txt", "Bal\nTerritoire : Trifouilly\nDates : de mars à juin 2023\n"),
        ("b.csv", "Projet;Commune;Début\nBal;Trifouilly;de mars à juin 2023\n"),
        ("c.csv", "Projet;Commune;Période\nBal;Trifouilly;de mars à juin 2023\n"),
        ("d.csv", "Projet;Commune;Dates\nBal;Trifouilly;03/2023 - 06/2023\n"),
    ] {
        let test = Test::new().file(name, text);
        let answer = test.run_with(["import", name, "--write", "--id", "bal"]);
        assert_eq!(answer.code, 0, "{answer:?}");
        let sheet = fs::read_to_string(test.path().join("projects/bal.yaml")).expect("the sheet");
        assert!(sheet.contains("  start: 2023-03\n  end: 2023-06\n"), "{name}: {sheet}");
        assert!(!sheet.contains("extra"), "{name}: {sheet}");
        let again = test.run_with(["import", name, "--check"]);
        assert_eq!(again.code, 0, "{again:?}");
    }
}
