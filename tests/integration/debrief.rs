//! `sheet debrief`: what the page holds, that it fits on one, and that what is written on it comes back.

use std::collections::BTreeMap;
use std::fs;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;

use crate::harness::{Answer, Test};

const MARE: &str = "title: La mare\nterritory: {name: Brume}\nlessons:\n  nuggets:\n    - text: Venir \
                    tôt\n      do: Frapper à huit heures\n    - {text: Le maire est sourd, visibility: \
                    private}\n  difficulties:\n    - La pluie\n";
const LAVOIR: &str = "title: Le lavoir\nterritory: {name: Brume}\nstatus: done\ndates: {start: 2023-03, \
                      end: 2023-10, duration: 6 mois}\ncost: 9 500 € HT\nteam: [Zoé Petit, Sam Faure]\n\
                      tools: [Porte à porte]\ndescription:\n  proposal: Rouvrir le lavoir.\napplied: \
                      [mare#n1, mare#d1, mare#n2]\n";

const KEYS: [&str; 4] =
    ["description.proposal", "outcome.text", "lessons.nuggets", "lessons.difficulties"];

fn collection() -> Test {
    Test::new().sheet("mare", MARE).sheet("lavoir", LAVOIR)
}

fn page(test: &Test, id: &str, lang: &str) -> String {
    let answer = test.run_with(["debrief", id, "--format", "markdown", "--lang", lang]);
    assert_eq!(answer.code, 0, "{answer:?}");
    answer.stdout
}

fn import(test: &Test, page: &str, more: &[&str]) -> Answer {
    fs::write(test.path().join("bilan.md"), page).expect("a file");
    test.run_with(["import", "bilan.md"].iter().chain(more))
}

fn sheet(test: &Test, id: &str) -> String {
    fs::read_to_string(test.path().join(format!("projects/{id}.yaml"))).expect("the sheet")
}

#[test]
fn the_page_says_what_is_known_and_what_is_missing() {
    let test = collection().width(60);
    for (lang, args) in [("fr", &[][..]), ("en", &["--format", "markdown"])] {
        let shown = test.run_with(["debrief", "lavoir", "--lang", lang].iter().chain(args)).shown();
        insta::assert_snapshot!(format!("debrief_{lang}"), shown);
    }
}

