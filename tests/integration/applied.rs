//! Lessons that a project applies: how they are named, noted, and found again.

use std::fs;

use project_sheet::sheet::fields;
use proptest::prelude::*;

use crate::harness::{SMALL, Test};

const FORUM: &str = "title: Forum\nterritory: {name: Trifouilly}\nlessons:\n  nuggets:\n    - Le \
                     goûter, vers 16 h, fait rester.\n    - text: Le marché attire l'école.\n      \
                     do: Venir tôt.\n  difficulties:\n    - La pluie\n";

fn test() -> Test {
    Test::new().sheet("forum", FORUM).sheet("place", SMALL)
}

fn place(test: &Test) -> String {
    fs::read_to_string(test.path().join("projects/place.yaml")).expect("a sheet")
}

/// The sheet after its lessons were noted by what was typed.
fn applying(typed: &[&str]) -> (Test, String) {
    let test = test().args([&["add", "applied", "place"], typed].concat());
    let answer = test.run();
    assert_eq!(answer.code, 0, "{answer:?}");
    let text = place(&test);
    (test, text)
}

#[test]
fn a_lesson_that_is_noted_is_stored_by_what_it_says() {
    let (_, by_number) = applying(&["forum#n2", "forum#d1"]);
    let stored: Vec<&str> =
        by_number.lines().filter_map(|line| line.strip_prefix("  - ")).collect();
    let [nugget, difficulty] = stored.as_slice() else { panic!("{by_number}") };
    assert!(nugget.starts_with("forum#") && nugget.len() == "forum#12345678".len(), "{nugget}");
    assert_ne!(nugget, difficulty);
    for typed in [&["forum#N2;forum#D1"][..], &["for#n2, forum#d1"], &[nugget, difficulty]] {
        assert_eq!(applying(typed).1, by_number, "{typed:?}");
    }
    let set = test().args(["set", "place", "applied=forum#n2 forum#d1"]);
    assert_eq!(set.run().code, 0);
    assert_eq!(place(&set), by_number);
}

#[test]
fn what_names_no_lesson_is_refused_and_says_which_there_are() {
    for (typed, told) in [
        ("forum#n3", "ses leçons : forum#n1, forum#n2, forum#d1"),
        ("forum", "quelle leçon de forum ?"),
        ("forum#00000000", "n'a pas de leçon #00000000"),
        ("place#n1", "cette fiche ne contient aucune leçon"),
        ("nulle-part#n1", "nulle-part"),
    ] {
        let test = test().args(["add", "applied", "place", "forum#n1", typed, "--lang", "fr"]);
        let answer = test.run();
        assert_eq!(answer.code, 1, "{typed}: {answer:?}");
        let stderr = answer.stderr.replace('\u{a0}', " ");
        assert!(stderr.contains(told), "{typed}: {answer:?}");
        assert_eq!(place(&test), SMALL, "{typed}");
    }
}

/// What `validate` says of the addresses once the sheet of the lessons is another one.
fn told(forum: &str) -> String {
    let (test, _) = applying(&["forum#n2"]);
    fs::write(test.path().join("projects/forum.yaml"), forum).expect("a sheet");
    test.args(["validate", "--rule", "unknown-lesson", "--format", "short"]).run().stdout
}

#[test]
fn an_address_survives_another_order_and_other_marks_but_no_other_text() {
    let reordered = "title: Forum\nterritory: {name: Trifouilly}\nlessons:\n  difficulties:\n    - La \
                     pluie\n  nuggets:\n    - le marché, attire l’école\n";
    assert_eq!(told(reordered), "");
    let formatted = test().args(["fmt"]);
    assert_eq!(formatted.run().code, 0);
    let forum = fs::read_to_string(formatted.path().join("projects/forum.yaml")).expect("a sheet");
    assert_eq!(told(&forum), "");
    let rewritten = told(&FORUM.replace("attire", "lasse"));
    assert!(rewritten.contains("unknown-lesson"), "{rewritten}");
}

#[test]
fn an_address_follows_a_renamed_sheet() {
    let (test, before) = applying(&["forum#n2", "forum#d1"]);
    let test = test.args(["rename", "forum", "forum-2021"]);
    assert_eq!(test.run().code, 0);
    assert_eq!(place(&test), before.replace("forum#", "forum-2021#"));
    assert_eq!(test.args(["validate", "--rule", "unknown-lesson"]).run().code, 0);
}

