//! `sheet ask`: who is asked what, in which words, and what no message holds.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use project_sheet::sheet::fields::FIELDS;
use serde_json::Value;

use crate::harness::Test;

/// The messages that a command gives.
fn messages(test: &Test, args: &[&str]) -> Vec<Value> {
    let answer = test.run_with(["ask", "--format", "json"].iter().chain(args));
    assert_eq!(answer.code, 0, "{answer:?}");
    answer.json()["messages"].as_array().expect("messages").clone()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} in {value}"))
}

const DONE: &str = "status: done\n";

#[test]
fn everybody_with_something_missing_gets_one_message_with_one_question() {
    let test = Test::cooperative();
    let todo = test.run_with(["todo", "--format", "json"]).json();
    let missing = todo["missing"].as_array().expect("what is missing").iter();
    let owing: BTreeSet<String> =
        missing.filter_map(|one| one["who"].as_str().map(str::to_owned)).collect();
    assert!(owing.len() > 5, "{owing:?}");
    for lang in ["fr", "en"] {
        let messages = messages(&test, &["--lang", lang]);
        let asked: Vec<&str> = messages.iter().map(|one| text(one, "who")).collect();
        assert_eq!(asked.iter().copied().collect::<BTreeSet<_>>().len(), asked.len(), "{asked:?}");
        assert_eq!(asked, owing.iter().map(String::as_str).collect::<Vec<_>>());
        for message in &messages {
            let (whole, first) = (text(message, "text"), text(message, "who").split(' ').next());
            assert_eq!(whole.matches('?').count(), 1, "{whole}");
            assert!(whole.contains(text(message, "question")), "{whole}");
            assert!(
                whole.lines().next().is_some_and(|line| line.contains(first.unwrap_or("?"))),
                "{whole}"
            );
            assert!(whole.contains("La coopérative des Rives"), "who reads: {whole}");
            let tag = format!("[sheet {} {}]\n", text(message, "id"), text(message, "key"));
            assert!(whole.ends_with(&tag), "{whole}");
        }
    }
}

#[test]
fn a_fact_is_asked_once_and_a_word_of_each() {
    let messages = messages(&Test::cooperative(), &[]);
    let mut asked: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for message in &messages {
        *asked.entry((text(message, "id"), text(message, "key"))).or_default() += 1;
    }
    for ((id, key), count) in asked {
        assert!(count == 1 || key.starts_with("lessons."), "{id} {key} {count}");
    }
}

#[test]
fn the_members_of_the_cooperative_are_asked_where_no_team_is_named() {
    let sheet = "title: Le lavoir\nterritory: {name: Trifouilly}\nmembers: [Zoé Petit]\n";
    let test = Test::new().sheet("lavoir", sheet).sheet("mare", "title: M\nterritory: {name: T}\n");
    let answer = test.run_with(["ask", "--lang", "fr"]);
    assert!(answer.stdout.contains("Bonjour Zoé,"), "{answer:?}");
    assert!(answer.stderr.contains("1\u{a0}fiche à compléter, sans personne"), "{answer:?}");
}

#[test]
fn an_address_comes_from_the_settings() {
    let settings = "vocabulary:\n  people:\n    - {name: Zoé Petit, email: zoe@example.org}\n";
    let test = Test::new().file("sheet.yaml", settings).sheet(
        "lavoir",
        "title: Là & ailleurs\nterritory: {name: T}\nteam: [Zoé Petit, Sam Faure]\n",
    );
    let answer = test.run_with(["ask", "--format", "mail", "--lang", "en"]);
    assert!(answer.stdout.contains("To: Zoé Petit <zoe@example.org>\n"), "{answer:?}");
    assert!(answer.stdout.contains("\nmailto:zoe@example.org?subject=A%20question"), "{answer:?}");
    assert!(answer.stdout.contains("L%C3%A0%20%26%20ailleurs"), "{answer:?}");
    assert!(answer.stdout.contains("\nmailto:?subject="), "{answer:?}");
    assert!(answer.stderr.contains("no e-mail address for: Sam Faure"), "{answer:?}");
}

