//! Replies as people write them, each with what becomes of it; `tests/fixtures/replies` holds them.
//!
//! What is expected, line by line: `holds ID TEXT` in that sheet, `without ID TEXT` there, `lacks TEXT`
//! in any sheet and in what is shown, `tells TEXT`, `exit CODE`, `for ID KEY` as it was typed.

use std::fs;
use std::path::{Path, PathBuf};

use project_sheet::text::fold::name_key;
use proptest::prelude::*;

use crate::harness::{Answer, Test, root};

const LAVOIR: &str = "title: Le lavoir de Brume\nterritory: {name: Brume}\ndates: {start: 2024}\n\
                      status: done\nteam: [Zoé Petit, Sam Faure, Inès Roy, Lou Garnier]\n\
                      description:\n  request: Rouvrir le lavoir.\napplied: [la-fete-des-rues#n1]\n";
const FETE: &str = "title: La fête des rues\nterritory: {name: Ombrelle}\n\
                    team: [Lou Garnier, Zoé Petit, Sam Faure, Inès Roy]\nlessons:\n  nuggets:\n    \
                    - Passer chez les voisins la veille\n";

const SHEETS: [(&str, &str); 2] = [("le-lavoir-de-brume", LAVOIR), ("la-fete-des-rues", FETE)];

fn collection() -> Test {
    SHEETS.into_iter().fold(Test::new(), |test, (id, text)| test.sheet(id, text))
}

fn sheet(test: &Test, id: &str) -> String {
    fs::read_to_string(test.path().join(format!("projects/{id}.yaml"))).expect("the sheet")
}

/// Each reply, with what is expected of it.
fn replies() -> Vec<(PathBuf, Vec<String>)> {
    let folder = root().join("tests/fixtures/replies");
    let files = fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").path());
    let mut files: Vec<PathBuf> = files.collect();
    files.sort();
    let replies =
        files.into_iter().filter(|path| path.extension().is_some_and(|end| end != "expected"));
    let replies = replies.map(|path| {
        let expected =
            fs::read_to_string(path.with_extension("expected")).expect("what is expected");
        (path, expected.lines().map(str::to_owned).collect())
    });
    replies.collect()
}

fn import(test: &Test, reply: &Path, expected: &[String], more: &[&str]) -> Answer {
    let place = expected.iter().find_map(|line| line.strip_prefix("for "));
    let place = place.into_iter().flat_map(|place| ["--for"].into_iter().chain(place.split(' ')));
    let reply = reply.to_str().expect("a path");
    test.run_with(
        ["import", reply, "--lang", "fr"].into_iter().chain(place).chain(more.iter().copied()),
    )
}