#[test]
fn two_lessons_of_one_sheet_are_judged_at_once() {
    let test = collection();
    let written = page(&test, "lavoir", "en").replace("[ ] it held", "[x] it held");
    let count = written.matches("[x]").count();
    assert!(count > 1, "{written}");
    let answer = import(&test, &written, &["--write"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert_eq!(sheet(&test, "mare").matches("- lavoir").count(), count, "{answer:?}");
    let again = import(&test, &written, &["--write"]);
    assert_eq!(again.code, 0, "{again:?}");
    assert_eq!(sheet(&test, "mare").matches("- lavoir").count(), count, "{again:?}");
}

#[test]
fn what_a_team_writes_comes_back_once() {
    let test = collection();
    let written = page(&test, "lavoir", "fr")
        .replace("faire\u{a0}?\n", "faire ?\n\nRendre la fontaine\naux enfants.\n")
        .replace("donné\u{a0}?\n", "donné ?\n\nDeux fêtes.\n\nUn toit.\n")
        .replace("a aidé.\n", "a aidé.\n- Venir à vélo\n- [privé] Le vin\n")
        .replace("nous ferons.\n", "nous ferons.\n- Le gel → Vider les tuyaux\n")
        .replacen("[ ] elle a tenu", "[x] elle a tenu", 1)
        .replace("**Personnes rencontrées** (à compléter)", "**Personnes rencontrées** 60");
    let before = (sheet(&test, "lavoir"), sheet(&test, "mare"));
    let shown = import(&test, &written, &["--lang", "fr"]);
    assert_eq!(shown.code, 0, "{shown:?}");
    assert_eq!((sheet(&test, "lavoir"), sheet(&test, "mare")), before);
    insta::assert_snapshot!("debrief_import", shown.shown());
    let answer = import(&test, &written, &["--write"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let after = sheet(&test, "lavoir");
    for text in [
        "Rouvrir le lavoir.\n\n    Rendre la fontaine aux enfants.",
        "Deux fêtes.\n\n    Un toit.",
        "- Venir à vélo\n",
        "- text: Le vin\n      visibility: private\n",
        "- text: Le gel\n      do: Vider les tuyaux\n",
        "reached: 60",
    ] {
        assert!(after.contains(text), "{text}\n{after}");
    }
    assert!(!after.contains("by:"), "{after}");
    assert!(sheet(&test, "mare").contains("confirmed-in:\n        - lavoir"), "{after}");
    let again = import(&test, &written, &["--write", "--lang", "fr"]);
    assert_eq!((again.code, sheet(&test, "lavoir")), (0, after), "{again:?}");
    assert!(!again.stderr.contains("pas repris"), "{again:?}");
}

#[test]
fn what_cannot_be_taken_is_reported_whole() {
    let test = collection();
    let page = page(&test, "lavoir", "en");
    for (old, new, told) in [
        ("**Cost**", "**Cost** 12 €, not", "the sheet says already"),
        ("[ ] it held", "[x] it held\n  - [x] it did not hold", "not understood"),
        ("mean to do?\n", "mean to do?\n\n[private] Money\n", "can be private"),
        ("# Team", "Zoé was there\n\n# Team", "left aside: Zoé was there"),
        ("[sheet lavoir", "[sheet mare-aux-canards", "no sheet mare-aux-canards"),
    ] {
        let written = page.replacen(old, new, 1).replace("\\[", "[").replacen(old, new, 1);
        let answer = import(&test, &written, &["--write", "--lang", "en"]);
        assert!(answer.stderr.contains(told), "{new}: {answer:?}");
    }
    assert_eq!((sheet(&test, "lavoir"), sheet(&test, "mare")), (LAVOIR.into(), MARE.into()));
}

#[test]
fn a_page_without_an_answer_is_none_and_what_stands_elsewhere_is_told() {
    let test = collection();
    let empty = page(&test, "lavoir", "en");
    let printed = test.run_with(["debrief", "lavoir", "--format", "html"]).stdout;
    for text in [&empty, &printed] {
        let answer = import(&test, text, &["--write", "--lang", "en"]);
        assert!(answer.code == 1 && answer.stderr.contains("no answer in it"), "{answer:?}");
        assert_eq!(answer.stderr.lines().count(), 1, "{answer:?}");
    }
    for text in [
        &*empty.replace("# Team", "A note\n# Team"),
        &*format!("<3\nA note\n{empty}"),
        "A note\n[sheet lavoir debrief]",
    ] {
        let answer = import(&test, text, &["--lang", "en"]);
        assert!(answer.stderr.contains("left aside: A note"), "{answer:?}");
    }
    assert_eq!((sheet(&test, "lavoir"), sheet(&test, "mare")), (LAVOIR.into(), MARE.into()));
}

#[test]
fn a_lesson_is_known_by_its_text_whatever_its_number_and_sheet_are_by_then() {
    let test = collection();
    let ticked = page(&test, "lavoir", "en").replacen("[ ] it did not", "[x] it did not", 1);
    let moved = MARE.replace("  nuggets:\n", "  nuggets:\n    - Un goûter\n");
    fs::write(test.path().join("projects/mare.yaml"), moved).expect("a sheet");
    assert_eq!(test.run_with(["rename", "mare", "etang"]).code, 0);
    let answer = import(&test, &ticked, &["--write"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let after = sheet(&test, "etang");
    let told = "do: Frapper à huit heures\n      contradicted-in:\n        - lavoir";
    assert!(after.contains(told), "{after}");
    let rewritten = sheet(&test, "etang").replace("Venir tôt", "Venir tard");
    fs::write(test.path().join("projects/etang.yaml"), rewritten).expect("a sheet");
    let answer = import(&test, &ticked, &["--write", "--lang", "en"]);
    assert!(answer.code == 1 && answer.stderr.contains("no lesson mare#n1"), "{answer:?}");
}

#[test]
fn nothing_private_leaves() {
    let test = collection().sheet("secret", "title: Secrète\nvisibility: private\n");
    for format in ["text", "markdown", "json", "html"] {
        let answer = test.run_with(["debrief", "lavoir", "--format", format]);
        assert!(answer.code == 0 && answer.stdout.contains("Venir tôt"), "{answer:?}");
        assert!(!answer.stdout.contains("sourd"), "{answer:?}");
        let answer = test.run_with(["debrief", "secret", "--format", format]);
        assert_eq!((answer.code, answer.stdout.as_str()), (1, ""), "{answer:?}");
    }
    for (visibility, readers) in [("public", "tout le monde"), ("members", "celles et ceux")] {
        let lavoir = format!("{LAVOIR}visibility: {visibility}\n");
        let test = Test::new().sheet("lavoir", lavoir);
        let answer = test.run_with(["debrief", "lavoir", "--lang", "fr"]);
        assert!(answer.stdout.contains(readers), "{answer:?}");
    }
}

/// What each sheet says under the keys of the questions.
fn told(test: &Test) -> BTreeMap<String, Vec<Vec<String>>> {
    let columns = format!("id,{}", KEYS.join(","));
    let json = test.run_with(["list", "--columns", &columns, "--format", "json"]).json();
    let rows = json["sheets"].as_array().expect("sheets").iter();
    let texts = |value: &Value| -> Vec<String> {
        let items = match value {
            Value::Null => Vec::new(),
            Value::Array(items) => items.clone(),
            one => vec![one.clone()],
        };
        items
            .iter()
            .map(|item| item["text"].as_str().or(item.as_str()).unwrap_or("").to_owned())
            .collect()
    };
    rows.map(|row| {
        let told = KEYS.iter().map(|key| {
            let (group, name) = key.split_once('.').expect("a group");
            texts(&row[group][name])
        });
        (row["id"].as_str().expect("an id").to_owned(), told.collect())
    })
    .collect()
}

/// For every sheet, language and question: what is written in its place stands at its key.
#[test]
fn every_answer_to_every_question_of_every_sheet_comes_back_as_it_is() {
    let answer = "Xa([ ,;:!'()-]{1,2}[a-zé0-9]{1,9}){2,9}\\.";
    let mut runner = TestRunner::new(Config::with_cases(1));
    let answers = proptest::collection::vec(answer, 4 * 60);
    let done = runner.run(&answers, |answers| {
        for lang in ["fr", "en"] {
            let test = Test::copy_of_cooperative();
            let before = told(&test);
            let mut args = vec!["import".to_owned(), "--write".to_owned()];
            for ((id, _), answers) in before.iter().zip(answers.chunks(4)) {
                let mut answers = answers.iter();
                let lines = page(&test, id, lang);
                let lines = lines.lines().map(|line| {
                    if line.ends_with('?') {
                        format!("{line}\n\n{}\n", answers.next().expect("an answer"))
                    } else {
                        format!("{line}\n")
                    }
                });
                let file = format!("{id}.md");
                fs::write(test.path().join(&file), lines.collect::<String>()).expect("a file");
                args.push(file);
            }
            let answer = test.run_with(&args);
            prop_assert_eq!(answer.code, 0, "{:?}", answer);
            let after = told(&test);
            for ((id, before), answers) in before.iter().zip(answers.chunks(4)) {
                for (at, answer) in answers.iter().enumerate() {
                    let mut expected = before[at].clone();
                    match expected.first_mut().filter(|_| at < 2) {
                        Some(text) => *text = format!("{}\n\n{answer}", text.trim_end()),
                        None => expected.push(answer.clone()),
                    }
                    prop_assert_eq!(&after[id][at], &expected, "{} {}", id, KEYS[at]);
                }
            }
        }
        Ok(())
    });
    done.expect("it comes back");
}

/// So many lines of so many letters, a box on each, leave on a printed page two lines to write below
/// each question: `.ci/page` prints the same.
const LINES: usize = 50;
const LETTERS: usize = 92;

#[test]
fn what_stands_on_the_page_leaves_room_to_write() {
    let long = "Une phrase qui n'en finit pas de tout dire à la fois, ".repeat(40);
    let names = (0..60).map(|at| format!("  - Prénom{at} Nom{at}\n")).collect::<String>();
    let lessons =
        (0..20).map(|at| format!("    - {{text: '{at} {}', do: x}}\n", long.replace('\'', " ")));
    let mare = format!("title: M\nlessons:\n  nuggets:\n{}", lessons.collect::<String>());
    let applied = (1..=20).map(|at| format!("mare#n{at}")).collect::<Vec<_>>().join(", ");
    let full = format!(
        "title: \"{long}\"\nteam:\n{names}tools:\n{names}participation:\n  reached: 1200\n  target: \
         [\"{long}\"]\nstatus: done\ndates: {{start: 2023-03-01, end: 2024-03-01, duration: 12 mois}}\n\
         effort: 280 jours\ncost: 125 000 € HT\ndescription:\n  proposal: \"{long}\"\n  moments: \
         [\"{long}\"]\noutcome: {{text: \"{long}\"}}\napplied: [{applied}]\n"
    );
    let full = Test::new().sheet("mare", mare).sheet("plein", full);
    let cooperative = Test::cooperative();
    let ids: Vec<String> = told(&cooperative).into_keys().collect();
    let sheets = ids.iter().map(|id| (&cooperative, id.as_str())).chain([(&full, "plein")]);
    for (test, id) in sheets {
        for lang in ["fr", "en"] {
            let page = page(test, id, lang);
            let lines: usize =
                page.lines().map(|line| line.chars().count().div_ceil(LETTERS)).sum();
            assert!(lines <= LINES, "{id} {lang} {lines}\n{page}");
        }
    }
    let page = page(&full, "plein", "fr");
    assert!(page.contains("Et encore 17\u{a0}leçons\u{a0}: sheet new plein --missing"), "{page}");
}
