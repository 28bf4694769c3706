//! `sheet set`, `unset`, `add` and `rename`: only the touched bytes change, and nothing is lost.

use std::fs;

use crate::harness::{Answer, SMALL, Test};
use project_sheet::sheet::write;
use project_sheet::text::Source;
use project_sheet::tree::{Change, Tree};
use project_sheet::yaml::edit::edit;

/// Runs a command on one sheet, and gives what became of it.
fn after(text: &str, args: &[&str]) -> (Answer, String) {
    let test = Test::new().sheet("a", text).args(args);
    let answer = test.run();
    let after = fs::read(test.path().join("projects/a.yaml")).expect("the sheet");
    let left = fs::read_dir(test.path().join("projects")).expect("the folder").count();
    assert_eq!(left, 1, "nothing is left beside the sheet");
    (answer, String::from_utf8(after).expect("UTF-8"))
}

/// The lines that differ, as `- old` and `+ new`.
fn changed(before: &str, after: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let head = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let tail = old[head..]
        .iter()
        .rev()
        .zip(new[head..].iter().rev())
        .take_while(|(one, other)| one == other)
        .count();
    let removed = old[head..old.len() - tail].iter().map(|line| format!("-{line}"));
    let added = new[head..new.len() - tail].iter().map(|line| format!("+{line}"));
    removed.chain(added).collect::<Vec<_>>().join("|")
}

/// A sheet in which everything is written as people do, and no tool would.
const AWKWARD: &str = "\
# À propos de tout
title:   'Forum   ouvert'    # un commentaire
territory:
      name: \"Trifouilly\"   # indenté de six
      population: 2 079