#[test]
fn every_reply_comes_back_into_the_right_place() {
    let replies = replies();
    assert!(replies.len() >= 30);
    let mut faults = Vec::new();
    for (path, expected) in &replies {
        let test = collection();
        let answer = import(&test, path, expected, &["--write"]);
        let told = name_key(&answer.stderr);
        let mut code = 0;
        for line in expected {
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            let (id, text) = rest.split_once(' ').unwrap_or((rest, ""));
            let holds = match word {
                "holds" => sheet(&test, id).contains(text),
                "without" => !sheet(&test, id).contains(text),
                "lacks" => {
                    !answer.stdout.contains(rest)
                        && SHEETS.iter().all(|(id, _)| !sheet(&test, id).contains(rest))
                }
                "tells" => told.contains(&name_key(rest)),
                "exit" => {
                    code = rest.parse().expect("a code");
                    true
                }
                "for" => true,
                other => panic!("{other}"),
            };
            if !holds {
                faults.push(format!("{}: {line}", path.display()));
            }
        }
        // What was typed by its writer is in a sheet or is told: nothing is lost.
        if answer.code != code
            || !expected.iter().any(|line| line.starts_with("tells") || line.starts_with("holds"))
        {
            faults.push(format!("{}: {answer:?}", path.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_reply_is_only_shown_until_it_is_to_be_written_and_is_written_once() {
    for (path, expected) in replies() {
        let test = collection();
        let before = SHEETS.map(|(id, _)| sheet(&test, id));
        import(&test, &path, &expected, &[]);
        assert_eq!(SHEETS.map(|(id, _)| sheet(&test, id)), before, "{}", path.display());
        import(&test, &path, &expected, &["--write"]);
        let once = SHEETS.map(|(id, _)| sheet(&test, id));
        import(&test, &path, &expected, &["--write"]);
        assert_eq!(SHEETS.map(|(id, _)| sheet(&test, id)), once, "{}", path.display());
    }
}

#[test]
fn the_place_of_a_document_goes_to_the_document_that_lacks_it() {
    let place = "https://example.org/bilan.pdf";
    for (documents, reply, expected) in [
        ("[Bilan]", place, "[{title: Bilan, url: https://example.org/bilan.pdf}]"),
        (
            "\n  - Bilan  # joli\n",
            place,
            "- title: Bilan  # joli\n    url: https://example.org/bilan.pdf\n",
        ),
        (
            "\n  - title: Bilan\n  - title: Plan\n",
            "Plan : https://example.org/p.pdf",
            "title: Plan\n    url: https://example.org/p.pdf\n",
        ),
        (
            "\n  - title: Bilan\n  - title: Plan\n",
            place,
            "  - url: https://example.org/bilan.pdf\n",
        ),
        ("[Bilan]", "[privé] https://example.org/bilan.pdf", "visibility: private"),
    ] {
        let test = Test::new()
            .sheet("lavoir", format!("title: L\nterritory: {{name: T}}\ndocuments: {documents}\n"))
            .file("reply.txt", format!("{reply}\n\n[sheet lavoir documents]\n"));
        let answer = test.run_with(["import", "reply.txt", "--write"]);
        assert_eq!(answer.code, 0, "{answer:?}");
        let once = sheet(&test, "lavoir");
        assert!(once.contains(expected), "{documents} {reply}\n{once}");
        assert_eq!(once.matches("https").count(), 1, "{once}");
        let answer = test.run_with(["import", "reply.txt", "--write"]);
        assert_eq!((answer.code, sheet(&test, "lavoir")), (0, once), "{answer:?}");
    }
}

/// A line of an answer, where the mark may begin it; what is behind the mark is a secret.
fn lines_with_marks() -> impl Strategy<Value = Vec<String>> {
    let mark = prop::sample::select(vec![
        "",
        "",
        "[privé] ",
        "[privé]\n",
        "\\[privé\\] ",
        "**[Private]** ",
        "[PRIVE] : ",
        "Privé : ",
        "(privé) ",
        "En privé - ",
        "« Private » ",
        "*confidentiel* ",
    ]);
    let start = prop::sample::select(vec!["", "", "- ", "* ", "1. ", "\n", "Bonjour,\n"]);
    let line = (start, mark).prop_map(|(start, mark)| {
        let said = if mark.is_empty() { "La rue chante" } else { "Le maire dort" };
        format!("{start}{mark}{said} le soir.")
    });
    prop::collection::vec(line, 1..5)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    /// Wherever a line or an item begins with the mark, members never read what is behind it.
    #[test]
    fn what_is_behind_the_mark_of_what_is_private_stays_private(
        lines in lines_with_marks(),
        place in prop::sample::select(vec![
            "lessons.words", "lessons.nuggets", "lessons.difficulties", "outcome.text", "tools",
        ]),
    ) {
        let lines = lines.join("\n");
        for typed in [
            format!("{lines}\n\n> [sheet le-lavoir-de-brume {place}]\n"),
            format!(
                "Qu'est-ce qui a aidé, et que referions-nous ?\n\n{lines}\n\n\
                 [sheet le-lavoir-de-brume debrief]\n"
            ),
        ] {
            let test = collection().file("reply.txt", &typed);
            let answer = test.run_with(["import", "reply.txt", "--write"]);
            prop_assert!(answer.code < 2, "{typed}\n{answer:?}");
            let members = test.run_with(["export", "--format", "json"]);
            prop_assert_eq!(members.code, 0, "{:?}", members);
            prop_assert!(!members.stdout.contains("maire"), "{typed}\n{members:?}");
            // Nothing is lost: it is in the sheet, or it is told.
            let kept = sheet(&test, "le-lavoir-de-brume") + &answer.stderr;
            let kept = kept.split_whitespace().collect::<Vec<_>>().join(" ");
            for said in ["maire dort", "rue chante"].iter().filter(|said| typed.contains(**said)) {
                prop_assert!(kept.contains(said), "{typed}\n{kept}");
            }
        }
    }
}

#[test]
fn numbers_tell_items_apart_as_marks_do() {
    for (text, lessons) in [
        ("1. Venir tôt\n2. Ranger ensemble\n", 2),
        ("1) Venir tôt\n2) Ranger ensemble\n", 2),
        ("- Venir tôt\n- Ranger ensemble\n", 2),
        ("2023. Ranger ensemble\n", 1),
    ] {
        let test =
            Test::new().sheet("a", "title: T\nterritory:\n  name: Oie\n").file("r.txt", text);
        let words = ["import", "r.txt", "--for", "a", "lessons.nuggets", "--write"];
        let answer = test.run_with(words);
        assert_eq!(answer.code, 0, "{answer:?}");
        assert_eq!(sheet(&test, "a").matches("\n    - ").count(), lessons, "{text}");
    }
}

#[test]
fn of_the_parts_of_an_answer_those_that_are_not_there_are_not_told() {
    for (key, text) in [("cost", "9 500 €"), ("effort", "12 jours"), ("dates.end", "juin 2023")] {
        let test =
            Test::new().sheet("a", "title: T\nterritory:\n  name: Oie\n").file("r.txt", text);
        let answer = test.run_with(["import", "r.txt", "--for", "a", key, "--write"]);
        assert_eq!(answer.code, 0, "{answer:?}");
        assert!(!answer.stderr.contains("already empty"), "{answer:?}");
    }
}