#[test]
fn nothing_private_leaves() {
    let test = Test::new()
        .sheet("secret", "title: Secrète\nterritory: {name: T}\nvisibility: private\nteam: [Zoé]\n")
        .sheet(
            "lavoir",
            format!(
                "title: Le lavoir\nterritory: {{name: T}}\n{DONE}team: [Sam Faure]\n\
                 applied: [mare#n1, mare#n2]\n"
            ),
        )
        .sheet(
            "mare",
            "title: La mare\nterritory: {name: T}\nlessons:\n  nuggets:\n    - {text: Un secret bien \
             gardé, visibility: private}\n    - Une leçon connue\n",
        );
    let answer = test.run_with(["ask", "--lang", "fr"]);
    assert_eq!(answer.code, 0, "{answer:?}");
    assert!(!answer.stdout.contains("Secrète") && !answer.stdout.contains("secret"), "{answer:?}");
    assert!(answer.stdout.contains("Une leçon connue"), "{answer:?}");
    assert!(
        answer.stderr.contains("en moins, car de diffusion privée\u{a0}: 1\u{a0}fiche"),
        "{answer:?}"
    );
    for (visibility, readers) in
        [("public", "tout le monde"), ("members", "celles et ceux qui travaillent avec ces fiches")]
    {
        let sheet =
            format!("title: M\nterritory: {{name: T}}\nvisibility: {visibility}\nteam: [Zoé]\n");
        let message = &messages(&Test::new().sheet("mare", sheet), &["--lang", "fr"])[0];
        assert!(text(message, "text").contains(readers), "{visibility}: {message}");
    }
}

#[test]
fn a_lesson_that_was_applied_is_asked_about_until_somebody_says_whether_it_held() {
    let lavoir = format!(
        "title: Le lavoir\nterritory: {{name: T}}\n{DONE}team: [Sam Faure]\napplied: [mare#n1]\n"
    );
    let mare =
        "title: La mare\nterritory: {name: T}\nlessons:\n  nuggets:\n    - text: Venir tôt\n";
    let asked = |more: &str, mare: &str| {
        let test = Test::new()
            .sheet("lavoir", format!("{lavoir}{more}"))
            .sheet("mare", format!("{mare}team: []\n"));
        text(&messages(&test, &["--who", "sam"])[0], "key").to_owned()
    };
    assert_eq!(asked("", mare), "applied");
    assert_ne!(asked("", &format!("{mare}      confirmed-in: [lavoir]\n")), "applied");
    assert_ne!(asked("", &format!("{mare}      contradicted-in: [lavoir]\n")), "applied");
}

#[test]
fn every_question_is_one_question_in_both_languages() {
    let mut seen = HashSet::new();
    for field in FIELDS {
        let Some(question) = field.more.question else {
            continue;
        };
        for (words, mark) in [(question.en, "?"), (question.fr, "\u{a0}?")] {
            assert!(words.matches('?').count() == 1 && words.contains(mark), "{}", field.key);
            assert!(seen.insert(words), "{words}");
        }
    }
    assert!(seen.len() > 30);
}

#[test]
fn the_form_for_a_word_has_a_row_for_each_silent_member() {
    let lavoir = format!(
        "title: Le lavoir\nterritory: {{name: T}}\n{DONE}team: [Sam Faure, Zoé Petit, Lou Roy]\n\
         lessons: {{words: ['Lou Roy : oui']}}\n"
    );
    let test = Test::new().sheet("lavoir", lavoir);
    let answer = test.run_with(["ask", "--who", "sam", "--format", "html"]);
    let rows = answer.stdout.matches("data-part=\"from\"").count();
    // Those who are silent, what is said already, and one to add.
    assert_eq!(rows, 4, "{answer:?}");
    for name in ["Sam Faure", "Zoé Petit", "Lou Roy"] {
        assert!(answer.stdout.contains(&format!("value=\"{name}\"")), "{name}: {answer:?}");
    }
}