commissioners: [Habitat 74, \"Ville: de T\"]   # en ligne

team:
- Alix D.
# entre deux
- name: Sam
  role: scribe
description:
  request: |
    un
    # pas un commentaire
    deux
  proposal: >-
    plié
    en deux
dates: {start: 2023, end: 2024}
x-moi:
    - &ancre un
    - *ancre
tools:
    - a
summary: fin";

#[test]
fn setting_changes_the_lines_of_the_value_and_no_other() {
    for (value, expected) in [
        (
            "title=Grand forum",
            "-title:   'Forum   ouvert'    # un commentaire|+title:   Grand forum    # un commentaire",
        ),
        (
            "title=no",
            "-title:   'Forum   ouvert'    # un commentaire|+title:   \"no\"    # un commentaire",
        ),
        (
            "territory.name=Perpète",
            "-      name: \"Trifouilly\"   # indenté de six|+      name: Perpète   # indenté de six",
        ),
        ("population=1.400 hab.", "-      population: 2 079|+      population: 1400"),
        (
            "dates.end=mars 2025",
            "-dates: {start: 2023, end: 2024}|+dates: {start: 2023, end: 2025-03}",
        ),
        ("proposal=court", "-  proposal: >-|-    plié|-    en deux|+  proposal: court"),
        ("summary=autre", "-summary: fin|+summary: autre"),
        ("territory.kind=commune", "+      kind: municipality"),
        ("team=Lou", "-- Alix D.|-# entre deux|-- name: Sam|-  role: scribe|+  - Lou"),
        ("x-autre=1", "+x-autre: 1"),
    ] {
        let (answer, text) = after(AWKWARD, &["set", "a", value]);
        assert_eq!(answer.code, 0, "{value}: {answer:?}");
        assert_eq!(
            changed(AWKWARD, &text).replace("|-summary: fin|+summary: fin", ""),
            expected,
            "{value}\n{text}"
        );
    }
}

#[test]
fn setting_what_is_there_changes_nothing() {
    for value in ["title=Forum   ouvert", "dates.start=2023", "tools=a", "x-moi.rien="] {
        let (answer, text) = after(AWKWARD, &["set", "a", value]);
        assert_eq!(text, AWKWARD, "{value}: {answer:?}");
    }
}

#[test]
fn adding_inserts_its_lines_and_nothing_else() {
    for (args, expected) in [
        (vec!["add", "tool", "a", "porte à porte"], "+    - porte à porte"),
        (
            vec!["add", "nugget", "a", "Marcher : d'abord", "--do", "Partir tôt"],
            "+lessons:|+  nuggets:|+    - text: \"Marcher : d'abord\"|+      do: Partir tôt",
        ),
        (
            vec!["add", "document", "a", "bilan.pdf (1,4 Mo)"],
            "+documents:|+  - title: bilan.pdf|+    size: 1.4 MB",
        ),
    ] {
        let (answer, text) = after(AWKWARD, &args);
        assert_eq!(answer.code, 0, "{answer:?}");
        assert_eq!(changed(AWKWARD, &text), expected, "{args:?}\n{text}");
    }
}

#[test]
fn line_ends_marks_and_last_lines_stay_as_they_are() {
    let crlf = "\u{feff}title: a\r\nterritory: {name: b}\r\ntools:\r\n  - c\r\n";
    let (_, text) = after(crlf, &["set", "a", "title=d"]);
    assert_eq!(text, crlf.replace("title: a", "title: d"));
    let (_, text) = after(crlf, &["add", "tool", "a", "e"]);
    assert_eq!(text, format!("{crlf}  - e\r\n"));
    let (_, text) = after("title: a\nterritory: {name: b}", &["set", "a", "title=d"]);
    assert_eq!(text, "title: d\nterritory: {name: b}");
}

#[test]
fn removing_takes_the_lines_of_the_value_away() {
    for (key, expected) in [
        ("population", "-      population: 2 079"),
        ("description.proposal", "-  proposal: >-|-    plié|-    en deux"),
        ("tools", "-tools:|-    - a"),
    ] {
        let (answer, text) = after(AWKWARD, &["unset", "a", key]);
        assert_eq!(answer.code, 0, "{key}: {answer:?}");
        assert_eq!(changed(AWKWARD, &text), expected, "{key}");
    }
}

#[test]
fn a_cost_keeps_what_its_text_does_not_say() {
    let text = format!(
        "{SMALL}cost:\n  amount: 12400.50\n  tax: HT\n  basis: budget\n  shares:\n    - from: Ville\n      percent: 100\n"
    );
    let (answer, after) = after(&text, &["set", "a", "cost=9 500 € TTC", "--lang", "fr"]);
    assert_eq!(after, text.replace("12400.50", "9500").replace("HT", "TTC"));
    let words = "Coût\u{a0}: 12 400,50 € HT (budget) → 9 500 € TTC (budget)\n";
    assert_eq!(answer.stdout, words);
}

#[test]
fn what_cannot_be_read_or_placed_is_refused_and_nothing_is_written() {
    for (args, code, words) in [
        (vec!["set", "a", "dates.start=31.02.2023"], 1, "ce mois a 28 jours"),
        (vec!["set", "a", "cost=9,500 €"], 1, "ambiguous-amount"),
        (vec!["set", "a", "titel=b"], 2, "vouliez-vous dire «\u{a0}title\u{a0}»"),
        (vec!["set", "a", "title"], 2, "CLÉ=VALEUR"),
        (vec!["set", "a", "team+=Zoé"], 2, "clé inconnue"),
        (vec!["set", "a", "tools-=forum"], 2, "clé inconnue"),
        (vec!["set", "a", "cost>=5"], 2, "clé inconnue"),
        (vec!["unset", "a", "team+"], 2, "clé inconnue"),
        (vec!["set", "a", "year=2023"], 2, "ne se modifie pas directement"),
        (vec!["set", "a", "team.role=x"], 2, "ne se modifie pas directement"),
        (vec!["set", "a", "title="], 1, "title est obligatoire"),
        (vec!["set", "a", "summary="], 1, "sheet unset a summary"),
        (vec!["set", "b", "title=x"], 1, "pas de fiche «\u{a0}b\u{a0}»"),
        (vec!["set", "a", "title=x", "dates.start=jamais"], 1, "bad-date"),
    ] {
        let args: Vec<&str> = args.into_iter().chain(["--lang", "fr"]).collect();
        let (answer, text) = after(AWKWARD, &args);
        assert_eq!(answer.code, code, "{args:?}: {answer:?}");
        assert!(answer.stderr.contains(words), "{args:?}: {}", answer.stderr);
        assert_eq!(text, AWKWARD, "{args:?}");
    }
}

#[test]
fn a_date_without_its_year_is_proposed_that_of_the_other_one_and_never_written_so() {
    const DATED: &str =
        "title: a\nterritory: {name: b}\ndates: {start: 2023-03-01, end: 2024-02}\n";
    let proposed = "sheet set a dates.end=2023-10-12";
    for (values, told) in [
        (vec!["dates.end=12 octobre"], proposed),
        (vec!["fin=12/10"], proposed),
        (vec!["dates.end=10 janvier"], "sheet set a dates.end=2024-01-10"),
        (vec!["dates.start=12 novembre"], "sheet set a dates.start=2023-11-12"),
        (vec!["dates.start=1er mars 2021", "dates.end=3 mai"], "sheet set a dates.end=2021-05-03"),
        (vec!["dates.end=32 octobre"], "bad-date"),
        (vec!["cost=9,500 €"], "sheet set a cost='9500 €'"),
    ] {
        let args: Vec<&str> = ["set", "a"].into_iter().chain(values).collect();
        let (answer, text) = after(DATED, &args);
        assert_eq!(answer.code, 1, "{args:?}: {answer:?}");
        assert!(answer.stderr.contains(told), "{args:?}: {}", answer.stderr);
        assert_eq!(text, DATED, "{args:?}");
    }
    // Of which sheet the other date would be is not known where many change.
    let (answer, _) = after(DATED, &["set", "--where", "id:a", "dates.end=12 octobre", "--yes"]);
    assert!(answer.code == 1 && !answer.stderr.contains("2023-10-12"), "{answer:?}");
    // In a file it is proposed, too.
    let written = DATED.replace("2024-02", "12 octobre");
    let (answer, _) = after(&written, &["validate", "--lang", "en"]);
    assert!(answer.stdout.contains("missing year"), "{answer:?}");
    assert!(answer.stdout.contains(proposed), "{answer:?}");
}

#[test]
fn an_unreadable_sheet_is_named_and_never_touched() {
    let broken = "title: Phase 2 : toiture\n";
    let (answer, text) = after(broken, &["set", "a", "title=b"]);
    assert_eq!((answer.code, text.as_str()), (1, broken));
    assert!(answer.stderr.contains("projects/a.yaml"), "{}", answer.stderr);
}

#[test]
fn an_anchor_that_others_use_is_refused() {
    let text = "title: &t Forum\nsummary: *t\nterritory: {name: a}\n";
    let (answer, after) = after(text, &["set", "a", "title=b"]);
    assert_eq!((answer.code, after.as_str()), (1, text), "{answer:?}");
}

#[test]
fn twenty_writers_at_once_lose_nothing() {
    let test = Test::new().sheet("a", SMALL);
    let mut writers: Vec<_> = (0..20)
        .map(|number| {
            let mut command = test.command();
            command.args(["add", "tool", "a", &format!("outil {number}")]);
            command.stderr(std::process::Stdio::piped()).spawn().expect("it starts")
        })
        .collect();
    for writer in &mut writers {
        assert!(writer.wait().expect("it ends").success());
    }
    let text = fs::read_to_string(test.path().join("projects/a.yaml")).expect("the sheet");
    for number in 0..20 {
        assert!(text.contains(&format!("- outil {number}\n")), "{number} in\n{text}");
    }
}

#[test]
fn a_renamed_sheet_is_renamed_wherever_it_is_related() {
    let test = Test::new()
        .sheet("vieux", SMALL)
        .sheet("b", format!("{SMALL}related:   # liés\n  - c\n  - vieux\n"))
        .sheet("c", format!("{SMALL}related: [vieux]\n"))
        .args(["rename", "vieux", "neuf"]);
    assert_eq!(test.run().code, 0);
    let read =
        |id: &str| fs::read_to_string(test.path().join(format!("projects/{id}.yaml"))).expect(id);
    assert_eq!(read("neuf"), SMALL);
    assert_eq!(read("b"), format!("{SMALL}related:   # liés\n  - c\n  - neuf\n"));
    assert_eq!(read("c"), format!("{SMALL}related: [neuf]\n"));
    assert!(!test.path().join("projects/vieux.yaml").exists());
    let answer = test.args(["rename", "b", "neuf"]).run();
    assert_eq!(answer.code, 1, "{answer:?}");
}

#[test]
fn a_new_key_stands_where_the_canonical_order_puts_it() {
    let text = "title: a\nterritory:\n  name: T\n  population: 12\n";
    let (_, after) = after(text, &["set", "a", "kind=commune", "cost=900 € HT", "summary=court"]);
    let expected = "title: a\nsummary: court\nterritory:\n  name: T\n  kind: municipality\n  \
                    population: 12\ncost:\n  amount: 900\n  tax: HT\n";
    assert_eq!(after, expected);
}

#[test]
fn a_text_without_any_key_gets_its_first() {
    for (before, expected) in [("", "title: a\n"), ("# dit", "# dit\ntitle: a\n")] {
        let source = Source::of("a.yaml".to_owned(), before.to_owned());
        let change = Change::Set(Tree::text("a"));
        let after = edit(&source, "title", &change, &write::order(), write::pair);
        assert_eq!(after.as_deref(), Ok(expected));
    }
}

/// A text for people with a role: what is added, as it stands in the file.
#[test]
fn a_role_that_is_given_beside_people_settles_no_doubt_about_them() {
    for (text, code, written) in [
        ("Lou Petit", 0, "team:\n  - name: Lou Petit\n    role: animatrice\n"),
        ("Lou Petit et Max Oie", 0, "  - name: Max Oie\n    role: animatrice\n"),
        ("Lou Petit et sa bande", 0, "animatrice : Lou Petit et sa bande"),
        ("Lou Petit, animatrice", 0, "team:\n  - name: Lou Petit\n    role: animatrice\n"),
        ("Lou Petit, stagiaire", 2, ""),
        ("36 personnes", 1, ""),
        ("Lou Petit et 36 habitants", 1, ""),
    ] {
        let test = Test::new().sheet("a", SMALL);
        let answer = test.run_with(["add", "team", "a", text, "--role", "animatrice"]);
        let file = std::fs::read_to_string(test.path().join("projects/a.yaml")).expect("a sheet");
        assert_eq!(answer.code, code, "{text}: {answer:?}");
        assert!(file.contains(written), "{text}: {file}");
        assert_eq!(file == SMALL, code != 0, "{text}: {file}");
        assert!(code == 0 || !answer.stderr.is_empty(), "{text}");
    }
}

#[test]
fn a_doubt_that_no_file_would_hold_is_told_when_it_is_typed() {
    for (list, text) in [
        ("commissioner", "Logis 38, bailleur social"),
        ("partner", "Vallor et Habitéo"),
        ("tool", "paperboard, forum et porte à porte"),
        ("team", "Maëlle, Tom ?"),
    ] {
        let test = Test::new().sheet("a", SMALL);
        let answer = test.run_with(["add", list, "a", text]);
        assert_eq!(answer.code, 0, "{answer:?}");
        assert!(answer.stderr.contains("uncertain-value"), "{text}: {}", answer.stderr);
        let file = std::fs::read_to_string(test.path().join("projects/a.yaml")).expect("a sheet");
        assert!(file.contains(text), "{file}");
    }
}

#[test]
fn a_doubt_that_stays_in_the_file_is_reported_once() {
    for (list, text, doubt) in [
        ("partner", "mairie@oie.example", "an e-mail address is not a name"),
        ("member", "maëlle", "a name begins with a capital"),
        ("tool", "forum / débat", "perhaps several names"),
        ("partner", "CAF et Vallor", "perhaps several names"),
    ] {
        let test = Test::new().file("projects/a.yaml", SMALL);
        let told = test.args(["add", list, "a", text]).run().stderr;
        assert_eq!(told.matches(doubt).count(), 1, "{text}: {told}");
    }
}

#[test]
fn what_is_added_as_private_says_so_and_nothing_else_can_be() {
    for (list, text, written) in [
        ("nugget", "Un café", "    - text: Un café\n      visibility: private\n"),
        ("mot", "Alix : oui", "    - from: Alix\n      text: oui\n      visibility: private\n"),
        ("document", "bilan.pdf", "    visibility: private\n"),
    ] {
        let test = Test::new().sheet("place", SMALL);
        let answer = test.run_with(["add", list, "place", text, "--private"]);
        assert_eq!(answer.code, 0, "{list}: {answer:?}");
        let sheet = fs::read_to_string(test.path().join("projects/place.yaml")).expect("a sheet");
        assert!(sheet.contains(written), "{list}: {sheet}");
    }
    let tool =
        Test::new().sheet("place", SMALL).run_with(["add", "tool", "place", "Jeu", "--private"]);
    assert_eq!(tool.code, 2, "{tool:?}");
    assert!(tool.stderr.contains("--private can only be used with: nugget"), "{tool:?}");
}

/// An arrow in a lesson that is typed stands before what to do the next time, wherever it is typed.
#[test]
fn what_to_do_stands_behind_the_arrow_of_a_typed_lesson() {
    let test = Test::new().sheet("a", SMALL);
    for (command, stored) in [
        (
            &["add", "difficulty", "a", "La neige → Une salle"][..],
            "text: La neige\n      do: Une salle",
        ),
        (&["set", "a", "surprises=Le chat -> Le nourrir"], "text: Le chat\n      do: Le nourrir"),
        (
            &["add", "nugget", "a", "Venir → tôt", "--do", "Dix jours avant"],
            "text: Venir → tôt\n      do: Dix jours avant",
        ),
        (&["add", "nugget", "a", "Rien →"], "- Rien →"),
    ] {
        let answer = test.run_with(command.iter().copied());
        assert_eq!(answer.code, 0, "{answer:?}");
        let text = std::fs::read_to_string(test.path().join("projects/a.yaml")).expect("the sheet");
        assert!(text.contains(stored), "{command:?}: {text}");
    }
}

/// Also where the value is the same, and only a doubt came or went.
#[test]
fn whatever_changes_in_a_file_is_told() {
    for (key, certain, doubtful) in [
        ("cost", "100 € HT", "100€ ht ?"),
        ("dates.start", "2023-03", "2023-03 ?"),
        ("dates.duration", "9 mois", "9 mois ?"),
        ("territory.population", "1200", "1200 ?"),
        ("commissioners", "Vallor", "Vallor ?"),
        ("team", "Maëlle Oie", "Maëlle Oie ?"),
        ("tools", "forum", "forum ?"),
    ] {
        let test = Test::new().sheet("a", SMALL);
        let sheet =
            || std::fs::read_to_string(test.path().join("projects/a.yaml")).expect("a sheet");
        for value in [certain, doubtful, doubtful, certain, certain] {
            let before = sheet();
            let answer = test.run_with(["set", "a", &format!("{key}={value}")]);
            assert_eq!(answer.code, 0, "{key}={value}: {answer:?}");
            let told = !answer.stdout.is_empty();
            assert_eq!(told, sheet() != before, "{key}={value}: {answer:?}\n{}", sheet());
        }
    }
}

/// What a part means where it says nothing can be said, too.
#[test]
fn a_part_is_set_to_what_it_means_unsaid() {
    for (was, part, without) in [
        ("cost:\n  amount: 900\n  currency: CHF\n", "cost.currency=EUR", "currency"),
        ("cost:\n  amount: 900\n  estimated: true\n", "cost.estimated=false", "estimated"),
        ("cost:\n  amount: 900\n  estimated: true\n", "cost.estimated=non", "estimated"),
    ] {
        let test = Test::new().sheet("a", format!("{SMALL}{was}"));
        let answer = test.run_with(["set", "a", part]);
        assert_eq!(answer.code, 0, "{part}: {answer:?}");
        let file = std::fs::read_to_string(test.path().join("projects/a.yaml")).expect("a sheet");
        assert!(file.contains("900") && !file.contains(without), "{part}: {file}");
    }
    let test = Test::new().sheet("a", format!("{SMALL}cost: 900 CHF\n"));
    assert_eq!(test.run_with(["set", "a", "cost.currency="]).code, 1);
}