#[test]
fn a_number_that_was_written_by_hand_is_told_with_what_lasts() {
    let test = test().sheet("place", format!("{SMALL}applied: [forum#n1, rien#n1]\n"));
    let answer = test.args(["validate", "--format", "short", "--lang", "fr"]).run().stdout;
    assert!(answer.contains("unknown-lesson") && answer.contains("numéro"), "{answer}");
    assert!(answer.contains("unknown-related"), "{answer}");
}

/// Wherever the table says that sheets are named, one that is not there is told, at once where it was
/// set, and one that is there is renamed.
#[test]
fn every_place_that_names_sheets_is_looked_at() {
    let mut places = Vec::new();
    for field in fields::written() {
        if field.shape.refers_to_sheets() {
            places.push((field.key.to_owned(), format!("{}: [ID]\n", field.key)));
        }
        for part in field.shape.parts().iter().filter(|part| part.shape.refers_to_sheets()) {
            let (group, list) = field.key.split_once('.').expect("a list in a group");
            let item = format!("text: t, {}: [ID]", part.key);
            let text = format!("{group}:\n  {list}:\n    - {{{item}}}\n");
            places.push((format!("{}[0].{}", field.key, part.key), text));
        }
    }
    assert!(places.len() > 6, "{places:?}");
    for (path, text) in places {
        let naming = |id: &str| test().sheet("halle", format!("{SMALL}{}", text.replace("ID", id)));
        let told = naming("rien").run_with(["validate", "--format", "short"]);
        assert!(told.stdout.contains("unknown-related"), "{path}: {told:?}");
        let renamed = naming("forum");
        assert_eq!(renamed.run_with(["rename", "forum", "neuf"]).code, 0, "{path}");
        let after =
            fs::read_to_string(renamed.path().join("projects/halle.yaml")).expect("a sheet");
        assert_eq!(after, format!("{SMALL}{}", text.replace("ID", "neuf")), "{path}");
        if path.contains('[') {
            // What an item holds is not set by its path.
            continue;
        }
        let set = naming("forum").run_with(["set", "halle", &format!("{path}=rien")]);
        let known = ["unknown-related", "unknown-lesson"];
        assert!(known.iter().any(|code| set.stderr.contains(code)), "{path}: {set:?}");
    }
}

#[test]
fn lessons_are_shown_with_their_address_and_what_became_of_them() {
    let lessons = "tools: [marché]\nlessons:\n  nuggets:\n    - text: Tôt le matin\n      do: Venir à \
                   9 h\n      contradicted-in: [forum]\n    - text: Un café\n      do: Offrir un \
                   café\n      confirmed-in: [forum]\n";
    let test = || test().sheet("halle", format!("{SMALL}{lessons}"));
    for args in [
        &["checklist", "marché"][..],
        &["search", "matin"],
        &["brief", "un marché"],
        &["show", "halle"],
    ] {
        let answer = test().args([args, &["--lang", "fr"]].concat()).run();
        assert!(answer.stdout.contains("✗ contredite dans forum"), "{args:?}: {answer:?}");
        assert!(answer.stdout.contains("#n1"), "{args:?}: {answer:?}");
    }
    let steps = test().args(["checklist", "marché"]).run();
    let (café, matin) = (steps.stdout.find("café"), steps.stdout.find("9 h"));
    assert!(café < matin, "what was confirmed stands first: {steps:?}");
    assert!(steps.stderr.contains("sheet add applied ID halle#n2"), "{steps:?}");
}

/// Sheets about one tool: of its lessons one is confirmed, one contradicted, one neither; the last is
/// also said by a project that failed.
fn fared() -> Test {
    let sheet = |title: &str, more: &str| {
        format!("title: {title}\nterritory: {{name: Trifouilly}}\ntools: [Marché]\n{more}")
    };
    let one = "lessons:\n  nuggets:\n    - text: Au marché, un stand.\n      do: Prendre un stand\n    \
               - text: Au marché, un jeu.\n      do: Prendre un jeu\n      contradicted-in: [b]\n    \
               - text: Au marché, un café.\n      do: Prendre un café\n      confirmed-in: [b]\n";
    let two = "outcome: {level: failed, text: Le marché était fermé.}\nlessons:\n  nuggets:\n    - \
               text: Au marché, une radio.\n      do: Prendre une radio\n  difficulties:\n    - La \
               pluie au marché.\n";
    Test::new()
        .sheet("a", sheet("Le marché d'Alix", one))
        .sheet("b", sheet("Le marché de Zoé", two))
        .width(60)
}

#[test]
fn what_was_confirmed_comes_first_everywhere_and_what_was_contradicted_is_marked_and_there() {
    for args in [
        &["brief", "un marché à Trifouilly"][..],
        &["checklist", "marché"],
        &["search", "marché"],
        &["search", "--where", "tool:marché"],
        &["export", "--page", "lessons", "--format", "html"],
        &["export", "--format", "lessons"],
    ] {
        let answer = fared().args([args, &["--lang", "fr"]].concat()).run();
        let said = answer.stdout.replace(['\u{a0}', '\n'], " ");
        let at =
            |words: &str| said.find(words).unwrap_or_else(|| panic!("{args:?} {words}: {said}"));
        assert!(at("un café") < at("un stand") && at("un café") < at("un jeu"), "{args:?}: {said}");
        assert!(said.contains("✗ contredite dans"), "{args:?}: {said}");
    }
}

#[test]
fn both_sides_of_a_tool_stand_beside_each_other_with_how_many_say_so() {
    for args in [&["brief", "un marché"][..], &["checklist", "marché"]] {
        let answer = fared().args([args, &["--lang", "fr"]].concat()).run();
        let sides = answer.stdout.replace(['\u{a0}', '\u{202f}'], " ").to_uppercase();
        let sides = sides.split("LES DEUX CÔTÉS").nth(1).expect("both sides").to_owned();
        let nugget = sides.lines().find(|line| line.contains("UN CAFÉ")).expect("a nugget");
        assert!(nugget.contains("LA PLUIE"), "{args:?}: {answer:?}");
        let counts = sides.replace('\n', " ");
        assert!(counts.contains("(2 ") && counts.contains("(1 FICHE)"), "{args:?}: {answer:?}");
    }
    let json = fared().args(["checklist", "marché", "--format", "json"]).run().json();
    let first = &json["sides"][0];
    assert_eq!(
        (&first["worked"]["sheets"], &first["worked"]["address"]),
        (&2.into(), &"a#n3".into())
    );
    let silent = fared().args(["brief", "un marché", "--where", "-id:b"]).run();
    assert!(!silent.stdout.to_uppercase().contains("BOTH SIDES"), "{silent:?}");
}

#[test]
fn a_project_is_imagined_to_have_failed_in_june_of_the_next_year() {
    let test = fared().args(["brief", "un marché", "--premortem", "--lang", "fr"]);
    let answer = test.run();
    assert!(answer.stdout.contains("Nous sommes en juin 2027. Le projet a échoué."), "{answer:?}");
    let reasons = ["✗ contredite dans b", "Le marché était fermé.", "La pluie au marché."];
    for reason in reasons {
        assert!(answer.stdout.contains(reason), "{reason}: {answer:?}");
    }
    assert!(!answer.stdout.contains("un stand"), "{answer:?}");
    let later = fared().today("2028-01-01");
    let reasons = later.run_with(["brief", "un marché", "--premortem", "--format", "json"]).json();
    assert_eq!(reasons["imagined"]["month"], "2029-06");
}

#[test]
fn what_became_of_lessons_is_counted_by_the_year_in_which_they_were_learnt() {
    let applying = "title: Place\nterritory: {name: T}\ndates: {start: 2024, end: 2025}\napplied: \
                    [a#n1, A#n1, rien#n1]\nlessons:\n  surprises:\n    - text: Un chat\n      when: Il \
                    pleut\n";
    let test = fared().sheet("place", applying);
    let json = |args: &[&str]| {
        let all = ["summarize", "--lessons", "--format", "json"].iter().chain(args);
        test.run_with(all).json()
    };
    let all = json(&[]);
    assert_eq!(all["summary"], serde_json::json!({"lessons": 6, "neverReused": 3}));
    let undated = serde_json::json!({
        "lessons": 5, "withAction": 4, "withContext": 0, "applied": 1, "confirmed": 1,
        "contradicted": 1, "neverReused": 2, "year": null
    });
    assert_eq!(all["years"][1], undated);
    assert_eq!(
        (&all["years"][0]["year"], &all["years"][0]["withContext"]),
        (&2025.into(), &1.into())
    );
    // Where a lesson was applied counts, even where that sheet is not asked.
    assert_eq!(json(&["id:a"])["years"][0]["applied"], 1);
}

/// Lessons of a sheet in some order, each with its commas or without.
fn reordered(order: &[usize], commas: bool) -> String {
    let lessons = [
        ("Tôt, le matin.", "\n      confirmed-in: [place]"),
        ("Un café, offert.", "\n      contradicted-in: [place]"),
        ("Une radio, forte.", ""),
        ("Un chat, noir.", ""),
    ];
    let items = order.iter().map(|index| {
        let (text, more) = lessons[*index];
        let text = if commas { text.to_owned() } else { text.replace(',', "").to_uppercase() };
        format!("    - text: {text}{more}\n")
    });
    let items: String = items.collect();
    format!("title: Le marché\nterritory: {{name: Trifouilly}}\nlessons:\n  nuggets:\n{items}")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(8) })]

    /// Whatever becomes of the sheets but another text, what a project applies and what became of it
    /// stays known.
    #[test]
    fn what_was_applied_and_whether_it_held_survives_what_happens_to_sheets(
        order in Just(vec![0, 1, 2, 3]).prop_shuffle(),
        commas in any::<bool>(),
        events in proptest::collection::vec(0..4_usize, 1..4),
    ) {
        let test = Test::new().sheet("marche", reordered(&[0, 1, 2, 3], true)).sheet("place", SMALL);
        let noted = ["add", "applied", "place", "marche#n1", "marche#n2", "marche#n3"];
        prop_assert_eq!(test.run_with(noted).code, 0);
        let (mut market, mut place) = ("marche".to_owned(), "place".to_owned());
        for (at, event) in events.into_iter().enumerate() {
            let args = match event {
                0 => vec!["fmt".to_owned()],
                1 => {
                    let old = std::mem::replace(&mut market, format!("halle-{at}"));
                    vec!["rename".to_owned(), old, market.clone()]
                }
                2 => {
                    let old = std::mem::replace(&mut place, format!("parvis-{at}"));
                    vec!["rename".to_owned(), old, place.clone()]
                }
                _ => {
                    let path = test.path().join(format!("projects/{market}.yaml"));
                    let text = reordered(&order, commas).replace("[place]", &format!("[{place}]"));
                    fs::write(path, text).expect("a sheet");
                    continue;
                }
            };
            let done = test.run_with(&args);
            prop_assert_eq!(done.code, 0, "{:?}: {:?}", args, done);
        }
        let told = test.run_with(["validate", "--rule", "unknown-lesson,unknown-related"]);
        prop_assert_eq!(told.code, 0, "{:?}", told);
        let counts = test.run_with(["summarize", "--lessons", "--format", "json"]).json();
        let year = &counts["years"][0];
        let told = ["applied", "confirmed", "contradicted", "neverReused"].map(|key| year[key].as_u64());
        prop_assert_eq!(told, [Some(3), Some(1), Some(1), Some(1)]);
    }
}

/// No id holds a comma: in every list of ids, several may stand in one text.
#[test]
fn ids_in_one_text_are_set_apart_by_commas() {
    let text = "related: b, c\napplied: b#n1, c#n1\nignore: never-reviewed, done-without-tool\n\
                lessons:\n  nuggets:\n    - {text: L, confirmed-in: 'b, c', contradicted-in: 'c,b'}\n";
    let other = format!("{SMALL}lessons: {{nuggets: [Venir tôt]}}\n");
    let test = Test::new().sheet("a", format!("{SMALL}{text}"));
    let test = test.sheet("b", &other).sheet("c", &other);
    let rules = "unknown-related,unknown-lesson,unused-ignore";
    let told = test.run_with(["validate", "a", "--rule", rules, "--format", "jsonl"]);
    assert!(!told.stdout.contains("unknown-"), "{told:?}");
    assert_eq!(test.run_with(["fmt", "a"]).code, 0);
    let text = std::fs::read_to_string(test.path().join("projects/a.yaml")).expect("the sheet");
    for list in ["related:\n  - b\n  - c\n", "ignore:\n  - never-reviewed\n  - done-without-tool\n"]
    {
        assert!(text.contains(list), "{text}");
    }
}
